//! How a document is written.

use std::io;

use serde::Serialize;

/// Writes a document on one line.
pub(crate) fn write(out: &mut dyn io::Write, document: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, document)?;
    out.write_all(b"\n")
}
