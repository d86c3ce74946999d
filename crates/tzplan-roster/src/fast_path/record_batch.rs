//! Records that were cut, copied one behind the other: what a core that is ahead hands on.

use super::records::{RecordEnd, Records};
use crate::cells::{Bounds, Cells, EVERYWHERE, NOWHERE};

/// Records with their cells.
#[derive(Default)]
pub(crate) struct RecordBatch {
    /// Their texts as they stand, and the cells that stand otherwise in them.
    text: Vec<u8>,
    bounds: Vec<Bounds>,
    records: Vec<Record>,
}

struct Record {
    line: u64,
    /// Its text.
    text: Bounds,
    /// Where the bounds count from, and where they end.
    cells_from: u32,
    bounds_end: u32,
    are_tidy: bool,
    end: RecordEnd,
}

/// So many records, or so many bytes of them, are enough.
const ENOUGH: usize = 512;
const ENOUGH_BYTES: usize = 64 << 10;

impl RecordBatch {
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.bounds.clear();
        self.records.clear();
    }

    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    pub(crate) fn is_full(&self) -> bool {
        self.records.len() >= ENOUGH || self.text.len() >= ENOUGH_BYTES
    }

    /// Copies the present record.
    pub(crate) fn push(&mut self, records: &Records<'_>) {
        let start = self.text.len() as u32;
        self.text.extend_from_slice(records.text());
        let text = (start, self.text.len() as u32);
        let (cells, bounds) = records.parts();
        let cells_from = match cells {
            Some(cells) => {
                self.text.extend_from_slice(cells);
                text.1
            }
            None => start,
        };
        self.bounds.extend_from_slice(bounds);
        self.records.push(Record {
            line: records.tape.line(),
            text,
            cells_from,
            bounds_end: self.bounds.len() as u32,
            are_tidy: records.cells().are_tidy(),
            end: records.end(),
        });
    }

    /// The cells of a record.
    pub(crate) fn cells(&self, place: usize) -> Cells<'_> {
        let record = &self.records[place];
        let first = place.checked_sub(1).map_or(0, |before| self.records[before].bounds_end);
        let bounds = &self.bounds[first as usize..record.bounds_end as usize];
        let odd = if record.are_tidy { NOWHERE } else { EVERYWHERE };
        Cells::new(&self.text[record.cells_from as usize..], bounds, odd)
    }

    /// Its text, quotes included.
    pub(crate) fn text(&self, place: usize) -> &[u8] {
        let (start, end) = self.records[place].text;
        &self.text[start as usize..end as usize]
    }

    /// The line on which it starts.
    pub(crate) fn line(&self, place: usize) -> u64 {
        self.records[place].line
    }

    /// How it ends.
    pub(crate) fn end(&self, place: usize) -> RecordEnd {
        self.records[place].end
    }
}
