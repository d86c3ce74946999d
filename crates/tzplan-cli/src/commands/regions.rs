//! Where to hire.

use tzplan::fit::Opening;
use tzplan::regions::{regions_of, sort as sorted};
use tzplan::{Horizon, Schedule, Tzdb, WeeklyHours, Zone, zone};
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
    let Settings { hours, hours_on, countries } = settings(arguments, &request.tzdb, &request.horizon)?;
    let chosen = Required::of("--with", &arguments.with, &request)?;
    let (prepared, context) = (chosen.prepared(), chosen.context());
    let opening = Opening::new(&prepared, &request.policy);
    let keep = |id: &str| {
        countries.is_empty() || zone::countries(id).any(|country| countries.iter().any(|c| c == country))
    };
    let sort = arguments.sort.into();
    let regions = progress::during("judging regions", || {
        let in_zone = |zone: &Zone| {
            let schedule = Schedule::new(zone.clone(), hours.clone());
            hours_on.as_ref().map_or(schedule.clone(), |clock| schedule.with_hours_on(clock))
        };
        let mut regions = regions_of(&opening, &request.tzdb, in_zone, keep);
        sorted(&mut regions, sort, |region| people_of(&region.zones).population.unwrap_or(0));
        regions
    });
    let shown = if arguments.all { Shown::All } else { Shown::Populous };
    let hours_on = hours_on.as_ref();
    let regions = Regions { hours: &hours, hours_on, regions: &regions, sort, shown, people_of: &people_of };
    target.write(&RegionsDocument::new(&opening, regions, context), form)?;
    Ok(Answer::Yes)
}

/// What to judge.
struct Settings {
    hours: WeeklyHours,
    /// The zone on whose clock they are meant, where it is not that of wherever somebody is hired.
    hours_on: Option<Zone>,
    /// The countries to look at, in capitals.
    countries: Vec<String>,
}

fn settings(arguments: &RegionsArguments, tzdb: &Tzdb, horizon: &Horizon) -> Result<Settings, Failure> {
    let mut cells = FlagCells::new(tzdb, horizon);
    let hours = cells.hours_and_days(arguments.hours.as_deref(), arguments.days.as_deref())?;
    let hours_on = match arguments.hours_in.as_deref() {
        Some(label) => cells.zone(Flag { name: "--hours-in", value: label }, label)?,
        None => None,
    };
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
    Ok(Settings { hours: hours.unwrap_or_default(), hours_on, countries })
}
