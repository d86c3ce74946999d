//! A rotation: one slot a week, and how one is looked for.

use chrono::NaiveDate;

use crate::meeting::{Asked, Occurrence, Slot};
use crate::minutes::Minutes;
use crate::team::ScheduleId;

/// The most partial rotations kept from week to week unless said otherwise.
const KEPT: usize = 1_000;

/// How a rotation is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct RotationOptions {
    /// How many weeks it has, from the horizon's first date on; each of seven days. Default: 8.
    pub weeks: usize,
    /// Minutes of stretch carried in from earlier rotations, by the members' places in the roster; those
    /// beyond its end carry nothing. Default: nobody carries anything.
    pub carried: Vec<u64>,
    /// Night minutes carried in, likewise.
    pub carried_night: Vec<u64>,
    /// A bound on the work: how many partial rotations are kept from week to week. Where more would matter,
    /// the result is the best found, and says so. Default: 1,000.
    pub kept: usize,
}

impl Default for RotationOptions {
    fn default() -> Self {
        Self { weeks: 8, carried: Vec::new(), carried_night: Vec::new(), kept: KEPT }
    }
}

/// One slot a week.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Rotation {
    /// The weeks, in order.
    pub weeks: Vec<RotationWeek>,
    /// The most that a turn may ask of anybody, as if nobody were off.
    pub limit: RotationLimit,
    /// Occurrences on no workday, each of each required member. With `off`, the least there can be.
    pub no_workday: u64,
    /// Occurrences on a date off, each of each required member.
    pub off: u64,
    /// The most cumulative night minutes of any required member, carried-in minutes included.
    pub largest_night: u64,
    /// The largest cumulative stretch of any required member, carried-in minutes included.
    pub largest: u64,
    /// The night minutes of all required members in these weeks, carried-in minutes not included.
    pub total_night: u64,
    /// The stretch of all required members in these weeks, carried-in minutes not included.
    pub total: u64,
    /// Whether no rotation is better. Otherwise it is the best found.
    pub exact: bool,
    /// No rotation with so few missed occurrences has a smaller `largest_night`; equal to it where `exact`.
    pub bound_night: u64,
    /// No rotation with so few missed occurrences and so small a `largest_night` has a smaller `largest`;
    /// equal to it where `exact`.
    pub bound: u64,
    /// What the best single slot would ask in the same weeks: the first of the ranking, days off aside, of
    /// the slots to choose from.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub single: SingleSlot,
    /// Which required members some week of it asks for night minutes, by schedule, in order.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub at_night: Vec<ScheduleId>,
    /// Whose day every week of it makes longer in which they are there, in order.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub always: Vec<Always>,
    /// Minutes of stretch carried in, by the members' places.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(super) carried: Vec<u64>,
    /// Night minutes carried in.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(super) carried_night: Vec<u64>,
}

/// One slot every week in place of turns, in the weeks of a rotation: what required members give to it, none
/// to what they miss. Minutes carried in are not included.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct SingleSlot {
    /// When it is.
    pub slot: Slot,
    /// Occurrences on no workday, each of each required member.
    pub no_workday: u64,
    /// Occurrences on a date off, each of each required member.
    pub off: u64,
    /// The stretch of all required members.
    pub total: u64,
    /// Their night minutes.
    pub total_night: u64,
    /// The largest stretch of any required member in all weeks.
    pub largest: u64,
    /// Who gives that much, in the order of schedules.
    pub most: Vec<ScheduleId>,
    /// Whom it asks for night minutes, in the order of schedules.
    pub at_night: Vec<ScheduleId>,
}

/// Those with a schedule, whose day every week of a rotation makes longer: turns do not spare them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Always {
    /// The schedule.
    pub schedule: ScheduleId,
    /// In how many of the weeks a turn of as few misses, and within the limit, is within their hours. Then
    /// they give because that spares others more.
    pub spared_in: usize,
}

/// The most that a turn may ask of anybody, as if nobody were off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RotationLimit {
    /// An hour more than the best single slot stretches anybody's day at worst over the horizon.
    pub stretch: Minutes,
    /// The most night minutes that an occurrence of that slot asks of anybody.
    pub night: Minutes,
    /// The most minutes outside reasonable hours that an occurrence of that slot asks of anybody.
    pub unreasonable: Minutes,
}

/// A week of a rotation.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct RotationWeek {
    /// The first date of the week.
    pub first: NaiveDate,
    /// The slot chosen.
    pub slot: Slot,
    /// When it is in this week.
    pub occurrence: Occurrence,
    /// What it asks of those with each schedule that somebody has, in order.
    pub asked: Vec<(ScheduleId, Asked)>,
}

impl RotationLimit {
    /// Whether a turn may ask this.
    pub(super) fn allows(&self, asked: &Asked) -> bool {
        asked.stretch <= self.stretch && asked.night <= self.night && asked.unreasonable <= self.unreasonable
    }
}

impl RotationWeek {
    /// What it asks of those with a schedule; `None` when nobody has it.
    pub fn asked_of(&self, schedule: ScheduleId) -> Option<Asked> {
        let place = self.asked.binary_search_by_key(&schedule, |(id, _)| *id).ok()?;
        Some(self.asked[place].1)
    }
}
