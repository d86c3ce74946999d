//! The library answers command lines from files in memory as the program answers them on a machine, byte for
//! byte, and reaches nothing else.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod support;

use std::path::Path;

use support::{Desk, THREE, YEAR};
use tzplan_cli::{Memory, Ran};

/// Every line is answered by the program, in a process of its own.
const IN_MEMORY: bool = false;

/// Rosters of every kind: right and wrong ones, in every format that is text, hostile ones.
fn rosters() -> Vec<(&'static str, Vec<u8>)> {
    let example = |name: &str| {
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)).unwrap()
    };
    let text = |name, text: &str| (name, text.as_bytes().to_vec());
    let many: String =
        (0..5_000).map(|row| format!("P{row},{}\n", ["Berlin", "Lima", "Nowhere"][row % 3])).collect();
    vec![
        text("three.csv", THREE),
        ("team.csv", example("team.csv")),
        ("world.csv", example("world.csv")),
        text("semicolons.csv", "Name;Standort;Arbeitszeit\nAna;São Paulo;9-17\nBen;Köln;8:30-17\n"),
        text("table.md", "| name | zone |\n|---|---|\n| [Ana](x) | Lisbon |\n| Ben | Tokyo |\n"),
        text(
            "team.json",
            r#"{"members":[{"name":"Ana","timezone":"Europe/Lisbon"},{"name":"Bo","tz":"PST"}]}"#,
        ),
        text("team.yaml", "- {name: Ana, zone: Lisbon, hours: 9-17}\n- {name: Ben, zone: Kathmandu}\n"),
        text("team.toml", "[tzplan]\ntarget = \"3h\"\n[[members]]\nname = \"Ana\"\nzone = \"Oslo\"\n"),
        text(
            "settings.toml",
            "[tzplan]\ntarget = \"3 bananas\"\n[[members]]\nname = \"Ana\"\nzone = \"Oslo\"\n",
        ),
        text("misspelt.csv", "name,zone\nAna,Banglore\nBen,Berln\n"),
        text("twins.csv", "name,zone\nAna,Portland\nBen,IST\n"),
        text(
            "half.csv",
            "name,zone,hours\nAna,UTC+5:30,22-06\nBen,Lord Howe Island,9-5\nKit,Casablanca,00-24\n",
        ),
        text(
            "hostile.csv",
            "name,zone\n<script>alert(1)</script>,Oslo\n=1+1,\"Rome\"\n\u{1b}[31mred,Paris\n",
        ),
        text("hostile zones.csv", "name,zone\nAna,<img src=x>\nBen,\u{202e}nilreB\n"),
        text("empty.csv", ""),
        text("heads.csv", "name,zone\n"),
        text("no-zone.csv", "name,hours\nAna,9-17\n"),
        ("latin1.csv", b"name,zone\nJos\xe9,M\xe1laga\n".to_vec()),
        ("noise.csv", [0xff, 0, 0x80, b'\n', 0x1b, b','].repeat(50)),
        ("many.csv", many.into_bytes()),
    ]
}

const LINES: [&[&str]; 9] = [
    &["plan"],
    &["plan", "--format", "json"],
    &["plan", "--format", "csv"],
    &["report"],
    &["agreement", "--format", "html"],
    &["meet", "--duration", "45m"],
    &["meet", "--ics"],
    &["check", "--format", "json"],
    &["fit", "--zone", "Lima", "--name", "Kim", "--format", "markdown"],
];

/// 9:30 on 23 November 2026 in Berlin.
fn memory() -> Memory {
    Memory::new("2026-11-23T08:30:00Z".parse().unwrap())
}

#[track_caller]
fn same(desk: &Desk, memory: &Memory, line: &[&str]) {
    let mut command = desk.command();
    command.env_clear().envs(&memory.variables).args(line);
    if let Some(input) = memory.files.get("-") {
        command.write_stdin(input.to_vec());
    }
    let output = command.output().unwrap();
    let Ran { code, out, err, .. } = memory.run([&["tzplan"], line].concat());
    let text = |octets: &[u8]| String::from_utf8(octets.to_vec()).unwrap();
    assert_eq!(text(&err), text(&output.stderr), "{line:?}");
    assert_eq!(text(&out), text(&output.stdout), "{line:?}");
    assert_eq!(Some(i32::from(code)), output.status.code(), "{line:?}");
}

#[test]
fn twenty_rosters_are_answered_as_the_program_answers_them() {
    let rosters = rosters();
    assert_eq!(rosters.len(), 20);
    let (desk, mut memory) = (Desk::new(), memory());
    memory.variables.insert("TZ".to_owned(), "Asia/Kolkata".to_owned());
    for (name, content) in rosters {
        desk.file(name, &content);
        memory.files.insert(name.to_owned(), content.into());
        for line in LINES {
            let (command, flags) = line.split_first().unwrap();
            same(&desk, &memory, &[&[*command, name], flags, &YEAR[..2]].concat());
        }
    }
}

#[test]
fn other_files_settings_and_mistakes_are_the_same_too() {
    let (desk, mut memory) = (Desk::new(), memory());
    for (name, content) in [
        ("three.csv", THREE),
        ("pool.csv", "name,zone\nKim,Seoul\nLea,Madrid\nBad,Atlantis\n"),
        (
            "leave.ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261224\r\n\
                       DTEND;VALUE=DATE:20270102\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        ),
        ("ledger.csv", "name,minutes\nAna,120\n"),
    ] {
        desk.file(name, content);
        memory.files.insert(name.to_owned(), content.as_bytes().into());
    }
    memory.files.insert("-".to_owned(), "name,zone\nSam,Accra\n".as_bytes().into());
    memory.variables.insert("TZPLAN_TARGET".to_owned(), "2h".to_owned());
    memory.variables.insert("TZ".to_owned(), ":/usr/share/zoneinfo/Europe/Rome".to_owned());
    memory.variables.insert("COLUMNS".to_owned(), "120".to_owned());
    for line in [
        "fit three.csv --candidates pool.csv",
        "fit three.csv --candidates pool.csv --skip-bad --format csv",
        "three.csv --off-ics Ana=leave.ics --holidays-ics ACME=leave.ics",
        "meet three.csv --rotate 4 --ledger ledger.csv --format csv",
        "three.csv --move Ben=Lima --without Ana --add Kim=Seoul,9-17",
        "regions three.csv --country BR --format json",
        "report three.csv --chart day",
        "three.csv --color always",
        "-",
        "- --quiet",
        "--version",
        "zones Portland",
        "three.csv --home Nowhere",
        "three.csv --require overlap --target 9h",
        "thre.csv",
        "met three.csv",
        "three.csv --traget 4h",
        "fit three.csv",
        "schema plan",
    ] {
        let mut line: Vec<&str> = line.split(' ').collect();
        if !matches!(line[0], "--version" | "zones" | "schema") {
            line.extend(&YEAR[..2]);
        }
        // The system's words for a missing file are its own.
        if line[0] == "thre.csv" {
            let ran = memory.run([&["tzplan"], &line[..]].concat());
            let message = "tzplan: cannot read thre.csv: there is no such file — did you mean three.csv?\n";
            assert_eq!((ran.code, String::from_utf8(ran.err).unwrap()), (2, message.to_owned()));
            continue;
        }
        same(&desk, &memory, &line);
    }
}

#[test]
fn the_clock_is_that_of_whoever_asks() {
    let mut memory = memory();
    memory.files.insert("three.csv".to_owned(), THREE.as_bytes().into());
    for (zone, from) in [("Europe/Berlin", "2026-11-23"), ("Pacific/Honolulu", "2026-11-22")] {
        memory.variables.insert("TZ".to_owned(), zone.to_owned());
        let ran = memory.run(["tzplan", "three.csv", "--format", "json"]);
        let plan: serde_json::Value = serde_json::from_slice(&ran.out).unwrap();
        assert_eq!((&plan["horizon"]["from"], &plan["horizon"]["home"]), (&from.into(), &zone.into()));
    }
}

#[test]
fn no_file_of_the_machine_is_read_or_written() {
    let desk = Desk::new();
    let at = |name: &str| desk.path().join(name).display().to_string();
    desk.file("tzplan.toml", "target = \"1h\"\n");
    let (there, new, folder) = (at("three.csv"), at("new"), at("."));
    let mut memory = memory();
    memory.files.insert("t.csv".to_owned(), THREE.as_bytes().into());
    let before = desk.names();
    for line in [
        vec![&*there],
        vec!["t.csv", "-o", &new],
        vec!["report", "t.csv", "-o", &new],
        vec!["init", "-o", &new],
        vec!["man", "-o", &folder],
        vec!["completions", "bash", "-o", &new],
        vec!["schema", "-o", &new],
        vec!["t.csv", "--tzdata", "/usr/share/zoneinfo"],
        vec!["t.csv", "--off-ics", &there],
        vec!["fit", "t.csv", "--candidates", &there],
        vec!["meet", "t.csv", "--rotate", "2", "--ledger", &there],
    ] {
        let ran = memory.run([&["tzplan"], &line[..]].concat());
        assert_eq!((ran.code, ran.out.len()), (2, 0), "{line:?}");
        let err = String::from_utf8(ran.err).unwrap();
        assert!(err.contains("there is no"), "{line:?}: {err}");
    }
    assert_eq!(desk.names(), before);
}
