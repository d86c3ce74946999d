//! Preparing a team: folding schedules into profiles and finding the seasons of a year.
//!
//! Nothing is compared: no other library has the notion. What is asserted is what folding must not lose:
//! every member is counted in exactly one profile and the seasons together are the horizon.

mod support;

use std::cell::LazyCell;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use support::workloads::{Mix, team};
use tzplan::PreparedTeam;

fn prepare(c: &mut Criterion) {
    let horizon = support::year();
    let mut group = c.benchmark_group("prepare");
    let workloads = [
        ("worldwide-5", Mix::Worldwide, 5),
        ("worldwide-50", Mix::Worldwide, 50),
        ("regional-50", Mix::Regional, 50),
        ("worldwide-5000", Mix::Worldwide, support::thousands()),
        ("distinct-5000", Mix::Distinct, support::thousands()),
        ("worldwide-1000000", Mix::Worldwide, support::million()),
    ];
    for (name, mix, members) in workloads {
        let team = LazyCell::new(|| team(mix, members));
        group.bench_function(name, |b| {
            let team = &*team;
            b.iter(|| {
                let prepared = PreparedTeam::new(black_box(team), horizon.clone());
                assert_eq!(prepared.required_members(), members);
                let days: u32 = prepared.seasons().iter().map(|season| season.days()).sum();
                assert_eq!(days, horizon.days());
                prepared
            });
        });
    }
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = prepare }
criterion_main!(benches);
