//! How hours that have to be covered are.

use chrono::{Weekday, WeekdaySet};
use tzplan::coverage::{Crew, Service, ServiceCoverage, ServiceShare};
use tzplan::{Stretch, WeeklyHours};

/// How a team, or a group of it, covers the hours that have to be covered.
#[derive(Clone, Debug)]
pub(super) struct Staffing<'a> {
    /// Who is at work.
    pub(super) crew: Crew,
    /// The hours that have to be covered.
    pub(super) service: &'a Service,
    /// How they are.
    pub(super) served: ServiceCoverage,
    /// How Monday to Friday on the home clock are, by as many people.
    pub(super) working_week: ServiceShare,
}

impl<'a> Staffing<'a> {
    pub(super) fn of(crew: Crew, service: &'a Service) -> Self {
        Self {
            service,
            served: crew.service(service),
            working_week: crew.share(&working_week().at_least(service.people())),
            crew,
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
