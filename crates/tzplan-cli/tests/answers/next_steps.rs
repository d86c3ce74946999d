//! What a team could do next.

use crate::support::steps::steps;
use crate::support::{Desk, YEAR, without_tags};

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
                17:00–22:00 Mon–Fri, 1 h earlier all year, none of it at night (now 5 h a week) → OVERLAP --move \
                Zoe=-1h";
    assert!(text.contains(told), "{text}");
    // The definition of the next steps stays: JSON has the one that comes first.
    let steps = desk.year(&[], "r.csv", &[&flags[..], &["--format", "json"]].concat()).json();
    let (verdict, steps) = (&steps["verdict"], steps["verdict"]["steps"].as_array().unwrap());
    assert_eq!((steps.len(), &steps[0]["name"]), (1, &"Ada".into()));
    let zoe = ["name", "hours"].map(|key| verdict["ends_night"][key].as_str().unwrap());
    assert_eq!((zoe, &verdict["ends_night"]["shift"]), (["Zoe", "17:00-22:00 Mon-Fri"], &(-60).into()));
    // The page has the same list.
    let page = without_tags(&desk.year(&["report"], "r.csv", &flags).answered().out);
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("none of it at night (now 5 h a week)"), "{page}");
}

/// Ben and Isa, 9 to 17 in Berlin, share seven hours with Jun, 16 to 24 in Tokyo, and three or less with Harry in
/// Boston. At ten to six Isa shares the target with Harry; Ben and Jun stay.
#[test]
fn a_step_says_who_is_left_and_whose_night_it_takes() {
    let team = "name,zone,hours,flex\nIsa,Europe/Berlin,9-17,1h\nBen,Europe/Berlin,9-17,0\n\
                Harry,America/New_York,8-16,0\nJun,Asia/Tokyo,16-24,0\n";
    let text = Desk::with("r.csv", team).year(&[], "r.csv", &[]).answered().out;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("brings in Harry; Isa then no longer with Ben and Jun"), "{text}");
    // Without Harry they share 9 to 16 in Berlin in winter, of which Tokyo's last hour is a night; until 21:00
    // there it is 13:00 in Berlin: four hours.
    let told = "Harry optional: the others meet without → OVERLAP, 7 h a day or more, part of it night work of \
                Jun (within 07:00–21:00 4 h)";
    assert!(text.contains(told), "{text}");
    // Everyone shares 14 to 16 in winter: Jun's night.
    assert!(
        text.contains("If all kept to 07:00–21:00, the least of the year would be nothing, now 2 h."),
        "{text}"
    );
}

/// Nine to five in Denver is 17:00 to 01:00 in Belgrade, which ends at 20:00, and 21:30 to 05:30 in Kolkata in
/// winter, 20:30 in summer, where Ravi works until 21:00. From 14 to 27 March and from 31 October to 6 November
/// only Denver has summer time: 16:00 in Belgrade.
#[test]
fn one_person_required_is_told_what_they_share_with_whom() {
    let team = "name,zone,required\nPat,America/Denver,yes\nIva,Europe/Belgrade,no\nRavi,Asia/Kolkata,no\n";
    let team = team.replace("zone,", "zone,hours,").replace("Denver,", "Denver,9-17,");
    let team = team.replace("Belgrade,", "Belgrade,14-20,").replace("Kolkata,", "Kolkata,13-21,");
    let desk = Desk::with("r.csv", team);
    let text = |command: &[&str]| {
        desk.year(command, "r.csv", &[]).answered().out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let plan = text(&[]);
    let told = "Only Pat is required, so that any target is met. With the optional people they share, two by two: \
                Iva 3 h a day, 4 h";
    assert!(plan.contains(told), "{plan}");
    assert!(plan.contains("; Ravi nothing, ½ h a day"), "{plan}");
    let agreement = text(&["agreement"]);
    assert!(
        agreement.contains("WORKING AGREEMENT: Pat alone is required; with others when they are there"),
        "{agreement}"
    );
    assert!(!agreement.contains("everyone together") && !agreement.contains("Core hours"), "{agreement}");
}

/// Of a step that makes a team overlap with shifts it is said who moves how far: half an hour each of Ann and Nia.
#[test]
fn a_step_says_what_the_others_pay() {
    let team = "name,zone,hours,flex\nAnn,Europe/Berlin,9-17,30m\nNia,America/New_York,8-16,30m\nKei,Asia/Tokyo,9-17,0\n";
    let text = Desk::with("r.csv", team).year(&[], "r.csv", &[]).answered().out;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = "Kei optional: the others meet without → OVERLAP with shifts, if Ann starts ½ h later and Nia ½ h \
                earlier all year";
    assert!(text.contains(told), "{text}");
}

/// Three times the team of three, four in São Paulo, four in Berlin, one in London: half an hour from each side
/// makes 4 h of 3. Eight people are too many to name; one flag moves each side, whatever their days off, and the
/// answer with both is what the step says.
#[test]
fn a_step_of_many_people_has_a_flag_for_all_who_are_alike() {
    let sides = [("Ana", "America/Sao_Paulo"), ("Ben", "Europe/Berlin")];
    let row = |(name, zone): (&str, &str)| -> String {
        (1..=4).map(|one| format!("{name} {one},{zone},9-17,2027-0{one}-11\n")).collect()
    };
    let team: String = sides.map(row).concat();
    let desk = Desk::with("r.csv", format!("name,zone,hours,off\n{team}Chloe,Europe/London,10-18,\n"));
    let text = desk.year(&[], "r.csv", &[]).answered().out;
    let step = &steps(&text)[0];
    assert!(step.text.starts_with("8 people work the new hours below, kept all year"), "{}", step.text);
    assert_eq!(step.reaches(), "everyone shares 4 h or more");
    let typed = ["--move", "everyone like Ana 1=-30m", "--move", "everyone like Ben 1=+30m"];
    assert_eq!(step.typed, typed);
    let then = step.answer(&desk, &[&["r.csv"][..], &YEAR].concat());
    assert_eq!(
        (&then["verdict"]["model"], &then["year"]["min"]["minutes_per_week"]),
        (&"overlap".into(), &1200.into())
    );
    assert_eq!(
        then["changes"][0],
        serde_json::json!({"kind": "shift", "name": "Ana 1", "shift": -30, "others": 3})
    );
    // One by one it is the same.
    let each = sides.map(|(name, _)| {
        (1..=4).map(move |one| format!("{name} {one}={}", if name == "Ana" { "-30m" } else { "+30m" }))
    });
    let each: Vec<String> =
        each.into_iter().flatten().flat_map(|value| ["--move".to_owned(), value]).collect();
    let each: Vec<&str> = each.iter().map(String::as_str).collect();
    let one_by_one = desk.json(&[], "r.csv", &each);
    for key in ["verdict", "year", "seasons", "all_year"] {
        assert_eq!(then[key], one_by_one[key], "{key}");
    }
    let text = desk.year(&[], "r.csv", &typed[..2]).answered().out;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Ana 1 and 3 others like them work ½ h earlier all year"), "{text}");
    desk.year(&[], "r.csv", &["--move", "everyone like Ana 1=Lisbon"]).refused("only the day can be moved");
    let twice = ["--move", "everyone like Ana 1=+1h", "--move", "everyone like Ana 2=+30m"];
    desk.year(&[], "r.csv", &twice).refused("another --move is of the same people");
    let gone = ["--move", "everyone like Ana 1=+1h", "--without", "Ana 1"];
    desk.year(&[], "r.csv", &gone).refused("--without takes this person away");
    desk.year(&[], "r.csv", &["--move", "everyone like Anna=+1h"]).refused("Anna");
}
