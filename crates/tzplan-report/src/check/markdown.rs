//! The faults of a roster as a table, then what was read, as Markdown.

use std::io;

use super::{CheckDocument, Fault};
use crate::text::table::{Align, Cell, Table};
use crate::text::{Page, assumptions};
use crate::words::changes::settings;
use crate::words::dates::{self, counted};
use crate::words::ink::{Ink, Text};
use crate::words::people::{self, Names};

pub(super) fn print(roster: &CheckDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    page.title(&verdict(roster).into())?;
    let sheet = roster.sheet.map(|sheet| format!(" of the sheet “{}”", shown(sheet))).unwrap_or_default();
    let read = [
        shown(roster.source),
        dates::people(roster.members),
        counted(roster.profiles as u64, "different schedule", "different schedules"),
        format!("{}{sheet}", counted(roster.rows as u64, "row", "rows")),
        format!("tz database {}", shown(roster.tzdb)),
    ];
    page.pieces(&read.map(Text::from))?;
    if !roster.faults.is_empty() {
        faults(&roster.faults).print(page, 0)?;
    }
    if roster.left_out > 0 {
        let more = counted(roster.left_out as u64, "more is not listed", "more are not listed");
        page.line(&Text::new(Ink::Faint, format!("… and {more}")))?;
    }
    if !roster.labels.is_empty() {
        page.heading("Zones as they are read")?;
        let mut table = Table::default();
        ["label", "zone", "read as"].into_iter().for_each(|head| table.column(head, Align::Left));
        for read in &roster.labels {
            table.row([read.label, &read.zone, read.how].map(cell).into());
        }
        table.print(page, 0)?;
    }
    assumptions::print(page, roster.as_context())?;
    if !roster.unused_columns.is_empty() {
        let names: Vec<String> = roster.unused_columns.iter().map(|name| shown(name)).collect();
        page.labelled("Columns not used", &people::and(&names).into())?;
    }
    if !roster.settings.is_empty() {
        page.labelled("Settings", &settings(roster.settings, page.names()).into())?;
    }
    Ok(())
}

/// `No faults (1 warning)`, `Not usable as it is (2 errors, 1 note)`.
fn verdict(roster: &CheckDocument<'_>) -> String {
    let verdict = if roster.ok { "No faults" } else { "Not usable as it is" };
    verdict.to_owned() + &roster.counts(|count, one, many| counted(count as u64, one, many))
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
