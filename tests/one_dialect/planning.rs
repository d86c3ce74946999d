//! Documents about a team and its year.

use serde_json::json;
use tzplan::days_off::DaysOff;
use tzplan::stays::{long_stays, short_stays};
use tzplan::{Plan, Pods};
use tzplan_report::{PlanDocument, PodsDocument, YearDocument};

use crate::compare::{Findings, People};
use crate::teams::Case;
use crate::{context, core, written};

pub fn plan(case: &Case) -> Findings {
    let Case { prepared, policy, .. } = case;
    let plan = Plan::of(prepared, policy);
    let mut of_core = core(&plan);
    of_core["horizon"] = core(prepared.horizon());
    of_core["days_off"] = core(&DaysOff::of(prepared));
    of_core["stays"] = core(&short_stays(prepared));
    of_core["long_stays"] = core(&long_stays(prepared));
    let small = prepared.team().len() <= 15;
    of_core["verdict"]["out_of_reach"] = core(&small.then(|| plan.out_of_reach(prepared)));
    let ends_night = if small { plan.move_ending_night(prepared) } else { None };
    of_core["verdict"]["ends_night"] = core(&ends_night);
    let document = written(&PlanDocument::new(prepared, &plan, context()));
    People::of(prepared).compare("plan", &of_core, &document)
}

pub fn year(case: &Case) -> Findings {
    let Case { prepared, policy, .. } = case;
    let plan = Plan::of(prepared, policy);
    let of_plan = core(&plan);
    let of_core = json!({
        "horizon": core(prepared.horizon()),
        "year": of_plan["year"],
        "seasons": of_plan["seasons"],
        "long_stays": core(&long_stays(prepared)),
    });
    let document = written(&YearDocument::new(prepared, &plan, context()));
    People::of(prepared).compare("year", &of_core, &document)
}

pub fn pods(case: &Case) -> Findings {
    let Case { prepared, policy, .. } = case;
    let pods = Pods::of(prepared, policy);
    let bridges = pods.bridges(prepared, policy);
    let mut of_core = core(&pods);
    of_core["horizon"] = core(prepared.horizon());
    of_core["bridges"] = core(&bridges);
    let document = written(&PodsDocument::new(prepared, &pods, &bridges, context()));
    People::of(prepared).compare("pods", &of_core, &document)
}
