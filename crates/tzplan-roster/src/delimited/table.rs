//! Records one after the other, and the lines they start on.

use std::io;

use csv_core::ReadRecordResult;
use memchr::{memchr, memchr_iter, memchr2, memchr2_iter};

use super::cell::RecordText;
use super::sniff::Separator;
use crate::cells::Cells;
use crate::diagnostic::{Fault, Pointer};
use crate::fast_path::{Bounds, LONGEST_RECORD, Line, Tape, close, cut};
use crate::rows::Place;

/// A table on a tape.
pub(super) struct Table<'a> {
    tape: Tape<'a>,
    separator: u8,
    bounds: Vec<Bounds>,
    quoted: csv_core::Reader,
    /// The cells of a record with quotes, one behind the other, and where they end.
    unquoted: Vec<u8>,
    ends: Vec<usize>,
    /// The present record.
    length: usize,
    plain: bool,
    /// Whether its cells are copies without quotes, and whether they may hold line ends.
    is_unquoted: bool,
    may_break: bool,
}

impl<'a> Table<'a> {
    pub(super) fn new(tape: Tape<'a>, separator: Separator) -> Self {
        let separator = separator.as_byte();
        Self {
            tape,
            separator,
            bounds: Vec::new(),
            quoted: csv_core::ReaderBuilder::new().delimiter(separator).build(),
            unquoted: vec![0; 1024],
            ends: vec![0; 64],
            length: 0,
            plain: false,
            is_unquoted: false,
            may_break: false,
        }
    }

    /// Goes on to the next record; `false` when there is none. Blank lines and comments are passed over.
    pub(super) fn advance(&mut self) -> io::Result<bool> {
        let inner = if self.may_break { line_ends(&self.tape.rest()[..self.length]) } else { 0 };
        self.tape.advance(self.length, inner);
        self.length = 0;
        if !self.skip_to_record()? {
            return Ok(false);
        }
        loop {
            match cut(self.tape.rest(), self.separator, &mut self.bounds) {
                Line::Whole { end, plain, quoted } => {
                    (self.length, self.plain) = (end, plain);
                    (self.is_unquoted, self.may_break) = (false, quoted && !plain);
                    return Ok(true);
                }
                Line::Quoted => return self.unquote(),
                Line::Open if self.tape.fill()? => {}
                Line::Open => {
                    close(self.tape.rest(), &mut self.bounds);
                    (self.length, self.plain) = (self.tape.rest().len(), false);
                    (self.is_unquoted, self.may_break) = (false, true);
                    return Ok(true);
                }
            }
        }
    }

    /// The cells of the present record.
    pub(super) fn cells(&self) -> Cells<'_> {
        let text = if self.is_unquoted { &self.unquoted } else { self.tape.rest() };
        Cells::new(text, &self.bounds, self.plain)
    }

    /// What is wrong with the present record when the file ends inside it.
    pub(super) fn cut_short(&self) -> Option<Fault> {
        if !self.tape.has_ended() || self.length < self.tape.rest().len() {
            return None;
        }
        if self.is_unquoted && self.text().ends_in_quotes() {
            return Some(Fault::error(
                "unclosed-quote",
                "a quote in this row is never closed, so that everything after it is one cell",
                "close the quote, or remove it if it is not meant to hold a cell together",
            ));
        }
        self.tape.is_overlong().then(|| {
            Fault::error(
                "overlong-row",
                format!("this row is longer than {} MiB; nothing is read from here on", LONGEST_RECORD >> 20),
                "write one line for every person",
            )
        })
    }

    fn text(&self) -> RecordText<'_> {
        RecordText::new(&self.tape.rest()[..self.length], self.separator, self.tape.line())
    }

    /// Passes over line ends and comments; `false` at the end of the input.
    fn skip_to_record(&mut self) -> io::Result<bool> {
        loop {
            let rest = self.tape.rest();
            match (rest.first().copied(), rest.get(1).copied()) {
                (Some(b'\r'), Some(b'\n')) => self.tape.advance(2, 1),
                (Some(b'\n'), _) | (Some(b'\r'), Some(_)) => self.tape.advance(1, 1),
                // The line feed may be still to come.
                (Some(b'\r'), None) if !self.tape.fill()? => self.tape.advance(1, 1),
                (None, _) if !self.tape.fill()? => return Ok(false),
                (None | Some(b'\r'), None) => {}
                _ if !self.skip_comment()? => return Ok(true),
                _ => {}
            }
        }
    }

    /// Passes over a comment, up to its line end: the mark may stand behind blanks.
    fn skip_comment(&mut self) -> io::Result<bool> {
        loop {
            let rest = self.tape.rest();
            let is_comment = match rest[0] {
                b'#' => true,
                b' ' | b'\t' => rest.trim_ascii_start().starts_with(b"#") && !self.starts_with_tab(),
                _ => false,
            };
            if !is_comment {
                return Ok(false);
            }
            if let Some(end) = memchr2(b'\n', b'\r', rest) {
                self.tape.advance(end, 0);
                return Ok(true);
            }
            if !self.tape.fill()? {
                let rest = self.tape.rest().len();
                self.tape.advance(rest, 0);
                return Ok(true);
            }
        }
    }

    /// Whether the blanks at the start are cells.
    fn starts_with_tab(&self) -> bool {
        let rest = self.tape.rest();
        self.separator == b'\t' && memchr(b'\t', rest) < memchr(b'#', rest)
    }

    /// Reads the present record with the parser of quoted text.
    fn unquote(&mut self) -> io::Result<bool> {
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
        self.plain = crate::text::is_plain(&self.unquoted[..written]);
        (self.is_unquoted, self.may_break) = (true, true);
        self.bounds.clear();
        let mut start = 0;
        for end in &self.ends[..cells] {
            self.bounds.push((start, *end as u32));
            start = *end as u32;
        }
        Ok(true)
    }
}

impl Place for Table<'_> {
    fn line(&self) -> u64 {
        self.tape.line()
    }

    fn pointer(&self, cell: usize) -> Pointer {
        self.text().pointer(cell)
    }

    fn kept(&self) -> Option<(&[u8], u8)> {
        Some((&self.tape.rest()[..self.length], self.separator))
    }
}

/// How many lines end in a text: line feeds, and carriage returns without one.
pub(super) fn line_ends(text: &[u8]) -> u64 {
    if memchr(b'\r', text).is_none() {
        return memchr_iter(b'\n', text).count() as u64;
    }
    let is_end = |at: &usize| text[*at] == b'\n' || text.get(at + 1) != Some(&b'\n');
    memchr2_iter(b'\n', b'\r', text).filter(is_end).count() as u64
}
