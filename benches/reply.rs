//! How long questions wait, against asking in every minute of the year.
//!
//! Fair because the walk starts from the two years of availability, computed before the clock starts, while
//! ours is measured both ways: with preparation (`prepare-and-ask`) and without (`ask`). The walk finds the
//! share of questions answered at once, asserted equal; its mean agrees to half a minute, since it asks at
//! the start of each minute and ours at every instant.

mod support;

use std::cell::LazyCell;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use support::workloads::{Mix, team};
use tzplan::reply::Replies;
use tzplan::{Interval, IntervalSet, PreparedTeam, UtcMinute, availability};

/// The share answered at once and the mean wait, asking at the start of each minute.
fn walk(asker: &IntervalSet<UtcMinute>, answerer: &IntervalSet<UtcMinute>) -> (f64, f64) {
    let (mut asked, mut at_once, mut waited) = (0_u64, 0_u64, 0_u64);
    for stretch in asker {
        for minute in stretch.start().epoch_minutes()..stretch.end().epoch_minutes() {
            let now = UtcMinute::from_epoch_minutes(minute);
            let answer = answerer.first_at_or_after(now).expect("somebody who works next year too");
            let wait = answer.epoch_minutes() - minute;
            asked += 1;
            at_once += u64::from(wait == 0);
            waited += wait as u64;
        }
    }
    (at_once as f64 / asked as f64, waited as f64 / asked as f64)
}

fn waits(c: &mut Criterion) {
    let horizon = support::year();
    let mut group = c.benchmark_group("reply");
    group.sample_size(10);

    let pair = team(Mix::Worldwide, 2);
    let replies = Replies::new(&PreparedTeam::new(&pair, horizon.clone()));
    let longer = horizon.range().end().epoch_minutes() + 14 * 1440;
    let later =
        Interval::new(horizon.range().start(), UtcMinute::from_epoch_minutes(longer)).expect("a year");
    let asker = availability(pair.schedules().first().expect("two"), horizon.range());
    let answerer = availability(pair.schedules().last().expect("two"), later);
    let (none, mean) = walk(&asker, &answerer);
    group.bench_function("ask-worldwide-2", |b| {
        b.iter(|| {
            let wait = black_box(&replies).between(0, 1).expect("they work");
            assert!((wait.none - none).abs() < 1e-9);
            assert!((wait.mean.expect("an answer") - mean).abs() <= 0.5);
            wait
        });
    });
    group.bench_function("prepare-and-ask-worldwide-2", |b| {
        b.iter(|| Replies::new(&PreparedTeam::new(black_box(&pair), horizon.clone())).between(0, 1));
    });
    group.bench_function("ask-worldwide-2-minute-by-minute", |b| {
        b.iter(|| assert_eq!(walk(black_box(&asker), &answerer).0, none));
    });
    let workloads = [
        ("within-worldwide-50", Mix::Worldwide, 50),
        ("within-worldwide-5000", Mix::Worldwide, support::thousands()),
        ("within-worldwide-1000000", Mix::Worldwide, support::million()),
    ];
    for (name, mix, members) in workloads {
        let team = LazyCell::new(|| team(mix, members));
        group.bench_function(name, |b| {
            let team = &*team;
            b.iter(|| {
                let wait = Replies::new(&PreparedTeam::new(black_box(team), horizon.clone()))
                    .within_team()
                    .expect("they work");
                assert!(0.0 < wait.none && wait.none <= 1.0);
                wait
            });
        });
    }
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = waits }
criterion_main!(benches);
