//! Separated text: comma, semicolon, tab or pipe.

mod head;
mod sniff;
mod table;

use std::io;

use crate::cells::Place;
use crate::columns::Header;
use crate::fast_path::Tape;
use crate::faults::Fault;
use crate::options::ReadContext;
use crate::roster::Roster;
use crate::rows::Rows;
use table::DelimitedTable;

/// Reads the table on a tape.
pub(crate) fn read_delimited(mut tape: Tape<'_>, mut context: ReadContext<'_>) -> io::Result<Roster> {
    let Some(found) = head::read_head(&mut tape)? else { return Ok(empty(context)) };
    let separator = context.options.separator.unwrap_or(found);
    let mut table = DelimitedTable::new(tape, separator);
    loop {
        if !table.advance()? {
            return Ok(empty(context));
        }
        if !table.cells().are_blank() {
            break;
        }
    }
    let line = table.line();
    let at = |column: Option<usize>| (line, table.pointer(column.unwrap_or(0)));
    let columns = match Header::of(table.cells(), &context.options.columns).report(&mut context.faults, at) {
        Ok(columns) => columns,
        Err(columns) => {
            let separator = Some(separator);
            return Ok(Roster { columns, separator, ..Roster::unreadable(context.faults) });
        }
    };
    let mut rows = Rows::new(columns, context);
    while table.advance()? {
        match table.cut_short() {
            Some(fault) => rows.reject(&[(None, fault)], &table),
            None if rows.add(table.cells(), &table) => {}
            None => break,
        }
    }
    Ok(Roster { separator: Some(separator), ..rows.finish(line) })
}

fn empty(context: ReadContext<'_>) -> Roster {
    let fault = Fault::error(
        "empty-file",
        "the file holds no table",
        "start with a header such as name,zone,hours and write a line for every person",
    );
    Roster::refused(context.faults, &fault)
}
