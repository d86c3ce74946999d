//! What a label resolves to, line by line, and the zones of a database.

use std::io;

use super::{ZoneListDocument, ZonesDocument, markdown};
use crate::text::Page;
use crate::words::changes::settings;
use crate::words::people::Names;

pub(super) fn print(document: &ZonesDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    match page.is_markdown() {
        true => markdown::print(document, page),
        false => page.verbatim(&(lines(document, page.names()).join("\n") + "\n")),
    }
}

pub(super) fn print_list(document: &ZoneListDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    if page.is_markdown() {
        return markdown::print_list(document, page);
    }
    let ZoneListDocument { tzdb, zones } = document;
    page.verbatim(&format!("tz database {tzdb}, {} zones\n{}\n", zones.len(), zones.join("\n")))
}

fn lines(document: &ZonesDocument<'_>, names: Names) -> Vec<String> {
    let ZonesDocument { tzdb, query, how, note, help, .. } = document;
    let Some(zone) = &document.zone else {
        return note.iter().chain(help).cloned().collect();
    };
    let mut lines = vec![format!("`{query}` is {zone} ({how})   tz database {tzdb}")];
    lines.extend(document.place.as_ref().map(|place| place.with_population(place.name)));
    lines.extend(note.iter().map(|note| format!("note: {note}")));
    lines.extend(document.offsets.iter().map(|offset| {
        let sign = if offset.minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.minutes.abs() / 60, offset.minutes.abs() % 60);
        format!("  {} – {}   UTC{sign}{hours:02}:{minutes:02}", offset.first, offset.last)
    }));
    if !document.settings.is_empty() {
        lines.push(format!("settings: {}", settings(document.settings, names)));
    }
    lines
}
