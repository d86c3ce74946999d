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

/// Two hours earlier Tom's day is 13:00 to 21:00 in Berlin: four hours with both. Auckland's is 20:00 to 04:00
/// UTC while it keeps summer time, 21:00 to 05:00 else; New York's ends at 22:00 UTC, then at 21:00: whoever
/// moves two hours, there are months with two hours only.
#[test]
fn a_step_says_whom_it_brings_in_and_whom_nothing_does() {
    let team =
        "name,zone\nBen,Europe/Berlin\nZoe,Europe/Berlin\nTom,America/New_York\nOlga,Pacific/Auckland\n";
    let text = Desk::with("r.csv", team).year(&[], "r.csv", &[]).answered().out;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = "Tom works 07:00–15:00 Mon–Fri, 2 h earlier all year → HYBRID, 3 of 4 people in 1 pod (without \
                Olga); brings in Tom";
    assert!(text.contains(told), "{text}");
    assert!(
        text.contains("Nothing brings in Olga: no day moved as far as may be asked (2 h at most)"),
        "{text}"
    );
    // A day that may move by ten hours is another matter.
    let flexible = team.replace("name,zone", "name,zone,flex").replace("Auckland", "Auckland,12h");
    let flexible = flexible.replace("Berlin\n", "Berlin,\n").replace("New_York\n", "New_York,\n");
    let text =
        Desk::with("r.csv", flexible).year(&[], "r.csv", &["--reasonable", "00:00-23:59"]).answered().out;
    assert!(!text.contains("Nothing brings in Olga"), "{text}");
}
