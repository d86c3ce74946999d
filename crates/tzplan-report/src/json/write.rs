//! How a document is written.

use std::io;

use serde::Serialize;

/// Writes a document on one line.
pub(crate) fn write(out: &mut dyn io::Write, document: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, document)?;
    out.write_all(b"\n")
}

/// Writes a document that is its own JSON.
pub(crate) fn itself(document: &impl Serialize, out: &mut dyn io::Write) -> io::Result<()> {
    write(out, document)
}
