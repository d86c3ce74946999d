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
        // A number that a program gave to a zone is no offset.
        if raw.get().starts_with(|c: char| c.is_ascii_digit()) && is_id_of_zone(&key) {
            return Ok(());
        }
        if let Some(one) = addresses(&key, raw) {
            return self.item(key, one, entry, depth);
        }
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
        let value = match names_of_list(&key, raw) {
            Some(names) => EntryValue::Text(names.into()),
            None => value(raw).map_err(of_part)?,
        };
        entry.items.push(Item { key: key.into(), value, span: place });
        Ok(())
    }
}

/// `timezone.id`, `timezone_id`.
fn is_id_of_zone(key: &str) -> bool {
    key.to_ascii_lowercase().ends_with("id") && matches!(meaning(key), Some((Field::Zone, _)))
}

/// Of a list of addresses, offices or places the one that is somebody's: the only one, the primary one, or
/// that at work. `None` for anything else, and where none of several is told from the others.
fn addresses<'t>(key: &str, raw: &'t RawValue) -> Option<&'t RawValue> {
    let last = key.rsplit('.').next().filter(|_| raw.get().starts_with('['))?;
    if !LISTS_OF_PLACES.contains(&&*last.to_ascii_lowercase()) {
        return None;
    }
    let all: Vec<&RawValue> = serde_json::from_str(raw.get()).ok()?;
    let says = |one: &RawValue, key: &str, values: [&str; 2]| {
        let Ok(Pairs(pairs)) = serde_json::from_str(one.get()) else { return false };
        let is = |value: &RawValue| values.contains(&&*value.get().trim_matches('"').to_ascii_lowercase());
        pairs.iter().any(|(name, value)| name.eq_ignore_ascii_case(key) && is(value))
    };
    let only = |wanted: &dyn Fn(&RawValue) -> bool| {
        let mut found = all.iter().filter(|one| wanted(one));
        found.next().filter(|_| found.next().is_none()).copied()
    };
    let one = only(&|_| true)
        .or_else(|| only(&|one| says(one, "primary", ["true", "yes"])))
        .or_else(|| only(&|one| says(one, "type", ["work", "office"])));
    one.filter(|one| one.get().starts_with('{'))
}

/// Keys of lists of places, in small letters.
const LISTS_OF_PLACES: [&str; 4] = ["addresses", "locations", "offices", "worklocations"];

/// The names of teams or roles in a list, which decide nothing: `[{"id": …, "summary": "Platform"}]`.
fn names_of_list(key: &str, raw: &RawValue) -> Option<String> {
    let is_list = raw.get().starts_with('[');
    let is_name = |key: &str| ["name", "summary", "displayname", "label", "title"].contains(&key);
    if !is_list || !matches!(meaning(key), Some((Field::Team | Field::Role, _))) {
        return None;
    }
    let all: Vec<&RawValue> = serde_json::from_str(raw.get()).ok()?;
    let names = all.into_iter().map(|one| {
        if let Ok(text) = serde_json::from_str::<String>(one.get()) {
            return Some(text);
        }
        let Pairs(pairs) = serde_json::from_str(one.get()).ok()?;
        let mut named = pairs.into_iter().filter(|(key, _)| is_name(&key.to_ascii_lowercase()));
        named.find_map(|(_, value)| serde_json::from_str(value.get()).ok())
    });
    names.collect::<Option<Vec<String>>>().map(|names| names.join(", "))
}

fn names_weekday(key: &str) -> bool {
    meaning(key).is_some_and(|(field, _)| Field::OF_WEEKDAYS.contains(&field))
}
