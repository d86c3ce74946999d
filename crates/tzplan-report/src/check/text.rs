//! The faults of a roster, each below the lines it is about, then what was read.

use std::io;

use super::{CheckDocument, ReadLabel, markdown};
use crate::text::Page;
use crate::words::assumed::sentences;
use crate::words::changes::settings;
use crate::words::shown_of;

/// Where further lines of what was read begin.
const FURTHER: usize = 4;
/// The most unused columns named.
const MOST_HEADERS: usize = 12;
/// The most characters of their names.
const LONGEST_HEADER: usize = 40;
/// The most assumptions shown.
const MOST_ASSUMED: usize = 20;

pub(super) fn print(document: &CheckDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    if page.is_markdown() {
        return markdown::print(document, page);
    }
    page.verbatim(&(document.excerpts)(page.style()))?;
    let names = page.names();
    let mut line = |label: &str, text: String| page.behind(label, FURTHER, &text.into());
    line("", read(document))?;
    document.labels.iter().try_for_each(|read| line("  ", label(read)))?;
    let (assumed, left) = sentences(document.as_context(), MOST_ASSUMED, |path| path);
    assumed.into_iter().try_for_each(|sentence| line("  assumed: ", sentence))?;
    if left > 0 {
        line("  assumed: ", format!("and {left} more; --format json has all"))?;
    }
    if !document.unused_columns.is_empty() {
        line("  columns not used: ", headers(&document.unused_columns))?;
    }
    if !document.settings.is_empty() {
        line("  settings: ", settings(document.settings, names))?;
    }
    line("", verdict(document))
}

/// `team.csv: 3 people, 2 different schedules in 3 rows`.
fn read(document: &CheckDocument<'_>) -> String {
    let people = counted(document.members, "person", "people");
    let profiles = counted(document.profiles, "schedule", "different schedules");
    let rows = counted(document.rows, "row", "rows");
    let sheet = document.sheet.map(|sheet| format!(" of the sheet `{sheet}`")).unwrap_or_default();
    format!("{}: {people}, {profiles} in {rows}{sheet}", document.source)
}

fn label(read: &ReadLabel<'_>) -> String {
    let rows = counted(read.rows, "row", "rows");
    format!("`{}` is read as {} ({}), {rows}", read.label, read.zone, read.how)
}

/// The first of many headers, each cut where it is very long, and how many are left.
fn headers(headers: &[&str]) -> String {
    let shown = shown_of(headers.len(), MOST_HEADERS);
    let cut = |header: &&str| match header.char_indices().nth(LONGEST_HEADER) {
        Some((end, _)) => format!("{}…", &header[..end]),
        None => (*header).to_owned(),
    };
    let mut names: Vec<String> = headers[..shown].iter().map(cut).collect();
    if shown < headers.len() {
        names.push(format!("and {} more", headers.len() - shown));
    }
    names.join(", ")
}

/// `no faults (1 warning)`, `not usable as it is (2 errors, 1 note)`.
fn verdict(document: &CheckDocument<'_>) -> String {
    let verdict = if document.ok { "no faults" } else { "not usable as it is" };
    verdict.to_owned() + &document.counts(counted)
}

/// A count with its noun, its digits together.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
