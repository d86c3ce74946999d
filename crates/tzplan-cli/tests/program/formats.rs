//! Rosters of every kind, as files and on standard input.

use std::path::{Path, PathBuf};

use crate::support::{ANALYSES, Desk, YEAR};
use serde_json::{Value, json};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tzplan-roster/tests/fixtures").join(name)
}

/// A desk with the files of the roster crate's tests.
fn desk(names: &[&str]) -> Desk {
    let desk = Desk::new();
    for name in names {
        desk.file(name, std::fs::read(fixture(name)).unwrap());
    }
    desk
}

/// Everything but the name of the file.
fn plan(desk: &Desk, command: &[&str], roster: &str, more: &[&str]) -> Value {
    let ran = desk.year(command, roster, &[more, &["--format", "json"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let mut value = ran.json();
    value["source"] = json!("team");
    // Another encoding is said; everything else is the same.
    value["assumptions"] = json!([]);
    value
}

#[test]
fn every_command_takes_every_format() {
    let files =
        ["team.csv", "team.xlsx", "libreoffice.ods", "team.json", "team.toml", "utf-16le.txt", "sheets.xlsx"];
    let desk = desk(&files);
    // The policy of the two that have one.
    let policy = ["--target", "3h", "--grace-days", "9"];
    for command in ANALYSES {
        let expected = plan(&desk, command, "team.csv", &policy);
        for file in &files[1..6] {
            assert_eq!(plan(&desk, command, file, &policy), expected, "{command:?} {file}");
        }
        let sheet = [&policy[..], &["--sheet", "our team"]].concat();
        assert_eq!(plan(&desk, command, "sheets.xlsx", &sheet), expected, "{command:?}");
    }
}

#[test]
fn standard_input_may_be_of_any_format() {
    let desk = desk(&["team.csv"]);
    let expected = plan(&desk, &["year"], "team.csv", &["--target", "3h", "--grace-days", "9"]);
    for name in ["team.xlsx", "odfpy.ods", "team.json", "team.toml", "utf-16be.txt"] {
        let line =
            [&["year", "-", "--format", "json", "--target", "3h", "--grace-days", "9"], &YEAR[..]].concat();
        let input = std::fs::read(fixture(name)).unwrap();
        let piped = desk.command().args(&line).write_stdin(input).output().unwrap();
        let mut found: Value = serde_json::from_slice(&piped.stdout).unwrap();
        found["source"] = json!("team");
        // Another encoding is said; everything else is the same.
        found["assumptions"] = json!([]);
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn the_policy_of_a_roster_yields_to_flags() {
    let desk = desk(&["team.toml", "team.json", "team.csv"]);
    for file in ["team.toml", "team.json"] {
        let policy = |more: &[&str]| plan(&desk, &[], file, more)["policy"].clone();
        let own = policy(&[]);
        assert_eq!((&own["target"], &own["grace_days"], &own["step"]), (&json!(180), &json!(9), &json!(15)));
        let told = policy(&["--target", "5h"]);
        assert_eq!((&told["target"], &told["grace_days"]), (&json!(300), &json!(9)));
    }
    assert_eq!(plan(&desk, &[], "team.csv", &[])["policy"]["target"], 240);
    let wrong = Desk::with("r.toml", "[policy]\ntarget = 4\n[[member]]\nzone = \"UTC\"\n");
    wrong.year(&[], "r.toml", &[]).refused("error[bad-policy]");
    assert!(wrong.run(&["check", "r.toml"]).out.contains("r.toml:2"));
}

#[test]
fn a_pool_may_be_of_any_format() {
    let desk = desk(&["team.csv", "team.xlsx", "team.json", "sheets.xlsx", "windows-1252.csv"]);
    let rank = |pool: &str, more: &[&str]| {
        let mut line = vec!["fit", "three.csv", "--candidates", pool, "--format", "json"];
        line.extend(YEAR.iter().chain(more));
        let mut ranked = desk.run(&line).json()["ranked"].clone();
        for candidate in ranked.as_array_mut().unwrap() {
            candidate["row"] = json!(null);
            candidate["name"] = json!(candidate["name"].as_str().unwrap().replace(" 🦊", ""));
        }
        ranked
    };
    let expected = rank("team.csv", &[]);
    assert_eq!(expected.as_array().unwrap().len(), 6);
    for pool in ["team.xlsx", "team.json", "windows-1252.csv"] {
        assert_eq!(rank(pool, &[]), expected, "{pool}");
        assert_eq!(rank(pool, &["--top", "6"]), expected, "{pool}");
    }
    assert_eq!(rank("sheets.xlsx", &["--candidates-sheet", "2"]), expected);
    desk.run(&["fit", "three.csv", "--zone", "UTC", "--candidates-sheet", "2"]).refused("--candidates");
}

#[test]
fn faults_point_into_the_file_in_its_own_terms() {
    let desk = desk(&["faults.xlsx", "sheets.xlsx", "team.csv"]);
    desk.file("r.json", "[\n {\"zone\": \"Europe/Berln\"}\n]");
    let refused = desk.run(&["faults.xlsx"]).refused("--> faults.xlsx, Sheet!B2");
    assert!(refused.err.contains("--> faults.xlsx, Sheet!C3"), "{}", refused.err);
    let refused = desk.run(&["r.json"]).refused("--> r.json:2:11");
    assert!(refused.err.contains("{\"zone\": \"Europe/Berln\"}"), "{}", refused.err);
    desk.run(&["sheets.xlsx"]).refused("1 note besides: `tzplan check sheets.xlsx` lists it");
    let check = desk.run(&["check", "sheets.xlsx"]).out;
    assert!(check.contains("`Our team`"), "{check}");
    desk.run(&["sheets.xlsx", "--sheet", "Their team"]).refused("no sheet `Their team`");
    desk.run(&["team.csv", "--sheet", "1"]).refused("no-sheet");
    let check = desk.run(&["check", "faults.xlsx", "--format", "json"]).json();
    let places: Vec<_> =
        check["faults"].as_array().unwrap().iter().map(|fault| fault["place"].clone()).collect();
    assert_eq!(places, ["Sheet!B2", "Sheet!C3", "Sheet!D4", "Sheet!B5", "Sheet!C5"]);
    let check = desk.run(&["check", "sheets.xlsx", "--sheet", "2"]).answered().out;
    assert!(check.contains("in 6 rows of the sheet `Our team`"), "{check}");
}

#[test]
fn another_encoding_is_told() {
    let desk = desk(&["windows-1252.csv"]);
    let ran = desk.year(&[], "windows-1252.csv", &[]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("Chloé"), "{}", ran.out);
    // In what follows "How the roster was read".
    let told = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("the file is not in UTF-8 and was read as windows-1252"), "{told}");
}
