//! A stand-up for programs.

use chrono::NaiveDate;
use serde::Serialize;

use crate::json::head::Spelled;

/// A stand-up.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Standup"))]
pub(in crate::agreement::json) struct MeetingKeys<'a> {
    /// The pod, a place in `pods`, from 0; null for everyone.
    pub(in crate::agreement::json) pod: Option<usize>,
    /// The zone on whose clock days and times are: of everyone the home zone, of a pod that of somebody in
    /// it.
    pub(in crate::agreement::json) anchor: String,
    /// The weekdays on which it can be held, on that clock; null where every time asks too much of somebody,
    /// and where the planning range has no day on which they could meet.
    pub(in crate::agreement::json) days: Option<String>,
    /// The time on that clock.
    pub(in crate::agreement::json) time: Option<String>,
    /// Whether it is within the hours of everybody who comes, all year.
    pub(in crate::agreement::json) clean: bool,
    /// What time it is for whom.
    pub(in crate::agreement::json) local: Vec<StandupLocal<'a>>,
    /// Whom it costs what, days off aside.
    pub(in crate::agreement::json) costs: Vec<StandupCost<'a>>,
    /// Where every time asks somebody for night work, a free day or more than `max_shift`: the one that asks
    /// the least, which nobody agrees to; else null.
    pub(in crate::agreement::json) least_bad: Option<LeastBadKeys<'a>>,
    /// Who misses which of its dates for a day off, by date.
    pub(in crate::agreement::json) off: Vec<StandupOff<'a>>,
    /// Where it is not within everybody's hours: turns, a time for each of some weeks; else null.
    pub(in crate::agreement::json) rotation: Option<Vec<TurnKeys<'a>>>,
}

/// The time that asks too much of the fewest.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupLeastBad"))]
pub(in crate::agreement::json) struct LeastBadKeys<'a> {
    /// The weekdays, on that clock.
    pub(in crate::agreement::json) days: String,
    /// The time on that clock.
    pub(in crate::agreement::json) time: String,
    /// What time it would be for whom.
    pub(in crate::agreement::json) local: Vec<StandupLocal<'a>>,
    /// Whom it would cost what, days off aside.
    pub(in crate::agreement::json) costs: Vec<StandupCost<'a>>,
}

/// What time a stand-up is for somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupLocal"))]
pub(in crate::agreement::json) struct StandupLocal<'a> {
    /// For whom.
    pub(in crate::agreement::json) name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(in crate::agreement::json) members: Option<u32>,
    /// By season; those without a date of it are left out.
    pub(in crate::agreement::json) seasons: Vec<StandupSeason>,
}

/// What time a stand-up is in a season.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupSeason"))]
pub(in crate::agreement::json) struct StandupSeason {
    /// The first date of the season.
    pub(in crate::agreement::json) first: NaiveDate,
    /// The last date, inclusive.
    pub(in crate::agreement::json) last: NaiveDate,
    /// The date on their clock less that on the home clock: -1, 0 or 1.
    pub(in crate::agreement::json) days_later: i32,
    /// The time on their clock.
    pub(in crate::agreement::json) time: String,
}

/// What a stand-up costs somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupCost"))]
pub(in crate::agreement::json) struct StandupCost<'a> {
    /// Whom.
    pub(in crate::agreement::json) name: &'a str,
    /// The first date on which it does.
    pub(in crate::agreement::json) first: NaiveDate,
    /// The last date, inclusive.
    pub(in crate::agreement::json) last: NaiveDate,
    /// How often, on each of the stand-up's weekdays.
    pub(in crate::agreement::json) occurrences: usize,
    /// Whether these are no workdays of theirs.
    pub(in crate::agreement::json) no_workday: bool,
    /// How much longer their day gets each time, in minutes.
    pub(in crate::agreement::json) stretch: u32,
    /// Minutes at night each time.
    pub(in crate::agreement::json) night: u32,
}

/// Somebody misses a date of a stand-up for a day off.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupOff"))]
pub(in crate::agreement::json) struct StandupOff<'a> {
    /// The date on the home clock.
    pub(in crate::agreement::json) date: NaiveDate,
    /// Who is off.
    pub(in crate::agreement::json) name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(in crate::agreement::json) members: Option<u32>,
    /// What the day off is called, where it has a name.
    pub(in crate::agreement::json) holiday: Option<Box<str>>,
}

/// A turn.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupTurn"))]
pub(in crate::agreement::json) struct TurnKeys<'a> {
    /// The date on the home clock.
    pub(in crate::agreement::json) date: NaiveDate,
    /// The weekday.
    pub(in crate::agreement::json) day: Spelled<chrono::Weekday>,
    /// The time on the home clock.
    pub(in crate::agreement::json) time: String,
    /// Whom it asks for what; whoever is off then is asked for nothing.
    pub(in crate::agreement::json) asked: Vec<TurnAskedKeys<'a>>,
}

/// What a turn asks of somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupTurnAsked"))]
pub(in crate::agreement::json) struct TurnAskedKeys<'a> {
    /// Of whom.
    pub(in crate::agreement::json) name: &'a str,
    /// Whether it is no workday of theirs.
    pub(in crate::agreement::json) no_workday: bool,
    /// How much longer their day gets, in minutes.
    pub(in crate::agreement::json) stretch: u32,
    /// Minutes of it at night.
    pub(in crate::agreement::json) night: u32,
}
