//! What two or three places share through a year.

use chrono::{Offset, TimeZone, Utc};
use tzplan::{Plan, Policy, PreparedTeam, Zone};

use crate::support::tz_versions;
use crate::{days, team};

/// The seasons of 2026 as first date, last date and daily overlap.
fn year_2026(members: &[(&str, &str)]) -> Vec<(String, String, String)> {
    let team = team(members);
    let plan = Plan::of(&PreparedTeam::new(&team, days("2026-01-01", 365)), &Policy::default());
    let seasons = plan.seasons().map(|season| {
        let (first, last) = (season.season.first(), season.season.last());
        (
            first.format("%d %b").to_string(),
            last.format("%d %b").to_string(),
            season.overlap.daily.to_string(),
        )
    });
    seasons.collect()
}

fn seasons<const N: usize>(expected: [(&str, &str, &str); N]) -> Vec<(String, String, String)> {
    expected.map(|(first, last, daily)| (first.into(), last.into(), daily.into())).to_vec()
}

#[test]
fn new_york_and_bangalore_share_nothing_at_any_time_of_the_year() {
    // Kolkata is +05:30 all year; New York −05:00 (10:30 apart) and from 8 March to 31 October −04:00 (9:30
    // apart). 9–17 is 03:30Z–11:30Z there and 14:00Z–22:00Z or 13:00Z–21:00Z here.
    let zones = ["America/New_York", "Asia/Kolkata"].map(|id| Zone::iana(id).expect("a zone"));
    let apart = |month| {
        let noon = Utc.with_ymd_and_hms(2026, month, 15, 12, 0, 0).single().expect("an instant").naive_utc();
        let [here, there] =
            zones.each_ref().map(|zone| zone.offset_from_utc_datetime(&noon).fix().local_minus_utc());
        (there - here) / 60
    };
    assert_eq!((apart(1), apart(7)), (10 * 60 + 30, 9 * 60 + 30), "{}", tz_versions());
    let found = year_2026(&[("America/New_York", "9-17"), ("Asia/Kolkata", "9-17")]);
    let expected = [("01 Jan", "07 Mar", "0:00"), ("08 Mar", "31 Oct", "0:00"), ("01 Nov", "31 Dec", "0:00")];
    assert_eq!(found, seasons(expected), "{}", tz_versions());
}

#[test]
fn london_and_new_york_share_an_hour_more_in_the_drift_weeks() {
    // Five hours apart: 9–17 in London is 14:00–17:00 of New York's morning, 3 h. The US changes on 8 March
    // and 1 November 2026, Europe on 29 March and 25 October: in between they are four hours apart and share
    // 4 h.
    let members = [("Europe/London", "9-17"), ("America/New_York", "9-17")];
    let expected = [
        ("01 Jan", "07 Mar", "3:00"),
        ("08 Mar", "28 Mar", "4:00"),
        ("29 Mar", "24 Oct", "3:00"),
        ("25 Oct", "31 Oct", "4:00"),
        ("01 Nov", "31 Dec", "3:00"),
    ];
    assert_eq!(year_2026(&members), seasons(expected), "{}", tz_versions());

    let team = team(&members);
    let plan = Plan::of(&PreparedTeam::new(&team, days("2026-01-01", 365)), &Policy::default());
    let year = plan.year();
    assert_eq!(
        [year.min, year.median, year.max, year.usual].map(|d| d.to_string()),
        ["3:00", "3:00", "4:00", "3:00"]
    );
    let drift: Vec<_> = year
        .drift
        .iter()
        .map(|drift| (drift.dates.first().to_string(), drift.dates.last().to_string()))
        .collect();
    let weeks = [("2026-03-08", "2026-03-28"), ("2026-10-25", "2026-10-31")];
    assert_eq!(drift, weeks.map(|(first, last)| (first.to_owned(), last.to_owned())), "{}", tz_versions());
}

#[test]
fn san_francisco_new_york_and_berlin_share_an_hour_in_the_drift_weeks_only() {
    // 9–18: Berlin ends at 17:00Z in winter, when San Francisco starts, and at 16:00Z in summer, when it
    // starts an hour earlier as well. While only the US has summer time, it starts at 16:00Z and Berlin ends
    // at 17:00Z.
    let members = [("America/Los_Angeles", "9-18"), ("America/New_York", "9-18"), ("Europe/Berlin", "9-18")];
    let expected = [
        ("01 Jan", "07 Mar", "0:00"),
        ("08 Mar", "28 Mar", "1:00"),
        ("29 Mar", "24 Oct", "0:00"),
        ("25 Oct", "31 Oct", "1:00"),
        ("01 Nov", "31 Dec", "0:00"),
    ];
    assert_eq!(year_2026(&members), seasons(expected), "{}", tz_versions());
}

#[test]
fn sydney_and_san_francisco_share_hours_on_four_days() {
    // Sydney's morning is the afternoon before in San Francisco, and its Monday their Sunday: four days a
    // week. 9–17 is 22:00Z–06:00Z (+11) or 23:00Z–07:00Z (+10) there, 17:00Z–01:00Z (−8) or 16:00Z–24:00Z
    // (−7) here: 3 h from January to 7 March and from November on, 2 h while both have summer time (8 March
    // to 4 April, 4 to 31 October), 1 h in between. Four days' hours over five workdays: 2:24, 1:36 and 0:48
    // a day.
    let members = [("Australia/Sydney", "9-17"), ("America/Los_Angeles", "9-17")];
    let expected = [
        ("01 Jan", "07 Mar", "2:24"),
        ("08 Mar", "04 Apr", "1:36"),
        ("05 Apr", "03 Oct", "0:48"),
        ("04 Oct", "31 Oct", "1:36"),
        ("01 Nov", "31 Dec", "2:24"),
    ];
    assert_eq!(year_2026(&members), seasons(expected), "{}", tz_versions());
    let team = team(&members);
    let plan = Plan::of(&PreparedTeam::new(&team, days("2026-01-01", 365)), &Policy::default());
    let january = plan.seasons().next().expect("a season").overlap;
    assert_eq!((january.daily.minutes_per_week, january.daily.days), (4 * 180, 5));
    // Sydney's Tuesday morning starts on Monday at 22:00Z.
    let windows: Vec<_> = january.windows.iter().map(|w| (w.start.get(), w.minutes.get())).collect();
    assert_eq!(windows, [(1320, 180), (2760, 180), (4200, 180), (5640, 180)]);
}

#[test]
fn kathmandu_and_kolkata_are_a_quarter_of_an_hour_apart() {
    // +05:45 and +05:30, no clock changes: 9–17 is 03:15Z–11:15Z and 03:30Z–11:30Z.
    let found = year_2026(&[("Asia/Kathmandu", "9-17"), ("Asia/Kolkata", "9-17")]);
    assert_eq!(found, seasons([("01 Jan", "31 Dec", "7:45")]), "{}", tz_versions());
}
