//! The plan, and the commands that show a part of it.

use std::io::Write;

use tzplan::{Plan, Pods, PreparedTeam, overlap};
use tzplan_report::{csv, json, markdown, text};

use crate::answer::Answer;
use crate::args::{
    CommonArguments, Format, PairsArguments, PlanArguments, Source, TeamArguments, WhatIfArguments,
};
use crate::failure::Failure;
use crate::request::Request;
use crate::{answered_by, diagnostics, output, progress};

/// `tzplan ROSTER`
pub(super) fn plan(arguments: &PlanArguments) -> Result<Answer, Failure> {
    let source = arguments.source();
    if arguments.windows || arguments.quorum.is_some() {
        return windows(source, arguments);
    }
    let style = output::style(&arguments.common.output);
    answer(source, &arguments.common, &arguments.what_if, |out, request, prepared| {
        let plan = progress::during("planning", || Plan::of(prepared, &request.policy));
        match arguments.common.output.format {
            Format::Json => json::plan(out, prepared, &plan, request.context())?,
            Format::Csv => {
                super::changes_untold(&request.context())?;
                csv::plan(out, prepared, &plan)?;
            }
            Format::Markdown => markdown::plan(out, prepared, &plan, request.context())?,
            Format::Text => text::plan(out, prepared, &plan, request.context(), style)?,
        }
        Ok(())
    })
}

/// `tzplan ROSTER --windows`, `--quorum K`
fn windows(source: Source<'_>, arguments: &PlanArguments) -> Result<Answer, Failure> {
    let style = output::style(&arguments.common.output);
    answer(source, &arguments.common, &arguments.what_if, |out, request, prepared| {
        let (team, context) = (prepared.team(), request.context());
        let k = arguments.quorum.map(|quorum| quorum.of(team.len()));
        if let Some(k) = k.filter(|k| *k > team.len()) {
            diagnostics::note(&format!(
                "a quorum of {k} is more people than the roster has ({})",
                team.len()
            ))?;
        }
        let windows = match k {
            Some(k) => overlap::quorum(team, &request.horizon, k),
            None => overlap::everyone(team, &request.horizon),
        };
        match arguments.common.output.format {
            Format::Json => json::windows(out, &request.horizon, &windows, k, context)?,
            Format::Csv => {
                super::changes_untold(&context)?;
                csv::windows(out, &windows)?;
            }
            Format::Markdown => markdown::windows(out, &windows, prepared, context)?,
            Format::Text => text::windows(out, &windows, prepared, context, style)?,
        }
        Ok(())
    })
}

/// `tzplan year ROSTER`
pub(super) fn year(arguments: &TeamArguments) -> Result<Answer, Failure> {
    let style = output::style(&arguments.common.output);
    answer(arguments.roster.source(), &arguments.common, &arguments.what_if, |out, request, prepared| {
        let plan = progress::during("planning", || Plan::of(prepared, &request.policy));
        match arguments.common.output.format {
            Format::Json => json::year(out, prepared, &plan, request.context())?,
            Format::Csv => {
                super::changes_untold(&request.context())?;
                csv::year(out, prepared, &plan)?;
            }
            Format::Markdown => markdown::year(out, prepared, &plan, request.context())?,
            Format::Text => text::year(out, prepared, &plan, request.context(), style)?,
        }
        Ok(())
    })
}

/// `tzplan pods ROSTER`
pub(super) fn pods(arguments: &TeamArguments) -> Result<Answer, Failure> {
    let style = output::style(&arguments.common.output);
    answer(arguments.roster.source(), &arguments.common, &arguments.what_if, |out, request, prepared| {
        let pods = progress::during("planning", || Pods::of(prepared, &request.policy));
        let bridges = pods.bridges(prepared, &request.policy);
        match arguments.common.output.format {
            Format::Json => json::pods(out, prepared, &pods, &bridges, request.context())?,
            Format::Csv => {
                super::changes_untold(&request.context())?;
                csv::pods(out, prepared, &pods, &bridges)?;
            }
            Format::Markdown => markdown::pods(out, prepared, Some(&pods), &bridges, request.context())?,
            Format::Text => text::pods(out, prepared, Some(&pods), &bridges, request.context(), style)?,
        }
        Ok(())
    })
}

/// `tzplan pairs ROSTER`
pub(super) fn pairs(arguments: &PairsArguments) -> Result<Answer, Failure> {
    let PairsArguments { team: TeamArguments { roster, what_if, common }, answered_by } = arguments;
    let style = output::style(&common.output);
    answer(roster.source(), common, what_if, |out, request, prepared| {
        let people = prepared.team().len();
        let (policy, context) = (&request.policy, request.context());
        let answerers = answered_by::answerers(answered_by, prepared.team(), &request.names())?;
        let answerers = answerers.as_ref();
        match common.output.format {
            Format::Json | Format::Csv if people > json::PAIRS_UP_TO => {
                let pairs = people * (people - 1) / 2;
                let most = json::PAIRS_UP_TO;
                return Err(Failure::Setting(format!(
                    "{people} people make {pairs} pairs; name a roster of at most {most} people"
                )));
            }
            Format::Json => json::pairs(out, prepared, policy, answerers, context)?,
            Format::Csv => {
                super::changes_untold(&context)?;
                csv::pairs(out, prepared, policy, answerers)?;
            }
            Format::Markdown => markdown::pairs(out, prepared, policy, answerers, context)?,
            Format::Text => text::pairs(out, prepared, policy, answerers, context, style)?,
        }
        Ok(())
    })
}

/// Reads the roster, prepares the team and writes what is shown of it.
fn answer(
    source: Source<'_>,
    arguments: &CommonArguments,
    what_if: &WhatIfArguments,
    show: impl FnOnce(&mut dyn Write, &Request, &PreparedTeam<'_>) -> Result<(), Failure>,
) -> Result<Answer, Failure> {
    output::write(arguments.output.output.as_deref(), |out| {
        let request = Request::read(source, arguments, what_if)?;
        let prepared = PreparedTeam::new(request.team(), request.horizon.clone());
        show(out, &request, &prepared)
    })?;
    Ok(Answer::Yes)
}
