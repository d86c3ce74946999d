//! Hours on another clock than that of the place.

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Severity, read};

use crate::{assumed, first, roster};

#[test]
fn hours_on_another_clock() {
    let cases = [
        ("name,zone,hours (UTC)", "A,America/New_York,14-22", "14:00-22:00 Mon-Fri on UTC"),
        ("name,zone,Working hours [GMT]", "A,Asia/Tokyo,9-17", "09:00-17:00 Mon-Fri on UTC"),
        ("name,zone,start_utc,end_utc", "A,America/New_York,14:00,22:00", "14:00-22:00 Mon-Fri on UTC"),
        (
            "name,zone,Start (JST),End (JST)",
            "A,Europe/Berlin,10:00,18:00",
            "10:00-18:00 Mon-Fri on Asia/Tokyo",
        ),
        ("name,zone,Hours (ET)", "A,Europe/Lisbon,9-5", "09:00-17:00 Mon-Fri on America/New_York"),
        ("name,zone,hours", "A,America/Denver,14:00-22:00 UTC", "14:00-22:00 Mon-Fri on UTC"),
        ("name,zone,hours", "A,Europe/Paris,Mon-Thu 9am-5pm ET", "09:00-17:00 Mon-Thu on America/New_York"),
        ("name,zone,hours", "A,Europe/Paris,9:30-18:30 (GMT+5:30)", "09:30-18:30 Mon-Fri on UTC+05:30"),
        ("name,zone,start,end", "A,Europe/Paris,08:00 UTC,16:00 UTC", "08:00-16:00 Mon-Fri on UTC"),
        // On their own clock after all.
        ("name,zone,hours", "A,America/New_York,9-5 ET", "09:00-17:00 Mon-Fri"),
        ("name,zone,hours", "A,Asia/Kolkata,10:00-19:00 IST", "10:00-19:00 Mon-Fri"),
        ("name,zone,hours", "A,America/Los_Angeles,9am-5pm PST", "09:00-17:00 Mon-Fri"),
        ("name,zone,Hours (CET)", "A,Europe/Berlin,9-17", "09:00-17:00 Mon-Fri"),
        ("name,zone,hours (local),hours (UTC)", "A,America/New_York,9-17,14-22", "09:00-17:00 Mon-Fri"),
        (
            "name,zone,Start (UTC),End (UTC),hours",
            "A,America/New_York,14:00,22:00,8-16",
            "08:00-16:00 Mon-Fri",
        ),
        ("name,zone,hours (24h)", "A,UTC,9-17", "09:00-17:00 Mon-Fri"),
        ("name,zone,Core hours (local time)", "A,UTC,10-15", "10:00-15:00 Mon-Fri"),
    ];
    for (header, row, expected) in cases {
        assert_eq!(first(&format!("{header}\n{row}\n")), expected, "{header}: {row}");
    }
    for (header, row) in [
        ("name,zone,Start (PST),End (PST)", "A,America/New_York,9:00,17:00"),
        ("name,zone,hours (EST)", "A,Europe/Berlin,9-17"),
        ("name,zone,hours", "A,Europe/Berlin,9:30-18:30 IST"),
        ("name,zone,hours (flexitime)", "A,UTC,9-17"),
        ("name,zone,start,end", "A,Europe/Paris,08:00 UTC,16:00 JST"),
    ] {
        let roster = roster(&format!("{header}\n{row}\n"));
        assert!(!roster.is_ok(), "{header}: {row}");
    }
    let header = roster("name,zone,hours (PST)\nA,America/Los_Angeles,9-17\nB,UTC,9-17\n");
    assert_eq!(header.errors, 1, "once for the header: {:?}", header.diagnostics);
    assert!(
        header.diagnostics[0].message.contains("America/Los_Angeles"),
        "{}",
        header.diagnostics[0].message
    );
}

/// Lisbon's nine o'clock is New York's four: hours are on the clock that the column beside them names.
#[test]
fn a_column_says_on_which_clock_the_hours_are() {
    for header in
        ["hours timezone", "shift TZ", "Working Hours Time Zone", "time zone of hours", "hours zone"]
    {
        let text = format!(
            "name,timezone,hours,{header}\nAna,Europe/Lisbon,9-17,America/New_York\nBen,Asia/Tokyo,9-17,\n"
        );
        let roster = read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default())
            .expect("bytes do not fail");
        let clock = |member: usize| {
            let member = roster.team.members().nth(member).expect("a member");
            member.schedule().posts()[0].hours_on().map(tzplan::Zone::name)
        };
        assert_eq!([clock(0), clock(1)], [Some("America/New_York".into()), None], "{header}");
    }
}

/// As programs nest it; where nothing else says where somebody is, that is where they are.
#[test]
fn nested_hours_say_on_which_clock_they_are() {
    let of = |entry: &str| {
        let text = format!(
            r#"[{{"name":"Ana",{entry}"workingHours":{{"start":"10:00","end":"18:00","timezone":"America/New_York"}}}}]"#
        );
        let roster = read("team.json", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default())
            .expect("bytes do not fail");
        let member = roster.team.members().next().expect("a member");
        let post = &member.schedule().posts()[0];
        (post.zone().name(), post.hours_on().map(tzplan::Zone::name))
    };
    assert_eq!(of(r#""tz":"Europe/Lisbon","#), ("Europe/Lisbon".into(), Some("America/New_York".into())));
    assert_eq!(of(""), ("America/New_York".into(), None));
}

/// The settings of a mailbox as Microsoft Graph answers them: fractions of seconds, Windows' names of zones.
#[test]
fn the_settings_of_a_mailbox_say_hours_days_and_their_clock() {
    let text = r#"[{"displayName": "Ana", "mailboxSettings": {"timeZone": "GMT Standard Time", "workingHours": {
        "daysOfWeek": ["monday", "tuesday"], "startTime": "08:00:00.0000000", "endTime": "17:30:00.0000000",
        "timeZone": {"name": "Pacific Standard Time"}}}}]"#;
    let roster = read("team.json", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default())
        .expect("bytes do not fail");
    let member = roster.team.members().next().expect("a member");
    let post = &member.schedule().posts()[0];
    assert_eq!(
        (post.zone().name(), post.hours_on().map(tzplan::Zone::name), post.hours().to_string()),
        ("Europe/London".into(), Some("America/Los_Angeles".into()), "08:00-17:30 Mon,Tue".to_owned())
    );
}

/// `local` is everybody's own, hours of weekday columns count too, a cell that names a clock says it best,
/// and what is no clock is refused.
#[test]
fn the_column_of_the_clock_is_read_as_people_fill_it() {
    let of = |header: &str, row: &str| {
        let text = format!("name,timezone,{header}\nAna,Europe/Lisbon,{row}\n");
        let roster = read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default())
            .expect("bytes do not fail");
        let member = roster.team.members().next();
        let clock = member.map(|member| member.schedule().posts()[0].hours_on().map(tzplan::Zone::name));
        (
            clock,
            roster
                .diagnostics
                .iter()
                .find(|d| d.severity == Severity::Error)
                .map(|error| (error.code, error.column.as_deref().unwrap_or_default().to_owned())),
        )
    };
    assert_eq!(of("hours,hours timezone", "9-17,local"), (Some(None), None));
    assert_eq!(of("hours,hours timezone", "9-17,Europe/Lisbon"), (Some(None), None));
    assert_eq!(of("start,end,shift tz", "9:00,17:00,Asia/Tokyo").0, Some(Some("Asia/Tokyo".into())));
    assert_eq!(of("mon,tue,hours timezone", "9-17,9-13,Asia/Tokyo").0, Some(Some("Asia/Tokyo".into())));
    assert_eq!(of("hours,hours timezone", "9-17 UTC,Asia/Tokyo").0, Some(Some("UTC".into())));
    assert_eq!(
        of("hours,hours timezone", "9-17,Asia/Tokio").1,
        Some(("unclear-clock", "hours timezone".into()))
    );
}

#[test]
fn a_clock_that_one_of_two_columns_names_is_said_to_be_that_of_both() {
    let cases = [
        ("Start (UTC),End", "14,22", "14:00-22:00 Mon-Fri on UTC", "end", "start", "UTC"),
        ("Start,End (JST)", "9,18", "09:00-18:00 Mon-Fri on Asia/Tokyo", "start", "end", "Asia/Tokyo"),
        ("start_time,end_time_utc", "14:00,22:00", "14:00-22:00 Mon-Fri on UTC", "start", "end", "UTC"),
        ("start,end", "14:00 UTC,22:00", "14:00-22:00 Mon-Fri on UTC", "end", "start", "UTC"),
        (
            "Mon (UTC),Tue",
            "14-22,15-22",
            "14:00-22:00 Mon; 15:00-22:00 Tue on UTC",
            "tuesday",
            "monday",
            "UTC",
        ),
    ];
    for (header, row, expected, without, with, clock) in cases {
        let text = format!("name,zone,{header}\nA,America/New_York,{row}\n");
        assert_eq!(first(&text), expected, "{header}");
        let said = format!("{without} names no clock and is taken on that of {with}, `{clock}`");
        assert_eq!(assumed(&roster(&text), "shared-clock"), [(said, vec![2], 1)], "{header}");
    }
    for header in ["Start (UTC),End (UTC)", "Start,End", "hours zone,Start,End"] {
        let cells = if header.starts_with("hours") { "UTC,14,22" } else { "14,22" };
        let text = format!("name,zone,{header}\nA,America/New_York,{cells}\n");
        assert_eq!(assumed(&roster(&text), "shared-clock"), [], "{header}");
    }
    // Yes and no are on no clock.
    let text = "name,zone,hours (UTC),Mon,Tue\nA,America/New_York,14-22,yes,no\n";
    assert_eq!(first(text), "14:00-22:00 Mon on UTC");
    assert_eq!(assumed(&roster(text), "shared-clock"), []);
}

/// Local hours come first, row by row; which columns are read is said.
#[test]
fn hours_beside_starts_on_another_clock_are_chosen_row_by_row() {
    for (header, cells, expected, said) in [
        (
            "Hours,Start (UTC),End",
            ",8:00,16:00",
            "08:00-16:00 Mon-Fri on UTC",
            Some("`Hours` is empty, and `Start (UTC)` and `End` are read"),
        ),
        (
            "Hours,Start (UTC),End (UTC)",
            ",8:00,16:00",
            "08:00-16:00 Mon-Fri on UTC",
            Some("`Hours` is empty, and `Start (UTC)` and `End (UTC)` are read"),
        ),
        ("Hours,Start (UTC),End (UTC)", "9-17,,", "09:00-17:00 Mon-Fri", None),
        (
            "Hours,Start (UTC),End (UTC)",
            "9-17,8:00,16:00",
            "09:00-17:00 Mon-Fri",
            Some("`Hours` is read, `Start (UTC)` and `End (UTC)` not"),
        ),
        (
            "Hours (UTC),Start,End",
            "8-16,,",
            "08:00-16:00 Mon-Fri on UTC",
            Some("`Start` and `End` are empty, and `Hours (UTC)` is read"),
        ),
        (
            "Hours (UTC),Start,End",
            "8-16,9,17",
            "09:00-17:00 Mon-Fri",
            Some("`Start` and `End` are read, `Hours (UTC)` not"),
        ),
        // What is no hours is no choice.
        (
            "Availability,Start (UTC),End (UTC)",
            "Immediate,8:00,16:00",
            "08:00-16:00 Mon-Fri on UTC",
            Some("`Availability` is empty, and `Start (UTC)` and `End (UTC)` are read"),
        ),
        // A clock that may be several does no harm where it is not read.
        ("Hours,Start (IST),End (IST)", "9-17,,", "09:00-17:00 Mon-Fri", None),
    ] {
        let text = format!("name,zone,{header}\nA,Europe/Berlin,{cells}\n");
        assert_eq!(first(&text), expected, "{header} {cells}");
        let found: Vec<String> =
            assumed(&roster(&text), "chosen-hours").into_iter().map(|(message, ..)| message).collect();
        assert_eq!(found, said.into_iter().map(str::to_owned).collect::<Vec<_>>(), "{header} {cells}");
    }
    let unclear = roster("name,zone,Hours,Start (IST),End (IST)\nA,Europe/Berlin,,9,17\n");
    assert!(
        unclear.diagnostics.iter().any(|found| found.code == "unclear-clock"),
        "{:?}",
        unclear.diagnostics
    );
}

/// A clock with its offset in the cell is read as a zone is: an offset of one season is said, another
/// refused.
#[test]
fn a_cell_may_name_its_clock_twice() {
    assert_eq!(first("name,zone,hours\nA,Asia/Tokyo,9-17 CET (UTC+2)\n"), "09:00-17:00 Mon-Fri on CET");
    assert_eq!(
        first("name,zone,hours\nA,Asia/Tokyo,9-17 IST (UTC+5:30)\n"),
        "09:00-17:00 Mon-Fri on Asia/Kolkata"
    );
    let said = assumed(&roster("name,zone,hours\nA,Europe/Berlin,9-17 CET (UTC+2)\n"), "clock");
    assert!(said[0].0.contains("CET is at UTC+02:00 in a part of the year only"), "{said:?}");
    for (cell, message) in [
        ("9-17 CET (UTC+3)", "`CET UTC+3` contradicts itself"),
        ("9am EST - 5pm PST", "`EST PST` names several times"),
    ] {
        let wrong = roster(&format!("name,zone,hours\nA,Europe/Berlin,{cell}\n"));
        let found: Vec<&str> = wrong.diagnostics.iter().map(|found| &*found.message).collect();
        assert!(found.len() == 1 && found[0].contains(message), "{cell}: {found:?}");
    }
}

#[test]
fn weekdays_are_on_the_clock_that_their_headers_name() {
    assert_eq!(
        first("name,zone,Mon (UTC),Tue (UTC)\nA,America/New_York,14-22,15-22\n"),
        "14:00-22:00 Mon; 15:00-22:00 Tue on UTC"
    );
}

#[test]
fn two_clocks_are_refused() {
    for header in [
        "Start (UTC),End (local)",
        "Start (local time),End (UTC)",
        "Start (UTC),End (CET)",
        "Mon (UTC),Tue (CET)",
    ] {
        let cells = if header.starts_with("Mon") { "14-22,14-22" } else { "14,22" };
        let roster = roster(&format!("name,zone,{header}\nA,America/New_York,{cells}\n"));
        let codes: Vec<&str> = roster.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["two-clocks"], "{header}");
    }
}

/// Berlin's nine to five are 8-16 UTC in winter and 7-15 in summer; New York's 14-22 and 13-21.
#[test]
fn hours_on_two_clocks_that_contradict_each_other_are_said() {
    let said = |header: &str, row: &str| {
        let found = roster(&format!("{header}\n{row}\n"));
        assert!(found.is_ok(), "{:?}", found.diagnostics);
        let of = |code: &str| found.diagnostics.iter().filter(|one| one.code == code).count();
        (of("hours-differ"), crate::hours(&found).remove(0).1)
    };
    let both = "name,zone,Hours local,Hours UTC";
    for (header, row, expected) in [
        (both, "A,Europe/Berlin,9-17,8-16", 0),
        (both, "A,Europe/Berlin,9-17,07:00-15:00", 0),
        (both, "A,Europe/Berlin,9-17,9-17", 1),
        (both, "A,Asia/Tokyo,9-17,00:00-08:00", 0),
        (both, "A,Australia/Sydney,9-17,22:00-06:00", 0),
        (both, "A,Europe/Berlin,\"9-12,13-17\",\"8-11,12-16\"", 0),
        (both, "A,Europe/Berlin,\"9-12,13-17\",8-16", 1),
        // New York is five hours behind Lisbon, four in the weeks between the clock changes.
        ("name,zone,hours,hours (ET)", "A,Europe/Lisbon,14-22,9-17", 0),
        ("name,zone,hours,hours (ET)", "A,Europe/Lisbon,13-21,9-17", 0),
        ("name,zone,hours,hours (ET)", "A,Europe/Lisbon,15-23,9-17", 1),
        ("name,zone,hours,Start (UTC),End (UTC)", "A,Europe/Berlin,9-17,08:00,16:00", 0),
        ("name,zone,hours,Start (UTC),End (UTC)", "A,Europe/Berlin,9-17,09:00,17:00", 1),
        ("name,zone,Start,End,Start UTC,End UTC", "A,Europe/Berlin,09:00,17:00,08:00,16:00", 0),
        ("name,zone,Start,End,Start UTC,End UTC", "A,Europe/Berlin,09:00,17:00,09:00,17:00", 1),
        ("name,zone,Start,End,hours utc", "A,Europe/Berlin,09:00,17:00,09:00-17:00", 1),
    ] {
        assert_eq!(said(header, row), (expected, crate::first(&format!("{header}\n{row}\n"))), "{row}");
    }
    let found = roster(&format!("{both}\nAna,Europe/Berlin,9-17,9-17\n"));
    let message = &found.diagnostics[0].message;
    assert_eq!(
        **message,
        *"the local hours `9-17` are never `9-17` on the clock of `UTC`, as `Hours UTC` says; the local ones \
          are read"
    );
    assert_eq!((found.diagnostics[0].row, found.diagnostics[0].column.as_deref()), (2, Some("Hours local")));
}

#[test]
fn hours_on_another_clock_are_read_where_no_local_ones_are_given() {
    for (header, row) in [
        ("name,zone,Hours local,Hours UTC", "A,Europe/Berlin,,8-16"),
        ("name,zone,Start,End,Start UTC,End UTC", "A,Europe/Berlin,,,08:00,16:00"),
    ] {
        let found = roster(&format!(
            "{header}\n{row}\nB,Europe/Berlin{}\n",
            ",".repeat(header.matches(',').count() - 1)
        ));
        let shown = crate::hours(&found);
        assert_eq!(shown[0].1, "08:00-16:00 Mon-Fri on UTC", "{header}");
        assert_eq!(shown[1].1, "09:00-17:00 Mon-Fri", "{header}");
        assert_eq!(assumed(&found, "chosen-hours").len(), 1, "{:?}", found.assumptions);
        // They are read, and are not called unused; where nobody needs them, they are.
        assert_eq!(found.unused_columns().count(), 0, "{header}");
        let local = row.replace(",,8-16", ",9-17,8-16").replace(",,,08:00", ",09:00,17:00,08:00");
        let unused = roster(&format!("{header}\n{local}\n")).unused_columns().count();
        assert_eq!(unused, header.matches("UTC").count(), "{header}");
    }
}
