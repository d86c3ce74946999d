//! People who stand where nobody is read from.

use std::ops::Range;

use serde_json::value::RawValue;

use super::Json;
use super::pairs::{Pairs, take_apart};
use crate::columns::meaning;
use crate::structured::entry::{Entry, EntryValue, Item};
use crate::structured::lists::{has_name, has_place, has_zone, is_nobody};

/// Values are looked into so deep.
const DEEPEST: usize = 6;

impl<'t> Json<'t> {
    /// Somebody in a value that is not read, with their path. `key` is the last one of the path.
    pub(super) fn somebody_in(
        &self,
        path: &str,
        key: &str,
        value: &'t RawValue,
        depth: usize,
    ) -> Option<(String, &'t RawValue)> {
        let text = value.get();
        if !text.starts_with(['{', '[']) || is_nobody(key) || depth > DEEPEST {
            return None;
        }
        if text.starts_with('[') {
            let entries: Vec<&RawValue> = serde_json::from_str(text).unwrap_or_default();
            let objects = entries.into_iter().enumerate().filter(|(_, one)| one.get().starts_with('{'));
            let mut found = objects
                .filter_map(|(place, one)| self.somebody_in(&format!("{path}[{place}]"), "", one, depth + 1));
            return found.next();
        }
        if self.is_somebody(value, &mut Entry::default()) {
            return Some((path.to_owned(), value));
        }
        let Pairs(pairs) = take_apart(self.text, value).ok()?;
        if depth > 0 && self.are_people(&pairs) && pairs.iter().all(|(key, _)| !is_nobody(key)) {
            return Some((path.to_owned(), value));
        }
        pairs
            .into_iter()
            .find_map(|(key, value)| self.somebody_in(&format!("{path}.{key}"), &key, value, depth + 1))
    }

    /// Whether an object says who and where somebody is.
    pub(super) fn is_somebody(&self, value: &'t RawValue, entry: &mut Entry<'t>) -> bool {
        self.items(value, entry).is_ok() && has_place(entry) && has_name(entry)
    }

    /// A list of people in an entry of a person: `reports`.
    pub(super) fn people_within<'e>(&self, entry: &'e Entry<'t>) -> Option<(&'e str, Range<usize>)> {
        let mut inner = Entry::default();
        let mut is_of_people = |item: &&Item<'t>| {
            let text = self.text.get(item.span.clone()).unwrap_or_default();
            matches!(item.value, EntryValue::Nested)
                && text.starts_with('[')
                && !is_nobody(&item.key)
                && meaning(&item.key).is_none()
                && serde_json::from_str(text).is_ok_and(|list: Vec<&'t RawValue>| {
                    list.into_iter().any(|one| self.is_somebody(one, &mut inner) && has_zone(&inner))
                })
        };
        let found = entry.items.iter().find(&mut is_of_people)?;
        Some((&found.key, found.span.clone()))
    }
}
