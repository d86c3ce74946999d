//! Whether a candidate fits.

use tzplan::fit::{FitResult, Opening};
use tzplan::{Attendance, PreparedTeam, Schedule, Team};
use tzplan_report::{Change, Context, json, text};

use super::roster::Request;
use super::{no_csv, pool};
use crate::args::{CandidateArguments, FitArguments, Format};
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::names::Names;
use crate::{Answer, output};

/// `tzplan fit ROSTER --zone Z` and `tzplan fit ROSTER --candidates POOL`
pub(super) fn fit(arguments: &FitArguments) -> Result<Answer, Failure> {
    let common = &arguments.team.common;
    let (style, mut answer) = (output::style(&common.output), Answer::Yes);
    output::write(common.output.output.as_deref(), |out| {
        let request = Request::read(&arguments.team.roster, common, &arguments.team.what_if)?;
        let chosen = with(&arguments.with, &request.names(), request.team())?;
        let mut changes = request.context().changes.to_vec();
        changes.extend(chosen.as_ref().map(|(_, change)| change.clone()));
        let context = Context { changes: &changes, ..request.context() };
        let team = chosen.as_ref().map_or(request.team(), |(team, _)| team);
        let prepared = PreparedTeam::new(team, request.horizon.clone());
        let opening = Opening::new(&prepared, &request.policy);
        if arguments.pool.candidates.is_some() {
            return pool::rank(out, arguments, &request.tzdb, &opening, context);
        }
        let schedule = schedule(&arguments.candidate, &request)?;
        let name = tzplan_roster::clean(&arguments.candidate.name);
        let candidate = opening.candidate(&schedule);
        if candidate.fit().result == FitResult::FitsAsync {
            answer = Answer::No;
        }
        match common.output.format {
            Format::Json => json::fit(out, &name, &candidate, context)?,
            Format::Text => text::fit(out, &name, &candidate, context, style)?,
            Format::Csv => return Err(no_csv("fit with one candidate")),
        }
        Ok(())
    })?;
    Ok(answer)
}

/// The team with only the chosen required, and how a report tells it; `None` where nobody is chosen.
fn with(chosen: &[String], names: &Names<'_>, team: &Team) -> Result<Option<(Team, Change)>, Failure> {
    let (mut places, mut faults) = (Vec::new(), Vec::new());
    for value in chosen {
        // A name may hold a comma.
        let several: Vec<&str> =
            if names.find(value).is_ok() { vec![value] } else { value.split(',').collect() };
        for name in several {
            match names.find(name) {
                Ok(place) if places.contains(&place) => {}
                Ok(place) => places.push(place),
                Err(why) => faults.push(format!("--with: {why}")),
            }
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Several(faults));
    }
    if places.is_empty() {
        return Ok(None);
    }
    places.sort_unstable();
    let required = |place: usize| places.binary_search(&place).is_ok();
    let team = team.with_attendance(|member| {
        if required(member.index()) { Attendance::Required } else { Attendance::Optional }
    });
    let who = places.iter().map(|place| names.who(*place)).collect();
    Ok(Some((team, Change::Only { required: who })))
}

/// The candidate's schedule, of the flags.
fn schedule(arguments: &CandidateArguments, request: &Request) -> Result<Schedule, Failure> {
    let mut cells = FlagCells::new(&request.tzdb);
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
