//! Where to hire: every zone of the database judged for a team of fifty.
//!
//! The naive version judges every id of the database by itself, about six times as many as there are regions,
//! and is asserted to find the same number that fit. It has the prepared opening at hand, so this shows what
//! folding zones with equal clocks saves, not what preparing does (see the bench `fit`).

mod support;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use support::workloads::{Mix, team};
use tzplan::fit::{FitResult, Opening};
use tzplan::regions::regions;
use tzplan::{Policy, PreparedTeam, Schedule, Tzdb, WeeklyHours};

fn whole(c: &mut Criterion) {
    let (policy, tzdb, hours) = (Policy::default(), Tzdb::bundled(), WeeklyHours::default());
    let team = team(Mix::Regional, if support::testing() { 8 } else { 50 });
    let prepared = PreparedTeam::new(&team, support::year());
    let opening = Opening::new(&prepared, &policy);
    let all = regions(&opening, tzdb, &hours, |_| true);
    let fitting = |all: &[tzplan::regions::Region]| -> usize {
        let fitting = all.iter().filter(|region| region.fit.result == FitResult::Fits);
        fitting.map(|region| region.zones.len()).sum()
    };
    let expected = fitting(&all);
    println!("{} regions, {} zones, {expected} of them fit", all.len(), tzdb.ids().len());

    let mut group = c.benchmark_group("regions");
    group.sample_size(10);
    group.bench_function("regional-50", |b| {
        b.iter(|| assert_eq!(fitting(&regions(black_box(&opening), tzdb, &hours, |_| true)), expected));
    });
    group.bench_function("regional-50-every-zone", |b| {
        b.iter(|| {
            let fits = |id: &&str| {
                let schedule = Schedule::new(tzdb.zone(id).expect("a zone of the database"), hours.clone());
                let candidate = black_box(&opening).candidate(&schedule);
                black_box(candidate.waits());
                candidate.fit().result == FitResult::Fits
            };
            assert_eq!(tzdb.ids().filter(fits).count(), expected);
        });
    });
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = whole }
criterion_main!(benches);
