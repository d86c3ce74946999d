//! Flags on either side of a command, near misses, and flags that every command has: `--team`, `--quiet`;
//! `--require`.

use crate::support::{ANALYSES, Desk, THREE, YEAR};
use serde_json::json;

const TEAMS: &str = "name,zone,team\nAna Lima,America/Sao_Paulo,Core\nBen,Europe/Berlin,Core\nAna Costa,Asia/Tokyo,Support\n\
                     Kei,Asia/Tokyo,Support\nZoë,Europe/London,\n";

#[test]
fn flags_stand_before_or_behind_a_command() {
    let desk = Desk::new();
    for command in ["year", "pairs", "pods", "coverage", "regions", "plan"] {
        let behind = desk.run(&[&[command, "three.csv"], &YEAR[..]].concat()).answered();
        assert_eq!(desk.run(&[&YEAR[..], &[command, "three.csv"]].concat()), behind, "{command}");
    }
    let behind = desk.year(&["fit"], "three.csv", &["--zone", "Europe/Lisbon"]).answered();
    let before = [&["--zone", "Europe/Lisbon", "-o", "-"][..], &YEAR, &["fit", "three.csv"]].concat();
    assert_eq!(desk.run(&before), behind);
    assert_eq!(desk.year(&["plan"], "three.csv", &[]), desk.year(&[], "three.csv", &[]));
    // The roster, too.
    assert_eq!(desk.run(&[&["three.csv", "fit", "--zone", "Europe/Lisbon"], &YEAR[..]].concat()), behind);
    let named = [&["three.csv"], &YEAR[..], &["pairs"]].concat();
    assert_eq!(desk.run(&named), desk.year(&["pairs"], "three.csv", &[]));
    assert_eq!(desk.run(&["--help", "fit"]), desk.run(&["fit", "--help"]));
}

#[test]
fn a_misspelt_command_or_file_gets_the_near_one() {
    let desk = Desk::new();
    desk.run(&["met", "three.csv"]).refused("there is no command 'met' — did you mean meet?");
    desk.run(&["--home", "UTC", "piars", "three.csv"])
        .refused("there is no command 'piars' — did you mean pairs?");
    desk.run(&["met"]).refused("did you mean the command meet?");
    desk.run(&["trhee.csv"]).refused("did you mean three.csv?");
    desk.run(&["fit", "./thre.csv", "--zone", "UTC"]).refused("did you mean ./three.csv?");
    desk.run(&["meet", "three.csv", "--ledger", "thre.csv", "--rotate", "2"])
        .refused("did you mean three.csv?");
    let far = desk.run(&["elsewhere.csv"]).refused("cannot read elsewhere.csv");
    assert!(!far.err.contains("did you mean"), "{}", far.err);
    desk.run(&["three.csv", "three.csv"]).refused("name a command and one roster");
}

#[test]
fn a_first_name_is_enough_where_one_person_has_it() {
    let desk = Desk::with(
        "crew.csv",
        "name,zone\nAna Lima,UTC\nBen Li,UTC\nBen Ode,UTC\nBenno,UTC\nEva-Maria Roth,UTC\n",
    );
    let without = |name: &str| desk.json(&[], "crew.csv", &["--without", name])["changes"][0]["name"].clone();
    assert_eq!(
        [without("Ana"), without("ana"), without("eva-maria"), without("Benno")].to_vec(),
        ["Ana Lima", "Ana Lima", "Eva-Maria Roth", "Benno"]
    );
    let several = "`ben` is the first name of 2 people; write the whole name: Ben Li or Ben Ode";
    desk.year(&[], "crew.csv", &["--optional", "ben"]).refused(several);
    desk.year(&["fit"], "crew.csv", &["--zone", "UTC", "--with", "Ben"])
        .refused("the first name of 2 people");
    // A beginning of a word is no name.
    desk.year(&[], "crew.csv", &["--without", "An"]).refused("nobody is called `An`");
}

#[test]
fn a_team_is_planned_alone() {
    let desk = Desk::with("teams.csv", TEAMS);
    for command in ANALYSES.into_iter().chain([&["plan"][..], &["meet"]]) {
        let alone = desk.year(command, "teams.csv", &["--team", "core", "--format", "json"]).json();
        assert_eq!(alone["changes"], json!([{ "kind": "teams", "names": ["Core"] }]), "{command:?}");
    }
    let names = |flags: &[&str]| {
        let members = desk.json(&[], "teams.csv", flags)["members"].as_array().unwrap().clone();
        members.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&["--team", "Core"]), ["Ana Lima", "Ben"]);
    assert_eq!(names(&["--team", "Support", "--team", "Core"]), ["Ana Lima", "Ben", "Ana Costa", "Kei"]);
    assert_eq!(names(&["--team", "Support", "--without", "Kei"]), ["Ana Costa"]);
    assert_eq!(names(&["--team", "Core", "--add", "Dee=UTC"]), ["Ana Lima", "Ben", "Dee"]);
    // A row of the file stays that row.
    let fit = ["--team", "Support", "--zone", "Asia/Seoul", "--with", "#5"];
    let only = desk.year(&["fit"], "teams.csv", &[&fit[..], &["--format", "json"]].concat()).json();
    assert_eq!(only["changes"][1], json!({ "kind": "only", "required": [{ "name": "Kei" }] }));
    let page = desk.year(&[], "teams.csv", &["--team", "Core", "--team", "Support"]).out;
    assert!(page.contains("only people of Core and Support"), "{page}");
    desk.year(&[], "teams.csv", &["--team", "Cora"])
        .refused("nobody has the team `Cora` — did you mean Core?");
    desk.year(&[], "teams.csv", &["--team", "Sales"])
        .refused("nobody has the team `Sales`; there is Core and Support");
    desk.year(&[], "teams.csv", &["--team", "Core", "--without", "Kei"])
        .refused("in no team that --team names");
    desk.year(&[], "three.csv", &["--team", "Core"]).refused("nobody has a team");
}

/// Of the example everyone shares three hours in summer, four with half an hour asked of two; with Tokyo it
/// is in pods.
#[test]
fn a_verdict_that_is_worse_than_required_is_a_no() {
    let desk = Desk::new();
    let code = |required: &str, more: &[&str]| {
        let ran = desk.year(&[], "three.csv", &[&["--require", required][..], more].concat());
        assert!(ran.out.contains("three.csv"), "{}", ran.err);
        (ran.code, ran.err)
    };
    let no =
        (Some(1), "tzplan: the verdict is overlap-with-shifts, worse than --require overlap\n".to_owned());
    assert_eq!(code("overlap", &[]), no);
    let yes = (Some(0), String::new());
    assert_eq!(code("overlap-with-shifts", &[]), yes);
    assert_eq!(code("hybrid", &[]), yes);
    assert_eq!(code("overlap", &["--target", "3h"]), yes);
    let tokyo = ["--add", "Keiko=Asia/Tokyo"];
    assert_eq!(code("overlap-with-shifts", &tokyo).0, Some(1));
    assert_eq!(code("hybrid", &tokyo), yes);
    desk.year(&[], "three.csv", &["--require", "async"]).refused("--require");
}

#[test]
fn quiet_leaves_only_what_stops_an_answer() {
    let desk = Desk::with("warned.csv", "name,zone\nAna,UTC+5:30\n");
    assert!(!desk.year(&[], "warned.csv", &[]).err.is_empty());
    for command in ANALYSES {
        desk.year(command, "warned.csv", &["--quiet"]).answered();
    }
    desk.year(&[], "warned.csv", &["--quiet", "--hours-of", "Ana=9-5", "--format", "csv"]).answered();
    desk.year(&["report"], "warned.csv", &["--quiet", "--chart", "day"]).answered();
    let no = desk.year(&[], "three.csv", &["--quiet", "--require", "overlap"]);
    assert_eq!((no.code, no.err.as_str()), (Some(1), ""));
    desk.year(&[], "nobody.csv", &["--quiet"]).refused("cannot read nobody.csv");
    let bad = Desk::with("bad.csv", "name,zone\nAna,Nowhere/Land\n");
    bad.year(&[], "bad.csv", &["--quiet"]).refused("Nowhere/Land");
}

/// What stands beside a place may be meant as hours: a flag passes over none of it.
#[test]
fn a_flag_drops_nothing_beside_a_place() {
    let desk = Desk::with("r.csv", THREE);
    for value in ["Bob=Lima 9", "Bob=Lima,9", "Bob=Lima,full time", "Bob=Lima, part time"] {
        desk.year(&[], "r.csv", &["--add", value]).refused("write hours as in `Lima 14-22`, or leave it out");
    }
    desk.year(&[], "r.csv", &["--move", "Ben=Lima, half days"])
        .refused("`half days` is no place that is known");
    desk.year(&["fit"], "r.csv", &["--zone", "Lima, mornings"]).refused("--zone");
    desk.json(&[], "r.csv", &["--add", "Bob=Lima, Peru"]);
}
