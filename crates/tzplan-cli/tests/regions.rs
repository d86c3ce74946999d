//! `tzplan regions`: where to hire.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod support;

use serde_json::{Value, json};
use support::{Desk, YEAR};

const TEAM: &str = "name,zone\nAda,America/New_York\nBen,America/New_York\n";

fn regions(more: &[&str]) -> Vec<Value> {
    let answer = Desk::with("team.csv", TEAM).json(&["regions"], "team.csv", more);
    answer["regions"].as_array().unwrap().clone()
}

fn of<'r>(regions: &'r [Value], zone: &str) -> &'r Value {
    let holds = |region: &&Value| region["zones"].as_array().unwrap().iter().any(|id| id == zone);
    regions.iter().find(holds).unwrap_or_else(|| panic!("no {zone}"))
}

#[test]
fn zones_with_equal_clocks_are_one_row_and_the_best_come_first() {
    let regions = regions(&[]);
    // Eight hours with each of two people; Detroit and Toronto keep New York's clock.
    assert_eq!(regions[0], *of(&regions, "America/New_York"));
    assert_eq!(of(&regions, "America/New_York"), of(&regions, "America/Toronto"));
    assert_eq!(regions[0]["worst_overlap_sum"], 960);
    assert_eq!(
        regions[0]["offsets"][0],
        json!({ "first": "2026-11-23", "last": "2027-03-13", "minutes": -300 })
    );
    let lima = of(&regions, "America/Lima");
    assert_eq!((&lima["result"], &lima["worst_overlap_sum"]), (&json!("fits"), &json!(840)));
    assert_eq!(of(&regions, "Asia/Kolkata")["result"], "fits-async");
    // Berlin shares two hours, three while only the US have changed: two hours more are affordable.
    let berlin = of(&regions, "Europe/Berlin");
    assert_eq!((&berlin["result"], &berlin["shift"]), (&json!("fits-with-shift"), &json!(120)));
    // The bands stand apart.
    let bands: Vec<&Value> = regions.iter().map(|region| &region["result"]).collect();
    let mut sorted = bands.clone();
    sorted.sort_by_key(|band| {
        ["fits", "fits-with-shift", "fits-async"].iter().position(|known| *band == known)
    });
    assert_eq!(bands, sorted);
    // No row for Etc/GMT+12 alone.
    assert!(!regions.iter().any(|region| region["zones"] == json!(["Etc/GMT+12"])));
}

#[test]
fn hours_and_countries_narrow_it() {
    let brazil = regions(&["--country", "br"]);
    let zones: Vec<&Value> = brazil.iter().flat_map(|region| region["zones"].as_array().unwrap()).collect();
    assert!(
        zones.iter().any(|zone| **zone == "America/Sao_Paulo")
            && zones.iter().all(|zone| **zone != "America/Lima")
    );
    // Nights in Tokyo are New York's days: 22–06 there is 13–21 UTC, seven hours of 14–22 and eight of 13–21.
    let nights = regions(&["--hours", "22-06", "--days", "Mon-Fri", "--country", "JP"]);
    assert_eq!((&nights[0]["result"], &nights[0]["worst_overlap_sum"]), (&json!("fits"), &json!(840)));
    Desk::with("team.csv", TEAM)
        .year(&["regions"], "team.csv", &["--country", "XX"])
        .refused("--country `XX`");
}

#[test]
fn csv_has_a_row_for_each_region() {
    let desk = Desk::with("team.csv", TEAM);
    let csv = desk.run(&[&["regions", "team.csv", "--format", "csv"], &YEAR[..]].concat()).answered().out;
    let mut lines = csv.lines();
    let header = "rank,zones,offsets,result,shift_minutes,peers,worst_overlap_sum_minutes,night_minutes_per_week,p95_blocked_minutes";
    assert_eq!(lines.next(), Some(header));
    assert_eq!(lines.count(), regions(&[]).len());
    assert!(csv.contains("2026-11-23 -300; 2027-03-14 -240; 2027-11-07 -300,fits,,2,960,0,0"), "{csv}");
}
