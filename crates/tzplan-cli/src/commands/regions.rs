//! Where to hire.

use tzplan::fit::Opening;
use tzplan::regions::{regions as regions_of, sort as sorted};
use tzplan::{Horizon, Tzdb, WeeklyHours, zone};
use tzplan_report::{Regions, RegionsDocument, Shown};

use crate::answer::Answer;
use crate::args::RegionsArguments;
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::output;
use crate::people_of::people_of;
use crate::progress;
use crate::request::Request;
use crate::required::Required;

/// `tzplan regions ROSTER`
pub(super) fn regions(arguments: &RegionsArguments) -> Result<Answer, Failure> {
    let (target, form) = output::open(&arguments.team.common.output)?;
    let request = Request::of(&arguments.team)?;
    let (hours, countries) = settings(arguments, &request.tzdb, &request.horizon)?;
    let chosen = Required::of("--with", &arguments.with, &request)?;
    let (prepared, context) = (chosen.prepared(), chosen.context());
    let opening = Opening::new(&prepared, &request.policy);
    let keep = |id: &str| {
        countries.is_empty() || zone::countries(id).any(|country| countries.iter().any(|c| c == country))
    };
    let sort = arguments.sort.into();
    let regions = progress::during("judging regions", || {
        let mut regions = regions_of(&opening, &request.tzdb, &hours, keep);
        sorted(&mut regions, sort, |region| people_of(&region.zones).population.unwrap_or(0));
        regions
    });
    let shown = if arguments.all { Shown::All } else { Shown::Populous };
    let regions = Regions { hours: &hours, regions: &regions, sort, shown, people_of: &people_of };
    target.write(&RegionsDocument::new(&opening, regions, context), form)?;
    Ok(Answer::Yes)
}

/// The hours to judge, and the countries to look at, in capitals.
fn settings(
    arguments: &RegionsArguments,
    tzdb: &Tzdb,
    horizon: &Horizon,
) -> Result<(WeeklyHours, Vec<String>), Failure> {
    let mut cells = FlagCells::new(tzdb, horizon);
    let flag = Flag { name: "--hours", value: arguments.hours.as_deref().unwrap_or("9-17") };
    let hours = cells.hours_and_days(flag, arguments.days.as_deref(), None)?;
    if hours.as_ref().is_some_and(|cell| cell.clock.is_some()) {
        cells.fault(flag, "every region is judged by hours on its own clock; name no other one");
    }
    let mut countries = Vec::new();
    for value in &arguments.country {
        let code = value.trim().to_ascii_uppercase();
        if tzdb.ids().any(|id| zone::countries(id).any(|country| country == code)) {
            countries.push(code);
        } else {
            cells.fault(
                Flag { name: "--country", value },
                "no zone is in a country of that code; write two letters, such as BR or IN",
            );
        }
    }
    cells.finish()?;
    Ok((hours.map(|cell| cell.hours).unwrap_or_default(), countries))
}
