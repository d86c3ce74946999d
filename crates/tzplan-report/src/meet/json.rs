//! Slots for a meeting, the best first.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::meeting::{
    Burden, Cause, ChangeKind, Cost, Demand, Meetings, Reason, Slot, SlotChange, SlotPlan,
};
use tzplan::{MemberRef, ScheduleId, Team};

use super::Meeting;
use crate::context::Context;
use crate::json::head::{Head, Spelled};
use crate::json::write::write;
use crate::meet::crowds::Crowds;

/// Slots for a meeting, the best first.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "meet"))]
pub(crate) struct MeetDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// How long it lasts, in minutes.
    duration: u32,
    /// The weekdays looked at, on the anchor's clock.
    days: String,
    /// The zone on whose clock a slot stays.
    anchor: String,
    /// How many people an occurrence needs; null where everybody required is.
    quorum: Option<usize>,
    /// The dates of a single meeting; null for a weekly one.
    once: Option<Dates>,
    /// How many slots were looked at.
    candidates: usize,
    /// How many of them nobody required ever misses or stretches for, and that always have their quorum.
    clean: usize,
    /// Why none is clean; null where one is.
    why: Option<Why<'a>>,
    /// What would open one, the nearest kind first; empty where one is clean.
    nearest: Vec<ChangeKeys<'a>>,
    /// The slots listed.
    slots: Vec<SlotKeys<'a>>,
}

/// Dates of a range, both inclusive.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Dates"))]
struct Dates {
    /// The first.
    first: NaiveDate,
    /// The last.
    last: NaiveDate,
}

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
        Self { date: slot.date, day: Spelled(slot.day()), time: slot.time_of_day() }
    }
}

/// A slot and what it costs.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Slot"))]
struct SlotKeys<'a> {
    #[serde(flatten)]
    slot: SlotTime,
    /// Whether nobody required ever misses it or works longer for it, and it always has its quorum.
    clean: bool,
    /// How often it takes place in the horizon.
    occurrences: usize,
    /// How often it is without its quorum, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u64"))]
    without_quorum: Option<u64>,
    /// What it asks of required people.
    required: BurdenKeys,
    /// What it asks of optional people.
    optional: BurdenKeys,
    /// Whom it costs what, in roster order.
    costs: Vec<CostKeys<'a>>,
}

/// What a slot asks of people.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Burden"))]
struct BurdenKeys {
    /// Occurrences missed, counted for each person.
    missed: u64,
    /// The most that anybody's day gets longer, in minutes.
    worst: u32,
    /// All of it, in minutes.
    total: u64,
}

/// What a slot costs somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Cost"))]
struct CostKeys<'a> {
    /// Whom.
    name: &'a str,
    /// What makes it.
    cause: Spelled<Cause>,
    /// The first date on which it does.
    first: NaiveDate,
    /// The last date, inclusive.
    last: NaiveDate,
    /// How often.
    occurrences: usize,
    /// Whether they miss it.
    missed: bool,
    /// How much longer their day gets, in minutes; null where they miss it.
    stretch: Option<u32>,
    /// The dates, where days off make it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<NaiveDate>"))]
    dates: Option<Vec<NaiveDate>>,
}

/// Why no slot is clean.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Why"))]
struct Why<'a> {
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
    /// Slots that suit them.
    suit: u32,
    /// Slots outside their hours.
    outside_hours: u32,
    /// Slots that only days off keep them from.
    day_off: u32,
    /// Slots on days on which they do not work.
    no_workday: u32,
}

/// A change that opens a slot.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "MeetingChange"))]
struct ChangeKeys<'a> {
    /// What changes.
    #[cfg_attr(
        feature = "schema",
        schemars(extend("enum" = ["leave-out", "longer-day", "optional", "shorter", "other-day"]))
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
    /// Dates that are left out for days off.
    left_out: Vec<NaiveDate>,
}

impl From<Burden> for BurdenKeys {
    fn from(burden: Burden) -> Self {
        Self { missed: burden.missed, worst: burden.worst.get(), total: burden.total }
    }
}

/// Writes slots with what each costs whom, people in roster order; where none is clean, why, and what would open one.
///
/// # Errors
///
/// Those of the writer.
pub fn meet(
    out: &mut dyn io::Write,
    team: &Team,
    meetings: &Meetings<'_>,
    meeting: &Meeting<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    let slots = meeting.slots.iter().take(meeting.listed);
    let (options, crowds) = (meetings.options(), Crowds::of(meetings, team));
    let document = MeetDocument {
        head: Head::new(context, meetings.horizon()),
        duration: meetings.duration().get(),
        days: tzplan::hours::show_days(meetings.days()),
        anchor: meetings.anchor().name(),
        quorum: options.quorum,
        once: options.once.map(|(first, last)| Dates { first, last }),
        candidates: meeting.slots.len(),
        clean: meeting.slots.iter().filter(|plan| plan.is_clean()).count(),
        why: meeting.obstacles.map(|obstacles| Why {
            reason: Spelled(obstacles.reason),
            people: obstacles
                .members
                .iter()
                .map(|counts| PeopleKeys {
                    name: first_name(&crowds, counts.schedule),
                    members: concerned(&crowds, counts.schedule),
                    suit: counts.free,
                    outside_hours: counts.outside_hours,
                    day_off: counts.day_off,
                    no_workday: counts.no_workday,
                })
                .collect(),
        }),
        nearest: meeting.changes.iter().map(|change| change_keys(&crowds, change)).collect(),
        slots: slots.map(|plan| slot_keys(team, meetings, plan)).collect(),
    };
    write(out, &document)
}

fn change_keys<'a>(crowds: &Crowds<'a>, change: &SlotChange) -> ChangeKeys<'a> {
    let (kind, schedule, minutes) = match change.kind {
        ChangeKind::LeaveOut => ("leave-out", None, None),
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

fn slot_keys<'a>(team: &'a Team, meetings: &Meetings<'_>, plan: &SlotPlan) -> SlotKeys<'a> {
    let costs = meetings.costs(plan.slot);
    let keys = |member: MemberRef<'a>, cost: &Cost| CostKeys {
        name: member.name(),
        cause: Spelled(cost.cause),
        first: cost.first(),
        last: cost.last(),
        occurrences: cost.dates.len(),
        missed: cost.demand == Demand::Missed,
        stretch: match cost.demand {
            Demand::Stretch(minutes) => Some(minutes),
            Demand::Missed => None,
        },
        dates: (cost.cause == Cause::DayOff).then(|| cost.dates.clone()),
    };
    let of = |member: MemberRef<'a>| {
        let own = costs.iter().filter(move |cost| cost.schedule == member.schedule_id());
        own.map(move |cost| keys(member, cost)).collect::<Vec<_>>()
    };
    SlotKeys {
        slot: plan.slot.into(),
        clean: plan.is_clean(),
        occurrences: meetings.occurrences(plan.slot).len(),
        without_quorum: meetings.options().quorum.map(|_| plan.without_quorum),
        required: plan.required.into(),
        optional: plan.optional.into(),
        costs: team.members().flat_map(of).collect(),
    }
}
