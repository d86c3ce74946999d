//! Expectations that other programs published, recomputed with IANA rules where they were wrong.

use chrono::Datelike;
use tzplan::{Plan, Policy, PreparedTeam, availability, coverage, overlap};

use crate::support::tz_versions;
use crate::{days, instant, shown, team};

/// Minutes that two people share in the 24 h of a UTC date.
fn shared_on(date: &str, a: (&str, &str), b: (&str, &str)) -> u32 {
    overlap::everyone(&PreparedTeam::new(&team(&[a, b]), days(date, 1))).total().get()
}

#[test]
fn pairs_on_a_date() {
    // Source of each row beside it; both work every day unless days are given.
    let cases = [
        // sharf85/tasks WorkingTimeServiceTest.java (2020-03-12; the US on summer time already, 120 in
        // January).
        ("2020-03-12", ("Europe/Moscow", "9-18 daily"), ("America/New_York", "8-17 daily"), 180),
        ("2020-01-15", ("Europe/Moscow", "9-18 daily"), ("America/New_York", "8-17 daily"), 120),
        ("2020-03-12", ("America/Los_Angeles", "8-17 daily"), ("Asia/Vladivostok", "9-18 daily"), 60),
        // enextus/java_training_projects IntersectionWorkingTimeTest.java (2021-03-03).
        ("2021-03-03", ("Europe/Berlin", "22-06 daily"), ("Europe/Moscow", "23-08 daily"), 480),
        ("2021-03-03", ("Asia/Kamchatka", "9-17 daily"), ("US/Alaska", "9-17 daily"), 300),
        // An OverlapCalculator.test.ts for vitest: one zone.
        ("2024-06-15", ("America/New_York", "9-18 daily"), ("America/New_York", "10-17 daily"), 420),
        // PyPI timefyi 0.1.3, README "Business Hours Across Timezones".
        ("2026-01-15", ("Europe/London", "9-17 daily"), ("Asia/Seoul", "9-17 daily"), 0),
        // PyPI businesstimedelta 1.0.1, README "Timezones": a lunch break; Chile stayed at −03 all through
        // 2015–16.
        ("2016-01-18", ("America/Los_Angeles", "9-18"), ("America/Santiago", "9-12,13-18"), 240),
        // ourdailycalc.com timezone-overlap-guide says 60 for New York −5 and Berlin +2, which never hold on
        // one day; it is 120, and 180 in the weeks in which only the US has summer time.
        ("2026-01-15", ("America/New_York", "9-17 daily"), ("Europe/Berlin", "9-17 daily"), 120),
        ("2026-03-15", ("America/New_York", "9-17 daily"), ("Europe/Berlin", "9-17 daily"), 180),
        // calculatorcollection.org business-hours-overlap-finder: "very few, or zero".
        ("2026-07-15", ("UTC", "9-17 daily"), ("UTC+10", "9-17 daily"), 0),
        // timezonematcher.com working-hours-calculator: "about 3 hours", which holds for 9–18.
        ("2026-01-15", ("America/New_York", "9-18 daily"), ("Europe/Paris", "9-18 daily"), 180),
        // panaversity team-info.md claims a common Sunday slot for weekends of 10–16 at −5 and 10–14
        // at +5:30: none.
        ("2026-01-18", ("UTC-5", "10-16 daily"), ("UTC+5:30", "10-14 daily"), 0),
    ];
    for (date, a, b, minutes) in cases {
        assert_eq!(shared_on(date, a, b), minutes, "{date} {a:?} {b:?}; {}", tz_versions());
    }
}

#[test]
fn a_common_window() {
    // aditya0811/key-account-management-backend ApplicationUtilsTest.java: 10–18 and 5–13 in PST; the test
    // names the first hour only.
    let team = team(&[("UTC-8", "10-18 daily"), ("UTC-8", "5-13 daily")]);
    let found = shown(&overlap::everyone(&PreparedTeam::new(&team, days("2024-01-15", 1))));
    assert_eq!(found, ["2024-01-15T18:00Z/2024-01-15T21:00Z"]);
}

#[test]
fn availability_of_one() {
    // calcom/cal.com packages/lib/date-ranges.test.ts, and apps/web/test/lib/getWorkingHours.test.ts
    // (Auckland's Monday, which Cal.com writes as Sunday 720–1439 and Monday 0–719 with an inclusive end).
    let cases = [
        ("America/New_York", "10-15 Tue", "2023-06-13", 2, "2023-06-13T14:00Z/2023-06-13T19:00Z"),
        ("Europe/London", "9-14 Tue", "2023-06-13", 1, "2023-06-13T08:00Z/2023-06-13T13:00Z"),
        ("Asia/Kolkata", "8-17 daily", "2023-01-06", 1, "2023-01-06T02:30Z/2023-01-06T11:30Z"),
        ("Pacific/Auckland", "00:00-24:00 Mon", "2021-06-13", 3, "2021-06-13T12:00Z/2021-06-14T12:00Z"),
    ];
    for (zone, hours, from, length, expected) in cases {
        let team = team(&[(zone, hours)]);
        let schedule = team.member(0).expect("the member").schedule();
        let found = shown(&availability(schedule, days(from, length).range()));
        assert_eq!(found, [expected], "{zone} {hours}; {}", tz_versions());
    }
}

#[test]
fn starts_that_share_just_enough() {
    // rafaltrojanowski/time_overlap spec/time_overlap_spec.rb: eight hours of theirs on Saturday 9 February
    // 2019, the earliest and the latest start of eight hours of mine that share four, and the one that shares
    // all.
    let cases = [
        (("UTC-7", "10-18 Sat"), ("Asia/Bangkok", "20-04 Sat"), 240),
        (("UTC-7", "10-18 Sat"), ("Asia/Bangkok", "04-12 Sun"), 240),
        (("UTC-7", "10-18 Sat"), ("Asia/Bangkok", "00-08 Sun"), 480),
        (("UTC+7", "9-17 Sat"), ("Europe/Warsaw", "23-07 Fri"), 240),
        (("UTC+7", "9-17 Sat"), ("Europe/Warsaw", "7-15 Sat"), 240),
        (("UTC+7", "9-17 Sat"), ("Europe/Warsaw", "3-11 Sat"), 480),
        (("UTC-11", "9-17 Sat"), ("Pacific/Fakaofo", "9-17 Sun"), 480),
    ];
    for (theirs, mine, minutes) in cases {
        let shared = overlap::everyone(&PreparedTeam::new(&team(&[theirs, mine]), days("2019-02-08", 4)))
            .total()
            .get();
        assert_eq!(shared, minutes, "{theirs:?} {mine:?}; {}", tz_versions());
    }
}

#[test]
fn three_of_four() {
    // tngyo/timematchcursor2 test-match-1.md lists 00–03, 13–14 and Thursday 03:30–04 and misses the rest of
    // these windows; 17 December 2025 is a Wednesday.
    let team = team(&[
        ("UTC+9", "Wed 9-12,14-18; Thu 10-15"),
        ("UTC-5", "Tue 19-23; Wed 6-9,20-23"),
        ("UTC+5:30", "Wed 08:30-11:30,16-20; Thu 9-13"),
        ("UTC", "Wed 0-4,13-17; Thu 2-5"),
    ]);
    let found = shown(&overlap::quorum(&PreparedTeam::new(&team, days("2025-12-16", 3)), 3));
    let expected = [
        "2025-12-17T00:00Z/2025-12-17T04:00Z",
        "2025-12-17T13:00Z/2025-12-17T14:00Z",
        "2025-12-18T02:00Z/2025-12-18T05:00Z",
    ];
    assert_eq!(found, expected);
}

#[test]
fn pairs_through_2026() {
    // Hours a day on 9–17, least and most of 2026 and their mean over its workdays, against the claim "4–6
    // hours of natural overlap" made for most of these pairs: it depends on the season, and two pairs exceed
    // or miss it.
    let cases = [
        ("America/New_York", "America/Mexico_City", 6, 7, 6.349),
        ("America/New_York", "America/Argentina/Buenos_Aires", 6, 7, 6.651),
        ("America/Los_Angeles", "America/Bogota", 5, 6, 5.651),
        ("America/Los_Angeles", "America/Argentina/Buenos_Aires", 3, 4, 3.651),
        ("Europe/London", "Europe/Bucharest", 6, 6, 6.0),
        ("Europe/London", "Africa/Lagos", 7, 8, 7.575),
        ("Europe/Berlin", "Europe/Bucharest", 7, 7, 7.0),
        ("Europe/Berlin", "America/New_York", 2, 3, 2.077),
    ];
    for (a, b, least, most, mean) in cases {
        let team = team(&[(a, "9-17"), (b, "9-17")]);
        let plan = Plan::of(&PreparedTeam::new(&team, days("2026-01-01", 365)), &Policy::default());
        let hours = |daily: tzplan::PerDay| f64::from(daily.minutes_per_week) / f64::from(daily.days) / 60.0;
        let (min, max) = (hours(plan.year().min), hours(plan.year().max));
        assert_eq!((min, max), (f64::from(least), f64::from(most)), "{a} {b}; {}", tz_versions());
        let workdays = |season: &tzplan::Season| {
            let dates = season.first().iter_days().take(season.days() as usize);
            f64::from(dates.filter(|date| date.weekday().number_from_monday() <= 5).count() as u32)
        };
        let total: f64 = plan.seasons().map(|s| hours(s.overlap.daily) * workdays(&s.season)).sum();
        // 2026 has 261 of them.
        assert!((total / 261.0 - mean).abs() < 0.0006, "{a} {b}: {}; {}", total / 261.0, tz_versions());
    }
}

#[test]
fn follow_the_sun_has_holes_when_one_side_has_changed_its_clocks() {
    // sourcegraph/handbook opsgenie.md: 11–23 in Los Angeles and 8–20 in Berlin cover 18:00Z–06:00Z and back.
    // In 2026 not so from 9 to 29 March and from 25 October to 1 November: 28 holes of an hour.
    let team = team(&[("America/Los_Angeles", "11-23 daily"), ("Europe/Berlin", "8-20 daily")]);
    let found = coverage::coverage(&PreparedTeam::new(&team, days("2026-01-01", 365)), |_| true);
    let gaps: Vec<_> = found.gaps().map(|gap| (gap.start, gap.end)).collect();
    let minutes: i32 = gaps.iter().map(|(start, end)| end.epoch_minutes() - start.epoch_minutes()).sum();
    assert_eq!((gaps.len(), minutes), (28, 1680), "{}", tz_versions());
    assert_eq!(gaps[0], (instant("2026-03-09T06:00Z"), instant("2026-03-09T07:00Z")));
    assert_eq!(gaps[27], (instant("2026-11-01T06:00Z"), instant("2026-11-01T07:00Z")));
}
