//! Settings made once for all: a table in the roster, `tzplan.toml`, environment variables; below flags, in
//! this order.

use crate::support::{Desk, Ran};
use serde_json::{Value, json};

const TOML: &str = "[tzplan]\ntarget = \"5h\"\n\n[[member]]\nname = \"Ana\"\nzone = \"America/Sao_Paulo\"\n\
                    [[member]]\nname = \"Ben\"\nzone = \"Europe/Berlin\"\n";

fn run(desk: &Desk, variables: &[(&str, &str)], line: &[&str]) -> Ran {
    let mut command = desk.command();
    command.envs(variables.iter().copied()).args(line).args(["--from", "2026-11-23"]);
    command.output().unwrap().into()
}

fn plan(desk: &Desk, variables: &[(&str, &str)], line: &[&str]) -> Value {
    run(desk, variables, &[line, &["--format", "json", "--quiet"]].concat()).answered().json()
}

fn target(document: &Value) -> &Value {
    &document["policy"]["target"]
}

#[test]
fn flags_come_before_the_roster_then_the_file_then_the_environment() {
    let desk = Desk::with("team.toml", TOML);
    let variable = [("TZPLAN_TARGET", "2h")];
    let by_variable = plan(&desk, &variable, &["three.csv"]);
    assert_eq!(target(&by_variable), 120);
    assert_eq!(
        by_variable["settings"],
        json!([{ "name": "target", "value": "2h", "from": "TZPLAN_TARGET" }])
    );
    desk.file("tzplan.toml", "# ours\ntarget = \"3h\"\n");
    let by_file = plan(&desk, &variable, &["three.csv"]);
    assert_eq!(target(&by_file), 180);
    assert_eq!(by_file["settings"], json!([{ "name": "target", "value": "3h", "from": "tzplan.toml" }]));
    let by_roster = plan(&desk, &variable, &["team.toml"]);
    assert_eq!(target(&by_roster), 300);
    assert_eq!(by_roster["settings"], json!([{ "name": "target", "value": "5h", "from": "team.toml" }]));
    let by_flag = plan(&desk, &variable, &["team.toml", "--target", "6h"]);
    assert_eq!((target(&by_flag), by_flag.get("settings")), (&json!(360), None));
}

#[test]
fn answers_say_which_settings_counted() {
    let desk = Desk::with("tzplan.toml", "target = \"3h\"\nhome = \"Europe/Berlin\"\nmax-shift = \"2h\"\n");
    let page = run(&desk, &[], &["three.csv"]).answered().out;
    assert!(
        page.contains("Settings           target 3h (tzplan.toml), home Europe/Berlin (tzplan.toml)\n"),
        "{page}"
    );
    assert!(page.contains("Berlin time"), "{page}");
    // Two hours are what holds anyway.
    assert!(!page.contains("max-shift"), "{page}");
    for command in ["year", "pairs", "pods", "coverage", "meet", "regions"] {
        let page = run(&desk, &[], &[command, "three.csv"]).out;
        assert_eq!(page.matches("target 3h (tzplan.toml)").count(), 1, "{command}: {page}");
    }
    for page in [
        &["report", "three.csv"][..],
        &["agreement", "three.csv", "--format", "html"],
        &["fit", "three.csv", "--zone", "Asia/Tokyo", "--format", "html"],
    ] {
        assert!(run(&desk, &[], page).out.contains("target 3h (tzplan.toml)"), "{page:?}");
    }
    assert!(!run(&Desk::new(), &[], &["three.csv"]).answered().out.contains("Settings"));
}

#[test]
fn the_nearest_file_beside_or_above_a_roster_counts() {
    let desk = Desk::with("teams/europe/team.csv", crate::support::THREE);
    desk.file("tzplan.toml", "weeks = 10\ntarget = \"3h\"\n");
    let above = plan(&desk, &[], &["teams/europe/team.csv"]);
    assert_eq!((target(&above), &above["horizon"]["days"]), (&json!(180), &json!(70)));
    desk.file("teams/tzplan.toml", "target = \"2h\"\n");
    let nearer = plan(&desk, &[], &["teams/europe/team.csv"]);
    assert_eq!((target(&nearer), &nearer["horizon"]["days"]), (&json!(120), &json!(364)));
    // Whoever has no file stands in the working directory.
    let hub = plan(&desk, &[], &["--against", "Europe/Berlin 9-17"]);
    assert_eq!(target(&hub), 180);
    let to = plan(&desk, &[], &["three.csv", "--to", "2026-12-07"]);
    assert_eq!(to["horizon"]["days"], 14);
}

#[test]
fn a_roster_on_standard_input_has_its_table_too() {
    let desk = Desk::new();
    let mut command = desk.command();
    command.args(["-", "--from", "2026-11-23", "--format", "json"]).env("TZPLAN_HOME", "Asia/Tokyo");
    let ran = Ran::from(command.write_stdin(TOML).output().unwrap());
    let document = ran.answered().json();
    assert_eq!((target(&document), &document["horizon"]["home"]), (&json!(300), &json!("Asia/Tokyo")));
    // `check` and `zones` plan the same dates.
    let zones = run(&desk, &[("TZPLAN_WEEKS", "2")], &["zones", "Europe/Berlin", "--format", "json"])
        .answered()
        .json();
    assert_eq!(zones["offsets"][0]["last"], "2026-12-06");
}

#[test]
fn what_is_wrong_names_file_line_key_and_value() {
    let desk = Desk::with(
        "tzplan.toml",
        "tarket = \"3h\"\n\nstep = \"7m\"\nweeks = 0\ncolour = \"red\"\nnight = true\n",
    );
    let ran = run(&desk, &[("TZPLAN_TARGT", "3h"), ("TZPLAN_OTHER", "x\u{1b}[2J")], &["three.csv"])
        .refused("tzplan.toml");
    for part in [
        "tzplan.toml:1: tarket = 3h: no setting has this name — did you mean target?",
        "tzplan.toml:3: step = 7m: ",
        "tzplan.toml:4: weeks = 0: write a number of weeks from 1 to 5217",
        "tzplan.toml:5: colour = red: no setting has this name; settings are home, weeks, target,",
        "tzplan.toml:6: night = true: ",
        "TZPLAN_TARGT = 3h: no setting has this name — did you mean TZPLAN_TARGET?",
        "TZPLAN_OTHER = x[2J: no setting has this name; unset it; settings are TZPLAN_HOME, TZPLAN_WEEKS, TZPLAN_TARGET,",
    ] {
        assert!(ran.err.contains(part), "no `{part}` in\n{}", ran.err);
    }
    desk.file("tzplan.toml", "target = \n");
    run(&desk, &[], &["three.csv"]).refused("tzplan.toml:1: this is not TOML");
    desk.file("tzplan.toml", "home = \"Banglore\"\n");
    run(&desk, &[], &["three.csv"]).refused("tzplan.toml:1: home = Banglore: unknown zone `Banglore`");
    // Nor does a flag.
    let by_flag = &["three.csv", "--home", "Europe/Berlin"];
    run(&desk, &[], by_flag).refused("tzplan.toml:1: home = Banglore: unknown zone");
    run(&Desk::new(), &[("TZPLAN_HOME", "Narnia")], by_flag)
        .refused("TZPLAN_HOME: home = Narnia: unknown zone");
    // A stronger setting does not hide a fault.
    desk.file("tzplan.toml", "target = \"soon\"\n");
    run(&desk, &[], &["three.csv", "--target", "3h"]).refused("tzplan.toml:1: target = soon: ");
    let own = Desk::with("team.toml", TOML.replace("5h", "5"));
    run(&own, &[], &["team.toml"]).refused("team.toml:2: target = 5: ");
}

/// Lines are those of the keys, whatever their order by name; of many faults the number is said.
#[test]
fn a_file_of_many_wrong_settings_is_said_in_few_lines() {
    let keys: String = (0..5000).rev().map(|key| format!("key_{key:04} = 1\n")).collect();
    let desk = Desk::with("tzplan.toml", keys);
    let ran = run(&desk, &[], &["three.csv"]).refused("tzplan.toml:1: key_4999 = 1: no setting");
    assert!(ran.err.contains("tzplan.toml:100: key_4900 = 1: no setting"), "{}", ran.err);
    assert!(ran.err.ends_with("tzplan: and 4900 more faults of this kind\n"), "{}", ran.err);
    desk.file("tzplan.toml", format!("target = \"3h\"\n#{}\n", "x".repeat(1 << 20)));
    run(&desk, &[], &["three.csv"]).refused("tzplan.toml: settings are at most 1 MiB long");
}

#[test]
fn a_check_and_a_place_say_theirs() {
    let desk = Desk::with("tzplan.toml", "target = \"3h\"\nweeks = 10\n");
    let page = run(&desk, &[], &["check", "three.csv"]).answered().out;
    assert!(page.contains("\n  settings: target 3h (tzplan.toml), weeks 10 (tzplan.toml)\n"), "{page}");
    let of = |line: &[&str]| run(&desk, &[], &[line, &["--format", "json"]].concat()).answered().json();
    let weeks = json!({ "name": "weeks", "value": "10", "from": "tzplan.toml" });
    let target = json!({ "name": "target", "value": "3h", "from": "tzplan.toml" });
    assert_eq!(of(&["check", "three.csv"])["settings"], json!([target, weeks]));
    // A place's offsets depend on the dates alone.
    let zone = of(&["zones", "Berlin"]);
    assert_eq!(zone["settings"], json!([weeks]));
    assert_eq!(zone["offsets"][0]["last"], "2027-01-31");
    let page = run(&desk, &[], &["zones", "Berlin"]).answered().out;
    assert!(page.ends_with("settings: weeks 10 (tzplan.toml)\n"), "{page}");
    let flag = of(&["zones", "Berlin", "--weeks", "5"]);
    assert_eq!(flag.get("settings"), None);
    let page = run(&desk, &[], &["check", "three.csv", "--format", "markdown"]).answered().out;
    assert!(page.contains("**Settings** target 3h (tzplan.toml), weeks 10"), "{page}");
}
