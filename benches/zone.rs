//! Offset look-ups, against chrono-tz and jiff.
//!
//! Fair because all are asked for the same 8,736 hours of the planned year, in an order without a pattern, in
//! a zone on whose rules all agree, by chrono's own trait (jiff by its own types, converted before the clock
//! starts); the sums of the offsets are asserted equal. Times are for all 8,736 look-ups together.

mod support;

use std::hint::black_box;

use chrono::{NaiveDateTime, Offset, TimeZone};
use criterion::{Criterion, criterion_group, criterion_main};
use tzplan::Zone;

const ZONE: &str = "America/New_York";

/// Every hour of the year once; 2,003 is prime and divides no number of hours here.
fn hours() -> Vec<NaiveDateTime> {
    let start = support::year().range().start().to_utc().naive_utc();
    let count = i64::from(support::year().days()) * 24;
    (0..count).map(|n| start + chrono::TimeDelta::hours(n * 2003 % count)).collect()
}

fn from_utc<T: TimeZone>(zone: &T, hours: &[NaiveDateTime]) -> i64 {
    let offset = |hour| i64::from(zone.offset_from_utc_datetime(hour).fix().local_minus_utc());
    hours.iter().map(offset).sum()
}

fn from_local<T: TimeZone>(zone: &T, hours: &[NaiveDateTime]) -> i64 {
    let earliest = |hour| zone.offset_from_local_datetime(hour).earliest();
    let offset = |hour| earliest(hour).map_or(0, |offset| i64::from(offset.fix().local_minus_utc()));
    hours.iter().map(offset).sum()
}

fn look_up(c: &mut Criterion) {
    let hours = hours();
    let ours = Zone::iana(ZONE).expect("a zone");
    let theirs: chrono_tz::Tz = ZONE.parse().expect("a zone");
    let jiff = jiff::tz::TimeZone::get(ZONE).expect("a zone");
    let stamps: Vec<_> = hours
        .iter()
        .map(|hour| jiff::Timestamp::from_second(hour.and_utc().timestamp()).expect("this century"))
        .collect();

    let mut group = c.benchmark_group("offset-from-utc");
    let sum = from_utc(&theirs, &hours);
    group.bench_function("hours-of-a-year", |b| {
        b.iter(|| assert_eq!(from_utc(black_box(&ours), &hours), sum));
    });
    group.bench_function("hours-of-a-year-chrono-tz", |b| {
        b.iter(|| assert_eq!(from_utc(black_box(&theirs), &hours), sum));
    });
    group.bench_function("hours-of-a-year-jiff", |b| {
        let offset = |stamp: &jiff::Timestamp| i64::from(jiff.to_offset(*stamp).seconds());
        b.iter(|| assert_eq!(black_box(&stamps).iter().map(offset).sum::<i64>(), sum));
    });
    group.finish();

    let mut group = c.benchmark_group("offset-from-local");
    let sum = from_local(&theirs, &hours);
    group.bench_function("hours-of-a-year", |b| {
        b.iter(|| assert_eq!(from_local(black_box(&ours), &hours), sum));
    });
    group.bench_function("hours-of-a-year-chrono-tz", |b| {
        b.iter(|| assert_eq!(from_local(black_box(&theirs), &hours), sum));
    });
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = look_up }
criterion_main!(benches);
