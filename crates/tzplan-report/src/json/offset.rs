//! An offset from UTC and its dates.

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::regions::DatedOffset;

/// An offset and the dates on which it holds at 12:00 UTC, inclusive.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Offset"))]
pub struct Offset {
    /// The first date.
    pub first: NaiveDate,
    /// The last date.
    pub last: NaiveDate,
    /// Minutes ahead of UTC.
    pub minutes: i32,
}

impl From<&DatedOffset> for Offset {
    fn from(dated: &DatedOffset) -> Self {
        Self { first: dated.dates.first(), last: dated.dates.last(), minutes: dated.minutes }
    }
}
