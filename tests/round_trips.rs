//! What is shown is read back as the same value, and no value of a public type makes a constructor panic.

use chrono::{NaiveDate, Weekday};
use proptest::prelude::*;
use tzplan::coverage::GapCause;
use tzplan::fit::FitResult;
use tzplan::meeting::{Cause, MeetingOptions, Meetings, Reason, Slot};
use tzplan::{
    Change, ChangeErrorKind, ClockRange, ClockTime, DateRange, Horizon, HoursErrorKind, Member, Minutes,
    Model, PerDay, Policy, PreparedTeam, Shift, Stretch, Team, Tzdb, WeeklyHours, Zone,
};

#[allow(dead_code, reason = "each test file uses a part of it")]
mod support;
use support::{cases, date};

fn stretch() -> impl Strategy<Value = Stretch> {
    (0_u8..7, 0_u16..1440, 1_u16..=1440).prop_map(|(day, start, length)| {
        let day = Weekday::try_from(day).expect("0..7");
        Stretch::new(day, start, start + length).expect("at most a day")
    })
}

fn hours() -> impl Strategy<Value = WeeklyHours> {
    prop::collection::vec(stretch(), 0..8).prop_map(WeeklyHours::new)
}

/// Any date of chrono's calendar.
fn any_date() -> impl Strategy<Value = NaiveDate> {
    let (first, last) = (NaiveDate::MIN.to_epoch_days(), NaiveDate::MAX.to_epoch_days());
    prop_oneof![first..=last, -200_000..=1_100_000, Just(first), Just(last)]
        .prop_map(|day| NaiveDate::from_epoch_days(day).expect("a date of the calendar"))
}

/// Any number, those at the ends often.
fn any_number() -> impl Strategy<Value = u32> {
    prop_oneof![any::<u32>(), 0_u32..3_000, Just(u32::MAX), Just(u32::MAX / 60)]
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn hours_are_read_as_they_are_shown(hours in hours(), by in any::<i32>()) {
        prop_assert_eq!(hours.to_string().parse(), Ok(hours.clone()), "{}", hours);
        let moved = hours.moved(Shift::of(by));
        prop_assert_eq!(moved.to_string().parse(), Ok(moved.clone()), "{}", moved);
    }

    #[test]
    fn quantities_are_read_as_they_are_shown(minutes in any_number(), shift in any::<i32>(), time in 0_u16..=1440) {
        prop_assert_eq!(Minutes(minutes).to_string().parse(), Ok(Minutes(minutes)));
        prop_assert_eq!(Shift::of(shift).to_string().parse(), Ok(Shift::of(shift)));
        let time = ClockTime::from_minutes(time).expect("within a day");
        prop_assert_eq!(time.to_string().parse(), Ok(time));
    }

    #[test]
    fn ranges_are_read_as_they_are_shown(start in 0_u16..1440, end in 0_u16..=1440, first in any_date(), days in 0_i64..4_000) {
        let time = |minutes| ClockTime::from_minutes(minutes).expect("within a day");
        if let Ok(range) = ClockRange::new(time(start), time(end)) {
            prop_assert_eq!(range.to_string().parse(), Ok(range));
        }
        let last = first.checked_add_signed(chrono::TimeDelta::days(days)).unwrap_or(first);
        if let Ok(range) = DateRange::new(first, last) {
            prop_assert_eq!(range.to_string().parse(), Ok(range));
            prop_assert_eq!((range.contains(first), range.contains(range.after())), (true, false));
            prop_assert_eq!(range.iter().count(), range.days() as usize);
        }
    }

    #[test]
    fn no_number_is_too_large(number in any_number(), days in any_number(), from in any_date(), to in any_date()) {
        let _ = Minutes::hours(number);
        let daily = PerDay { minutes_per_week: number, days };
        let _ = (daily.floor(), daily.ceil(), daily.to_string(), daily.cmp_value(PerDay::of(Minutes(number))));
        let _ = (DateRange::new(from, to), DateRange::until(from, to), DateRange::from(to).after());
        let _ = (Horizon::new(from, to, Zone::UTC), Horizon::of_days(from, days, Zone::UTC));
        let any = Minutes(number);
        let usual = Policy::default;
        let _ = (usual().with_target(any), usual().with_comfortable(any), usual().with_max_shift(any));
        let _ = (usual().with_reply_within(any), usual().with_step(any), usual().with_grace_days(number));
        let _ = usual().grace_of(number);
    }

    #[test]
    fn no_shift_is_too_long(hours in hours(), by in any::<i32>(), night in 1_u16..1440) {
        let mut team = Team::new();
        team.add(Member::new("Ana", Zone::UTC).hours(hours));
        let prepared = PreparedTeam::new(&team, Horizon::of_days(date("2027-01-04"), 7, Zone::UTC).expect("a week"));
        let range = ClockRange::new(ClockTime::from_minutes(night).expect("a time"), ClockTime::MIDNIGHT).expect("a range");
        let week = prepared.week(prepared.required()[0], &prepared.seasons()[0]);
        // A day later the clock reads the same.
        let within = |by: i32| week.minutes_within(range, Shift::of(by));
        prop_assert_eq!(within(by), within(by.rem_euclid(1440)));
    }

    #[test]
    fn a_meeting_may_be_on_any_dates(first in any_date(), last in any_date(), duration in 1_u32..=1440, time in 0_u16..=1440) {
        let mut team = Team::new();
        team.add(Member::new("Ana", Zone::UTC));
        let prepared = PreparedTeam::new(&team, Horizon::of_days(date("2027-01-04"), 7, Zone::UTC).expect("a week"));
        let mut options = MeetingOptions::default();
        options.duration = Minutes(duration);
        let three_days_on = first.checked_add_days(chrono::Days::new(3)).unwrap_or(first);
        options.once = DateRange::new(first, first.max(last.min(three_days_on))).ok();
        if let Some(dates) = options.once {
            let meetings = Meetings::new(&prepared, &Policy::default(), &options);
            let time = ClockTime::from_minutes(time).expect("within a day");
            let _ = meetings.plan(Slot::once(dates.last(), time));
        }
    }
}

#[test]
fn words_are_read_as_they_are_shown() {
    fn check<T: Copy + PartialEq + std::fmt::Debug + std::fmt::Display + std::str::FromStr>(all: &[T]) {
        for one in all {
            assert_eq!(one.to_string().parse().ok(), Some(*one));
        }
    }
    check(Model::ALL);
    check(FitResult::ALL);
    check(Cause::ALL);
    check(Reason::ALL);
    check(GapCause::ALL);
    let error = "overlapp".parse::<Model>().expect_err("no such model");
    assert_eq!(error.to_string(), "`overlapp` is none of overlap, overlap-with-shifts, hybrid, async");
}

/// 09:00–13:00 and 13:00–09:00 of the next day touch: one stretch of 24 hours that does not start at
/// midnight.
#[test]
fn a_day_and_a_night_are_one_stretch() {
    let hours: WeeklyHours = "9-13,13:00-09:00+1 Mon".parse().expect("hours");
    assert_eq!((hours.stretches().len(), hours.to_string()), (1, "09:00-33:00 Mon".to_owned()));
    assert_eq!(hours.to_string().parse(), Ok(hours));
    // Nobody writes a shorter one like that.
    for text in ["9-25", "09:00-25:00", "09:00-32:59"] {
        let kind = text.parse::<WeeklyHours>().map_err(|error| error.kind());
        assert_eq!(kind, Err(HoursErrorKind::NotATime), "{text}");
    }
    let nobody = WeeklyHours::new([]);
    assert_eq!((nobody.to_string().as_str(), "None".parse()), ("none", Ok(nobody)));
}

/// `UTC+23:59` is no clock on Earth, `GMT` is an id as well as an offset: both are read as they are shown.
#[test]
fn every_zone_is_read_as_it_is_shown() {
    let named = Tzdb::bundled().ids().map(|id| Zone::iana(id).expect("an id"));
    let fixed = (-1439..1440).map(|minutes| Zone::fixed(minutes).expect("within a day"));
    for zone in named.chain(fixed) {
        assert_eq!(zone.to_string().parse(), Ok(zone.clone()), "{zone}");
        let json = serde_json::to_string(&zone).expect("a text");
        assert_eq!(serde_json::from_str::<Zone>(&json).expect("a zone"), zone);
        let mut team = Team::new();
        team.add(Member::new("Ana", zone.clone()));
        let json = serde_json::to_string(&team).expect("a list");
        assert_eq!(serde_json::from_str::<Team>(&json).expect("a team").schedules(), team.schedules());
    }
    assert_eq!(Zone::iana("utc"), Ok(Zone::UTC));
    // What people type is held to the clocks of the Earth.
    assert!(Tzdb::bundled().parse("UTC+23:59").is_err());
}

#[test]
fn no_day_is_moved_by_more_than_half_a_day() {
    let mut team = Team::new();
    let ana = team.add(Member::new("Ana", Zone::UTC)).id();
    for by in [i32::MIN, -721, 721, i32::MAX] {
        let change = Change::Shift { member: ana, by: Shift::of(by) };
        let kind = team.changed([change]).expect_err("too far").kind();
        assert_eq!(kind, ChangeErrorKind::TooFar(Shift::of(by)));
        let json = format!(r#"[{{"name": "Ana", "posts": [{{"zone": "UTC"}}], "moved_by": {by}}}]"#);
        let error = serde_json::from_str::<Team>(&json).expect_err("too far").to_string();
        assert!(error.starts_with("[0].moved_by: "), "{error}");
    }
}
