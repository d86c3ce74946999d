//! The fewest pods of a prepared team: exact up to 24 profiles, a good partition beyond.
//!
//! Nothing is compared. What is asserted is that every required member is in one pod, that the search says
//! whether it is exact, and that it never goes below its own lower bound.

mod support;

use std::cell::LazyCell;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use support::workloads::{Mix, team};
use tzplan::{Pods, Policy, PreparedTeam};

fn partition(c: &mut Criterion) {
    let policy = Policy::default();
    let mut group = c.benchmark_group("pods");
    group.sample_size(10);
    let workloads = [
        ("worldwide-5", Mix::Worldwide, 5),
        ("worldwide-24", Mix::Worldwide, 24),
        ("distinct-24", Mix::Distinct, 24),
        ("worldwide-50", Mix::Worldwide, 50),
        ("worldwide-5000", Mix::Worldwide, support::thousands()),
        ("distinct-5000", Mix::Distinct, support::thousands()),
        ("worldwide-1000000", Mix::Worldwide, support::million()),
    ];
    for (name, mix, members) in workloads {
        let team = LazyCell::new(|| team(mix, members));
        group.bench_function(name, |b| {
            let prepared = PreparedTeam::new(&team, support::year());
            let few = prepared.required().len() <= Pods::EXACT_PROFILES;
            b.iter(|| {
                let pods = Pods::of(black_box(&prepared), &policy);
                let in_pods = pods.pods.iter().map(Vec::len).sum::<usize>();
                assert_eq!(in_pods + pods.isolated.len(), prepared.required().len());
                assert_eq!(pods.exact, few);
                assert!(pods.parts >= pods.lower_bound);
                pods
            });
        });
    }
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = partition }
criterion_main!(benches);
