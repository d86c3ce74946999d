//! JSON: `[{…}, {…}]`, or `{"members": […], "policy": {…}}`.
//!
//! Entries are kept as parts of the text, so that each value is known by its place and only one entry at a
//! time is taken apart.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::document::{Document, LISTS, Wrong, no_members};
use super::entry::{Entry, EntryValue, Item, MOST_KEYS};
use crate::faults::Fault;

/// A JSON document.
pub(super) struct Json<'t> {
    text: &'t str,
    list: &'static str,
    entries: Vec<&'t RawValue>,
    policy: Option<&'t RawValue>,
    others: Vec<(String, Range<usize>)>,
}

const EXAMPLE: &str = r#"{"members": [{"name": "Ana", "zone": "Europe/Lisbon", "hours": "9-17"}]}"#;

/// Reads a document as far as its entries.
pub(super) fn read(text: &str) -> Result<Json<'_>, Wrong> {
    // What follows is a part of this, and sound where it is sound.
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| wrong(text, 0, &error))?;
    let mut json = Json { text, list: "", entries: Vec::new(), policy: None, others: Vec::new() };
    let members = match whole.get().as_bytes().first() {
        Some(b'[') => whole,
        _ => {
            let Pairs(pairs) = take_apart(text, whole)?;
            let mut members = None;
            for (key, value) in pairs {
                match LISTS.into_iter().find(|list| *list == key) {
                    Some(list) if members.is_none() => (json.list, members) = (list, Some(value)),
                    Some(_) => return Err(Wrong::new(twice(), span(text, value))),
                    None if key == "policy" => json.policy = Some(value),
                    None => json.others.push((key, span(text, value))),
                }
            }
            members.ok_or_else(|| no_members(span(text, whole), EXAMPLE))?
        }
    };
    if !members.get().starts_with('[') {
        return Err(no_members(span(text, members), EXAMPLE));
    }
    json.entries = serde_json::from_str(members.get())
        .map_err(|error| wrong(text, span(text, members).start, &error))?;
    Ok(json)
}

impl<'t> Document<'t> for Json<'t> {
    fn list(&self) -> &str {
        self.list
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn span(&self, index: usize) -> Range<usize> {
        span(self.text, self.entries[index])
    }

    fn entry(&self, index: usize, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        self.items(self.entries[index], entry)
    }

    fn policy(&self, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        self.policy.map_or(Ok(()), |policy| self.items(policy, entry))
    }

    fn others(&self) -> &[(String, Range<usize>)] {
        &self.others
    }
}

impl<'t> Json<'t> {
    fn items(&self, raw: &'t RawValue, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        entry.items.clear();
        if !raw.get().starts_with('{') {
            let message = "this is no object with the fields of a person";
            let fault = Fault::error("bad-entry", message, "write {\"name\": …, \"zone\": …}");
            return Err(Wrong::new(fault, span(self.text, raw)));
        }
        let Pairs(pairs) = take_apart(self.text, raw)?;
        for (key, raw) in pairs {
            let place = span(self.text, raw);
            let value = value(raw).map_err(|error| wrong(self.text, place.start, &error))?;
            entry.items.push(Item { key: key.into(), value, span: place });
        }
        Ok(())
    }
}

/// A value as a cell would hold it. Numbers stand as they are written.
fn value(raw: &RawValue) -> Result<EntryValue<'_>, serde_json::Error> {
    let text = raw.get();
    Ok(match text.as_bytes().first() {
        Some(b'"') => EntryValue::Text(string(text)?.into()),
        Some(b'n') | None => EntryValue::Nothing,
        Some(b'{') => EntryValue::Nested,
        Some(b'[') => {
            let parts: Vec<&RawValue> = serde_json::from_str(text)?;
            let mut list = Vec::with_capacity(parts.len().min(MOST_KEYS));
            for part in parts {
                match value_of_part(part)? {
                    Some(part) => list.push(part.into()),
                    None => return Ok(EntryValue::Nested),
                }
            }
            EntryValue::List(list)
        }
        Some(_) => EntryValue::Text(text.into()),
    })
}

fn value_of_part(raw: &RawValue) -> Result<Option<String>, serde_json::Error> {
    let text = raw.get();
    match text.as_bytes().first() {
        Some(b'"') => string(text).map(Some),
        Some(b'n' | b'{' | b'[') | None => Ok(None),
        Some(_) => Ok(Some(text.to_owned())),
    }
}

fn string(text: &str) -> Result<String, serde_json::Error> {
    serde_json::from_str(text)
}

/// Where a part of the text stands.
fn span(text: &str, part: &RawValue) -> Range<usize> {
    let start = (part.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.get().len()
}

/// What the parser says is wrong, in a part that starts at a place.
fn wrong(text: &str, start: usize, error: &serde_json::Error) -> Wrong {
    let part = text.get(start..).unwrap_or_default();
    let line = error.line().saturating_sub(1);
    let before: usize = part.split_inclusive('\n').take(line).map(str::len).sum();
    let at = (start + before + error.column().saturating_sub(1)).min(text.len());
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let fault =
        Fault::error("bad-json", format!("this is not JSON: {message}"), "correct it here and try again");
    Wrong::new(fault, at..at + 1)
}

fn twice() -> Fault {
    Fault::error("duplicate-key", "the file lists its members twice", "keep one list, `members`")
}

/// The pairs of an object, in its order.
struct Pairs<'t>(Vec<(String, &'t RawValue)>);

fn take_apart<'t>(text: &str, object: &'t RawValue) -> Result<Pairs<'t>, Wrong> {
    let place = span(text, object);
    let pairs: Pairs<'_> =
        serde_json::from_str(object.get()).map_err(|error| wrong(text, place.start, &error))?;
    if pairs.0.len() > MOST_KEYS {
        let message = format!("this object has more than {MOST_KEYS} keys");
        return Err(Wrong::new(
            Fault::error("too-many-keys", message, "write an entry for each person"),
            place,
        ));
    }
    Ok(pairs)
}

impl<'de: 't, 't> Deserialize<'de> for Pairs<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while pairs.len() <= MOST_KEYS {
            let Some(key) = map.next_key_seed(KeySeed)? else { return Ok(Pairs(pairs)) };
            pairs.push((key, map.next_value()?));
        }
        // One more than is taken: the caller refuses it.
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Pairs(pairs))
    }
}

/// A key as a text.
struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        String::deserialize(deserializer)
    }
}
