//! Profiles: members whose week is the same all year.

use super::track::Edge;
use super::week_table::WeekId;
use crate::team::{MemberId, ScheduleId};

/// A profile of a [`PreparedTeam`](super::PreparedTeam).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct ProfileId(pub(crate) u32);

impl ProfileId {
    /// Stands for somebody who is not in the team.
    pub(crate) const NOBODY: Self = Self(u32::MAX);

    /// Its place among [`PreparedTeam::profiles`](super::PreparedTeam::profiles).
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Members with equal offsets on every day of the horizon, equal weekly hours, moved by the same, and equal
/// flex: to every question about seasons they are one.
#[derive(Clone, Debug)]
pub struct Profile {
    pub(super) schedule: ScheduleId,
    pub(super) first_member: u32,
    pub(super) required: u32,
    pub(super) marked: u32,
    pub(super) optional: u32,
    /// The week in force from each day on (days since 1970), in order.
    pub(super) weeks: Vec<(i32, WeekId)>,
    /// The same before the day was moved; empty where it was not.
    pub(super) stated_weeks: Vec<WeekId>,
    /// Minutes by which the day is moved from the stated hours, all year.
    pub(super) moved: i32,
    pub(super) edge: Edge,
}

impl Profile {
    /// Its first required member, or its first member when none is required.
    pub fn first_member(&self) -> MemberId {
        MemberId::from(self.first_member as usize)
    }

    /// How many required members have it.
    pub fn required(&self) -> u32 {
        self.required
    }

    /// How many members marked as required have it.
    pub fn marked(&self) -> u32 {
        self.marked
    }

    /// How many optional members have it.
    pub fn optional(&self) -> u32 {
        self.optional
    }

    pub(super) fn week_on(&self, day: i32) -> WeekId {
        self.weeks[self.place_on(day)].1
    }

    /// The week on the stated hours.
    pub(super) fn stated_week_on(&self, day: i32) -> WeekId {
        if self.stated_weeks.is_empty() { self.week_on(day) } else { self.stated_weeks[self.place_on(day)] }
    }

    fn place_on(&self, day: i32) -> usize {
        self.weeks.partition_point(|(from, _)| *from <= day).max(1) - 1
    }
}
