//! The faults of a roster.

use std::io;

use super::json::Check;
use crate::csv::cell::inert;
use crate::csv::rows::{Rows, optional};

const HEADER: [&str; 9] = ["severity", "code", "file", "row", "place", "column", "value", "message", "help"];

/// Writes a row for every fault, in the order of the file. Those that are [not listed](Check::left_out) are the caller's
/// to tell.
///
/// # Errors
///
/// Those of the writer.
pub fn check(out: &mut dyn io::Write, check: &Check<'_>) -> io::Result<()> {
    let mut rows = Rows::new(out, &HEADER)?;
    let text = |text: &str| inert(text).into_owned();
    for fault in &check.faults {
        rows.row([
            fault.severity.to_owned(),
            fault.code.to_owned(),
            text(fault.file),
            fault.row.to_string(),
            optional(fault.place.map(text)),
            optional(fault.column.map(text)),
            text(fault.value),
            text(fault.message),
            text(fault.help),
        ])?;
    }
    rows.finish()
}
