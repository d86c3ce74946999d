//! Labels as people write them. What each means was looked up by hand; the spellings follow those of real
//! rosters.

#![cfg(feature = "places")]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use chrono::NaiveDate;
use proptest::prelude::*;
use tzplan::Tzdb;
use tzplan_roster::places::{How, PlaceError, Resolution, ResolveOptions, best_known, resolve, resolve_with};
use tzplan_roster::{ReadOptions, Severity, read};

fn found(label: &str) -> Resolution {
    resolve(Tzdb::bundled(), label).unwrap_or_else(|error| panic!("{error}"))
}

fn refused(label: &str) -> PlaceError {
    resolve(Tzdb::bundled(), label).expect_err(label)
}

/// Each label is read as the zone, in that way, with nothing to note.
fn all_silent(how: How, cases: &[(&str, &str)]) {
    for (label, zone) in cases {
        let found = found(label);
        assert_eq!((found.zone.name().as_str(), found.how, found.note), (*zone, how, None), "{label}");
    }
}

/// Each label is read as the zone with a note that says so.
fn all_noted(how: How, cases: &[(&str, &str, &str)]) {
    for (label, zone, note) in cases {
        let found = found(label);
        assert_eq!((found.zone.name().as_str(), found.how), (*zone, how), "{label}");
        let said = found.note.unwrap_or_else(|| panic!("{label} without a note"));
        assert!(said.contains(note), "{label}: {said}");
    }
}

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
fn cities_by_any_of_their_names() {
    all_silent(
        How::City,
        &[
            ("Bangalore", "Asia/Kolkata"),
            ("BENGALURU", "Asia/Kolkata"),
            ("Saigon", "Asia/Ho_Chi_Minh"),
            ("Köln", "Europe/Berlin"),
            ("koln", "Europe/Berlin"),
            ("Nuremberg", "Europe/Berlin"),
            ("Łódź", "Europe/Warsaw"),
            ("Lodz", "Europe/Warsaw"),
            ("Москва", "Europe/Moscow"),
            ("東京", "Asia/Tokyo"),
            ("NYC", "America/New_York"),
            ("Kiev", "Europe/Kyiv"),
            ("Tel-Aviv", "Asia/Jerusalem"),
            ("Hanoi", "Asia/Ho_Chi_Minh"),
        ],
    );
}

#[test]
fn cities_in_states_and_countries() {
    all_silent(
        How::City,
        &[
            ("Portland, OR", "America/Los_Angeles"),
            ("Portland, Maine, USA 🇺🇸", "America/New_York"),
            ("Austin, TX, United States 🤠", "America/Chicago"),
            ("Brooklyn NY", "America/New_York"),
            ("Seattle WA USA", "America/Los_Angeles"),
            ("St. Louis, Missouri", "America/Chicago"),
            ("Ft. Worth, TX", "America/Chicago"),
            ("Washington, D.C.", "America/New_York"),
            ("El Paso, TX", "America/Denver"),
            ("Pensacola, Florida", "America/Chicago"),
            ("Moscow, ID", "America/Los_Angeles"),
            ("Athens, GA", "America/New_York"),
            ("London, Ontario", "America/Toronto"),
            ("Ontario, CA", "America/Los_Angeles"),
            ("Victoria, BC", "America/Vancouver"),
            ("Perth, WA", "Australia/Perth"),
            ("Perth, Scotland", "Europe/London"),
            ("Sao Paulo, SP, Brasil", "America/Sao_Paulo"),
            ("New Delhi, IN", "Asia/Kolkata"),
            ("Pune, Maharashtra, India", "Asia/Kolkata"),
            ("India,Bangalore", "Asia/Kolkata"),
            ("Germany - Munich", "Europe/Berlin"),
            ("Lausanne (Vaud), Switzerland", "Europe/Zurich"),
            ("Berlin Germany", "Europe/Berlin"),
            ("Hyderabad, Pakistan", "Asia/Karachi"),
            ("Tbilisi, Georgia", "Asia/Tbilisi"),
            ("Atlanta, Georgia", "America/New_York"),
            // The flag is not Texas's, and says nothing.
            ("Houston, TX 🇬🇧", "America/Chicago"),
        ],
    );
}

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
fn words_beside_a_place_that_say_nothing() {
    all_silent(
        How::City,
        &[
            ("Greater Bengaluru Area", "Asia/Kolkata"),
            ("Zurich Area, Switzerland", "Europe/Zurich"),
            ("Tel Aviv District, Israel", "Asia/Jerusalem"),
            ("austin tx", "America/Chicago"),
            ("portland or", "America/Los_Angeles"),
            ("UTC+05:30 Kolkata", "Asia/Kolkata"),
        ],
    );
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
fn a_city_that_dwarfs_its_namesakes_is_noted() {
    all_noted(
        How::City,
        &[
            ("London", "Europe/London", "London, Ontario, Canada (America/Toronto)"),
            ("Paris", "Europe/Paris", "Paris, Texas, United States (America/Chicago)"),
            ("Melbourne", "Australia/Melbourne", "Florida"),
        ],
    );
}

#[test]
fn of_namesakes_on_one_clock_the_largest_is_named() {
    for (label, name) in [
        ("Columbus", "Columbus, Ohio, United States"),
        ("Madison", "Madison, Wisconsin, United States"),
        ("Londonderry", "Derry, United Kingdom"),
    ] {
        assert_eq!(found(label).place.map(|place| place.name).as_deref(), Some(name), "{label}");
    }
}

#[test]
fn names_in_other_scripts_are_not_compared_by_their_sound() {
    all_silent(
        How::City,
        &[
            ("メルボルン", "Australia/Melbourne"),
            ("ออสโล", "Europe/Oslo"),
            ("Одеса", "Europe/Kyiv"),
            ("서울", "Asia/Seoul"),
            ("תל אביב", "Asia/Jerusalem"),
        ],
    );
    all_silent(
        How::Country,
        &[
            ("日本", "Asia/Tokyo"),
            ("대한민국", "Asia/Seoul"),
            ("ישראל", "Asia/Jerusalem"),
            ("ایران", "Asia/Tehran"),
        ],
    );
    // Iola, Brod, Haaga: what they sound like is suggested at most.
    for label in ["Йола", "บอร์โด", "ჰააგა", "Бирмингем"] {
        assert!(resolve(Tzdb::bundled(), label).is_err(), "{label}");
    }
}

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

#[test]
fn a_small_place_by_itself_is_noted_or_refused() {
    all_noted(
        How::City,
        &[("Palo Alto", "America/Los_Angeles", "California"), ("Galway", "Europe/Dublin", "Ireland")],
    );
    for label in ["Mobile", "Normal", "Holiday", "Google", "Beach", "March"] {
        assert!(resolve(Tzdb::bundled(), label).is_err(), "{label}");
    }
    all_silent(How::City, &[("Mobile, AL", "America/Chicago"), ("Normal, Illinois", "America/Chicago")]);
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
        let options = ResolveOptions { years: Some((day(from), day(to))) };
        resolve_with(Tzdb::bundled(), "Kazakhstan", &options).map(|found| found.zone.name())
    };
    assert_eq!(over(2026, 2027).as_deref(), Ok("Asia/Almaty"));
    assert!(over(2023, 2024).unwrap_err().is_ambiguous());
}

#[test]
fn a_roster_is_read_for_the_dates_that_are_planned() {
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let over = |from, to| {
        let options = ReadOptions { planned: Some((day(from), day(to))), ..ReadOptions::default() };
        read("team.csv", "zone\nKazakhstan\n".as_bytes(), Tzdb::bundled(), &options).unwrap().errors
    };
    assert_eq!((over(2026, 2027), over(2023, 2024)), (0, 1));
}

#[test]
fn a_roster_says_how_each_place_was_read() {
    let text = "name,city,hours\n\
                Ana,Bangalore,9-17\n\
                Ben,London,9-17\n\
                Eva,London,10-18\n\
                Liv,Springfield,9-17\n\
                Kei,\"Portland, OR\",9-17\n";
    let roster = read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
    let told: Vec<_> = roster.diagnostics.iter().map(|d| (d.row, d.code, d.severity)).collect();
    assert_eq!(told, [(3, "place", Severity::Note), (5, "ambiguous-zone", Severity::Error)]);
    assert_eq!(roster.diagnostics[0].help.as_ref(), "write Europe/London to be sure");
    let labels: Vec<_> =
        roster.zone_labels.iter().map(|l| (&*l.label, l.zone.name(), l.how.as_str(), l.rows)).collect();
    let read = [
        ("Bangalore", "Asia/Kolkata".to_owned(), "city", 1),
        ("London", "Europe/London".to_owned(), "city", 2),
        ("Portland, OR", "America/Los_Angeles".to_owned(), "city", 1),
    ];
    assert_eq!(labels, read);
}

#[test]
fn a_place_comes_with_its_country_and_population() {
    let place = found("Saigon").place.unwrap();
    assert_eq!((place.name.as_str(), place.country), ("Ho Chi Minh City, Vietnam", Some("Vietnam")));
    assert!(place.population.unwrap() > 5_000_000);
    assert_eq!(found("Europe/Berlin").place, None);
    assert_eq!(best_known("Asia/Kolkata")[0], "Mumbai");
    assert!(best_known("Etc/GMT+5").is_empty());
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
