//! The working agreement.

use tzplan::agreement::{Agreement, AgreementOptions};
use tzplan::{Minutes, Plan, PreparedTeam};
use tzplan_report::AgreementDocument;

use crate::answer::Answer;
use crate::args::AgreementArguments;
use crate::failure::Failure;
use crate::request::Request;
use crate::{output, progress};

/// Whom to ask is worked out among so many different schedules: nobody reads an agreement of more.
const MOST_SCHEDULES: usize = 200;

/// `tzplan agreement ROSTER`
pub(super) fn agreement(arguments: &AgreementArguments) -> Result<Answer, Failure> {
    let (target, form) = output::open(&arguments.team.common.output)?;
    let request = Request::of(&arguments.team)?;
    let agreement = agreed(&request, &request.prepared(), arguments.duration)?;
    target.write(&AgreementDocument::new(&agreement, request.context()), form)?;
    Ok(Answer::Yes)
}

/// What the team agrees on.
fn agreed(request: &Request, prepared: &PreparedTeam, duration: Minutes) -> Result<Agreement, Failure> {
    if duration == Minutes::ZERO || duration > Minutes::hours(24) {
        let message = format!("--duration `{duration}`: a stand-up lasts 1 minute to 24 hours");
        return Err(Failure::Setting(message));
    }
    let schedules = prepared.profiles().len();
    if schedules > MOST_SCHEDULES {
        return Err(Failure::Setting(format!(
            "{schedules} different schedules are too many for one agreement; name a roster of at most {MOST_SCHEDULES}"
        )));
    }
    let mut options = AgreementOptions::default();
    options.duration = duration;
    let plan = progress::during("planning", || Plan::of(prepared, &request.policy));
    Ok(progress::during("agreeing", || Agreement::of(prepared, &plan, &options)))
}
