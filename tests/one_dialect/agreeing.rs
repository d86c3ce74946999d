//! Agreements.

use tzplan::Plan;
use tzplan::agreement::{Agreement, AgreementOptions};
use tzplan::stays::{long_stays, short_stays};
use tzplan_report::AgreementDocument;

use crate::compare::{Findings, People};
use crate::teams::Case;
use crate::{context, core, written};

pub fn agreement(case: &Case) -> Findings {
    let plan = Plan::of(&case.prepared, &case.policy);
    let mut options = AgreementOptions::default();
    options.weeks = 2;
    let agreement = Agreement::of(&case.prepared, &plan, &options);
    let kept = agreement.prepared();
    let mut of_core = core(&agreement);
    of_core["horizon"] = core(kept.horizon());
    of_core["stays"] = core(&short_stays(kept));
    of_core["long_stays"] = core(&long_stays(kept));
    let document = written(&AgreementDocument::new(&agreement, context()));
    People::of(kept).compare("agreement", &of_core, &document)
}
