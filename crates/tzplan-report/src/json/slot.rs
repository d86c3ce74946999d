//! When a slot for a meeting is.

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::meeting::Slot;

use super::head::Spelled;

/// When a slot is.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SlotTime"))]
pub(crate) struct SlotTime {
    /// The date of a single meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "NaiveDate"))]
    date: Option<NaiveDate>,
    /// The weekday on the anchor's clock.
    day: Spelled<chrono::Weekday>,
    /// The time on the anchor's clock, as `15:00`.
    time: String,
}

impl From<Slot> for SlotTime {
    fn from(slot: Slot) -> Self {
        Self { date: slot.date, day: Spelled(slot.day()), time: slot.time.to_string() }
    }
}
