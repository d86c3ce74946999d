//! The parts of an agreement for programs.

mod ask;
mod changes;
mod standup;

use chrono::NaiveDate;
use serde::Serialize;

use crate::json::head::Overlap;
pub(super) use ask::{AskHoursKeys, AskKeys, BlockedKeys, FewHoursKeys, SlowestKeys};
pub(super) use changes::{ChangeKeys, MovedKeys};
pub(super) use standup::{
    LeastBadKeys, MeetingKeys, StandupCost, StandupLocal, StandupOff, StandupSeason, TurnAskedKeys, TurnKeys,
};

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
