//! What a team could do next.

use crate::support::Desk;

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

/// They share three hours, from 18:00 to 21:00. An hour later does for Ada what an hour earlier does for Zoe,
/// whose last hour is at night.
#[test]
fn a_move_that_is_as_good_and_ends_a_night_is_named_beside() {
    let team = "name,zone,hours\nAda,UTC,12-21\nZoe,UTC,18-23\n";
    let desk = Desk::with("r.csv", team);
    let flags = ["--reasonable", "07-23", "--max-shift", "1h"];
    let text = desk.year(&[], "r.csv", &flags).answered().out;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = "Ada works 13:00–22:00 Mon–Fri, 1 h later all year → OVERLAP --move Ada=+1h 3 Zoe works \
                17:00–22:00 Mon–Fri, 1 h earlier all year, no more at night (now 5 h a week) → OVERLAP --move \
                Zoe=-1h";
    assert!(text.contains(told), "{text}");
    // The definition of the next steps stays: JSON has the one that comes first.
    let steps = desk.year(&[], "r.csv", &[&flags[..], &["--format", "json"]].concat()).json();
    let steps = steps["verdict"]["steps"].as_array().unwrap().clone();
    assert_eq!((steps.len(), &steps[0]["name"]), (1, &"Ada".into()));
}
