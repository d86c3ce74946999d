//! `-o FILE`: written whole or not at all, and nothing else is written.

use crate::support::{ANALYSES, Desk, YEAR};

#[test]
fn what_would_go_to_standard_output_goes_to_the_file() {
    let desk = Desk::new();
    for command in ANALYSES {
        for format in ["text", "json"] {
            let printed = desk.year(command, "three.csv", &["--format", format]).answered();
            for flag in ["-o", "--output"] {
                let silent =
                    desk.year(command, "three.csv", &["--format", format, flag, "answer"]).answered();
                assert_eq!(
                    (silent.out.as_str(), desk.read("answer")),
                    ("", printed.out.clone()),
                    "{command:?}"
                );
            }
        }
    }
    assert_eq!(desk.names(), ["answer", "three.csv"]);
}

#[test]
fn other_commands_write_files_too() {
    let desk = Desk::new();
    for line in [&["check", "three.csv"][..], &["zones"], &["zones", "Europe/Berlin", "--from", "2026-11-23"]]
    {
        let printed = desk.run(line).answered().out;
        assert_eq!(desk.run(&[line, &["-o", "answer"]].concat()).answered().out, "");
        assert_eq!(desk.read("answer"), printed, "{line:?}");
    }
}

#[test]
fn an_existing_file_is_replaced_by_an_answer() {
    let desk = Desk::with("answer", "old");
    desk.year(&[], "three.csv", &["-o", "answer"]).answered();
    assert!(desk.read("answer").starts_with("three.csv"));
}

#[test]
fn a_failing_run_leaves_the_file_as_it_was() {
    let desk = Desk::with("answer", "old");
    desk.file("bad.csv", "name,zone\nAna,Nowhere/Land\n");
    for line in [
        &["missing.csv"][..],
        &["bad.csv"],
        &["three.csv", "--step", "7m"],
        &["three.csv", "--home", "Nowhere/Land"],
        &["three.csv", "--tzdata", "nowhere"],
        &["three.csv", "--from", "2026-11-23", "--to", "2026-11-23"],
        &["year", "bad.csv"],
        &["coverage", "bad.csv"],
    ] {
        for name in ["answer", "new"] {
            let ran = desk.run(&[line, &["-o", name]].concat());
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{line:?}");
        }
        assert_eq!(desk.read("answer"), "old");
        assert_eq!(desk.names(), ["answer", "bad.csv", "three.csv"], "{line:?}");
    }
}

#[test]
fn a_no_is_an_answer_and_is_written() {
    let desk = Desk::with("bad.csv", "name,zone\nAna,Nowhere/Land\n");
    let ran = desk.run(&["check", "bad.csv", "-o", "answer"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(desk.read("answer").contains("unknown-zone"));
}

#[test]
fn a_place_that_cannot_be_written_is_refused_by_the_name_that_was_given() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path().join("folder")).unwrap();
    for command in ANALYSES {
        for place in ["missing/answer", "folder", "three.csv/answer"] {
            let ran =
                desk.year(command, "three.csv", &["-o", place]).refused(&format!("cannot write {place}"));
            assert!(!ran.err.contains(".tzplan-"), "{}", ran.err);
        }
    }
    assert_eq!(desk.names(), ["folder", "three.csv"]);
    assert!(std::fs::read_dir(desk.path().join("folder")).unwrap().next().is_none());
}

#[test]
fn the_target_is_opened_before_the_work_starts() {
    // The roster has faults, but the place is worse.
    let desk = Desk::with("bad.csv", "name,zone\nAna,Nowhere/Land\n");
    let ran = desk.run(&[&["bad.csv", "-o", "missing/answer"], &YEAR[..]].concat());
    let ran = ran.refused("cannot write missing/answer");
    assert!(!ran.err.contains("unknown-zone"), "{}", ran.err);
}

#[test]
fn a_roster_is_not_replaced_by_its_own_answer() {
    let desk = Desk::new();
    desk.year(&[], "three.csv", &["-o", "three.csv"]).refused("three.csv, which is read");
    desk.year(&["regions"], "three.csv", &["-o", "./three.csv"]).refused("name another file");
    assert_eq!(desk.read("three.csv"), crate::support::THREE);
}

#[test]
fn files_have_no_colour_unless_asked_for() {
    let desk = Desk::new();
    desk.year(&[], "three.csv", &["-o", "plain"]).answered();
    desk.year(&[], "three.csv", &["-o", "coloured", "--color", "always"]).answered();
    assert!(!desk.read("plain").contains('\u{1b}'));
    assert!(desk.read("coloured").contains('\u{1b}'));
}

#[test]
fn init_writes_a_roster_that_can_be_planned() {
    let desk = Desk::new();
    let printed = desk.run(&["init"]).answered().out;
    desk.run(&["init", "-o", "team.csv"]).answered();
    assert_eq!(desk.read("team.csv"), printed);
    desk.run(&["check", "team.csv"]).answered();
    desk.year(&[], "team.csv", &[]).answered();
}

#[test]
fn init_never_overwrites() {
    let desk = Desk::with("team.csv", "mine");
    desk.run(&["init", "-o", "team.csv"]).refused("cannot write team.csv");
    assert_eq!(desk.read("team.csv"), "mine");
    desk.run(&["init", "-o", "missing/team.csv"]).refused("cannot write missing/team.csv");
}

#[test]
#[cfg(unix)]
fn init_does_not_write_through_a_link() {
    let desk = Desk::with("mine.csv", "mine");
    for (target, link) in [("mine.csv", "team.csv"), ("nothing.csv", "dangling.csv")] {
        std::os::unix::fs::symlink(desk.path().join(target), desk.path().join(link)).unwrap();
        desk.run(&["init", "-o", link]).refused("cannot write");
    }
    assert_eq!(desk.read("mine.csv"), "mine");
    assert!(!desk.path().join("nothing.csv").exists());
}
