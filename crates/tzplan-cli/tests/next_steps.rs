//! What a team could do next.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod support;

use serde_json::json;
use support::Desk;

const APART: &str =
    "name,zone,hours,flex\nAda,Europe/London,9-17,0\nBob,Europe/London,17-21,0\nTom,Europe/London,21-24,0\n";

/// Whoever is left out of three who share nothing leaves two who share nothing.
#[test]
fn that_fewer_people_are_counted_is_no_advice() {
    let desk = Desk::with("r.csv", APART);
    assert_eq!(desk.json(&[], "r.csv", &[])["verdict"]["steps"], json!([]));
    let text = desk.year(&[], "r.csv", &[]).answered().out;
    assert!(text.contains("No single step helps"), "{text}");
    assert!(!text.contains("optional: the others"), "{text}");
    // Two of four are half of a team; but those two share today.
    let five = format!("{APART}Cy,Europe/London,0-4,0\nDi,Europe/London,9-17,0\n");
    let desk = Desk::with("r.csv", five);
    let verdict = &desk.json(&[], "r.csv", &[])["verdict"];
    assert_eq!((&verdict["model"], &verdict["steps"]), (&json!("async"), &json!([])));
}

#[test]
fn that_the_others_overlap_is() {
    let desk = Desk::with(
        "r.csv",
        "name,zone,hours,flex\nAda,Europe/London,9-17,0\nDi,Europe/London,9-17,0\nTom,Europe/London,21-24,0\n",
    );
    let text = desk.year(&[], "r.csv", &[]).answered().out;
    assert!(text.contains("Tom optional: the others meet without → OVERLAP, 8 h a day or more"), "{text}");
}
