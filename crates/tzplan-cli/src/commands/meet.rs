//! Meetings: recurring slots, single ones, turns; as an answer or as a calendar.

use std::io::Write;

use tzplan::hours::parse_days;
use tzplan::meeting::{ChangeKind, MeetingOptions, Meetings, RotationOptions, Slot, SlotPlan};
use tzplan::{Minutes, PreparedTeam, Team};
use tzplan_report::ics::{Invitation, Spoilt};
use tzplan_report::{Context, Meeting, Turns, csv, ics, json, markdown, text};

use crate::answer::Answer;
use crate::args::{Format, MeetArguments};
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::request::Request;
use crate::required::Required;
use crate::{diagnostics, ledger, output, progress};

/// `tzplan meet ROSTER`: 0 with a clean slot, a rotation or a calendar, 1 without a clean slot.
pub(super) fn meet(arguments: &MeetArguments) -> Result<Answer, Failure> {
    let common = &arguments.common();
    let mut answer = Answer::Yes;
    output::write(common.output.output.as_deref(), |out| {
        if arguments.calendar.ics && common.output.format != Format::Text {
            let why = "--ics is a form of its own; drop --format";
            return Err(Failure::Setting(why.to_owned()));
        }
        let request = Request::read(arguments.team.roster.source(), common, &arguments.team.what_if)?;
        let chosen = Required::of("--required", &arguments.required, &request)?;
        let (team, context) = (chosen.team(&request), chosen.context(&request));
        let options = options(arguments, &request)?;
        let meetings = Meetings::new(team, &request.horizon, &request.policy, &options);
        match arguments.rotation.rotate {
            Some(weeks) => rotate(out, arguments, &request, team, &meetings, weeks, context),
            None => {
                answer = rank(out, arguments, team, &meetings, context)?;
                Ok(())
            }
        }
    })?;
    Ok(answer)
}

/// The slots, the best first; or the calendar of one.
fn rank(
    out: &mut dyn Write,
    arguments: &MeetArguments,
    team: &Team,
    meetings: &Meetings<'_>,
    context: Context<'_>,
) -> Result<Answer, Failure> {
    let slots = progress::during("looking for slots", || meetings.ranked());
    let changes = progress::during("looking for what would open one", || meetings.changes());
    if arguments.calendar.ics {
        let pick = arguments.calendar.pick.map(|pick| pick as usize);
        let slot = match (pick, changes.first()) {
            // What a team wants is not a meeting at night that no holiday touches.
            (None, Some(change)) if change.kind == ChangeKind::LeaveOut => Some(change.slot),
            (pick, _) => slots.get(pick.unwrap_or(1) - 1).map(|plan| plan.slot),
        };
        let slot = slot.ok_or_else(|| no_such_slot(slots.len()))?;
        changes_untold(&context)?;
        ics::slot(out, team, meetings, slot, invitation(arguments), context)?;
        return Ok(Answer::Yes);
    }
    let obstacles = meetings.obstacles();
    let listed = slots.len().min(arguments.top as usize);
    let meeting = Meeting { slots: &slots, listed, obstacles: obstacles.as_ref(), changes: &changes };
    match arguments.team.common.output.format {
        Format::Json => json::meet(out, team, meetings, &meeting, context)?,
        Format::Csv => {
            super::changes_untold(&context)?;
            csv::meet(out, meetings, &meeting)?;
        }
        Format::Markdown => {
            let prepared = PreparedTeam::new(team, meetings.horizon().clone());
            markdown::meet(out, &prepared, meetings, &meeting, context)?;
        }
        Format::Text => {
            let style = output::style(&arguments.team.common.output);
            let prepared = PreparedTeam::new(team, meetings.horizon().clone());
            text::meet(out, &prepared, meetings, &meeting, context, style)?;
        }
    }
    Ok(if slots.iter().any(SlotPlan::is_clean) { Answer::Yes } else { Answer::No })
}

/// A calendar has no place to say that it is about a changed team.
fn changes_untold(context: &Context<'_>) -> Result<(), Failure> {
    if !context.changes.is_empty() {
        diagnostics::note("the roster was changed before by flags; the calendar does not say so")?;
    }
    Ok(())
}

fn no_such_slot(slots: usize) -> Failure {
    Failure::Setting(match slots {
        0 => "no slot to write: the planning range has none of these days".to_owned(),
        slots => format!("--pick names no slot: {slots} were looked at"),
    })
}

/// Turns over some weeks; or their calendar.
fn rotate(
    out: &mut dyn Write,
    arguments: &MeetArguments,
    request: &Request,
    team: &Team,
    meetings: &Meetings<'_>,
    weeks: u32,
    context: Context<'_>,
) -> Result<(), Failure> {
    let names = request.names();
    let mut options = RotationOptions::default();
    options.weeks = weeks as usize;
    options.carried = ledger::read(&arguments.rotation.ledger, &names, team.len())?;
    let mut slots: Vec<Slot> = match arguments.rotation.slots {
        Some(most) => meetings.ranked().iter().take(most as usize).map(|plan| plan.slot).collect(),
        None => meetings.slots().collect(),
    };
    slots.sort_unstable();
    let candidates = slots.len();
    options.slots = Some(slots);
    let rotation = progress::during("taking turns", || meetings.rotation(&options));
    let rotation = rotation.ok_or_else(|| too_few_weeks(weeks, request))?;
    if arguments.calendar.ics {
        changes_untold(&context)?;
        return Ok(ics::rotation(out, team, meetings, &rotation, invitation(arguments), context)?);
    }
    let ledger = rotation.ledger(team, &options.carried);
    let who = |member| names.who(member);
    let turns = Turns { rotation: &rotation, ledger: &ledger, candidates, who: &who };
    match arguments.team.common.output.format {
        Format::Json => json::rotation(out, meetings, &turns, context)?,
        Format::Csv => {
            super::changes_untold(&context)?;
            csv::rotation(out, &turns)?;
        }
        Format::Markdown => {
            let prepared = PreparedTeam::new(team, meetings.horizon().clone());
            markdown::rotation(out, &prepared, meetings, &turns, context)?;
        }
        Format::Text => {
            let style = output::style(&arguments.team.common.output);
            let prepared = PreparedTeam::new(team, meetings.horizon().clone());
            text::rotation(out, &prepared, meetings, &turns, context, style)?;
        }
    }
    Ok(())
}

fn too_few_weeks(weeks: u32, request: &Request) -> Failure {
    let days = request.horizon.days();
    Failure::Setting(format!(
        "--rotate {weeks} needs {weeks} weeks with such a day; the planning range has {days} days: \
         raise --weeks or name fewer"
    ))
}

fn invitation(arguments: &MeetArguments) -> Invitation<'_> {
    let spoilt = if arguments.calendar.keep_holidays { Spoilt::Held } else { Spoilt::LeftOut };
    Invitation { title: &arguments.calendar.title, spoilt }
}

fn options(arguments: &MeetArguments, request: &Request) -> Result<MeetingOptions, Failure> {
    let mut cells = FlagCells::new(&request.tzdb, &request.horizon);
    let mut options = MeetingOptions::default();
    if arguments.duration == Minutes::ZERO || arguments.duration > Minutes::hours(24) {
        let text = arguments.duration.to_string();
        cells.fault(Flag { name: "--duration", value: &text }, "a meeting lasts 1 minute to 24 hours");
    }
    options.duration = arguments.duration;
    match arguments.days.as_deref().map(|days| (days, parse_days(days))) {
        Some((_, Ok(days))) => options.days = days,
        Some((value, Err(error))) => cells.fault(Flag { name: "--days", value }, &error.to_string()),
        None if arguments.once.is_some() => options.days = chrono::WeekdaySet::ALL,
        None => {}
    }
    if let Some(label) = &arguments.anchor {
        options.anchor = cells.zone(Flag { name: "--anchor", value: label }, label)?;
    }
    options.quorum = arguments.quorum.map(|quorum| quorum.of(request.team().len()));
    options.once = arguments.once;
    cells.finish()?;
    Ok(options)
}
