//! Relations between answers that need no reference: what may change them, and what must not.

#[allow(dead_code, reason = "each test file uses a part of it")]
#[path = "../support/mod.rs"]
mod support;

mod change;
mod dated;
mod fit;
mod large_team;
mod meeting;
mod plan;
mod ranking;
mod regions;
mod widening;

use tzplan::fit::Opening;
use tzplan::{Plan, PreparedTeam};

use support::crew::Crew;
use support::reference::target::Rules;

fn with_plan<T>(crew: &Crew, rules: &Rules, ask: impl FnOnce(&PreparedTeam, &Plan) -> T) -> T {
    let team = crew.team();
    let prepared = PreparedTeam::new(&team, crew.horizon());
    let plan = Plan::of(&prepared, &rules.policy());
    ask(&prepared, &plan)
}

fn with_opening<T>(crew: &Crew, rules: &Rules, ask: impl FnOnce(&Opening) -> T) -> T {
    let (team, policy) = (crew.team(), rules.policy());
    let prepared = PreparedTeam::new(&team, crew.horizon());
    ask(&Opening::new(&prepared, &policy))
}
