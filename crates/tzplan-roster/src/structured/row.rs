//! One entry on its way to a row.

use std::borrow::Cow;
use std::ops::Range;

use super::document::Document;
use super::entry::{Entry, EntryValue, Item, duplicate};
use super::keys::Keys;
use super::lines::Lines;
use crate::cells::{CellBuffer, Place};
use crate::columns::{Field, meaning};
use crate::faults::{Fault, Pointer};
use crate::rows::Rows;
use crate::rows::left::has_left;
use crate::wording::Quoted;

/// Turns entries into cells.
pub(super) struct EntryReader<'k> {
    keys: &'k Keys,
    cells: CellBuffer,
    /// The items of the present entry by the places of their keys.
    values: Vec<Option<usize>>,
    /// Entries that are nobody.
    pub(super) left_out: usize,
    /// Whether entries share a line: then their numbers stand for them.
    is_numbered: bool,
}

/// Under which key the names of people stand who are kept by them.
const KEY_OF_NAMES: &str = "name";
/// Under which key the names of the lists stand.
pub(super) const KEY_OF_TEAMS: &str = "team";

/// What an entry gets from where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Completed {
    Name,
    NameAndTeam,
}

/// Adds to an entry the name under which it stands and the name of its list, where it has none itself.
pub(super) fn complete<'t>(
    document: &impl Document<'t>,
    index: usize,
    entry: &mut Entry<'t>,
    what: Completed,
) {
    let item = |key: &'static str, value: &str| {
        let value = EntryValue::Text(value.to_owned().into());
        Item { key: key.into(), value, span: document.span(index) }
    };
    let is_of_team = |item: &Item<'_>| matches!(meaning(&item.key), Some((Field::Team, _)));
    if let Some(key) = document.key(index).filter(|_| !entry.items.iter().any(names)) {
        entry.items.push(item(KEY_OF_NAMES, key));
    }
    if let Some(team) = document.lists().team(index)
        && what == Completed::NameAndTeam
        && !entry.items.iter().any(is_of_team)
    {
        entry.items.push(item(KEY_OF_TEAMS, team));
    }
}

impl<'k> EntryReader<'k> {
    pub(super) fn new<'t>(keys: &'k Keys, document: &impl Document<'t>, lines: &Lines<'_>) -> Self {
        let line = |index| lines.line(document.span(index).start);
        let is_numbered = (1..document.len()).any(|index| line(index - 1) == line(index));
        Self { keys, cells: CellBuffer::default(), values: Vec::new(), left_out: 0, is_numbered }
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
        let (span, is_numbered) = (document.span(index), self.is_numbered);
        let mut place = EntryPlace { items: Vec::new(), index, is_numbered, span, lines, path: &path };
        if let Err(wrong) = found {
            place.span = wrong.span;
            rows.reject(&[(None, wrong.fault)], &place);
            return true;
        }
        // Programs keep accounts that are nobody's.
        if entry.items.iter().any(is_nobody) {
            self.left_out += 1;
            return true;
        }
        complete(document, index, &mut entry, Completed::NameAndTeam);
        self.values.clear();
        self.values.resize(self.keys.width(rows.looks_at_unread()), None);
        for (item, Item { key, .. }) in entry.items.iter().enumerate() {
            if let Some(place) = self.keys.place(key).filter(|place| *place < self.values.len()) {
                self.values[place] = Some(item);
            }
        }
        let written = entry.items.len();
        self.keys.fill(&mut self.values, &mut entry);
        self.cells.clear();
        let mut faults = Vec::new();
        if let Some(twice) = duplicate(&entry.items[..written]) {
            let key = &*entry.items[twice].key;
            let message = format!("this entry has the key {} twice", Quoted(key));
            let fault = Fault::error("duplicate-key", message, "keep one of them");
            faults.push((self.keys.place(key).filter(|place| *place < self.values.len()), fault));
        }
        for (column, item) in self.values.iter().enumerate() {
            let cell = item.map_or(Ok("".into()), |item| cell(&entry.items[item]));
            self.cells.push(&cell.unwrap_or_else(|fault| {
                faults.extend(self.keys.is_read(column).then_some((Some(column), fault)));
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

/// Whether an item says that the entry is a program, or somebody who has left: `is_bot`, `deleted`,
/// `active: false`.
fn is_nobody(item: &Item<'_>) -> bool {
    let says = |value: &str| matches!(&item.value, EntryValue::Text(text) if text == value);
    let key = item.key.to_ascii_lowercase();
    let is = |truth: bool| if truth { says("true") || says("yes") } else { says("false") || says("no") };
    matches!(
        key.as_str(),
        "is_bot" | "isbot" | "deleted" | "is_deleted" | "archived" | "suspended" | "blocked" | "disabled"
    ) && is(true)
        || matches!(key.as_str(), "active" | "is_active" | "isactive" | "enabled" | "accountenabled")
            && is(false)
        || matches!(key.as_str(), "accounttype" | "account_type" | "usertype" | "user_type")
            && ["app", "bot", "robot", "service", "service_account", "system"].iter().any(|kind| says(kind))
        || key.ends_with("status") && matches!(&item.value, EntryValue::Text(text) if has_left(text))
        || matches!(key.as_str(), "name" | "id") && (says("slackbot") || says("USLACKBOT"))
}

/// Whether an item is the name of somebody.
fn names(item: &Item<'_>) -> bool {
    matches!(meaning(&item.key), Some((Field::Name | Field::Surname, _)))
}

/// The cell that a value stands for.
fn cell<'a>(item: &'a Item<'_>) -> Result<Cow<'a, str>, Fault> {
    let field = meaning(&item.key).map(|(field, _)| field);
    let field_name = field.map_or("cell", Field::as_str);
    match &item.value {
        EntryValue::Nothing => Ok("".into()),
        EntryValue::Text(text) => Ok(Cow::Borrowed(text)),
        EntryValue::List(list) => match field.and_then(Field::list_separator) {
            // Stretches with days of their own stand behind a semicolon, those of one day behind a comma.
            Some(",") if list.iter().any(|part| part.trim_start().starts_with(char::is_alphabetic)) => {
                Ok(list.join("; ").into())
            }
            Some(separator) => Ok(list.join(separator).into()),
            None if list.len() == 1 => Ok(Cow::Borrowed(&list[0])),
            None => Err(Fault::error(
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
    is_numbered: bool,
    span: Range<usize>,
    lines: &'a Lines<'a>,
    path: &'a dyn Fn(Option<&str>) -> String,
}

impl Place for EntryPlace<'_, '_> {
    fn line(&self) -> u64 {
        if self.is_numbered { self.index as u64 + 1 } else { self.lines.line(self.span.start) }
    }

    fn pointer(&self, cell: usize) -> Pointer {
        match self.items.get(cell).copied().flatten() {
            Some(item) => self.lines.pointer((self.path)(Some(&item.key)), item.span.clone(), self.index),
            None => self.lines.pointer((self.path)(None), self.span.clone(), self.index),
        }
    }
}
