//! Dated windows as JSON.

use std::io;

use serde::Serialize;
use tzplan::{Horizon, IntervalSet, UtcMinute};

use crate::context::Context;
use crate::json::head::Head;
use crate::json::write::write;
use crate::words::dates::instant;

/// The dated windows that everyone shares, or a quorum; days off counted.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "windows"))]
pub(crate) struct WindowsDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// How many people a window needs; absent where everyone required is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "usize"))]
    quorum: Option<usize>,
    /// In order.
    windows: Vec<Stretch>,
}

/// A stretch of time.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Stretch"))]
struct Stretch {
    /// Its first instant, in UTC.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    start: String,
    /// The first instant after it, in UTC.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    end: String,
}

/// Writes dated windows: everyone's, or those of a quorum.
///
/// # Errors
///
/// Those of the writer.
pub fn windows(
    out: &mut dyn io::Write,
    horizon: &Horizon,
    windows: &IntervalSet<UtcMinute>,
    quorum: Option<usize>,
    context: Context<'_>,
) -> io::Result<()> {
    let windows =
        windows.iter().map(|w| Stretch { start: instant(w.start()), end: instant(w.end()) }).collect();
    write(out, &WindowsDocument { head: Head::new(context, horizon), quorum, windows })
}
