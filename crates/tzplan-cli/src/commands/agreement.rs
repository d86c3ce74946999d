//! The working agreement.

use std::io;

use tzplan::agreement::{Agreement, AgreementOptions};
use tzplan::{MemberId, Minutes, Plan};
use tzplan_report::{AgreementDocument, Context, ics};

use super::meet::note_changes_of_calendar;
use crate::answer::Answer;
use crate::args::{AgreementArguments, Format, TeamArguments};
use crate::failure::Failure;
use crate::output::{self, Target};
use crate::progress;
use crate::request::Request;

/// Whom to ask is worked out among this many different schedules: nobody reads an agreement of more.
const MOST_SCHEDULES: usize = 200;

/// `tzplan agreement ROSTER`
pub(super) fn agreement(arguments: &AgreementArguments) -> Result<Answer, Failure> {
    let mut options = AgreementOptions::default();
    options.duration = arguments.duration;
    if options.duration == Minutes::ZERO || options.duration > Minutes::hours(24) {
        let message = format!("--duration `{}`: a stand-up lasts 1 minute to 24 hours", options.duration);
        return Err(Failure::Setting(message));
    }
    if arguments.ics {
        return calendar(&arguments.team, &options, ics::agreement);
    }
    let output = &arguments.team.common.output;
    let (target, form) = output::open_page(output, arguments.team.roster.source())?;
    let request = Request::of(&arguments.team)?;
    let people = people(&request, &arguments.people)?;
    let agreement = agreed(&request, &options)?;
    target.write(&AgreementDocument::new(&agreement, request.context()).for_people(&people), form)?;
    Ok(Answer::Yes)
}

/// The members whom `--for` names, each once.
fn people(request: &Request, wanted: &[String]) -> Result<Vec<MemberId>, Failure> {
    let names = request.names();
    let mut people = Vec::new();
    for name in wanted {
        let place = names.find(name).map_err(|why| Failure::Setting(format!("--for: {why}")))?;
        people.extend(request.team().member(place).map(tzplan::MemberRef::id));
    }
    let mut seen = std::collections::HashSet::new();
    people.retain(|one| seen.insert(*one));
    Ok(people)
}

/// `tzplan year ROSTER --ics`
pub(super) fn clock_changes(arguments: &TeamArguments) -> Result<Answer, Failure> {
    let mut options = AgreementOptions::default();
    options.standups = false;
    calendar(arguments, &options, ics::clock_changes)
}

/// A form of an agreement that is a calendar.
fn calendar(
    arguments: &TeamArguments,
    options: &AgreementOptions,
    write: impl Fn(&mut dyn io::Write, &Agreement, Context<'_>) -> io::Result<()>,
) -> Result<Answer, Failure> {
    let output = &arguments.common.output;
    if output.format != Format::Text {
        return Err(Failure::Setting("--ics is a form of its own; drop --format".to_owned()));
    }
    output::not_on_a_terminal("a calendar", output.path(), &arguments.roster.source().file_name("ics"))?;
    let mut target = Target::open(output.path())?;
    let request = Request::of(arguments)?;
    let agreement = agreed(&request, options)?;
    note_changes_of_calendar(&request.context())?;
    write(&mut target, &agreement, request.context())?;
    target.finish()?;
    Ok(Answer::Yes)
}

/// What the team agrees on.
fn agreed(request: &Request, options: &AgreementOptions) -> Result<Agreement, Failure> {
    let prepared = request.prepared();
    let schedules = prepared.profiles().len();
    if schedules > MOST_SCHEDULES {
        return Err(Failure::Setting(format!(
            "{schedules} different schedules are too many for one agreement; name a roster of at most \
            {MOST_SCHEDULES}"
        )));
    }
    let plan = progress::during("planning", || Plan::of(&prepared, &request.policy));
    Ok(progress::during("agreeing", || Agreement::of(&prepared, &plan, options)))
}
