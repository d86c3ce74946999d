//! The text of an example roster: as it is, or in a document that holds it.

use std::io;

use serde::Serialize;

use crate::document::Document;
use crate::json::head::SCHEMA;
use crate::json::write::write;
use crate::text::Page;

/// An example roster.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "init"))]
pub struct ExampleDocument<'a> {
    /// The version of the documents' shape; a change of meaning raises it.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    schema: u32,
    /// Its text, a CSV file.
    roster: &'a str,
}

impl<'a> ExampleDocument<'a> {
    /// Of the text of a roster.
    pub fn new(roster: &'a str) -> Self {
        Self { schema: SCHEMA, roster }
    }
}

impl Document for ExampleDocument<'_> {
    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.verbatim(self.roster)
    }

    fn json(&self, out: &mut dyn io::Write) -> io::Result<()> {
        write(out, self)
    }

    fn csv(&self, out: &mut dyn io::Write) -> io::Result<()> {
        out.write_all(self.roster.as_bytes())
    }
}
