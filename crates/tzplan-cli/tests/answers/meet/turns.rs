//! Rotations and their ledgers. Ben's day begins on Berlin's clock at 09:00, when Yui's in Tokyo ends: of an
//! hour that starts between 08:00 and 09:00 Ben bridges what is before 09:00, Yui the rest.

use serde_json::{Value, json};

use super::meet;
use crate::support::{Desk, YEAR};

const TWO: &str = "name,zone\nBen,Europe/Berlin\nYui,Asia/Tokyo\n";

fn rotate(desk: &Desk, more: &[&str]) -> Value {
    desk.run(&[&["meet", "r.csv", "--format", "json"], &YEAR[..], more].concat()).answered().json()
}

#[test]
fn nobody_works_longer_than_others_and_the_first_of_equal_rotations_is_taken() {
    let (code, answer) = meet(TWO, &["--rotate", "2"]);
    assert_eq!(code, Some(0));
    let numbers = ["no_workday", "off", "largest_night", "largest", "total_night", "total", "bound"];
    assert_eq!(numbers.map(|key| answer[key].clone()), [0, 0, 0, 60, 0, 120, 60].map(|number| json!(number)));
    assert_eq!(answer["exact"], true);
    // The best single slot is 08:30, half an hour for each; an hour more is the limit.
    assert_eq!(answer["limit"], json!({ "stretch": 90, "night": 0, "unreasonable": 0 }));
    let week = |first: &str, time: &str, start: &str, end: &str| json!({ "first": first, "day": "Mon", "time": time, "date": first, "start": start, "end": end });
    // Half an hour each in both weeks: so nobody is ahead after the first.
    let weeks = [
        week("2026-11-23", "08:30", "2026-11-23T07:30:00Z", "2026-11-23T08:30:00Z"),
        week("2026-11-30", "08:30", "2026-11-30T07:30:00Z", "2026-11-30T08:30:00Z"),
    ];
    assert_eq!(answer["weeks"], json!(weeks));
    let of = |cumulative: u32| {
        json!({
            "no_workday": false, "off": false, "holiday": null, "stretch": 30, "night": 0,
            "cumulative": cumulative, "cumulative_night": 0,
        })
    };
    let entry = |name: &str| {
        json!({
            "name": name, "carried": 0, "carried_night": 0, "weeks": [of(30), of(60)], "missed": 0,
            "cumulative": 60, "cumulative_night": 0,
        })
    };
    assert_eq!(answer["ledger"], json!([entry("Ben"), entry("Yui")]));
}

#[test]
fn the_ledger_is_a_table_too() {
    let desk = Desk::with("r.csv", TWO);
    let table = desk.run(&[&["meet", "r.csv", "--rotate", "2", "--format", "csv"], &YEAR[..]].concat());
    assert_eq!(
        table.answered().out,
        "name,week,date,slot,missed,stretch_minutes,night_minutes,cumulative_minutes,cumulative_night_minutes,row,\
         holiday\nBen,1,2026-11-23,Mon 08:30,,30,0,30,0,,\nBen,2,2026-11-30,Mon 08:30,,30,0,60,0,,\n\
         Yui,1,2026-11-23,Mon 08:30,,30,0,30,0,,\nYui,2,2026-11-30,Mon 08:30,,30,0,60,0,,\n"
    );
}

#[test]
fn earlier_ledgers_are_carried_in_whatever_their_form() {
    let desk = Desk::with("r.csv", TWO);
    let first = rotate(&desk, &["--rotate", "1"]);
    // One week alone is best shared: 30 minutes each.
    assert_eq!((&first["largest"], &first["weeks"][0]["time"]), (&json!(30), &json!("08:30")));
    desk.file("plain.csv", "Name,Minutes\nben,60\n");
    let carried = rotate(&desk, &["--rotate", "1", "--ledger", "plain.csv"]);
    assert_eq!((&carried["largest"], &carried["weeks"][0]["time"]), (&json!(60), &json!("09:00")));
    assert_eq!(
        (&carried["ledger"][0]["carried"], &carried["ledger"][0]["cumulative"]),
        (&json!(60), &json!(60))
    );
    assert_eq!(carried["ledger"][1]["cumulative"], 60);

    desk.file("last.json", carried.to_string());
    let table =
        [&["meet", "r.csv", "--rotate", "1", "--ledger", "plain.csv", "--format", "csv"], &YEAR[..]].concat();
    desk.file("last.csv", desk.run(&table).answered().out);
    let next = rotate(&desk, &["--rotate", "3", "--ledger", "last.json"]);
    assert_eq!(next, rotate(&desk, &["--rotate", "3", "--ledger", "last.csv"]));
    assert_eq!(
        next["ledger"].as_array().unwrap().iter().map(|entry| &entry["carried"]).collect::<Vec<_>>(),
        [60, 60]
    );
    // Three hours to share after an hour each.
    assert_eq!(next["largest"], 60 + 90);
    // Two ledgers add up.
    let both = rotate(&desk, &["--rotate", "1", "--ledger", "plain.csv", "--ledger", "last.json"]);
    assert_eq!((&both["ledger"][0]["carried"], &both["ledger"][1]["carried"]), (&json!(120), &json!(60)));
}

#[test]
fn all_faults_of_a_ledger_are_told_at_once() {
    let desk = Desk::with("r.csv", "name,zone\nBen,Europe/Berlin\nYui,Asia/Tokyo\nYui,Asia/Seoul\n");
    desk.file("bad.csv", "name,minutes\nBem,1\nYui,2\nBen,soon\nBen,4\n");
    desk.file("none.csv", "who,what\nBen,1\n");
    desk.file("none.json", "{\"slots\":[]}");
    let line = [
        "meet",
        "r.csv",
        "--rotate",
        "1",
        "--ledger",
        "bad.csv",
        "--ledger",
        "none.csv",
        "--ledger",
        "none.json",
    ];
    let ran = desk.run(&line);
    for fault in [
        "bad.csv, line 2: nobody is called `Bem` — did you mean Ben?",
        "bad.csv, line 3: `Yui` is the name of 2 people; write their row instead: #3 or #4",
        "bad.csv, line 4: `soon` is no number of minutes",
        "bad.csv, line 5: `Ben` has an entry in line 4 already",
        "none.csv: it has no columns `name` and `minutes`",
        "none.json: it has no ledger",
    ] {
        assert!(ran.err.contains(fault), "no `{fault}` in\n{}", ran.err);
    }
    ran.refused("bad.csv");
    desk.run(&["meet", "r.csv", "--ledger", "bad.csv"]).refused("--rotate");
    desk.run(&["meet", "r.csv", "--rotate", "1", "--ledger", "missing.csv"]).refused("missing.csv");
}

#[test]
fn people_of_one_name_are_told_apart_by_their_rows() {
    let desk =
        Desk::with("r.csv", "name,zone,email\nBen,Europe/Berlin,b\nYui,Asia/Tokyo,y\nYui,Asia/Tokyo,z\n");
    let answer = rotate(&desk, &["--rotate", "1"]);
    assert_eq!((&answer["ledger"][1]["row"], &answer["ledger"][2]["row"]), (&json!(3), &json!(4)));
    assert_eq!(answer["ledger"][0].get("row"), None);
    desk.file("last.json", answer.to_string());
    let next = rotate(&desk, &["--rotate", "1", "--ledger", "last.json"]);
    assert_eq!(next["ledger"][2]["carried"], answer["ledger"][2]["cumulative"]);
}

#[test]
fn few_slots_few_weeks() {
    let desk = Desk::with("r.csv", TWO);
    // The best slot is shared equally: every week the same.
    let answer = rotate(&desk, &["--rotate", "2", "--slots", "1"]);
    assert_eq!((&answer["candidates"], &answer["largest"]), (&json!(1), &json!(60)));
    assert_eq!(answer["weeks"][0]["time"], "08:30");
    let line = [&["meet", "r.csv", "--rotate", "53"], &YEAR[..]].concat();
    desk.run(&line).refused("--rotate 53 needs 53 weeks");
    let page = desk.run(&[&["meet", "r.csv", "--rotate", "2"], &YEAR[..]].concat()).answered().out;
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "NO TURNS OVER 2 WEEKS: Mon 08:30 every week is as fair as any turns For 1 h, one slot a week on Berlin's clock, of 480 slots.",
        "Nobody required misses it. Nobody works more than 1 h longer in all, nobody at night: no rotation is fairer. \
         No meeting asks anybody for more than 1½ h or at night.",
        "Mon 23 Nov 08:30 Ben 08:30 (begins ½ h before the day) · Yui 16:30 (ends ½ h after the day) Mon 30 Nov \
         08:30 as the time before",
        "Ledger carried in these weeks in all at night missed Ben 0 h 1 h 1 h 0 h 0 Yui 0 h 1 h 1 h 0 h 0",
    ] {
        assert!(words.contains(said), "no `{said}` in\n{page}");
    }
}

/// At 11:00 UTC in December Kolkata's two stay half an hour longer (until 17:30), Cal begins four hours earlier
/// (5:00 in Chicago), Meg ends six hours later (23:00 in Melbourne): 11 hours each week, 24 of 44 in four weeks
/// hers. Turns cost more than half as much again: that is said, and nobody is told to let her pay it alone.
#[test]
fn dear_turns_are_no_advice_to_let_one_person_pay() {
    let team = "name,zone\nAda,Asia/Kolkata\nAmi,Asia/Kolkata\nBen,Europe/Berlin\nBea,Europe/Berlin\n\
                Bo,Europe/Berlin\nCal,America/Chicago\nMeg,Australia/Melbourne\n";
    let desk = Desk::with("r.csv", team);
    let flags = ["--from", "2026-11-30", "--home", "UTC", "--rotate", "4"];
    let page = desk.run(&[&["meet", "r.csv"], &flags[..]].concat()).answered().out;
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let json = desk.run(&[&["meet", "r.csv", "--format", "json"], &flags[..]].concat()).json();
    assert_eq!((&json["single"]["time"], &json["single"]["total"]), (&json!("11:00"), &json!(44 * 60)));
    assert!(json["total"].as_u64().unwrap() > 66 * 60, "{}", json["total"]);
    assert!(words.contains("TURNS OVER 4 WEEKS ARE DEAR: "), "{page}");
    assert!(words.contains(" in all; one time costs 44 h, 24 h of it Meg's For 1 h,"), "{page}");
    assert!(words.contains("Decide with those who bear it: turns share it"), "{page}");
}

/// Whoever hands over the wrong file is not shown every line of it; of the rest the number is said. Nor is
/// every name of it compared with those of a large team.
#[test]
fn faults_without_end_are_counted() {
    let people: String = (0..3000).map(|n| format!("Person {n},Europe/Berlin\n")).collect();
    let desk = Desk::with("r.csv", format!("name,zone\n{people}"));
    let strangers: String = (0..20_000).map(|n| format!("Stranger {n},30\n")).collect();
    desk.file("bad.csv", format!("name,cumulative_minutes\n{strangers}"));
    let ran = desk.run(&["meet", "r.csv", "--rotate", "4", "--ledger", "bad.csv"]).refused("Stranger 0");
    assert!(ran.err.contains("nobody is called `Stranger 1`; write the whole name"), "{}", ran.err);
    assert!(ran.err.contains("and 19900 more faults"), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 101);
}
