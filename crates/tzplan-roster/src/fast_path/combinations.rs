//! Rows whose cells in some columns are the same, found by the bytes of these cells.

use std::hash::Hasher;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use crate::cells::Cells;

/// A number for each distinct combination of cells in some columns.
pub(crate) struct Combinations {
    /// In file order, and whether they stand side by side.
    columns: Vec<usize>,
    side_by_side: bool,
    known: HashTable<CombinationKey>,
    /// Their texts, one behind the other.
    texts: Vec<u8>,
    /// The cells of the present row where they do not stand side by side.
    gathered: Vec<u8>,
}

struct CombinationKey {
    /// Where its text starts, and how long it is.
    start: usize,
    length: u32,
    lengths: u64,
    number: u32,
}

impl CombinationKey {
    fn text<'t>(&self, texts: &'t [u8]) -> &'t [u8] {
        &texts[self.start..][..self.length as usize]
    }
}

/// The bits of a cell's length in a key; longer cells are gathered with marks between them.
const LENGTH_BITS: u32 = 9;

/// How many lengths fit into one number.
const MOST_LENGTHS: usize = (u64::BITS / LENGTH_BITS) as usize;

/// Stands for the lengths of gathered cells.
const GATHERED: u64 = u64::MAX;

impl Combinations {
    pub(crate) fn new(mut columns: Vec<usize>) -> Self {
        columns.sort_unstable();
        Self {
            side_by_side: columns.len() <= MOST_LENGTHS
                && columns.windows(2).all(|pair| pair[0] + 1 == pair[1]),
            columns,
            known: HashTable::new(),
            texts: Vec::new(),
            gathered: Vec::new(),
        }
    }

    /// The number under which the combination of a row was added.
    pub(crate) fn find(&mut self, cells: Cells<'_>) -> Option<u32> {
        let mut gathered = std::mem::take(&mut self.gathered);
        let (text, lengths) = self.key(cells, &mut gathered);
        let is_same = |key: &CombinationKey| key.lengths == lengths && key.text(&self.texts) == text;
        let number = self.known.find(hash(text, lengths), is_same).map(|key| key.number);
        self.gathered = gathered;
        number
    }

    /// Adds the combination of a row, which is not known yet.
    pub(crate) fn add(&mut self, cells: Cells<'_>, number: u32) {
        let mut gathered = std::mem::take(&mut self.gathered);
        let (text, lengths) = self.key(cells, &mut gathered);
        let hash_of = hash(text, lengths);
        let (start, length) = (self.texts.len(), text.len() as u32);
        self.texts.extend_from_slice(text);
        let key = CombinationKey { start, length, lengths, number };
        self.known.insert_unique(hash_of, key, |key| hash(key.text(&self.texts), key.lengths));
        self.gathered = gathered;
    }

    /// The bytes and the lengths of the cells: one slice of the row where they stand side by side.
    fn key<'k>(&self, cells: Cells<'k>, gathered: &'k mut Vec<u8>) -> (&'k [u8], u64) {
        if let Some(key) = self.adjacent(cells) {
            return key;
        }
        gathered.clear();
        for column in &self.columns {
            gathered.extend_from_slice(cells.get(*column));
            // No byte of UTF-8: keys of different cells differ.
            gathered.push(0xff);
        }
        (gathered, GATHERED)
    }

    fn adjacent<'c>(&self, cells: Cells<'c>) -> Option<(&'c [u8], u64)> {
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
        Some((cells.span(first, last)?, lengths))
    }
}

fn hash(key: &[u8], lengths: u64) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(key);
    hasher.write_u64(lengths);
    let hash = hasher.finish();
    // The table takes its tags from the high bits, which this hash leaves poor.
    hash ^ (hash << 38)
}
