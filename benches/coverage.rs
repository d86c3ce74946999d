//! How many are at work through a year, against counting minute by minute with chrono-tz.
//!
//! Fair because both count the same members over the same 364 days; the covered minutes and the highest count
//! are asserted equal. The count by hand keeps a number for each minute (2 MB) and adds one to each minute of
//! each shift; ours sorts the ends of the distinct schedules' shifts.

mod support;

use std::cell::LazyCell;
use std::collections::HashMap;
use std::hint::black_box;
use std::io::{self, Write};

use criterion::{Criterion, criterion_group, criterion_main};
use support::by_hand::{self, Worker};
use support::workloads::{Mix, in_teams, team};
use tzplan::coverage::{self, Crew, Service, crews};
use tzplan::{MemberRef, PreparedTeam, Team};
use tzplan_report::{Context, CoverageDocument, Form, GroupBy};

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

/// Each of many teams by itself, against each as a team of its own; and the document of all of them.
fn by_team(c: &mut Criterion) {
    let mut group = c.benchmark_group("coverage-by-team");
    group.sample_size(10);
    let teams = support::thousands() / 5;
    let all = in_teams(teams);
    let prepared = PreparedTeam::new(&all, support::year());
    let places: HashMap<&str, usize> = all
        .members()
        .filter_map(|member| member.team())
        .zip(0..)
        .map(|(label, row)| (label, row / 8))
        .collect();
    let group_of = |member: MemberRef<'_>| places.get(member.team()?).copied();
    let service = Service::around_the_clock();
    let missing = |crew: &Crew| u64::from(crew.service(&service).missing().get());
    let alone = |part: &Team| missing(&Crew::of(&PreparedTeam::new(part, support::year())));
    let expected: u64 = all.split(group_of).iter().map(alone).sum();
    group.bench_function(format!("crews-{teams}"), |b| {
        b.iter(|| {
            let missed: u64 = crews(black_box(&prepared), group_of).map(|crew| missing(&crew)).sum();
            assert_eq!(missed, expected);
        });
    });
    let context = Context { source: "", tzdb: "", changes: &[], settings: &[], assumptions: &[], again: "" };
    let written = |form| {
        let document = CoverageDocument::new(&prepared, &service, Some(GroupBy::Team), context);
        let mut out = Counted(0);
        tzplan_report::write(&document, form, &mut out).expect("nothing fails");
        out.0
    };
    for (name, form) in [("json", Form::Json), ("text", Form::Markdown)] {
        let bytes = written(form);
        assert!(bytes > teams * 1000);
        group.bench_function(format!("{name}-{teams}"), |b| b.iter(|| assert_eq!(written(form), bytes)));
    }
    group.finish();
}

/// Counts what is written.
struct Counted(usize);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

criterion_group! { name = benches; config = support::criterion(); targets = year, by_team, handoffs }
criterion_main!(benches);
