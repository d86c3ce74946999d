//! Records one after the other: blank lines and comments between them are passed over.

use std::io;

use memchr::{memchr, memchr2};

use crate::cells::{Cells, KeptRow, Place};
use crate::fast_path::{LONGEST_RECORD, Records, Tape};
use crate::faults::{Fault, Pointer};
use crate::separator::Separator;

/// A table on a tape.
pub(super) struct DelimitedTable<'a> {
    records: Records<'a>,
    separator: u8,
}

impl<'a> DelimitedTable<'a> {
    pub(super) fn new(tape: Tape<'a>, separator: Separator) -> Self {
        let separator = separator.as_byte();
        Self { records: Records::new(tape, separator), separator }
    }

    /// Goes on to the next record; `false` when there is none.
    pub(super) fn advance(&mut self) -> io::Result<bool> {
        self.records.pass();
        if !self.skip_to_record()? {
            return Ok(false);
        }
        self.records.cut()?;
        Ok(true)
    }

    /// The cells of the present record.
    pub(super) fn cells(&self) -> Cells<'_> {
        self.records.cells()
    }

    /// What is wrong with the present record when the file ends inside it.
    pub(super) fn cut_short(&self) -> Option<Fault> {
        if !self.records.is_last() {
            return None;
        }
        if self.records.may_be_open() && self.row().ends_in_quotes() {
            return Some(Fault::error(
                "unclosed-quote",
                "a quote in this row is never closed, so that everything after it is one cell",
                "close the quote, or remove it if it is not meant to hold a cell together",
            ));
        }
        self.records.tape.is_overlong().then(|| {
            Fault::error(
                "overlong-row",
                format!("this row is longer than {} MiB; nothing is read from here on", LONGEST_RECORD >> 20),
                "write one line for every person",
            )
        })
    }

    fn row(&self) -> KeptRow<'_> {
        KeptRow::new(self.records.text(), self.separator, self.line())
    }

    /// Passes over line ends and comments; `false` at the end of the input.
    fn skip_to_record(&mut self) -> io::Result<bool> {
        let tape = &mut self.records.tape;
        loop {
            let rest = tape.rest();
            match (rest.first().copied(), rest.get(1).copied()) {
                (Some(b'\r'), Some(b'\n')) => tape.advance(2, 1),
                (Some(b'\n'), _) | (Some(b'\r'), Some(_)) => tape.advance(1, 1),
                // The line feed may be still to come.
                (Some(b'\r'), None) if !tape.fill()? => tape.advance(1, 1),
                (None, _) if !tape.fill()? => return Ok(false),
                (None | Some(b'\r'), None) => {}
                _ if !skip_comment(tape, self.separator)? => return Ok(true),
                _ => {}
            }
        }
    }
}

/// Passes over a comment, up to its line end: the mark may stand behind blanks.
fn skip_comment(tape: &mut Tape<'_>, separator: u8) -> io::Result<bool> {
    // Tabs in front of the mark are cells where tabs separate them.
    let starts_with_cell = |rest: &[u8]| separator == b'\t' && memchr(b'\t', rest) < memchr(b'#', rest);
    loop {
        let rest = tape.rest();
        let is_comment = match rest[0] {
            b'#' => true,
            b' ' | b'\t' => rest.trim_ascii_start().starts_with(b"#") && !starts_with_cell(rest),
            _ => false,
        };
        if !is_comment {
            return Ok(false);
        }
        if let Some(end) = memchr2(b'\n', b'\r', rest) {
            tape.advance(end, 0);
            return Ok(true);
        }
        if !tape.fill()? {
            let rest = tape.rest().len();
            tape.advance(rest, 0);
            return Ok(true);
        }
    }
}

impl Place for DelimitedTable<'_> {
    fn line(&self) -> u64 {
        self.records.tape.line()
    }

    fn pointer(&self, cell: usize) -> Pointer {
        self.row().pointer(cell)
    }

    fn keep(&self) -> Option<KeptRow<'_>> {
        Some(self.row())
    }
}
