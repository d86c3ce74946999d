//! Clock changes for programs.

use chrono::NaiveDate;
use serde::Serialize;

/// A date from which on clocks show another time.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ClockChange"))]
pub(in crate::agreement::json) struct ChangeKeys<'a> {
    /// The date.
    pub(in crate::agreement::json) date: NaiveDate,
    /// Whose clocks change.
    pub(in crate::agreement::json) names: Vec<&'a str>,
    /// By how many minutes each is set forward, in the order of `names`; back where negative.
    pub(in crate::agreement::json) forward: Vec<i32>,
    /// Minutes by which the home clock is set forward; 0 where it stays.
    pub(in crate::agreement::json) home_forward: i32,
    /// What is at another time of their own clock from then on.
    pub(in crate::agreement::json) moves: Vec<MovedKeys<'a>>,
}

/// Something that moves on somebody's own clock.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Moved"))]
pub(in crate::agreement::json) struct MovedKeys<'a> {
    /// For whom.
    pub(in crate::agreement::json) name: &'a str,
    /// What.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["core-hours", "stand-up", "day"])))]
    pub(in crate::agreement::json) what: &'static str,
    /// Of which pod, a place in `pods`, from 0; null for everyone's and for their own day.
    pub(in crate::agreement::json) pod: Option<usize>,
    /// Until then: hours, or the time of a stand-up, with ` -1` or ` +1` on the day before or after.
    pub(in crate::agreement::json) from: String,
    /// From then on.
    pub(in crate::agreement::json) to: String,
}
