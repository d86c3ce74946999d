//! Separated text: comma, semicolon, tab or pipe.

mod cell;
mod head;
mod sniff;
mod table;

use std::io;

use crate::columns::Columns;
use crate::diagnostic::{Fault, Faults, Spot};
use crate::fast_path::Tape;
use crate::read::Reading;
use crate::roster::Roster;
use crate::rows::{Place, Rows};
pub(crate) use cell::pointer_in;
pub use sniff::Separator;
use table::Table;

/// Reads the table on a tape.
pub(crate) fn read_delimited(mut tape: Tape<'_>, reading: Reading<'_>) -> io::Result<Roster> {
    let Reading { mut faults, tzdb, options, choose } = reading;
    let Some(found) = head::read_head(&mut tape)? else { return Ok(empty(faults)) };
    let separator = options.separator.unwrap_or(found);
    let mut table = Table::new(tape, separator);
    loop {
        if !table.advance()? {
            return Ok(empty(faults));
        }
        if !table.cells().are_blank() {
            break;
        }
    }
    let header = table.line();
    let (columns, wrong) = Columns::of(table.cells());
    let lost = wrong.iter().any(|(column, _)| column.is_none());
    for (place, fault) in wrong {
        let column = place.and_then(|index| columns.header(index));
        let (position, value) = (place.unwrap_or(0), column.clone());
        let spot = Spot { row: header, column, position, value: value.as_deref().unwrap_or("") };
        faults.add(&fault, spot, || table.pointer(position));
    }
    if lost {
        let (columns, separator) = (columns.list, Some(separator));
        return Ok(Roster { columns, separator, ..Roster::unreadable(faults) });
    }
    let mut rows = Rows::new(tzdb, columns, faults, options, choose);
    while table.advance()? {
        match table.cut_short() {
            Some(fault) => rows.reject(&[(None, fault)], &table),
            None if rows.add(table.cells(), &table) => {}
            None => break,
        }
    }
    Ok(Roster { separator: Some(separator), ..rows.finish(header) })
}

fn empty(mut faults: Faults) -> Roster {
    let fault = Fault::error(
        "empty-file",
        "the file holds no table",
        "start with a header such as name,zone,hours and write a line for every person",
    );
    faults.of_file(&fault);
    Roster::unreadable(faults)
}
