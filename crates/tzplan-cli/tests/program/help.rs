//! Help and version.

use crate::support::{COMMANDS, Desk};

const RANGE: [&str; 4] = ["--from", "--to", "--weeks", "--home"];
const POLICY: [&str; 8] = [
    "--target",
    "--comfortable",
    "--max-shift",
    "--reasonable",
    "--night",
    "--grace-days",
    "--reply-within",
    "--step",
];
const WHAT_IF: [&str; 5] = ["What-if", "--move", "--hours-of", "--without", "--add"];
const OUTPUT: [&str; 5] = ["--format", "--output", "--color", "--quiet", "--tzdata"];
const ROSTER: [&str; 4] = ["--against", "--team", "--column", "--read-as"];

fn help(line: &[&str]) -> String {
    Desk::new().run(line).answered().out
}

#[track_caller]
fn mentions(page: &str, words: &[&[&str]]) {
    for word in words.concat() {
        assert!(page.contains(word), "no {word} in\n{page}");
    }
}

#[test]
fn the_main_help_names_every_command_and_flag_and_the_exit_codes() {
    for page in [help(&["--help"]), help(&["help"]), help(&["-h"])] {
        mentions(
            &page,
            &[&COMMANDS, &RANGE, &POLICY, &OUTPUT, &WHAT_IF, &["--windows", "--quorum", "Exit codes"]],
        );
    }
}

#[test]
fn each_command_names_its_flags() {
    for command in ["plan", "year", "pairs", "pods", "fit", "regions"] {
        mentions(&help(&[command, "--help"]), &[&RANGE, &POLICY, &OUTPUT, &WHAT_IF, &ROSTER]);
    }
    mentions(&help(&["coverage", "--help"]), &[&RANGE, &OUTPUT, &WHAT_IF, &ROSTER]);
    mentions(&help(&["plan", "--help"]), &[&["--require", "--windows", "--quorum"]]);
    mentions(
        &help(&["report", "--help"]),
        &[&RANGE, &POLICY, &WHAT_IF, &["--chart", "--with", "--title", "--output"]],
    );
    mentions(&help(&["pairs", "--help"]), &[&["--answered-by"]]);
    let candidate = ["--zone", "--hours", "--days", "--name", "--with", "Exit codes"];
    mentions(
        &help(&["fit", "--help"]),
        &[&candidate, &["--candidates", "--top", "--skip-bad", "--offsets", "--any"]],
    );
    mentions(
        &help(&["regions", "--help"]),
        &[&["--hours", "--days", "--with", "--country", "--offsets", "--any"]],
    );
    let meeting =
        ["--duration", "--days", "--anchor", "--required", "--quorum", "--once", "--top", "Exit codes"];
    let turns = ["--rotate", "--slots", "--ledger", "--ics", "--pick", "--title", "--keep-holidays"];
    mentions(&help(&["meet", "--help"]), &[&RANGE, &OUTPUT, &WHAT_IF, &ROSTER, &meeting, &turns]);
    mentions(&help(&["coverage", "--help"]), &[&["--by", "team", "role"]]);
    mentions(&help(&["zones", "--help"]), &[&RANGE, &OUTPUT]);
    mentions(&help(&["check", "--help"]), &[&OUTPUT]);
    mentions(&help(&["init", "--help"]), &[&["--output"]]);
    for command in COMMANDS {
        assert_eq!(help(&["help", command]), help(&[command, "--help"]));
    }
}

/// A threshold stands where an answer depends on it: slots on what is night, reasonable and the step alone.
#[test]
fn the_policy_stands_under_the_commands_that_it_touches() {
    let meet = ["--reasonable", "--night", "--step"];
    for (command, shown) in [("meet", &meet[..]), ("coverage", &[]), ("check", &[]), ("zones", &[])] {
        let page = help(&[command, "--help"]);
        for flag in POLICY {
            assert_eq!(page.contains(flag), shown.contains(&flag), "{command} {flag}");
        }
        // One line of flags does for every command all the same.
        assert_eq!(Desk::new().run(&[command, "--target", "soon"]).code, Some(2));
    }
}

#[test]
fn own_flags_come_first() {
    for (command, own) in [
        ("fit", &["--with", "--zone", "--candidates", "--offsets"][..]),
        ("regions", &["--country", "--all", "--offsets"]),
        ("meet", &["--duration", "--rotate", "--ics"]),
        ("coverage", &["--by", "--service"]),
        ("pairs", &["--answered-by"]),
        ("report", &["--chart", "--title"]),
        ("plan", &["--require", "--windows"]),
    ] {
        let page = help(&[command, "--help"]);
        let place = |flag: &str| page.find(&format!(" {flag} ")).unwrap_or_else(|| page.find(flag).unwrap());
        let shared = ["What-if:", "Planning range:", "Output:"].map(|heading| page.find(heading).unwrap());
        for flag in own {
            assert!(shared.iter().all(|shared| place(flag) < *shared), "{command} {flag}\n{page}");
        }
    }
}

#[test]
fn defaults_in_the_help_are_those_of_the_policy() {
    let page = help(&["--help"]);
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for default in [
        "needs [default: 4h]",
        "comfortable [default: 6h]",
        "favour [default: 2h]",
        "[default: 07:00-21:00]",
        "[default: 22:00-06:00]",
        "missed [default: 7]",
        "marked [default: 4h]",
        "[default: 15m]",
    ] {
        assert!(words.contains(default), "no `{default}` in\n{page}");
    }
}

#[test]
fn the_version_names_the_database() {
    let version = help(&["--version"]);
    let list = Desk::new().run(&["zones", "--format", "json"]).answered().json();
    let tzdb = list["tzdb"].as_str().unwrap();
    assert_eq!(
        version,
        format!("tzplan {} (tz database {tzdb}; places: GeoNames, CC BY 4.0)\n", env!("CARGO_PKG_VERSION"))
    );
    assert!(tzdb.starts_with("20"), "{tzdb}");
    assert_eq!(help(&["-V"]), version);
}
