//! The faults of a roster as a table, in the order of the file. Those left out are the caller's to tell.

use std::io;

use serde::Serialize;

use super::CheckDocument;
use crate::csv::cell::text;
use crate::csv::table::table;

/// A fault.
#[derive(Default, Serialize)]
struct FaultRow<'a> {
    severity: &'a str,
    code: &'a str,
    #[serde(serialize_with = "text")]
    file: &'a str,
    row: u64,
    #[serde(serialize_with = "text")]
    place: &'a str,
    #[serde(serialize_with = "text")]
    column: &'a str,
    #[serde(serialize_with = "text")]
    value: &'a str,
    #[serde(serialize_with = "text")]
    message: &'a str,
    #[serde(serialize_with = "text")]
    help: &'a str,
}

pub(super) fn write(document: &CheckDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let rows = document.faults.iter().map(|fault| FaultRow {
        severity: fault.severity,
        code: fault.code,
        file: fault.file,
        row: fault.row,
        place: fault.place.unwrap_or_default(),
        column: fault.column.unwrap_or_default(),
        value: fault.value,
        message: fault.message,
        help: fault.help,
    });
    table(out, rows)
}
