//! Whether a candidate fits.

use tzplan::Schedule;
use tzplan::fit::{FitResult, best_of};
use tzplan_report::{Assumption, Context, FitDocument};

use super::{pool, regions};
use crate::answer::Answer;
use crate::args::{CandidateArguments, FitArguments, PoolArguments};
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::output;
use crate::reach::Reach;
use crate::request::Request;
use crate::required::Required;

/// `tzplan fit ROSTER --zone Z` and `tzplan fit ROSTER --candidates POOL`
pub(super) fn fit(arguments: &FitArguments) -> Result<Answer, Failure> {
    if arguments.pool.candidates.is_some() {
        return pool::rank(arguments);
    }
    nothing_about_a_pool(&arguments.pool)?;
    if arguments.reach.offsets.is_some() {
        return regions::in_offsets(arguments);
    }
    let (target, form) = output::open_page(&arguments.team.common.output, arguments.team.roster.source())?;
    let mut request = Request::of(&arguments.team)?;
    let Flags { schedule, place, assumptions } = flags(&arguments.candidate, &request)?;
    request.assume(assumptions);
    let chosen = Required::of("--with", &arguments.with, &request)?;
    let reach = Reach::of(&arguments.reach, &request, &chosen)?;
    let name = tzplan_roster::clean(&arguments.candidate.name);
    let Some((hub, candidate)) = best_of(reach.openings(), &schedule) else {
        return Err(Failure::Setting("there is no team to judge for".to_owned()));
    };
    let changes = reach.changes(Some(hub));
    let context = Context { changes: &changes, assumptions: reach.assumptions(), ..chosen.context() };
    let document = FitDocument::new(&name, &candidate, context).with_place(place.as_deref());
    target.write(&document, form)?;
    Ok(Answer::yes_if(document.result() != FitResult::FitsAsync))
}

fn nothing_about_a_pool(pool: &PoolArguments) -> Result<(), Failure> {
    if pool.top.is_some()
        || pool.skip_bad
        || pool.candidates_sheet.is_some()
        || !pool.candidates_column.is_empty()
        || pool.sort.is_some()
    {
        let why = "--top, --sort, --skip-bad, --candidates-sheet and --candidates-column are about a pool; \
        name it with --candidates";
        return Err(Failure::Setting(why.to_owned()));
    }
    Ok(())
}

/// The hours of a candidate of whom none are given.
const DEFAULT_HOURS: &str = "09:00-17:00";

/// A candidate as flags have them.
struct Flags {
    schedule: Schedule,
    /// Where they live, as it was typed.
    place: Option<String>,
    /// What they leave open.
    assumptions: Vec<Assumption>,
}

fn flags(arguments: &CandidateArguments, request: &Request) -> Result<Flags, Failure> {
    let mut cells = FlagCells::new(&request.tzdb, &request.horizon).reading_as(&request.options.labels);
    let place = Flag { name: "--zone", value: arguments.zone.as_deref().unwrap_or_default() };
    let (label, beside) = cells.zone_and_hours(place.value);
    let zone = cells.zone(place, label)?;
    let hours = match (arguments.hours.as_deref(), beside) {
        (Some(value), _) => Flag { name: "--hours", value },
        (None, Some(value)) => Flag { name: "--zone", value },
        (None, None) => {
            cells.assume(place, "default-hours", "no hours are given: 09:00-17:00 is assumed".to_owned());
            Flag { name: "--zone", value: DEFAULT_HOURS }
        }
    };
    if beside.is_some() && arguments.hours.is_some() {
        cells.fault(place, "it gives hours, and so does --hours; drop one of the two");
    }
    let usual = zone.as_ref().and_then(|zone| cells.usual_week(zone, label));
    let hours = cells.hours_and_days(hours, arguments.days.as_deref(), zone.as_ref(), usual);
    let clock = match arguments.hours_in.as_deref() {
        Some(label) => {
            let flag = Flag { name: "--hours-in", value: label };
            let clock = cells.zone(flag, label)?;
            if hours.as_ref().is_some_and(|cell| cell.clock.is_some() && cell.clock != clock) {
                cells.fault(flag, "the hours name another clock themselves; drop one of the two");
            }
            clock
        }
        None => {
            hours.as_ref().and_then(|cell| cell.clock.clone()).filter(|clock| Some(clock) != zone.as_ref())
        }
    };
    let off = arguments.holidays.as_deref().map(|codes| (codes, label));
    let off = off.map(|(codes, label)| cells.holidays(codes, label, &request.options)).transpose()?;
    let place = cells.place(label);
    let assumptions = cells.finish()?;
    match (zone, hours.map(|cell| cell.hours)) {
        (Some(zone), Some(hours)) => {
            let mut schedule = Schedule::new(zone, hours);
            if let Some(clock) = clock {
                schedule = schedule.with_hours_on(&clock);
            }
            if let Some(Some((dates, holidays))) = off {
                schedule = schedule.with_days_off(dates).with_holidays(&holidays);
            }
            if let Some(flex) = arguments.flex {
                schedule = schedule.with_flex(flex);
            }
            Ok(Flags { schedule, place, assumptions })
        }
        // Both are there where there is no fault.
        _ => Err(Failure::Setting("name the candidate's zone with --zone".to_owned())),
    }
}
