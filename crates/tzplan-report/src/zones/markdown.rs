//! What a label resolves to, and the zones of a database, as Markdown.

use std::io;

use super::{ZoneListDocument, ZonesDocument};
use crate::text::Page;
use crate::text::table::{Align, Table};
use crate::words::changes::settings;
use crate::words::ink::{Ink, Text};
use crate::words::people::Names;
use crate::words::{clock, dates};

/// What it resolves to, or why to nothing, with what may be meant and what to write instead.
pub(super) fn print(answer: &ZonesDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let query = shown(answer.query);
    let title = match (&answer.zone, answer.how) {
        (Some(zone), how) => format!("“{query}” is {} ({how})", shown(zone)),
        (None, "ambiguous") => format!("“{query}” has several meanings"),
        (None, _) => format!("“{query}” is no zone"),
    };
    page.title(&title.into())?;
    page.line(&database(answer.tzdb))?;
    if let Some(place) = &answer.place {
        page.line(&place.with_population(&shown(place.name)).into())?;
    }
    for remark in answer.note.iter().chain(&answer.help) {
        page.line(&shown(remark).into())?;
    }
    if !answer.candidates.is_empty() {
        let mut table = Table::default();
        ["zone", "meaning"].into_iter().for_each(|head| table.column(head, Align::Left));
        for candidate in &answer.candidates {
            table.row(vec![vec![shown(&candidate.zone).into()], vec![shown(&candidate.label).into()]]);
        }
        table.print(page, 0)?;
    }
    if !answer.offsets.is_empty() {
        let mut table = Table::default();
        ["from", "to", "clock"].into_iter().for_each(|head| table.column(head, Align::Left));
        for offset in &answer.offsets {
            let cells = [offset.first.to_string(), offset.last.to_string(), clock::offset(offset.minutes)];
            table.row(cells.map(|cell| vec![cell.into()]).into());
        }
        table.print(page, 0)?;
    }
    match answer.settings {
        [] => Ok(()),
        made => page.labelled("Settings", &settings(made, page.names()).into()),
    }
}

pub(super) fn print_list(list: &ZoneListDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let count = dates::counted(list.zones.len() as u64, "zone", "zones");
    page.title(&count.into())?;
    page.line(&database(list.tzdb))?;
    let mut table = Table::default();
    table.column("zone", Align::Left);
    list.zones.iter().for_each(|id| table.row(vec![vec![shown(id).into()]]));
    table.print(page, 0)
}

fn database(version: &str) -> Text {
    Text::new(Ink::Faint, format!("tz database {}", shown(version)))
}

/// Clean and whole.
fn shown(text: &str) -> String {
    Names::Whole.fit(text, 0)
}
