//! JSON: `[{…}, {…}]`, or `{"members": […], "policy": {…}}`; also what programs keep: lists under other names
//! (`users`), several lists, people by their names or ids, nested hours and profiles.
//!
//! Entries are kept as parts of the text, so that each value is known by its place and only one entry at a
//! time is taken apart.

mod beside;
mod fields;
mod pairs;
mod part;
mod people;
mod value;

use std::ops::Range;

use serde_json::value::RawValue;

use super::document::{Document, Wrong, no_members};
use super::entry::{Entry, EntryValue, Item};
use super::lists::{Lists, within};
use part::{span, wrong};

/// A JSON document.
pub(super) struct Json<'t> {
    text: &'t str,
    lists: Lists,
    entries: Vec<&'t RawValue>,
    /// The keys of people who are kept by names or ids, by their places.
    keys: Vec<Option<String>>,
    policy: Option<&'t RawValue>,
    others: Vec<(String, Range<usize>)>,
}

/// How members are written.
pub(super) const EXAMPLE: &str =
    r#"{"members": [{"name": "Ana", "zone": "Europe/Lisbon", "hours": "9-17"}]}"#;

/// Reads a document as far as its entries; `example` says how to write them where there are none.
pub(super) fn read<'t>(text: &'t str, example: &str) -> Result<Json<'t>, Wrong> {
    // What follows is a part of this, and sound where it is sound.
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| wrong(text, 0, &error))?;
    let mut json = Json {
        text,
        lists: Lists::default(),
        entries: Vec::new(),
        keys: Vec::new(),
        policy: None,
        others: Vec::new(),
    };
    match whole.get().as_bytes().first() {
        Some(b'[') => json.add_list(whole)?,
        Some(b'{') => json.find_people(whole, example)?,
        _ => return Err(no_members(span(text, whole), example)),
    }
    Ok(json)
}

impl<'t> Document<'t> for Json<'t> {
    fn lists(&self) -> &Lists {
        &self.lists
    }

    fn key(&self, index: usize) -> Option<&str> {
        self.keys.get(index)?.as_deref()
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn span(&self, index: usize) -> Range<usize> {
        span(self.text, self.entries[index])
    }

    fn entry(&self, index: usize, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        let raw = self.entries[index];
        // `"Ana": "Europe/Lisbon"`
        if self.key(index).is_some()
            && let Ok(zone) = serde_json::from_str::<String>(raw.get())
        {
            let value = EntryValue::Text(zone.into());
            entry.items = vec![Item { key: "zone".into(), value, span: self.span(index) }];
            return Ok(());
        }
        self.items(raw, entry)?;
        match self.people_within(entry) {
            Some((key, span)) => Err(Wrong::new(within(key), span)),
            None => Ok(()),
        }
    }

    fn policy(&self, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        self.policy.map_or(Ok(()), |policy| self.items(policy, entry))
    }

    fn others(&self) -> &[(String, Range<usize>)] {
        &self.others
    }
}
