//! The records on a tape, one after the other.

use std::io;

use csv_core::ReadRecordResult;

#[cfg(feature = "threads")]
use super::ahead::Results;
#[cfg(feature = "threads")]
use super::combinations::KeyColumns;
use super::cutter::{CutRecord, close, cut};
#[cfg(feature = "threads")]
use super::record_batch::RecordBatch;
use super::tape::{LONGEST_RECORD, Tape};
use crate::cells::{Bounds, Cells, EVERYWHERE, NOWHERE};
use crate::text::{is_plain, line_ends};

/// The records of separated text. Those without quotes inside quotes are cut where they stand; `csv_core`
/// reads the others.
pub(crate) struct Records<'a> {
    pub(crate) tape: Tape<'a>,
    separator: u8,
    bounds: Vec<Bounds>,
    quoted: csv_core::Reader,
    /// The cells of a record that `csv_core` has read, one behind the other, and where they end.
    unquoted: Vec<u8>,
    ends: Vec<usize>,
    /// The present record: the bytes of it, and where its cells may not be printable ASCII.
    length: usize,
    odd: Bounds,
    /// Whether its cells are copies without quotes, and whether they may hold line ends.
    is_unquoted: bool,
    may_break: bool,
}

/// How a record ends.
#[derive(Clone, Copy)]
pub(crate) struct RecordEnd {
    /// Whether the file ends with it.
    pub(crate) is_last: bool,
    /// Whether a quote of it may be open there.
    pub(crate) may_be_open: bool,
    /// Whether it is longer than [`LONGEST_RECORD`](super::LONGEST_RECORD), and reading ends here.
    pub(crate) is_overlong: bool,
}

impl<'a> Records<'a> {
    pub(crate) fn new(tape: Tape<'a>, separator: u8) -> Self {
        Self {
            tape,
            separator,
            bounds: Vec::new(),
            quoted: csv_core::ReaderBuilder::new().delimiter(separator).build(),
            unquoted: vec![0; 1024],
            ends: vec![0; 64],
            length: 0,
            odd: EVERYWHERE,
            is_unquoted: false,
            may_break: false,
        }
    }

    /// Goes on to the line end behind the present record.
    pub(crate) fn pass(&mut self) {
        let inner = if self.may_break { line_ends(self.text()) } else { 0 };
        self.tape.advance(self.length, inner);
        self.length = 0;
    }

    /// Cuts the record that starts here: the same cells, whatever is at hand of the input.
    pub(crate) fn cut(&mut self) -> io::Result<()> {
        loop {
            match cut(self.tape.rest(), self.separator, &mut self.bounds) {
                CutRecord::Whole { end, odd, quoted } => {
                    (self.length, self.odd) = (end, odd);
                    (self.is_unquoted, self.may_break) = (false, quoted && odd != NOWHERE);
                    break;
                }
                CutRecord::Open | CutRecord::OpenQuote if self.tape.fill()? => {}
                CutRecord::Quoted | CutRecord::OpenQuote => {
                    self.unquote()?;
                    break;
                }
                CutRecord::Open => {
                    close(self.tape.rest(), &mut self.bounds);
                    (self.length, self.odd) = (self.tape.rest().len(), EVERYWHERE);
                    (self.is_unquoted, self.may_break) = (false, true);
                    break;
                }
            }
        }
        if self.length > LONGEST_RECORD {
            self.length = self.tape.end_overlong();
            // Nobody reads its cells.
            (self.is_unquoted, self.odd) = (false, EVERYWHERE);
            self.bounds.clear();
            self.bounds.push((0, self.length as u32));
        }
        Ok(())
    }

    /// The cells of the present record.
    pub(crate) fn cells(&self) -> Cells<'_> {
        let text = if self.is_unquoted { &self.unquoted } else { self.tape.rest() };
        Cells::new(text, &self.bounds, self.odd)
    }

    /// The text of the present record, quotes included.
    pub(crate) fn text(&self) -> &[u8] {
        &self.tape.rest()[..self.length]
    }

    /// How the present record ends.
    pub(crate) fn end(&self) -> RecordEnd {
        RecordEnd {
            is_last: self.tape.has_ended() && self.length == self.tape.rest().len(),
            may_be_open: self.is_unquoted || self.tape.is_overlong(),
            is_overlong: self.tape.is_overlong(),
        }
    }

    /// The bounds of the present record's cells, and the text that they are of where that is not the record's
    /// own.
    #[cfg(feature = "threads")]
    pub(super) fn parts(&self) -> (Option<&[u8]>, &[Bounds]) {
        let end = self.bounds.last().map_or(0, |(_, end)| *end as usize);
        (self.is_unquoted.then(|| &self.unquoted[..end]), &self.bounds)
    }

    /// Hands on all records from here on, with a batch that is filled again in exchange for one: those of
    /// each part of the input together, with the hashes of their cells in some columns. `next` goes on to a
    /// record; `false` when there is none.
    #[cfg(feature = "threads")]
    pub(crate) fn give_all(
        mut self,
        results: &mut Results<RecordBatch>,
        columns: &KeyColumns,
        mut next: impl FnMut(&mut Self) -> io::Result<bool>,
    ) -> io::Result<()> {
        let mut batch = RecordBatch::default();
        while next(&mut self)? {
            if let Some(part) = self.tape.take_kept() {
                batch.hold(part);
                let Some(spare) = results.give(batch) else { return Ok(()) };
                batch = spare;
                self.tape.reuse(batch.clear());
            }
            batch.push(&mut self, columns);
        }
        batch.hold(self.tape.into_kept());
        results.give(batch);
        Ok(())
    }

    /// Reads the present record with the parser of quoted text.
    fn unquote(&mut self) -> io::Result<()> {
        self.quoted.reset();
        let (mut taken, mut written, mut cells) = (0, 0, 0);
        let at_end = loop {
            let at_end = taken == self.tape.rest().len() && !self.tape.fill()?;
            let rest = &self.tape.rest()[taken..];
            let (result, read, wrote, ended) =
                self.quoted.read_record(rest, &mut self.unquoted[written..], &mut self.ends[cells..]);
            (taken, written, cells) = (taken + read, written + wrote, cells + ended);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.unquoted.resize(2 * self.unquoted.len(), 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                ReadRecordResult::Record | ReadRecordResult::End => break at_end,
            }
        };
        // The line end is left for the next record, as it is behind lines without quotes.
        self.length = if at_end { taken } else { taken - 1 };
        self.odd = if is_plain(&self.unquoted[..written]) { NOWHERE } else { EVERYWHERE };
        (self.is_unquoted, self.may_break) = (true, true);
        self.bounds.clear();
        let mut start = 0;
        for end in &self.ends[..cells] {
            self.bounds.push((start, *end as u32));
            start = *end as u32;
        }
        Ok(())
    }
}
