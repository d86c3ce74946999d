//! A plain list as a document: each line with a bullet is somebody, or each line at all. Headings and blank
//! lines say nothing.

use std::ops::Range;

use super::document::{Document, Wrong};
use super::entry::{Entry, EntryValue, Item};
use super::lists::Lists;
use crate::bare_list::is_person;
use crate::faults::Fault;
use crate::list_line::{ListLine, behind_bullet};
use crate::places::{hours_beside, without_links};
use crate::text::clean;
use crate::wording::Quoted;

/// A list that was read.
pub(super) struct PlainList<'t> {
    text: &'t str,
    lists: Lists,
    entries: Vec<Range<usize>>,
    bullets: Bullets,
    /// Whether lines above the first entry are left out.
    pub(super) has_titles: bool,
}

/// Whether lines of a list begin with bullets.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bullets {
    Needed,
    /// Lines above the first that names somebody are titles.
    Optional,
}

/// Reads a list.
pub(super) fn read(text: &str, bullets: Bullets) -> PlainList<'_> {
    let mut entries = Vec::new();
    let mut has_titles = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let inner = line.trim();
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        if inner.is_empty() || inner.starts_with('#') {
            continue;
        }
        if bullets == Bullets::Optional && entries.is_empty() && !is_person(inner) {
            has_titles = true;
            continue;
        }
        entries.push(start..start + inner.len());
    }
    PlainList { text, lists: Lists::default(), entries, bullets, has_titles }
}

impl<'t> Document<'t> for PlainList<'t> {
    fn lists(&self) -> &Lists {
        &self.lists
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn span(&self, index: usize) -> Range<usize> {
        self.entries[index].clone()
    }

    fn entry(&self, index: usize, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        let span = self.span(index);
        let line = &self.text[span.clone()];
        entry.items.clear();
        let item = match (behind_bullet(line), self.bullets) {
            (Some(item), _) => item,
            (None, Bullets::Optional) => line,
            (None, Bullets::Needed) => {
                let message = format!("{} is no line of the list", Quoted(line));
                let help = "write it like `- Ana: Europe/Lisbon`, or leave it out";
                return Err(Wrong::new(Fault::error("bad-entry", message, help), span));
            }
        };
        let ListLine { name, place } = ListLine::of(item);
        let whole = clean(&without_links(place)).into_owned();
        let place_at = if place.is_empty() { span.clone() } else { within(self.text, place) };
        let (zone, hours) = match hours_beside(&whole) {
            Some(hours) => (without(&whole, hours), hours.to_owned()),
            None => (whole, String::new()),
        };
        let mut add = |key: &'static str, value: String, span: Range<usize>| {
            entry.items.push(Item { key: key.into(), value: EntryValue::Text(value.into()), span });
        };
        add("name", clean(&without_links(name)).into_owned(), within(self.text, name));
        add("zone", zone, place_at.clone());
        add("hours", hours, place_at);
        Ok(())
    }

    fn policy(&self, _entry: &mut Entry<'t>) -> Result<(), Wrong> {
        Ok(())
    }

    fn others(&self) -> &[(String, Range<usize>)] {
        &[]
    }

    fn path(&self, index: Option<usize>, _key: Option<&str>) -> String {
        index.map_or_else(String::new, |index| format!("entry {}", index + 1))
    }
}

/// A place without the hours beside it: `Lisbon` of `Lisbon (9-17)`.
fn without(place: &str, hours: &str) -> String {
    let at = hours.as_ptr() as usize - place.as_ptr() as usize;
    let marks = |c: char| c.is_whitespace() || "()[],;:@-\u{2013}\u{2014}".contains(c);
    let rest = [&place[..at], &place[at + hours.len()..]].map(|part| part.trim_matches(marks));
    rest.join(" ").trim().to_owned()
}

/// Where a part of a text stands in it.
fn within(text: &str, part: &str) -> Range<usize> {
    let at = part.as_ptr() as usize - text.as_ptr() as usize;
    at..at + part.len()
}
