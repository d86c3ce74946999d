//! Headers whose clock may be one of several: the homes of those with hours tell which.

use crate::{hours, roster, with_code};

#[test]
fn homes_tell_which_clock_a_header_means() {
    let cases = [
        // All in India, under two columns; one on Israel's; the United Kingdom's summer time.
        (
            "name,zone,Shift start (IST),Shift end (IST)",
            ["A,Asia/Kolkata,9:30,18:30", "B,IN,10,19"],
            ["09:30-18:30 Mon-Fri", "10:00-19:00 Mon-Fri"],
        ),
        (
            "name,zone,days,hours (IST)",
            ["A,Asia/Jerusalem,Sun-Thu,9-17", "B,Asia/Tel_Aviv,Mon-Thu,8-16"],
            ["09:00-17:00 Sun-Thu", "08:00-16:00 Mon-Thu"],
        ),
        (
            "name,zone,Mon (IST),Tue (IST)",
            ["A,Asia/Kolkata,9-17,9-17", "B,Asia/Kolkata,,10-18"],
            ["09:00-17:00 Mon,Tue", "10:00-18:00 Tue"],
        ),
    ];
    for (header, rows, expected) in cases {
        let roster = roster(&format!("{header}\n{}\n", rows.join("\n")));
        assert!(roster.is_ok(), "{header}: {:?}", roster.diagnostics);
        assert_eq!(
            hours(&roster).into_iter().map(|(_, hours)| hours).collect::<Vec<_>>(),
            expected,
            "{header}"
        );
    }
}

#[test]
fn a_clock_that_homes_do_not_settle_is_refused_once() {
    let elsewhere = "A,Asia/Kolkata,9-17\nB,Europe/Berlin,13-21\nC,Europe/Berlin,14-22\n";
    let two_meanings = "A,Asia/Kolkata,9-17\nB,Asia/Jerusalem,9-17\n";
    for rows in [elsewhere, two_meanings] {
        let roster = roster(&format!("name,zone,hours (IST)\n{rows}"));
        let [found] = with_code(&roster, "unclear-clock")[..] else { panic!("{:?}", roster.diagnostics) };
        assert_eq!((found.row, found.column.as_deref()), (1, Some("hours (IST)")));
        assert!(found.help.contains("`hours (Asia/Kolkata)`"), "{}", found.help);
    }
    // Nobody has hours there: nothing is said.
    assert!(roster("name,zone,hours (IST)\nA,Europe/Berlin,\n").is_ok());
}

/// Words that are about hours only beside a clock.
#[test]
fn a_clock_makes_hours_of_what_is_available() {
    for header in [
        "Available (UTC)",
        "Available, UTC",
        "Verf\u{fc}gbar [UTC]",
        "Disponible (UTC)",
        "UTC available",
        "hoursUTC",
    ] {
        let quoted = format!("name,zone,\"{header}\"\nA,Europe/Lisbon,9-17\n");
        let found = roster(&quoted);
        assert!(found.is_ok(), "{header}: {:?}", found.diagnostics);
        assert_eq!(hours(&found), [("A".to_owned(), "09:00-17:00 Mon-Fri on UTC".to_owned())], "{header}");
    }
    // Whether somebody is there is not when.
    let found = roster("name,zone,Available (UTC)\nA,Europe/Lisbon,yes\n");
    assert_eq!(with_code(&found, "vague-column").len(), 1, "{:?}", found.diagnostics);
}
