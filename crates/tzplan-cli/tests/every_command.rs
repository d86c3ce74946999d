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
        &["coverage", "-"],
        &["fit", "-", "--zone", "Europe/London"],
        &["regions", "-"],
        &["meet", "-"],
        &["check", "-"],
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
fn csv_is_for_lists_of_candidates_and_regions() {
    for (command, code) in
        [(&["regions", "-"][..], 0), (&["-"], 2), (&["year", "-"], 2), (&["check", "-"], 2)]
    {
        let mut tzplan = Command::cargo_bin("tzplan").expect("the binary is built");
        tzplan.args(command).args(["--format", "csv"]).write_stdin(ROSTER).assert().code(code);
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
    assert_eq!(document["schema"], 1);
    assert_eq!(document["roster"].as_str().map(str::as_bytes), Some(&*init(&[])));
}
