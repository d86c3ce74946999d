//! `tzplan zones QUERY`: what a label resolves to and why. Needs the places that the program comes with.

#![cfg(feature = "places")]
use crate::support::{Desk, Ran};
use serde_json::{Value, json};

fn zones(query: &str, more: &[&str]) -> Ran {
    Desk::new().run(&[&["zones", query, "--from", "2026-11-23", "--home", "UTC"], more].concat())
}

fn document(query: &str) -> Value {
    let ran = zones(query, &["--format", "json"]);
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.err))
}

#[test]
fn a_city_is_shown_with_its_country_and_its_offsets() {
    let page = zones("Köln", &[]).answered().out;
    let mut lines = page.lines();
    assert!(lines.next().unwrap().starts_with("`Köln` is Europe/Berlin (city)"), "{page}");
    assert!(lines.next().unwrap().starts_with("Köln, Germany, "), "{page}");
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            "  2026-11-23 – 2027-03-27   UTC+01:00",
            "  2027-03-28 – 2027-10-30   UTC+02:00",
            "  2027-10-31 – 2027-11-21   UTC+01:00",
        ]
    );
    let answer = document("Saigon");
    assert_eq!(
        (&answer["zone"], &answer["how"], &answer["note"]),
        (&json!("Asia/Ho_Chi_Minh"), &json!("city"), &json!(null))
    );
    assert_eq!(answer["place"]["name"], "Ho Chi Minh City, Vietnam");
    assert_eq!(answer["place"]["country"], "Vietnam");
    assert!(answer["place"]["population"].as_u64() > Some(5_000_000));
}

#[test]
fn a_namesake_is_noted_and_ids_are_no_places() {
    let page = zones("London", &[]).answered().out;
    assert!(
        page.contains(
            "note: `London` is read as London, United Kingdom; there is also London, Ontario, Canada"
        ),
        "{page}"
    );
    assert_eq!(document("Europe/London")["place"], json!(null));
    assert_eq!(document("W. Europe Standard Time")["how"], "windows");
}

#[test]
fn what_has_several_meanings_is_shown_with_them() {
    let ran = zones("Hyderabad", &[]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.out,
        "`Hyderabad` may be Hyderabad, India (Asia/Kolkata) or Hyderabad, Pakistan (Asia/Karachi)\n\
         write Asia/Kolkata or Asia/Karachi\n"
    );
    let answer = document("Hyderabad");
    assert_eq!((&answer["zone"], &answer["how"]), (&json!(null), &json!("ambiguous")));
    assert_eq!(answer["candidates"][0], json!({ "zone": "Asia/Kolkata", "label": "Hyderabad, India" }));
    assert_eq!(document("Banglore")["how"], "unknown");
    assert_eq!(document("Banglore")["candidates"], json!([{ "zone": "Asia/Kolkata", "label": "Bangalore" }]));
}

#[test]
fn every_zone_that_is_asked_for_may_be_a_place() {
    let desk = Desk::with("r.csv", "name,city\nAna,Bangalore\nBen,\"Portland, OR\"\n");
    let line = [
        "r.csv",
        "--from",
        "2026-11-23",
        "--home",
        "Lisboa",
        "--move",
        "Ana=New Delhi, India",
        "--format",
        "json",
    ];
    let plan = desk.run(&line).answered().json();
    assert_eq!(plan["horizon"]["home"], "Europe/Lisbon");
    let zones: Vec<&Value> =
        plan["members"].as_array().unwrap().iter().map(|member| &member["zone"]).collect();
    assert_eq!(zones, ["Asia/Kolkata", "America/Los_Angeles"]);
}
