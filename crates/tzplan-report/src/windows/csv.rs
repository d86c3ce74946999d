//! Dated windows as rows.

use std::io;

use tzplan::{IntervalSet, UtcMinute};

use crate::csv::rows::{Rows, stretch};

const WINDOWS: [&str; 3] = ["start", "end", "minutes"];

/// Writes dated windows: everyone's, or those of a quorum. Instants are UTC.
///
/// # Errors
///
/// Those of the writer.
pub fn windows(out: &mut dyn io::Write, windows: &IntervalSet<UtcMinute>) -> io::Result<()> {
    let mut rows = Rows::new(out, &WINDOWS)?;
    for window in windows.iter() {
        rows.row(stretch(window.start(), window.end()))?;
    }
    rows.finish()
}
