//! Hours that say neither am nor pm.

use chrono::WeekdaySet;

use super::text::Group;
use crate::clock::Written;

/// Bare hours of which the half of the day was assumed: `9-5` as 9:00 to 17:00, `1-5` as 1:00 to 5:00.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct BareHours {
    /// As they are written.
    pub written: String,
    /// The start, in minutes after 00:00.
    pub start: u16,
    /// The end, in minutes after 00:00.
    pub end: u16,
}

/// Minutes of half a day.
pub(super) const NOON: u16 = 12 * 60;

/// Who starts before it, in minutes after 00:00, starts in the night: bare hours from there on are those of
/// the morning.
const DAWN: u16 = 6 * 60;

/// The bare hours of a text, and on which clock it is written.
#[derive(Default)]
pub(super) struct BareText {
    pub(super) said: Vec<BareHours>,
    /// Whether bare hours begin in the morning: `9-12`.
    has_mornings: bool,
    /// Whether a time is one of 24 hours: `17`, `09:00`.
    has_24_hours: bool,
}

impl BareText {
    /// Keeps what was assumed of a range.
    pub(super) fn say(&mut self, written: &str, (start, end): (u16, u16)) {
        self.has_mornings |= start >= DAWN;
        let bare = BareHours { written: written.to_owned(), start, end };
        if !self.said.contains(&bare) {
            self.said.push(bare);
        }
    }

    /// The afternoon, where the clock would go back after the stretch `before`: `9-12,1-5`.
    pub(super) fn afternoon(
        &mut self,
        range: &str,
        [from, to]: [&Written; 2],
        before: Option<(u16, u16)>,
    ) -> Option<(u16, u16)> {
        let (first, last) = before.filter(|_| from.is_bare && to.is_bare)?;
        let (start, end) = (from.time.minutes(), to.time.minutes());
        let goes_back = start < first && start < end && start + NOON >= last;
        goes_back.then(|| {
            let stretch = (start + NOON, end + NOON);
            self.say(range, stretch);
            stretch
        })
    }

    /// Notices on which clock a range is written that is read as it stands; bare hours of the night are said.
    pub(super) fn literal(&mut self, range: &str, from: &Written, to: &Written) {
        let start = from.time.minutes();
        let is_24 = |time: &Written| !time.is_bare && !time.meridiem && !time.is_exact;
        self.has_24_hours |= is_24(from) || is_24(to);
        self.has_mornings |= from.is_bare && to.is_bare && start >= DAWN;
        if from.is_bare && to.is_bare && start < DAWN {
            self.say(range, (start, to.time.minutes()));
        }
    }

    /// Bare hours of the night beside others of the morning are those of the afternoon, where these are free:
    /// `Mon 9-12; Tue 1-5`.
    pub(super) fn settle(mut self, groups: &mut [Group]) -> Vec<BareHours> {
        let is_clock_of_twelve = self.has_mornings && !self.has_24_hours;
        for bare in self.said.iter_mut().filter(|bare| is_clock_of_twelve && bare.start < DAWN) {
            let night = (bare.start, bare.end);
            let day = (bare.start + NOON, bare.end + NOON);
            let has_it = |(_, stretches): &&Group| stretches.contains(&night);
            if groups.iter().filter(has_it).all(|group| is_free(day, group.0, groups)) {
                (bare.start, bare.end) = day;
                let stretches = groups.iter_mut().flat_map(|(_, stretches)| stretches);
                stretches.filter(|stretch| **stretch == night).for_each(|stretch| *stretch = day);
            }
        }
        self.said
    }
}

/// Whether none of the groups works at a time on these days; groups without days may be of any.
fn is_free(time: (u16, u16), days: Option<WeekdaySet>, groups: &[Group]) -> bool {
    let shares_days = |(other, _): &&Group| match (days, other) {
        (Some(days), Some(other)) => !days.intersection(*other).is_empty(),
        _ => true,
    };
    let mut works = groups.iter().filter(shares_days).flat_map(|(_, stretches)| stretches);
    !works.any(|(start, end)| *start < time.1 && time.0 < *end)
}
