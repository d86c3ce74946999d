//! Why no slot is clean, and what would open one.

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::meeting::{ChangeKind, Obstacles, Reason, SlotChange, SlotCounts};
use tzplan::{MemberRef, ScheduleId};

use crate::json::head::Spelled;
use crate::json::slot::SlotTime;
use crate::meet::json::slot::OffKeys;
use crate::words::crowds::Crowds;

/// Why no slot is clean.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Why"))]
pub(super) struct Why<'a> {
    /// In a word.
    reason: Spelled<Reason>,
    /// Person by person, those of one schedule together.
    people: Vec<PeopleKeys<'a>>,
}

/// How slots suit the required people of a schedule.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Suited"))]
struct PeopleKeys<'a> {
    /// The first of them.
    name: &'a str,
    /// How many they are.
    members: u64,
    /// Slots always within their hours, as if nobody were off.
    suit: u32,
    /// Slots outside their hours.
    outside_hours: u32,
    /// Those of them of which they miss some dates for days off; of a meeting that happens once, the slots
    /// that they miss for one, which do not suit.
    day_off: u32,
    /// Slots on days on which they do not work.
    no_workday: u32,
}

/// A change that opens a slot.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "MeetingChange"))]
pub(super) struct ChangeKeys<'a> {
    /// What changes.
    #[cfg_attr(
        feature = "schema",
        schemars(extend("enum" = ["longer-day", "optional", "shorter", "other-day"]))
    )]
    kind: &'static str,
    /// Whose day is longer, or who is optional: the first of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "&'a str"))]
    name: Option<&'a str>,
    /// How many these are.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u64"))]
    members: Option<u64>,
    /// By how many minutes the day is longer, or how long the shorter meeting lasts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    minutes: Option<u32>,
    /// The slot that is clean then.
    slot: SlotTime,
    /// Dates on which somebody required is off all the same.
    left_out: Vec<NaiveDate>,
    /// Who misses these for a day off, by date, then in roster order.
    off: Vec<OffKeys<'a>>,
}

impl<'a> Why<'a> {
    pub(super) fn of(crowds: &Crowds<'a>, obstacles: &Obstacles) -> Self {
        let people = |counts: &SlotCounts| PeopleKeys {
            name: first_name(crowds, counts.schedule),
            members: concerned(crowds, counts.schedule),
            suit: counts.suit,
            outside_hours: counts.outside_hours,
            day_off: counts.day_off,
            no_workday: counts.no_workday,
        };
        Self { reason: Spelled(obstacles.reason), people: obstacles.members.iter().map(people).collect() }
    }
}

pub(super) fn change_keys<'a>(
    crowds: &Crowds<'a>,
    off: Vec<OffKeys<'a>>,
    change: &SlotChange,
) -> ChangeKeys<'a> {
    let (kind, schedule, minutes) = match change.kind {
        ChangeKind::LongerDay { schedule, stretch } => ("longer-day", Some(schedule), Some(stretch.get())),
        ChangeKind::Optional { schedule } => ("optional", Some(schedule), None),
        ChangeKind::Shorter { duration } => ("shorter", None, Some(duration.get())),
        _ => ("other-day", None, None),
    };
    ChangeKeys {
        kind,
        name: schedule.map(|schedule| first_name(crowds, schedule)),
        members: schedule.map(|schedule| concerned(crowds, schedule)),
        minutes,
        slot: change.slot.into(),
        left_out: change.left_out.clone(),
        off,
    }
}

/// How many with a schedule count: the required ones, all where none of them is.
fn concerned(crowds: &Crowds<'_>, schedule: ScheduleId) -> u64 {
    match crowds.required(schedule) {
        0 => crowds.members(schedule),
        required => required,
    }
}

fn first_name<'a>(crowds: &Crowds<'a>, schedule: ScheduleId) -> &'a str {
    crowds.first(schedule).map_or("", MemberRef::name)
}
