//! The plan, and the commands that show a part of it.

use tzplan::{Plan, Pods, overlap};
use tzplan_report::{csv, json, markdown, text};

use crate::answer::Answer;
use crate::args::{PairsArguments, PlanArguments, TeamArguments};
use crate::failure::Failure;
use crate::output::Form;
use crate::request::Request;
use crate::{answered_by, diagnostics, output, progress};

/// `tzplan ROSTER`
pub(super) fn plan(arguments: &PlanArguments) -> Result<Answer, Failure> {
    if arguments.windows || arguments.quorum.is_some() {
        return windows(arguments);
    }
    let (mut out, form) = output::open(&arguments.common.output)?;
    let request = Request::read(arguments.source(), &arguments.common, &arguments.what_if)?;
    let (prepared, context) = (request.prepared(), request.context());
    let plan = progress::during("planning", || Plan::of(&prepared, &request.policy));
    form.note_changes(&context)?;
    match form {
        Form::Json => json::plan(&mut out, &prepared, &plan, context)?,
        Form::Csv => csv::plan(&mut out, &prepared, &plan)?,
        Form::Markdown => markdown::plan(&mut out, &prepared, &plan, context)?,
        Form::Text(style) => text::plan(&mut out, &prepared, &plan, context, style)?,
    }
    out.finish()?;
    Ok(Answer::Yes)
}

/// `tzplan ROSTER --windows`, `--quorum K`
fn windows(arguments: &PlanArguments) -> Result<Answer, Failure> {
    let (mut out, form) = output::open(&arguments.common.output)?;
    let request = Request::read(arguments.source(), &arguments.common, &arguments.what_if)?;
    let (prepared, context) = (request.prepared(), request.context());
    let (team, horizon) = (request.team(), &request.horizon);
    let quorum = arguments.quorum.map(|quorum| quorum.of(team.len()));
    if let Some(quorum) = quorum.filter(|quorum| *quorum > team.len()) {
        let people = team.len();
        diagnostics::note(&format!("a quorum of {quorum} is more people than the roster has ({people})"))?;
    }
    let windows = match quorum {
        Some(quorum) => overlap::quorum(team, horizon, quorum),
        None => overlap::everyone(team, horizon),
    };
    form.note_changes(&context)?;
    match form {
        Form::Json => json::windows(&mut out, horizon, &windows, quorum, context)?,
        Form::Csv => csv::windows(&mut out, &windows)?,
        Form::Markdown => markdown::windows(&mut out, &windows, &prepared, context)?,
        Form::Text(style) => text::windows(&mut out, &windows, &prepared, context, style)?,
    }
    out.finish()?;
    Ok(Answer::Yes)
}

/// `tzplan year ROSTER`
pub(super) fn year(arguments: &TeamArguments) -> Result<Answer, Failure> {
    let (mut out, form) = output::open(&arguments.common.output)?;
    let request = Request::of(arguments)?;
    let (prepared, context) = (request.prepared(), request.context());
    let plan = progress::during("planning", || Plan::of(&prepared, &request.policy));
    form.note_changes(&context)?;
    match form {
        Form::Json => json::year(&mut out, &prepared, &plan, context)?,
        Form::Csv => csv::year(&mut out, &prepared, &plan)?,
        Form::Markdown => markdown::year(&mut out, &prepared, &plan, context)?,
        Form::Text(style) => text::year(&mut out, &prepared, &plan, context, style)?,
    }
    out.finish()?;
    Ok(Answer::Yes)
}

/// `tzplan pods ROSTER`
pub(super) fn pods(arguments: &TeamArguments) -> Result<Answer, Failure> {
    let (mut out, form) = output::open(&arguments.common.output)?;
    let request = Request::of(arguments)?;
    let (prepared, context) = (request.prepared(), request.context());
    let pods = progress::during("planning", || Pods::of(&prepared, &request.policy));
    let bridges = pods.bridges(&prepared, &request.policy);
    form.note_changes(&context)?;
    match form {
        Form::Json => json::pods(&mut out, &prepared, &pods, &bridges, context)?,
        Form::Csv => csv::pods(&mut out, &prepared, &pods, &bridges)?,
        Form::Markdown => markdown::pods(&mut out, &prepared, Some(&pods), &bridges, context)?,
        Form::Text(style) => text::pods(&mut out, &prepared, Some(&pods), &bridges, context, style)?,
    }
    out.finish()?;
    Ok(Answer::Yes)
}

/// `tzplan pairs ROSTER`
pub(super) fn pairs(arguments: &PairsArguments) -> Result<Answer, Failure> {
    let (mut out, form) = output::open(&arguments.team.common.output)?;
    let request = Request::of(&arguments.team)?;
    let (prepared, policy, context) = (request.prepared(), &request.policy, request.context());
    let answerers = answered_by::answerers(&arguments.answered_by, request.team(), &request.names())?;
    let answerers = answerers.as_ref();
    if matches!(form, Form::Json | Form::Csv) {
        few_enough(request.team().len())?;
    }
    form.note_changes(&context)?;
    match form {
        Form::Json => json::pairs(&mut out, &prepared, policy, answerers, context)?,
        Form::Csv => csv::pairs(&mut out, &prepared, policy, answerers)?,
        Form::Markdown => markdown::pairs(&mut out, &prepared, policy, answerers, context)?,
        Form::Text(style) => text::pairs(&mut out, &prepared, policy, answerers, context, style)?,
    }
    out.finish()?;
    Ok(Answer::Yes)
}

/// Refuses to list more pairs than anybody reads.
fn few_enough(people: usize) -> Result<(), Failure> {
    let most = json::PAIRS_UP_TO;
    if people <= most {
        return Ok(());
    }
    let pairs = people * (people - 1) / 2;
    Err(Failure::Setting(format!(
        "{people} people make {pairs} pairs; name a roster of at most {most} people"
    )))
}
