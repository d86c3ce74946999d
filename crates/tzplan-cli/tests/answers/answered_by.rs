//! `pairs --answered-by`: whose answers people wait for.

use crate::support::{Desk, by_person};
use serde_json::{Value, json};

/// Asa 9–17 and Lia, the lead, 13–21, every day; Tim keeps Lia's hours without being a lead.
const ROSTER: &str = "name,zone,hours,team,role\nAsa,UTC,9-17 daily,Product,\nLia,UTC,13-21 daily,Support,Lead\n\
                      Tim,UTC,13-21 daily,Support,junior\n";
const WEEK: [&str; 6] = ["--from", "2026-11-23", "--weeks", "1", "--home", "UTC"];

fn run(roster: &str, more: &[&str]) -> crate::support::Ran {
    let desk = Desk::with("r.csv", roster);
    desk.run(&[&["pairs", "r.csv"], &WEEK[..], more].concat())
}

fn document(more: &[&str]) -> Value {
    run(ROSTER, &[more, &["--format", "json"]].concat()).answered().json()
}

/// Everybody who asks, with their waits for anybody.
fn askers(document: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    let rows = document["anybody"].as_array().unwrap().iter();
    rows.flat_map(|row| row["from_names"].as_array().unwrap().iter().map(move |name| (name, row)))
}

/// Name, share at once, mean, 95 % and worst of each asker.
fn waits(document: &Value) -> Vec<Value> {
    askers(document)
        .map(|(name, row)| json!([name, row["none"], row["mean"], row["p95"], row["worst"]]))
        .collect()
}

/// Name, mean, 95 % and worst of the time for which each asker is blocked.
fn blocked(document: &Value) -> Vec<Value> {
    let rows = askers(document).map(|(name, row)| (name, &row["blocked"]));
    rows.map(|(from, blocked)| json!([from, blocked["mean"], blocked["p95"], blocked["worst"]])).collect()
}

#[test]
fn waits_for_a_lead_by_hand() {
    // Asa asks Lia as in the known answers: half at once, the others 4 h down to 0; mean 1 h, 95 % within 3 h
    // 36 m. Tim works whenever Lia does. Lia is the only lead: her questions are never answered.
    let lead = document(&["--answered-by", "role=lead"]);
    assert_eq!(lead["answered_by"], json!([{ "kind": "role", "name": "Lead" }]));
    let asa = json!(["Asa", 0.5, 60.0, 216.0, 240]);
    let tim = json!(["Tim", 1.0, 0.0, 0.0, 0]);
    assert_eq!(waits(&lead), [asa.clone(), json!(["Lia", 0.0, null, null, null]), tim.clone()]);
    assert_eq!([&lead["anybody"][1]["never"], &lead["anybody"][1]["blocked"]["never"]], [true, true]);
    let asa_blocked = json!(["Asa", 60.0, 216.0, 240]);
    assert_eq!(blocked(&lead)[0], asa_blocked);

    // With Asa as another answerer Lia waits for her from 17 to 9: half at once, the others 16 h down to 12
    // h; and so would Tim, were Lia not there. Asa does not answer herself.
    let or_asa = document(&["--answered-by", "role=lead", "--answered-by", "asa"]);
    let chosen = json!([{ "kind": "role", "name": "Lead" }, { "kind": "member", "name": "Asa" }]);
    assert_eq!(or_asa["answered_by"], chosen);
    assert_eq!(waits(&or_asa), [asa.clone(), json!(["Lia", 0.5, 420.0, 936.0, 960]), tim.clone()]);
    // Of her own day it is the second half as well, 4 h down to 0: the night blocks nobody.
    assert_eq!(
        blocked(&or_asa),
        [asa_blocked, json!(["Lia", 60.0, 216.0, 240]), json!(["Tim", 0.0, 0.0, 0])]
    );

    // All of Support answer each other at once.
    let support = document(&["--answered-by", " Team = support "]);
    assert_eq!(support["answered_by"], json!([{ "kind": "team", "name": "Support" }]));
    assert_eq!(waits(&support), [asa, json!(["Lia", 1.0, 0.0, 0.0, 0]), tim]);
}

#[test]
fn without_it_everybody_answers_and_nothing_else_changes() {
    let (plain, lead) = (document(&[]), document(&["--answered-by", "role=lead"]));
    assert_eq!(plain.get("answered_by"), None);
    assert_eq!(plain["anybody"][1]["none"], 1.0);
    assert_eq!((&plain["horizon"], &plain["seasons"]), (&lead["horizon"], &lead["seasons"]));
    // Lia, who answers, stands apart from Tim, who has her hours; what they share and wait is the same.
    assert_eq!(plain["profiles"], json!([["Asa"], ["Lia", "Tim"]]));
    assert_eq!(lead["profiles"], json!([["Asa"], ["Lia"], ["Tim"]]));
    assert_eq!(by_person::shared(&plain), by_person::shared(&lead));
    assert_eq!(by_person::waits(&plain), by_person::waits(&lead));
    assert_eq!(by_person::waits(&plain).len(), 6);
    let everybody = document(&["--answered-by", "Asa", "--answered-by", "Lia", "--answered-by", "Tim"]);
    assert_eq!(everybody["anybody"], plain["anybody"]);
}

#[test]
fn the_page_says_so_in_its_heading() {
    let page = |more: &[&str]| run(ROSTER, more).answered().out;
    let lead = page(&["--answered-by", "role=lead", "--reply-within", "3h36m"]);
    let part = lead.split("How long a question to role Lead blocks the asker\n").nth(1).expect("a heading");
    let rows: Vec<Vec<&str>> = part.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(rows[1].join(" "), "Asa 50% 1 h 0 h 3 h 36 min 4 h");
    assert_eq!(rows[2].join(" "), "Tim 100% 0 h 0 h 0 h 0 h");
    assert_eq!(rows[3].join(" "), "Lia asks nobody: there is no other answerer.");
    // The policy marks.
    assert!(page(&["--answered-by", "role=lead", "--reply-within", "3h35m"]).contains("3 h 36 min!"));
    assert!(
        page(&["--answered-by", "role=lead", "--answered-by", "team=Product", "--answered-by", "Tim"])
            .contains("How long a question to role Lead, team Product or Tim blocks the asker")
    );
    assert!(!page(&[]).contains("How long a question to"));
}

#[test]
fn labels_and_names_nobody_has_are_all_told() {
    let line = ["--answered-by", "role=boss", "--answered-by", "team=", "--answered-by", "Leah"];
    let ran = run(ROSTER, &line).refused("--answered-by");
    let expected = [
        "tzplan: --answered-by `role=boss`: nobody has the role `boss`; there is Lead and junior",
        "tzplan: --answered-by `team=`: nobody has the team ``; there is Product and Support",
        "tzplan: --answered-by `Leah`: nobody is called `Leah`; the roster has Asa, Lia and Tim",
    ];
    assert_eq!(ran.err.lines().collect::<Vec<_>>(), expected);
    let plain = "name,zone\nAsa,UTC\nBo,UTC\n";
    run(plain, &["--answered-by", "role=lead"]).refused("nobody has a role: the roster has no such column");
}

#[test]
fn answerers_are_those_after_the_changes_and_rows_stay_those_of_the_file() {
    // Without Asa, in row 2, Lia still stands in row 3 and Tim in row 4.
    let gone = document(&["--without", "Asa", "--answered-by", "#4"]);
    assert_eq!(gone["answered_by"], json!([{ "kind": "member", "name": "Tim" }]));
    assert_eq!(waits(&gone)[0], json!(["Lia", 1.0, 0.0, 0.0, 0]));
    run(ROSTER, &["--without", "Asa", "--answered-by", "Asa"]).refused("nobody is called `Asa`");
    run(ROSTER, &["--without", "Asa", "--answered-by", "#2"])
        .refused("nobody's row is `#2`; people stand in rows 3 to 4");
    // Two of a name are told apart by their rows; who is added has a name, and no row.
    let twins = ROSTER.replace("Tim,", "Lia,");
    run(&twins, &["--without", "Asa", "--answered-by", "lia"]).refused("write their row instead: #3 or #4");
    let row = run(&twins, &["--without", "Asa", "--answered-by", "#4", "--format", "json"]).json();
    assert_eq!(row["answered_by"], json!([{ "kind": "member", "name": "Lia", "row": 4 }]));
    let added = document(&["--add", "Dee=UTC,13-21 daily", "--answered-by", "dee"]);
    assert_eq!(waits(&added)[0], json!(["Asa", 0.5, 60.0, 216.0, 240]));
}

#[test]
fn a_role_is_one_whatever_its_case() {
    let roster =
        "name,zone,hours,role\nA,UTC,9-17 daily,lead\nB,UTC,13-21 daily,Lead\nC,UTC,17-21 daily,dev\n";
    for spelling in ["role=lead", "role=Lead", "role=LEAD"] {
        let document = run(roster, &["--answered-by", spelling, "--format", "json"]).answered().json();
        // B is there all of C's time; A for half of B's, and B for half of A's.
        assert_eq!(
            [&waits(&document)[0][1], &waits(&document)[1][1], &waits(&document)[2][1]],
            [0.5, 0.5, 1.0]
        );
        assert_eq!(document["answered_by"], json!([{ "kind": "role", "name": "lead" }]));
    }
}
