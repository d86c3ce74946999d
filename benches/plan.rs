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
use support::workloads::{Mix, team};
use tzplan::{Model, Plan, Policy, PreparedTeam, overlap};

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
    for (name, mix, members, expected) in workloads {
        let team = LazyCell::new(|| team(mix, members));
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
