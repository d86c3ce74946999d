//! Judging candidates for an opening in a team of fifty: once prepared, from a candidate's hours to the
//! answer.
//!
//! The naive version is what a user would write with the rest of this library: the team with the candidate,
//! and its plan, at the stated hours only: no shifts, no waits. It is asserted to find the same answers. Its
//! plan says more than the model (the evidence), which is what there is to call.
//!
//! Every figure is for 100 candidates from all over the world, so that a micro-second here is ten nanoseconds
//! for one.

mod support;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use support::workloads::{Mix, team};
use tzplan::fit::{FitResult, Opening};
use tzplan::{Member, Model, Plan, Policy, PreparedTeam, ProfileId, Schedule, Team};

/// Whether a candidate fits at their stated hours: the team's verdict with them is no worse, and its plans
/// ask them for no more than `asked` minutes.
fn naive(team: &Team, before: Model, asked: i32, schedule: &Schedule, policy: &Policy) -> bool {
    let mut joined = team.clone();
    let hours = schedule.posts()[0].hours().clone();
    joined.add(Member::new("candidate", schedule.zone().clone()).hours(hours));
    let prepared = PreparedTeam::new(&joined, support::year());
    let own = prepared.profile_of(joined.member(team.len()).expect("the candidate"));
    let plan = Plan::of(&prepared, policy);
    plan.verdict().model <= before && most_asked(&plan, |profile| profile == own) <= asked
}

/// The most minutes by which the affordable plans of seasons move the day of any of these profiles.
fn most_asked(plan: &Plan, of: impl Fn(ProfileId) -> bool) -> i32 {
    if plan.verdict().model != Model::OverlapWithShifts {
        return 0;
    }
    let seasons = plan.seasons().filter(|season| !season.overlap.meets);
    let plans = seasons.filter_map(|season| season.plan).filter(|plan| plan.affordable);
    let moves = plans.flat_map(|plan| &plan.moves).filter(|one| of(one.profile));
    moves.map(|one| one.from_stated.minutes().abs()).max().unwrap_or(0)
}

fn fit(c: &mut Criterion) {
    let policy = Policy::default();
    let size = if support::testing() { 8 } else { 50 };
    let candidates = team(Mix::Worldwide, if support::testing() { 10 } else { 100 });
    let candidates: Vec<Schedule> = candidates.members().map(|member| member.schedule().clone()).collect();
    let mut group = c.benchmark_group("fit");
    group.sample_size(10);
    let mixes = [
        ("worldwide", Mix::Worldwide),
        ("regional", Mix::Regional),
        ("office", Mix::Office),
        ("distinct", Mix::Distinct),
    ];
    for (name, mix) in mixes {
        let team = team(mix, size);
        let prepared = PreparedTeam::new(&team, support::year());
        let opening = Opening::new(&prepared, &policy);
        let count = |opening: &Opening| -> [usize; 3] {
            let mut counts = [0; 3];
            candidates.iter().for_each(|candidate| counts[opening.judge(candidate).result as usize] += 1);
            counts
        };
        let expected = count(&opening);
        println!(
            "{name}: {}, {} profiles; fit, with a shift, async: {expected:?}",
            opening.team_before().model,
            prepared.profiles().len()
        );
        group.bench_function(format!("judge-100/{name}-50"), |b| {
            b.iter(|| assert_eq!(count(black_box(&opening)), expected));
        });
        group.bench_function(format!("waits-100/{name}-50"), |b| {
            b.iter(|| {
                let waits = candidates.iter().filter_map(|one| opening.candidate(one).waits().slower_p95());
                assert_eq!(waits.filter(|p95| *p95 >= 0.0).count(), candidates.len());
            });
        });
        group.bench_function(format!("opening/{name}-50"), |b| {
            b.iter(|| {
                assert_eq!(Opening::new(black_box(&prepared), &policy).team_before(), opening.team_before())
            });
        });
        if opening.team_before().model <= Model::OverlapWithShifts {
            let natural = expected[FitResult::Fits as usize];
            let (before, asked) =
                (opening.team_before().model, most_asked(&Plan::of(&prepared, &policy), |_| true));
            group.bench_function(format!("naive-stated-hours-only-100/{name}-50"), |b| {
                b.iter(|| {
                    let fits = |one: &&Schedule| naive(&team, before, asked, one, &policy);
                    assert_eq!(candidates.iter().filter(fits).count(), natural);
                });
            });
        }
    }
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = fit }
criterion_main!(benches);
