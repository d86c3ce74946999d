//! Records that were cut where they stand in a part of the input: what a core that is ahead hands on.

use super::combinations::{KeyColumns, RowKey};
use super::records::{RecordEnd, Records};
use crate::cells::{Bounds, Cells, EVERYWHERE, NOWHERE};

/// Records with their cells.
#[derive(Default)]
pub(crate) struct RecordBatch {
    /// The part of the input, once it is [known](Self::hold), and the cells that stand otherwise in it, one
    /// behind the other.
    text: Vec<u8>,
    unquoted: Vec<u8>,
    bounds: Vec<Bounds>,
    records: Vec<Record>,
    /// What is kept of each one's combination, and the cells of one that do not stand side by side.
    combinations: Vec<RowKey>,
    gathered: Vec<u8>,
}

struct Record {
    line: u64,
    /// Its text.
    text: Bounds,
    /// Where its cells stand otherwise.
    unquoted_from: Option<u32>,
    bounds_end: u32,
    are_tidy: bool,
    end: RecordEnd,
}

impl RecordBatch {
    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    /// Adds the present record, whose text is kept on its tape: all records of a batch are of one part of the
    /// input.
    pub(super) fn push(&mut self, records: &mut Records<'_>, columns: &KeyColumns) {
        let start = records.tape.keep() as u32;
        let text = (start, start + records.text().len() as u32);
        let (unquoted, bounds) = records.parts();
        let unquoted_from = unquoted.map(|cells| {
            let from = self.unquoted.len() as u32;
            self.unquoted.extend_from_slice(cells);
            from
        });
        self.bounds.extend_from_slice(bounds);
        self.records.push(Record {
            line: records.tape.line(),
            text,
            unquoted_from,
            bounds_end: self.bounds.len() as u32,
            are_tidy: records.cells().are_tidy(),
            end: records.end(),
        });
        self.combinations.push(columns.row_key(records.cells(), &mut self.gathered));
    }

    /// Takes the part of the input in which the records stand.
    pub(super) fn hold(&mut self, text: Vec<u8>) {
        self.text = text;
    }

    /// Forgets its records, and gives away the text of them.
    pub(super) fn clear(&mut self) -> Vec<u8> {
        self.unquoted.clear();
        self.bounds.clear();
        self.records.clear();
        self.combinations.clear();
        std::mem::take(&mut self.text)
    }

    /// The cells of a record.
    pub(crate) fn cells(&self, place: usize) -> Cells<'_> {
        let record = &self.records[place];
        let first = place.checked_sub(1).map_or(0, |before| self.records[before].bounds_end);
        let bounds = &self.bounds[first as usize..record.bounds_end as usize];
        let odd = if record.are_tidy { NOWHERE } else { EVERYWHERE };
        let text = match record.unquoted_from {
            Some(from) => &self.unquoted[from as usize..],
            None => &self.text[record.text.0 as usize..],
        };
        Cells::new(text, bounds, odd)
    }

    /// The combinations of all records, as they are looked up.
    pub(crate) fn combinations(&self) -> impl Iterator<Item = RowKey> + Clone {
        self.combinations.iter().copied()
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
