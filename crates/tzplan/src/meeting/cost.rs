//! Whom a slot costs anything, when and why.

use std::fmt;

use chrono::NaiveDate;

use super::{Demand, Meetings, Slot};
use crate::team::ScheduleId;

/// Why an occurrence asks something of a member.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Cause {
    /// It lies outside their hours: no week asks less, days off aside.
    Hours,
    /// Another week asks less, days off aside: clocks have changed since (or they have gone to stay elsewhere).
    ClockChange,
    /// They are off: without their days off it would ask less.
    DayOff,
}

/// Occurrences that ask the same of those with a schedule, for the same reason.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Cost {
    /// Whose schedule it is.
    pub schedule: ScheduleId,
    /// Why.
    pub cause: Cause,
    /// What each asks; never nothing.
    pub demand: Demand,
    /// Their dates on the anchor's clock, in order; at least one. Those of a day off may lie far apart, others
    /// follow one another but for days off.
    pub dates: Vec<NaiveDate>,
}

impl fmt::Display for Cause {
    /// `hours`, `clock-change`, `day-off`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Hours => "hours",
            Self::ClockChange => "clock-change",
            Self::DayOff => "day-off",
        })
    }
}

impl Cost {
    /// The date of the first of them.
    pub fn first(&self) -> NaiveDate {
        self.dates[0]
    }

    /// The date of the last.
    pub fn last(&self) -> NaiveDate {
        self.dates[self.dates.len() - 1]
    }
}

impl Meetings<'_> {
    /// Whom a slot costs anything, when and why: for each schedule that somebody has, in order, first the runs of
    /// successive occurrences that ask the same, then what days off ask. Days off interrupt no run.
    pub fn costs(&self, slot: Slot) -> Vec<Cost> {
        let occurrences = self.occurrences(slot);
        let mut costs = Vec::new();
        for crowd in &self.crowds {
            let demands: Vec<_> = occurrences
                .iter()
                .map(|occurrence| (occurrence.date, crowd.ordinary(occurrence), crowd.demand(occurrence)))
                .collect();
            let least = demands.iter().map(|(_, ordinary, _)| *ordinary).min();
            let cost = |cause, demand, dates| Cost { schedule: crowd.schedule, cause, demand, dates };
            let workdays: Vec<_> =
                demands.iter().filter(|(_, ordinary, demand)| ordinary >= demand).collect();
            for run in workdays.chunk_by(|a, b| a.2 == b.2).filter(|run| run[0].2 > Demand::Stretch(0)) {
                let cause = if Some(run[0].2) > least { Cause::ClockChange } else { Cause::Hours };
                costs.push(cost(cause, run[0].2, run.iter().map(|(date, ..)| *date).collect()));
            }
            let mut off: Vec<_> = demands.iter().filter(|(_, ordinary, demand)| ordinary < demand).collect();
            // Stable: by date among equal demands.
            off.sort_by_key(|(_, _, demand)| std::cmp::Reverse(*demand));
            for alike in off.chunk_by(|a, b| a.2 == b.2) {
                costs.push(cost(Cause::DayOff, alike[0].2, alike.iter().map(|(date, ..)| *date).collect()));
            }
        }
        costs
    }
}
