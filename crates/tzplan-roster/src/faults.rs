//! Faults as they are found, on their way to [diagnostics](Diagnostic).

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity, SourceLine};
use crate::text::{clean, shorten};

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
    /// The bytes of those in the list.
    held: usize,
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

/// The bytes of diagnostics that are kept.
const MOST_HELD: usize = 40 << 20;

/// The bytes of a diagnostic, though equal ones share their words.
fn size(diagnostic: &Diagnostic) -> usize {
    let source = diagnostic.source.as_ref().map_or(0, |source| source.text.len());
    let place = diagnostic.place.as_ref().map_or(0, |place| place.len());
    let words = diagnostic.message.len() + diagnostic.help.len() + diagnostic.value.len();
    size_of::<Diagnostic>() + source + place + words
}

/// Values longer than this are cut in diagnostics.
const LONGEST_VALUE: usize = 200;

impl Faults {
    pub(crate) fn new(file: &str, most: usize) -> Self {
        Self {
            file: clean(file).into(),
            most,
            list: Vec::new(),
            file_errors: 0,
            row_errors: 0,
            remarks: 0,
            left_out: 0,
            held: 0,
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
            value: shorten(spot.value, LONGEST_VALUE).into_owned(),
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
        if seen > self.most || self.held > MOST_HELD {
            self.left_out += 1;
            return;
        }
        let diagnostic = self.diagnostic(fault, spot, pointer());
        self.held += size(&diagnostic);
        self.list.push(diagnostic);
    }
}
