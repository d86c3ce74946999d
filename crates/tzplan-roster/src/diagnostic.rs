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
    /// The line of the file, from 1, on which the record starts (the header's for faults of a column); in a workbook
    /// the row of the sheet.
    pub row: u64,
    /// The place in the file's own terms: `line 3, column 5` of a text, `Sheet1!C4` of a workbook,
    /// `members[3].hours` of JSON and TOML; `None` where the file as a whole is meant.
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
    /// Which of the records that start on one line it is, and where the column stands: further keys of the order.
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
    /// The character of the line at which the cell starts, from 1, also where `text` is cut; `None` where `text` is not one
    /// line of the file: the cells of a row of a sheet, a line of a calendar that goes on below.
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

/// Where a diagnostic points: the place in words, and the line to show.
#[derive(Debug, Default)]
pub(crate) struct Pointer {
    pub(crate) place: Option<String>,
    pub(crate) source: Option<SourceLine>,
    pub(crate) record: usize,
}

impl Pointer {
    /// What the cell holds as the line shows it.
    pub(crate) fn shown(&self) -> &str {
        self.source.as_ref().map_or("", |source| &source.text[source.span.clone()])
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

/// What is wrong with a cell, wherever it stands: what equal cells share.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    pub(crate) message: Arc<str>,
    pub(crate) help: Arc<str>,
}

impl Fault {
    pub(crate) fn error(code: &'static str, message: impl Into<Arc<str>>, help: impl Into<Arc<str>>) -> Self {
        Self { code, severity: Severity::Error, message: message.into(), help: help.into() }
    }

    pub(crate) fn warning(
        code: &'static str,
        message: impl Into<Arc<str>>,
        help: impl Into<Arc<str>>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message, help) }
    }

    pub(crate) fn note(code: &'static str, message: impl Into<Arc<str>>, help: impl Into<Arc<str>>) -> Self {
        Self { severity: Severity::Note, ..Self::error(code, message, help) }
    }
}

/// Where a fault was found.
pub(crate) struct Spot<'a> {
    pub(crate) row: u64,
    pub(crate) column: Option<Arc<str>>,
    pub(crate) position: usize,
    pub(crate) value: &'a str,
}

impl Spot<'_> {
    /// A whole line.
    pub(crate) fn line(row: u64) -> Self {
        Self { row, column: None, position: 0, value: "" }
    }
}

/// The diagnostics of a file as they are found, at most a given number of errors and as many lesser ones.
#[derive(Debug)]
pub(crate) struct Faults {
    file: Arc<str>,
    most: usize,
    list: Vec<Diagnostic>,
    /// Errors in the header or of the file as a whole, and errors of single rows.
    file_errors: usize,
    row_errors: usize,
    /// Warnings and notes.
    remarks: usize,
    left_out: usize,
}

/// What was found in a file.
pub(crate) struct Found {
    /// By row, record and column.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// How many errors there were, those that are left out included.
    pub(crate) errors: usize,
    /// Those of them that are not errors of single rows.
    pub(crate) file_errors: usize,
    /// How many diagnostics are not in the list.
    pub(crate) left_out: usize,
}

/// Values longer than this are cut in diagnostics.
const LONGEST_VALUE: usize = 200;

impl Faults {
    pub(crate) fn new(file: &str, most: usize) -> Self {
        Self {
            file: crate::text::clean(file).into(),
            most,
            list: Vec::new(),
            file_errors: 0,
            row_errors: 0,
            remarks: 0,
            left_out: 0,
        }
    }

    /// Adds a fault of the header or the file; `pointer` is asked for only if the diagnostic is kept.
    pub(crate) fn add(&mut self, fault: &Fault, spot: Spot<'_>, pointer: impl FnOnce() -> Pointer) {
        self.file_errors += usize::from(fault.severity == Severity::Error);
        self.keep(fault, spot, pointer);
    }

    /// Adds a fault of a single row; `pointer` is asked for only if the diagnostic is kept.
    pub(crate) fn add_of_row(&mut self, fault: &Fault, spot: Spot<'_>, pointer: impl FnOnce() -> Pointer) {
        self.row_errors += usize::from(fault.severity == Severity::Error);
        self.keep(fault, spot, pointer);
    }

    /// Adds a fault of the file as a whole.
    pub(crate) fn of_file(&mut self, fault: &Fault) {
        self.add(fault, Spot::line(1), Pointer::default);
    }

    /// A fault of this file, not added.
    pub(crate) fn diagnostic(&self, fault: &Fault, spot: Spot<'_>, pointer: Pointer) -> Diagnostic {
        let Pointer { place, source, record } = pointer;
        Diagnostic {
            code: fault.code,
            severity: fault.severity,
            file: self.file.clone(),
            row: spot.row,
            place: place.map(Arc::from),
            column: spot.column,
            value: crate::text::shorten(spot.value, LONGEST_VALUE).into_owned(),
            message: fault.message.clone(),
            help: fault.help.clone(),
            source,
            record,
            position: spot.position,
        }
    }

    pub(crate) fn finish(mut self) -> Found {
        self.list.sort_by_key(|diagnostic| (diagnostic.row, diagnostic.record, diagnostic.position));
        Found {
            diagnostics: self.list,
            errors: self.file_errors + self.row_errors,
            file_errors: self.file_errors,
            left_out: self.left_out,
        }
    }

    /// Keeps a fault that is counted, unless there are too many of its kind.
    fn keep(&mut self, fault: &Fault, spot: Spot<'_>, pointer: impl FnOnce() -> Pointer) {
        let seen = if fault.severity == Severity::Error {
            self.file_errors + self.row_errors
        } else {
            self.remarks += 1;
            self.remarks
        };
        if seen > self.most {
            self.left_out += 1;
            return;
        }
        let diagnostic = self.diagnostic(fault, spot, pointer());
        self.list.push(diagnostic);
    }
}
