//! What a team could do next.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod support;

use support::Desk;

const APART: &str =
    "name,zone,hours,flex\nAda,Europe/London,9-17,0\nBob,Europe/London,17-21,0\nTom,Europe/London,21-24,0\n";

/// Whoever is left out of three who share nothing leaves two who share nothing.
#[test]
fn that_fewer_people_are_counted_is_no_advice() {
    let desk = Desk::with("r.csv", APART);
    // A standing of fewer parts is better by definition, and JSON says so; it is no advice.
    assert_eq!(desk.json(&[], "r.csv", &[])["verdict"]["steps"][0]["reaches"]["parts"], 2);
    let text = desk.year(&[], "r.csv", &[]).answered().out;
    assert!(text.contains("No single step helps"), "{text}");
    assert!(!text.contains("optional: the others"), "{text}");
    let page = desk.year(&["report"], "r.csv", &[]).out;
    assert!(page.contains("No single step helps") && !page.contains("optional: the others"));
    // Two of four are half of a team: another model, which is proposed.
    let five = format!("{APART}Cy,Europe/London,0-4,0\nDi,Europe/London,9-17,0\n");
    let text = Desk::with("r.csv", five).year(&[], "r.csv", &[]).answered().out;
    assert!(text.contains("→ HYBRID, 2 of 4 people"), "{text}");
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
