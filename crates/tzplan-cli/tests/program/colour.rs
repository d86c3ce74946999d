//! Colour and width: asked for, or guessed from where the output goes; marks made in colour are made in text
//! too.

use crate::support::{Desk, YEAR};

const ESC: char = '\u{1b}';

/// The plan of three in some environment.
fn page(variables: &[(&str, &str)], more: &[&str]) -> String {
    let desk = Desk::new();
    let mut command = desk.command();
    command.arg("three.csv").args(YEAR).args(more).envs(variables.iter().copied());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).unwrap()
}

/// Without colour sequences, which are the only ones there may be.
fn plain(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut plain = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (codes, rest) = piece.split_once('m').expect("a colour sequence");
        assert!(codes.bytes().all(|b| b.is_ascii_digit() || b == b';'), "{codes:?}");
        plain.push_str(rest);
    }
    plain
}

fn widest(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap_or(0)
}

#[test]
fn a_pipe_has_no_colour() {
    for color in [&[][..], &["--color", "auto"], &["--color", "never"]] {
        assert!(!page(&[("TERM", "xterm-256color")], color).contains(ESC), "{color:?}");
    }
}

#[test]
fn always_is_always_and_changes_nothing_but_colour() {
    let never = page(&[], &["--color", "never"]);
    for variables in [&[][..], &[("NO_COLOR", "1")], &[("TERM", "dumb")]] {
        let always = page(variables, &["--color", "always"]);
        assert!(always.contains(ESC));
        assert_eq!(plain(&always), never, "{variables:?}");
    }
}

#[test]
fn no_color_and_dumb_terminals_are_respected() {
    let forced = ("CLICOLOR_FORCE", "1");
    assert!(page(&[forced], &[]).contains(ESC), "forced colour in a pipe");
    assert!(!page(&[("NO_COLOR", "1")], &[]).contains(ESC));
    assert!(!page(&[("TERM", "dumb")], &[]).contains(ESC));
    assert!(!page(&[forced], &["--color", "never"]).contains(ESC));
}

#[test]
fn json_is_never_coloured() {
    let json = page(&[("CLICOLOR_FORCE", "1")], &["--color", "always", "--format", "json"]);
    assert!(!json.contains(ESC));
}

#[test]
fn faults_follow_the_flag_on_standard_error_too() {
    let desk = Desk::with("bad.csv", "name,zone\nAna,Nowhere/Land\n");
    let fault = |color: &str| desk.run(&["bad.csv", "--color", color]).refused("unknown-zone").err;
    assert!(fault("always").contains(ESC));
    assert!(!fault("never").contains(ESC) && !fault("auto").contains(ESC));
    assert_eq!(plain(&fault("always")), fault("never"));
}

#[test]
fn pages_fit_the_columns_there_are() {
    let usual = page(&[], &[]);
    assert!(widest(&usual) <= 80, "{usual}");
    for (columns, most) in [("60", 60), ("120", 120), ("200", 200), ("1", 60), ("100000", 400)] {
        let page = page(&[("COLUMNS", columns)], &[]);
        assert!(widest(&page) <= most, "{columns} columns:\n{page}");
    }
    for nonsense in ["", "-5", "wide", "99999999999999999999"] {
        assert_eq!(page(&[("COLUMNS", nonsense)], &[]), usual, "{nonsense}");
    }
    assert!(widest(&page(&[("COLUMNS", "120")], &[])) > 80);
}
