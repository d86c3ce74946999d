//! Workbooks: XLSX and ODS, both zip archives of XML.
//!
//! They are read here and not by a general crate because a roster comes from strangers: nothing is allocated
//! on the file's word, repeated cells stay one, and every loop ends with the file.

mod archive;
mod cell;
mod fault;
mod ods;
mod place;
mod row_cells;
mod row_line;
mod sheet;
mod table;
mod wanted;
mod xlsx;
mod xml;

use std::io::{self, Read};

use crate::faults::Fault;
use crate::options::ReadContext;
use crate::roster::Roster;
use archive::{Archive, WorkbookKind};
use table::SheetTable;

/// Reads the workbook in an archive.
pub(crate) fn read_archive(input: &mut dyn Read, context: ReadContext<'_>) -> io::Result<Roster> {
    let most = context.options.most_bytes;
    let mut bytes = Vec::new();
    input.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        let message = format!("the file is longer than {most} bytes");
        let fault = Fault::error("too-large", message, "save it as CSV, which has no limit");
        return Ok(Roster::refused(context.faults, &fault));
    }
    let mut archive = match Archive::open(&bytes, context.options.most_unpacked) {
        Ok(archive) => archive,
        Err(fault) => return Ok(Roster::refused(context.faults, &fault)),
    };
    let mut table = SheetTable::new(context, bytes.len() as u64);
    let read = match archive.kind() {
        WorkbookKind::Xlsx => xlsx::read(&mut archive, &mut table),
        WorkbookKind::Ods => ods::read(&mut archive, &mut table),
    };
    Ok(table.finish(read.err()))
}
