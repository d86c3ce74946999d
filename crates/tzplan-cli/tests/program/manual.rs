//! `tzplan completions` and `tzplan man`: what a shell and a manual reader make of them.

#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::io::Write;
use std::process::{Command, Stdio};

use crate::support::{COMMANDS, Desk};

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// Whether a program is there; a test that needs it says so where it is not.
fn is_installed(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if found.is_err() {
        eprintln!("skipped: {program} is not installed");
    }
    found.is_ok()
}

#[test]
fn every_shell_has_a_script_with_every_command() {
    let desk = Desk::new();
    for shell in SHELLS {
        let script = desk.run(&["completions", shell]).answered().out;
        assert!(COMMANDS.iter().all(|command| script.contains(command)), "{shell}");
        desk.run(&["completions", shell, "-o", "script"]).answered();
        assert_eq!(desk.read("script"), script);
    }
    desk.run(&["completions", "tcsh"]).refused("possible values");
    desk.run(&["completions"]).refused("SHELL");
}

#[test]
fn bash_reads_the_script_and_completes() {
    if !is_installed("bash") {
        return;
    }
    let desk = Desk::new();
    desk.run(&["completions", "bash", "-o", "tzplan.bash"]).answered();
    let bash = |arguments: &[&str]| {
        let output = Command::new("bash").args(arguments).current_dir(desk.path()).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && told.is_empty(), "{told}");
        String::from_utf8(output.stdout).unwrap()
    };
    bash(&["-n", "tzplan.bash"]);
    // What bash does when the tab key is hit: the words of the line, and which one the cursor is in.
    let complete = |line: &str| {
        let last = line.split(' ').count() - 1;
        let script = format!(
            "source ./tzplan.bash\nCOMP_WORDS=({line}{}); COMP_CWORD={last}\n_tzplan tzplan \"${{COMP_WORDS[$COMP_CWORD]}}\" \
             \"${{COMP_WORDS[$((COMP_CWORD - 1))]}}\"\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\ncomplete -p tzplan >/dev/null",
            if line.ends_with(' ') { "''" } else { "" }
        );
        bash(&["--norc", "-c", &script]).lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(complete("tzplan me"), ["meet"]);
    assert_eq!(complete("tzplan c"), ["coverage", "check", "completions"]);
    assert_eq!(complete("tzplan meet --dur"), ["--duration"]);
    assert_eq!(complete("tzplan year --format m"), ["markdown"]);
    assert_eq!(complete("tzplan schema pa"), ["pairs"]);
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let desk = Desk::new();
    let whole = desk.run(&["man"]).answered().out;
    std::fs::create_dir(desk.path().join("man")).unwrap();
    desk.run(&["man", "-o", "man"]).answered();
    let pages: Vec<String> = ["tzplan.1".to_owned()]
        .into_iter()
        .chain(COMMANDS.map(|command| format!("tzplan-{command}.1")))
        .collect();
    let joined: String = pages.iter().map(|page| desk.read(&format!("man/{page}"))).collect();
    assert_eq!(joined, whole);
    let mut written: Vec<_> =
        std::fs::read_dir(desk.path().join("man")).unwrap().map(|e| e.unwrap().file_name()).collect();
    written.sort();
    let mut expected = pages.clone();
    expected.sort();
    assert_eq!(written, expected.iter().map(std::ffi::OsString::from).collect::<Vec<_>>());
    for words in [".TH tzplan", "Exit codes", "tzplan\\-meet(1)", ".TH tzplan-fit"] {
        assert!(whole.contains(words), "no {words}");
    }
    desk.run(&["man", "-o", "nowhere"]).refused("cannot write");
}

#[test]
fn groff_sets_the_manual_without_a_warning() {
    if !is_installed("groff") {
        return;
    }
    let whole = Desk::new().run(&["man"]).answered().out;
    let mut groff = Command::new("groff");
    groff
        .args(["-man", "-Kutf8", "-Tutf8", "-P-cbou", "-ww"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut groff = groff.spawn().unwrap();
    let mut input = groff.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || input.write_all(whole.as_bytes()).unwrap());
    let output = groff.wait_with_output().unwrap();
    feeder.join().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let page = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(page.contains("--reply-within") && page.contains("SUBCOMMANDS"), "{page}");
}
