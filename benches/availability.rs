//! A year of availability of one schedule, against a loop over days with chrono-tz.
//!
//! Fair because both start from parsed hours and a known zone, both return sorted UTC intervals of the same
//! 364 days, and their totals are asserted equal. chrono-tz must resolve each wall time by itself; that it
//! does so twice a day is what the comparison shows.

mod support;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use support::by_hand::{self, Worker};
use tzplan::{Schedule, Zone, availability};

fn year_of_one(c: &mut Criterion) {
    let horizon = support::year();
    let (range, monday) = (horizon.range(), horizon.from());
    let mut group = c.benchmark_group("availability");
    let schedule = |zone: &str, hours: &str| {
        Schedule::new(Zone::iana(zone).expect("a zone"), hours.parse().expect("hours"))
    };
    let workloads = [
        ("year-9-17", schedule("Europe/Berlin", "Mon-Fri 9-17"), 260),
        ("year-with-breaks", schedule("America/New_York", "Mon-Fri 9-12:30,13:30-18"), 520),
        ("year-of-nights", schedule("America/Chicago", "Sun-Thu 22-6"), 260),
        ("year-without-clock-changes", schedule("Asia/Kolkata", "Mon-Fri 10-19"), 260),
    ];
    for (name, schedule, intervals) in &workloads {
        group.bench_function(*name, |b| {
            b.iter(|| {
                let set = availability(black_box(schedule), range);
                assert!(set.len().abs_diff(*intervals) <= 1);
                set
            });
        });
        let worker = Worker::of(schedule);
        let total = availability(schedule, range).total().get();
        assert_eq!(by_hand::total(&by_hand::availability(&worker, &horizon)), total);
        group.bench_function(format!("{name}-chrono-tz-day-loop"), |b| {
            b.iter(|| {
                let stretches = by_hand::availability(black_box(&worker), &horizon);
                assert!(stretches.len().abs_diff(*intervals) <= 1);
                stretches
            });
        });
    }
    let leave = monday.iter_days().skip(21).take(14).chain(monday.iter_days().skip(240).take(14));
    let away = workloads[0].1.with_days_off(leave);
    group.bench_function("year-9-17-less-four-weeks", |b| {
        b.iter(|| {
            let set = availability(black_box(&away), range);
            assert_eq!(set.len(), 240);
            set
        });
    });
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = year_of_one }
criterion_main!(benches);
