//! Strings that steer terminals, in every place a stranger can put one: cells, headers, file names, the line.

use std::process::Stdio;

use crate::support::{ANALYSES, Desk, Ran, THREE, YEAR};

/// An escape sequence, a window title, C1 controls, bells, overrides of direction, a carriage return.
const NASTY: &str =
    "\u{1b}[31mEve\u{1b}]0;title\u{7}\u{9b}2J\u{90}q\u{9c}\u{8}\u{7f}\u{202e}gnp.exe\u{2066}\u{feff}\rX";

/// A run in which colour is forced: what strips sequences from pipes lets everything pass.
fn forced(desk: &Desk, line: &[&str], input: &str) -> Ran {
    let mut command = desk.command();
    command.args(line).env("CLICOLOR_FORCE", "1").env("TERM", "xterm").write_stdin(input);
    command.output().unwrap().into()
}

/// Its own colours aside, nothing steers the terminal.
#[track_caller]
fn clean_but_coloured(ran: Ran) -> Ran {
    let strip = |text: &str| {
        let mut plain = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("\u{1b}[") {
            plain.push_str(before);
            match after.split_once('m') {
                Some((codes, after)) if codes.bytes().all(|b| b.is_ascii_digit() || b == b';') => {
                    rest = after;
                }
                _ => {
                    plain.push_str("\u{1b}[");
                    rest = after;
                }
            }
        }
        plain + rest
    };
    Ran { out: strip(&ran.out), err: strip(&ran.err), ..ran }.checked_clean();
    ran
}

#[test]
fn in_names_labels_headers_and_unknown_columns() {
    let roster = format!(
        "name,zone,team,role,{NASTY}\n\"{NASTY}\",Europe/Berlin,\"{NASTY}\",\"{NASTY}\",\"{NASTY}\"\n\
         Ben,Asia/Tokyo,{{}},,\n\"{NASTY}\",America/Lima,\"{NASTY}\",\"{NASTY}\",\n"
    )
    .replace("gnp.exe\u{2066}\u{feff}\rX\n", "gnp.exe\n");
    let desk = Desk::with("r.csv", &roster);
    let groups: [&[&str]; 2] = [&["coverage", "--by", "team"], &["coverage", "--by", "role"]];
    let check: &[&str] = &["check"];
    for command in ANALYSES.into_iter().chain(groups).chain([check]) {
        for format in ["text", "markdown", "csv", "json"] {
            let line = [command, &["r.csv", "--format", format]].concat();
            let line = if command == check { line } else { [line, YEAR.to_vec()].concat() };
            let ran = desk.run(&[&line[..], &["--color", "never"]].concat()).checked_clean();
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{line:?}");
            // Escaped is not gone: nothing is left to decode.
            assert!(!ran.out.contains("\\u001b") && !ran.out.contains("\\u009b"), "{line:?}");
            clean_but_coloured(forced(&desk, &[&line[..], &["--color", "always"]].concat(), ""));
        }
    }
}

#[test]
fn in_every_cell_that_can_be_wrong() {
    let columns = ["zone", "hours", "start", "end", "days", "required", "holidays", "off", "email"];
    for column in columns {
        let zone = if column == "zone" { "" } else { ",zone" };
        let place = if column == "zone" { "" } else { ",Europe/Berlin" };
        let desk = Desk::with("r.csv", format!("name,{column}{zone}\n{NASTY},\"{NASTY}\"{place}\n"));
        for line in [&["check", "r.csv"][..], &["check", "r.csv", "--format", "json"], &["r.csv"]] {
            desk.run(line).checked_clean();
            clean_but_coloured(forced(&desk, &[line, &["--color", "always"]].concat(), ""));
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn in_the_name_of_the_file() {
    let name = "\u{1b}[31mroster\u{1b}]0;x\u{7}\u{9b}2J\n\u{202e}.csv";
    let desk = Desk::with(name, THREE);
    desk.file(&format!("bad{name}"), "name,zone\nAna,Nowhere/Land\n");
    let check: &[&str] = &["check"];
    for command in ANALYSES.into_iter().chain([check]) {
        for roster in [name.to_owned(), format!("bad{name}"), format!("missing{name}")] {
            for format in ["text", "markdown", "csv", "json"] {
                let line = [command, &[roster.as_str(), "--format", format]].concat();
                desk.run(&line).checked_clean();
                clean_but_coloured(forced(&desk, &line, ""));
            }
        }
    }
}

/// Each alone, for what is cleaned only beside another is not cleaned.
#[test]
fn one_mark_in_the_line() {
    let desk = Desk::new();
    for mark in ['\u{202e}', '\u{202a}', '\u{2066}', '\u{2069}', '\u{feff}', '\u{e0041}', '\u{9b}', '\u{7}'] {
        let word = format!("2026-11{mark}-23");
        for line in [
            &["three.csv", "--from", &word][..],
            &["three.csv", "--format", &word],
            &["three.csv", &format!("--{word}")],
            &["year", "three.csv", &word],
            &["three.csv", "--target", &word],
            &["fit", "three.csv", "--zone", &word],
            &["three.csv", "--home", &word],
            &["three.csv", "--tzdata", &word],
            &["three.csv", "-o", &format!("{word}/answer")],
        ] {
            clean_but_coloured(forced(&desk, line, ""));
            assert_eq!(desk.run(line).checked_clean().code, Some(2), "{line:?}");
        }
    }
}

#[test]
fn in_the_line() {
    let desk = Desk::new();
    for line in [
        &[NASTY][..],
        &["three.csv", NASTY],
        &["year", NASTY],
        &["three.csv", "--from", NASTY],
        &["three.csv", "--home", NASTY],
        &["three.csv", "--target", NASTY],
        &["three.csv", "--night", NASTY],
        &["three.csv", "--quorum", NASTY],
        &["three.csv", "--format", NASTY],
        &["three.csv", "--tzdata", NASTY],
        &["three.csv", "-o", "\u{1b}[31m\u{9b}/answer"],
        &["init", "-o", "\u{1b}[31m\u{9b}/answer"],
        &["three.csv", "--\u{1b}[31m"],
        &["zones", NASTY],
        &["zones", NASTY, "--format", "json"],
        &["zones", NASTY, "--format", "markdown"],
        &["zones", "--tzdata", NASTY],
    ] {
        let ran = clean_but_coloured(forced(&desk, line, ""));
        assert!(ran.code == Some(2) || line[0] == "zones" && ran.code == Some(1), "{line:?}: {:?}", ran.code);
        desk.run(line).checked_clean();
    }
    assert_eq!(desk.names(), ["three.csv"]);
}

#[test]
fn in_what_if_flags_and_the_names_they_find() {
    let roster =
        format!("name,zone,role\n\"{NASTY}\",Europe/Berlin,\"{NASTY}\"\n\"{NASTY}\",UTC,\nBen,Asia/Tokyo,\n");
    let desk = Desk::with("r.csv", roster.replace('\r', " "));
    let (zone, hours) = (format!("{NASTY}=UTC+1"), format!("#2={NASTY}"));
    let added = format!("{NASTY}=Asia/Tokyo,9-5");
    let (role, no_role) = (format!("role={}", NASTY.replace('\r', " ")), format!("role={NASTY}!"));
    for (more, code) in [
        // The name is found as it was read, without what steers; two have it.
        (&["--move", &zone][..], 2),
        (&["--without", NASTY], 2),
        (&["--hours-of", &hours], 2),
        (&["--move", "Evx=UTC", "--move", NASTY], 2),
        // #3 has the name still.
        (&["--without", "#2", "--add", &added], 2),
        (&["--without", "#2", "--without", "#3", "--add", &added], 0),
        (&["--move", "#2=UTC-3", "--hours-of", "#3=22-6"], 0),
        (&["--without", "#2", "--move", &zone], 2),
        (&["--answered-by", &role], 0),
        (&["--answered-by", &no_role, "--answered-by", NASTY], 2),
        (&["--answered-by", "#2"], 0),
    ] {
        for format in ["text", "markdown", "csv", "json"] {
            let line = [&["pairs", "r.csv", "--format", format], &YEAR[..], more].concat();
            let ran = desk.run(&line).checked_clean();
            assert_eq!(ran.code, Some(code), "{more:?}: {}", ran.err);
            assert!(!ran.out.contains("\\u001b") && !ran.out.contains("\\u009b"), "{more:?}");
            clean_but_coloured(forced(&desk, &[&line[..], &["--color", "always"]].concat(), ""));
        }
    }
}

/// A value of a hundred thousand letters is repeated in part, whatever says that it is wrong.
#[test]
fn long_values_fill_no_screen() {
    let desk = Desk::new();
    let long = "9".repeat(100_000);
    desk.file("tzplan.toml", format!("target = \"{long}\"\n"));
    for line in [
        vec!["three.csv", "--target", &long],
        vec!["three.csv", "--night", &long],
        vec!["three.csv", "--require", &long],
        vec!["three.csv", "--home", &long],
        vec!["three.csv", "--without", &long],
        vec!["three.csv", &long],
        vec![&long, "three.csv"],
        vec!["three.csv"],
    ] {
        let ran = desk.run(&line);
        assert!(ran.code == Some(2) && (20..9000).contains(&ran.err.len()), "{}: {}", ran.err.len(), ran.err);
    }
}

#[test]
fn in_standard_input() {
    let desk = Desk::new();
    let ran = forced(&desk, &["-", "--color", "always"], &format!("name,zone\n{NASTY},{NASTY}\n"));
    clean_but_coloured(ran);
}

#[test]
#[cfg(unix)]
fn words_that_are_not_even_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let word = OsStr::from_bytes(b"\x9b31m\xff\xfe");
    for line in
        [&[word][..], &[OsStr::new("three.csv"), OsStr::new("--home"), word], &[OsStr::new("zones"), word]]
    {
        let child = std::process::Command::new(assert_cmd::cargo::cargo_bin("tzplan"))
            .args(line)
            .current_dir(desk.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let ran = Ran::from(child).checked_clean();
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{line:?}");
    }
}

#[test]
fn right_to_left_names_stay_in_their_place() {
    let desk = Desk::with(
        "r.csv",
        "name,hours,zone\nשלום אברהם,Mon-Fri 9-17,Asia/Jerusalem\nمحمد,Mon-Fri 9-17,Africa/Cairo\nBen,,Europe/London\n",
    );
    let page = desk.year(&[], "r.csv", &[]).answered().out;
    // Each in an isolate of its own.
    assert_eq!(page.matches('\u{2068}').count(), page.matches('\u{2069}').count());
    assert!(page.contains("\u{2068}שלום אברהם\u{2069}"), "{page}");
    assert_eq!(desk.json(&[], "r.csv", &[])["members"][1]["name"], "محمد");
}
