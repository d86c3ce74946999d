//! The plan, and the commands that show a part of it.

use tzplan::{Plan, Pods, PreparedTeam, overlap};
use tzplan_report::{json, text};

use super::roster::Request;
use crate::Answer;
use crate::args::{Format, PlanArguments, TeamArguments};
use crate::failure::Failure;
use crate::{faults, output};

/// `tzplan ROSTER`
pub(super) fn plan(arguments: &PlanArguments) -> Result<Answer, Failure> {
    let path = arguments.roster.as_deref().ok_or_else(|| Failure::Setting("name a roster".to_owned()))?;
    let (format, style) = (arguments.common.output.format, output::style(&arguments.common.output));
    output::write(arguments.common.output.output.as_deref(), |out| {
        let request = Request::read(path, &arguments.common)?;
        let (team, context) = (&request.roster.team, request.context());
        let prepared = PreparedTeam::new(team, request.horizon.clone());
        if arguments.windows || arguments.quorum.is_some() {
            let k = arguments.quorum.map(|quorum| quorum.of(team.len()));
            if let Some(k) = k.filter(|k| *k > team.len()) {
                faults::note(&format!(
                    "a quorum of {k} is more people than the roster has ({})",
                    team.len()
                ))?;
            }
            let windows = match k {
                Some(k) => overlap::quorum(team, &request.horizon, k),
                None => overlap::everyone(team, &request.horizon),
            };
            match format {
                Format::Json => json::windows(out, &request.horizon, &windows, k, context)?,
                Format::Text => text::windows(out, &windows, &prepared, context, style)?,
            }
            return Ok(());
        }
        let plan = Plan::of(&prepared, &request.policy);
        match format {
            Format::Json => json::plan(out, &prepared, &plan, context)?,
            Format::Text => text::plan(out, &prepared, &plan, context, style)?,
        }
        Ok(())
    })?;
    Ok(Answer::Yes)
}

/// `tzplan year ROSTER`
pub(super) fn year(arguments: &TeamArguments) -> Result<Answer, Failure> {
    let style = output::style(&arguments.common.output);
    output::write(arguments.common.output.output.as_deref(), |out| {
        let request = Request::read(&arguments.roster, &arguments.common)?;
        let prepared = PreparedTeam::new(&request.roster.team, request.horizon.clone());
        let plan = Plan::of(&prepared, &request.policy);
        match arguments.common.output.format {
            Format::Json => json::year(out, &prepared, &plan, request.context())?,
            Format::Text => text::year(out, &prepared, &plan, request.context(), style)?,
        }
        Ok(())
    })?;
    Ok(Answer::Yes)
}

/// `tzplan pods ROSTER`
pub(super) fn pods(arguments: &TeamArguments) -> Result<Answer, Failure> {
    let style = output::style(&arguments.common.output);
    output::write(arguments.common.output.output.as_deref(), |out| {
        let request = Request::read(&arguments.roster, &arguments.common)?;
        let prepared = PreparedTeam::new(&request.roster.team, request.horizon.clone());
        let pods = Pods::of(&prepared, &request.policy);
        let bridges = pods.bridges(&prepared, &request.policy);
        match arguments.common.output.format {
            Format::Json => json::pods(out, &prepared, &pods, &bridges, request.context())?,
            Format::Text => text::pods(out, &prepared, Some(&pods), &bridges, request.context(), style)?,
        }
        Ok(())
    })?;
    Ok(Answer::Yes)
}

/// `tzplan pairs ROSTER`
pub(super) fn pairs(arguments: &TeamArguments) -> Result<Answer, Failure> {
    let style = output::style(&arguments.common.output);
    output::write(arguments.common.output.output.as_deref(), |out| {
        let request = Request::read(&arguments.roster, &arguments.common)?;
        let people = request.roster.team.len();
        if people > json::PAIRS_UP_TO && arguments.common.output.format == Format::Json {
            return Err(Failure::Setting(format!(
                "the pairs of {people} people are {} rows; list at most {} people",
                people * (people - 1) / 2,
                json::PAIRS_UP_TO
            )));
        }
        let prepared = PreparedTeam::new(&request.roster.team, request.horizon.clone());
        match arguments.common.output.format {
            Format::Json => json::pairs(out, &prepared, &request.policy, request.context())?,
            Format::Text => text::pairs(out, &prepared, &request.policy, request.context(), style)?,
        }
        Ok(())
    })?;
    Ok(Answer::Yes)
}
