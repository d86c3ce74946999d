//! One entry on its way to a row.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::document::Document;
use super::entry::{Entry, EntryValue, Item, duplicate};
use super::lines::Lines;
use crate::cells::{CellBuffer, Place};
use crate::columns::{Field, meaning};
use crate::faults::{Fault, Pointer};
use crate::rows::Rows;
use crate::wording::Quoted;

/// Turns entries into cells.
pub(super) struct EntryReader<'k> {
    /// The places of the keys that are recognised.
    known: &'k FxHashMap<String, usize>,
    cells: CellBuffer,
    /// The items of the present entry by these places.
    values: Vec<Option<usize>>,
}

impl<'k> EntryReader<'k> {
    pub(super) fn new(known: &'k FxHashMap<String, usize>) -> Self {
        Self { known, cells: CellBuffer::default(), values: Vec::new() }
    }

    /// Adds an entry to the rows; `false` when there is no room for more.
    pub(super) fn read<'t>(
        &mut self,
        document: &impl Document<'t>,
        index: usize,
        lines: &Lines<'_>,
        rows: &mut Rows<'_>,
    ) -> bool {
        let mut entry = Entry::default();
        let found = document.entry(index, &mut entry);
        let path = |key: Option<&str>| document.path(Some(index), key);
        let mut place =
            EntryPlace { items: Vec::new(), index, span: document.span(index), lines, path: &path };
        if let Err(wrong) = found {
            place.span = wrong.span;
            rows.reject(&[(None, wrong.fault)], &place);
            return true;
        }
        self.values.clear();
        self.values.resize(self.known.len(), None);
        for (item, Item { key, .. }) in entry.items.iter().enumerate() {
            if let Some(column) = self.known.get(&**key) {
                self.values[*column] = Some(item);
            }
        }
        self.cells.clear();
        let mut faults = Vec::new();
        if let Some(twice) = duplicate(&entry.items) {
            let key = &*entry.items[twice].key;
            let message = format!("this entry has the key {} twice", Quoted(key));
            let fault = Fault::error("duplicate-key", message, "keep one of them");
            faults.push((self.known.get(key).copied(), fault));
        }
        for (column, item) in self.values.iter().enumerate() {
            let cell = item.map_or(Ok("".into()), |item| cell(&entry.items[item]));
            self.cells.push(&cell.unwrap_or_else(|fault| {
                faults.push((Some(column), fault));
                "".into()
            }));
        }
        place.items = self.values.iter().map(|item| item.map(|item| &entry.items[item])).collect();
        if faults.is_empty() {
            return rows.add(self.cells.cells(), &place);
        }
        rows.reject(&faults, &place);
        true
    }
}

/// The cell that a value stands for.
fn cell<'a>(item: &'a Item<'_>) -> Result<Cow<'a, str>, Fault> {
    let field = meaning(&item.key).map(|(field, _)| field);
    let field_name = field.map_or("cell", Field::as_str);
    match &item.value {
        EntryValue::Nothing => Ok("".into()),
        EntryValue::Text(text) => Ok(Cow::Borrowed(text)),
        EntryValue::List(list) => match field {
            Some(Field::Days | Field::Off | Field::Start | Field::End) => Ok(list.join(";").into()),
            // Stretches with days of their own stand behind a semicolon, those of one day behind a comma.
            Some(Field::Hours) => {
                let named = list.iter().any(|part| part.trim_start().starts_with(char::is_alphabetic));
                Ok(list.join(if named { "; " } else { "," }).into())
            }
            _ => Err(Fault::error(
                "bad-value",
                format!("a list is no {field_name}"),
                format!("write one {field_name} as a text"),
            )),
        },
        EntryValue::Nested => Err(Fault::error(
            "bad-value",
            format!("this is no {field_name}"),
            format!("write the {field_name} as a text, as it would stand in a table"),
        )),
    }
}

/// Where an entry stands.
struct EntryPlace<'a, 't> {
    /// The items of the cells.
    items: Vec<Option<&'a Item<'t>>>,
    index: usize,
    span: Range<usize>,
    lines: &'a Lines<'a>,
    path: &'a dyn Fn(Option<&str>) -> String,
}

impl Place for EntryPlace<'_, '_> {
    fn line(&self) -> u64 {
        self.lines.line(self.span.start)
    }

    fn pointer(&self, cell: usize) -> Pointer {
        match self.items.get(cell).copied().flatten() {
            Some(item) => self.lines.pointer((self.path)(Some(&item.key)), item.span.clone(), self.index),
            None => self.lines.pointer((self.path)(None), self.span.clone(), self.index),
        }
    }
}
