//! The dated windows of everyone, and of a quorum, against a loop over members and days with chrono-tz.
//!
//! Fair because the loop starts from parsed zones and hours, merges sorted lists, stops as soon as nothing is
//! shared, and must find the same minutes. The team is `office`, whose members share some: with nothing
//! shared both sides would stop after a few members. What the loop lacks is that equal schedules are computed
//! once, and clock changes found once a year instead of looked up twice a day. A loop that also folds equal
//! members stands beside it: what is left then is the cost of the days.

mod support;

use std::cell::LazyCell;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use support::by_hand::{self, Worker};
use support::workloads::{Mix, team};
use tzplan::{PreparedTeam, overlap};

fn everyone(c: &mut Criterion) {
    let horizon = support::year();
    let mut group = c.benchmark_group("everyone");
    for members in [5, 50, support::thousands()] {
        let office = team(Mix::Office, members);
        let minutes = overlap::everyone(&PreparedTeam::new(&office, horizon.clone())).total().get();
        assert!(minutes > 0);
        group.bench_function(format!("office-{members}"), |b| {
            b.iter(|| {
                let windows = overlap::everyone(&PreparedTeam::new(black_box(&office), horizon.clone()));
                assert_eq!(windows.total().get(), minutes);
                windows
            });
        });
        let workers: Vec<_> = office.members().map(|member| Worker::of(member.schedule())).collect();
        group.sample_size(10);
        group.bench_function(format!("office-{members}-chrono-tz-day-loop"), |b| {
            b.iter(|| {
                let windows = by_hand::everyone(black_box(&workers), &horizon);
                assert_eq!(by_hand::total(&windows), minutes);
                windows
            });
        });
        let folded: Vec<_> = office.schedules().iter().map(Worker::of).collect();
        group.bench_function(format!("office-{members}-chrono-tz-day-loop-folded"), |b| {
            b.iter(|| {
                let windows = by_hand::everyone(black_box(&folded), &horizon);
                assert_eq!(by_hand::total(&windows), minutes);
                windows
            });
        });
    }
    let million = LazyCell::new(|| team(Mix::Office, support::million()));
    group.bench_function("office-1000000", |b| {
        let office = &*million;
        let minutes = overlap::everyone(&PreparedTeam::new(office, horizon.clone())).total().get();
        b.iter(|| {
            assert_eq!(
                overlap::everyone(&PreparedTeam::new(black_box(office), horizon.clone())).total().get(),
                minutes
            )
        });
    });
    group.finish();
}

fn quorum(c: &mut Criterion) {
    let horizon = support::year();
    let mut group = c.benchmark_group("quorum");
    for members in [5, 50, support::thousands()] {
        let half = members / 2;
        let office = team(Mix::Office, members);
        let workers: Vec<_> = office.members().map(|member| Worker::of(member.schedule())).collect();
        let enough =
            |heads: Vec<u32>| heads.into_iter().filter(|heads| *heads as usize >= half).count() as u32;
        let minutes = overlap::quorum(&PreparedTeam::new(&office, horizon.clone()), half).total().get();
        group.bench_function(format!("half-of-office-{members}"), |b| {
            b.iter(|| {
                let windows = overlap::quorum(&PreparedTeam::new(black_box(&office), horizon.clone()), half);
                assert_eq!(windows.total().get(), minutes);
                windows
            });
        });
        group.sample_size(10);
        group.bench_function(format!("half-of-office-{members}-by-hand"), |b| {
            b.iter(|| {
                assert_eq!(enough(by_hand::head_count(black_box(&workers), &horizon)), minutes);
            });
        });
    }
    let million = LazyCell::new(|| team(Mix::Worldwide, support::million()));
    group.bench_function("third-of-worldwide-1000000", |b| {
        let (worldwide, third) = (&*million, support::million() / 3);
        let minutes = overlap::quorum(&PreparedTeam::new(worldwide, horizon.clone()), third).total().get();
        assert!(minutes > 0);
        b.iter(|| {
            assert_eq!(
                overlap::quorum(&PreparedTeam::new(black_box(worldwide), horizon.clone()), third)
                    .total()
                    .get(),
                minutes
            )
        });
    });
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = everyone, quorum }
criterion_main!(benches);
