//! The plan of a prepared team: verdict, seasons, windows, binding members, next steps.
//!
//! Nothing else answers this, so the comparison is with the smallest part of the answer that a user would
//! write: the dated windows of everyone, by a loop over members and days (`by_hand::everyone`), asserted to
//! find as many minutes as `overlap::everyone`. That is generous to the loop: the plan says far more. The
//! team is `office`, in which something is shared, so that the loop cannot stop early, and whose zones have
//! equal rules on both sides. The loop starts from parsed hours, so it stands beside the plan with its
//! preparation.

mod support;

use std::cell::LazyCell;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use support::by_hand::{self, Worker};
use support::workloads::{Mix, team, with_one_on_call};
use support::world;
use tzplan::{Model, Plan, Policy, PreparedTeam, Team, overlap};

/// A team that is made when it is needed.
type Made = Box<dyn Fn() -> Team>;

fn plan(c: &mut Criterion) {
    let policy = Policy::default();
    let mut group = c.benchmark_group("plan");
    group.sample_size(10);
    let workloads = [
        ("worldwide-5", Mix::Worldwide, 5, None),
        ("worldwide-50", Mix::Worldwide, 50, None),
        ("regional-50", Mix::Regional, 50, None),
        ("office-50", Mix::Office, 50, None),
        ("distinct-50", Mix::Distinct, 50, None),
        ("worldwide-5000", Mix::Worldwide, support::thousands(), None),
        ("office-5000", Mix::Office, support::thousands(), None),
        ("distinct-5000", Mix::Distinct, support::thousands(), None),
        ("worldwide-1000000", Mix::Worldwide, support::million(), Some(Model::Hybrid)),
        ("office-1000000", Mix::Office, support::million(), None),
    ];
    let million = support::million();
    let of_mixes = workloads
        .map(|(name, mix, members, expected)| (name, Box::new(move || team(mix, members)) as Made, expected));
    // Somebody who is on call around the clock is in every real team of some size.
    let on_call: [(&str, Made, Option<Model>); 4] = [
        ("worldwide-50-one-on-call", Box::new(|| with_one_on_call(team(Mix::Worldwide, 50))), None),
        ("regional-250-one-on-call", Box::new(|| with_one_on_call(team(Mix::Regional, 250))), None),
        ("world-50", Box::new(|| world::team(50, 1)), None),
        ("world-1000000", Box::new(move || world::team(million, 1)), Some(Model::Hybrid)),
    ];
    for (name, team, expected) in of_mixes.into_iter().chain(on_call) {
        let team = LazyCell::new(team);
        let prepared = LazyCell::new(|| {
            let prepared = PreparedTeam::new(&team, support::year());
            let model = Plan::of(&prepared, &policy).verdict().model;
            assert!(expected.is_none_or(|expected| model == expected));
            let (schedules, profiles) = (team.schedules().len(), prepared.profiles().len());
            println!("{name}: {model}, {schedules} schedules, {profiles} profiles");
            (prepared, model)
        });
        group.bench_function(name, |b| {
            let (prepared, model) = &*prepared;
            b.iter(|| {
                let plan = Plan::of(black_box(prepared), &policy);
                assert_eq!(plan.verdict().model, *model);
                plan
            });
        });
    }
    let members = support::thousands();
    let office = LazyCell::new(|| team(Mix::Office, members));
    group.bench_function("office-5000-with-preparation", |b| {
        b.iter(|| {
            let prepared = PreparedTeam::new(black_box(&office), support::year());
            let plan = Plan::of(&prepared, &policy);
            assert!(plan.year().min.minutes_per_week > 0);
            plan
        });
    });
    group.bench_function("office-5000-part-of-it-by-hand", |b| {
        let horizon = support::year();
        let workers: Vec<_> = office.members().map(|member| Worker::of(member.schedule())).collect();
        let minutes = overlap::everyone(&PreparedTeam::new(&office, horizon.clone())).total().get();
        b.iter(|| assert_eq!(by_hand::total(&by_hand::everyone(black_box(&workers), &horizon)), minutes));
    });
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = plan }
criterion_main!(benches);
