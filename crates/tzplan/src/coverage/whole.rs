//! What the groups of a team have in common: the years of its schedules, each found once.

use std::sync::OnceLock;

use super::home_week::home_clock;
use crate::availability::availability;
use crate::interval::IntervalSet;
use crate::minutes::UtcMinute;
use crate::season::{Newcomer, PreparedTeam};
use crate::team::ScheduleId;

/// What the groups of a team have in common.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) prepared: PreparedTeam,
    /// The clock of the horizon's home.
    pub(super) home: Newcomer,
    /// By schedule.
    years: Vec<OnceLock<Year>>,
}

/// The working hours of a schedule over the horizon.
#[derive(Debug)]
pub(super) struct Year {
    pub(super) at_work: IntervalSet<UtcMinute>,
    /// Without days off; `None` where it has none.
    pub(super) ordinarily: Option<IntervalSet<UtcMinute>>,
}

impl Whole {
    pub(super) fn of(prepared: &PreparedTeam) -> Self {
        let years = prepared.team().schedules().iter().map(|_| OnceLock::new()).collect();
        Self { prepared: prepared.clone(), home: home_clock(prepared.horizon()), years }
    }

    pub(super) fn year(&self, id: ScheduleId) -> &Year {
        self.years[id.index()].get_or_init(|| {
            let (schedule, range) = (self.prepared.team().schedule(id), self.prepared.horizon().range());
            let is_off = !schedule.days_off().is_empty();
            Year {
                at_work: availability(schedule, range),
                ordinarily: is_off.then(|| availability(&schedule.without_days_off(), range)),
            }
        })
    }
}

impl Year {
    pub(super) fn ordinarily(&self) -> &IntervalSet<UtcMinute> {
        self.ordinarily.as_ref().unwrap_or(&self.at_work)
    }
}
