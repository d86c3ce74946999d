//! Every policy flag: that it changes the answer as its definition says, and what it refuses.
//!
//! In summer Ana works 12–20 UTC, Ben 7–15 and Chloé 8–16; see `example.rs`.

use crate::support::Desk;
use serde_json::{Value, json};

fn plan(more: &[&str]) -> Value {
    Desk::new().json(&[], "three.csv", more)
}

fn model(more: &[&str]) -> String {
    plan(more)["verdict"]["model"].as_str().unwrap().to_owned()
}

#[test]
fn every_threshold_is_echoed_in_minutes() {
    let defaults = json!({
        "target": 240, "comfortable": 360, "max_shift": 120, "reasonable": { "start": 420, "end": 1260 },
        "night": { "start": 1320, "end": 360 }, "grace_days": 7, "reply_within": 240, "step": 15,
    });
    assert_eq!(plan(&[])["policy"], defaults);
    let said = plan(&[
        "--target",
        "3h30m",
        "--comfortable",
        "5:15",
        "--max-shift",
        "90m",
        "--reasonable",
        "8-20",
        "--night",
        "23:30-5",
        "--grace-days",
        "0",
        "--reply-within",
        "744h",
        "--step",
        "10m",
    ]);
    let expected = json!({
        "target": 210, "comfortable": 315, "max_shift": 90, "reasonable": { "start": 480, "end": 1200 },
        "night": { "start": 1410, "end": 300 }, "grace_days": 0, "reply_within": 44640, "step": 10,
    });
    assert_eq!(said["policy"], expected);
}

#[test]
fn target() {
    // Three hours are shared all year: no target above holds, whatever is asked.
    let three = plan(&["--target", "3h"]);
    assert_eq!(
        (&three["verdict"]["model"], &three["verdict"]["reach"]["natural"]),
        (&json!("overlap"), &json!(180))
    );
    assert_eq!(plan(&["--target", "2h"])["verdict"]["reach"]["natural"], 180);
    assert_eq!(model(&["--target", "181m"]), "overlap-with-shifts");
}

#[test]
fn max_shift() {
    // Half an hour is needed.
    assert_eq!(model(&["--max-shift", "30m"]), "overlap-with-shifts");
    let less = plan(&["--max-shift", "29m"]);
    assert_eq!(less["verdict"]["model"], "hybrid");
    let verdict = &less["verdict"];
    assert_eq!((&verdict["pods"], &verdict["isolated"]), (&json!([["Ben", "Chloé"]]), &json!(["Ana"])));
    assert_eq!(less["seasons"][1]["plan"]["affordable"], false);
    let trap = &less["verdict"]["trap"];
    assert_eq!((&trap["first"], &trap["last"]), (&json!("2027-03-28"), &json!("2027-10-30")));
    assert_eq!(trap["moves"][0]["shift"], -30);
    assert_eq!(model(&["--max-shift", "0m"]), "hybrid");
}

#[test]
fn reasonable() {
    // Ana would start at 8:30, Ben stop at 17:30: out of nine to five further than before.
    assert_eq!(model(&["--reasonable", "9-17"]), "hybrid");
    assert_eq!(model(&["--reasonable", "8:30-17:30"]), "overlap-with-shifts");
    assert_eq!(model(&["--reasonable", "00:00-24:00"]), "overlap-with-shifts");
    // Over midnight: everybody is outside already and stays as far.
    assert_eq!(model(&["--reasonable", "22-6"]), "overlap-with-shifts");
}

#[test]
fn night() {
    // Five days to 16:30 and to 17:30.
    let moves = plan(&["--night", "16-18"])["seasons"][1]["plan"]["moves"].clone();
    let minutes: Vec<_> =
        moves.as_array().unwrap().iter().map(|m| m["night_minutes_per_week"].clone()).collect();
    assert_eq!(minutes, [json!(150), json!(450)]);
}

#[test]
fn grace_days() {
    // 217 days are short of the target.
    assert_eq!(model(&["--grace-days", "217"]), "overlap");
    assert_eq!(model(&["--grace-days", "216"]), "overlap-with-shifts");
    assert_eq!(model(&["--grace-days", "364"]), "overlap");
}

#[test]
fn step() {
    // In whole hours one of the two moves an hour: later comes before earlier.
    let plan = plan(&["--step", "1h"]);
    let moves: Vec<_> = plan["seasons"][1]["plan"]["moves"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| json!([m["name"], m["shift"]]))
        .collect();
    assert_eq!(moves, [json!(["Ben", 60])]);
    for divisor in ["1m", "96m", "12h", "24h"] {
        model(&["--step", divisor]);
    }
}

#[test]
fn comfortable_and_reply_within_mark_the_page_and_decide_nothing() {
    let desk = Desk::new();
    // Lines may break anywhere.
    let page = |more: &[&str]| {
        let page = desk.year(&[], "three.csv", more).answered().out;
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let easy = ["--target", "2h"];
    assert!(!page(&easy).contains("comfortable"));
    assert!(page(&[&easy[..], &["--comfortable", "3h"]].concat()).contains("comfortable (3 h or more)"));
    assert!(page(&["--reply-within", "3h"]).contains("(of 20 questions more than one takes over 3 h)"));
    assert!(!page(&["--reply-within", "8h"]).contains("(over"));
    assert_eq!(model(&["--comfortable", "1m", "--reply-within", "0m"]), model(&[]));
}

#[test]
fn what_is_out_of_range_is_refused_with_the_range() {
    let desk = Desk::new();
    for (flag, value, naming) in [
        ("--target", "0m", "write 0:01 to 24:00"),
        ("--target", "24h1m", "write 0:01 to 24:00"),
        ("--target", "99999h59m", "write 0:01 to 24:00"),
        ("--comfortable", "25h", "write 0:01 to 24:00"),
        ("--max-shift", "12h1m", "write 0:00 to 12:00"),
        ("--reply-within", "745h", "out of range"),
        ("--grace-days", "365", "365 is not in 0..=364"),
        ("--grace-days", "-1", "-1 is not in 0..=364"),
        ("--grace-days", "7.5", "--grace-days"),
        ("--grace-days", "99999999999999999999", "--grace-days"),
        ("--step", "7m", "does not divide 24 hours"),
        ("--step", "0m", "does not divide 24 hours"),
        ("--step", "48h", "does not divide 24 hours"),
        ("--reasonable", "7-7", "different ends"),
        ("--night", "22:00-22:00", "different ends"),
        ("--night", "24:00-6:00", "between 00:00 and 24:00"),
        ("--night", "25-6", "`25` is no time of day"),
        ("--night", "22", "`22` is no range"),
        ("--reasonable", "8-6", "write 08:00-18:00 or 20:00-06:00"),
        ("--night", "10-6", "write 10:00-18:00 or 22:00-06:00"),
        ("--night", "-6", "--night"),
        ("--reasonable", "7-12-21", "--reasonable"),
    ] {
        for command in [&[][..], &["year"], &["pairs"], &["pods"], &["coverage"]] {
            desk.year(command, "three.csv", &[flag, value]).refused(naming);
        }
    }
}

#[test]
fn what_is_no_duration_is_refused_with_examples() {
    let desk = Desk::new();
    for flag in ["--target", "--comfortable", "--max-shift", "--reply-within", "--step"] {
        for value in ["", "4", "four", "-4h", "4.5h", "4h60x", "999999999999999999999h", "4:5", "1e3m", "٤h"]
        {
            let ran = desk.year(&[], "three.csv", &[flag, value]);
            ran.refused(&format!("`{value}` is no duration; write it like 4h, 90m, 1h30m or 4:00"));
        }
    }
}
