//! Separated text: comma, semicolon, tab or pipe.

mod cell;
mod head;
mod separator;
mod tape;

use std::io;

use csv::{ByteRecord, Reader};
use tzplan::Tzdb;

use crate::columns::Columns;
use crate::diagnostic::{Fault, Faults, Spot};
use crate::read::ReadOptions;
use crate::roster::Roster;
use crate::rows::{Place, Rows};
use cell::RecordText;
pub use separator::Separator;
pub(crate) use tape::Tape;

/// Reads the table on a tape.
pub(crate) fn read_delimited(
    mut tape: Tape<'_>,
    mut faults: Faults,
    tzdb: &Tzdb,
    options: &ReadOptions,
) -> io::Result<Roster> {
    let Some(found) = head::read_head(&mut tape)? else {
        faults.add(&empty_file(), Spot { row: 1, column: None, position: 0, value: "" }, || None);
        return Ok(Roster::unreadable(faults));
    };
    let separator = options.separator.unwrap_or(found);
    let mut builder = Separator::parser();
    builder.delimiter(separator.as_byte()).buffer_capacity(tape::CHUNK);
    let mut file = File { reader: builder.from_reader(tape), separator, next_line: None };

    let mut record = ByteRecord::new();
    let header = loop {
        match file.next(&mut record)? {
            None => {
                faults.add(&empty_file(), Spot { row: 1, column: None, position: 0, value: "" }, || None);
                return Ok(Roster::unreadable(faults));
            }
            Some(row) if !is_blank(&record) => break row,
            Some(_) => {}
        }
    };
    let (columns, wrong) = Columns::of(&record);
    let lost = wrong.iter().any(|(column, _)| column.is_none());
    for (position, fault) in wrong {
        let value = position.and_then(|index| columns.header(index));
        let spot = Spot {
            row: header.line,
            column: value.clone(),
            position: position.unwrap_or(0),
            value: value.as_deref().unwrap_or(""),
        };
        faults.add(&fault, spot, || Some(file.place(header).source(position.unwrap_or(0))));
    }
    if lost {
        let (columns, separator) = (columns.list, Some(separator));
        return Ok(Roster { columns, separator, ..Roster::unreadable(faults) });
    }

    let mut rows = Rows::new(tzdb, columns, faults);
    while let Some(row) = file.next(&mut record)? {
        match file.cut_short(row) {
            Some(fault) => rows.reject(&fault, &file.place(row)),
            None if rows.add(&record, &file.place(row)) => {}
            None => break,
        }
    }
    Ok(Roster { separator: Some(separator), ..rows.finish(header.line) })
}

/// A parser on a tape, and the line that comes next where that is known.
struct File<'a> {
    reader: Reader<Tape<'a>>,
    separator: Separator,
    next_line: Option<u64>,
}

/// Where a record stands.
#[derive(Clone, Copy)]
struct Row {
    from: u64,
    end: u64,
    line: u64,
}

impl<'a> File<'a> {
    /// Reads a record; those that are comments behind blanks are passed over.
    fn next(&mut self, record: &mut ByteRecord) -> io::Result<Option<Row>> {
        loop {
            let row = self.next_record(record)?;
            let marked = record.get(0).is_some_and(|cell| cell.trim_ascii_start().starts_with(b"#"));
            match row {
                Some(row) if marked && self.text(row).is_comment(self.reader.get_ref()) => {}
                row => return Ok(row),
            }
        }
    }

    fn next_record(&mut self, record: &mut ByteRecord) -> io::Result<Option<Row>> {
        if !self.reader.read_byte_record(record).map_err(io::Error::from)? {
            return Ok(None);
        }
        let from = record.position().map_or(0, csv::Position::byte);
        let end = self.reader.position().byte();
        let (start, line) = match (self.next_line, self.start_of_one_line(record, from, end)) {
            (Some(line), Some(start)) => {
                self.next_line = Some(line + 1);
                (start, line)
            }
            _ => {
                let start = self.text(Row { from, end, line: 0 }).start();
                let tape = self.reader.get_ref();
                // The last byte is the line end, or the file's last.
                self.next_line = Some(tape.line_of(end.saturating_sub(1).max(start)) + 1);
                (start, tape.line_of(start))
            }
        };
        self.reader.get_mut().keep_from(start, line);
        Ok(Some(Row { from: start, end, line }))
    }

    /// What is wrong with the last record when the file ends inside it.
    fn cut_short(&self, row: Row) -> Option<Fault> {
        let tape = self.reader.get_ref();
        if !tape.ends_at(row.end) {
            return None;
        }
        let open = self.text(row).ends_in_quotes(tape);
        open.then(unclosed_quote).or_else(|| tape.is_overlong().then(overlong))
    }

    /// Where a record starts for which the parser took nothing but the cells, the separators between them and
    /// one line end: no quotes, blank lines or comments, so that it is the line after the last record's.
    fn start_of_one_line(&self, record: &ByteRecord, from: u64, end: u64) -> Option<u64> {
        let bare = record.as_slice().len() + record.len().saturating_sub(1);
        let tape = self.reader.get_ref();
        let is_line_end = |offset| matches!(tape.byte(offset), Some(b'\n' | b'\r') | None);
        match (end - from).checked_sub(bare as u64)? {
            1 if !is_line_end(from) => Some(from),
            // The parser leaves the line feed of a CRLF to the next record.
            2 => {
                let behind_return = tape.byte(from.checked_sub(1)?) == Some(b'\r');
                let parted = behind_return && tape.byte(from) == Some(b'\n') && !is_line_end(from + 1);
                parted.then_some(from + 1)
            }
            _ => None,
        }
    }

    fn text(&self, row: Row) -> RecordText {
        RecordText::within(self.reader.get_ref(), row.from, row.end, self.separator.as_byte())
    }

    fn place(&self, row: Row) -> RecordPlace<'_, 'a> {
        RecordPlace { tape: self.reader.get_ref(), row, separator: self.separator.as_byte() }
    }
}

struct RecordPlace<'t, 'a> {
    tape: &'t Tape<'a>,
    row: Row,
    separator: u8,
}

impl Place for RecordPlace<'_, '_> {
    fn line(&self) -> u64 {
        self.row.line
    }

    fn source(&self, cell: usize) -> crate::diagnostic::SourceLine {
        let text = RecordText::within(self.tape, self.row.from, self.row.end, self.separator);
        text.source(self.tape, cell)
    }
}

fn is_blank(record: &ByteRecord) -> bool {
    record.iter().all(|cell| cell.trim_ascii().is_empty())
}

fn empty_file() -> Fault {
    Fault::error(
        "empty-file",
        "the file holds no table",
        "start with a header such as name,zone,hours and write a line for every person",
    )
}

fn unclosed_quote() -> Fault {
    Fault::error(
        "unclosed-quote",
        "a quote in this row is never closed, so that everything after it is one cell",
        "close the quote, or remove it if it is not meant to hold a cell together",
    )
}

fn overlong() -> Fault {
    Fault::error(
        "overlong-row",
        format!("this row is longer than {} MiB; nothing is read from here on", tape::LONGEST_RECORD >> 20),
        "write one line for every person",
    )
}
