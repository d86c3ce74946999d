//! Warnings accompany an answer and do not bury it; a device named by `-o` is written to, never replaced.

use crate::support::Desk;
use assert_cmd::Command;

fn tzplan() -> Command {
    Command::cargo_bin("tzplan").expect("the binary is built")
}

#[test]
fn warnings_of_one_kind_are_three_lines_at_most() {
    let rows: String = (0..10).map(|n| format!("P{n},UTC+{n}\n")).collect();
    let roster = format!("name,zone\n{rows}");
    let output =
        tzplan().args(["-", "--from", "2026-11-23", "--home", "UTC"]).write_stdin(roster.clone()).output();
    let stderr = String::from_utf8(output.expect("it runs").stderr).expect("text");
    assert_eq!(stderr.lines().count(), 3, "{stderr}");
    assert!(stderr.starts_with("warning[fixed-offset]: the offset `UTC+0` does not follow"), "{stderr}");
    assert!(stderr.contains(" (standard input:3:4)\n"), "{stderr}");
    assert!(stderr.ends_with("… and 8 more warning[fixed-offset], first in row 4\n"), "{stderr}");

    let output = tzplan().args(["check", "-"]).write_stdin(roster).output().expect("it runs");
    let stdout = String::from_utf8(output.stdout).expect("text");
    assert_eq!(stdout.matches("warning[fixed-offset]:").count(), 10, "check prints them all");
}

#[cfg(unix)]
#[test]
fn a_pipe_named_by_output_is_written_to() {
    use std::os::unix::fs::FileTypeExt;
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read_to_string(pipe).expect("what was written")
    });
    tzplan()
        .args(["zones", "Asia/Kolkata", "--from", "2026-11-23", "--home", "UTC", "-o"])
        .arg(&pipe)
        .assert()
        .success();
    assert!(reader.join().expect("the reader ends").contains("UTC+05:30"));
    assert!(std::fs::symlink_metadata(&pipe).expect("still there").file_type().is_fifo());
}

#[test]
fn a_dash_names_standard_output() {
    let here = tempfile::tempdir().expect("a folder");
    let output = tzplan().current_dir(here.path()).args(["init", "-o", "-"]).output().expect("it runs");
    assert!(output.status.success() && output.stdout.starts_with(b"# A roster"));
    let output = tzplan().current_dir(here.path()).args(["zones", "-o", "-"]).output().expect("it runs");
    assert!(output.status.success() && !output.stdout.is_empty());
    assert_eq!(std::fs::read_dir(here.path()).expect("the folder").count(), 0);
}

/// 500 characters, a comma, and the cell.
#[test]
fn places_of_faults_are_those_of_the_file() {
    let desk = Desk::with("wide.csv", format!("notes,zone\n{},Berln\n", "x".repeat(500)));
    let check = desk.run(&["check", "wide.csv"]).out;
    assert!(check.contains(" --> wide.csv:2:502\n"), "{check}");
    assert!(check.contains("x,Berln\n") && check.contains(" ^^^^^\n"), "{check}");
    desk.file("one.json", format!("[{{\"notes\":\"{}\",\"zone\":\"Berln\"}}]", "x".repeat(500)));
    let check = desk.run(&["check", "one.json"]).out;
    // [{"notes":" are 11 characters, ","zone": are 9.
    assert!(check.contains(" --> one.json:1:521, [0].zone\n"), "{check}");
}

#[test]
fn columns_that_are_not_read_are_named_and_joined_labels_shown() {
    let desk = Desk::with("c.csv", "name,city,state,office,site\nAna,Portland,Maine,,\n");
    let check = desk.run(&["check", "c.csv"]).answered().out;
    assert!(check.contains("`Portland, Maine` is read as America/New_York (city), 1 row"), "{check}");
    assert!(check.contains("columns not used: site\n"), "{check}");
}
