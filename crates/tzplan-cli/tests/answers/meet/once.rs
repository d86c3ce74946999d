//! Meetings that happen once.

use serde_json::{Value, json};

use crate::support::{Desk, THREE};

fn once(roster: &str, more: &[&str]) -> (Option<i32>, Value) {
    let desk = Desk::with("r.csv", roster);
    let ran = desk.run(&[&["meet", "r.csv", "--format", "json", "--home", "Europe/Berlin"], more].concat());
    assert_eq!(ran.err, "");
    (ran.code, ran.json())
}

#[test]
fn dates_far_away_are_looked_at_day_by_day() {
    // Only the US would have changed, and nobody lives there: the summer's 14 to 17 on Berlin's clock. Five
    // starts of two hours on Friday and on Monday, none on the days between.
    let (code, answer) =
        once(THREE, &["--once", "2031-09-05..2031-09-08", "--duration", "2h", "--top", "1000"]);
    let horizon = &answer["horizon"];
    assert_eq!((&horizon["from"], &horizon["to"]), (&json!("2031-09-05"), &json!("2031-09-09")));
    assert_eq!(answer["once"], json!({ "first": "2031-09-05", "last": "2031-09-08" }));
    assert_eq!((code, &answer["candidates"], &answer["clean"]), (Some(0), &json!(4 * 96), &json!(10)));
    let slots = answer["slots"].as_array().unwrap();
    let when = |slot: &Value| (slot["date"].clone(), slot["day"].clone(), slot["time"].clone());
    assert_eq!(when(&slots[0]), (json!("2031-09-05"), json!("Fri"), json!("14:00")));
    assert_eq!(when(&slots[5]), (json!("2031-09-08"), json!("Mon"), json!("14:00")));
    assert_eq!(slots[0]["occurrences"], 1);
    // Named weekdays are kept to.
    let (_, answer) = once(THREE, &["--once", "2031-09-05..2031-09-08", "--days", "Mon"]);
    assert_eq!(answer["candidates"], 96);
}

#[test]
fn days_off_count() {
    let roster = "name,zone,off\nAna,UTC,2027-01-04\nBen,UTC,\n";
    let (code, answer) = once(roster, &["--once", "2027-01-04..2027-01-05", "--anchor", "UTC", "--top", "1"]);
    let best = &answer["slots"][0];
    assert_eq!((code, &best["date"], &best["time"]), (Some(0), &json!("2027-01-05"), &json!("09:00")));
    let (code, answer) = once(roster, &["--once", "2027-01-04", "--anchor", "UTC", "--top", "1"]);
    assert_eq!((code, &answer["clean"]), (Some(1), &json!(0)));
}

#[test]
fn its_dates_are_the_planning_range() {
    let desk = Desk::new();
    let line = ["meet", "three.csv", "--once", "2027-01-04..2027-01-05"];
    desk.run(&[&line[..], &["--weeks", "4"]].concat()).refused("--weeks");
    desk.run(&[&line[..], &["--from", "2027-01-01"]].concat()).refused("--from");
    desk.run(&[&line[..], &["--rotate", "2"]].concat()).refused("--rotate");
    desk.run(&["meet", "three.csv", "--once", "2027-01-05..2027-01-04"])
        .refused("write the earlier date first");
    desk.run(&["meet", "three.csv", "--once", "2027-01-05..2029-01-04"]).refused("731 dates are too many");
    let page = desk.run(&[&line[..], &["--home", "Europe/Berlin", "--top", "1"]].concat()).answered().out;
    assert!(page.contains("Mon 4 Jan, Tue 5 Jan 13:00*"), "{page}");
}
