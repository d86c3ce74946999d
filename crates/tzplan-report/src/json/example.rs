//! The text of an example roster.

use std::io;

use serde::Serialize;

use super::head::SCHEMA;
use super::write::write;

/// An example roster.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "init"))]
pub(crate) struct Example<'a> {
    /// The version of the documents' shape; a change of meaning raises it.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    schema: u32,
    /// Its text, a CSV file.
    roster: &'a str,
}

/// Writes the text of an example roster: `{"schema", "roster"}`.
///
/// # Errors
///
/// Those of the writer.
pub fn example(out: &mut dyn io::Write, roster: &str) -> io::Result<()> {
    write(out, &Example { schema: SCHEMA, roster })
}
