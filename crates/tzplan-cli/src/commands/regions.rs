//! Where to hire.

use tzplan::regions::{regions_of, sort as sorted};
use tzplan::{Schedule, WeeklyHours, Zone, zone};
use tzplan_report::{Assumption, Context, Regions, RegionsDocument, Shown};

use crate::answer::Answer;
use crate::args::{FitArguments, ReachArguments, RegionsArguments, Sort, TeamArguments};
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::output;
use crate::people_of::people_of;
use crate::progress;
use crate::reach::Reach;
use crate::request::Request;
use crate::required::Required;

/// `tzplan regions ROSTER`
pub(super) fn regions(arguments: &RegionsArguments) -> Result<Answer, Failure> {
    answer(&Asked {
        team: &arguments.team,
        with: &arguments.with,
        hours: arguments.hours.as_deref(),
        days: arguments.days.as_deref(),
        hours_in: arguments.hours_in.as_deref(),
        countries: &arguments.country,
        sort: arguments.sort,
        shown: if arguments.all { Shown::All } else { Shown::Populous },
        reach: &arguments.reach,
    })
}

/// `tzplan fit ROSTER --offsets RANGE`: the regions in it, for the candidate's hours.
pub(super) fn in_offsets(arguments: &FitArguments) -> Result<Answer, Failure> {
    let candidate = &arguments.candidate;
    let why = match (&candidate.zone, candidate.flex.is_some()) {
        (Some(_), _) => "--zone is one place and --offsets are many; name one of the two",
        (None, true) => "--flex is about one candidate; name the place with --zone",
        (None, false) => "",
    };
    if !why.is_empty() {
        return Err(Failure::Setting(why.to_owned()));
    }
    answer(&Asked {
        team: &arguments.team,
        with: &arguments.with,
        hours: candidate.hours.as_deref(),
        days: candidate.days.as_deref(),
        hours_in: candidate.hours_in.as_deref(),
        countries: &[],
        sort: Sort::Fit,
        shown: Shown::Populous,
        reach: &arguments.reach,
    })
}

/// What is asked about regions.
struct Asked<'a> {
    team: &'a TeamArguments,
    with: &'a [String],
    hours: Option<&'a str>,
    days: Option<&'a str>,
    hours_in: Option<&'a str>,
    countries: &'a [String],
    sort: Sort,
    shown: Shown,
    reach: &'a ReachArguments,
}

fn answer(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let (target, form) = output::open(&asked.team.common.output)?;
    let mut request = Request::of(asked.team)?;
    let Settings { hours, hours_on, countries, assumptions } = settings(asked, &request)?;
    request.assume(assumptions);
    let chosen = Required::of("--with", asked.with, &request)?;
    let reach = Reach::of(asked.reach, &request, &chosen)?;
    let in_country = |id: &str| {
        countries.is_empty() || zone::countries(id).any(|country| countries.iter().any(|c| c == country))
    };
    let in_offsets =
        |id: &str| reach.offsets().is_none() || request.tzdb.zone(id).is_ok_and(|zone| reach.has(&zone));
    let sort = asked.sort.into();
    let regions = progress::during("judging regions", || {
        let in_zone = |zone: &Zone| {
            let schedule = Schedule::new(zone.clone(), hours.clone());
            hours_on.as_ref().map_or(schedule.clone(), |clock| schedule.with_hours_on(clock))
        };
        let keep = |id: &str| in_country(id) && in_offsets(id);
        let mut regions = regions_of(reach.openings(), &request.tzdb, in_zone, keep);
        sorted(&mut regions, sort, |region| people_of(&region.zones).population.unwrap_or(0));
        regions
    });
    let changes = reach.changes(None);
    let context = Context { changes: &changes, assumptions: reach.assumptions(), ..chosen.context() };
    let hours_on = hours_on.as_ref();
    let regions = Regions {
        hours: &hours,
        hours_on,
        regions: &regions,
        sort,
        shown: asked.shown,
        people_of: &people_of,
    };
    let document = RegionsDocument::new(reach.whole(), regions, context).any_of(reach.hubs().to_vec());
    target.write(&document, form)?;
    Ok(Answer::Yes)
}

/// What to judge.
struct Settings {
    hours: WeeklyHours,
    /// The zone on whose clock they are meant, where it is not that of wherever somebody is hired.
    hours_on: Option<Zone>,
    /// The countries to look at, in capitals.
    countries: Vec<String>,
    /// What the flags leave open.
    assumptions: Vec<Assumption>,
}

fn settings(asked: &Asked<'_>, request: &Request) -> Result<Settings, Failure> {
    let tzdb = &request.tzdb;
    let mut cells = FlagCells::new(tzdb, &request.horizon).reading_as(&request.options.labels);
    let flag = Flag { name: "--hours", value: asked.hours.unwrap_or("9-17") };
    let hours = cells.hours_and_days(flag, asked.days, None, None);
    let named = hours.as_ref().and_then(|cell| cell.clock.clone());
    let hours_on = match asked.hours_in {
        Some(_) if named.is_some() => {
            cells.fault(flag, "it names a clock itself; drop --hours-in, or the clock in it");
            None
        }
        Some(label) => cells.zone(Flag { name: "--hours-in", value: label }, label)?,
        None => named,
    };
    let mut countries = Vec::new();
    for value in asked.countries {
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
    let assumptions = cells.finish()?;
    let hours = hours.map(|cell| cell.hours).unwrap_or_default();
    Ok(Settings { hours, hours_on, countries, assumptions })
}
