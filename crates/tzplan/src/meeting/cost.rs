//! Whom a slot costs anything, and when.

use chrono::NaiveDate;

use super::{Demand, Meetings, Slot};
use crate::team::ScheduleId;

/// Successive occurrences that ask the same of those with a schedule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Cost {
    /// Whose schedule it is.
    pub schedule: ScheduleId,
    /// The date of the first of them.
    pub first: NaiveDate,
    /// The date of the last.
    pub last: NaiveDate,
    /// How many there are.
    pub occurrences: u32,
    /// What each asks.
    pub demand: Demand,
}

impl Meetings<'_> {
    /// Whom a slot costs anything, and when: for each schedule of the team that somebody has, in order, the runs of
    /// successive occurrences that ask the same more than nothing of them.
    pub fn costs(&self, slot: Slot) -> Vec<Cost> {
        let occurrences = self.occurrences(slot);
        let mut costs = Vec::new();
        for (schedule, workdays, ..) in &self.members {
            let demands: Vec<(NaiveDate, Demand)> = occurrences
                .iter()
                .map(|occurrence| (occurrence.date, workdays.demand(occurrence.start.0, occurrence.end.0)))
                .collect();
            let runs = demands.chunk_by(|a, b| a.1 == b.1).filter(|run| run[0].1 != Demand::Stretch(0));
            costs.extend(runs.map(|run| Cost {
                schedule: *schedule,
                first: run[0].0,
                last: run[run.len() - 1].0,
                occurrences: run.len() as u32,
                demand: run[0].1,
            }));
        }
        costs
    }
}
