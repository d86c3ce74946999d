//! `tzplan pairs` as JSON: profiles, each once, and what every two people share all the same.

use crate::support::{Desk, by_person};
use serde_json::{Value, json};

/// Berlin and Paris keep one clock; Mia is off on a Thursday; New York is not required.
const ROSTER: &str = "name,zone,off,required\n\
    Ben,Europe/Berlin,,\n\
    Mia,Europe/Berlin,2026-12-24,\n\
    Paul,Europe/Paris,,\n\
    Nia,America/New_York,,no\n";

fn overlap(minutes_per_week: u32) -> Value {
    json!({ "minutes_per_week": minutes_per_week, "days": 5 })
}

fn entry<'d>(document: &'d Value, list: &str, [one, other]: [(&str, usize); 2]) -> &'d Value {
    let mut entries = document[list].as_array().unwrap().iter();
    let is_it = |entry: &&Value| entry[one.0] == one.1 && entry[other.0] == other.1;
    entries.find(is_it).unwrap_or_else(|| panic!("no {one:?} and {other:?} in {list}"))
}

#[test]
fn equal_profiles_and_seasons_stand_once() {
    let document = Desk::with("r.csv", ROSTER).json(&["pairs"], "r.csv", &[]);
    assert_eq!(document["profiles"], json!([["Ben", "Paul"], ["Mia"], ["Nia"]]));
    // New York cuts seasons too: ahead in March, back a week after Berlin.
    let season = |first: &str, last: &str| json!({ "first": first, "last": last });
    assert_eq!(
        document["seasons"],
        json!([
            season("2026-11-23", "2027-03-13"),
            season("2027-03-14", "2027-03-27"),
            season("2027-03-28", "2027-10-30"),
            season("2027-10-31", "2027-11-06"),
            season("2027-11-07", "2027-11-21"),
        ])
    );
    let pairs = document["pairs"].as_array().unwrap();
    let places: Vec<_> = pairs.iter().map(|pair| json!([pair["a"], pair["b"]])).collect();
    assert_eq!(places, [json!([0, 0]), json!([0, 1]), json!([0, 2]), json!([1, 2])]);
    // Ben and Paul: 40 hours in each of everybody's seasons; their own year has no drift weeks.
    let alike = entry(&document, "pairs", [("a", 0), ("b", 0)]);
    assert_eq!(alike["seasons"], json!(vec![overlap(2400); 5]));
    assert_eq!((&alike["year"]["drift"], &alike["meets"]), (&json!([]), &json!(true)));
    // 15:00-17:00 in Berlin, an hour more while New York is ahead.
    let apart = entry(&document, "pairs", [("a", 1), ("b", 2)]);
    let minutes = [600, 900, 600, 900, 600].map(overlap);
    assert_eq!((&apart["seasons"], &apart["meets"]), (&json!(minutes), &json!(false)));
    assert_eq!(apart["year"]["drift"].as_array().unwrap().len(), 2);
    assert_eq!([&apart["a_names"], &apart["b_names"]], [&json!(["Mia"]), &json!(["Nia"])]);
}

#[test]
fn waits_stand_by_profile_and_days_off_make_profiles() {
    let document = Desk::with("r.csv", ROSTER).json(&["pairs"], "r.csv", &[]);
    let waits = document["waits"].as_array().unwrap();
    let places: Vec<_> = waits.iter().map(|wait| json!([wait["from"], wait["to"]])).collect();
    let expected = [[0, 0], [0, 1], [0, 2], [1, 0], [1, 2], [2, 0], [2, 1]];
    assert_eq!(places, expected.map(|places| json!(places)));
    // Ben and Paul answer each other at once.
    let alike = entry(&document, "waits", [("from", 0), ("to", 0)]);
    assert_eq!((&alike["none"], &alike["worst"]), (&json!(1.0), &json!(0)));
    assert_eq!([&alike["from_names"], &alike["to_names"]], [&json!(["Ben", "Paul"]); 2]);
    // On one of 260 workdays Mia is not there: from 9:00 to 9:00 the next day, eight hours of work.
    let off = entry(&document, "waits", [("from", 0), ("to", 1)]);
    assert_eq!((&off["worst"], &off["blocked"]["worst"]), (&json!(1440), &json!(480)));
    assert!((off["none"].as_f64().unwrap() - 259.0 / 260.0).abs() < 1e-9, "{off}");
    let back = entry(&document, "waits", [("from", 1), ("to", 0)]);
    assert_eq!(back["none"], 1.0);
    let anybody = document["anybody"].as_array().unwrap();
    assert_eq!(anybody.iter().map(|wait| &wait["from"]).collect::<Vec<_>>(), [0, 1, 2]);
}

#[test]
fn names_stand_beside_the_numbers_up_to_forty_people() {
    for (people, named) in [(40, true), (41, false)] {
        let rows: String = (0..people).map(|n| format!("P{n},{}\n", ["UTC", "Asia/Tokyo"][n % 2])).collect();
        let desk = Desk::with("r.csv", format!("name,zone\n{rows}"));
        let document = desk.json(&["pairs"], "r.csv", &[]);
        let sizes: Vec<_> = document["profiles"]
            .as_array()
            .unwrap()
            .iter()
            .map(|names| names.as_array().unwrap().len())
            .collect();
        assert_eq!(sizes, [people - people / 2, people / 2]);
        assert_eq!(
            (document["pairs"].as_array().unwrap().len(), document["waits"].as_array().unwrap().len()),
            (3, 4)
        );
        let pair = &document["pairs"][1];
        assert_eq!([&pair["a_names"], &pair["b_names"]].map(Value::is_array), [named; 2], "{people}");
        let wait = &document["waits"][1];
        assert_eq!([&wait["from_names"], &wait["to_names"]].map(Value::is_array), [named; 2], "{people}");
        assert_eq!(document["anybody"][0]["from_names"].is_array(), named, "{people}");
    }
}

/// The table has a row for every two people, and knows no profiles.
#[test]
fn of_every_two_people_it_says_what_the_table_says() {
    let roster = "name,zone,hours,days,required,off,flex\n\
        Ben,Europe/Berlin,9-17,,,,\n\
        Paul,Europe/Paris,9-17,,,,\n\
        Ola,Africa/Lagos,9-17,,,,\n\
        Flo,Europe/Berlin,9-17,,,,0\n\
        Mia,Europe/Berlin,9-17,,,2026-12-24,\n\
        Kai,Europe/Vienna,9-17,,no,2026-12-24,\n\
        Sun,Europe/Berlin,9-17,,,2026-12-27,\n\
        Nora,Asia/Kathmandu,22-06,Sun-Thu,,,\n\
        Tess,Australia/Lord_Howe,\"9-12,13-17\",Mon-Wed,no,,\n";
    let desk = Desk::with("r.csv", roster);
    let document = desk.json(&["pairs"], "r.csv", &[]);
    // Lagos does not change its clock, flex and days off tell apart; a Sunday off is no day off of theirs.
    assert_eq!(
        document["profiles"],
        json!([["Ben", "Paul", "Sun"], ["Ola"], ["Flo"], ["Mia", "Kai"], ["Nora"], ["Tess"]])
    );
    let (shared, waits) = (by_person::shared(&document), by_person::waits(&document));
    assert_eq!((shared.len(), waits.len()), (72, 72), "nine people");
    let table = desk.year(&["pairs"], "r.csv", &["--format", "csv"]).answered().out;
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let mut rows = 0;
    for row in reader.records().map(Result::unwrap) {
        let cell = |column: &str| &row[header.iter().position(|name| name == column).unwrap()];
        let number = |column: &str| cell(column).parse::<f64>().ok();
        if cell("b").is_empty() {
            continue;
        }
        rows += 1;
        let people = [cell("a").to_owned(), cell("b").to_owned()];
        let pair = &shared[&people];
        assert_eq!(
            pair["year"]["min"]["minutes_per_week"].as_f64(),
            number("least_minutes_per_week"),
            "{row:?}"
        );
        assert_eq!(pair["meets"], cell("meets") == "yes", "{row:?}");
        for (one, other, [a, b]) in [("a", "b", [0, 1]), ("b", "a", [1, 0])] {
            let wait = &waits[&[people[a].clone(), people[b].clone()]];
            for (column, found) in [
                (format!("{one}_asks_{other}_mean_minutes"), &wait["mean"]),
                (format!("{one}_asks_{other}_worst_minutes"), &wait["worst"]),
                (format!("{one}_blocked_by_{other}_p95_minutes"), &wait["blocked"]["p95"]),
            ] {
                assert_eq!(found.as_f64(), number(&column), "{column} of {row:?}");
            }
        }
    }
    assert_eq!(rows, 36);
}

#[test]
fn the_star_is_explained_where_there_is_one() {
    let desk = Desk::new();
    let legend = "* meets the target";
    let page = |roster: &str| desk.year(&["pairs"], roster, &["--color", "never"]).answered().out;
    assert!(page("three.csv").contains(legend));
    desk.file("apart.csv", "name,zone\nBen,Europe/Berlin\nKeiko,Asia/Tokyo\n");
    assert!(!page("apart.csv").contains('*'), "{}", page("apart.csv"));
    // Too many for a matrix: a list, the least first.
    let rows = |zones: [&str; 2]| -> String {
        (0..24).map(|n| format!("P{n},{},{}:{:02}-17\n", zones[n % 2], 8 + n / 12, n % 12 * 5)).collect()
    };
    desk.file("alike.csv", format!("name,zone,hours\n{}", rows(["UTC", "UTC"])));
    assert!(page("alike.csv").contains(legend) && page("alike.csv").contains("more pairs"));
    desk.file("two.csv", format!("name,zone,hours\n{}", rows(["UTC", "Asia/Tokyo"])));
    // Those of two clocks never meet and are told together, those of one do.
    let two = page("two.csv");
    assert!(two.contains(legend) && two.contains("Nothing all year: 144 pairs"), "{two}");
}
