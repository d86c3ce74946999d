//! Columns that are not read are looked at in every kind of file: what is assumed beside them is said, and they
//! can be named.

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
