//! What was read of a roster, and its faults.
//!
//! They are plain values that the caller fills in. The fields up to `profiles` are the keys of the JSON.

mod csv;
mod markdown;
mod text;

use std::fmt;

use serde::Serialize;

use crate::context::{Assumption, Context, Setting};
use crate::document::document;
use crate::json::write::itself;
use crate::text::Style;

/// A roster as it was understood.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "check"))]
pub struct CheckDocument<'a> {
    /// Whether it has no error.
    pub ok: bool,
    /// The version of the tz database it was read with.
    pub tzdb: &'a str,
    /// Errors, warnings and notes, in the order of the file.
    pub faults: Vec<Fault<'a>>,
    /// Faults beyond those listed.
    pub left_out: usize,
    /// What the file leaves open, and how it was taken; empty where nothing is open.
    pub assumptions: &'a [Assumption],
    /// Settings made in a file or an environment variable that counted, where they are not the usual ones;
    /// absent where there are none.
    #[serde(skip_serializing_if = "<[Setting]>::is_empty")]
    pub settings: &'a [Setting],
    /// How many people it has.
    pub members: usize,
    /// How many distinct profiles they have.
    pub profiles: usize,
    /// The roster's name, as the user gave it; not in the JSON, as nothing below is.
    #[serde(skip)]
    pub source: &'a str,
    /// How many rows were read.
    #[serde(skip)]
    pub rows: usize,
    /// The sheet of a workbook they stand in.
    #[serde(skip)]
    pub sheet: Option<&'a str>,
    /// How many errors there are, those left out included.
    #[serde(skip)]
    pub errors: usize,
    /// The labels that are not zone ids, in the order of the file.
    #[serde(skip)]
    pub labels: Vec<ReadLabel<'a>>,
    /// The headers of columns that are not used.
    #[serde(skip)]
    pub unused_columns: Vec<&'a str>,
    /// The faults as a terminal shows them, each below the lines of the file it is about.
    #[serde(skip)]
    pub excerpts: &'a dyn Fn(Style) -> String,
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

/// A label in a column of zones, and how it was read.
#[derive(Clone, Debug)]
pub struct ReadLabel<'a> {
    /// As it stands in the file: `Berlin`.
    pub label: &'a str,
    /// The id it is read as: `Europe/Berlin`.
    pub zone: String,
    /// Why: `city`.
    pub how: &'a str,
    /// In how many rows it stands.
    pub rows: usize,
}

impl CheckDocument<'_> {
    fn as_context(&self) -> Context<'_> {
        let Self { source, tzdb, assumptions, settings, .. } = *self;
        Context { source, tzdb, changes: &[], settings, assumptions, again: "" }
    }

    /// ` (2 errors, 1 note)`: all errors, those left out included, and the warnings and notes that are
    /// listed.
    fn counts(&self, counted: impl Fn(usize, &str, &str) -> String) -> String {
        let listed = |severity| self.faults.iter().filter(|fault| fault.severity == severity).count();
        let counts = [
            (self.errors, "error", "errors"),
            (listed("warning"), "warning", "warnings"),
            (listed("note"), "note", "notes"),
        ];
        let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, one, many)| counted(count, one, many)).collect();
        if counts.is_empty() { String::new() } else { format!(" ({})", counts.join(", ")) }
    }
}

document!(CheckDocument: text::print, itself, csv::write; {
    fn beside_the_table(&self) -> Option<String> {
        (self.left_out > 0).then(|| format!("{} more faults are not listed", self.left_out))
    }
});

impl fmt::Debug for CheckDocument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("CheckDocument");
        shown.field("source", &self.source).field("faults", &self.faults).finish_non_exhaustive()
    }
}
