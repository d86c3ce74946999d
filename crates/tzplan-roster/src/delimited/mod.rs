//! Separated text: comma, semicolon, tab or pipe.

#[cfg(feature = "threads")]
mod ahead;
mod head;
mod headless;
mod markdown;
mod sniff;
mod table;

use std::io;

use crate::assumption::Assumption;
use crate::cells::{CellBuffer, Cells, KeptRow, Place};
use crate::columns::{Column, Header};
use crate::fast_path::Tape;
use crate::faults::{Fault, Pointer, Spot};
use crate::options::ReadContext;
use crate::roster::Roster;
use crate::rows::Rows;
use crate::separator::Separator;
use crate::text::clean;
use crate::wording::Listed;
pub(crate) use head::MOST_TITLES;
use headless::Headless;
use markdown::{Markdown, MarkdownRow, joined, of_wiki};
pub(crate) use sniff::names_columns;
use table::DelimitedTable;

/// Reads the table on a tape.
pub(crate) fn read_delimited(mut tape: Tape<'_>, mut context: ReadContext<'_>) -> io::Result<Roster> {
    let Some(found) = head::read_head(&mut tape)? else { return Ok(empty(context)) };
    let separator = context.options.separator.unwrap_or(found);
    let headless = headless(&mut tape, separator, &context)?;
    let mut table = DelimitedTable::new(tape, separator);
    loop {
        if !table.advance()? {
            return Ok(empty(context));
        }
        if !table.cells().are_blank() {
            break;
        }
    }
    if let Headless::Columns(headers) = headless {
        return read_headless(table, &headers, separator, context);
    }
    let Some(Found { mut header, row, is_below_titles, is_wiki }) =
        find_header(&mut table, separator, &context)?
    else {
        return Ok(empty(context));
    };
    if headless == Headless::Unclear {
        header.is_missing();
    }
    let line = row.line();
    let at = |column: Option<usize>| (line, row.pointer(column.unwrap_or(0)));
    let columns = match header.report(&mut context.faults, at) {
        Ok(columns) => columns,
        Err(columns) => {
            let separator = Some(separator);
            return Ok(Roster { columns, separator, ..Roster::unreadable(context.faults) });
        }
    };
    if is_below_titles {
        let message = format!("the table starts on line {line}; what stands above it is not read");
        let note = Fault::note("titles", message, "nothing, if these lines are titles");
        context.faults.add(&note, Spot::line(line), Pointer::default);
    }
    #[cfg(feature = "threads")]
    let help = context.help;
    let (options, headers) = (context.options, columns.list.clone());
    let mut rows = Rows::new(columns, context);
    #[cfg(feature = "threads")]
    table.accept(help, rows.key_columns());
    let mut markdown = Markdown::of(separator);
    if let Some(markdown) = markdown.as_mut().filter(|_| is_wiki) {
        markdown.begin_wiki(line);
    }
    // The line on which something else stands below a table of Markdown.
    let mut below = None;
    while table.advance()? {
        // Cells between bars are not those that were cut.
        #[cfg(feature = "threads")]
        if let Some(batch) = table.batch().filter(|_| markdown.is_none()) {
            rows.look_up(batch);
        }
        if let Some(fault) = table.cut_short() {
            rows.reject(&[(None, fault)], &table);
            continue;
        }
        if let Some(markdown) = &mut markdown {
            let row = match below {
                Some(_) => MarkdownRow::Below,
                None => markdown.row(table.cells(), table.line()),
            };
            match row {
                MarkdownRow::Rule => {}
                MarkdownRow::Below => {
                    let at = table.line();
                    below.get_or_insert(at);
                    if is_header(table.cells(), &headers) {
                        markdown.begin_again();
                        below = None;
                    } else if table.cells().len() > 1
                        && Header::of(table.cells(), &options.columns).gives_place()
                    {
                        rows.of_file(&further_table(at));
                        return Ok(Roster { separator: Some(separator), ..rows.finish(line) });
                    }
                }
                MarkdownRow::Cells(cells) if rows.add(cells, &table) => {}
                MarkdownRow::Cells(_) => break,
            }
            continue;
        }
        if !rows.add(table.cells(), &table) {
            break;
        }
    }
    if let Some(below) = below {
        let message = format!("the table ends above line {below}; what stands below it is not read");
        rows.of_file(&Fault::note("below-table", message, "nothing, if it is no table of people"));
    }
    Ok(Roster { separator: Some(separator), ..rows.finish(line) })
}

/// Without a header more lines, and more bytes, are not looked at before the rows are read.
const MOST_LINES: usize = 3 * MOST_TITLES;
const MOST_BEGINNING: usize = 1 << 16;

/// What the rows of a table say of its columns, where none has a header and nobody names one.
fn headless(tape: &mut Tape<'_>, separator: Separator, context: &ReadContext<'_>) -> io::Result<Headless> {
    let mut lines = tape.rest().split(|byte| matches!(byte, b'\n' | b'\r'));
    let has_header = lines.find(|line| !line.trim_ascii().is_empty()).is_none_or(names_columns);
    if has_header || separator == Separator::Pipe || !context.options.columns.is_empty() {
        return Ok(Headless::No);
    }
    let has_few = |rest: &[u8]| rest.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() < MOST_LINES;
    while has_few(tape.rest()) && tape.rest().len() < MOST_BEGINNING && tape.fill()? {}
    Ok(Headless::of(tape.rest(), !tape.has_ended(), separator))
}

/// Reads a table whose first row is somebody.
fn read_headless(
    mut table: DelimitedTable<'_>,
    headers: &[&str],
    separator: Separator,
    mut context: ReadContext<'_>,
) -> io::Result<Roster> {
    let mut cells = CellBuffer::default();
    headers.iter().for_each(|header| cells.push(header));
    let line = table.line();
    let at = |column: Option<usize>| (line, table.pointer(column.unwrap_or(0)));
    let columns = match Header::of(cells.cells(), &[]).report(&mut context.faults, at) {
        Ok(columns) => columns,
        Err(columns) => return Ok(Roster { columns, ..Roster::unreadable(context.faults) }),
    };
    let mut rows = Rows::new(columns, context);
    loop {
        match table.cut_short() {
            Some(fault) => rows.reject(&[(None, fault)], &table),
            None if !rows.add(table.cells(), &table) => break,
            None => {}
        }
        if !table.advance()? {
            break;
        }
    }
    let message = format!("no header names the columns, which are read as {}", Listed::new(headers, " and "));
    let assumed = Assumption { code: "no-header", message: message.into(), rows: Vec::new(), count: 0 };
    let mut roster = Roster { separator: Some(separator), ..rows.finish(line) };
    roster.assumptions.insert(0, assumed);
    Ok(roster)
}

/// Whether cells repeat the headers of a table.
fn is_header(cells: Cells<'_>, headers: &[Column]) -> bool {
    let same = |(cell, column): (&[u8], &Column)| clean(&String::from_utf8_lossy(cell)) == *column.header;
    cells.len() == headers.len() && cells.iter().zip(headers).all(same)
}

/// Another table of people, with other columns.
pub(crate) fn further_table(line: u64) -> Fault {
    let message =
        format!("a further table of people begins on line {line}, with other columns, and is not read");
    Fault::error(
        "further-table",
        message,
        "give all tables the same header, or put each into a file of its own",
    )
}

/// The header of a table.
struct Found {
    header: Header,
    /// Its text.
    row: KeptRow<'static>,
    is_below_titles: bool,
    /// Whether it is that of a table of a wiki: `||Name||Zone||`.
    is_wiki: bool,
}

/// Goes to the header: the first row, or the first of some that names columns, where titles stand above it.
/// `None` when there is no row.
fn find_header(
    table: &mut DelimitedTable<'_>,
    separator: Separator,
    context: &ReadContext<'_>,
) -> io::Result<Option<Found>> {
    let mut first: Option<Found> = None;
    let (mut buffer, mut wiki) = (CellBuffer::default(), CellBuffer::default());
    for titles in 0..=MOST_TITLES {
        // The first row is there already.
        if titles > 0 && !table.advance()? {
            break;
        }
        let cells = match separator {
            Separator::Pipe => joined(table.cells(), &mut buffer),
            _ => table.cells(),
        };
        let of_wiki = if separator == Separator::Pipe { of_wiki(cells, &mut wiki) } else { None };
        let is_wiki = of_wiki.is_some();
        let cells = of_wiki.unwrap_or(cells);
        let header = Header::of(cells, &context.options.columns);
        let is_header = header.gives_place() && (titles == 0 || header.recognised() > 1);
        let Some(row) = table.keep().map(KeptRow::into_owned) else { break };
        let found = Found { header, row, is_below_titles: titles > 0, is_wiki };
        if is_header {
            return Ok(Some(found));
        }
        first.get_or_insert(found);
    }
    Ok(first)
}

fn empty(context: ReadContext<'_>) -> Roster {
    let fault = Fault::error(
        "empty-file",
        "the file holds no table",
        "start with a header such as name,zone,hours and write a line for every person",
    );
    Roster::refused(context.faults, &fault)
}
