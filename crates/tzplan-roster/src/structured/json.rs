//! JSON: `[{…}, {…}]`, or `{"members": […], "policy": {…}}`; also what programs keep: lists under other names
//! (`users`), people by their names or ids, nested hours and profiles.
//!
//! Entries are kept as parts of the text, so that each value is known by its place and only one entry at a
//! time is taken apart.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::document::{Document, LISTS, LISTS_OF_PROGRAMS, Wrong, no_members};
use super::entry::{Entry, EntryValue, Item, MOST_KEYS};
use crate::columns::{Field, meaning};
use crate::faults::Fault;

/// A JSON document.
pub(super) struct Json<'t> {
    text: &'t str,
    list: String,
    entries: Vec<&'t RawValue>,
    /// The keys of people who are kept by names or ids.
    keys: Vec<String>,
    policy: Option<&'t RawValue>,
    others: Vec<(String, Range<usize>)>,
}

const EXAMPLE: &str = r#"{"members": [{"name": "Ana", "zone": "Europe/Lisbon", "hours": "9-17"}]}"#;

/// Reads a document as far as its entries.
pub(super) fn read(text: &str) -> Result<Json<'_>, Wrong> {
    // What follows is a part of this, and sound where it is sound.
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| wrong(text, 0, &error))?;
    let mut json = Json {
        text,
        list: String::new(),
        entries: Vec::new(),
        keys: Vec::new(),
        policy: None,
        others: Vec::new(),
    };
    let members = match whole.get().as_bytes().first() {
        Some(b'[') => Some(whole),
        _ => json.find_members(whole)?,
    };
    let Some(members) = members else {
        return if json.entries.is_empty() { Err(no_members(span(text, whole), EXAMPLE)) } else { Ok(json) };
    };
    if !members.get().starts_with('[') {
        return Err(no_members(span(text, members), EXAMPLE));
    }
    json.entries = serde_json::from_str(members.get())
        .map_err(|error| wrong(text, span(text, members).start, &error))?;
    Ok(json)
}

impl<'t> Json<'t> {
    /// The list of members in an object; `None` where it has none, or holds people by names of their own, which
    /// are then the entries.
    fn find_members(&mut self, whole: &'t RawValue) -> Result<Option<&'t RawValue>, Wrong> {
        let text = self.text;
        let Pairs(pairs) = take_apart(text, whole)?;
        let is_list = |value: &RawValue| value.get().starts_with('[');
        let mut members = None;
        let mut rest = Vec::new();
        for (key, value) in pairs {
            match LISTS.into_iter().find(|list| *list == key) {
                Some(list) if members.is_none() => {
                    list.clone_into(&mut self.list);
                    members = Some(value);
                }
                Some(_) => return Err(Wrong::new(twice(), span(text, value))),
                None if key == "policy" => self.policy = Some(value),
                None => rest.push((key, value)),
            }
        }
        if members.is_none() {
            let of_programs = |key: &str| LISTS_OF_PROGRAMS.contains(&&*key.to_ascii_lowercase());
            let mut lists = rest.iter().filter(|(key, value)| of_programs(key) && is_list(value));
            if let Some((key, value)) = lists.next() {
                if let Some((_, other)) = lists.next() {
                    return Err(Wrong::new(twice(), span(text, other)));
                }
                (self.list, members) = (key.clone(), Some(*value));
            } else if let Some((key, inner)) = rest.iter().find(|(key, value)| {
                of_programs(key)
                    && value.get().starts_with('{')
                    && LISTS.iter().any(|list| value.get().contains(list))
            }) {
                // `{"team": {"members": […]}}`
                let Pairs(pairs) = take_apart(text, inner)?;
                let found = pairs.into_iter().find(|(key, value)| LISTS.contains(&&**key) && is_list(value));
                if let Some((list, value)) = found {
                    (self.list, members) = (format!("{key}.{list}"), Some(value));
                }
            }
        }
        if members.is_none() && self.are_people(&rest) {
            (self.keys, self.entries) = rest.into_iter().unzip();
            return Ok(None);
        }
        self.others = rest.into_iter().map(|(key, value)| (key, span(text, value))).collect();
        Ok(members)
    }

    /// Whether values are people: objects of which the first says where somebody is.
    fn are_people(&self, values: &[(String, &'t RawValue)]) -> bool {
        let mut entry = Entry::default();
        values.iter().all(|(_, value)| value.get().starts_with('{'))
            && values.first().is_some_and(|(_, first)| self.items(first, &mut entry).is_ok())
            && entry
                .items
                .iter()
                .any(|item| meaning(&item.key).is_some_and(|(field, _)| Field::OF_PLACES.contains(&field)))
    }
}

impl<'t> Document<'t> for Json<'t> {
    fn list(&self) -> &str {
        &self.list
    }

    fn key(&self, index: usize) -> Option<&str> {
        self.keys.get(index).map(String::as_str)
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

/// Objects are looked into so deep.
const DEEPEST: usize = 3;

/// The keys of a start and of an end, in small letters.
const STARTS: [&str; 5] = ["start", "from", "begin", "starttime", "start_time"];
const ENDS: [&str; 5] = ["end", "to", "until", "endtime", "end_time"];

fn names_weekday(key: &str) -> bool {
    meaning(key).is_some_and(|(field, _)| Field::OF_WEEKDAYS.contains(&field))
}

/// `{"start": "09:00", "end": "17:00"}` as `09:00-17:00`; `no` where it is switched off; `None` for other
/// objects.
fn range(object: &RawValue) -> Result<Option<String>, serde_json::Error> {
    let Pairs(pairs) = serde_json::from_str(object.get())?;
    let (mut start, mut end) = (None, None);
    for (key, value) in pairs {
        let value = value.get();
        match key.to_ascii_lowercase().as_str() {
            "enabled" | "active" | "available" | "isworking" | "working" | "open" if value == "false" => {
                return Ok(Some("no".to_owned()));
            }
            key if STARTS.contains(&key) => start = plain(value)?,
            key if ENDS.contains(&key) => end = plain(value)?,
            _ => {}
        }
    }
    Ok(start.zip(end).map(|(start, end)| format!("{start}-{end}")))
}

/// A text or a number.
fn plain(raw: &str) -> Result<Option<String>, serde_json::Error> {
    match raw.as_bytes().first() {
        Some(b'"') => string(raw).map(Some),
        Some(b'0'..=b'9') => Ok(Some(raw.to_owned())),
        _ => Ok(None),
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
        Some(b'{') => range(raw),
        Some(b'n' | b'[') | None => Ok(None),
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
