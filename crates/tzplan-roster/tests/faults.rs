//! Every kind of fault, with its place, its value and what to write instead. Expected values worked by hand.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use tzplan::Tzdb;
use tzplan_roster::{Diagnostic, ReadOptions, Roster, Severity, read};

fn roster(text: impl AsRef<[u8]>) -> Roster {
    read("team.csv", text.as_ref(), Tzdb::bundled(), &ReadOptions::default()).unwrap()
}

/// The one diagnostic of a file.
fn only(text: impl AsRef<[u8]>) -> Diagnostic {
    let mut found = roster(text).diagnostics;
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

#[test]
fn faults_of_cells() {
    // Header, row, then code, column, value and a part of message and help.
    let cases = [
        ("name,Zone", "Ana,", "missing-zone", "Zone", "", "no time zone", "Europe/Berlin"),
        (
            "zone,Max shift",
            "UTC,2",
            "bad-flex",
            "Max shift",
            "2",
            "`2` is no length of time",
            "1h, 90m or 1:30",
        ),
        (
            "zone,flex",
            "UTC,1 day",
            "bad-flex",
            "flex",
            "1 day",
            "`1 day` is no length of time",
            "0 if it does",
        ),
        (
            "zone,flexibility",
            "UTC,13h",
            "bad-flex",
            "flexibility",
            "13h",
            "`13h` is more than 12 hours",
            "up to 12h",
        ),
        (
            "name,zone",
            "Ana,Europe/Berln",
            "unknown-zone",
            "zone",
            "Europe/Berln",
            "unknown zone `Europe/Berln` — did you mean Europe/Berlin?",
            "write Europe/Berlin",
        ),
        ("name,zone", "Ana,Berlln", "unknown-zone", "zone", "Berlln", "did you mean Europe/Berlin", "write"),
        (
            "name,tz",
            "Ana,America/New Yrk",
            "unknown-zone",
            "tz",
            "America/New Yrk",
            "did you mean America/New_York?",
            "write America/New_York",
        ),
        (
            "name,zone",
            "Ana,Asia/Bangalore",
            "unknown-zone",
            "zone",
            "Asia/Bangalore",
            "unknown zone `Asia/Bangalore`",
            "write",
        ),
        (
            "name,zone",
            "Ana,IST",
            "ambiguous-zone",
            "zone",
            "IST",
            "`IST` may be India (Asia/Kolkata), Israel (Asia/Jerusalem) or Ireland (Europe/Dublin)",
            "write Asia/Kolkata, Asia/Jerusalem or Europe/Dublin",
        ),
        ("name,zone", "Ana,est", "ambiguous-zone", "zone", "est", "America/New_York", "America/Panama"),
        ("name,zone", "Ana,MST", "ambiguous-zone", "zone", "MST", "America/Phoenix", "America/Denver"),
        ("name,zone", "Ana,UTC+15", "unusable-zone", "zone", "UTC+15", "outside the offsets", "IANA"),
        ("zone,hours", "UTC,9", "bad-hours", "hours", "9", "`9` is no range", "write it like 9-17"),
        ("zone,hours", "UTC,nine to five", "bad-hours", "hours", "nine to five", "has no times", "9-17"),
        (
            "zone,days",
            "UTC,Ma-Do",
            "ambiguous-days",
            "days",
            "Ma-Do",
            "Mon-Thu in Dutch, but Tue-Sun in Italian",
            "write Mon-Thu or Tue-Sun",
        ),
        ("zone,hours", "UTC,9-9", "bad-hours", "hours", "9-9", "equal", "00:00-24:00"),
        (
            "zone,days",
            "UTC,Mon-Fryday",
            "bad-days",
            "days",
            "Mon-Fryday",
            "`fryday` is no weekday",
            "write Mon",
        ),
        ("zone,start,end", "UTC,9:75,17", "bad-time", "start", "9:75", "no time of day", "write it like"),
        ("zone,start,end", "UTC,9,late", "bad-time", "end", "late", "no time of day", "write it like"),
        (
            "zone,start,end",
            "UTC,9;14,12",
            "bad-hours",
            "end",
            "12",
            "2 start(s) but 1 end(s)",
            "give each start",
        ),
        ("zone,start,end", "UTC,9,", "half-hours", "start", "9", "no `end`", "write the end as well"),
        ("zone,start,end", "UTC,,17", "half-hours", "end", "17", "no `start`", "write the start as well"),
        ("zone,start", "UTC,9", "half-hours", "start", "9", "no `end`", "write the end as well"),
        (
            "zone,hours,start,end",
            "UTC,9-17,10,18",
            "hours-conflict",
            "hours",
            "9-17",
            "the hours `9-17` and the start `10` with the end `18` differ",
            "in one way only",
        ),
        (
            "zone,hours,days",
            "UTC,Mon-Thu 9-17,Mon-Fri",
            "days-conflict",
            "days",
            "Mon-Fri",
            "`Mon-Thu 9-17` and the days `Mon-Fri` name different days",
            "one of the two columns",
        ),
        (
            "zone,hours",
            "UTC,9-17; Fri 9-13",
            "days-conflict",
            "hours",
            "9-17; Fri 9-13",
            "Fri",
            "Mon-Thu 9-17",
        ),
        (
            "zone,required",
            "UTC,maybe",
            "bad-required",
            "required",
            "maybe",
            "neither yes nor no",
            "write yes, no",
        ),
        ("zone,off", "UTC,24.13.2026", "bad-date", "off", "24.13.2026", "`24.13.2026`", "2026-12-24"),
        ("zone,off", "UTC,2026-02-30", "impossible-date", "off", "2026-02-30", "2026-02-30", "2026-12-24"),
        (
            "zone,off",
            "UTC,2027-01-02..2026-12-24",
            "reversed-range",
            "off",
            "2027-01-02..2026-12-24",
            "ends before it starts",
            "write 2026-12-24..2027-01-02",
        ),
        (
            "zone,off",
            "UTC,2026-01-01..2066-01-01",
            "long-range",
            "off",
            "2026-01-01..2066-01-01",
            "3660 days",
            "years",
        ),
    ];
    for (header, row, code, column, value, message, help) in cases {
        let fault = only(format!("# a comment\n{header}\n\n{row}\n"));
        assert_eq!((fault.code, fault.severity), (code, Severity::Error), "{row}");
        assert_eq!((fault.row, fault.column.as_deref(), &*fault.value), (4, Some(column), value), "{row}");
        assert!(fault.message.contains(message), "{row}: {}", fault.message);
        assert!(fault.help.contains(help), "{row}: {}", fault.help);
        assert_eq!(&*fault.file, "team.csv");
        let source = fault.source.unwrap();
        assert_eq!((source.line, &*source.text, &source.text[source.span.clone()]), (4, row, value));
        assert_eq!(roster(format!("{header}\n{row}\n")).team.len(), 0, "{row}");
    }
}

#[test]
fn warnings_and_notes_keep_the_member() {
    let cases = [
        (
            "name,zone",
            "Ana,UTC+5:30",
            "fixed-offset",
            Severity::Warning,
            "zone",
            "does not follow clock changes",
        ),
        ("name,zone", "Ana,Etc/GMT+5", "fixed-offset", Severity::Warning, "zone", "Etc/GMT+5 is UTC-5"),
        ("name,zone", "Ana,GMT", "abbreviation", Severity::Note, "zone", "Europe/London"),
        ("name,zone", "Ana,CEST", "abbreviation", Severity::Note, "zone", "Central European time"),
        ("zone,hours", "UTC,9-5", "bare-hours", Severity::Note, "hours", "`9-5` is read as 09:00-17:00"),
        ("zone,start,end", "UTC,9,5", "bare-hours", Severity::Note, "end", "`9-5` is read as 09:00-17:00"),
    ];
    for (header, row, code, severity, column, message) in cases {
        let text = format!("{header}\n{row}\n");
        let found = only(&text);
        assert_eq!((found.code, found.severity, found.row), (code, severity, 2), "{row}");
        assert_eq!(found.column.as_deref(), Some(column), "{row}");
        assert!(found.message.contains(message), "{row}: {}", found.message);
        let roster = roster(&text);
        assert!(roster.is_ok() && roster.team.len() == 1, "{row}");
    }
    let night = only("zone,hours\nUTC,09:00-05:00\n");
    assert_eq!((night.code, night.severity), ("bad-hours", Severity::Error));
    assert!(night.help.contains("09:00-05:00+1"), "{}", night.help);
    // Nights that are meant: said with am and pm, or no longer than 16 hours.
    for row in ["UTC,9pm-5am", "UTC,9am-5am", "UTC,22-06", "UTC,14:00-06:00", "UTC,00:00-24:00"] {
        assert!(roster(format!("zone,hours\n{row}\n")).diagnostics.is_empty(), "{row}");
    }
}

#[test]
fn faults_of_files() {
    let cases: [(&[u8], &str, u64, &str); 13] = [
        (b"", "empty-file", 1, ""),
        (b"\n\n# nothing\n", "empty-file", 1, ""),
        (b"\xef\xbb\xbf", "empty-file", 1, ""),
        (b",,,\n ;;\n", "empty-file", 1, ""),
        (b"# who\nname,hours\nAna,9-17\n", "no-zone-column", 2, ""),
        (b"Ana,Europe/Berlin,9-17\n", "no-zone-column", 1, ""),
        (b"name,zone\n", "no-rows", 1, ""),
        (b"name,zone,Time Zone\nAna,UTC,UTC\n", "duplicate-column", 1, "Time Zone"),
        (b"zone,hours\nUTC,9-12,13-17\n", "extra-cells", 2, "13-17"),
        (b"name,zone\n\"Ana,UTC\nBen,UTC\n", "unclosed-quote", 2, ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-workbook", 1, ""),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nTZ:Europe/Lisbon\r\nEND:VCARD\r\n", "other-kind", 1, ""),
        (b"version: 1\n\ndn: cn=Ana,dc=example,dc=org\ncn: Ana\nl: Lisbon\n", "other-kind", 1, ""),
    ];
    for (text, code, row, value) in cases {
        let fault = only(text);
        assert_eq!((fault.code, fault.row, &*fault.value), (code, row, value), "{:?}", text.escape_ascii());
        assert_eq!(fault.severity, Severity::Error);
    }
    let lost = only("name,timezoen,hours\nAna,UTC,9-17\n");
    assert!(lost.message.contains("is `timezoen` meant as `timezone`?"), "{}", lost.message);
    for field in ["name", "zone", "hours", "start", "end", "days", "team", "off", "holidays"] {
        assert!(lost.help.contains(field), "{field}");
    }
    let extra = only("zone,hours\nUTC,9-12,13-17\n").source.unwrap();
    assert_eq!(&extra.text[extra.span.clone()], "13-17");
}

#[test]
fn extra_cells_that_hold_nothing_and_missing_cells_are_fine() {
    let roster = roster("name,zone,hours,team\nAna,UTC,9-17,x,, ,\nBen,UTC\nCy,UTC,\n");
    assert_eq!((roster.diagnostics.len(), roster.team.len()), (0, 3));
    assert_eq!(
        roster.team.member(1).unwrap().schedule().posts()[0].hours().to_string(),
        "09:00-17:00 Mon-Fri"
    );
}

#[test]
fn all_faults_come_in_one_go_by_row_then_column() {
    let text = "required,off,zone,hours,name,holidays\n\
                maybe,soon,Berln,late,Ana,\n\
                ,,UTC,9-5,Ben,\n\
                perhaps,,CST,9-17,Cy,none\n";
    let found = roster(text);
    let places: Vec<_> = found
        .diagnostics
        .iter()
        .map(|found| (found.row, found.column.clone().unwrap().to_string(), found.code))
        .collect();
    let expected = [
        (2, "required", "bad-required"),
        (2, "off", "bad-date"),
        (2, "zone", "unknown-zone"),
        (2, "hours", "bad-hours"),
        (3, "hours", "bare-hours"),
        (4, "required", "bad-required"),
        (4, "zone", "ambiguous-zone"),
    ];
    assert_eq!(places, expected.map(|(row, column, code)| (row, column.to_owned(), code)));
    assert_eq!((found.team.len(), found.errors, found.rows), (1, 6, 3));
}

#[test]
fn cells_that_are_not_utf8_are_named() {
    // Most of the text is UTF-8: it is not taken for another encoding.
    let text = b"name,zone,shoe\nZo\xc3\xab,UTC,\xc3\xa9\xc3\xa9\nJos\xe9,UTC,\xff\nBen,UTC,\xff\n";
    let fault = only(text);
    assert_eq!((fault.code, fault.row, fault.column.as_deref()), ("not-utf8", 3, Some("name")));
    assert_eq!(fault.value, "Jos\u{fffd}");
    assert_eq!(fault.place.as_deref(), Some("line 3, column 1"));
    assert_eq!(roster(text).team.len(), 2);
}

#[test]
fn nothing_said_holds_control_characters() {
    let text = "na\u{7}me,zone,hours,team\n\
                \"A\u{1b}[31mna\u{0}\",Eu\u{1b}rope/Berln,\"9\u{9b}\u{202e}x\",\u{1}\n\
                \"Bo\nb\u{7f}\u{85}\",Europe/Berlin,9-17,\u{202e}Red\u{9d}\n";
    let roster = roster(text);
    let is_bad = |text: &str| text.chars().any(|c| c.is_control() || c == '\u{202e}');
    for found in &roster.diagnostics {
        let source = found.source.as_ref().unwrap();
        for text in [&found.value, &*found.message, &*found.help, &source.text, &found.to_string()] {
            assert!(!is_bad(text), "{text:?}");
        }
    }
    assert_eq!(roster.diagnostics[0].value, "Europe/Berln");
    let member = roster.team.member(0).unwrap();
    assert_eq!((member.name(), member.team()), ("Bo b", Some("Red")));
    assert_eq!(&*roster.columns[0].header, "name");
}

#[test]
fn very_many_diagnostics_are_counted_but_not_kept() {
    let mut text = String::from("zone,hours\n");
    for row in 0..10_000 {
        text.push_str(["Europe/Berln,9-17\n", "UTC+1,9-17\n"][row % 2]);
    }
    let options = ReadOptions { most_diagnostics: 100, ..ReadOptions::default() };
    let roster = read("team.csv", text.as_bytes(), Tzdb::bundled(), &options).unwrap();
    assert_eq!((roster.diagnostics.len(), roster.errors, roster.left_out), (200, 5000, 9800));
    let all = self::roster(&text);
    assert_eq!((all.diagnostics.len(), all.diagnostics[9_999].row), (10_000, 10_001));
}

#[test]
fn failing_input_is_an_error() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("no disk"))
        }
    }
    let error = read("team.csv", Broken, Tzdb::bundled(), &ReadOptions::default()).unwrap_err();
    assert_eq!(error.to_string(), "cannot read team.csv: no disk");
}

#[test]
fn a_note_is_told_once_for_each_label() {
    let notes = |text: &str| {
        let roster = roster(text);
        assert!(roster.is_ok() && roster.team.len() == roster.rows, "{:#?}", roster.diagnostics);
        roster.diagnostics.into_iter().map(|d| (d.row, d.code, d.severity)).collect::<Vec<_>>()
    };
    let note = |row| (row, "abbreviation", Severity::Note);
    assert_eq!(
        notes("name,zone,hours\nAna,CET,9-17\nBen,CET,9-17\nEva,CET,10-18\nLiv,EET,10-18\n"),
        [note(2), note(5)]
    );
    // A warning concerns every row.
    let offsets = notes("name,zone\nAna,UTC+1\nBen,UTC+1\n");
    assert_eq!(offsets.len(), 2);
}

#[test]
fn positions_are_those_of_the_file_however_long_the_line() {
    let notes = "é".repeat(500);
    let found = roster(format!("notes,zone,hours\n{notes},Berln,9-17\n"));
    let source = found.diagnostics[0].source.as_ref().expect("a line");
    assert_eq!((source.line, source.column, &source.text[source.span.clone()]), (2, Some(502), "Berln"));
    assert_eq!(found.diagnostics[0].place.as_deref(), Some("line 2, column 502"));
}

/// A cell of hours has 10,000 bytes at most; a longer place means nothing anyway.
#[test]
fn long_cells_are_not_read() {
    let code = |column: &str, length: usize| {
        let text = "name,zone,hours\nAna,UTC,9-17\nBen,UTC,9-17\n".replacen(column, &"x".repeat(length), 1);
        let text = text.as_bytes();
        let roster = read("a.csv", text, Tzdb::bundled(), &ReadOptions::default()).unwrap();
        roster.diagnostics[0].code
    };
    assert_eq!((code("9-17", 10_000), code("9-17", 10_001)), ("bad-hours", "overlong-cell"));
    assert_eq!((code("UTC", 10_000), code("UTC", 10_001)), ("unknown-zone", "unknown-zone"));
}
