//! Two places in one cell, of which one is misspelt: never the other one alone.

use tzplan::Tzdb;
use tzplan_roster::places::resolve;

use crate::support::refused;

/// Well-known cities of different clocks, none of which lies in a region of another's name.
const CITIES: [&str; 16] = [
    "Milan",
    "Hyderabad",
    "Lisbon",
    "Tokyo",
    "Chicago",
    "Istanbul",
    "Singapore",
    "Johannesburg",
    "Melbourne",
    "Helsinki",
    "Toronto",
    "Bangkok",
    "Vancouver",
    "Kathmandu",
    "Auckland",
    "Montevideo",
];

/// How people put two places into one cell.
const BETWEEN: [&str; 12] = [",", ", ", "/", " / ", "; ", " & ", " and ", "|", " | ", " or ", " - ", " + "];

/// A name with a letter left out, doubled, or swapped with the next, at three places in its middle.
fn misspelt(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut all = Vec::new();
    for at in [1, letters.len() / 2, letters.len() - 2] {
        let (mut shorter, mut longer, mut swapped) = (letters.clone(), letters.clone(), letters.clone());
        shorter.remove(at);
        longer.insert(at, letters[at]);
        swapped.swap(at, at + 1);
        all.extend([shorter, longer, swapped].map(String::from_iter));
    }
    all.retain(|word| word != name);
    all
}

#[test]
fn a_misspelt_second_place_is_never_dropped() {
    let (mut labels, mut wrong) = (0, Vec::new());
    for (index, city) in CITIES.iter().enumerate() {
        for (other, name) in CITIES.iter().enumerate().filter(|(other, _)| *other != index) {
            for (at, word) in misspelt(name).into_iter().enumerate() {
                let between = BETWEEN[(index + other + at) % BETWEEN.len()];
                for label in [format!("{city}{between}{word}"), format!("{word}{between}{city}")] {
                    labels += 1;
                    if let Ok(found) = resolve(Tzdb::bundled(), &label) {
                        wrong.push(format!("`{label}` is read as {}", found.zone));
                    }
                }
            }
        }
    }
    assert!(labels > 3000, "{labels}");
    assert!(wrong.is_empty(), "{} of {labels}: {:#?}", wrong.len(), &wrong[..wrong.len().min(40)]);
}

#[test]
fn both_are_named() {
    for between in BETWEEN {
        let label = format!("Milan{between}Helsnki");
        let error = refused(&label);
        let zones: Vec<&str> = error.candidates().iter().map(|candidate| &*candidate.zone).collect();
        assert_eq!(zones, ["Europe/Rome", "Europe/Helsinki"], "{label}: {error}");
    }
}

#[test]
fn what_lies_in_the_region_beside_it_stays_read() {
    let cases = [
        ("Milan, Lombardy", "Europe/Rome"),
        ("Milan, Itly", "Europe/Rome"),
        ("Toronto, Ontaro", "America/Toronto"),
        ("Munich, Bavari", "Europe/Berlin"),
        ("Lisbon, Portugl", "Europe/Lisbon"),
        ("London, Shoreditch", "Europe/London"),
        ("Oakland, Berkely", "America/Los_Angeles"),
        ("Sydney, Melborne", "Australia/Sydney"), // one clock
        ("Munich, Office 3", "Europe/Berlin"),
        ("Lisbon, HQ", "Europe/Lisbon"),
        ("Austin, Texas", "America/Chicago"),
        ("Bangalore, Karnataka, India", "Asia/Kolkata"),
        ("Guadalajara, Jalisco", "America/Mexico_City"),
        ("Curitiba, Paraná, Brazil", "America/Sao_Paulo"),
        ("Nice, France", "Europe/Paris"),
    ];
    for (label, zone) in cases {
        let found = resolve(Tzdb::bundled(), label).unwrap_or_else(|error| panic!("{label}: {error}"));
        assert_eq!(found.zone.name(), zone, "{label}");
    }
}

#[test]
fn hours_and_days_beside_a_place_are_not_dropped() {
    for label in [
        "Lima 14-22",
        "Lima, 9-17",
        "Lima (9am-5pm)",
        "Lima: 9-17",
        "14-22 Lima",
        "Lima 9-5 ET",
        "Lima @ 9-5",
        "Lima 9am to 5pm",
        "Lima Mon-Fri 9-17",
        "Lima 9-17ish",
        "Lima, 9-",
        "Lima, weekdays",
        "Lima, Mon-Thu",
        "Lima/9-17",
        "Lima 9am",
    ] {
        refused(label);
    }
    assert_eq!(refused("Lima (9am-5pm)").hours(), Some("9am-5pm"));
    for label in ["10115 Berlin", "London SW1A 1AA", "Warsaw 00-950", "San Francisco, CA 94103-1234"] {
        assert!(resolve(Tzdb::bundled(), label).is_ok(), "{label}");
    }
}
