//! Labels that are refused, and what they may have meant.

use proptest::prelude::*;
use tzplan::Tzdb;
use tzplan_roster::places::{How, resolve};

use crate::support::{all_noted, all_silent, refused};

#[test]
fn several_meanings_are_refused_with_the_best_known_first() {
    let cases: &[(&str, &[&str])] = &[
        ("Portland", &["America/Los_Angeles", "America/New_York"]),
        ("Springfield", &["America/Chicago", "America/New_York"]),
        ("Birmingham", &["Europe/London", "America/Chicago"]),
        ("Washington", &["America/Los_Angeles", "America/New_York"]),
        ("Georgia", &["America/New_York", "Asia/Tbilisi"]),
        ("Congo", &["Africa/Kinshasa", "Africa/Lubumbashi", "Africa/Brazzaville"]),
        ("Odessa", &["Europe/Kyiv", "America/Chicago"]),
        ("San Sebastián", &["Europe/Madrid"]),
        ("Morrison, CO", &["America/Bogota", "America/Denver"]),
        ("Richmond, CA", &["America/Vancouver", "America/Los_Angeles"]),
        ("IST", &["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]),
    ];
    for (label, zones) in cases {
        let error = refused(label);
        let candidates: Vec<&str> = error.candidates().iter().map(|c| &*c.zone).collect();
        assert!(error.is_ambiguous() && candidates.starts_with(zones), "{label}: {candidates:?}");
    }
    assert_eq!(
        refused("Hyderabad").to_string(),
        "`Hyderabad` may be Hyderabad, India (Asia/Kolkata) or Hyderabad, Pakistan (Asia/Karachi)"
    );
    assert_eq!(refused("Hyderabad").help(), "write Asia/Kolkata or Asia/Karachi");
}

#[test]
fn misspellings_get_suggestions() {
    assert_eq!(
        refused("Banglore").to_string(),
        "unknown zone `Banglore` — did you mean Bangalore (Asia/Kolkata)?"
    );
    for (label, zone) in
        [("Lodnon", "Europe/London"), ("Amsterdm", "Europe/Amsterdam"), ("Asia/Bangalore", "Asia/Kolkata")]
    {
        assert_eq!(refused(label).candidates()[0].zone, zone, "{label}");
    }
    for label in ["Somewhere nice", "xx", "12345", "qwertyuiop"] {
        assert!(refused(label).candidates().is_empty() && !refused(label).is_ambiguous(), "{label}");
    }
}

#[test]
fn what_is_no_place_is_refused_with_what_to_write() {
    for label in [
        "Remote",
        "moon",
        "Worldwide",
        "Anywhere",
        "EMEA",
        "Europe",
        "TBD",
        "N/A",
        "🌍 Earth",
        "Remote / Home",
    ] {
        let error = refused(label);
        assert!(error.help().contains("Europe/Berlin") && error.candidates().is_empty(), "{label}: {error}");
    }
    all_silent(
        How::Country,
        &[("Remote, Slovakia", "Europe/Bratislava"), ("Remote (Slovakia)", "Europe/Bratislava")],
    );
}

#[test]
fn two_places_in_one_cell_are_refused_unless_their_clocks_agree() {
    for label in [
        "Berlin / Lisbon",
        "London or Paris",
        "Austin, TX / Toronto, Canada",
        "Tokyo and Seattle",
        "Berlin, Lisbon",
        "Nairobi; Lagos",
    ] {
        let error = refused(label);
        assert!(error.is_ambiguous() && error.candidates().len() == 2, "{label}: {error}");
        assert!(error.help().starts_with("write one place a row"), "{error}");
    }
    all_noted(
        How::City,
        &[
            ("Berlin / Munich", "Europe/Berlin", "clocks agree"),
            ("Mumbai/Pune, Maharashtra, India", "Asia/Kolkata", "clocks agree"),
            ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata", "clocks agree"),
        ],
    );
}

#[test]
fn two_cities_are_no_town_and_its_state() {
    for label in [
        "London, Paris",
        "Melbourne, Miami",
        "London, Boston",
        "Los Angeles & Madrid",
        "Hamburg/New York",
        "Rome, New York",
        "Berlin, Tokyo, Japan",
        "Como, LB",
        "Catania, NE",
        "Edinburgh, CO",
    ] {
        assert!(refused(label).is_ambiguous(), "{label}");
    }
    all_noted(
        How::City,
        &[
            ("Jaipur, RJ", "Asia/Kolkata", "a part of India"),
            ("Torino (TO)", "Europe/Rome", "a part of Italy"),
            ("Monterrey, NL", "America/Monterrey", "a part of Mexico"),
            ("St. Gallen, SG", "Europe/Zurich", "a part of Switzerland"),
        ],
    );
    all_silent(
        How::City,
        &[
            ("Vancouver, Washington", "America/Los_Angeles"),
            ("New York, New York", "America/New_York"),
            ("Kansas City, Kansas", "America/Chicago"),
            ("Cambridge, Ontario", "America/Toronto"),
            ("Paris, Texas", "America/Chicago"),
            ("Melbourne, Victoria", "Australia/Melbourne"),
            ("Santos, São Paulo", "America/Sao_Paulo"),
            ("Guadalajara, Mexico", "America/Mexico_City"),
            ("Buffalo, New York", "America/New_York"),
        ],
    );
}

proptest! {
    #[test]
    fn no_label_makes_it_panic(label in "\\PC{0,40}") {
        let _ = resolve(Tzdb::bundled(), &label).map_err(|error| (error.to_string(), error.help()));
    }

    #[test]
    fn nor_does_what_looks_like_one(
        label in "(UTC|[(]GMT|Berlin|San |São|OR|, |/| or | and |[+-]|5:30|[)]|USA|🇩🇪|remote|time|greater |St[.] |\u{2212}|é){0,7}"
    ) {
        let _ = resolve(Tzdb::bundled(), &label).map_err(|error| (error.to_string(), error.help()));
    }
}

/// No namesake keeps the time beside them: all are named.
#[test]
fn no_namesake_keeps_the_time() {
    let error = refused("Springfield (CET)");
    let message = error.to_string();
    assert!(message.contains("contradicts itself") && message.contains("Springfield, Missouri"), "{message}");
    assert_eq!(error.candidates()[0].zone, "America/Chicago");
    let help = refused("CET +/- 2h").help();
    assert!(help.ends_with("ask `fit` or `regions` with --offsets -1..+3"), "{help}");
}

/// One slip away from a city of a hundred thousand people, another place is meant; two slips are borne only
/// near those of half a million. Milan and Ballarat (105,000) keep other times.
#[test]
fn how_far_a_second_place_may_be_misspelt() {
    assert_eq!(refused("Milan, Ballarot").candidates()[1].zone, "Australia/Melbourne");
    let two = resolve(Tzdb::bundled(), "Milan, Ballarrot").unwrap();
    assert_eq!((two.zone.name().as_str(), two.how), ("Europe/Rome", How::City));
}

/// Parts of large cities go by their sides; a town of 85,000 people has none, and Grenada is no Granada.
#[test]
fn sides_of_cities_and_small_countries() {
    all_noted(How::City, &[("North London", "Europe/London", "London")]);
    refused("West Galway");
    let found = resolve(Tzdb::bundled(), "Grenada").unwrap();
    assert_eq!((found.zone.name().as_str(), found.how), ("America/Grenada", How::Country));
}
