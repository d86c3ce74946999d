//! How many are at work, and the gaps.

use chrono::WeekdaySet;
use tzplan::Zone;
use tzplan::coverage::Service;
use tzplan_report::{Assumption, CoverageDocument, GroupBy};

use crate::answer::Answer;
use crate::args::{self, CoverageArguments};
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::output;
use crate::people_of::people_of;
use crate::request::Request;

/// `tzplan coverage ROSTER`
pub(super) fn coverage(arguments: &CoverageArguments) -> Result<Answer, Failure> {
    let (target, form) = output::open(&arguments.team.common.output)?;
    let mut request = Request::of(&arguments.team)?;
    let (service, assumptions) = service(arguments, &request)?;
    request.assume(assumptions);
    let (prepared, context) = (request.prepared(), request.context());
    let by = arguments.by.map(|by| match by {
        args::GroupBy::Team => GroupBy::Team,
        args::GroupBy::Role => GroupBy::Role,
    });
    let zones: Vec<Zone> = request.tzdb.ids().filter_map(|id| request.tzdb.zone(id).ok()).collect();
    let document = CoverageDocument::new(&prepared, &service, by, context)
        .with_moves(&request.policy)
        .with_places(&zones, &people_of);
    target.write(&document, form)?;
    Ok(Answer::Yes)
}

/// What has to be covered, of the flags; and what they leave open.
fn service(arguments: &CoverageArguments, request: &Request) -> Result<(Service, Vec<Assumption>), Failure> {
    let mut cells = FlagCells::new(&request.tzdb, &request.horizon).reading_as(&request.options.labels);
    let hours = match arguments.service.as_deref() {
        None => None,
        Some(value) if value.trim().eq_ignore_ascii_case("24x7") || value.trim() == "24/7" => None,
        Some(value) => {
            let (flag, home) = (Flag { name: "--service", value }, request.horizon.home());
            let cell = cells.hours(flag, value, Some(WeekdaySet::ALL), Some(home));
            if cell.as_ref().and_then(|cell| cell.clock.as_ref()).is_some_and(|clock| clock != home) {
                cells.fault(flag, "the service is on the home clock; name the zone with --home instead");
            }
            cell.map(|cell| cell.hours)
        }
    };
    let assumptions = cells.finish()?;
    let service = hours.map_or_else(Service::around_the_clock, Service::hours);
    Ok((service.at_least(arguments.at_least), assumptions))
}
