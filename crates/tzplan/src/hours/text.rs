//! Hours as they were written: which groups name their days, and of which bare hours the half of the day was
//! assumed.

use chrono::{Weekday, WeekdaySet};

use super::bare::BareHours;
use super::days::Group;
use super::{Stretch, WeeklyHours};

/// Hours as written: some groups name their days, others leave them to a `days` column.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct HoursText {
    pub(super) groups: Vec<Group>,
    pub(super) bare: Vec<BareHours>,
    /// Whether a time is one of a clock of 24 hours: `17`, `09:00`.
    pub(super) has_24_hours: bool,
    /// Days on which nobody works, whatever else is said: those of `9-17 except Fri`.
    pub(super) free: WeekdaySet,
    /// What is said of a pause without its times.
    pub(super) untimed: Option<String>,
}

impl HoursText {
    /// The days the text itself names; empty when it names none.
    pub fn named_days(&self) -> WeekdaySet {
        self.groups
            .iter()
            .filter_map(|(days, _)| *days)
            .fold(WeekdaySet::EMPTY, WeekdaySet::union)
            .difference(self.free)
    }

    /// Whether some stretches name no days.
    pub fn needs_days(&self) -> bool {
        self.groups.iter().any(|(days, _)| days.is_none())
    }

    /// Every stretch as minutes after 00:00 of its day, for checks on what was written.
    pub fn stretches(&self) -> impl Iterator<Item = (u16, u16)> {
        self.groups.iter().flat_map(|(_, stretches)| stretches.iter().copied())
    }

    /// The bare hours among them of which the half of the day was assumed.
    pub fn bare_hours(&self) -> &[BareHours] {
        &self.bare
    }

    /// What it says of a pause without its times, which the hours leave out: `1 hr lunch` of `9-17 (1 hr
    /// lunch)`.
    pub fn untimed(&self) -> Option<&str> {
        self.untimed.as_deref()
    }

    /// Two stretches on the same days of which the second starts within the first, if there are any:
    /// `9-17/10-18`. Hours that others leave to a `days` column share days with one another only.
    ///
    /// ```
    /// use tzplan::hours::parse_hours;
    /// assert_eq!(parse_hours("9-17/10-18").unwrap().overlap(), Some([(540, 1020), (600, 1080)]));
    /// assert_eq!(parse_hours("9-12,12-17").unwrap().overlap(), None);
    /// assert_eq!(parse_hours("Mon 9-17; Tue 10-18").unwrap().overlap(), None);
    /// ```
    pub fn overlap(&self) -> Option<[(u16, u16); 2]> {
        let mut by_days: Vec<Group> = Vec::new();
        for (days, stretches) in &self.groups {
            match by_days.iter_mut().find(|(known, _)| known == days) {
                Some((_, known)) => known.extend(stretches),
                None => by_days.push((*days, stretches.clone())),
            }
        }
        by_days.into_iter().find_map(|(_, mut stretches)| {
            stretches.sort_unstable();
            stretches.windows(2).find(|two| two[1].0 < two[0].1).map(|two| [two[0], two[1]])
        })
    }

    /// Makes whole days of stretches from 00:00 to 23:59, which is how programs write them; whether there
    /// were any.
    pub fn complete_days(&mut self) -> bool {
        let last_minute = crate::minutes::DAY as u16 - 1;
        let mut stretches = self.groups.iter_mut().flat_map(|(_, stretches)| stretches);
        stretches.by_ref().filter(|stretch| **stretch == (0, last_minute)).fold(false, |_, stretch| {
            stretch.1 += 1;
            true
        })
    }

    /// The weekly hours, with `default` where no days are named.
    pub fn on(&self, default: WeekdaySet) -> WeeklyHours {
        let groups = self.groups.iter();
        WeeklyHours::new(groups.flat_map(|(days, stretches)| {
            let days = days.unwrap_or(default).difference(self.free).iter(Weekday::Mon);
            days.flat_map(|day| stretches.iter().map(move |(start, end)| Stretch::known(day, *start, *end)))
        }))
    }
}
