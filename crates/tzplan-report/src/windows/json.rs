//! Dated windows as JSON.

use std::io;

use serde::Serialize;
use tzplan::{Interval, UtcMinute};

use super::WindowsDocument;
use crate::json::absent::AbsentKeys;
use crate::json::head::Head;
use crate::json::write;
use crate::words::instant::Instant;

/// The dated windows that everyone shares, or a quorum; days off counted.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "windows"))]
pub(crate) struct WindowsKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// How many people a window needs; absent where everyone required is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "usize"))]
    quorum: Option<usize>,
    /// In order.
    windows: Vec<Stretch>,
    /// Who is missed for days off in what would be a window were nobody off: by date, then in roster order.
    missed: Vec<AbsentKeys<'a>>,
}

/// A stretch of time.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Stretch"))]
struct Stretch {
    /// Its first instant, in UTC.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    start: Instant,
    /// The first instant after it, in UTC.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    end: Instant,
}

pub(super) fn write(document: &WindowsDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let WindowsDocument { prepared, windows, quorum, missed, context } = *document;
    let stretch =
        |window: &Interval<UtcMinute>| Stretch { start: Instant(window.start()), end: Instant(window.end()) };
    let keys = WindowsKeys {
        head: Head::new(context, prepared.horizon()),
        quorum,
        windows: windows.iter().map(|window| stretch(&window)).collect(),
        missed: missed.iter().map(|absence| AbsentKeys::of(prepared.team(), absence.clone())).collect(),
    };
    write::write(out, &keys)
}
