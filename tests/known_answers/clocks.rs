//! Single shifts where clocks change.

use tzplan::{Horizon, Member, Team, Zone, availability, first_instant_at};

use crate::support::{date, tz_versions};
use crate::{days, instant, shown, team};

/// When the only member works.
fn work(zone: &str, hours: &str, horizon: &Horizon) -> Vec<String> {
    let team = team(&[(zone, hours)]);
    let member = team.member(0).expect("the member");
    shown(&availability(member.schedule(), horizon.range()))
}

#[test]
fn a_new_york_night_loses_and_gains_the_hour() {
    // 8 March 2026: 02:00 EST becomes 03:00 EDT at 07:00Z. From 22:00 EST (03:00Z) to 06:00 EDT (10:00Z): 7
    // h.
    let spring = work("America/New_York", "Sat 22:00-06:00", &days("2026-03-07", 3));
    assert_eq!(spring, ["2026-03-08T03:00Z/2026-03-08T10:00Z"], "{}", tz_versions());
    // 1 November 2026: 02:00 EDT becomes 01:00 EST at 06:00Z. From 22:00 EDT (02:00Z) to 06:00 EST (11:00Z):
    // 9 h.
    let autumn = work("America/New_York", "Sat 22:00-06:00", &days("2026-10-31", 3));
    assert_eq!(autumn, ["2026-11-01T02:00Z/2026-11-01T11:00Z"], "{}", tz_versions());
}

#[test]
fn samoa_skipped_a_friday() {
    // IANA australasia: Samoa went from −10 (summer time) to +14 at the end of Thursday 29 December 2011,
    // which is 2011-12-30T10:00Z; Friday the 30th never was. 09:00–17:00 on the 29th is 19:00Z–03:00Z, on the
    // 31st again 19:00Z–03:00Z a day later.
    let found = work("Pacific/Apia", "9-17 daily", &days("2011-12-29", 3));
    let expected = [
        "2011-12-29T00:00Z/2011-12-29T03:00Z",
        "2011-12-29T19:00Z/2011-12-30T03:00Z",
        "2011-12-30T19:00Z/2011-12-31T03:00Z",
        "2011-12-31T19:00Z/2012-01-01T00:00Z",
    ];
    assert_eq!(found, expected, "{}", tz_versions());
    assert!(work("Pacific/Apia", "9-17 Fri", &days("2011-12-29", 4)).is_empty());
    // A night from Thursday into the Friday that never was ends with it: 22:00 is 08:00Z, 06:00 the change at
    // 10:00Z.
    let night = work("Pacific/Apia", "22-06 Thu", &days("2011-12-29", 4));
    assert_eq!(night, ["2011-12-30T08:00Z/2011-12-30T10:00Z"], "{}", tz_versions());
}

#[test]
fn a_full_day_is_as_long_as_the_day() {
    // Berlin, Sundays: midnight to midnight is 24 h; 23 h on 29 March 2026 (CET → CEST), 25 h on 25
    // October 2026.
    let hours = |from: &str| work("Europe/Berlin", "00:00-24:00 Sun", &days(from, 3));
    assert_eq!(hours("2026-03-21"), ["2026-03-21T23:00Z/2026-03-22T23:00Z"], "{}", tz_versions());
    assert_eq!(hours("2026-03-28"), ["2026-03-28T23:00Z/2026-03-29T22:00Z"], "{}", tz_versions());
    assert_eq!(hours("2026-10-24"), ["2026-10-24T22:00Z/2026-10-25T23:00Z"], "{}", tz_versions());
}

#[test]
fn a_start_in_a_gap_is_the_transition_and_an_end_in_a_fold_the_earlier_instant() {
    // New York, 8 March 2026: 02:30 is skipped, work starts at 07:00Z (03:00 EDT); 10:30 EDT is 14:30Z.
    let gap = work("America/New_York", "02:30-10:30 Sun", &days("2026-03-08", 1));
    assert_eq!(gap, ["2026-03-08T07:00Z/2026-03-08T14:30Z"], "{}", tz_versions());
    // A shift inside the gap holds nothing.
    assert!(work("America/New_York", "02:10-02:50 Sun", &days("2026-03-08", 1)).is_empty());
    // 1 November 2026: 01:30 comes at 05:30Z (EDT) and at 06:30Z (EST); 17:30 EDT the day before is 21:30Z.
    let fold_end = work("America/New_York", "17:30-01:30 Sat", &days("2026-10-31", 2));
    assert_eq!(fold_end, ["2026-10-31T21:30Z/2026-11-01T05:30Z"], "{}", tz_versions());
    // The next shift starts where that one ends: no minute counts twice or is left out; 09:30 EST is 14:30Z.
    let fold_start = work("America/New_York", "01:30-09:30 Sun", &days("2026-11-01", 1));
    assert_eq!(fold_start, ["2026-11-01T05:30Z/2026-11-01T14:30Z"], "{}", tz_versions());
}

#[test]
fn lord_howe_changes_by_half_an_hour() {
    // 4 October 2026: 02:00 (+10:30) becomes 02:30 (+11:00) at 2026-10-03T15:30Z; 02:15 resolves to that
    // instant.
    let zone = Zone::iana("Australia/Lord_Howe").expect("a zone");
    let wall = |hour, minute| date("2026-10-04").and_hms_opt(hour, minute, 0).expect("a wall time");
    let found =
        [wall(1, 59), wall(2, 0), wall(2, 15), wall(2, 30), wall(2, 31)].map(|w| first_instant_at(&zone, w));
    let expected =
        ["15:29", "15:30", "15:30", "15:30", "15:31"].map(|t| Some(instant(&format!("2026-10-03T{t}Z"))));
    assert_eq!(found, expected, "{}", tz_versions());
}

#[test]
fn a_day_off_cancels_what_starts_on_it_and_nothing_else() {
    // Berlin in winter, +1: 22:00–06:00 is 21:00Z–05:00Z. Off on Christmas Day: the night from the 24th goes
    // on until 06:00 of the 25th, the one from the 25th falls out.
    let nights = "22-06 daily".parse().expect("hours");
    let mut team = Team::new();
    let berlin = Zone::iana("Europe/Berlin").expect("a zone");
    team.add(Member::new("Nia", berlin).hours(nights).days_off([date("2026-12-25")]));
    let work = availability(team.member(0).expect("Nia").schedule(), days("2026-12-24", 4).range());
    let expected = [
        "2026-12-24T00:00Z/2026-12-24T05:00Z",
        "2026-12-24T21:00Z/2026-12-25T05:00Z",
        "2026-12-26T21:00Z/2026-12-27T05:00Z",
        "2026-12-27T21:00Z/2026-12-28T00:00Z",
    ];
    assert_eq!(shown(&work), expected, "{}", tz_versions());
}

#[test]
fn a_stay_abroad_moves_the_clock_from_its_first_to_its_last_date() {
    // Berlin (+1) in January, two days in Tokyo (+9): 9–17 is 08:00Z–16:00Z and 00:00Z–08:00Z.
    let tokyo = Zone::iana("Asia/Tokyo").expect("a zone");
    let mut team = Team::new();
    let member = Member::new("Ben", Zone::iana("Europe/Berlin").expect("a zone"));
    team.add(member.stay(tokyo, "2026-01-13..2026-01-14".parse().expect("dates")));
    let work = availability(team.member(0).expect("Ben").schedule(), days("2026-01-12", 4).range());
    let expected = [
        "2026-01-12T08:00Z/2026-01-12T16:00Z",
        "2026-01-13T00:00Z/2026-01-13T08:00Z",
        "2026-01-14T00:00Z/2026-01-14T08:00Z",
        "2026-01-15T08:00Z/2026-01-15T16:00Z",
    ];
    assert_eq!(shown(&work), expected, "{}", tz_versions());
}
