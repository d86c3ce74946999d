//! A part of the text: where it stands, and what is wrong with it.

use std::ops::Range;

use serde_json::value::RawValue;

use crate::faults::Fault;
use crate::structured::document::Wrong;

/// Where a part of the text stands.
pub(super) fn span(text: &str, part: &RawValue) -> Range<usize> {
    let start = (part.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.get().len()
}

/// What the parser says is wrong, in a part that starts at a place.
pub(super) fn wrong(text: &str, start: usize, error: &serde_json::Error) -> Wrong {
    let part = text.get(start..).unwrap_or_default();
    let line = error.line().saturating_sub(1);
    let before: usize = part.split_inclusive('\n').take(line).map(str::len).sum();
    let at = (start + before + error.column().saturating_sub(1)).min(text.len());
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let fault =
        Fault::error("bad-json", format!("this is not JSON: {message}"), "correct it here and try again");
    Wrong::new(fault, at..at + 1)
}
