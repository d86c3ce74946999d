//! JSON: `[{…}, {…}]`, or `{"members": […], "policy": {…}}`; also what programs keep: lists under other names
//! (`users`), people by their names or ids, nested hours and profiles.
//!
//! Entries are kept as parts of the text, so that each value is known by its place and only one entry at a
//! time is taken apart.

mod fields;
mod pairs;
mod part;
mod value;

use std::ops::Range;

use serde_json::value::RawValue;

use super::document::{Document, LISTS, LISTS_OF_PROGRAMS, Wrong, no_members};
use super::entry::Entry;
use crate::columns::{Field, meaning};
use crate::faults::Fault;
use pairs::{Pairs, take_apart};
use part::{span, wrong};

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

/// How members are written.
pub(super) const EXAMPLE: &str =
    r#"{"members": [{"name": "Ana", "zone": "Europe/Lisbon", "hours": "9-17"}]}"#;

/// Reads a document as far as its entries; `example` says how to write them where there are none.
pub(super) fn read<'t>(text: &'t str, example: &str) -> Result<Json<'t>, Wrong> {
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
        Some(b'{') => json.find_members(whole)?,
        _ => return Err(no_members(span(text, whole), example)),
    };
    let Some(members) = members else {
        return if json.entries.is_empty() { Err(no_members(span(text, whole), example)) } else { Ok(json) };
    };
    if members.get().starts_with('{') {
        let Pairs(people) = take_apart(text, members)?;
        if json.are_people(&people) {
            (json.keys, json.entries) = people.into_iter().unzip();
            return Ok(json);
        }
    }
    if !members.get().starts_with('[') {
        return Err(no_members(span(text, members), example));
    }
    json.entries = serde_json::from_str(members.get())
        .map_err(|error| wrong(text, span(text, members).start, &error))?;
    Ok(json)
}

impl<'t> Json<'t> {
    /// The list of members in an object; `None` where it has none, or holds people by names of their own,
    /// which are then the entries.
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
        let of_programs = |key: &str| LISTS_OF_PROGRAMS.contains(&&*key.to_ascii_lowercase());
        if members.is_none() {
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
        if members.is_none() {
            // `{"people": {"Ida": {"tz": …}, …}}`
            let mut keyed = Vec::new();
            for (key, value) in &rest {
                if of_programs(key) && value.get().starts_with('{') {
                    let Pairs(people) = take_apart(text, value)?;
                    keyed.extend(self.are_people(&people).then(|| (key.clone(), *value)));
                }
            }
            if let [_, (_, other), ..] = &keyed[..] {
                return Err(Wrong::new(twice(), span(text, other)));
            }
            if let Some((key, value)) = keyed.pop() {
                rest.retain(|(other, _)| *other != key);
                (self.list, members) = (key, Some(value));
            }
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

fn twice() -> Fault {
    Fault::error("duplicate-key", "the file lists its members twice", "keep one list, `members`")
}
