//! `--windows` and `--quorum`: dated windows of everyone or of so many.

use crate::support::{Desk, YEAR};
use serde_json::{Value, json};

/// In winter: Ana 12–20 UTC, Ben 8–16, Chloé 9–17; one day.
const DAY: [&str; 2] = ["--to", "2026-11-24"];

fn windows(roster: &str, more: &[&str]) -> (Value, Vec<(String, String)>) {
    let desk = Desk::with("r.csv", roster);
    let document = desk.json(&[], "r.csv", &[more, &DAY].concat());
    let hour = |value: &Value| value.as_str().unwrap().replace("2026-11-23T", "").replace(":00:00Z", "");
    let windows = document["windows"].as_array().unwrap().iter();
    let windows = windows.map(|w| (hour(&w["start"]), hour(&w["end"]))).collect();
    (document["quorum"].clone(), windows)
}

fn pair(start: &str, end: &str) -> Vec<(String, String)> {
    vec![(start.to_owned(), end.to_owned())]
}

#[test]
fn so_many_at_work() {
    let three = crate::support::THREE;
    assert_eq!(windows(three, &["--windows"]), (Value::Null, pair("12", "16")));
    for (quorum, k, expected) in [
        ("1", 1, pair("08", "20")),
        ("2", 2, pair("09", "17")),
        ("3", 3, pair("12", "16")),
        // 80% of three are 2.4 people, so three; two thirds are not quite 67%.
        ("80%", 3, pair("12", "16")),
        ("66%", 2, pair("09", "17")),
        ("67%", 3, pair("12", "16")),
        ("1%", 1, pair("08", "20")),
        ("100%", 3, pair("12", "16")),
    ] {
        assert_eq!(windows(three, &["--quorum", quorum]), (json!(k), expected), "{quorum}");
    }
    // Both flags: the quorum is what is asked for.
    assert_eq!(windows(three, &["--windows", "--quorum", "2"]), (json!(2), pair("09", "17")));
}

#[test]
fn marked_members_are_always_there_and_optional_ones_count() {
    let roster = |ana: &str, ben: &str| {
        format!("name,zone,hours,required\nAna,UTC,12-20,{ana}\nBen,UTC,8-16,{ben}\nChloé,UTC,9-17,\n")
    };
    assert_eq!(windows(&roster("yes", ""), &["--quorum", "1"]).1, pair("12", "20"));
    assert_eq!(windows(&roster("yes", ""), &["--quorum", "2"]).1, pair("12", "17"));
    // Ben never blocks everyone, but is one of two.
    assert_eq!(windows(&roster("", "no"), &["--windows"]).1, pair("12", "17"));
    assert_eq!(windows(&roster("", "no"), &["--quorum", "2"]).1, pair("09", "17"));
}

#[test]
fn more_people_than_there_are_is_empty_and_said() {
    let desk = Desk::new();
    for format in ["text", "json"] {
        let ran = desk.year(&[], "three.csv", &["--quorum", "4", "--format", format]);
        assert_eq!(ran.code, Some(0));
        assert!(ran.err.contains("a quorum of 4"), "{}", ran.err);
        assert!(!ran.out.contains("a quorum of 4"), "{}", ran.out);
    }
    let ran = desk.year(&[], "three.csv", &["--quorum", "18446744073709551615", "--format", "json"]);
    assert_eq!((ran.code, &ran.json()["windows"]), (Some(0), &json!([])));
}

#[test]
fn what_is_no_quorum_is_refused() {
    let desk = Desk::new();
    for quorum in ["0", "0%", "101%", "-1", "-50%", "", "%", "1.5", "most", "99999999999999999999999"] {
        desk.run(&["three.csv", &format!("--quorum={quorum}")]).refused("is no quorum");
    }
    desk.run(&["three.csv", "--quorum"]).refused("--quorum");
    desk.run(&["year", "three.csv", "--quorum", "2"]).refused("--quorum");
}

#[test]
fn days_off_count() {
    let roster = "name,zone,off\nAna,UTC,2026-11-23\nBen,UTC,\n";
    assert_eq!(windows(roster, &["--windows"]).1, []);
    assert_eq!(windows(roster, &["--quorum", "1"]).1, pair("09", "17"));
}

#[test]
fn night_shifts_across_the_clock_change() {
    // New York, 22–6: seven hours on the night of 13 March 2027, when 2:00 becomes 3:00.
    let desk = Desk::with("r.csv", "name,zone,hours,days\nNora,America/New_York,22-06,Sat\n");
    let line =
        ["r.csv", "--windows", "--from", "2027-03-13", "--weeks", "2", "--home", "UTC", "--format", "json"];
    assert_eq!(
        desk.run(&line).answered().json()["windows"],
        json!([
            { "start": "2027-03-14T03:00:00Z", "end": "2027-03-14T10:00:00Z" },
            { "start": "2027-03-21T02:00:00Z", "end": "2027-03-21T10:00:00Z" },
        ])
    );
}

#[test]
fn the_page_counts_them() {
    let desk = Desk::new();
    let page = desk.run(&[&["three.csv", "--windows"], &YEAR[..]].concat()).answered().out;
    // 90 days of four hours to 26 March, 155 of three, 15 of four from 1 November.
    let hours = 90 * 4 + 155 * 3 + 15 * 4;
    assert!(page.contains(&format!("260 windows, {hours} h in all, in Berlin time")), "{page}");
    assert!(page.contains("13:00–17:00 Mon–Fri") && page.contains("14:00–17:00 Mon–Fri"), "{page}");
}
