//! How a document is written.

use std::io::{self, Write};

use serde::Serialize;

use super::ready::OneLine;

/// Bytes that are collected before they are handed on.
const BUFFERED: usize = 1 << 16;

/// Writes a document on one line.
pub(crate) fn write(out: &mut dyn io::Write, document: &impl Serialize) -> io::Result<()> {
    // It is written in pieces of a few bytes.
    let mut pieces = io::BufWriter::with_capacity(BUFFERED, out);
    document.serialize(&mut serde_json::Serializer::with_formatter(&mut pieces, OneLine))?;
    pieces.write_all(b"\n")?;
    pieces.flush()
}

/// Writes a document that is its own JSON.
pub(crate) fn itself(document: &impl Serialize, out: &mut dyn io::Write) -> io::Result<()> {
    write(out, document)
}
