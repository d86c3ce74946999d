//! Rows whose cells in some columns are the same, found by the bytes of these cells.

use super::slots::{Slots, hash};
use crate::cells::Cells;

/// A number for each distinct combination of cells in some columns.
pub(crate) struct Combinations {
    columns: KeyColumns,
    places: Slots,
    known: Vec<Combination>,
    /// The lengths of their cells, and the cells, one combination behind the other.
    texts: Vec<u8>,
    /// The cells of the present row where they do not stand side by side.
    gathered: Vec<u8>,
    /// Of rows that are looked up together the combinations with their hashes.
    #[cfg(feature = "threads")]
    looked_up: Vec<Nearest>,
}

/// The columns whose cells are a combination.
#[derive(Clone)]
pub(crate) struct KeyColumns {
    /// In file order, and whether they stand side by side.
    columns: Vec<usize>,
    side_by_side: bool,
}

/// What is kept of a row's combination until it is looked up.
#[cfg(feature = "threads")]
#[derive(Clone, Copy)]
pub(crate) struct RowKey {
    hash: u32,
    lengths: u64,
}

struct Combination {
    /// Where its text ends; it starts where that of the one before ends.
    end: usize,
    number: u32,
}

/// The bits of a cell's length in a key; longer cells are gathered with marks between them.
const LENGTH_BITS: u32 = 9;

/// How many lengths fit into one number.
const MOST_LENGTHS: usize = (u64::BITS / LENGTH_BITS) as usize;

/// Stands for the lengths of gathered cells.
const GATHERED: u64 = u64::MAX;

/// A combination with the hash of a row: most often that of the row.
#[cfg(feature = "threads")]
#[derive(Clone, Copy)]
struct Nearest {
    place: u32,
    /// Where its text starts, and the lengths there.
    start: usize,
    lengths: u64,
}

#[cfg(feature = "threads")]
impl Nearest {
    /// Where none has it.
    const NONE: Self = Self { place: u32::MAX, start: 0, lengths: 0 };

    fn is_none(&self) -> bool {
        self.place == u32::MAX
    }
}

/// How many bytes the lengths are in front of a text.
const LENGTHS: usize = size_of::<u64>();

impl Combinations {
    pub(crate) fn new(columns: Vec<usize>) -> Self {
        Self {
            columns: KeyColumns::new(columns),
            places: Slots::default(),
            known: Vec::new(),
            texts: Vec::new(),
            gathered: Vec::new(),
            #[cfg(feature = "threads")]
            looked_up: Vec::new(),
        }
    }

    /// The columns whose cells are a combination.
    #[cfg(feature = "threads")]
    pub(crate) fn columns(&self) -> &KeyColumns {
        &self.columns
    }

    /// The number under which the combination of a row was added.
    pub(crate) fn find(&mut self, cells: Cells<'_>) -> Option<u32> {
        let mut gathered = std::mem::take(&mut self.gathered);
        let key = self.columns.key(cells, &mut gathered);
        let place = self.places.find(key.hash(), |place| self.is(place, &key)).ok();
        self.gathered = gathered;
        place.map(|place| self.known[place as usize].number)
    }

    /// Adds the combination of a row, which is not known yet.
    pub(crate) fn add(&mut self, cells: Cells<'_>, number: u32) {
        let mut gathered = std::mem::take(&mut self.gathered);
        let key = self.columns.key(cells, &mut gathered);
        if let Err(free) = self.places.find(key.hash(), |place| self.is(place, &key)) {
            self.places.enter(free, key.hash(), self.known.len() as u32);
            self.texts.extend_from_slice(&key.lengths.to_ne_bytes());
            self.texts.extend_from_slice(key.text);
            self.known.push(Combination { end: self.texts.len(), number });
        }
        self.gathered = gathered;
    }

    /// The numbers of rows whose keys are given, as far as they are known. The processor fetches their
    /// places in memory side by side, but would wait for each of them in turn between other work.
    #[cfg(feature = "threads")]
    pub(crate) fn find_all<'c>(
        &mut self,
        keys: impl Iterator<Item = RowKey> + Clone,
        rows: impl Iterator<Item = Cells<'c>>,
        found: &mut Vec<Option<u32>>,
    ) {
        let mut looked_up = std::mem::take(&mut self.looked_up);
        let mut gathered = std::mem::take(&mut self.gathered);
        found.clear();
        looked_up.clear();
        // The places first, then where the texts are that belong to them, and only then the texts.
        looked_up.extend(keys.clone().map(|key| match self.places.is_taken(key.hash) {
            true => Nearest { place: 0, ..Nearest::NONE },
            false => Nearest::NONE,
        }));
        for (nearest, key) in looked_up.iter_mut().zip(keys.clone()) {
            if let Some(place) = self.places.first(key.hash).ok().filter(|_| !nearest.is_none()) {
                *nearest = Nearest { place, start: self.start(place), lengths: 0 };
            } else {
                *nearest = Nearest::NONE;
            }
        }
        for nearest in looked_up.iter_mut().filter(|nearest| !nearest.is_none()) {
            nearest.lengths = self.lengths(nearest.start);
        }
        let rows = looked_up.iter().zip(keys.zip(rows));
        found.extend(rows.map(|(nearest, (RowKey { hash, lengths }, cells))| {
            if nearest.is_none() {
                return None;
            }
            let key = self.columns.key_of(cells, lengths, &mut gathered);
            let is_it = nearest.lengths == key.lengths && self.is_at(nearest.start, nearest.place, &key);
            let place = match is_it {
                true => nearest.place,
                false => self.places.find(hash, |place| self.is(place, &key)).ok()?,
            };
            Some(self.known[place as usize].number)
        }));
        (self.looked_up, self.gathered) = (looked_up, gathered);
    }

    fn is(&self, place: u32, key: &Key<'_>) -> bool {
        self.is_at(self.start(place), place, key)
    }

    fn is_at(&self, start: usize, place: u32, key: &Key<'_>) -> bool {
        let text = &self.texts[start + LENGTHS..self.known[place as usize].end];
        self.lengths(start) == key.lengths && text == key.text
    }

    /// The lengths in front of a text.
    fn lengths(&self, start: usize) -> u64 {
        self.texts[start..].first_chunk().map_or(0, |lengths| u64::from_ne_bytes(*lengths))
    }

    fn start(&self, place: u32) -> usize {
        (place as usize).checked_sub(1).map_or(0, |before| self.known[before].end)
    }
}

/// The bytes of a row's combination, and the lengths of the cells in them.
struct Key<'k> {
    text: &'k [u8],
    lengths: u64,
}

impl Key<'_> {
    fn hash(&self) -> u32 {
        // What tells cells apart that share out the same bytes is looked at when they are compared.
        hash(self.text)
    }
}

impl KeyColumns {
    fn new(mut columns: Vec<usize>) -> Self {
        columns.sort_unstable();
        let side_by_side =
            columns.len() <= MOST_LENGTHS && columns.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        Self { columns, side_by_side }
    }

    /// What is kept of a row's combination until it is looked up.
    #[cfg(feature = "threads")]
    pub(super) fn row_key(&self, cells: Cells<'_>, gathered: &mut Vec<u8>) -> RowKey {
        let key = self.key(cells, gathered);
        RowKey { hash: key.hash(), lengths: key.lengths }
    }

    /// The bytes and the lengths of the cells: one slice of the row where they stand side by side.
    fn key<'k>(&self, cells: Cells<'k>, gathered: &'k mut Vec<u8>) -> Key<'k> {
        self.key_of(cells, self.lengths(cells).unwrap_or(GATHERED), gathered)
    }

    /// The same where the lengths are known.
    fn key_of<'k>(&self, cells: Cells<'k>, lengths: u64, gathered: &'k mut Vec<u8>) -> Key<'k> {
        if lengths != GATHERED
            && let (Some(first), Some(last)) = (self.columns.first(), self.columns.last())
            && let Some(text) = cells.span(*first, *last)
        {
            return Key { text, lengths };
        }
        gathered.clear();
        for column in &self.columns {
            gathered.extend_from_slice(cells.get(*column));
            // No byte of UTF-8: keys of different cells differ.
            gathered.push(0xff);
        }
        Key { text: gathered, lengths: GATHERED }
    }

    /// The lengths of the cells, where they stand side by side and are not too long.
    fn lengths(&self, cells: Cells<'_>) -> Option<u64> {
        let (first, last) = (*self.columns.first()?, *self.columns.last()?);
        if !self.side_by_side {
            return None;
        }
        let mut lengths = 0;
        for column in first..=last {
            let length = cells.raw(column)?.len() as u64;
            if length >> LENGTH_BITS > 0 {
                return None;
            }
            lengths = lengths << LENGTH_BITS | length;
        }
        Some(lengths)
    }
}

#[cfg(all(test, feature = "threads"))]
mod tests {
    use std::collections::HashMap;
    use std::collections::hash_map::Entry;

    use proptest::prelude::*;

    use super::*;
    use crate::cells::CellBuffer;

    proptest! {
        #[test]
        fn combinations_are_found_as_in_a_map_one_by_one_and_together(
            rows in proptest::collection::vec(
                proptest::collection::vec(prop_oneof![9 => "[ab]{0,2}", 1 => "a{511,513}"], 0..5),
                0..60,
            ),
            columns in prop_oneof![Just(vec![2, 1]), Just(vec![0, 2]), Just(vec![3]), Just(vec![])],
        ) {
            let is_short = |cell: &Option<&String>| cell.is_some_and(|cell| cell.len() < 1 << LENGTH_BITS);
            let (mut known, mut map) = (Combinations::new(columns.clone()), HashMap::new());
            let (mut gathered, mut found) = (Vec::new(), Vec::new());
            for block in rows.chunks(7) {
                let rows: Vec<_> = block.iter().map(|row| {
                    let mut cells = CellBuffer::default();
                    row.iter().for_each(|cell| cells.push(cell));
                    let of_key: Vec<Option<&String>> = columns.iter().map(|column| row.get(*column)).collect();
                    // A cell that is missing is another one than an empty one where cells stand side by side.
                    let is_whole = known.columns().side_by_side && of_key.iter().all(is_short);
                    let texts: Vec<&str> = of_key.iter().map(|cell| cell.map_or("", |cell| cell)).collect();
                    (cells, (is_whole, texts))
                }).collect();
                let columns = known.columns().clone();
                let keys: Vec<RowKey> =
                    rows.iter().map(|(cells, _)| columns.row_key(cells.cells(), &mut gathered)).collect();
                let cells = rows.iter().map(|(cells, _)| cells.cells());
                known.find_all(keys.iter().copied(), cells, &mut found);
                let expected: Vec<Option<u32>> = rows.iter().map(|(_, key)| map.get(key).copied()).collect();
                prop_assert_eq!(&found, &expected);
                for (cells, key) in rows {
                    prop_assert_eq!(known.find(cells.cells()), map.get(&key).copied());
                    let next = 10 * map.len() as u32;
                    if let Entry::Vacant(free) = map.entry(key) {
                        known.add(cells.cells(), next);
                        free.insert(next);
                    }
                }
            }
        }
    }
}
