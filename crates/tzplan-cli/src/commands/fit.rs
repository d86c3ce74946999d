//! Whether a candidate fits.

use tzplan::fit::{FitResult, Opening};
use tzplan::{PreparedTeam, Schedule};
use tzplan_report::{csv, json, markdown, text};

use super::pool as pools;
use crate::answer::Answer;
use crate::args::{CandidateArguments, FitArguments, Format};
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::output;
use crate::request::Request;
use crate::required::Required;

/// `tzplan fit ROSTER --zone Z` and `tzplan fit ROSTER --candidates POOL`
pub(super) fn fit(arguments: &FitArguments) -> Result<Answer, Failure> {
    let (common, pool) = (&arguments.team.common, &arguments.pool);
    let is_about_pool = pool.top.is_some() || pool.skip_bad || pool.candidates_sheet.is_some();
    if pool.candidates.is_none() && is_about_pool {
        let why = "--top, --skip-bad and --candidates-sheet are about a pool; name it with --candidates";
        return Err(Failure::Setting(why.to_owned()));
    }
    let (style, mut answer) = (output::style(&common.output), Answer::Yes);
    output::write(common.output.output.as_deref(), |out| {
        let request = Request::read(arguments.team.roster.source(), common, &arguments.team.what_if)?;
        let chosen = Required::of("--with", &arguments.with, &request)?;
        let context = chosen.context(&request);
        let prepared = PreparedTeam::new(chosen.team(&request), request.horizon.clone());
        let opening = Opening::new(&prepared, &request.policy);
        if pool.candidates.is_some() {
            return pools::rank(out, arguments, &request, &opening, context);
        }
        let schedule = schedule(&arguments.candidate, &request)?;
        let name = tzplan_roster::clean(&arguments.candidate.name);
        let candidate = opening.candidate(&schedule);
        if candidate.fit().result == FitResult::FitsAsync {
            answer = Answer::No;
        }
        match common.output.format {
            Format::Json => json::fit(out, &name, &candidate, context)?,
            Format::Markdown => markdown::fit(out, &name, &candidate, context)?,
            Format::Text => text::fit(out, &name, &candidate, context, style)?,
            Format::Csv => {
                super::changes_untold(&context)?;
                csv::fit(out, &candidate)?;
            }
        }
        Ok(())
    })?;
    Ok(answer)
}

/// The candidate's schedule, of the flags.
fn schedule(arguments: &CandidateArguments, request: &Request) -> Result<Schedule, Failure> {
    let mut cells = FlagCells::new(&request.tzdb, &request.horizon);
    let label = arguments.zone.as_deref().unwrap_or_default();
    let zone = cells.zone(Flag { name: "--zone", value: label }, label)?;
    let hours = cells.hours_and_days(arguments.hours.as_deref(), arguments.days.as_deref())?;
    cells.finish()?;
    match (zone, hours) {
        (Some(zone), Some(hours)) => Ok(Schedule::new(zone, hours)),
        // Both are there where there is no fault.
        _ => Err(Failure::Setting("name the candidate's zone with --zone".to_owned())),
    }
}
