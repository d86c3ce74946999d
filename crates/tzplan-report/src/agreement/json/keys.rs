//! The parts of an agreement for programs.

use chrono::NaiveDate;
use serde::Serialize;

use crate::json::head::{Overlap, Spelled};
use crate::json::wait::WaitFigures;

/// A day that is moved.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AgreedShift"))]
pub(super) struct ShiftKeys<'a> {
    /// Who moves.
    pub(super) name: &'a str,
    /// How many move alike; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(super) members: Option<u32>,
    /// The first date on which it is kept.
    pub(super) first: NaiveDate,
    /// The last date, inclusive.
    pub(super) last: NaiveDate,
    /// Whether it is kept all year, and so in everything else here.
    pub(super) all_year: bool,
    /// By how many minutes; later is positive.
    pub(super) shift: i32,
    /// The hours they keep on their own clock; those of several posts joined by ` + `, with the clock behind
    /// hours that are read on another one.
    pub(super) hours: String,
    /// Minutes a week of those hours that are night work.
    pub(super) night_minutes_per_week: u32,
    /// Their part of all the moving, 0 to 1.
    pub(super) share: f64,
}

/// What a group shares in a season.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CoreHours"))]
pub(super) struct CoreKeys<'a> {
    /// The first date of the season.
    pub(super) first: NaiveDate,
    /// The last date, inclusive.
    pub(super) last: NaiveDate,
    /// The pod, a place in `pods`, from 0; null for everyone.
    pub(super) pod: Option<usize>,
    /// Daily overlap.
    pub(super) overlap: Overlap,
    /// The shared minutes of the UTC week.
    pub(super) windows: Vec<WindowKeys>,
    /// They as hours on the home clock: `13:30-17:30 Mon-Fri`; empty where nothing is shared.
    pub(super) home: String,
    /// The same on everybody's own clock.
    pub(super) people: Vec<HoursKeys<'a>>,
}

/// A window of the UTC week.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CoreWindow"))]
pub(super) struct WindowKeys {
    /// The minute of the week at which it starts, from Monday 00:00 UTC.
    pub(super) start: u16,
    /// How long it lasts.
    pub(super) minutes: u32,
}

/// Hours on somebody's own clock.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "OwnHours"))]
pub(super) struct HoursKeys<'a> {
    /// Whose clock it is.
    pub(super) name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(super) members: Option<u32>,
    /// The hours: `08:30-12:30 Mon-Fri`.
    pub(super) hours: String,
}

/// With whom somebody meets the target.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Peers"))]
pub(super) struct PeerKeys<'a> {
    /// Who.
    pub(super) name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(super) members: Option<u32>,
    /// With whom; empty: nobody.
    pub(super) with: Vec<&'a str>,
}

/// A stand-up.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Standup"))]
pub(super) struct MeetingKeys<'a> {
    /// The pod, a place in `pods`, from 0; null for everyone.
    pub(super) pod: Option<usize>,
    /// The weekdays on which it can be held, on the home clock; null where the planning range has no Monday
    /// to Friday.
    pub(super) days: Option<String>,
    /// The time on the home clock.
    pub(super) time: Option<String>,
    /// Whether it is within the hours of everybody who comes, all year.
    pub(super) clean: bool,
    /// What time it is for whom.
    pub(super) local: Vec<StandupLocal<'a>>,
    /// Whom it costs what, days off aside.
    pub(super) costs: Vec<StandupCost<'a>>,
    /// Where it is not clean: turns, a time for each of some weeks; else null.
    pub(super) rotation: Option<Vec<TurnKeys>>,
}

/// What time a stand-up is for somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupLocal"))]
pub(super) struct StandupLocal<'a> {
    /// For whom.
    pub(super) name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(super) members: Option<u32>,
    /// By season.
    pub(super) seasons: Vec<StandupSeason>,
}

/// What time a stand-up is in a season.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupSeason"))]
pub(super) struct StandupSeason {
    /// The first date of the season.
    pub(super) first: NaiveDate,
    /// The last date, inclusive.
    pub(super) last: NaiveDate,
    /// The date on their clock less that on the home clock: -1, 0 or 1.
    pub(super) days_later: i32,
    /// The time on their clock.
    pub(super) time: String,
}

/// What a stand-up costs somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupCost"))]
pub(super) struct StandupCost<'a> {
    /// Whom.
    pub(super) name: &'a str,
    /// The first date on which it does.
    pub(super) first: NaiveDate,
    /// The last date, inclusive.
    pub(super) last: NaiveDate,
    /// How often, on each of the stand-up's weekdays.
    pub(super) occurrences: usize,
    /// Whether these are no workdays of theirs.
    pub(super) no_workday: bool,
    /// How much longer their day gets each time, in minutes.
    pub(super) stretch: u32,
    /// Minutes at night each time.
    pub(super) night: u32,
}

/// A turn.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StandupTurn"))]
pub(super) struct TurnKeys {
    /// The date on the home clock.
    pub(super) date: NaiveDate,
    /// The weekday.
    pub(super) day: Spelled<chrono::Weekday>,
    /// The time on the home clock.
    pub(super) time: String,
}

/// Whom somebody can ask.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Ask"))]
pub(super) struct AskKeys<'a> {
    /// Who asks.
    pub(super) name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(super) members: Option<u32>,
    /// The hours of their day, by season; together they are all of it.
    pub(super) hours: Vec<AskHoursKeys<'a>>,
}

/// Hours in which the same people can be asked.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AskHours"))]
pub(super) struct AskHoursKeys<'a> {
    /// The first date of the season.
    pub(super) first: NaiveDate,
    /// The last date, inclusive.
    pub(super) last: NaiveDate,
    /// The weekdays on which they start, on the asker's own clock.
    pub(super) days: String,
    /// Where they start, on the asker's own clock.
    pub(super) from: String,
    /// Where they end; no later than the start: on the next day.
    pub(super) to: String,
    /// Who else is at work throughout; empty: nobody.
    pub(super) whom: Vec<&'a str>,
}

/// How long questions block somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Blocked"))]
pub(super) struct BlockedKeys<'a> {
    /// Who asks.
    pub(super) name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(super) members: Option<u32>,
    /// Asking whoever is at work first.
    pub(super) anybody: WaitFigures,
    /// Asking who keeps them waiting longest; null where nobody else is there.
    pub(super) slowest: Option<SlowestKeys<'a>>,
}

/// Who keeps somebody waiting longest.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Slowest"))]
pub(super) struct SlowestKeys<'a> {
    /// Who is asked.
    pub(super) name: &'a str,
    /// Whether more than 5% of the questions block the asker for longer than `reply_within`.
    pub(super) over: bool,
    #[serde(flatten)]
    pub(super) wait: WaitFigures,
}

/// Somebody's day ends while another is at work.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AgreedHandoff"))]
pub(super) struct HandoffKeys<'a> {
    /// The first date of the season.
    pub(super) first: NaiveDate,
    /// The last date, inclusive.
    pub(super) last: NaiveDate,
    /// Whose day ends.
    pub(super) from: Vec<&'a str>,
    /// Who goes on.
    pub(super) to: Vec<&'a str>,
    /// The weekdays on which it ends, on the clock of who leaves.
    pub(super) days: String,
    /// When, on the clock of who leaves.
    pub(super) ends: String,
    /// The same moment on the clock of who goes on.
    pub(super) there: String,
    /// Minutes a week in which both are at work.
    pub(super) shared_minutes_per_week: u32,
}

/// A date from which on clocks show another time.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ClockChange"))]
pub(super) struct ChangeKeys<'a> {
    /// The date.
    pub(super) date: NaiveDate,
    /// Whose clocks change.
    pub(super) names: Vec<&'a str>,
    /// By how many minutes each is set forward, in the order of `names`; back where negative.
    pub(super) forward: Vec<i32>,
    /// Minutes by which the home clock is set forward; 0 where it stays.
    pub(super) home_forward: i32,
    /// What is at another time of their own clock from then on.
    pub(super) moves: Vec<MovedKeys<'a>>,
}

/// Something that moves on somebody's own clock.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Moved"))]
pub(super) struct MovedKeys<'a> {
    /// For whom.
    pub(super) name: &'a str,
    /// What.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["core-hours", "stand-up", "day"])))]
    pub(super) what: &'static str,
    /// Of which pod, a place in `pods`, from 0; null for everyone's and for their own day.
    pub(super) pod: Option<usize>,
    /// Until then: hours, or the time of a stand-up, with ` -1` or ` +1` on the day before or after.
    pub(super) from: String,
    /// From then on.
    pub(super) to: String,
}

/// Somebody who works at night.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AgreedNight"))]
pub(super) struct NightKeys<'a> {
    /// Who.
    pub(super) name: &'a str,
    /// How many have that schedule; only where an entry stands for a schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub(super) members: Option<u32>,
    /// Minutes of their hours a week that are night work.
    pub(super) minutes_per_week: u32,
}
