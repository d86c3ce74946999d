//! Whom to ask, and how long questions block, for programs.

use chrono::NaiveDate;
use serde::Serialize;

use crate::json::wait::WaitFigures;

/// Whom somebody can ask.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Ask"))]
pub(in crate::agreement::json) struct AskKeys<'a> {
    /// Who asks.
    pub(in crate::agreement::json) name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(in crate::agreement::json) members: Option<u32>,
    /// The hours of their day, by season; together they are all of it.
    pub(in crate::agreement::json) hours: Vec<AskHoursKeys<'a>>,
}

/// Hours in which the same people can be asked.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AskHours"))]
pub(in crate::agreement::json) struct AskHoursKeys<'a> {
    /// The first date of the season.
    pub(in crate::agreement::json) first: NaiveDate,
    /// The last date, inclusive.
    pub(in crate::agreement::json) last: NaiveDate,
    /// The weekdays on which they start, on the asker's own clock.
    pub(in crate::agreement::json) days: String,
    /// Where they start, on the asker's own clock.
    pub(in crate::agreement::json) from: String,
    /// Where they end; no later than the start: on the next day.
    pub(in crate::agreement::json) to: String,
    /// Who else is at work throughout; empty: nobody.
    pub(in crate::agreement::json) whom: Vec<&'a str>,
}

/// How long questions block somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Blocked"))]
pub(in crate::agreement::json) struct BlockedKeys<'a> {
    /// Who asks.
    pub(in crate::agreement::json) name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(in crate::agreement::json) members: Option<u32>,
    /// Asking whoever is at work first.
    pub(in crate::agreement::json) anybody: WaitFigures,
    /// Asking who keeps them waiting longest, by `p95` of the blocked time first; null where nobody else is
    /// there. People of `few_hours` only where nobody else can be asked.
    pub(in crate::agreement::json) slowest: Option<SlowestKeys<'a>>,
}

/// Somebody who works few hours: four fifths or less of what half of the team works or more.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "FewHours"))]
pub(in crate::agreement::json) struct FewHoursKeys<'a> {
    /// Who.
    pub(in crate::agreement::json) name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(in crate::agreement::json) members: Option<u32>,
    /// What they work.
    pub(in crate::agreement::json) minutes_per_week: u32,
    /// Whether more than 5% of the questions to them block the asker for longer than `reply_within`.
    pub(in crate::agreement::json) over: bool,
    /// All others asking them, pooled.
    #[serde(flatten)]
    pub(in crate::agreement::json) wait: WaitFigures,
}

/// Who keeps somebody waiting longest.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Slowest"))]
pub(in crate::agreement::json) struct SlowestKeys<'a> {
    /// Who is asked.
    pub(in crate::agreement::json) name: &'a str,
    /// Whether more than 5% of the questions block the asker for longer than `reply_within`.
    pub(in crate::agreement::json) over: bool,
    #[serde(flatten)]
    pub(in crate::agreement::json) wait: WaitFigures,
}
