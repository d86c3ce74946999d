//! Set operations on two years of availability, against range-set-blaze.
//!
//! Fair because both sides hold the same minutes as 32-bit integers, own their operands before the clock
//! starts, and build a set that owns its result; the totals are asserted equal. range-set-blaze keeps ranges
//! in a B-tree, which supports inserting anywhere; ours only appends. Its lazy merge, which builds nothing,
//! is measured too, next to ours into a set that is used again.

mod support;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use range_set_blaze::prelude::*;
use tzplan::{IntervalSet, Schedule, UtcMinute, Zone, availability};

fn blaze(set: &IntervalSet<UtcMinute>) -> RangeSetBlaze<i32> {
    set.iter().map(|at| at.start().epoch_minutes()..=at.end().epoch_minutes() - 1).collect()
}

fn two_years(c: &mut Criterion) {
    let horizon = support::year();
    let of = |zone: &str, hours: &str| {
        let schedule = Schedule::new(Zone::iana(zone).expect("a zone"), hours.parse().expect("hours"));
        availability(&schedule, horizon.range())
    };
    let (left, right) =
        (of("Europe/Berlin", "Mon-Fri 9-17"), of("America/New_York", "Mon-Fri 9-12:30,13:30-18"));
    let (left_blaze, right_blaze) = (blaze(&left), blaze(&right));

    let mut group = c.benchmark_group("intersection");
    let minutes = left.intersection(&right).total().get();
    assert!(minutes > 0);
    group.bench_function("two-years", |b| {
        b.iter(|| {
            let shared = black_box(&left).intersection(black_box(&right));
            assert_eq!(shared.total().get(), minutes);
            shared
        });
    });
    group.bench_function("two-years-range-set-blaze", |b| {
        b.iter(|| {
            let shared = black_box(&left_blaze) & black_box(&right_blaze);
            assert_eq!(shared.len(), u64::from(minutes));
            shared
        });
    });
    let mut room = IntervalSet::new();
    group.bench_function("two-years-room-used-again", |b| {
        b.iter(|| {
            black_box(&left).intersection_into(black_box(&right), &mut room);
            assert_eq!(room.total().get(), minutes);
        });
    });
    group.bench_function("two-years-range-set-blaze-lazy", |b| {
        b.iter(|| {
            let shared = black_box(&left_blaze).ranges() & black_box(&right_blaze).ranges();
            let total: i32 = shared.map(|range| range.end() - range.start() + 1).sum();
            assert_eq!(total as u32, minutes);
        });
    });
    group.finish();

    let mut group = c.benchmark_group("union");
    let minutes = left.union(&right).total().get();
    group.bench_function("two-years", |b| {
        b.iter(|| {
            let either = black_box(&left).union(black_box(&right));
            assert_eq!(either.total().get(), minutes);
            either
        });
    });
    group.bench_function("two-years-range-set-blaze", |b| {
        b.iter(|| {
            let either = black_box(&left_blaze) | black_box(&right_blaze);
            assert_eq!(either.len(), u64::from(minutes));
            either
        });
    });
    group.finish();

    let mut group = c.benchmark_group("difference");
    let minutes = left.difference(&right).total().get();
    group.bench_function("two-years", |b| {
        b.iter(|| {
            let alone = black_box(&left).difference(black_box(&right));
            assert_eq!(alone.total().get(), minutes);
            alone
        });
    });
    group.bench_function("two-years-range-set-blaze", |b| {
        b.iter(|| {
            let alone = black_box(&left_blaze) - black_box(&right_blaze);
            assert_eq!(alone.len(), u64::from(minutes));
            alone
        });
    });
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = two_years }
criterion_main!(benches);
