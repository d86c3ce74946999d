//! Ids, offsets and names of times.

use tzplan::Tzdb;
use tzplan_roster::places::{How, resolve};

use crate::support::{all_noted, all_silent, found, refused};

#[test]
fn ids_and_offsets_come_first() {
    all_silent(
        How::Iana,
        &[
            ("asia/kolkata", "Asia/Kolkata"),
            ("US/Pacific", "US/Pacific"),
            ("America / New York", "America/New_York"),
            ("Europe/Berlin 🇩🇪", "Europe/Berlin"),
        ],
    );
    all_silent(
        How::Offset,
        &[("UTC+5:30", "UTC+05:30"), ("UTC−7", "UTC-07:00"), ("GMT+1", "UTC+01:00"), ("+0530", "UTC+05:30")],
    );
}

#[test]
fn names_of_times() {
    all_silent(
        How::Windows,
        &[
            ("India Standard Time", "Asia/Kolkata"),
            ("W. Europe Standard Time", "Europe/Berlin"),
            ("e. south america standard time", "America/Sao_Paulo"),
            ("China Standard Time", "Asia/Shanghai"),
        ],
    );
    all_noted(
        How::Windows,
        &[
            ("GMT Standard Time", "Europe/London", "London"),
            ("Eastern Standard Time", "America/New_York", "US"),
        ],
    );
    all_silent(
        How::Name,
        &[
            ("Central European Time", "CET"),
            ("Central European Summer Time", "CET"),
            ("Pacific Time (US & Canada)", "America/Los_Angeles"),
            ("(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles"),
            ("New Zealand Daylight Time", "Pacific/Auckland"),
        ],
    );
    all_noted(
        How::Name,
        &[("Eastern Time", "America/New_York", "US"), ("mountain time", "America/Denver", "Arizona")],
    );
    assert!(refused("Australian Eastern Time").is_ambiguous());
}

#[test]
fn offsets_as_people_write_them() {
    all_silent(
        How::Offset,
        &[
            ("UTC+5.5", "UTC+05:30"),
            ("GMT+5.5", "UTC+05:30"),
            ("UTC+530", "UTC+05:30"),
            ("(GMT+5:30)", "UTC+05:30"),
            ("[UTC+2]", "UTC+02:00"),
            ("UTC\u{2011}3", "UTC-03:00"),
            ("ＵＴＣ＋９", "UTC+09:00"),
        ],
    );
    all_noted(
        How::Abbreviation,
        &[
            ("GMT+0530 (IST)", "Asia/Kolkata", "IST"),
            ("CET (UTC+1)", "CET", "CET"),
            ("EDT", "America/New_York", "New_York"),
            ("ET", "America/New_York", "New_York"),
        ],
    );
    assert_eq!(found("Eastern Time (ET)").zone.name(), "America/New_York");
    assert!(refused("UTC-5 (EST)").is_ambiguous());
    assert_eq!(found("UTC+3 (IST)").zone.name(), "Asia/Jerusalem");
    assert!(refused("UTC+9 (CET)").to_string().contains("contradicts itself"));
}

#[test]
fn what_stands_beside_a_place_is_held_to_it() {
    all_silent(How::City, &[("New York (EST)", "America/New_York"), ("Mumbai, UTC+5:30", "Asia/Kolkata")]);
    all_silent(How::Country, &[("IST (India)", "Asia/Kolkata")]);
    for label in ["Tokyo (UTC+1)", "(UTC+01:00) Tokyo", "Mumbai (PST)"] {
        assert!(refused(label).to_string().contains("contradicts itself"), "{label}");
    }
}

#[test]
fn a_bare_number_is_minutes_or_hours_and_refused_with_both() {
    for (label, zones) in [
        ("-300", &["UTC-05:00", "UTC-03:00"][..]),
        ("330", &["UTC+05:30", "UTC+03:30"]),
        ("-330", &["UTC-05:30", "UTC-03:30"]),
        ("-240", &["UTC-04:00"]),
        ("345", &["UTC+05:45", "UTC+03:45"]),
        ("480", &["UTC+08:00"]),
        ("-160", &[]),
    ] {
        let error = refused(label);
        let candidates: Vec<&str> = error.candidates().iter().map(|candidate| &*candidate.zone).collect();
        assert_eq!(candidates, zones, "{label}");
    }
    for (label, zone) in
        [("+530", "UTC+05:30"), ("-0300", "UTC-03:00"), ("-3", "UTC-03:00"), ("UTC-300", "UTC-03:00")]
    {
        assert_eq!(found(label).zone.name(), zone, "{label}");
    }
}

/// The whole kind: an offset beside an abbreviation, a city, an id or a name of a program.
#[test]
fn an_offset_of_one_season_is_said() {
    let berlin = |zone: &str| {
        [
            format!("{zone} is at UTC+01:00 in a part of the year only, and at UTC+02:00 in the rest"),
            format!("{zone} is at UTC+02:00 in a part of the year only, and at UTC+01:00 in the rest"),
        ]
    };
    let (city, cet) = (berlin("Europe/Berlin"), berlin("CET"));
    let eastern = "America/New_York is at UTC-04:00 in a part of the year only, and at UTC-05:00 in the rest";
    for (label, note) in [
        ("CET (UTC+1)", &*cet[0]),
        ("CET (UTC+2)", &cet[1]),
        ("CEST UTC+1", &cet[0]),
        ("UTC+2 (CET)", &cet[1]),
        ("Berlin, Germany (UTC+1)", &city[0]),
        ("Berlin, Germany (UTC+2)", &city[1]),
        ("GMT+2 Berlin, Germany", &city[1]),
        ("Europe/Berlin (UTC+2)", &city[1]),
        ("W. Europe Standard Time (UTC+2)", &city[1]),
        ("(UTC+02:00) W. Europe Standard Time", &city[1]),
        ("(UTC-04:00) Eastern Time (US & Canada)", eastern),
        ("Eastern Time (UTC-4)", eastern),
        (
            "Sydney, Australia (GMT+10)",
            "Australia/Sydney is at UTC+10:00 in a part of the year only, and at UTC+11:00 in the rest",
        ),
    ] {
        let found = resolve(Tzdb::bundled(), label).unwrap();
        assert!(
            found.is_seasonal && found.note.as_deref().is_some_and(|said| said.ends_with(note)),
            "{label}: {found:?}"
        );
    }
    // Both seasons, a time that is never changed, and the names of programs say what they mean.
    for label in [
        "Lisbon, Portugal (UTC+0/+1)",
        "India (UTC+5:30)",
        "IST (UTC+5:30)",
        "Asia/Tokyo (UTC+9)",
        "(UTC-05:00) Eastern Time (US & Canada)",
        "(GMT-08:00) Pacific Time - Los Angeles",
        "(GMT+01:00) Amsterdam",
        "UTC+2",
    ] {
        assert!(!resolve(Tzdb::bundled(), label).unwrap().is_seasonal, "{label}");
    }
    for label in [
        "CET (UTC+3)",
        "Berlin (UTC+3)",
        "Europe/Berlin UTC-1",
        "W. Europe Standard Time (UTC+3)",
        "Tokyo (UTC+8)",
        "EST (UTC-3)",
    ] {
        assert!(resolve(Tzdb::bundled(), label).is_err(), "{label}");
    }
}

/// Blanks around the sign of an offset, whose head says that it is one.
#[test]
fn offsets_with_blanks_around_their_sign() {
    for (label, zone) in [("UTC+ 2", "UTC+02:00"), ("GMT - 3", "UTC-03:00"), ("UTC -7", "UTC-07:00")] {
        assert_eq!(found(label).zone.name(), zone, "{label}");
    }
    // Tunis keeps the winter time of central Europe all year, Tokyo never.
    assert_eq!(found("Central European Time - Tunis").zone.name(), "Africa/Tunis");
    assert!(resolve(Tzdb::bundled(), "Central European Time - Tokyo").is_err());
}
