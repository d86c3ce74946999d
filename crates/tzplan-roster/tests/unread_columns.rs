//! Columns that are not read are looked at in every kind of file: what is assumed beside them is said, and
//! they can be named.

#![cfg(all(feature = "structured", feature = "workbook", feature = "places"))]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use std::io::{Cursor, Write};

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Roster, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A table in every kind of file.
fn files(headers: &[&str], cells: &[&str]) -> Vec<(&'static str, Vec<u8>)> {
    let pairs = |shown: fn(&str, &str) -> String, between: &str| {
        headers.iter().zip(cells).map(|(header, cell)| shown(header, cell)).collect::<Vec<_>>().join(between)
    };
    let json = pairs(|header, cell| format!("{header:?}: {cell:?}"), ", ");
    let toml = pairs(|header, cell| format!("{header:?} = {cell:?}"), "\n");
    vec![
        ("a.csv", format!("{}\n{}\n", headers.join(","), cells.join(",")).into_bytes()),
        ("a.json", format!("[{{{json}}}]").into_bytes()),
        ("a.yaml", format!("- {{{json}}}\n").into_bytes()),
        ("a.toml", format!("[[member]]\n{toml}\n").into_bytes()),
        ("a.xlsx", xlsx(&[headers, cells])),
    ]
}

fn xlsx(rows: &[&[&str]]) -> Vec<u8> {
    let row = |cells: &&[&str]| {
        let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
        format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
    };
    let sheet: String = rows.iter().map(row).collect();
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"Team\" id=\"a\"/></sheets></workbook>".to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"a.xml\"/></Relationships>"
                .to_owned(),
        ),
        ("xl/a.xml", format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>")),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn with(name: &str, bytes: &[u8], columns: &[&str]) -> Roster {
    let columns = columns.iter().map(|column| column.parse().unwrap()).collect();
    let options = ReadOptions { columns, ..ReadOptions::default() };
    let roster = read(name, bytes, Tzdb::bundled(), &options).unwrap();
    assert!(roster.is_ok(), "{name}: {:?}", roster.diagnostics);
    roster
}

fn hours(roster: &Roster) -> String {
    let member = roster.team.members().next().unwrap();
    member.schedule().posts()[0].hours().to_string()
}

#[test]
fn what_looks_like_hours_or_days_is_said_in_every_kind_of_file() {
    for (header, cell, code) in [
        ("Desk", "10:00-14:00", "unread-hours"),
        ("Presence", "Mon-Wed", "unread-days"),
        ("Vacation start", "2026-12-24", "unread-days-off"),
        ("Contract end", "2026-12-31", "unread-leaving"),
        ("Days per week", "3", "unread-workload"),
        ("FTE", "0.5", "unread-workload"),
        ("Contract type", "Part-time", "unread-workload"),
        ("Member status", "Retired", ""),
    ] {
        for (name, bytes) in files(&["name", "zone", header], &["Ida", "UTC", cell]) {
            let roster = with(name, &bytes, &[]);
            let found = roster.diagnostics.iter().find(|found| found.code.starts_with("unread-"));
            assert_eq!(found.map_or("", |found| found.code), code, "{name} {header}");
        }
    }
}

#[test]
fn a_column_is_named_in_every_kind_of_file() {
    for (name, bytes) in
        files(&["name", "zone", "Desk", "Presence"], &["Ida", "UTC", "10:00-14:00", "Mon-Wed"])
    {
        assert_eq!(hours(&with(name, &bytes, &["hours=Desk"])), "10:00-14:00 Mon-Fri", "{name}");
        assert_eq!(
            hours(&with(name, &bytes, &["hours=Desk", "days=Presence"])),
            "10:00-14:00 Mon-Wed",
            "{name}"
        );
    }
}

#[test]
fn people_are_counted_in_every_kind_of_file() {
    for (name, bytes) in files(&["team", "zone", "Employees"], &["Ops", "UTC", "12"]) {
        let roster = with(name, &bytes, &[]);
        assert_eq!(roster.team.len(), 12, "{name}");
        assert!(roster.assumptions.iter().any(|one| one.code == "guessed-count"), "{name}");
    }
    for (name, bytes) in files(&["name", "zone", "Employees"], &["Ops", "UTC", "12"]) {
        let roster = with(name, &bytes, &[]);
        assert_eq!(roster.team.len(), 1, "{name}");
        assert!(roster.assumptions.iter().any(|one| one.code == "unread-count"), "{name}");
    }
}

/// What is said of unread columns of a table whose year begins on 2026-11-30.
fn said(header: &str, rows: &str) -> Vec<(&'static str, String)> {
    let date = |text: &str| text.parse().unwrap();
    let planned = Some((date("2026-11-30"), date("2027-11-29")));
    let options = ReadOptions { planned, ..ReadOptions::default() };
    let text = format!("name,zone,{header}\n{rows}\n");
    let roster = read("a.csv", text.as_bytes(), Tzdb::bundled(), &options).unwrap();
    let found = roster.diagnostics.into_iter().filter(|found| found.code.starts_with("unread-"));
    found.map(|found| (found.code, found.message.to_string())).collect()
}

#[test]
fn who_leaves_joins_or_works_less_is_named() {
    let cases = [
        (
            "End date",
            "Ana,UTC,2026-12-31",
            "unread-leaving",
            "Ana (2026-12-31) counts as part of the team on all dates",
        ),
        (
            "Contract end",
            "Ana,UTC,31.12.2025",
            "unread-leaving",
            "Ana (31.12.2025) counts as part of the team on all dates",
        ),
        // It may be in April or in December.
        (
            "Last day",
            "Ana,UTC,04/12/2026",
            "unread-leaving",
            "Ana (04/12/2026) counts as part of the team on all dates",
        ),
        (
            "termination_date",
            "Ana,UTC,2027-03-31T00:00:00Z",
            "unread-leaving",
            "Ana (2027-03-31T00:00:00Z) counts as part of the team on all dates",
        ),
        (
            "Austritt",
            "Ana,UTC,30. Juni 2027",
            "unread-leaving",
            "Ana (30. Juni 2027) counts as part of the team on all dates",
        ),
        (
            "Start date",
            "Ana,UTC,2027-02-01",
            "unread-joining",
            "Ana (2027-02-01) counts as part of the team from 2026-11-30 on",
        ),
        (
            "Date d'embauche",
            "Ana,UTC,1 mars 2027",
            "unread-joining",
            "Ana (1 mars 2027) counts as part of the team from 2026-11-30 on",
        ),
        (
            "End date",
            "Ana,UTC,Dec 2026",
            "unread-leaving",
            "Ana (Dec 2026) counts as part of the team on all dates",
        ),
        (
            "End date",
            "Ana,UTC,Q1 2027",
            "unread-leaving",
            "Ana (Q1 2027) counts as part of the team on all dates",
        ),
        (
            "Contract end",
            "Ana,UTC,end of March",
            "unread-leaving",
            "Ana (end of March) counts as part of the team on all dates",
        ),
        (
            "Befristet bis",
            "Ana,UTC,Ende März 2027",
            "unread-leaving",
            "Ana (Ende März 2027) counts as part of the team on all dates",
        ),
        (
            "Last day",
            "Ana,UTC,next month",
            "unread-leaving",
            "Ana (next month) counts as part of the team on all dates",
        ),
        // Where others have a date, words are one, too.
        (
            "End date",
            "Ana,UTC,2027-01-31\nBen,UTC,after the release",
            "unread-leaving",
            "Ana (2027-01-31) counts as part of the team on all dates",
        ),
        (
            "Start date",
            "Ana,UTC,Q2 2027",
            "unread-joining",
            "Ana (Q2 2027) counts as part of the team from 2026-11-30 on",
        ),
        ("Days per week", "Ana,UTC,3", "unread-workload", "Ana (3) is taken to work more than that"),
        ("Days per week", "Ana,UTC,three", "unread-workload", "Ana (three) is taken to work more than that"),
        ("Days per week", "Ana,UTC,2-3", "unread-workload", "Ana (2-3) is taken to work more than that"),
        (
            "Days per week",
            "Ana,UTC,4 days",
            "unread-workload",
            "Ana (4 days) is taken to work more than that",
        ),
        ("Days per week", "Ana,UTC,6", "unread-workload", "Ana (6) is taken to work less than that"),
        (
            "Days per week",
            "Ana,UTC,varies",
            "unread-workload",
            "Ana (varies) may work at other times than is taken to",
        ),
        ("Tage/Woche", "Ana,UTC,drei", "unread-workload", "Ana (drei) is taken to work more than that"),
        ("Contract", "Ana,UTC,20h/week", "unread-workload", "Ana (20h/week) is taken to work more than that"),
        (
            "Contract",
            "Ana,UTC,part-time 60 %",
            "unread-workload",
            "Ana (part-time 60 %) is taken to work more than that",
        ),
        ("Hours per day", "Ana,UTC,6", "unread-workload", "Ana (6) is taken to work more than that"),
        ("Hours per week", "Ana,UTC,20", "unread-workload", "Ana (20) is taken to work more than that"),
        ("Weekly hours", "Ana,UTC,20", "unread-workload", "Ana (20) is taken to work more than that"),
        ("FTE %", "Ana,UTC,80", "unread-workload", "Ana (80) is taken to work more than that"),
        ("Part time", "Ana,UTC,yes", "unread-workload", "Ana (yes) is taken to work more than that"),
        (
            "Vertragsart",
            "Ana,UTC,Teilzeit",
            "unread-workload",
            "Ana (Teilzeit) is taken to work more than that",
        ),
        ("Active", "Ana,UTC,no", "unread-status", "Ana (no) counts as part of the team"),
        ("Status", "Ana,UTC,On leave", "unread-status", "Ana (On leave) counts as at work on all dates"),
        ("Status", "Ana,UTC,Elternzeit", "unread-status", "Ana (Elternzeit) counts as at work on all dates"),
        ("Etat", "Ana,UTC,\"0,6\"", "unread-workload", "Ana (0,6) is taken to work more than that"),
        ("Úvazek", "Ana,UTC,0.5", "unread-workload", "Ana (0.5) is taken to work more than that"),
        ("Osa-aikainen", "Ana,UTC,kyllä", "unread-workload", "Ana (kyllä) is taken to work more than that"),
        (
            "Pattern",
            "Ana,UTC,4-day week",
            "unread-workload",
            "Ana (4-day week) is taken to work more than that",
        ),
        (
            "Дата увольнения",
            "Ana,UTC,31.01.2027",
            "unread-leaving",
            "Ana (31.01.2027) counts as part of the team on all dates",
        ),
        ("Terminated", "Ana,UTC,yes", "unread-status", "Ana (yes) counts as part of the team"),
    ];
    for (header, row, code, message) in cases {
        let expected = Some((code, format!("`{header}` is not read: {message}")));
        assert_eq!(said(header, row).into_iter().next(), expected, "{header} {row}");
    }
    // All of them are counted, however far below.
    let rows: Vec<String> =
        (0..200).map(|n| format!("P{n},UTC,{}", if n < 195 { "" } else { "2027-01-31" })).collect();
    let message = "`End date` is not read: P195 (2027-01-31), P196 (2027-01-31), P197 (2027-01-31) and 2 more count as \
                   part of the team on all dates";
    assert_eq!(said("End date", &rows.join("\n")), [("unread-leaving", message.to_owned())]);
}

#[test]
fn nothing_is_said_of_dates_and_shares_that_change_nothing() {
    for (header, row) in [
        ("End date", "Ana,UTC,2028-01-31"),
        ("End date", "Ana,UTC,2027-11-28"),
        ("End date", "Ana,UTC,none"),
        ("End date", "Ana,UTC,permanent"),
        ("End date", "Ana,UTC,2028"),
        ("End date", "Ana,UTC,ACME"),
        ("Start date", "Ana,UTC,March 2019"),
        ("Start date", "Ana,UTC,2026"),
        ("Days per week", "Ana,UTC,full-time"),
        ("Hours per day", "Ana,UTC,8"),
        ("hours,Hours per day", "Ana,UTC,10-16,6"),
        ("Contract", "Ana,UTC,permanent"),
        ("Start date", "Ana,UTC,2019-02-01"),
        ("Start date", "Ana,UTC,2026-11-30"),
        ("Probation end", "Ana,UTC,2027-02-01"),
        ("Last login", "Ana,UTC,2026-11-01"),
        ("Days per week", "Ana,UTC,5"),
        ("days,Days per week", "Ana,UTC,Mon-Wed,3"),
        ("hours,FTE", "Ana,UTC,9-13,0.5"),
        ("hours,Part time", "Ana,UTC,9-13,yes"),
        ("FTE", "Ana,UTC,1.0"),
        ("Weekly hours", "Ana,UTC,40"),
        ("Status", "Ana,UTC,Active"),
        ("Workload", "Ana,UTC,high"),
    ] {
        assert_eq!(said(header, row), [], "{header} {row}");
    }
}

#[test]
fn a_column_of_numbers_of_people_that_holds_names_gives_them() {
    for (text, names) in [
        ("n,zone\nAna,UTC\nBen,UTC\n", vec!["Ana", "Ben"]),
        ("Employees,zone\nAna,UTC\nBen,UTC\n", vec!["Ana", "Ben"]),
        ("n,zone\n2,UTC\nBen,UTC\n", vec!["row 2 (1)", "row 2 (2)", "Ben"]),
    ] {
        let roster = with("a.csv", text.as_bytes(), &[]);
        assert_eq!(roster.team.members().map(tzplan::MemberRef::name).collect::<Vec<_>>(), names, "{text}");
        let said: Vec<&str> = roster
            .assumptions
            .iter()
            .filter(|one| one.code == "unread-count")
            .map(|one| &*one.message)
            .collect();
        let header = text.split(',').next().unwrap();
        assert_eq!(said, [format!("`{header}` is no number there: it is the name of one person")], "{text}");
    }
}

#[test]
fn people_on_one_line_are_counted_by_their_entries() {
    let text = r#"[{"name":"Ana","zone":"UTC","hours":"9-5"},{"zone":"UTC","hours":"9-17"},{"name":"Cy","zone":"UTC","hours":"9-5"}]"#;
    let roster = with("a.json", text.as_bytes(), &[]);
    let bare = roster.assumptions.iter().find(|one| one.code == "bare-hours").unwrap();
    assert_eq!((bare.rows.as_slice(), bare.count), (&[1, 3][..], 2));
    assert_eq!(
        roster.team.members().map(tzplan::MemberRef::name).collect::<Vec<_>>(),
        ["Ana", "row 2", "Cy"]
    );
    assert_eq!((roster.row(2), roster.member_in_row(3)), (Some(3), Some(2)));
    // Elsewhere lines are lines.
    let lines = "[\n{\"name\":\"Ana\",\"zone\":\"UTC\",\"hours\":\"9-5\"}\n]";
    assert_eq!(with("a.json", lines.as_bytes(), &[]).assumptions[0].rows, [2]);
}

/// Headers that may be days, beside those that are read as days.
#[test]
fn days_that_are_not_read_are_said() {
    for (header, unread) in [
        ("Mon,Tv,Wf,Thu,Fri", Some("`Tv`, `Wf` are not read beside the weekdays `Mon`, `Thu`, `Fri`")),
        ("Mo,Tu,We,Th,Fr", None),
        ("Po,Út,St,Čt,Pá,So,Ne", None),
        ("Lundi,Mardy,Mercredi,Jeudi,Vendredi", Some("`Mardy` is not read beside the weekdays")),
        ("Mon,Tue,Wed,Thu,Fri,Note,Age", None),
        ("Fri,Note", None),
    ] {
        let cells = vec!["9-17"; header.split(',').count()].join(",");
        let file = format!("name,zone,{header}\nA,Europe/London,{cells}\n");
        let roster = read("a.csv", file.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
        let said = roster.diagnostics.iter().find(|found| found.code == "unread-weekdays");
        assert_eq!(said.is_some(), unread.is_some(), "{header}: {:?}", roster.diagnostics);
        let message = said.map_or("", |found| &*found.message);
        assert!(message.starts_with(unread.unwrap_or_default()), "{header}: {message}");
    }
}

/// Half a column of hours, and hours with a clock, look like hours; years, grades and words do not.
#[test]
fn a_column_that_gives_hours_to_some_is_said() {
    for (cells, is_said) in [
        (["10-18", "12-8pm", "tbd"], true),
        (["flexible", "flexible", "9:00-17:00"], true),
        (["14:00-22:00 UTC", "06:00-14:00 (CET)", ""], true),
        (["by agreement", "n/a", "see calendar"], false),
        (["2019-2021", "2020-2024", "2018-2019"], false),
        (["A-C", "D-F", "G-K"], false),
    ] {
        let [a, b, c] = cells;
        let file = format!("name,zone,When\nA,Europe/London,{a}\nB,Europe/London,{b}\nC,Europe/London,{c}\n");
        let roster = read("a.csv", file.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
        let said = roster.diagnostics.iter().any(|found| found.code == "unread-hours");
        assert_eq!(said, is_said, "{cells:?}: {:?}", roster.diagnostics);
    }
}

/// Free words that may say when somebody works are said with the people.
#[test]
fn notes_about_work_are_said() {
    for (header, cell, is_said) in [
        ("Notes", "off on Fridays", true),
        ("Bemerkung", "Teilzeit", true),
        ("Comments", "moving to Lima in March", true),
        ("Note", "team lead", false),
        ("備考", "産休", true),
    ] {
        let found = said(header, &format!("Ana,UTC,{cell}"));
        let expected =
            ("unread-notes", format!("`{header}` is not read, and may say when Ana ({cell}) works"));
        assert_eq!(found, if is_said { vec![expected] } else { vec![] }, "{header} {cell}");
    }
}

/// A last day that names no year is one of the coming year, as in a column `off`.
#[test]
fn a_last_day_without_a_year_is_said() {
    let date = |text: &str| text.parse().unwrap();
    let planned = Some((date("2026-11-30"), date("2027-11-29")));
    let options = ReadOptions { planned, ..ReadOptions::default() };
    for (cell, is_said) in [("31 Dec", true), ("31.12.", true), ("2026-12-31", true), ("open", false)] {
        let file = format!("name,zone,Last day\nA,Europe/London,{cell}\nB,Europe/London,\n");
        let roster = read("a.csv", file.as_bytes(), Tzdb::bundled(), &options).unwrap();
        let said = roster.diagnostics.iter().any(|found| found.code == "unread-leaving");
        assert_eq!(said, is_said, "{cell}: {:?}", roster.diagnostics);
    }
}

/// Rosters of programs hold programs, and people who have left.
#[test]
fn bots_and_those_marked_by_a_letter_are_told() {
    let said = |table: &str| {
        let found = with("team.csv", table.as_bytes(), &[]);
        let warnings = found.diagnostics.iter().filter(|fault| fault.code == "unread-status");
        warnings.map(|fault| fault.message.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        said("email,status,fullname,timezone\na@x.org,Member,Ana,UTC\nb@x.org,Bot,Helper,UTC\n"),
        ["`status` is not read: Helper (Bot) counts as part of the team"]
    );
    assert_eq!(
        said("firstName,lastName,status,timeZone\nAna,Lima,t,UTC\nBen,Roth,f,UTC\n"),
        ["`status` is not read: Ben Roth (f) counts as part of the team"]
    );
    assert!(said("name,status,zone\nAna,t,UTC\nBen,full-time,UTC\n").is_empty());
}

/// A pause may have a column for its beginning and one for its end.
#[test]
fn pauses_in_two_columns_are_told() {
    for [from, to] in [["Pause von", "Pause bis"], ["lunch_start", "lunch_end"], ["Break from", "Break to"]] {
        let table = format!("name,zone,start,end,{from},{to}\nAna,UTC,8:00,17:00,12:00,13:00\n");
        let found = with("team.csv", table.as_bytes(), &[]);
        let told = found.diagnostics.iter().filter(|fault| fault.code == "unread-pause");
        let told: Vec<_> = told.map(|fault| fault.column.as_deref()).collect();
        assert_eq!(told, [Some(from), Some(to)]);
    }
}

/// Spreadsheets make dates of `9-5`.
#[test]
fn hours_that_became_dates_are_called_so() {
    let fault = |cell: &str| {
        let table = format!("name,zone,hours\nAna,UTC,{cell}\n");
        let found = read("team.csv", table.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
        (found.diagnostics[0].code, found.diagnostics[0].message.contains("which spreadsheets make of hours"))
    };
    for cell in ["9-May", "2026-09-05 00:00:00", "05-Sep", "9 May 2026"] {
        assert_eq!(fault(cell), ("date-for-hours", true), "{cell}");
    }
    assert_eq!(fault("24/5"), ("bad-hours", false));
}

/// Who works at home works.
#[test]
fn where_somebody_works_is_a_day_of_work() {
    let table = "name,zone,Monday,Tuesday,Wednesday,Thursday,Friday\nAna,UTC,Office,Home,HO,WFH,Off\n";
    assert_eq!(hours(&with("team.csv", table.as_bytes(), &[])), "09:00-17:00 Mon-Thu");
}

/// How many days somebody works is not which: the usual ones are taken, which is said.
#[test]
fn a_number_of_days_beside_hours_is_told() {
    let found = with("team.csv", b"name,zone,hours\nAna,UTC,09:00-17:00 (4 days)\n", &[]);
    let told: Vec<_> = found.assumptions.iter().map(|one| (one.code, &*one.message)).collect();
    assert_eq!(
        told,
        [("pause-without-times", "`4 days` says how many days, not which: the usual ones are taken")]
    );
}
