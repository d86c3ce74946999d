//! The JSON documents: every key that others rely on, with its type.

use crate::support::shape::{self, assert_shape};
use crate::support::{ANALYSES, Desk};
use serde_json::{Value, json};

/// A night shift, days off, an optional member, half-hour zones, a part-timer, nobody in common.
const MIXED: &str = "name,zone,hours,days,team,required,off\n\
    Nora,Europe/Warsaw,22-06,Sun-Thu,Support,,2026-12-24..2026-12-26\n\
    Kiran,Asia/Kathmandu,9-17,,Product,yes,\n\
    Tess,America/St_Johns,\"9-12,13-17\",Mon-Thu,Product,no,\n\
    Ruth,Pacific/Chatham,9-13,Sat;Sun,,,\n";

fn shapes() -> Vec<(&'static [&'static str], Value)> {
    let shapes = [
        shape::plan(),
        shape::windows(),
        shape::windows(),
        shape::year(),
        shape::pairs(),
        shape::pods(),
        shape::coverage(),
        shape::regions(),
        shape::agreement(),
    ];
    ANALYSES.into_iter().zip(shapes).collect()
}

#[test]
fn every_analysis_has_its_keys() {
    let desk = Desk::with("mixed.csv", MIXED);
    desk.file("one.csv", "name,zone\nSolo,Asia/Tokyo\n");
    desk.file("optional.csv", "name,zone,required\nA,Europe/Berlin,no\nB,Asia/Tokyo,no\n");
    for roster in ["three.csv", "mixed.csv", "one.csv", "optional.csv"] {
        for (command, shape) in shapes() {
            let document = desk.json(command, roster, &[]);
            assert_shape(&document, &shape);
            assert_eq!(document["schema"], 2, "{command:?}");
            let horizon =
                json!({ "from": "2026-11-23", "to": "2027-11-22", "days": 364, "home": "Europe/Berlin" });
            assert_eq!(document["horizon"], horizon, "{command:?}");
        }
    }
}

#[test]
fn coverage_by_team_and_role_lists_the_groups_in_roster_order() {
    let desk = Desk::with("mixed.csv", MIXED);
    let document = desk.json(&["coverage"], "mixed.csv", &["--by", "team"]);
    assert_shape(&document, &shape::coverage());
    let names: Vec<_> = document["groups"].as_array().unwrap().iter().map(|g| g["name"].clone()).collect();
    assert_eq!(names, ["Support", "Product"]);
    assert_eq!(desk.json(&["coverage"], "mixed.csv", &["--by", "role"])["groups"], Value::Null);
}

#[test]
fn zones_answers_queries_and_lists_the_database() {
    let desk = Desk::new();
    for (query, code) in [("Europe/Berlin", 0), ("UTC+5:30", 0), ("IST", 1), ("nonsense", 1), ("", 1)] {
        let ran = desk.run(&["zones", query, "--format", "json", "--from", "2026-11-23"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(code), ""), "{query}");
        let document = ran.json();
        assert_shape(&document, &shape::zones());
        assert_eq!((document["query"].as_str(), document["zone"].is_null()), (Some(query), code == 1));
    }
    let list = desk.run(&["zones", "--format", "json"]).answered().json();
    assert_shape(&list, &shape::zone_list());
    let ids = list["zones"].as_array().unwrap();
    assert!(ids.len() > 400 && ids.contains(&json!("Europe/Berlin")), "{} ids", ids.len());
}

#[test]
fn a_query_that_has_several_meanings_lists_them() {
    let document = Desk::new().run(&["zones", "IST", "--format", "json"]).json();
    let zones: Vec<_> =
        document["candidates"].as_array().unwrap().iter().filter_map(|c| c["zone"].as_str()).collect();
    for meaning in ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"] {
        assert!(zones.contains(&meaning), "{meaning} in {zones:?}");
    }
}

#[test]
fn offsets_of_a_query_are_the_seasons_of_its_zone() {
    // Berlin is an hour ahead in winter; the clocks change on 28 March and 31 October 2027.
    let desk = Desk::new();
    let arguments = ["zones", "Europe/Berlin", "--from", "2026-11-23", "--format", "json"];
    let expected = json!([
        { "first": "2026-11-23", "last": "2027-03-27", "minutes": 60 },
        { "first": "2027-03-28", "last": "2027-10-30", "minutes": 120 },
        { "first": "2027-10-31", "last": "2027-11-21", "minutes": 60 },
    ]);
    assert_eq!(desk.run(&arguments).answered().json()["offsets"], expected);
}

#[test]
fn check_lists_faults_in_the_order_of_the_file() {
    let roster = "name,zone,hours\nAna,Nowhere/Land,9-17\nBen,Europe/Berlin,17-17\nCai,UTC+5:30,9-17\n";
    let ran = Desk::with("r.csv", roster).run(&["check", "r.csv", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    let document = ran.json();
    assert_shape(&document, &shape::roster_check());
    let faults = document["faults"].as_array().unwrap();
    let seen: Vec<_> = faults
        .iter()
        .map(|f| (f["severity"].as_str(), f["row"].as_u64(), f["column"].as_str(), f["value"].as_str()))
        .map(|(severity, row, column, value)| {
            (severity.unwrap(), row.unwrap(), column.unwrap(), value.unwrap())
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("error", 2, "zone", "Nowhere/Land"),
            ("error", 3, "hours", "17-17"),
            ("warning", 4, "zone", "UTC+5:30")
        ]
    );
    assert_eq!(document["ok"], false);
}

#[test]
fn a_clean_roster_checks_as_ok() {
    let document = Desk::new().run(&["check", "three.csv", "--format", "json"]).answered().json();
    assert_shape(&document, &shape::roster_check());
    assert_eq!(
        (&document["ok"], &document["members"], &document["profiles"]),
        (&json!(true), &json!(3), &json!(3))
    );
    assert_eq!(document["faults"], json!([]));
}
