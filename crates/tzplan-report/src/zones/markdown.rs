//! What a label resolves to, and the zones of a database.

use std::io;

use super::json::ZoneAnswer;
use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::words::ink::{Ink, Text};
use crate::words::people::Names;
use crate::words::{clock, dates};

/// Writes what a label resolves to, or why to nothing, with what may be meant and what to write instead.
///
/// # Errors
///
/// Those of the writer.
pub fn zones(out: &mut dyn io::Write, answer: &ZoneAnswer<'_>, help: Option<&str>) -> io::Result<()> {
    let mut page = Page::markdown(out);
    let query = shown(answer.query);
    let title = match (&answer.zone, answer.how) {
        (Some(zone), how) => format!("“{query}” is {} ({how})", shown(zone)),
        (None, "ambiguous") => format!("“{query}” has several meanings"),
        (None, _) => format!("“{query}” is no zone"),
    };
    page.title(&title.into())?;
    page.line(&database(answer.tzdb))?;
    if let Some(place) = &answer.place {
        let people = place.population.map(|people| format!(", {} people", dates::number(people)));
        page.line(&format!("{}{}", shown(place.name), people.unwrap_or_default()).into())?;
    }
    for remark in answer.note.iter().map(String::as_str).chain(help) {
        page.line(&shown(remark).into())?;
    }
    if !answer.candidates.is_empty() {
        let mut table = Table::default();
        ["zone", "meaning"].into_iter().for_each(|head| table.column(head, Align::Left));
        for candidate in &answer.candidates {
            table.row(vec![vec![shown(&candidate.zone).into()], vec![shown(&candidate.label).into()]]);
        }
        table.print(&mut page, 0)?;
    }
    if !answer.offsets.is_empty() {
        let mut table = Table::default();
        ["from", "to", "clock"].into_iter().for_each(|head| table.column(head, Align::Left));
        for offset in &answer.offsets {
            let cells = [offset.first.to_string(), offset.last.to_string(), clock::offset(offset.minutes)];
            table.row(cells.map(|cell| vec![cell.into()]).into());
        }
        table.print(&mut page, 0)?;
    }
    Ok(())
}

/// Writes the ids of a database as a table.
///
/// # Errors
///
/// Those of the writer.
pub fn zone_list(out: &mut dyn io::Write, tzdb: &str, ids: &[&str]) -> io::Result<()> {
    let mut page = Page::markdown(out);
    let count = dates::counted(ids.len() as u64, "zone", "zones");
    page.title(&count.into())?;
    page.line(&database(tzdb))?;
    let mut table = Table::default();
    table.column("zone", Align::Left);
    ids.iter().for_each(|id| table.row(vec![vec![shown(id).into()]]));
    table.print(&mut page, 0)
}

fn database(version: &str) -> Text {
    Text::new(Ink::Faint, format!("tz database {}", shown(version)))
}

/// Clean and whole.
fn shown(text: &str) -> String {
    Names::Whole.fit(text, 0)
}
