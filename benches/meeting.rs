//! Ranking every slot of the week for a team of fifty, and taking turns.
//!
//! The naive version is what a user would write with chrono: every member, week and slot by itself, the
//! workday looked up each time and the minutes outside it counted one by one. It is asserted to find the same
//! ranking.

mod support;

use std::hint::black_box;

use chrono::{Datelike, Days, TimeZone, Timelike};
use criterion::{Criterion, criterion_group, criterion_main};
use support::workloads::{Mix, real, team};
use tzplan::meeting::{Burden, MeetingOptions, Meetings, RotationOptions, Slot};
use tzplan::{
    ClockRange, ClockTime, Horizon, MemberRef, Minutes, Policy, PreparedTeam, Team, UtcMinute, Zone,
    first_instant_at,
};

/// Adds what an hour from an instant on asks of a member with one post and no night shifts.
fn add(burden: &mut Burden, member: MemberRef<'_>, start: UtcMinute, policy: &Policy) {
    let (schedule, start) = (member.schedule(), start.epoch_minutes());
    let (zone, hours) = (schedule.zone(), schedule.posts()[0].hours());
    let local = |minute: i32| {
        zone.from_utc_datetime(&UtcMinute::from_epoch_minutes(minute).to_utc().naive_utc()).naive_local()
    };
    let date = local(start).date();
    let own = hours.stretches().iter().filter(|stretch| stretch.day() == date.weekday());
    let span = own.fold(None, |span, stretch| match span {
        None => Some((stretch.start(), stretch.end())),
        Some((from, to)) => Some((stretch.start().min(from), stretch.end().max(to))),
    });
    let Some((from, to)) = span else {
        burden.no_workday += 1;
        return;
    };
    let at = |minute: u16| {
        let midnight = date.and_time(chrono::NaiveTime::MIN);
        let wall = midnight + chrono::Duration::minutes(minute.into());
        first_instant_at(zone, wall).expect("the planned year").epoch_minutes()
    };
    let (from, to) = (at(from), at(to));
    let stretch = ((from - start).max(0) + (start + 60 - to).max(0)) as u32;
    (burden.worst, burden.total) = (burden.worst.max(Minutes(stretch)), burden.total + u64::from(stretch));
    for minute in (start..start + 60).filter(|minute| !(from..to).contains(minute)) {
        let time = ClockTime::at(local(minute).hour() as u16, local(minute).minute() as u16);
        let within = |range: ClockRange| match range.start() < range.end() {
            true => (range.start()..range.end()).contains(&time),
            false => time >= range.start() || time < range.end(),
        };
        burden.night += u64::from(within(policy.night()));
        burden.unreasonable += u64::from(!within(policy.reasonable()));
    }
}

/// The slots from Monday to Friday with what they ask, the best first.
fn naive(team: &Team, horizon: &Horizon, policy: &Policy) -> Vec<(Burden, Slot)> {
    let mut ranked = Vec::new();
    for day in 0..5_u8 {
        for time in (0..1440_u16).step_by(15) {
            let slot = Slot::weekly(
                chrono::Weekday::try_from(day).expect("a weekday"),
                ClockTime::from_minutes(time).expect("a time of day"),
            );
            let mut burden = Burden::default();
            for week in 0..52 {
                let date = horizon.from() + Days::new(week * 7 + u64::from(day));
                let wall = date.and_time(chrono::NaiveTime::MIN) + chrono::Duration::minutes(time.into());
                let start = first_instant_at(horizon.home(), wall).expect("the planned year");
                for member in team.members() {
                    add(&mut burden, member, start, policy);
                }
            }
            ranked.push((burden, slot));
        }
    }
    ranked.sort();
    ranked
}

fn meeting(c: &mut Criterion) {
    let (horizon, policy) = (support::year(), Policy::default());
    let size = if support::testing() { 4 } else { 50 };
    let mut group = c.benchmark_group("meeting");
    group.sample_size(10);
    for (name, mix) in [("office", Mix::Office), ("worldwide", Mix::Worldwide), ("distinct", Mix::Distinct)] {
        let team = team(mix, size);
        let rank = || -> Vec<(Burden, Slot)> {
            let meetings = Meetings::new(
                &PreparedTeam::new(&team, horizon.clone()),
                &policy,
                &MeetingOptions::default(),
            );
            meetings.ranked().iter().map(|plan| (plan.required, plan.slot)).collect()
        };
        let expected = rank();
        group.bench_function(format!("rank/{name}-50"), |b| {
            b.iter(|| assert_eq!(black_box(rank()), expected))
        });
        if mix == Mix::Office {
            group.bench_function(format!("rank-naive/{name}-50"), |b| {
                b.iter(|| assert_eq!(naive(black_box(&team), &horizon, &policy), expected));
            });
        }
        let meetings =
            Meetings::new(&PreparedTeam::new(&team, horizon.clone()), &policy, &MeetingOptions::default());
        let slots = meetings.ranked();
        let turns =
            || meetings.rotation(&slots, &RotationOptions::default()).expect("a year has eight weeks");
        let expected = turns();
        println!(
            "{name}: largest {}, at least {}, exact {}",
            expected.largest, expected.bound, expected.exact
        );
        group.bench_function(format!("rotate-8/{name}-50"), |b| {
            b.iter(|| assert_eq!(black_box(turns()), expected))
        });
    }
    let (real, step) = (real(), if support::testing() { Minutes(60) } else { Minutes(1) });
    let by_the_minute = policy.clone().with_step(step).expect("divides a day");
    let prepared = PreparedTeam::new(&real, Horizon::year(horizon.from(), Zone::UTC).expect("a year"));
    let ranked = || Meetings::new(&prepared, &by_the_minute, &MeetingOptions::default()).ranked();
    // Date by date and slot by slot.
    let meetings = Meetings::new(&prepared, &by_the_minute, &MeetingOptions::default());
    let expected = ranked();
    expected.iter().for_each(|plan| assert_eq!(*plan, meetings.plan(plan.slot)));
    group.bench_function("rank-by-the-minute/real-50", |b| {
        b.iter(|| assert_eq!(black_box(ranked()), expected))
    });
    let meetings = Meetings::new(&prepared, &policy, &MeetingOptions::default());
    let slots = meetings.ranked();
    let mut options = RotationOptions::default();
    options.weeks = if support::testing() { 2 } else { 52 };
    let turns = || meetings.rotation(&slots, &options).expect("a year has 52 weeks");
    let expected = turns();
    if !support::testing() {
        // What was found when every partial rotation was written down and compared whole.
        let found = [expected.largest_night, expected.largest, expected.total_night, expected.total];
        assert_eq!(found, [1065, 18315, 20820, 358_965]);
    }
    group.bench_function("rotate-52/real-50", |b| b.iter(|| assert_eq!(black_box(turns()), expected)));
    group.finish();
}

criterion_group! { name = benches; config = support::criterion(); targets = meeting }
criterion_main!(benches);
