//! How many are at work through a year, against counting minute by minute with chrono-tz.
//!
//! Fair because both count the same members over the same 364 days; the covered minutes and the highest count
//! are asserted equal. The count by hand keeps a number for each minute (2 MB) and adds one to each minute of
//! each shift; ours sorts the ends of the distinct schedules' shifts.

mod support;

use std::cell::LazyCell;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use support::by_hand::{self, Worker};
use support::workloads::{Mix, team};
use tzplan::{PreparedTeam, coverage};

fn year(c: &mut Criterion) {
    let horizon = support::year();
    let mut group = c.benchmark_group("coverage");
    group.sample_size(10);
    for members in [5, 50, support::thousands()] {
        let office = team(Mix::Office, members);
        let workers: Vec<_> = office.members().map(|member| Worker::of(member.schedule())).collect();
        let expected = by_hand::head_count(&workers, &horizon);
        let covered = expected.iter().filter(|heads| **heads > 0).count() as u32;
        let most = *expected.iter().max().expect("minutes");
        group.bench_function(format!("office-{members}"), |b| {
            b.iter(|| {
                let coverage =
                    coverage::coverage(&PreparedTeam::new(black_box(&office), horizon.clone()), |_| true);
                assert_eq!((coverage.covered().0.get(), coverage.most()), (covered, most));
                coverage
            });
        });
        group.bench_function(format!("office-{members}-by-hand"), |b| {
            b.iter(|| {
                let heads = by_hand::head_count(black_box(&workers), &horizon);
                assert_eq!(heads.iter().max(), Some(&most));
                heads
            });
        });
    }
    let million = LazyCell::new(|| team(Mix::Worldwide, support::million()));
    group.bench_function("worldwide-1000000", |b| {
        let worldwide = &*million;
        b.iter(|| {
            let coverage =
                coverage::coverage(&PreparedTeam::new(black_box(worldwide), horizon.clone()), |_| true);
            assert!(coverage.most() as usize > support::million() / 4);
            coverage
        });
    });
    let distinct = LazyCell::new(|| team(Mix::Distinct, support::thousands()));
    group.bench_function(format!("distinct-{}", support::thousands()), |b| {
        let distinct = &*distinct;
        b.iter(|| {
            let coverage =
                coverage::coverage(&PreparedTeam::new(black_box(distinct), horizon.clone()), |_| true);
            assert!(coverage.most() > 1);
            coverage
        });
    });
    group.finish();
}

fn handoffs(c: &mut Criterion) {
    let mut group = c.benchmark_group("handoffs");
    let team = team(Mix::Worldwide, 50);
    let prepared = PreparedTeam::new(&team, support::year());
    group.bench_function("worldwide-50", |b| {
        b.iter(|| {
            let handoffs = coverage::handoffs(black_box(&prepared), &prepared.seasons()[0]);
            assert!(!handoffs.is_empty());
            handoffs
        });
    });
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = year, handoffs }
criterion_main!(benches);
