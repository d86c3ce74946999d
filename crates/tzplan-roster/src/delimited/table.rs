//! Records one after the other: blank lines and comments between them are passed over.

use std::io;

use memchr::memchr2;

#[cfg(feature = "threads")]
use super::ahead::RecordsAhead;
use crate::cells::{Cells, KeptRow, Place};
#[cfg(feature = "threads")]
use crate::fast_path::{Help, KeyColumns, RecordBatch};
use crate::fast_path::{LONGEST_RECORD, RecordEnd, Records, Tape};
use crate::faults::{Fault, Pointer};
use crate::separator::Separator;

/// A table on a tape.
pub(super) struct DelimitedTable<'a> {
    rows: Rows<'a>,
    separator: u8,
    #[cfg(feature = "threads")]
    help: Option<(Help, KeyColumns)>,
}

/// Where its rows are cut.
enum Rows<'a> {
    Here(Box<Records<'a>>),
    #[cfg(feature = "threads")]
    Ahead(Box<RecordsAhead<'a>>),
}

impl<'a> DelimitedTable<'a> {
    pub(super) fn new(tape: Tape<'a>, separator: Separator) -> Self {
        let separator = separator.as_byte();
        Self {
            rows: Rows::Here(Box::new(Records::new(tape, separator))),
            separator,
            #[cfg(feature = "threads")]
            help: None,
        }
    }

    /// Lets another core cut the rows where that helps, and hash their cells in some columns: they are found
    /// as they would be here.
    #[cfg(feature = "threads")]
    pub(super) fn accept(&mut self, help: Help, columns: KeyColumns) {
        self.help = Some((help, columns));
    }

    /// The rows that were cut together, where the present one is the first of them.
    #[cfg(feature = "threads")]
    pub(super) fn batch(&self) -> Option<&RecordBatch> {
        match &self.rows {
            Rows::Ahead(records) => Some(records.batch()).filter(|(_, at)| *at == 0).map(|(batch, _)| batch),
            Rows::Here(_) => None,
        }
    }

    /// Goes on to the next record; `false` when there is none.
    pub(super) fn advance(&mut self) -> io::Result<bool> {
        #[cfg(feature = "threads")]
        if let Rows::Here(records) = &mut self.rows
            && let Some((help, columns)) = self.help.take_if(|(help, _)| records.tape.passed() >= help.from)
            && (help.cores)() > 1
            && !records.tape.has_ended()
            && let Some(ahead) = RecordsAhead::start(records, self.separator, columns)?
        {
            self.rows = Rows::Ahead(Box::new(ahead));
        }
        match &mut self.rows {
            Rows::Here(records) => next_record(records, self.separator),
            #[cfg(feature = "threads")]
            Rows::Ahead(records) => records.advance(),
        }
    }

    /// The cells of the present record.
    pub(super) fn cells(&self) -> Cells<'_> {
        match &self.rows {
            Rows::Here(records) => records.cells(),
            #[cfg(feature = "threads")]
            Rows::Ahead(records) => records.cells(),
        }
    }

    /// What is wrong with the present record when the file ends inside it.
    pub(super) fn cut_short(&self) -> Option<Fault> {
        let RecordEnd { is_last, may_be_open, is_overlong } = match &self.rows {
            Rows::Here(records) => records.end(),
            #[cfg(feature = "threads")]
            Rows::Ahead(records) => records.end(),
        };
        if !is_last {
            return None;
        }
        if may_be_open && self.row().ends_in_quotes() {
            return Some(Fault::error(
                "unclosed-quote",
                "a quote in this row is never closed, so that everything after it is one cell",
                "close the quote, or remove it if it is not meant to hold a cell together",
            ));
        }
        is_overlong.then(|| {
            Fault::error(
                "overlong-row",
                format!("this row is longer than {} MiB; nothing is read from here on", LONGEST_RECORD >> 20),
                "write one line for every person",
            )
        })
    }

    fn row(&self) -> KeptRow<'_> {
        let text = match &self.rows {
            Rows::Here(records) => records.text(),
            #[cfg(feature = "threads")]
            Rows::Ahead(records) => records.text(),
        };
        KeptRow::new(text, self.separator, self.line())
    }
}

/// Goes on to the next record of a tape; `false` when there is none.
pub(super) fn next_record(records: &mut Records<'_>, separator: u8) -> io::Result<bool> {
    records.pass();
    if !skip_to_record(&mut records.tape, separator)? {
        return Ok(false);
    }
    records.cut()?;
    Ok(true)
}

/// Passes over line ends and comments; `false` at the end of the input.
fn skip_to_record(tape: &mut Tape<'_>, separator: u8) -> io::Result<bool> {
    loop {
        let rest = tape.rest();
        match (rest.first().copied(), rest.get(1).copied()) {
            (Some(b'\r'), Some(b'\n')) => tape.advance(2, 1),
            (Some(b'\n'), _) | (Some(b'\r'), Some(_)) => tape.advance(1, 1),
            // The line feed may be still to come.
            (Some(b'\r'), None) if !tape.fill()? => tape.advance(1, 1),
            (None, _) if !tape.fill()? => return Ok(false),
            (None | Some(b'\r'), None) => {}
            _ if !skip_comment(tape, separator)? => return Ok(true),
            _ => {}
        }
    }
}

/// Passes over a comment, up to its line end: the mark may stand behind blanks.
fn skip_comment(tape: &mut Tape<'_>, separator: u8) -> io::Result<bool> {
    loop {
        let rest = tape.rest();
        let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        // Tabs in front of the mark are cells where tabs separate them.
        let starts_with_cell = separator == b'\t' && rest[..blanks].contains(&b'\t');
        match rest.get(blanks).copied() {
            Some(b'#') if !starts_with_cell => break,
            None if !starts_with_cell && tape.fill()? => {}
            _ => return Ok(false),
        }
    }
    loop {
        let rest = tape.rest();
        let end = memchr2(b'\n', b'\r', rest);
        let length = rest.len();
        tape.advance(end.unwrap_or(length), 0);
        if end.is_some() || !tape.fill()? {
            return Ok(true);
        }
    }
}

impl Place for DelimitedTable<'_> {
    fn line(&self) -> u64 {
        match &self.rows {
            Rows::Here(records) => records.tape.line(),
            #[cfg(feature = "threads")]
            Rows::Ahead(records) => records.line(),
        }
    }

    fn pointer(&self, cell: usize) -> Pointer {
        self.row().pointer(cell)
    }

    fn keep(&self) -> Option<KeptRow<'_>> {
        Some(self.row())
    }

    #[cfg(feature = "threads")]
    fn in_batch(&self) -> Option<usize> {
        match &self.rows {
            Rows::Ahead(records) => Some(records.batch().1),
            Rows::Here(_) => None,
        }
    }
}
