//! Meetings: recurring slots, single ones, turns; as an answer or as a calendar.

use std::io;

use tzplan::hours::parse_days;
use tzplan::meeting::{MeetingOptions, Meetings, RotationOptions, SlotPlan};
use tzplan::{Minutes, Plan, Policy, PreparedTeam};
use tzplan_report::ics::{Invitation, Spoilt};
use tzplan_report::{Assumption, Context, Detail, Form, MeetDocument, Meeting, RotationDocument, Turns, ics};

use crate::answer::Answer;
use crate::args::{Format, MeetArguments};
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::output::{self, Target};
use crate::request::Request;
use crate::required::Required;
use crate::{diagnostics, ledger, progress};

/// This many slots are listed in JSON and CSV where no number is asked for.
const TOP: u32 = 10;

/// `tzplan meet ROSTER`: 0 with a clean slot, a rotation or a calendar, 1 without a clean slot.
pub(super) fn meet(arguments: &MeetArguments) -> Result<Answer, Failure> {
    let common = &arguments.common();
    if arguments.calendar.ics {
        let name = arguments.team.roster.source().file_name("ics");
        output::not_on_a_terminal("a calendar", common.output.path(), &name)?;
    }
    let (target, form) = output::open(&common.output)?;
    if arguments.calendar.ics && common.output.format != Format::Text {
        let why = "--ics is a form of its own; drop --format";
        return Err(Failure::Setting(why.to_owned()));
    }
    let mut request = Request::read(arguments.team.roster.source(), common, &arguments.team.what_if)?;
    let (options, assumptions) = options(arguments, &request)?;
    request.assume(assumptions);
    let chosen = Required::of("--required", &arguments.required, &request)?;
    let (prepared, context) = (chosen.prepared(), chosen.context());
    let meetings = &Meetings::new(&prepared, &request.policy, &options);
    let search = Search { arguments, request: &request, prepared: &prepared, meetings, context };
    match arguments.rotation.rotate {
        Some(weeks) => rotate(target, form, &search, weeks),
        None => rank(target, form, &search),
    }
}

/// What slots and turns are looked for in.
struct Search<'a> {
    arguments: &'a MeetArguments,
    request: &'a Request,
    prepared: &'a PreparedTeam,
    meetings: &'a Meetings,
    context: Context<'a>,
}

/// The slots, the best first; or the calendar of one.
fn rank(mut target: Target, form: Form, search: &Search<'_>) -> Result<Answer, Failure> {
    let &Search { arguments, request, prepared, meetings, context } = search;
    let slots = progress::during("looking for slots", || meetings.ranked());
    if arguments.calendar.ics {
        let choices = meetings.choices(&slots);
        let choices = match arguments.top {
            Some(_) => choices.iter().collect(),
            None => Meetings::alternatives(&choices),
        };
        let picked = choices.get(arguments.calendar.pick.unwrap_or(1) as usize - 1);
        let slot = picked.map(|choice| choice.plan.slot).ok_or_else(|| no_such_choice(choices.len()))?;
        note_changes_of_calendar(&context)?;
        ics::slot(&mut target, prepared.team(), meetings, slot, invitation(arguments), context)?;
        target.finish()?;
        return Ok(Answer::Yes);
    }
    let changes = progress::during("looking for what would open one", || meetings.changes());
    let obstacles = meetings.obstacles();
    let listed = slots.len().min(arguments.top.unwrap_or(TOP) as usize);
    let detail = if arguments.top.is_some() { Detail::Listed } else { Detail::Best };
    let meeting = Meeting { slots: &slots, listed, detail, obstacles: obstacles.as_ref(), changes: &changes };
    let document = MeetDocument::new(prepared, meetings, meeting, context);
    let is_clean = slots.iter().any(SlotPlan::is_clean);
    let is_for_all = meetings.options().quorum.is_none() && meetings.options().once.is_none();
    // Slots may be a minute apart; whether the team is in pods is asked in the usual steps.
    let usual_step = Policy::default().step().max(request.policy.step());
    let policy = request.policy.clone().with_step(usual_step).unwrap_or_else(|_| request.policy.clone());
    let plan = (!is_clean && is_for_all)
        .then(|| progress::during("looking for pods", || Plan::of(prepared, &policy)));
    match plan.as_ref().and_then(|plan| plan.verdict().pods.as_ref()) {
        None => target.write(&document, form)?,
        Some(pods) => {
            let of_pods: Vec<_> =
                progress::during("looking for what suits each pod", || meetings.in_pods(pods).collect());
            target.write(&document.in_pods(pods, &of_pods), form)?;
        }
    }
    Ok(Answer::yes_if(is_clean))
}

/// A calendar has no place to say that it is about a changed team, or how flags were read.
pub(super) fn note_changes_of_calendar(context: &Context<'_>) -> io::Result<()> {
    diagnostics::note_assumed(context.assumptions)?;
    if context.changes.is_empty() {
        return Ok(());
    }
    diagnostics::note("the roster was changed before by flags; the calendar does not say so")
}

fn no_such_choice(choices: usize) -> Failure {
    Failure::Setting(match choices {
        0 => "no slot to write: the planning range has none of these days".to_owned(),
        choices => format!("--pick names no choice: there are {choices}"),
    })
}

/// Turns over some weeks; or their calendar.
fn rotate(mut target: Target, form: Form, search: &Search<'_>, weeks: u32) -> Result<Answer, Failure> {
    let &Search { arguments, request, prepared, meetings, context } = search;
    let team = prepared.team();
    let names = request.names();
    let mut options = RotationOptions::default();
    options.weeks = weeks as usize;
    (options.carried, options.carried_night) = ledger::read(&arguments.rotation.ledger, &names, team.len())?;
    let mut slots = progress::during("looking for slots", || meetings.ranked());
    slots.truncate(arguments.rotation.slots.map_or(slots.len(), |most| most as usize));
    let candidates = slots.len();
    let rotation = progress::during("taking turns", || meetings.rotation(&slots, &options));
    let rotation = rotation.ok_or_else(|| too_few_weeks(weeks, request))?;
    if arguments.calendar.ics {
        note_changes_of_calendar(&context)?;
        ics::rotation(&mut target, team, meetings, &rotation, invitation(arguments), context)?;
        target.finish()?;
        return Ok(Answer::Yes);
    }
    let ledger = rotation.ledger(team);
    let who = |member| names.who(member);
    let turns = Turns { rotation: &rotation, ledger: &ledger, candidates, who: &who };
    target.write(&RotationDocument::new(prepared, meetings, turns, context), form)?;
    Ok(Answer::Yes)
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

/// The options that the flags come to, and what they leave open.
fn options(
    arguments: &MeetArguments,
    request: &Request,
) -> Result<(MeetingOptions, Vec<Assumption>), Failure> {
    let mut cells = FlagCells::new(&request.tzdb, &request.horizon).reading_as(&request.options.labels);
    let mut options = MeetingOptions::default();
    if arguments.duration == Minutes::ZERO || arguments.duration > Minutes::hours(24) {
        let text = arguments.duration.to_string();
        cells.fault(Flag { name: "--duration", value: &text }, "a meeting lasts 1 minute to 24 hours");
    }
    options.duration = arguments.duration;
    match arguments.days.as_deref().map(|days| (days, parse_days(days))) {
        Some((_, Ok(days))) => options.days = Some(days),
        Some((value, Err(error))) => cells.fault(Flag { name: "--days", value }, &error.to_string()),
        None => {}
    }
    if let Some(label) = &arguments.anchor {
        options.anchor = cells.zone(Flag { name: "--anchor", value: label }, label)?;
    }
    options.quorum = arguments.quorum.map(|quorum| quorum.of(request.team().len()));
    options.once = arguments.once;
    Ok((options, cells.finish()?))
}
