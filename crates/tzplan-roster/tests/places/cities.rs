//! Cities by their names, alone and with what stands beside them.

use tzplan::Tzdb;
use tzplan_roster::places::{How, best_known, resolve};

use crate::support::{all_noted, all_silent, found, refused};

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
fn a_city_that_dwarfs_its_namesakes_is_noted() {
    all_noted(
        How::City,
        &[
            ("London", "Europe/London", "London, Ontario, Canada (America/Toronto)"),
            ("Paris", "Europe/Paris", "Paris, Texas, United States (America/Chicago)"),
            ("Melbourne", "Australia/Melbourne", "Florida"),
            // A zone is named after them, or the world means them, though a namesake is no village.
            ("Athens", "Europe/Athens", "Athens, Georgia, United States (America/New_York)"),
            ("Αθήνα", "Europe/Athens", "Georgia"),
            ("Halifax", "America/Halifax", "Halifax, United Kingdom (Europe/London)"),
            ("Wellington", "Pacific/Auckland", "Florida"),
            ("Hobart", "Australia/Hobart", "Indiana"),
            ("La Paz", "America/La_Paz", "Mexico"),
            ("Barcelona", "Europe/Madrid", "Barcelona, Venezuela (America/Caracas)"),
            ("Florence", "Europe/Rome", "Alabama"),
        ],
    );
    // Neither is so much better known than the other.
    for label in
        ["Mérida", "Córdoba", "Cordoba", "Vincennes", "Chatham", "San Juan", "Birmingham", "La Paz, BCS"]
    {
        assert!(resolve(Tzdb::bundled(), label).is_err(), "{label}");
    }
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
fn a_place_comes_with_its_country_and_population() {
    let place = found("Saigon").place.unwrap();
    assert_eq!((place.name.as_str(), place.country), ("Ho Chi Minh City, Vietnam", Some("Vietnam")));
    assert!(place.population.unwrap() > 5_000_000);
    assert_eq!(found("Europe/Berlin").place, None);
    assert_eq!(best_known("Asia/Kolkata")[0], "Mumbai");
    assert!(best_known("Etc/GMT+5").is_empty());
}

#[test]
fn words_around_a_place_say_nothing_more() {
    for (label, zone) in [
        ("Berlin-based", "Europe/Berlin"),
        ("Munich-based (remote)", "Europe/Berlin"),
        ("UK-based", "Europe/London"),
        ("Germany-based", "Europe/Berlin"),
        ("Berlin based", "Europe/Berlin"),
        ("based in Lyon", "Europe/Paris"),
        ("Remote - Hamburg", "Europe/Berlin"),
        ("Hamburg, remote", "Europe/Berlin"),
        ("Hybrid Mumbai", "Asia/Kolkata"),
        ("WFH Mumbai", "Asia/Kolkata"),
        ("Home office Lyon", "Europe/Paris"),
        ("currently in Tokyo", "Asia/Tokyo"),
        ("now in Tokyo", "Asia/Tokyo"),
        ("Standort Köln", "Europe/Berlin"),
        ("Berlin/Hamburg", "Europe/Berlin"),
        ("IND-Bengaluru", "Asia/Kolkata"),
        ("BRA-São Paulo", "America/Sao_Paulo"),
        ("US-CA-San Francisco", "America/Los_Angeles"),
    ] {
        assert_eq!(found(label).zone.name(), zone, "{label}");
    }
    // Remote work in other languages is no second place.
    for (label, zone) in [
        ("Lyon (télétravail)", "Europe/Paris"),
        ("Wrocław (zdalnie)", "Europe/Warsaw"),
        ("Bilbao, teletrabajo", "Europe/Madrid"),
        ("Казань, удаленно", "Europe/Moscow"),
    ] {
        let found = found(label);
        assert_eq!(found.zone.name(), zone, "{label}");
        assert!(!found.note.is_some_and(|note| note.contains("not among the places")), "{label}");
    }
    for label in ["Berlin (currently Lisbon)", "Berlin/Lisbon", "hybrid", "-based", "home-based", "US-based"]
    {
        let _ = refused(label);
    }
}
