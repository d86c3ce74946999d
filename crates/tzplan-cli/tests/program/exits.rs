//! Exit codes and streams: 0 answered, 1 the answer is no, 2 could not answer; data on standard output only.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use crate::support::{ANALYSES, Desk, THREE, YEAR};

/// Every command that takes a roster.
fn readers() -> Vec<&'static [&'static str]> {
    let check: &[&str] = &["check"];
    ANALYSES.into_iter().chain([check]).collect()
}

#[test]
fn answers_are_zero_with_nothing_on_standard_error() {
    let desk = Desk::new();
    for command in ANALYSES {
        for format in ["text", "json"] {
            let ran = desk.year(command, "three.csv", &["--format", format]).answered();
            assert!(!ran.out.is_empty(), "{command:?} {format}");
        }
    }
    for line in [&["check", "three.csv"][..], &["zones"], &["zones", "Europe/Berlin"], &["init"]] {
        assert!(!desk.run(line).answered().out.is_empty(), "{line:?}");
    }
}

#[test]
fn a_no_is_one() {
    let desk = Desk::with("bad.csv", "name,zone\nAna,Nowhere/Land\n");
    for line in [&["check", "bad.csv"][..], &["zones", "Nowhere/Land"], &["zones", "IST"]] {
        let ran = desk.run(line);
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{line:?}");
        assert!(!ran.out.is_empty(), "{line:?}");
    }
}

#[test]
fn a_warning_is_no_fault() {
    let desk = Desk::with("warned.csv", "name,zone\nAna,UTC+5:30\n");
    assert_eq!(desk.run(&["check", "warned.csv"]).answered().code, Some(0));
    let ran = desk.year(&[], "warned.csv", &["--format", "json"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("warning") && !ran.out.contains("warning"), "{}", ran.err);
    ran.json();
}

#[test]
fn rosters_that_cannot_be_planned_are_two() {
    let desk = Desk::with("bad.csv", "name,zone\nAna,Nowhere/Land\nBen,Nowhere/Else\n");
    desk.file("empty.csv", "");
    desk.file("header.csv", "name,zone\n");
    for command in ANALYSES {
        for format in ["text", "json"] {
            let more = ["--format", format];
            desk.year(command, "bad.csv", &more).refused("bad.csv has 2 faults; nothing was planned");
            desk.year(command, "empty.csv", &more).refused("error[empty-file]");
            desk.year(command, "header.csv", &more).refused("error[no-rows]");
        }
    }
}

#[test]
fn files_that_cannot_be_read_are_two() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path().join("folder.csv")).unwrap();
    for command in readers() {
        for (roster, reason) in [("missing.csv", "cannot read missing.csv"), ("folder.csv", "it is a folder")]
        {
            desk.run(&[command, &[roster]].concat()).refused(reason);
        }
    }
}

#[test]
#[cfg(unix)]
fn a_file_without_permission_is_two() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let path = desk.file("private.csv", THREE);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    crate::support::unprivileged(&desk, "private.csv").refused("cannot read private.csv");
}

#[test]
fn a_line_that_makes_no_sense_is_two_with_usage_on_standard_error() {
    let desk = Desk::new();
    for line in [
        &[][..],
        &["year"],
        &["coverage", "three.csv", "--by", "shoe-size"],
        &["three.csv", "--no-such-flag"],
        &["three.csv", "--format", "yaml"],
        &["three.csv", "four.csv"],
        &["year", "three.csv", "three.csv"],
        &["init", "three.csv"],
    ] {
        let ran = desk.run(line);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{line:?}");
        assert!(ran.err.contains("Usage") || ran.err.contains("--help"), "{line:?}: {}", ran.err);
    }
}

#[test]
fn a_command_that_does_not_exist_is_not_said_to_be_a_roster() {
    let ran =
        Desk::new().run(&["yaer", "three.csv"]).refused("there is no command 'yaer' — did you mean year?");
    assert!(!ran.err.contains("the subcommand 'three.csv'"), "{}", ran.err);
}

#[test]
fn a_dash_is_standard_input() {
    let desk = Desk::new();
    for command in readers() {
        let line = [command, &["-", "--format", "json"]].concat();
        let line = if command == ["check"] { line } else { [line, YEAR.to_vec()].concat() };
        let piped = desk.command().args(&line).write_stdin(THREE).output().unwrap();
        assert_eq!(piped.status.code(), Some(0), "{line:?}");
        let named: Vec<&str> =
            line.iter().map(|word| if *word == "-" { "three.csv" } else { word }).collect();
        let named = desk.run(&named).out.replace("three.csv", "standard input");
        assert_eq!(String::from_utf8(piped.stdout).unwrap(), named, "{line:?}");
    }
    let nothing = desk.command().arg("-").write_stdin("").output().unwrap();
    assert_eq!(nothing.status.code(), Some(2));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let desk = Desk::new();
    // Long enough to fill any pipe: 5,217 weeks of windows.
    let line = ["three.csv", "--windows", "--format", "json", "--from", "2000-01-01", "--weeks", "5217"];
    for line in [&line[..], &["zones"]] {
        let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("tzplan"))
            .args(line)
            .current_dir(desk.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0_u8; 16];
        BufReader::with_capacity(16, child.stdout.take().unwrap()).read_exact(&mut first).unwrap();
        let mut said = String::new();
        BufReader::new(child.stderr.take().unwrap()).read_line(&mut said).unwrap();
        assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""), "{line:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_two() {
    let desk = Desk::new();
    for line in [
        &["three.csv"][..],
        &["zones"],
        &["init"],
        &["check", "three.csv"],
        &["--help"],
        &["--version"],
        &["meet", "--help"],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let child = std::process::Command::new(assert_cmd::cargo::cargo_bin("tzplan"))
            .args(line)
            .current_dir(desk.path())
            .stdout(full)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(child.status.code(), Some(2), "{line:?}");
        assert!(String::from_utf8_lossy(&child.stderr).contains("cannot write"), "{line:?}");
    }
}

#[test]
fn the_same_input_gives_the_same_output() {
    let desk = Desk::new();
    for command in ANALYSES {
        for format in ["text", "json"] {
            let run = || desk.year(command, "three.csv", &["--format", format]);
            assert_eq!(run(), run(), "{command:?} {format}");
        }
    }
}
