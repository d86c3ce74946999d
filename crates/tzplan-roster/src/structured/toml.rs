//! TOML: `[[member]]` tables (or `members = [{…}]`), further lists of people such as `[[contractor]]`, and a
//! table `[policy]`.

use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::document::{Document, Wrong, no_members};
use super::entry::{Entry, EntryValue, Item, MOST_KEYS};
use super::lists::{LISTS, Lists, beside, default_beside, has_name, has_place, is_nobody, is_of_everybody};
use crate::faults::Fault;

/// A TOML document.
pub(super) struct Toml<'t> {
    lists: Lists,
    entries: Vec<(Range<usize>, DeValue<'t>)>,
    policy: Option<(Range<usize>, DeValue<'t>)>,
    others: Vec<(String, Range<usize>)>,
}

const EXAMPLE: &str = "[[member]] with name = \"Ana\" and zone = \"Europe/Lisbon\" below it";

/// Reads a document.
pub(super) fn read(text: &str) -> Result<Toml<'_>, Wrong> {
    let table = DeTable::parse(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().lines().next().unwrap_or_default();
        let message = crate::text::clean(message).into_owned();
        let fault =
            Fault::error("bad-toml", format!("this is not TOML: {message}"), "correct it here and try again");
        Wrong::new(fault, span)
    })?;
    let mut toml = Toml { lists: Lists::default(), entries: Vec::new(), policy: None, others: Vec::new() };
    let mut members = None;
    let (mut further, mut left_out) = (Vec::new(), None);
    for (key, value) in table.into_inner() {
        let (key, span) = (key.into_inner(), value.span());
        if let Some(fault) = default_in(&key, value.get_ref()) {
            return Err(Wrong::new(fault, span));
        }
        match LISTS.into_iter().find(|list| *list == key) {
            Some(list) if members.is_none() => {
                members = Some((list, value));
            }
            Some(_) => {
                let message = "the file lists its members twice, as `member` and as `members`";
                return Err(Wrong::new(Fault::error("duplicate-key", message, "keep one list"), span));
            }
            None if key == "policy" => toml.policy = Some((span, value.into_inner())),
            None if is_nobody(&key) => toml.others.push((key.into_owned(), span)),
            None => {
                if let Some(path) = somebody_below(&key, &value) {
                    left_out.get_or_insert((path, span.clone()));
                }
                match value.into_inner() {
                    DeValue::Array(list) if are_people(&list) => {
                        further.push((span.start, key.into_owned(), list));
                    }
                    _ => toml.others.push((key.into_owned(), span)),
                }
            }
        }
    }
    further.sort_by_key(|(start, ..)| *start);
    if let Some((list, members)) = members {
        let span = members.span();
        let DeValue::Array(entries) = members.into_inner() else { return Err(no_members(span, EXAMPLE)) };
        further.insert(0, (0, list.to_owned(), entries));
    } else if further.is_empty() {
        return Err(no_members(0..0, EXAMPLE));
    }
    if let Some((path, span)) = left_out {
        return Err(Wrong::new(beside(&path, &further[0].1), span));
    }
    for (_, key, list) in further {
        toml.lists.add(&key, toml.entries.len(), &key);
        toml.entries.extend(list.into_iter().map(|entry| (entry.span(), entry.into_inner())));
    }
    toml.others.sort_by_key(|(_, span)| span.start);
    Ok(toml)
}

/// Hours or days that are meant for everybody.
fn default_in(key: &str, value: &DeValue<'_>) -> Option<Fault> {
    match value {
        DeValue::String(text) => default_beside(key, text),
        DeValue::Table(table) if is_of_everybody(key) => {
            table.iter().find_map(|(key, value)| default_in(key.get_ref(), value.get_ref()))
        }
        _ => None,
    }
}

impl<'t> Document<'t> for Toml<'t> {
    fn lists(&self) -> &Lists {
        &self.lists
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn span(&self, index: usize) -> Range<usize> {
        self.entries[index].0.clone()
    }

    fn entry(&self, index: usize, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        let (span, value) = &self.entries[index];
        items(span, value, entry)
    }

    fn policy(&self, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        self.policy.as_ref().map_or(Ok(()), |(span, value)| items(span, value, entry))
    }

    fn others(&self) -> &[(String, Range<usize>)] {
        &self.others
    }
}

/// Whether one of a list says who and where somebody is.
fn are_people(list: &[Spanned<DeValue<'_>>]) -> bool {
    list.iter().any(|one| matches!(one.get_ref(), DeValue::Table(_)) && says(one, &[has_place, has_name]))
}

/// The path of somebody in a table of a key: of the table, or of what is in it.
fn somebody_below(path: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
    let DeValue::Table(table) = value.get_ref() else { return None };
    if says(value, &[has_place]) {
        return Some(path.to_owned());
    }
    table.iter().filter(|(key, _)| !is_nobody(key.get_ref())).find_map(|(key, inner)| {
        let path = format!("{path}.{}", key.get_ref());
        match inner.get_ref() {
            DeValue::Array(list) if are_people(list) => Some(path),
            _ => somebody_below(&path, inner),
        }
    })
}

fn says(value: &Spanned<DeValue<'_>>, what: &[fn(&Entry<'_>) -> bool]) -> bool {
    let mut entry = Entry::default();
    items(&value.span(), value.get_ref(), &mut entry).is_ok() && what.iter().all(|has| has(&entry))
}

fn items<'t>(span: &Range<usize>, value: &DeValue<'t>, entry: &mut Entry<'t>) -> Result<(), Wrong> {
    entry.items.clear();
    let fault = match value {
        DeValue::Table(table) if table.len() <= MOST_KEYS => {
            let item = |(key, value): (&Spanned<_>, &Spanned<DeValue<'t>>)| {
                let key: &std::borrow::Cow<'t, str> = key.get_ref();
                Item { key: key.clone(), value: value_of(value.get_ref()), span: value.span() }
            };
            entry.items.extend(table.iter().map(item));
            // The table has them by name.
            entry.items.sort_by_key(|item| item.span.start);
            return Ok(());
        }
        DeValue::Table(_) => {
            let message = format!("this table has more than {MOST_KEYS} keys");
            Fault::error("too-many-keys", message, "write a table for each person")
        }
        _ => Fault::error(
            "bad-entry",
            "this is no table with the fields of a person",
            "write [[member]] and name = … and zone = … below it",
        ),
    };
    Err(Wrong::new(fault, span.clone()))
}

/// A value as a cell would hold it.
fn value_of<'t>(value: &DeValue<'t>) -> EntryValue<'t> {
    match value {
        DeValue::String(text) => EntryValue::Text(text.clone()),
        DeValue::Array(parts) => {
            let text = |part: &Spanned<DeValue<'t>>| match value_of(part.get_ref()) {
                EntryValue::Text(text) => Some(text),
                _ => None,
            };
            parts.iter().map(text).collect::<Option<_>>().map_or(EntryValue::Nested, EntryValue::List)
        }
        DeValue::Table(_) => EntryValue::Nested,
        DeValue::Boolean(value) => EntryValue::Text(if *value { "yes" } else { "no" }.into()),
        DeValue::Integer(number) if number.radix() == 10 => {
            EntryValue::Text(number.as_str().to_owned().into())
        }
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => EntryValue::Text(number.to_string().into()),
            Err(_) => EntryValue::Nested,
        },
        DeValue::Float(number) => EntryValue::Text(number.as_str().to_owned().into()),
        DeValue::Datetime(moment) => EntryValue::Text(as_cell(&moment.to_string()).to_owned().into()),
    }
}

/// A date stands as 2026-12-24; of a time, seconds that are zero are left out.
fn as_cell(moment: &str) -> &str {
    let is_time = moment.len() == 8 && moment.as_bytes()[2] == b':';
    if is_time { moment.strip_suffix(":00").unwrap_or(moment) } else { moment }
}
