//! The workdays on which people of one schedule are off.

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::days_off::DayOff;

/// A day off.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DayOff"))]
pub(crate) struct DayOffKeys {
    /// The date, on their own calendar.
    date: NaiveDate,
    /// What it is called; null for leave, and for a day off without a name.
    holiday: Option<Box<str>>,
}

impl From<DayOff> for DayOffKeys {
    fn from(day: DayOff) -> Self {
        Self { date: day.date, holiday: day.holiday }
    }
}
