//! Which keys of an entry are looked at, and at which places of a row.

use rustc_hash::FxHashMap;

use crate::columns::{ColumnUse, Columns};

/// So many keys that are not read are looked at, in the first entries: what they hold may be hours.
const MOST_UNREAD: usize = 200;

/// The keys of all entries.
pub(super) struct Keys {
    places: FxHashMap<String, usize>,
    is_read: Vec<bool>,
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
        let first_width = is_read.len().min(width + MOST_UNREAD);
        let places = keys.take(first_width).enumerate().map(|(place, key)| (key.to_owned(), place)).collect();
        Self { places, is_read, width, first_width }
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
}
