//! One JSON dialect: what the core's feature `serde` writes is what the documents say, for each of them, over
//! teams of every kind.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use tzplan::{PreparedTeam, Team};
use tzplan_report::{Context, Document, Form};

#[allow(dead_code, reason = "each test file uses a part of it")]
#[path = "../support/mod.rs"]
mod support;

mod agreeing;
mod answering;
mod compare;
mod covering;
mod exceptions;
mod hiring;
mod meeting;
mod planning;
mod teams;

use compare::Findings;
use support::cases;
use support::generators::{dated_crew, rules, yearly_crew};
use teams::Case;

fn context() -> Context<'static> {
    Context { source: "team.csv", tzdb: "2026f", changes: &[], assumptions: &[], settings: &[], again: "" }
}

/// Read back like a document: the same digits are the same number.
fn core(value: &impl serde::Serialize) -> Value {
    serde_json::from_str(&serde_json::to_string(value).expect("plain values")).expect("JSON")
}

fn written(document: &dyn Document) -> Value {
    let text = tzplan_report::to_string(document, Form::Json).expect("a text");
    serde_json::from_str(&text).expect("JSON")
}

/// What is seen in some documents about a case, which say what the core says.
fn agree(case: &Case, findings: Vec<Findings>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for one in findings {
        assert!(one.differences.is_empty(), "{}:\n{}", case.what, one.differences.join("\n"));
        seen.extend(one.seen);
    }
    seen
}

/// Holds some documents to the core for each team, which together have all of these.
fn hold(documents: impl Fn(&Case) -> Vec<Findings>, parts: &[&str]) {
    let seen: BTreeSet<String> = teams::all().iter().flat_map(|case| agree(case, documents(case))).collect();
    let missing: Vec<_> = parts.iter().filter(|part| !seen.contains(**part)).collect();
    assert!(missing.is_empty(), "no team has {missing:?}; there are\n{seen:#?}");
}

#[test]
fn plans_and_their_years() {
    let parts = [
        "plan.policy.night.start",
        "plan.verdict.standing.sharing",
        "plan.verdict.binding[].year_min_without.days",
        "plan.verdict.pods[]",
        "plan.verdict.isolated",
        "plan.verdict.bridges[].pod",
        "plan.verdict.trap.last",
        "plan.verdict.trap.moves[].hours",
        "plan.verdict.steps[].night_minutes_per_week",
        "plan.verdict.steps[].year_min.days",
        "plan.verdict.reach.with_plans",
        "plan.verdict.no_peer",
        "plan.verdict.night.people[].shared_minutes_per_week",
        "plan.all_year.first",
        "plan.all_year.moves[].share",
        "plan.year.drift[].last",
        "plan.year.pods[].usual.days",
        "plan.seasons[].effective_target",
        "plan.seasons[].pods[].overlap.days",
        "plan.seasons[].windows[].start",
        "plan.seasons[].plan.window_start",
        "plan.days_off.people[].days",
        "plan.days_off.dates[].holidays[]",
        "plan.days_off.dates[].off[].date",
        "plan.stays[].usual_shared_minutes",
        "plan.long_stays[].last",
        "year.year.min.days",
        "pods.bridges[].pod",
        "pods.worst_year_min.days",
    ];
    hold(|case| vec![planning::plan(case), planning::year(case), planning::pods(case)], &parts);
}

#[test]
fn candidates_and_pools() {
    let parts = [
        "fit.shift",
        "fit.trap.hours",
        "fit.plan[].moves[].shift",
        "fit.asked.others[].minutes",
        "fit.relieves",
        "fit.bridges[]",
        "fit.teammates[].year.min.days",
        "fit.seasons[].before.days",
        "fit.waits.asks.blocked.p95",
        "fit.coverage_gained[].minutes_per_week",
        "fit.candidate.days_off[].holiday",
        "pair.seasons[].effective_target",
        "pool.ranked[].blocked_p95",
        "pool.results.fits-async",
    ];
    let documents = |case: &Case| {
        let mut all = hiring::fits(case);
        all.push(hiring::pool(case));
        all
    };
    hold(documents, &parts);
}

#[test]
fn pairs_and_regions() {
    let parts = [
        "pairs.profiles[]",
        "pairs.pairs[].seasons[].days",
        "pairs.pairs[].year.usual.minutes_per_week",
        "pairs.waits[].blocked.worst",
        "pairs.waits[].never",
        "pairs.anybody[].mean",
        "regions.regions[].offsets[].minutes",
        "regions.regions[].worst_overlap_sum",
    ];
    hold(|case| vec![answering::pairs(case), answering::regions(case)], &parts);
}

#[test]
fn meetings_and_turns() {
    let parts = [
        "meet.slots[].local[].seasons[].time",
        "meet.slots[].off[].holiday",
        "meet.slots[].costs[].stretch",
        "meet.why.people[].suit",
        "meet.nearest[].minutes",
        "meet.pods[].days",
        "rotation.weeks[].start",
        "rotation.limit.unreasonable",
        "rotation.ledger[].weeks[].cumulative_night",
        "rotation.ledger[].cumulative",
    ];
    hold(|case| [meeting::meet(case), meeting::rotation(case)].into_iter().flatten().collect(), &parts);
}

#[test]
fn coverage_and_windows() {
    let parts = [
        "coverage.segments[].start",
        "coverage.gaps[].off[].date",
        "coverage.gaps[].days_off_minutes",
        "coverage.additions[].offset",
        "coverage.handoffs[].handoffs[].overlap_minutes",
        "windows.windows[].end",
        "windows.missed[].holiday",
    ];
    hold(|case| vec![covering::coverage(case), covering::windows(case)], &parts);
}

#[test]
fn agreements() {
    let parts = [
        "agreement.pods[]",
        "agreement.shifts[].hours",
        "agreement.core_hours[].windows[].start",
        "agreement.core_hours[].people[].hours",
        "agreement.peers[].with",
        "agreement.meetings[].local[].seasons[].days_later",
        "agreement.meetings[].rotation[].date",
        "agreement.ask[].hours[].whom",
        "agreement.blocked[].slowest.blocked.mean",
        "agreement.handoffs[].ends",
        "agreement.clock_changes[].moves[].what",
        "agreement.night[].minutes_per_week",
    ];
    hold(|case| vec![agreeing::agreement(case)], &parts);
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_few_days_that_nobody_thought_of(crew in dated_crew(1..=5), rules in rules()) {
        let prepared = PreparedTeam::new(&crew.team(), crew.horizon());
        let what = format!("{crew:?} under {rules:?}");
        let case = Case { what, prepared, policy: rules.policy(), candidates: Team::new() };
        agree(&case, vec![covering::coverage(&case), covering::windows(&case), answering::pairs(&case)]);
        agree(&case, [meeting::meet(&case), meeting::rotation(&case)].into_iter().flatten().collect());
        agree(&case, vec![agreeing::agreement(&case), planning::plan(&case)]);
    }

    #[test]
    fn teams_that_nobody_thought_of(crew in yearly_crew(1..=6), rules in rules()) {
        let (crew, candidate) = crew.with_candidate();
        let mut candidates = Team::new();
        candidates.add(candidate.member("Candidate"));
        let prepared = PreparedTeam::new(&crew.team(), crew.horizon());
        let what = format!("{crew:?} under {rules:?}, and {candidate:?}");
        let case = Case { what, prepared, policy: rules.policy(), candidates };
        agree(&case, vec![planning::plan(&case), planning::year(&case), planning::pods(&case), hiring::pool(&case)]);
        agree(&case, hiring::fits(&case));
    }
}
