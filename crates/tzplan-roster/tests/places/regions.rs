//! States, countries, airports, and towns that only their region is known of.

use chrono::NaiveDate;
use tzplan::Tzdb;
use tzplan_roster::places::{How, ResolveOptions, resolve, resolve_with};

use crate::support::{all_noted, all_silent, refused};

#[test]
fn states_and_countries_of_one_time() {
    all_silent(
        How::State,
        &[
            ("New Jersey", "America/New_York"),
            ("Rajasthan, India", "Asia/Kolkata"),
            ("WA, USA", "America/Los_Angeles"),
            ("Queensland, Australia", "Australia/Brisbane"),
            ("Scotland", "Europe/London"),
            ("Alberta", "America/Edmonton"),
        ],
    );
    all_silent(
        How::Country,
        &[
            ("Germany", "Europe/Berlin"),
            ("UK", "Europe/London"),
            ("The Netherlands", "Europe/Amsterdam"),
            ("Vietnam", "Asia/Ho_Chi_Minh"),
            // Of several zones whose clocks agree.
            ("Argentina", "America/Argentina/Buenos_Aires"),
            ("Malaysia", "Asia/Kuala_Lumpur"),
        ],
    );
    all_noted(
        How::Country,
        &[
            ("Spain", "Europe/Madrid", "Atlantic/Canary"),
            ("New Zealand", "Pacific/Auckland", "Pacific/Chatham"),
        ],
    );
    all_noted(
        How::State,
        &[("Oregon", "America/Los_Angeles", "America/Boise"), ("Texas", "America/Chicago", "America/Denver")],
    );
    for label in
        ["Australia", "Brazil", "Canada", "Mexico", "USA", "Russia", "Indonesia", "Tennessee", "Idaho"]
    {
        let error = refused(label);
        assert!(error.is_ambiguous() && error.candidates().len() > 1, "{label}: {error}");
        assert!(error.to_string().contains("keeps several times"), "{error}");
    }
}

#[test]
fn regions_of_the_us_are_no_states_elsewhere() {
    all_noted(
        How::Name,
        &[
            ("US East", "America/New_York", "Eastern Time of the US"),
            ("West Coast", "America/Los_Angeles", "Pacific Time of the US"),
            ("EST/EDT", "America/New_York", "Eastern Time of the US"),
            ("GMT/BST", "Europe/London", "summer time"),
        ],
    );
    for label in ["US South", "Northern"] {
        assert!(resolve(Tzdb::bundled(), label).is_err(), "{label}");
    }
}

#[test]
fn airports_where_nothing_else_has_the_name() {
    all_noted(
        How::Airport,
        &[("SFO", "America/Los_Angeles", "airport"), ("LHR", "Europe/London", "airport")],
    );
    assert!(resolve(Tzdb::bundled(), "sfo").is_err());
    // India, and Indianapolis.
    assert!(refused("IND").is_ambiguous());
}

#[test]
fn unknown_towns_are_read_by_their_region_where_it_keeps_one_time() {
    all_noted(
        How::State,
        &[
            ("Smalltownville, Colorado", "America/Denver", "no `Smalltownville` is known"),
            ("Smalltownville, WI", "America/Chicago", "most of which keeps"),
        ],
    );
    all_noted(
        How::Country,
        &[("Kleinkleckersdorf, Germany", "Europe/Berlin", "no `Kleinkleckersdorf` is known")],
    );
    // The two letters of a state and of a country are neither, unless the town is known in one of them.
    for label in ["Smalltownville, CA", "Morrison, CO", "Nowhereburg, DE", "Nowhereburg, AR", "Mullen, NE"] {
        assert!(refused(label).is_ambiguous(), "{label}");
    }
    // Where the region keeps several times it takes the town.
    assert!(refused("Smalltownville, Tennessee").is_ambiguous());
    assert!(refused("Smalltownville, USA").is_ambiguous());
}

#[test]
fn clocks_agree_over_the_years_that_are_asked_for() {
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let over = |from, to| {
        let options = ResolveOptions { years: Some((day(from), day(to))), ..ResolveOptions::default() };
        resolve_with(Tzdb::bundled(), "Kazakhstan", &options).map(|found| found.zone.name())
    };
    assert_eq!(over(2026, 2027).as_deref(), Ok("Asia/Almaty"));
    assert!(over(2023, 2024).unwrap_err().is_ambiguous());
}
