//! One entry: its keys with their values.

use std::borrow::Cow;
use std::ops::Range;

/// More keys than this are no entry anybody wrote.
pub(super) const MOST_KEYS: usize = 1000;

/// The keys of an entry with their values.
#[derive(Default)]
pub(super) struct Entry<'t> {
    pub(super) items: Vec<Item<'t>>,
}

pub(super) struct Item<'t> {
    pub(super) key: Cow<'t, str>,
    pub(super) value: EntryValue<'t>,
    /// Where the value stands.
    pub(super) span: Range<usize>,
}

/// A value, as a cell would hold it.
pub(super) enum EntryValue<'t> {
    /// `null`.
    Nothing,
    Text(Cow<'t, str>),
    /// A list of such texts.
    List(Vec<Cow<'t, str>>),
    /// Anything that no cell holds.
    Nested,
}

/// The item of an entry whose key stands in it before.
pub(super) fn duplicate(items: &[Item<'_>]) -> Option<usize> {
    let is_twice = |(index, item): (usize, &Item<'_>)| {
        items[..index].iter().any(|other| other.key == item.key).then_some(index)
    };
    // Long entries are not looked through: the readers refuse them.
    items.iter().enumerate().find_map(is_twice)
}
