//! Columns that say something the other way round, or twice: `optional`, days that are not worked, a field of
//! two columns.

#![cfg(feature = "places")]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use tzplan::{Attendance, Tzdb};
use tzplan_roster::{ReadOptions, Roster, read};

fn of(text: &str) -> Roster {
    read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap()
}

fn attendance(text: &str) -> Vec<Attendance> {
    let roster = of(text);
    assert!(roster.is_ok(), "{text}: {:?}", roster.diagnostics);
    roster.team.members().map(tzplan::MemberRef::attendance).collect()
}

#[test]
fn optional_is_the_opposite_of_required() {
    use Attendance::{Optional, Required, Unmarked};
    for (header, yes, no) in [
        ("optional", "yes", "no"),
        ("Optional?", "x", "0"),
        ("Is optional", "TRUE", "false"),
        ("Facultatif", "oui", "non"),
        ("opcional", "sí", "no"),
        ("Optional", "ja", "nein"),
    ] {
        let text = format!("name,zone,{header}\nAna,UTC,{yes}\nBo,UTC,{no}\nCy,UTC,\n");
        assert_eq!(attendance(&text), [Optional, Required, Unmarked], "{header}");
    }
    assert_eq!(attendance("name,zone,obligatoire\nAna,UTC,oui\nBo,UTC,non\n"), [Required, Optional]);
    assert_eq!(attendance("name,zone,optional\nAna,UTC,optional\nBo,UTC,required\n"), [Optional, Required]);
    assert_eq!(
        attendance("name,zone,required,optional\nAna,UTC,yes,\nBo,UTC,,yes\nCy,UTC,yes,no\n"),
        [Required, Optional, Required]
    );
    let both = of("name,zone,required,optional\nAna,UTC,yes,yes\n");
    assert_eq!((both.diagnostics[0].code, both.is_ok()), ("attendance-conflict", false));
    let neither = of("name,zone,optional\nAna,UTC,perhaps\n");
    assert_eq!((neither.diagnostics[0].code, neither.is_ok()), ("bad-required", false));
}

#[test]
fn days_that_are_not_worked_are_not_advised_as_those_that_are() {
    for header in ["Not available", "Nicht im Büro"] {
        let roster = of(&format!("name,zone,hours,{header}\nAna,UTC,9-17,Fri\nBo,UTC,9-17,Mon\n"));
        let found = roster.diagnostics.iter().find(|found| found.code == "unread-days").unwrap();
        assert!(found.message.contains("on which nobody works"), "{}", found.message);
        assert!(!found.help.contains("--column"), "{}", found.help);
    }
    let roster = of("name,zone,hours,Presence\nAna,UTC,9-17,Fri\n");
    let found = roster.diagnostics.iter().find(|found| found.code == "unread-days").unwrap();
    assert!(found.help.contains("--column days='Presence'"), "{}", found.help);
}

#[test]
fn two_columns_named_for_one_field_are_refused() {
    let named = |columns: &[&str]| {
        let columns = columns.iter().map(|column| column.parse().unwrap()).collect();
        let options = ReadOptions { columns, ..ReadOptions::default() };
        read("team.csv", "name,zone,A,B\nAna,UTC,9-17,10-18\n".as_bytes(), Tzdb::bundled(), &options).unwrap()
    };
    let twice = named(&["hours=A", "hours=B"]);
    assert_eq!((twice.diagnostics[0].code, twice.is_ok()), ("column-named-twice", false));
    assert!(!named(&["hours=A", "hours=none"]).is_ok());
    assert!(named(&["hours=A", "hours=A"]).is_ok() && named(&["hours=B"]).is_ok());
}

#[test]
fn bare_hours_of_afternoons_are_read_behind_every_separator() {
    for cells in [
        "hours\nAna,UTC,9-12;1-5",
        "hours\nAna,UTC,\"Mon-Fri 9-12, Mon-Fri 1-5\"",
        "start,end\nAna,UTC,9;1,12;5",
    ] {
        let roster = of(&format!("name,zone,{cells}\n"));
        assert!(roster.is_ok(), "{cells}: {:?}", roster.diagnostics);
        let member = roster.team.members().next().unwrap();
        let hours = member.schedule().posts()[0].hours().to_string();
        assert_eq!(hours, "09:00-12:00,13:00-17:00 Mon-Fri", "{cells}");
        assert_eq!(&*roster.assumptions[0].message, "`1-5` is read as 13:00-17:00", "{cells}");
    }
    let night = of("name,zone,hours\nAna,UTC,1-5\n");
    assert_eq!(night.assumptions[0].code, "bare-hours");
    assert_eq!(&*night.assumptions[0].message, "`1-5` is read as 01:00-05:00");
}

/// The warnings about columns that are not read.
fn warned(text: &str) -> Vec<(&'static str, String)> {
    let roster = of(text);
    assert!(roster.is_ok(), "{text}: {:?}", roster.diagnostics);
    let warnings = roster.diagnostics.into_iter().filter(|found| found.code.starts_with("unread-"));
    warnings.map(|found| (found.code, found.message.to_string())).collect()
}

#[test]
fn days_off_pauses_and_people_who_left_are_said_where_they_are_not_read() {
    for header in ["Vacation start", "leave_until", "Next PTO", "Urlaub von", "VacationFrom"] {
        let found = warned(&format!("name,zone,hours,{header}\nAna,UTC,9-17,2026-12-24\n"));
        let message = format!("`{header}` is about days off, but is not read: nobody is off for it");
        assert_eq!(found, [("unread-days-off", message)], "{header}");
    }
    let found = warned("name,zone,hours,Observed holidays 2027\nAna,UTC,9-17,Germany\n");
    assert_eq!(found[0].0, "unread-days-off");
    // Numbers of days, and answers of yes and no, are no days off.
    assert_eq!(warned("name,zone,hours,Vacation days left,Works on holidays\nAna,UTC,9-17,25,yes\n"), []);
    assert_eq!(warned("name,zone,hours,Lunch\nAna,UTC,9-18,13-14\n")[0].0, "unread-pause");
    assert_eq!(warned("name,zone,hours,Lunch\nAna,UTC,9-18,1h\n"), []);
    let found = warned("name,zone,hours,Employment status\nAna,UTC,9-18,Active\nBo,UTC,9-18,Terminated\n");
    let message = "`Employment status` is not read: Bo (Terminated) counts as part of the team";
    assert_eq!(found, [("unread-status", message.to_owned())]);
}

#[test]
fn second_hours_are_said_where_they_are_not_read() {
    for (columns, cells, unread) in [
        ("hours,hours 2", "9-12,13-17", "hours 2"),
        ("start,end,start2,end2", "9:00,12:00,13:00,17:00", "start2"),
        ("start,end,Second start,Second end", "9,12,13:00,17:00", "Second start"),
        ("hours,Night shift", "9-12,22-6", "Night shift"),
    ] {
        let found = warned(&format!("name,zone,{columns}\nAna,UTC,{cells}\n"));
        let message = format!("`{unread}` looks like more hours, but is not read");
        assert_eq!(found[0], ("unread-hours", message), "{columns}");
    }
    let found = warned("name,zone,morning,afternoon\nAna,UTC,9-12,13-17\n");
    assert_eq!(found.iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["unread-hours"; 2]);
    assert_eq!(warned("name,zone,hours,Start date,Hours a week\nAna,UTC,9-17,2026-01-05,40\n"), []);
}

#[test]
fn letters_side_by_side_are_weekdays() {
    let week = |header: &str, cells: &str| {
        let roster = of(&format!("name,zone,hours,{header}\nAna,UTC,9-17,{cells}\n"));
        assert!(roster.is_ok(), "{header}: {:?}", roster.diagnostics);
        let member = roster.team.members().next().unwrap();
        member.schedule().posts()[0].hours().to_string()
    };
    for (header, cells, days) in [
        ("M,T,W,T,F,S,S", "x,x,,,x,,", "09:00-17:00 Mon,Tue,Fri"),
        ("M,T,W,T,F", "x,,x,x,", "09:00-17:00 Mon,Wed,Thu"),
        ("M,Tu,W,Th,F", "x,x,,,x", "09:00-17:00 Mon,Tue,Fri"),
        ("S,M,T,W,T,F,S", "x,x,x,x,x,,", "09:00-17:00 Sun-Thu"),
        ("M,D,M,D,F", "x,,,x,", "09:00-17:00 Mon,Thu"),
        ("L,M,X,J,V", ",x,,x,", "09:00-17:00 Tue,Thu"),
    ] {
        assert_eq!(week(header, cells), days, "{header}");
    }
    // Fewer letters are something else.
    assert_eq!(week("M,T,W", "x,x,"), "09:00-17:00 Mon-Fri");
}

#[test]
fn the_clock_of_a_header_counts_where_the_column_is_named() {
    for header in ["Desk (UTC)", "hours (UTC)", "Desk - UTC", "desk_utc", "Desk in UTC"] {
        let options = ReadOptions {
            columns: vec![format!("hours={header}").parse().unwrap()],
            ..ReadOptions::default()
        };
        let text = format!("name,zone,{header}\nAna,Asia/Tokyo,0-8\n");
        let roster = read("team.csv", text.as_bytes(), Tzdb::bundled(), &options).unwrap();
        assert!(roster.is_ok(), "{header}: {:?}", roster.diagnostics);
        let member = roster.team.members().next().unwrap();
        let clock = member.schedule().posts()[0].hours_on().map(|zone| zone.name().to_string());
        assert_eq!(clock.as_deref(), Some("UTC"), "{header}");
    }
}

#[test]
fn hours_that_overlap_are_said() {
    for cells in ["hours\nAna,UTC,9-17/10-18", "hours\nAna,UTC,9-17; 10-18", "start,end\nAna,UTC,9;10,17;18"]
    {
        let roster = of(&format!("name,zone,{cells}\n"));
        assert!(roster.is_ok(), "{cells}: {:?}", roster.diagnostics);
        let said: Vec<(&str, &str)> =
            roster.assumptions.iter().map(|one| (one.code, &*one.message)).collect();
        let message = "09:00-17:00 and 10:00-18:00 overlap, and are read as one stretch";
        assert_eq!(said, [("overlapping-hours", message)], "{cells}");
    }
    assert!(of("name,zone,hours\nAna,UTC,\"9-12,12-17\"\n").assumptions.is_empty());
}
