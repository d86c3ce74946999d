//! What a document about coverage shows.

pub(crate) mod csv;
mod gaps;
pub(crate) mod handoffs;
pub(crate) mod json;
pub(crate) mod ordinary_week;
mod relays;
pub(crate) mod text;

use chrono::{Weekday, WeekdaySet};
use tzplan::coverage::{Coverage, RelaySeason, Service, ServiceCoverage, coverage, service_coverage};
use tzplan::{Horizon, Minutes, Stretch, Team, WeeklyHours};

/// How a team, or a group of it, covers the hours that have to be covered.
#[derive(Clone, Debug)]
pub struct Staffing<'a> {
    /// How many are at work at every instant.
    pub coverage: Coverage,
    /// The hours that have to be covered.
    pub service: &'a Service,
    /// How they are.
    pub served: ServiceCoverage,
    /// Minutes covered from Monday to Friday on the home clock, by as many people, and all of those minutes.
    pub working_week: (Minutes, Minutes),
    /// Who goes on when another group's day ends, where groups were asked for.
    pub relays: Option<Relays<'a>>,
}

/// The hand-offs between groups.
#[derive(Clone, Debug)]
pub struct Relays<'a> {
    /// What makes a group: `team`, `role`.
    pub by: &'a str,
    /// The groups' names, by number.
    pub names: Vec<&'a str>,
    /// The hand-offs, season by season.
    pub seasons: Vec<RelaySeason>,
}

impl<'a> Staffing<'a> {
    /// That of everybody in a team, without hand-offs.
    pub fn of(team: &Team, horizon: &Horizon, service: &'a Service) -> Self {
        let working_week = service_coverage(team, horizon, &working_week().at_least(service.people()));
        Self {
            coverage: coverage(team, horizon, |_| true),
            service,
            served: service_coverage(team, horizon, service),
            working_week: (working_week.covered, working_week.all),
            relays: None,
        }
    }
}

/// Monday to Friday around the clock.
fn working_week() -> Service {
    let days = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let days = WeekdaySet::from_array(days);
    let stretches = days.iter(Weekday::Mon).filter_map(|day| Stretch::new(day, 0, 24 * 60).ok());
    Service::hours(WeeklyHours::new(stretches))
}
