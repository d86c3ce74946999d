//! Which keys of an entry are looked at, and at which places of a row.

use rustc_hash::FxHashMap;

use super::entry::{Entry, EntryValue, Item};
use crate::columns::{ColumnUse, Columns, Field, clock_of, is_first_name, meaning};

/// So many keys that are not read are looked at, in the first entries: what they hold may be hours.
const MOST_UNREAD: usize = 200;

/// The other keys of a field.
struct Others {
    field: Field,
    read: usize,
    /// The best of them first.
    places: Vec<usize>,
}

/// The keys of all entries.
pub(super) struct Keys {
    places: FxHashMap<String, usize>,
    is_read: Vec<bool>,
    /// The places of keys that say what another says better: they are read in entries without that one.
    others: Vec<Others>,
    /// How long a row is, and how long the first ones are.
    width: usize,
    first_width: usize,
}

impl Keys {
    /// The keys in the order of the columns; the first ones are of use.
    pub(super) fn new<'k>(keys: impl Iterator<Item = &'k str>, of_use: usize, columns: &Columns) -> Self {
        let is_read = |place: usize, usage: ColumnUse| place < of_use || matches!(usage, ColumnUse::Read(_));
        let is_read: Vec<bool> =
            columns.list.iter().enumerate().map(|(place, column)| is_read(place, column.usage)).collect();
        let width = is_read.iter().rposition(|is_read| *is_read).map_or(0, |last| last + 1);
        let others = others(columns);
        let first_width = is_read.len().min(width + MOST_UNREAD);
        let places = keys.take(first_width).enumerate().map(|(place, key)| (key.to_owned(), place)).collect();
        Self { places, is_read, others, width, first_width }
    }

    /// How many places a row has.
    pub(super) fn width(&self, is_first: bool) -> usize {
        if is_first { self.first_width } else { self.width }
    }

    pub(super) fn place(&self, key: &str) -> Option<usize> {
        self.places.get(key).copied()
    }

    /// Whether a value that is no text is a fault there.
    pub(super) fn is_read(&self, place: usize) -> bool {
        self.is_read[place]
    }

    /// Reads an entry's own key of a field where it has not the one that most have: one person's
    /// `name.display` is another's `fullName.first`, with `fullName.last` behind it.
    pub(super) fn fill<'t>(&self, values: &mut [Option<usize>], entry: &mut Entry<'t>) {
        for others in &self.others {
            let has = |place: usize, items: &[Item<'t>]| {
                values[place].is_some_and(|item| match &items[item].value {
                    EntryValue::Nothing => false,
                    EntryValue::Text(text) => !text.trim().is_empty(),
                    EntryValue::List(list) => !list.is_empty(),
                    EntryValue::Nested => true,
                })
            };
            if others.read >= values.len() || has(others.read, &entry.items) {
                continue;
            }
            let mut places = others.places.iter().filter(|place| **place < values.len());
            let Some(item) = places.find(|place| has(**place, &entry.items)).and_then(|place| values[*place])
            else {
                continue;
            };
            values[others.read] = Some(whole_name(others.field, item, entry));
        }
    }
}

/// The item of a name: of a first name with the surname beside it a new one of both.
fn whole_name(field: Field, item: usize, entry: &mut Entry<'_>) -> usize {
    let text = |item: &Item<'_>| match &item.value {
        EntryValue::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        _ => None,
    };
    let is_surname = |item: &&Item<'_>| matches!(meaning(&item.key), Some((Field::Surname, _)));
    let first = &entry.items[item];
    if field != Field::Name || !is_first_name(&first.key) {
        return item;
    }
    let surname = entry.items.iter().filter(is_surname).find_map(text);
    let Some((first_name, surname)) = text(first).zip(surname) else { return item };
    let value = EntryValue::Text(format!("{first_name} {surname}").into());
    let whole = Item { key: first.key.clone(), value, span: first.span.clone() };
    entry.items.push(whole);
    entry.items.len() - 1
}

/// The fields that several keys give on one clock.
fn others(columns: &Columns) -> Vec<Others> {
    let of = |field: Field| {
        let read = columns.place(field).filter(|_| columns.clock(field).is_none())?;
        let of_field = columns.list.iter().enumerate().filter(|(_, column)| {
            column.usage == ColumnUse::Outranked(field) && clock_of(&column.header).is_none()
        });
        let mut places: Vec<usize> = of_field.map(|(place, _)| place).collect();
        places.sort_by_key(|place| meaning(&columns.list[*place].header).map(|(_, rank)| rank));
        (!places.is_empty()).then_some(Others { field, read, places })
    };
    Field::ALL.into_iter().filter_map(of).collect()
}
