//! What every two of fifty people share through a year, against the loop over pairs that a user would write.
//!
//! Fair because `year-minutes` and its by-hand version give the same sum of shared minutes, asserted, and
//! both intersect each pair of members once. The loop by hand computes both people's year for each pair, as a
//! function `shared(a, b)` does; its second version computes each person's year once. `seasons` is this
//! library's own answer to the question (shared hours of each season, whether the pair meets the target).

mod support;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use support::by_hand::{self, Worker};
use support::workloads::{Mix, team};
use tzplan::{Policy, PreparedTeam, availability, pairs};

fn fifty(c: &mut Criterion) {
    let (horizon, policy) = (support::year(), Policy::default());
    let team = team(Mix::Office, if support::testing() { 10 } else { 50 });
    let places = 0..team.len();
    let both = places.clone().flat_map(|a| (0..a).map(move |b| (a, b))).collect::<Vec<_>>();
    let workers: Vec<_> = team.members().map(|member| Worker::of(member.schedule())).collect();
    let years_by_hand =
        || workers.iter().map(|worker| by_hand::availability(worker, &horizon)).collect::<Vec<_>>();
    let years = years_by_hand();
    let shared = |a: &[by_hand::Stretch], b: &[by_hand::Stretch]| {
        u64::from(by_hand::total(&by_hand::intersection(a, b)))
    };
    let minutes: u64 = both.iter().map(|(a, b)| shared(&years[*a], &years[*b])).sum();

    let mut group = c.benchmark_group("pairs");
    group.sample_size(10);
    group.bench_function("year-minutes-office-50", |b| {
        b.iter(|| {
            let years: Vec<_> = black_box(&team)
                .members()
                .map(|member| availability(member.schedule(), horizon.range()))
                .collect();
            let shared =
                both.iter().map(|(a, b)| u64::from(years[*a].intersection(&years[*b]).total().get()));
            assert_eq!(shared.sum::<u64>(), minutes);
        });
    });
    group.bench_function("year-minutes-office-50-by-hand", |b| {
        b.iter(|| {
            let pair = |a: usize, b: usize| {
                let year = |place: usize| by_hand::availability(&workers[place], &horizon);
                shared(&year(a), &year(b))
            };
            assert_eq!(black_box(&both).iter().map(|(a, b)| pair(*a, *b)).sum::<u64>(), minutes);
        });
    });
    group.bench_function("year-minutes-office-50-by-hand-years-kept", |b| {
        b.iter(|| {
            let years = years_by_hand();
            let sum: u64 = black_box(&both).iter().map(|(a, b)| shared(&years[*a], &years[*b])).sum();
            assert_eq!(sum, minutes);
        });
    });
    let prepared = PreparedTeam::new(&team, horizon.clone());
    let profiles: Vec<_> = team.members().map(|member| prepared.profile_of(member)).collect();
    let meeting = || {
        let pair =
            |(a, b): &&(usize, usize)| pairs::pairs(&prepared, profiles[*a], profiles[*b], &policy).meets;
        both.iter().filter(pair).count()
    };
    let expected = meeting();
    group.bench_function("seasons-office-50", |b| b.iter(|| assert_eq!(meeting(), expected)));
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = fifty }
criterion_main!(benches);
