//! Every command takes the common flags and every `--format`.

use assert_cmd::Command;

const ROSTER: &str = "name,zone\nAna,America/Sao_Paulo\nBen,Europe/Berlin\n";
const COMMON: [&str; 12] = [
    "--from",
    "2026-11-23",
    "--weeks",
    "10",
    "--home",
    "UTC",
    "--target",
    "3h",
    "--step",
    "30m",
    "--color",
    "never",
];

#[test]
fn takes_the_common_flags_and_answers_as_json() {
    for command in [
        &["-"][..],
        &["year", "-"],
        &["pairs", "-"],
        &["pods", "-"],
        &["agreement", "-"],
        &["coverage", "-"],
        &["fit", "-", "--zone", "Europe/London"],
        &["regions", "-"],
        &["meet", "-"],
        &["check", "-"],
        &["demo"],
        &["zones", "UTC"],
    ] {
        for format in ["text", "markdown", "md", "json"] {
            let mut tzplan = Command::cargo_bin("tzplan").expect("the binary is built");
            let output =
                tzplan.args(command).args(COMMON).args(["--format", format]).write_stdin(ROSTER).output();
            let output = output.expect("it runs");
            assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
            if format == "json" {
                let document: serde_json::Value =
                    serde_json::from_slice(&output.stdout).expect("one document");
                assert!(document.is_object(), "{command:?}");
            }
        }
        let mut tzplan = Command::cargo_bin("tzplan").expect("the binary is built");
        tzplan.args(command).args(["--step", "7m"]).write_stdin(ROSTER).assert().code(2);
    }
}

#[test]
fn answers_as_one_table() {
    for (command, columns, code) in [
        (&["-"][..], 20, 0),
        (&["-", "--windows"], 3, 0),
        (&["-", "--quorum", "1"], 3, 0),
        (&["demo"], 20, 0),
        (&["year", "-"], 11, 0),
        (&["pairs", "-"], 24, 0),
        (&["pods", "-"], 9, 0),
        (&["agreement", "-"], 8, 0),
        (&["coverage", "-"], 4, 0),
        (&["coverage", "-", "--by", "team"], 5, 0),
        (&["fit", "-", "--zone", "Asia/Tokyo", "--hours", "9-17"], 18, 1),
        (&["regions", "-"], 17, 0),
        (&["meet", "-"], 21, 0),
        (&["check", "-"], 9, 0),
        (&["zones", "UTC"], 8, 0),
        (&["zones", "Nowhere/Land"], 8, 1),
        (&["zones"], 1, 0),
    ] {
        let mut tzplan = Command::cargo_bin("tzplan").expect("the binary is built");
        let output = tzplan.args(command).args(COMMON).args(["--format", "csv"]).write_stdin(ROSTER).output();
        let output = output.expect("it runs");
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*told), (Some(code), ""), "{command:?}");
        // Strict: a row of another length is an error.
        let mut reader = csv::Reader::from_reader(&*output.stdout);
        assert_eq!(reader.headers().expect("a header").len(), columns, "{command:?}");
        let rows = reader.into_records().collect::<Result<Vec<_>, _>>().expect("rows").len();
        assert!(rows > 0 || command[0] == "check", "{command:?}");
    }
}

#[test]
fn a_table_says_beside_it_what_it_has_no_place_for() {
    for command in [&["-"][..], &["year", "-"], &["pairs", "-"], &["coverage", "-"], &["meet", "-"]] {
        let mut tzplan = Command::cargo_bin("tzplan").expect("the binary is built");
        let line = ["--without", "Ana", "--format", "csv"];
        let output =
            tzplan.args(command).args(COMMON).args(line).write_stdin(ROSTER).output().expect("it runs");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains("a change was made to the roster before"), "{command:?}: {told}");
    }
}

/// A table has a row for every two people; JSON an entry for every two schedules.
#[test]
fn pairs_beyond_number_are_refused() {
    let alike: String = (0..2_001).map(|place| format!("P{place},UTC,9-17\n")).collect();
    let others: String =
        (0..2_001).map(|n| format!("P{n},UTC,{:02}:{:02}-18:00\n", n % 1_050 / 60, n % 60)).collect();
    let others = others.replace("18:00", "18:01").replacen("18:01", "18:00", 1_050);
    for (roster, format, refused) in [
        (&alike, "csv", Some("at most 2000 people")),
        (&alike, "json", None),
        (&others, "json", Some("at most 2000 different schedules")),
    ] {
        let mut tzplan = Command::cargo_bin("tzplan").expect("the binary is built");
        let line = ["pairs", "-", "--from", "2026-11-23", "--format", format];
        let ran = tzplan.args(line).write_stdin(format!("name,zone,hours\n{roster}")).output();
        let ran = ran.expect("it runs");
        let told = String::from_utf8_lossy(&ran.stderr);
        match refused {
            Some(why) => {
                assert!(told.contains(why) && ran.stdout.is_empty(), "{format}: {told}");
                assert_eq!(ran.status.code(), Some(2));
            }
            None => {
                assert_eq!(ran.status.code(), Some(0), "{format}: {told}");
                let document: serde_json::Value = serde_json::from_slice(&ran.stdout).expect("one document");
                assert_eq!(document["pairs"].as_array().map(Vec::len), Some(1), "two of one schedule");
            }
        }
    }
}

#[test]
fn the_example_in_other_forms_holds_the_example() {
    let init = |arguments: &[&str]| {
        let mut tzplan = Command::cargo_bin("tzplan").expect("the binary is built");
        tzplan.arg("init").args(arguments).output().expect("it runs").stdout
    };
    let document: serde_json::Value =
        serde_json::from_slice(&init(&["--format", "json"])).expect("one document");
    let example = String::from_utf8(init(&[])).expect("UTF-8");
    assert_eq!(
        String::from_utf8(init(&["--format", "markdown"])).expect("UTF-8"),
        format!("```text\n{example}```\n")
    );
    assert_eq!(init(&["--format", "csv"]), init(&[]));
    assert_eq!(document["schema"], 2);
    assert_eq!(document["roster"].as_str().map(str::as_bytes), Some(&*init(&[])));
}
