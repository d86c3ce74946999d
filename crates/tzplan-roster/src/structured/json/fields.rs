//! The fields of one entry: its pairs, and those nested in them that say something of a person.

use serde_json::value::RawValue;

use super::Json;
use super::pairs::{Pairs, take_apart};
use super::part::{span, wrong};
use super::value::{ENDS, STARTS, range, value};
use crate::columns::{Field, meaning};
use crate::faults::Fault;
use crate::structured::document::Wrong;
use crate::structured::entry::{Entry, EntryValue, Item};

/// Objects are looked into so deep.
const DEEPEST: usize = 3;

impl<'t> Json<'t> {
    pub(super) fn items(&self, raw: &'t RawValue, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        entry.items.clear();
        if !raw.get().starts_with('{') {
            let message = "this is no object with the fields of a person";
            let fault = Fault::error("bad-entry", message, "write {\"name\": …, \"zone\": …}");
            return Err(Wrong::new(fault, span(self.text, raw)));
        }
        let Pairs(pairs) = take_apart(self.text, raw)?;
        for (key, raw) in pairs {
            self.item(key, raw, entry, 0)?;
        }
        Ok(())
    }

    /// Adds a pair; of a nested object those parts that are fields, under their paths: `workingHours.start`.
    fn item(&self, key: String, raw: &'t RawValue, entry: &mut Entry<'t>, depth: usize) -> Result<(), Wrong> {
        let place = span(self.text, raw);
        let of_part = |error| wrong(self.text, place.start, &error);
        if raw.get().starts_with('{') && depth < DEEPEST {
            if let Some(range) = range(raw).map_err(of_part)?.filter(|_| names_weekday(&key)) {
                entry.items.push(Item {
                    key: key.into(),
                    value: EntryValue::Text(range.into()),
                    span: place,
                });
                return Ok(());
            }
            let Pairs(pairs) = take_apart(self.text, raw)?;
            // Half a range is no hours, and is said to be none.
            let has =
                |names: &[&str]| pairs.iter().any(|(key, _)| names.contains(&&*key.to_ascii_lowercase()));
            if matches!(meaning(&key), Some((Field::Hours, _))) && has(&STARTS) != has(&ENDS) {
                entry.items.push(Item { key: key.into(), value: EntryValue::Nested, span: place });
                return Ok(());
            }
            let before = entry.items.len();
            for (inner, raw) in pairs {
                let path = format!("{key}.{inner}");
                if raw.get().starts_with('{') || meaning(&path).is_some() {
                    self.item(path, raw, entry, depth + 1)?;
                }
            }
            if entry.items.len() > before || depth > 0 {
                return Ok(());
            }
        }
        let value = value(raw).map_err(of_part)?;
        entry.items.push(Item { key: key.into(), value, span: place });
        Ok(())
    }
}

fn names_weekday(key: &str) -> bool {
    meaning(key).is_some_and(|(field, _)| Field::OF_WEEKDAYS.contains(&field))
}
