//! TOML: `[[member]]` tables (or `members = [{…}]`), and a table `[policy]`.

use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::document::{Document, LISTS, Wrong, no_members};
use super::entry::{Entry, EntryValue, Item, MOST_KEYS};
use crate::faults::Fault;

/// A TOML document.
pub(super) struct Toml<'t> {
    list: &'static str,
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
    let mut toml = Toml { list: "member", entries: Vec::new(), policy: None, others: Vec::new() };
    let mut members = None;
    for (key, value) in table.into_inner() {
        let (key, span) = (key.into_inner(), value.span());
        match LISTS.into_iter().find(|list| *list == key) {
            Some(list) if members.is_none() => {
                toml.list = list;
                members = Some(value);
            }
            Some(_) => {
                let message = "the file lists its members twice, as `member` and as `members`";
                return Err(Wrong::new(Fault::error("duplicate-key", message, "keep one list"), span));
            }
            None if key == "policy" => toml.policy = Some((span, value.into_inner())),
            None => toml.others.push((key.into_owned(), span)),
        }
    }
    let Some(members) = members else { return Err(no_members(0..0, EXAMPLE)) };
    let span = members.span();
    let DeValue::Array(entries) = members.into_inner() else { return Err(no_members(span, EXAMPLE)) };
    toml.entries = entries.into_iter().map(|entry| (entry.span(), entry.into_inner())).collect();
    toml.others.sort_by_key(|(_, span)| span.start);
    Ok(toml)
}

impl<'t> Document<'t> for Toml<'t> {
    fn list(&self) -> &str {
        self.list
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
