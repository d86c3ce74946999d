//! What `-o FILE` does to the file, to its links, to what the run reads, and what it leaves behind.
#![cfg(unix)]
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::support::{Desk, THREE, YEAR, unprivileged};
use assert_cmd::cargo::cargo_bin;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

/// A command line for a shell, so that umask, redirections and signals are those of a user.
fn shell(desk: &Desk, line: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(desk.path()).env("tzplan", cargo_bin("tzplan")).env("TZ", "UTC");
    command
}

#[test]
fn a_new_file_gets_the_permissions_that_a_redirection_would_give_it() {
    let desk = Desk::new();
    for umask in ["022", "027", "077"] {
        let line = format!("umask {umask}; $tzplan three.csv -o answer; $tzplan three.csv > redirected");
        assert!(shell(&desk, &line).status().unwrap().success());
        let [answer, redirected] = ["answer", "redirected"].map(|name| desk.path().join(name));
        assert_eq!(mode(&answer), mode(&redirected), "umask {umask}");
        fs::remove_file(answer).unwrap();
        fs::remove_file(redirected).unwrap();
    }
}

#[test]
fn a_file_keeps_its_permissions() {
    let desk = Desk::with("answer", "old");
    let answer = desk.path().join("answer");
    for kept in [0o600, 0o640, 0o664, 0o755] {
        fs::set_permissions(&answer, Permissions::from_mode(kept)).unwrap();
        desk.year(&[], "three.csv", &["-o", "answer"]).answered();
        assert_eq!(mode(&answer), kept);
        assert!(desk.read("answer").starts_with("three.csv"));
    }
}

#[test]
fn links_are_followed_and_hard_links_stay_one_file() {
    let desk = Desk::with("folder/answer", "old");
    let at = |name: &str| desk.path().join(name);
    fs::set_permissions(at("folder/answer"), Permissions::from_mode(0o600)).unwrap();
    symlink("folder/answer", at("link")).unwrap();
    symlink("folder/new", at("dangling")).unwrap();
    symlink("circle", at("circle")).unwrap();
    fs::hard_link(at("folder/answer"), at("other name")).unwrap();
    let inode = fs::metadata(at("folder/answer")).unwrap().ino();

    desk.year(&[], "three.csv", &["-o", "link"]).answered();
    assert!(fs::symlink_metadata(at("link")).unwrap().is_symlink());
    assert!(desk.read("folder/answer").starts_with("three.csv"));
    assert_eq!(desk.read("other name"), desk.read("folder/answer"));
    assert_eq!((fs::metadata(at("other name")).unwrap().ino(), mode(&at("other name"))), (inode, 0o600));
    // A shorter answer leaves nothing of a longer one.
    desk.run(&["zones", "Europe/Berlin", "--from", "2026-11-23", "-o", "link"]).answered();
    assert_eq!(
        desk.read("link"),
        desk.run(&["zones", "Europe/Berlin", "--from", "2026-11-23"]).answered().out
    );

    desk.year(&[], "three.csv", &["-o", "dangling"]).answered();
    assert!(fs::symlink_metadata(at("dangling")).unwrap().is_symlink());
    assert!(desk.read("folder/new").starts_with("three.csv"));
    desk.year(&[], "three.csv", &["-o", "circle"]).refused("cannot write circle");
    assert_eq!(fs::read_dir(at("folder")).unwrap().count(), 2, "no drafts");
}

#[test]
fn nothing_that_the_run_reads_is_written_over() {
    let leave = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n\
                 DTSTART;VALUE=DATE:20270104\r\nDTEND;VALUE=DATE:20270105\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let desk = Desk::with("leave.ics", leave);
    let at = |name: &str| desk.path().join(name);
    desk.file("ledger.csv", "name,minutes\nAna,30\n");
    desk.file("pool.csv", THREE);
    desk.file("tzplan.toml", "target = \"3h\"\n");
    fs::hard_link(at("three.csv"), at("same.csv")).unwrap();
    symlink("leave.ics", at("link.ics")).unwrap();
    let before = ["leave.ics", "ledger.csv", "pool.csv", "three.csv"].map(|name| desk.read(name));
    for line in [
        &["three.csv", "--off-ics", "Ana=leave.ics", "-o", "leave.ics"][..],
        &["three.csv", "--off-ics", "Ana=leave.ics", "-o", "link.ics"],
        &["three.csv", "--off-ics", "Ana=link.ics", "-o", "leave.ics"],
        &["three.csv", "--holidays-ics", "ACME=leave.ics", "-o", "leave.ics"],
        &["three.csv", "-o", "same.csv"],
        &["same.csv", "-o", "./three.csv"],
        &["report", "three.csv", "-o", "same.csv"],
        &["check", "three.csv", "-o", "same.csv"],
        &["fit", "three.csv", "--candidates", "pool.csv", "-o", "pool.csv"],
        &["meet", "three.csv", "--rotate", "4", "--ledger", "ledger.csv", "-o", "ledger.csv"],
        &["three.csv", "-o", "tzplan.toml"],
    ] {
        desk.run(&[line, &YEAR].concat()).refused("which is read");
    }
    let ran = shell(&desk, "$tzplan - -o three.csv < three.csv").output().unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!(["leave.ics", "ledger.csv", "pool.csv", "three.csv"].map(|name| desk.read(name)), before);
    assert!(desk.names().iter().all(|name| !name.starts_with(".tzplan-")), "{:?}", desk.names());
}

#[test]
fn a_file_in_a_folder_that_takes_no_new_ones_is_filled() {
    let desk = Desk::new();
    let allow = |name: &str, mode| {
        fs::set_permissions(desk.path().join(name), Permissions::from_mode(mode)).unwrap();
    };
    desk.file("folder/answer", "old");
    allow("folder/answer", 0o666);
    allow("folder", 0o555);
    let written = unprivileged(&desk, "three.csv -o folder/answer");
    let new = unprivileged(&desk, "three.csv -o folder/new");
    allow("folder/answer", 0o444);
    let locked = unprivileged(&desk, "three.csv -o folder/answer");
    allow("folder", 0o755);
    written.answered();
    assert!(desk.read("folder/answer").starts_with("three.csv"));
    new.refused("cannot write folder/new");
    locked.refused("cannot write folder/answer");
}

#[test]
fn an_interrupted_run_leaves_no_draft() {
    // A test that was started with `nohup` cannot send it.
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).map(str::trim);
    let has_terminal = ignored.is_some_and(|mask| u64::from_str_radix(mask, 16).unwrap() & 1 == 0);
    for signal in ["INT", "QUIT", "TERM"].into_iter().chain(has_terminal.then_some("HUP")) {
        let desk = Desk::with("answer", "old");
        // The roster never comes: the program waits with its draft made.
        let mut program = Command::new(cargo_bin("tzplan"));
        program.args(["-", "-o", "answer"]).current_dir(desk.path()).stdin(Stdio::piped());
        let mut running = program.spawn().unwrap();
        let _held = running.stdin.take();
        let drafts = || desk.names().iter().filter(|name| name.starts_with(".tzplan-")).count();
        while drafts() == 0 {
            assert!(running.try_wait().unwrap().is_none(), "it ended before");
            sleep(Duration::from_millis(2));
        }
        let sent = Command::new("kill").args(["-s", signal, &running.id().to_string()]).status().unwrap();
        assert!(sent.success());
        let ended = running.wait().unwrap();
        assert_eq!(ended.code(), None, "it ends by the signal, as it would without a draft");
        assert_eq!((drafts(), desk.read("answer").as_str()), (0, "old"), "SIG{signal}");
    }
}
