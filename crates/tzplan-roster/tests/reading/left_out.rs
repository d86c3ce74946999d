//! Days that a cell takes out of others, pauses in hours, and words beside dates. Every hour is worked by
//! hand.

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Roster, read};

use crate::{assumed, first, hours, roster, with_code};

#[test]
fn hours_without_days_that_are_off() {
    for (cell, expected) in [
        ("9-17 except Fri", "09:00-17:00 Mon-Thu"),
        ("9-17 (Fri off)", "09:00-17:00 Mon-Thu"),
        ("\"9-17, not Wed\"", "09:00-17:00 Mon,Tue,Thu,Fri"),
        ("\"Mon-Sat 9-13, kein Samstag\"", "09:00-13:00 Mon-Fri"),
        ("9-5 ET except Fri", "09:00-17:00 Mon-Thu on America/New_York"),
    ] {
        assert_eq!(first(&format!("name,zone,hours\nAna,UTC,{cell}\n")), expected, "{cell}");
    }
    // The usual week is that of the country, and that of a column of days.
    assert_eq!(first("name,zone,hours\nDana,Asia/Jerusalem,9-17 except Thu\n"), "09:00-17:00 Sun-Wed");
    assert_eq!(first("name,zone,hours,days\nAna,UTC,9-17 except Thu,Mon-Thu\n"), "09:00-17:00 Mon-Wed");
    assert_eq!(roster("name,zone,hours\nAna,UTC,\"9-17, Mon, Wed off\"\n").diagnostics[0].code, "bad-hours");
}

#[test]
fn days_without_some_of_the_usual_ones() {
    let found = roster(
        "name,zone,hours,days\nAna,Europe/Berlin,9-17,Fri off\nDana,Asia/Jerusalem,9-17,no Thursdays\n",
    );
    let expected = [("Ana", "09:00-17:00 Mon-Thu"), ("Dana", "09:00-17:00 Sun-Wed")];
    assert_eq!(hours(&found), expected.map(|(name, hours)| (name.to_owned(), hours.to_owned())));
    let said = assumed(&found, "days-left");
    assert_eq!(said[0], ("`Fri off` is read as Mon-Thu".to_owned(), vec![2], 1));
    assert_eq!(said[1], ("`no Thursdays` is read as Sun-Wed".to_owned(), vec![3], 1));
    let all = roster("name,zone,days\nAna,UTC,all but Friday\n");
    assert!(all.diagnostics[0].message.contains("of five days or of seven"), "{:?}", all.diagnostics);
}

#[test]
fn pauses_are_taken_out_or_said() {
    assert_eq!(first("name,zone,hours\nAna,UTC,9-17 (lunch 12-13)\n"), "09:00-12:00,13:00-17:00 Mon-Fri");
    let found = roster("name,zone,hours\nAna,UTC,9-17 (1 hr lunch)\n");
    assert_eq!(hours(&found)[0].1, "09:00-17:00 Mon-Fri");
    let said = assumed(&found, "pause-without-times");
    assert_eq!(said[0].0, "`1 hr lunch` says no times and is left out of the hours");
}

#[test]
fn words_may_stand_beside_dates() {
    let off = |cell: &str| {
        let text = format!("name,zone,off\nAna,UTC,\"{cell}\"\n");
        let planned = Some(("2026-11-30".parse().unwrap(), "2027-11-29".parse().unwrap()));
        let options = ReadOptions { planned, ..ReadOptions::default() };
        let found: Roster = read("a.csv", text.as_bytes(), Tzdb::bundled(), &options).unwrap();
        assert!(found.is_ok(), "{cell}: {:?}", found.diagnostics);
        let member = found.team.member(0).unwrap();
        let dates = member.schedule().days_off();
        format!("{} {} {}", dates[0], dates[dates.len() - 1], dates.len())
    };
    for (cell, expected) in [
        ("PTO: Dec 24-31", "2026-12-24 2026-12-31 8"),
        ("Urlaub 24.12.-31.12.", "2026-12-24 2026-12-31 8"),
        ("24 Dec - 2 Jan (vacation)", "2026-12-24 2027-01-02 10"),
        ("отпуск с 24 по 31 декабря", "2026-12-24 2026-12-31 8"),
        ("24-31 Aralık", "2026-12-24 2026-12-31 8"),
        ("24th\u{2013}26th December", "2026-12-24 2026-12-26 3"),
        ("20261224", "2026-12-24 2026-12-24 1"),
    ] {
        assert_eq!(off(cell), expected, "{cell}");
    }
}

#[test]
fn weekdays_in_other_scripts_are_no_days_of_work_in_silence() {
    assert_eq!(
        first("氏名,勤務地,勤務時間,休日\n佐藤,東京,9:00-18:00,水日\n"),
        "09:00-18:00 Mon,Tue,Thu,Fri"
    );
    // A header that nobody knows is told.
    let unknown = roster("name,zone,hours,曜\nKim,Asia/Tokyo,9-18,水木\n");
    assert_eq!(with_code(&unknown, "unread-days").len(), 1, "{:?}", unknown.diagnostics);
}

#[test]
fn accounts_that_are_switched_off_are_told() {
    for (header, cell) in [("accountEnabled", "False"), ("Blocked", "yes"), ("Status", "Inaktiv")] {
        let found = roster(&format!("name,zone,{header}\nAna,UTC,{cell}\n"));
        assert_eq!(with_code(&found, "unread-status").len(), 1, "{header}: {:?}", found.diagnostics);
    }
}
