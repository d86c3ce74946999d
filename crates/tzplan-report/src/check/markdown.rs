//! The faults of a roster.

use std::io;

use super::json::{Check, Fault};
use crate::text::page::Page;
use crate::text::table::{Align, Cell, Table};
use crate::words::dates::counted;
use crate::words::ink::{Ink, Text};
use crate::words::people;
use crate::words::people::Names;

/// A roster that was read, with what a page says about it beside its faults.
#[derive(Debug)]
pub struct CheckedRoster<'a> {
    /// The roster's name, as the user gave it.
    pub source: &'a str,
    /// The faults and the counts.
    pub check: Check<'a>,
    /// How many rows were read.
    pub rows: usize,
    /// The sheet of a workbook they stand in.
    pub sheet: Option<&'a str>,
    /// The labels that are not zone ids, with the id each is read as and how: `("Berlin", "Europe/Berlin", "city")`,
    /// in the order of the file.
    pub labels: Vec<(&'a str, String, &'a str)>,
    /// The headers of columns that are not used.
    pub unused_columns: Vec<&'a str>,
}

/// Writes every fault of a roster as a table, then what was read.
///
/// # Errors
///
/// Those of the writer.
pub fn check(out: &mut dyn io::Write, roster: &CheckedRoster<'_>) -> io::Result<()> {
    let check = &roster.check;
    let mut page = Page::markdown(out);
    page.title(&verdict(check).into())?;
    let sheet = roster.sheet.map(|sheet| format!(" of the sheet “{}”", shown(sheet))).unwrap_or_default();
    let read = [
        shown(roster.source),
        crate::words::dates::people(check.members),
        counted(check.profiles as u64, "different schedule", "different schedules"),
        format!("{}{sheet}", counted(roster.rows as u64, "row", "rows")),
        format!("tz database {}", shown(check.tzdb)),
    ];
    page.pieces(&read.map(Text::from))?;
    if !check.faults.is_empty() {
        faults(&check.faults).print(&mut page, 0)?;
    }
    if check.left_out > 0 {
        let more = counted(check.left_out as u64, "more is not listed", "more are not listed");
        page.line(&Text::new(Ink::Faint, format!("… and {more}")))?;
    }
    if !roster.labels.is_empty() {
        page.heading("Zones as they are read")?;
        let mut table = Table::default();
        ["label", "zone", "read as"].into_iter().for_each(|head| table.column(head, Align::Left));
        for (label, zone, how) in &roster.labels {
            table.row([*label, zone, how].map(cell).into());
        }
        table.print(&mut page, 0)?;
    }
    if !roster.unused_columns.is_empty() {
        let names: Vec<String> = roster.unused_columns.iter().map(|name| shown(name)).collect();
        page.labelled("Columns not used", &people::and(&names).into())?;
    }
    Ok(())
}

/// `No faults (1 warning)`, `Not usable as it is (2 errors, 1 note)`.
fn verdict(check: &Check<'_>) -> String {
    let count =
        |severity: &str| check.faults.iter().filter(|fault| fault.severity == severity).count() as u64;
    let counts = [("error", "errors"), ("warning", "warnings"), ("note", "notes")];
    let counts = counts.iter().filter(|(one, _)| count(one) > 0);
    let counts: Vec<String> = counts.map(|(one, many)| counted(count(one), one, many)).collect();
    let verdict = if check.ok { "No faults" } else { "Not usable as it is" };
    if counts.is_empty() { verdict.to_owned() } else { format!("{verdict} ({})", counts.join(", ")) }
}

fn faults(faults: &[Fault<'_>]) -> Table {
    let mut table = Table::default();
    let heads = ["", "where", "column", "value", "what is wrong", "what to write instead"];
    heads.into_iter().for_each(|head| table.column(head, Align::Left));
    for fault in faults {
        let row = format!("row {}", fault.row);
        let place = format!("{}, {}", shown(fault.file), fault.place.map_or(row, shown));
        table.row(vec![
            vec![fault.severity.into(), fault.code.into()],
            vec![place.into()],
            cell(fault.column.unwrap_or_default()),
            cell(fault.value),
            cell(fault.message),
            cell(fault.help),
        ]);
    }
    table
}

fn cell(text: &str) -> Cell {
    vec![shown(text).into()]
}

/// Clean and whole.
fn shown(text: &str) -> String {
    Names::Whole.fit(text, 0)
}
