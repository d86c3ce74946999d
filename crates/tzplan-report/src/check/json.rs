//! The faults of a roster.

use std::io;

use serde::Serialize;

use crate::json::write::write;

/// A roster as it was understood.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "check"))]
pub struct Check<'a> {
    /// Whether it has no error.
    pub ok: bool,
    /// The version of the tz database it was read with.
    pub tzdb: &'a str,
    /// Errors, warnings and notes, in the order of the file.
    pub faults: Vec<Fault<'a>>,
    /// Faults beyond those listed.
    pub left_out: usize,
    /// How many people it has.
    pub members: usize,
    /// How many distinct profiles they have.
    pub profiles: usize,
}

/// Something to say about a cell or a row.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Fault"))]
pub struct Fault<'a> {
    /// A stable code.
    pub code: &'a str,
    /// `error`, `warning` or `note`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["error", "warning", "note"])))]
    pub severity: &'a str,
    /// The file as the user named it.
    pub file: &'a str,
    /// The line on which the row starts, from 1; the row of a sheet.
    pub row: u64,
    /// The place in the file's own terms: `line 3, column 5`, `Sheet1!C4`, `members[3].hours`.
    pub place: Option<&'a str>,
    /// The column's header as it stands in the file.
    pub column: Option<&'a str>,
    /// The value seen.
    pub value: &'a str,
    /// What is wrong.
    pub message: &'a str,
    /// What to write instead.
    pub help: &'a str,
}

/// Writes what a check found.
///
/// # Errors
///
/// Those of the writer.
pub fn check(out: &mut dyn io::Write, check: &Check<'_>) -> io::Result<()> {
    write(out, check)
}
