//! Who has given how much, week by week.

use super::Rotation;
use crate::meeting::Demand;
use crate::team::{MemberId, ScheduleId, Team};

/// Every member's stretch by week.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Ledger {
    /// In roster order.
    pub entries: Vec<Entry>,
}

/// What a member gives.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Entry {
    /// Who.
    pub member: MemberId,
    /// Minutes of stretch before the first week.
    pub carried: u64,
    /// What each week asks of them.
    pub weeks: Vec<Demand>,
}

impl Ledger {
    pub(super) fn new(rotation: &Rotation, team: &Team, carried: &[u64]) -> Self {
        let of = |schedule: ScheduleId| {
            let asked = |week: &super::RotationWeek| week.demand(schedule);
            let weeks: Option<Vec<Demand>> = rotation.weeks.iter().map(asked).collect();
            weeks.expect("the team of the rotation")
        };
        let entries = team.members().map(|who| Entry {
            member: who.id(),
            carried: carried.get(who.index()).copied().unwrap_or(0),
            weeks: of(who.schedule_id()),
        });
        Self { entries: entries.collect() }
    }
}

impl Entry {
    /// Minutes of stretch after each week, carried-in minutes included.
    pub fn cumulative(&self) -> impl Iterator<Item = u64> {
        let add = |sum: &mut u64, demand: &Demand| {
            if let Demand::Stretch(minutes) = demand {
                *sum = sum.saturating_add(u64::from(*minutes));
            }
            Some(*sum)
        };
        self.weeks.iter().scan(self.carried, add)
    }

    /// Minutes of stretch after the last week: what the next rotation is to be told.
    pub fn after(&self) -> u64 {
        self.cumulative().last().unwrap_or(self.carried)
    }

    /// How many occurrences they miss.
    pub fn missed(&self) -> usize {
        self.weeks.iter().filter(|demand| **demand == Demand::Missed).count()
    }
}
