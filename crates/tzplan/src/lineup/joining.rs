//! Somebody about to join a lineup: their weeks against those of each class, and who in it is their equal.

use super::Lineup;
use crate::season::{Newcomer, PreparedTeam};

/// Somebody about to join a lineup.
#[derive(Clone, Debug)]
pub(crate) struct Joining {
    pub(crate) newcomer: Newcomer,
    /// Each class of the lineup with each week of theirs that falls into it; the most days first.
    pub(crate) meetings: Vec<Meeting>,
}

/// Days of a class on which somebody joining has one week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Meeting {
    pub(crate) class: usize,
    pub(crate) week: usize,
    /// The first of them, since 1970.
    pub(crate) first_day: i32,
    pub(crate) days: u32,
}

impl Joining {
    pub(crate) fn new(prepared: &PreparedTeam, newcomer: Newcomer) -> Self {
        let mut meetings: Vec<Meeting> = Vec::with_capacity(8);
        for season in prepared.seasons_with(prepared.required(), &newcomer) {
            let class = prepared.class_of(prepared.season_on(season.first_day()));
            let (week, days) = (newcomer.week_on(season.first_day()), season.days());
            match meetings.iter_mut().find(|known| (known.class, known.week) == (class, week)) {
                Some(known) => known.days += days,
                None => meetings.push(Meeting { class, week, first_day: season.first_day(), days }),
            }
        }
        meetings.sort_by_key(|meeting| std::cmp::Reverse(meeting.days));
        Self { newcomer, meetings }
    }

    /// The slot whose profile they have: equal offsets on every day, equal hours, equal flex. Somebody moved
    /// has none: what is asked of them counts from other hours.
    pub(crate) fn twin_in(&self, lineup: &Lineup<'_>, moved: i32) -> Option<usize> {
        let unmoved = |slot: &usize| moved == 0 && lineup.slots[*slot].moved == 0;
        (0..lineup.slots.len()).find(|slot| unmoved(slot) && self.is_twin_of(lineup, *slot))
    }

    fn is_twin_of(&self, lineup: &Lineup<'_>, slot: usize) -> bool {
        let profile = lineup.slots[slot].profile;
        let same_clocks = |meeting: &Meeting| {
            let class = &lineup.classes[meeting.class];
            let theirs = class.crowds[class.crowd_of[slot]].week().clocks();
            self.newcomer.weeks()[meeting.week].clocks().eq(theirs)
        };
        let flex_differs = self.newcomer.flex() != lineup.slots[slot].flex;
        if flex_differs || !lineup.prepared.schedule_of(profile).moved_on().is_empty() {
            return false;
        }
        let hours = self.newcomer.hours().iter();
        self.meetings.iter().all(same_clocks) && hours.eq(lineup.prepared.hours_of(profile))
    }
}
