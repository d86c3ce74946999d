//! Why a label is no calendar.

use std::fmt;

/// Why a label is no calendar. Its message says what is wrong, [`help`](Self::help) what to write instead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HolidayLabelError {
    pub(super) message: String,
    pub(super) help: String,
    pub(crate) kind: LabelFault,
}

/// What is wrong with a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LabelFault {
    Unknown,
    Ambiguous,
    /// There is no table to look into.
    NotBuilt,
}

impl HolidayLabelError {
    /// What to write instead.
    pub fn help(&self) -> &str {
        &self.help
    }

    pub(super) fn unknown(message: String, help: impl Into<String>) -> Self {
        Self { message, help: help.into(), kind: LabelFault::Unknown }
    }
}

impl fmt::Display for HolidayLabelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for HolidayLabelError {}
