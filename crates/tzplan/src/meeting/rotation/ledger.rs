//! Who has given how much, week by week.

use super::answer::{Rotation, RotationWeek};
use crate::meeting::Asked;
use crate::team::{MemberId, ScheduleId, Team};

/// Every member's stretch and night minutes by week.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
#[non_exhaustive]
pub struct Ledger {
    /// In roster order.
    pub entries: Vec<Entry>,
}

/// What a member gives. Whoever misses a meeting gives nothing to it.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Entry {
    /// Who.
    pub member: MemberId,
    /// Minutes of stretch before the first week.
    pub carried: u64,
    /// Night minutes before the first week.
    pub carried_night: u64,
    /// What they give each week: nothing to a meeting that they miss.
    pub weeks: Vec<Asked>,
}

impl Rotation {
    /// Every member's stretch and night minutes by week, with what they carry in: in roster order.
    ///
    /// # Panics
    ///
    /// When the team is not the one that the rotation is for.
    pub fn ledger(&self, team: &Team) -> Ledger {
        let of = |schedule: ScheduleId| {
            let asked = |week: &RotationWeek| week.asked_of(schedule).map(Asked::given);
            let weeks: Option<Vec<Asked>> = self.weeks.iter().map(asked).collect();
            weeks.expect("the team of the rotation")
        };
        let minutes = |carried: &[u64], member: usize| carried.get(member).copied().unwrap_or(0);
        let entries = team.members().map(|who| Entry {
            member: who.id(),
            carried: minutes(&self.carried, who.index()),
            carried_night: minutes(&self.carried_night, who.index()),
            weeks: of(who.schedule_id()),
        });
        Ledger { entries: entries.collect() }
    }
}

impl Entry {
    /// Minutes of stretch after each week, carried-in minutes included.
    pub fn cumulative(&self) -> impl Iterator<Item = u64> {
        running(self.carried, self.weeks.iter().map(|given| given.stretch.get()))
    }

    /// Night minutes after each week, carried-in minutes included.
    pub fn cumulative_night(&self) -> impl Iterator<Item = u64> {
        running(self.carried_night, self.weeks.iter().map(|given| given.night.get()))
    }

    /// Minutes of stretch after the last week: what the next rotation carries in.
    pub fn after(&self) -> u64 {
        self.cumulative().last().unwrap_or(self.carried)
    }

    /// Night minutes after the last week: what the next rotation carries in.
    pub fn night_after(&self) -> u64 {
        self.cumulative_night().last().unwrap_or(self.carried_night)
    }

    /// How many occurrences they miss.
    pub fn missed(&self) -> usize {
        self.weeks.iter().filter(|given| given.is_missed()).count()
    }
}

fn running(carried: u64, minutes: impl Iterator<Item = u32>) -> impl Iterator<Item = u64> {
    minutes.scan(carried, |sum, minutes| {
        *sum = sum.saturating_add(minutes.into());
        Some(*sum)
    })
}
