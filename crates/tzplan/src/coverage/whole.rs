//! What the groups of a team have in common: the years of its schedules, each found once.

use std::sync::{Arc, OnceLock};

use super::Service;
use super::home_week::{HomeClock, home_clock};
use super::weekly::Weekly;
use crate::availability::availability;
use crate::hours::WeeklyHours;
use crate::interval::IntervalSet;
use crate::memo::Memo;
use crate::minutes::UtcMinute;
use crate::season::{Newcomer, PreparedTeam};
use crate::team::{Schedule, ScheduleId};

/// What the groups of a team have in common.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) prepared: PreparedTeam,
    /// The clock of the horizon's home.
    pub(super) home: Newcomer,
    pub(super) home_clock: HomeClock,
    /// The instants of services, by their hours.
    services: Memo<Option<WeeklyHours>, IntervalSet<UtcMinute>>,
    /// By schedule.
    years: Vec<OnceLock<Year>>,
}

/// The working hours of a schedule over the horizon.
#[derive(Debug)]
pub(super) struct Year {
    pub(super) at_work: Weekly,
    /// Without days off; `None` where it has none.
    pub(super) ordinarily: Option<Weekly>,
}

impl Whole {
    pub(super) fn of(prepared: &PreparedTeam) -> Self {
        let years = prepared.team().schedules().iter().map(|_| OnceLock::new()).collect();
        Self {
            prepared: prepared.clone(),
            home: home_clock(prepared.horizon()),
            home_clock: HomeClock::of(prepared.horizon()),
            services: Memo::default(),
            years,
        }
    }

    /// The instants that have to be covered.
    pub(super) fn wanted(&self, service: &Service) -> Arc<IntervalSet<UtcMinute>> {
        let find = |_: &Option<WeeklyHours>| Arc::new(service.instants(self.prepared.horizon()));
        self.services.get_or_make(service.weekly_hours().cloned(), find)
    }

    pub(super) fn year(&self, id: ScheduleId) -> &Year {
        self.years[id.index()].get_or_init(|| {
            let (schedule, range) = (self.prepared.team().schedule(id), self.prepared.horizon().range());
            let is_off = !schedule.days_off().is_empty();
            let weekly = |schedule: &Schedule| Weekly::of(availability(schedule, range), range);
            Year {
                at_work: weekly(schedule),
                ordinarily: is_off.then(|| weekly(&schedule.without_days_off())),
            }
        })
    }
}

impl Year {
    pub(super) fn ordinarily(&self) -> &Weekly {
        self.ordinarily.as_ref().unwrap_or(&self.at_work)
    }
}
