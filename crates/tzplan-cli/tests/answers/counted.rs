//! A row that counts several people is as many rows: every number of every command, over drawn rosters.

use crate::support::{ANALYSES, Desk};
use serde_json::{Value, json};

/// A row without its count, and the count.
struct Row {
    name: String,
    cells: String,
    count: usize,
}

const ZONES: [&str; 8] = [
    "Europe/Berlin",
    "Asia/Kolkata",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Auckland",
    "Africa/Casablanca",
    "America/Sao_Paulo",
];
const HOURS: [&str; 6] = ["9-17", "", "22-06", "9-12,13-17", "Mon-Thu 8-16; Fri 8-12", "10-16 Mon-Wed"];
const REQUIRED: [&str; 4] = ["", "", "yes", "no"];
const TEAMS: [&str; 3] = ["Product", "Support", ""];
const OFF: [&str; 3] = ["", "", "2026-12-24..2027-01-02"];

/// Rows drawn by a linear congruential generator (Knuth's constants), the same in every run.
fn drawn(seed: u64) -> Vec<Row> {
    let mut state = seed.wrapping_mul(2_862_933_555_777_941_757).wrapping_add(3_037_000_493);
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let rows = 2 + draw(4);
    (0..rows)
        .map(|row| {
            let (zone, hours, team) = (ZONES[draw(8)], HOURS[draw(6)], TEAMS[draw(3)]);
            let (required, off) = (REQUIRED[draw(4)], OFF[draw(3)]);
            let name = ["Agents", "Leads", "Ops", "Ana", "Ben", "Zoë"][row].to_owned();
            Row {
                name,
                cells: format!("{zone},\"{hours}\",{team},{required},{off}"),
                count: [1, 1, 2, 3, 5][draw(5)],
            }
        })
        .collect()
}

const HEADER: &str = "name,zone,hours,team,required,off";

/// The rows with their counts.
fn counted(rows: &[Row]) -> String {
    let line = |Row { name, cells, count }: &Row| format!("{name},{cells},{count}\n");
    format!("{HEADER},count\n{}", rows.iter().map(line).collect::<String>())
}

/// A row for each of the people.
fn written_out(rows: &[Row]) -> String {
    let lines = |Row { name, cells, count }: &Row| match count {
        1 => format!("{name},{cells}\n"),
        count => (1..=*count).map(|number| format!("{name} ({number}),{cells}\n")).collect(),
    };
    format!("{HEADER}\n{}", rows.iter().map(lines).collect::<String>())
}

/// A document without the numbers of rows in the file.
fn without_rows(mut document: Value) -> Value {
    match &mut document {
        Value::Object(keys) => {
            for key in ["row", "rows", "assumptions"] {
                keys.remove(key);
            }
            keys.values_mut().for_each(|value| *value = without_rows(value.take()));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| *value = without_rows(value.take())),
        _ => {}
    }
    document
}

#[test]
fn a_row_of_five_is_five_rows() {
    let further: [&[&str]; 6] = [
        &["coverage", "--by", "team"],
        &["pairs", "--answered-by", "team=Product"],
        &["--quorum", "50%"],
        &["meet", "--rotate", "3"],
        &["meet", "--quorum", "60%"],
        &["fit", "--zone", "Europe/London"],
    ];
    let (one, other) = (Desk::new(), Desk::new());
    let (mut several, mut seen) = (0, std::collections::BTreeSet::new());
    for seed in 0..6 {
        let rows = drawn(seed);
        several += usize::from(rows.iter().any(|row| row.count > 1));
        one.file("team.csv", counted(&rows));
        other.file("team.csv", written_out(&rows));
        for command in ANALYSES.into_iter().chain(further) {
            let run = |desk: &Desk| {
                let ran = desk.year(command, "team.csv", &["--format", "json"]);
                (ran.code, if ran.code <= Some(1) { without_rows(ran.json()) } else { json!(ran.err) })
            };
            let (counted, written) = (run(&one), run(&other));
            assert_eq!(counted, written, "{seed} {command:?}\n{}", one.read("team.csv"));
            if let Some(model) = counted.1.pointer("/verdict/model") {
                seen.insert(model.to_string());
            }
        }
    }
    assert!(several >= 4 && seen.len() >= 2, "{several} {seen:?}");
}

#[test]
fn a_pool_is_ranked_as_if_each_had_a_row() {
    let (one, other) = (Desk::new(), Desk::new());
    for seed in 10..14 {
        let rows = drawn(seed);
        one.file("pool.csv", counted(&rows));
        other.file("pool.csv", written_out(&rows));
        for flags in [&[][..], &["--top", "3"], &["--sort", "bridges"], &["--offsets", "-5..+6"]] {
            let run = |desk: &Desk| {
                let pool = [&["--candidates", "pool.csv"], flags].concat();
                let ran = desk.year(&["fit"], "three.csv", &[&pool[..], &["--format", "json"]].concat());
                (ran.code, if ran.code == Some(0) { without_rows(ran.json()) } else { json!(ran.err) })
            };
            assert_eq!(run(&one), run(&other), "{seed} {flags:?}\n{}", one.read("pool.csv"));
        }
    }
}

#[test]
fn what_a_count_is_not_is_refused() {
    let desk = Desk::new();
    for (count, why) in [
        ("0", "`0` counts nobody"),
        ("-1", "`-1` is no number of people"),
        ("1.5", "`1.5` is no number of people"),
        ("a few", "`a few` is no number of people"),
        ("2000000", "with this row the file counts more than 1000000 people"),
    ] {
        desk.file("team.csv", format!("name,zone,count\nAna,UTC,1\nAgents,UTC,{count}\n"));
        let ran = desk.year(&[], "team.csv", &[]).refused(why);
        assert!(ran.err.contains("team.csv:3:12") && ran.err.contains("help: "), "{}", ran.err);
    }
    desk.file("team.csv", "name,zone,email,count\nAgents,UTC,a@x,2\nBen,UTC,b@x,1\nOps,UTC,,3\n");
    desk.year(&[], "team.csv", &[])
        .refused("a row with an e-mail address is one person, and this one counts 2");
}

#[test]
fn people_of_a_row_are_numbered() {
    let desk = Desk::with("team.csv", "zone,name,Headcount\nUTC,Agents,3\nEurope/Lisbon,,2\nUTC,Ana,\n");
    let plan = desk.json(&[], "team.csv", &[]);
    let names: Vec<_> = plan["members"].as_array().unwrap().iter().map(|member| &member["name"]).collect();
    assert_eq!(names, ["Agents (1)", "Agents (2)", "Agents (3)", "row 3 (1)", "row 3 (2)", "Ana"]);
    let unnamed = &plan["assumptions"][1];
    assert_eq!((&unnamed["code"], &unnamed["rows"]), (&json!("no-names"), &json!([3])));
    let less = desk.json(&[], "team.csv", &["--without", "agents (2)", "--without", "#4"])["members"].clone();
    assert_eq!(less.as_array().map(Vec::len), Some(4));
    let refused = desk.year(&[], "team.csv", &["--without", "#2"]);
    refused.refused("row `#2` counts 3 people; write one of their names, such as `Agents (1)`");
    // `--column count=none` takes each row for one person.
    let rows = desk.json(&[], "team.csv", &["--column", "count=none"])["members"].clone();
    assert_eq!(rows.as_array().map(Vec::len), Some(3));
    desk.file("team.json", r#"[{"name": "Agents", "tz": "UTC", "count": 4}, {"name": "Ana", "tz": "UTC"}]"#);
    assert_eq!(desk.json(&[], "team.json", &[])["members"].as_array().map(Vec::len), Some(5));
}
