//! The plan, and the commands that show a part of it.

use tzplan::{Model, Plan, Pods, overlap};
use tzplan_report::{
    Everyone, PAIRS_UP_TO, PairsDocument, PlanDocument, PodsDocument, WindowsDocument, YearDocument,
};

use crate::answer::Answer;
use crate::args::{PairsArguments, PlanArguments, PodsArguments, YearArguments};
use crate::commands::agreement;
use crate::failure::Failure;
use crate::request::Request;
use crate::{answered_by, diagnostics, line, output, progress};

/// `tzplan ROSTER`
pub(super) fn plan(arguments: &PlanArguments) -> Result<Answer, Failure> {
    if arguments.windows || arguments.quorum.is_some() {
        return windows(arguments);
    }
    let (target, form) = output::open(&arguments.common.output)?;
    let request = Request::read(arguments.roster.source(), &arguments.common, &arguments.what_if)?;
    let (prepared, context) = (request.prepared(), request.context());
    let plan = progress::during("planning", || Plan::of(&prepared, &request.policy));
    let document = PlanDocument::new(&prepared, &plan, context);
    target.write(&document.everyone(named(arguments.everyone)), form)?;
    let Some(required) = arguments.require.map(Model::from) else { return Ok(Answer::Yes) };
    let model = plan.verdict().standing.model;
    if model > required {
        diagnostics::note(&format!("the verdict is {model}, worse than --require {required}"))?;
    }
    Ok(Answer::yes_if(model <= required))
}

/// A roster that does not exist may be a misspelt command: `tzplan met`.
pub(super) fn or_a_command(failure: Failure) -> Failure {
    match failure {
        Failure::Open { name, source, near: None } => {
            let near = line::near_command(&name).map(|command| format!("the command {command}"));
            Failure::Open { name, source, near }
        }
        other => other,
    }
}

/// `--everyone`
fn named(everyone: bool) -> Everyone {
    if everyone { Everyone::Named } else { Everyone::Grouped }
}

/// `tzplan ROSTER --windows`, `--quorum K`
fn windows(arguments: &PlanArguments) -> Result<Answer, Failure> {
    let (target, form) = output::open(&arguments.common.output)?;
    let request = Request::read(arguments.roster.source(), &arguments.common, &arguments.what_if)?;
    let (prepared, context) = (request.prepared(), request.context());
    let people = request.team().len();
    let quorum = arguments.quorum.map(|quorum| quorum.of(people));
    if let Some(quorum) = quorum.filter(|quorum| *quorum > people) {
        diagnostics::note(&format!("a quorum of {quorum} is more people than the roster has ({people})"))?;
    }
    let windows = match quorum {
        Some(quorum) => overlap::quorum(&prepared, quorum),
        None => overlap::everyone(&prepared),
    };
    let missed = overlap::missed(&prepared, quorum);
    target.write(&WindowsDocument::new(&prepared, &windows, quorum, &missed, context), form)?;
    Ok(Answer::Yes)
}

/// `tzplan year ROSTER`
pub(super) fn year(arguments: &YearArguments) -> Result<Answer, Failure> {
    if arguments.ics {
        return agreement::clock_changes(&arguments.team);
    }
    let (target, form) = output::open(&arguments.team.common.output)?;
    let request = Request::of(&arguments.team)?;
    let (prepared, context) = (request.prepared(), request.context());
    let plan = progress::during("planning", || Plan::of(&prepared, &request.policy));
    target.write(&YearDocument::new(&prepared, &plan, context), form)?;
    Ok(Answer::Yes)
}

/// `tzplan pods ROSTER`
pub(super) fn pods(arguments: &PodsArguments) -> Result<Answer, Failure> {
    let (target, form) = output::open(&arguments.team.common.output)?;
    let request = Request::of(&arguments.team)?;
    let (prepared, context) = (request.prepared(), request.context());
    let pods = progress::during("planning", || Pods::of(&prepared, &request.policy));
    let bridges = pods.bridges(&prepared, &request.policy);
    let document = PodsDocument::new(&prepared, &pods, &bridges, context);
    target.write(&document.everyone(named(arguments.everyone)), form)?;
    Ok(Answer::Yes)
}

/// `tzplan pairs ROSTER`
pub(super) fn pairs(arguments: &PairsArguments) -> Result<Answer, Failure> {
    let (target, form) = output::open(&arguments.team.common.output)?;
    let request = Request::of(&arguments.team)?;
    let (prepared, policy, context) = (request.prepared(), &request.policy, request.context());
    let answerers = answered_by::answerers(&arguments.answered_by, request.team(), &request.names())?;
    let document = PairsDocument::new(&prepared, policy, answerers.as_ref(), context);
    if form.is_table() {
        few_enough(request.team().len(), "people")?;
    } else if form.lists_all() {
        few_enough(document.profiles().len(), "different schedules")?;
    }
    target.write(&document, form)?;
    Ok(Answer::Yes)
}

/// Refuses to list more pairs than anybody reads.
fn few_enough(count: usize, of_what: &str) -> Result<(), Failure> {
    let most = PAIRS_UP_TO;
    if count <= most {
        return Ok(());
    }
    let pairs = count * (count - 1) / 2;
    Err(Failure::Setting(format!(
        "{count} {of_what} make {pairs} pairs; name a roster of at most {most} {of_what}"
    )))
}
