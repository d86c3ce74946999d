//! Workbooks: XLSX and ODS, both zip archives of XML.
//!
//! They are read here and not by a general crate because a roster comes from strangers: nothing is allocated on the
//! file's word, repeated cells stay one, and every loop ends with the file.

mod archive;
mod cell;
mod line;
mod ods;
mod sheet;
mod table;
mod xlsx;
mod xml;

use std::io::{self, Read};

use crate::diagnostic::Fault;
use crate::read::Reading;
use crate::roster::Roster;
use archive::{Archive, Kind};
use table::Table;

/// Reads the workbook in an archive.
pub(crate) fn read_archive(input: &mut dyn Read, reading: Reading<'_>) -> io::Result<Roster> {
    let most = reading.options.most_bytes;
    let mut bytes = Vec::new();
    input.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        let message = format!("the file is longer than {most} bytes");
        return Ok(reading.refuse(&Fault::error("too-large", message, "save it as CSV, which has no limit")));
    }
    let mut archive = match Archive::open(&bytes, reading.options.most_unpacked) {
        Ok(archive) => archive,
        Err(fault) => return Ok(reading.refuse(&fault)),
    };
    let mut table = Table::new(reading);
    let read = match archive.kind() {
        Kind::Xlsx => xlsx::read(&mut archive, &mut table),
        Kind::Ods => ods::read(&mut archive, &mut table),
    };
    Ok(table.finish(read.err()))
}

/// Why a workbook, or the rest of one, cannot be read.
fn broken(why: &str) -> Fault {
    let why = crate::text::clean(why);
    let why = crate::text::shorten(&why, 200);
    Fault::error(
        "bad-workbook",
        format!("the workbook cannot be read: {why}"),
        "open it in a spreadsheet program, save it anew (without a password) and try again",
    )
}
