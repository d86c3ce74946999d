//! How hours are written, by schedule: bare hours of a row are read by those of the person's other rows.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use tzplan::hours::{BareHours, WeekText};
use tzplan::team::TeamBuilder;
use tzplan::{ScheduleId, WeeklyHours};

use super::working_hours::read_as;
use crate::assumption::{Assumed, Assumptions};

/// How the hours of a row are written.
#[derive(Default)]
pub(super) struct Writing {
    /// Whether a time is on a clock of 24 hours.
    pub(super) is_on_24_hours: bool,
    /// The hours as written, where bare ones begin in the night.
    pub(super) nights: Option<Box<WeekText>>,
}

/// How the hours of schedules are written.
#[derive(Default)]
pub(super) struct Written {
    on_24_hours: FxHashMap<ScheduleId, bool>,
    /// Hours that may be those of the afternoon; `None` where some row says that they are not.
    nights: FxHashMap<ScheduleId, Option<Box<WeekText>>>,
}

/// A schedule whose bare hours are read otherwise beside others of the person.
pub(super) struct Reread {
    /// The place among the person's schedules.
    pub(super) place: usize,
    /// What is assumed instead of what.
    pub(super) assumed: Vec<(Assumed, Assumed)>,
}

/// What is assumed of a row after all, instead of what was said of it.
pub(super) struct SaidAnew {
    pub(super) line: u64,
    pub(super) before: Arc<str>,
    pub(super) after: Arc<str>,
}

impl Written {
    /// Notices how the hours of a schedule are written.
    pub(super) fn add(&mut self, id: ScheduleId, writing: Writing) {
        let Writing { is_on_24_hours, nights } = writing;
        *self.on_24_hours.entry(id).or_default() |= is_on_24_hours;
        match nights {
            // `01:00-05:00` in another row is the same schedule, and means the night.
            Some(nights) if !self.nights.contains_key(&id) => drop(self.nights.insert(id, Some(nights))),
            Some(_) => {}
            None => drop(self.nights.insert(id, None)),
        }
    }

    /// Whether no hours may be read otherwise.
    pub(super) fn has_no_nights(&self) -> bool {
        self.nights.values().all(Option::is_none)
    }

    /// Whether those of a schedule may.
    pub(super) fn is_of_night(&self, id: ScheduleId) -> bool {
        self.nights.get(&id).is_some_and(Option::is_some)
    }

    /// Reads the bare hours of one person's schedules by one another: those that are read otherwise are
    /// replaced.
    pub(super) fn settle(&self, ids: &mut [ScheduleId], team: &mut TeamBuilder) -> Vec<Reread> {
        let nights = |id: &ScheduleId| self.nights.get(id)?.as_deref();
        let is_on_24_hours = ids.iter().any(|id| self.on_24_hours.get(id).is_some_and(|is| *is));
        let settled = ids.iter().filter(|id| nights(id).is_none());
        let stretches = settled.flat_map(|id| {
            let posts = team.schedule(*id).posts().iter();
            posts.flat_map(|post| post.stated_hours().stretches().to_vec()).collect::<Vec<_>>()
        });
        let beside = WeeklyHours::new(stretches);
        let mut reread = Vec::new();
        for (place, id) in ids.iter_mut().enumerate() {
            let Some(written) = nights(id) else { continue };
            let read = written.clone().settled(&beside, is_on_24_hours);
            let changed: Vec<(Assumed, Assumed)> = bare_hours(written)
                .zip(bare_hours(&read))
                .filter(|(before, after)| before != after)
                .map(|(before, after)| (read_as(before), read_as(after)))
                .collect();
            if !changed.is_empty() {
                *id = team.intern(team.schedule(*id).with_hours(&read.hours()));
                reread.push(Reread { place, assumed: changed });
            }
        }
        reread
    }
}

impl Reread {
    /// Moves what was assumed of a row, and says what was said of it before.
    pub(super) fn say(&self, line: u64, assumptions: &mut Assumptions) -> Vec<SaidAnew> {
        let mut said = Vec::new();
        for (before, after) in &self.assumed {
            if let (Some(from), Some(to)) =
                (assumptions.place(before.clone()), assumptions.place(after.clone()))
            {
                assumptions.move_row(from, to, line);
            }
            said.push(SaidAnew { line, before: before.1.clone(), after: after.1.clone() });
        }
        said
    }
}

fn bare_hours(week: &WeekText) -> impl Iterator<Item = &BareHours> {
    week.texts().flat_map(tzplan::hours::HoursText::bare_hours)
}
