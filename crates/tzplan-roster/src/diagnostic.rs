//! What is wrong with a roster, where, and what to write instead.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// How much a [`Diagnostic`] weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Worth knowing; nothing to do.
    Note,
    /// Read, but probably not as meant.
    Warning,
    /// Not read: the row contributes no member.
    Error,
}

impl Severity {
    /// `error`, `warning` or `note`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One thing found in a roster. No text in it holds control characters.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Diagnostic {
    /// A stable name of the kind of fault, in kebab case: `unknown-zone`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The name the roster was read under.
    pub file: Arc<str>,
    /// The line of the file, from 1, on which the record starts (the header's for faults of a column); in a
    /// workbook the row of the sheet.
    pub row: u64,
    /// The place in the file's own terms: `line 3, column 5` of a text, `Sheet1!C4` of a workbook,
    /// `members[3].hours` of JSON, TOML and YAML; `None` where the file as a whole is meant.
    pub place: Option<Arc<str>>,
    /// The header of the column, as in the file; `None` when no single column is to blame.
    pub column: Option<Arc<str>>,
    /// What the cell holds, cut where it is very long; empty when there is nothing.
    pub value: String,
    /// What is wrong.
    pub message: Arc<str>,
    /// What to write instead.
    pub help: Arc<str>,
    /// The line to show, where there is one.
    pub source: Option<SourceLine>,
    /// Which of the records that start on one line it is, and where the column stands: further keys of the
    /// order.
    pub(crate) record: usize,
    pub(crate) position: usize,
}

/// A line of the file with the cell marked, for a caret display.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct SourceLine {
    /// The number of the line, from 1. A record with line breaks inside quotes has cells on later lines than
    /// [`Diagnostic::row`].
    pub line: u64,
    /// The character of the line at which the cell starts, from 1, also where `text` is cut; `None` where
    /// `text` is not one line of the file: the cells of a row of a sheet, a line of a calendar that goes on
    /// below.
    pub column: Option<u64>,
    /// The line without its end, control characters replaced, cut around the cell where it is very long.
    pub text: String,
    /// The bytes of `text` that are the cell; empty at the place of a missing one.
    pub span: Range<usize>,
}

impl SourceLine {
    /// A line of a text, the bytes of it that are meant, and the character at which these start, from 1.
    pub(crate) fn new(number: u64, column: u64, line: &[u8], cell: Range<usize>) -> Self {
        let (text, span) = crate::text::excerpt(line, cell);
        Self { line: number, column: Some(column), text, span }
    }

    /// The cells of a row of a sheet as a line.
    #[cfg(feature = "workbook")]
    pub(crate) fn of_cells(number: u64, line: &str, cell: Range<usize>) -> Self {
        Self { column: None, ..Self::new(number, 0, line.as_bytes(), cell) }
    }
}

impl fmt::Display for Diagnostic {
    /// `team.csv:3: zone: unknown zone … (write …)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: ", self.file, self.row, self.severity)?;
        if let Some(column) = &self.column {
            write!(f, "{column}: ")?;
        }
        write!(f, "{} ({})", self.message, self.help)
    }
}
