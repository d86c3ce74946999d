//! Slots for a meeting, the best first.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::meeting::{
    Burden, Cause, ChangeKind, Cost, LocalTime, Meetings, Reason, Slot, SlotChange, SlotPlan,
};
use tzplan::{MemberRef, ScheduleId, Team};

use super::MeetDocument;
use crate::json::head::{Head, Spelled};
use crate::json::write;
use crate::meet::crowds::Crowds;

/// Slots for a meeting, the best first.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "meet"))]
pub(crate) struct MeetKeys<'a> {
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
    /// How many of them are always on a workday and within the hours of everybody required, days off aside,
    /// and always have their quorum.
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
        Self { date: slot.date, day: Spelled(slot.day()), time: slot.time.to_string() }
    }
}

/// A slot and what it costs.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Slot"))]
struct SlotKeys<'a> {
    #[serde(flatten)]
    slot: SlotTime,
    /// Whether, days off aside, it is always on a workday and within the hours of everybody required, and
    /// always has its quorum.
    clean: bool,
    /// How often it takes place in the horizon.
    occurrences: usize,
    /// How often it is without its quorum, days off aside, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u64"))]
    without_quorum: Option<u64>,
    /// What it asks of required people.
    required: BurdenKeys,
    /// What it asks of optional people.
    optional: BurdenKeys,
    /// What time it is for whom, in roster order.
    local: Vec<LocalKeys<'a>>,
    /// Who misses it on which date for a day off, by date, then in roster order.
    off: Vec<OffKeys<'a>>,
    /// Whom it costs what, days off aside, in roster order.
    costs: Vec<CostKeys<'a>>,
}

/// What time a slot is for somebody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SlotLocal"))]
struct LocalKeys<'a> {
    /// For whom.
    name: &'a str,
    /// By season of their clock against the anchor's, in order.
    seasons: Vec<LocalSeason>,
}

/// The time in a season.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SlotSeason"))]
struct LocalSeason {
    /// The date of the first occurrence, on the anchor's clock.
    first: NaiveDate,
    /// The date of the last one.
    last: NaiveDate,
    /// The weekday on their clock.
    day: Spelled<chrono::Weekday>,
    /// The time on their clock, as `20:00`.
    time: String,
}

/// Somebody misses an occurrence for a day off.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SlotOff"))]
struct OffKeys<'a> {
    /// The date of the occurrence, on the anchor's clock.
    date: NaiveDate,
    /// Who is off.
    name: &'a str,
    /// What the holiday is called, where that is known.
    holiday: Option<&'a str>,
}

/// What a slot asks of people through the horizon, as if nobody were off, and how often they are.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Burden"))]
struct BurdenKeys {
    /// Occurrences on a date that is no workday, counted for each person.
    no_workday: u64,
    /// Minutes at night, of all of them.
    night: u64,
    /// Minutes outside reasonable hours, of all of them.
    unreasonable: u64,
    /// The most that anybody's day gets longer, in minutes.
    worst: u32,
    /// All of it, in minutes.
    total: u64,
    /// Occurrences on a day off, counted for each person.
    off: u64,
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
    /// Whether these are no workdays of theirs; nothing else is asked then.
    no_workday: bool,
    /// How much longer their day gets each time, in minutes.
    stretch: u32,
    /// Minutes at night each time.
    night: u32,
    /// Minutes outside reasonable hours each time.
    unreasonable: u32,
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
    /// Slots always within their hours, and never on a day off.
    suit: u32,
    /// Slots outside their hours.
    outside_hours: u32,
    /// Slots always within their hours, of which they miss some for a day off.
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
}

impl From<Burden> for BurdenKeys {
    fn from(burden: Burden) -> Self {
        let Burden { no_workday, night, unreasonable, worst, total, off, .. } = burden;
        Self { no_workday, night, unreasonable, worst: worst.get(), total, off }
    }
}

pub(super) fn write(document: &MeetDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let MeetDocument { prepared, meetings, meeting, context } = *document;
    let team = prepared.team();
    let slots = meeting.slots.iter().take(meeting.listed);
    let (options, crowds) = (meetings.options(), Crowds::of(meetings, team));
    let keys = MeetKeys {
        head: Head::new(context, meetings.horizon()),
        duration: meetings.duration().get(),
        days: tzplan::hours::show_days(meetings.days()),
        anchor: meetings.anchor().name(),
        quorum: options.quorum,
        once: options.once.map(|dates| Dates { first: dates.first(), last: dates.last() }),
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
    write::write(out, &keys)
}

fn change_keys<'a>(crowds: &Crowds<'a>, change: &SlotChange) -> ChangeKeys<'a> {
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

fn slot_keys<'a>(team: &'a Team, meetings: &Meetings, plan: &SlotPlan) -> SlotKeys<'a> {
    let (costs, times, off) =
        (meetings.costs(plan.slot), meetings.local_times(plan.slot), meetings.dates_off(plan.slot));
    let season = |time: &LocalTime| LocalSeason {
        first: time.first,
        last: time.last,
        day: Spelled(time.day),
        time: time.time.to_string(),
    };
    let local = |member: MemberRef<'a>| {
        let own = times.iter().filter(|time| time.schedule == member.schedule_id());
        LocalKeys { name: member.name(), seasons: own.map(season).collect() }
    };
    let keys = |member: MemberRef<'a>, cost: &Cost| CostKeys {
        name: member.name(),
        cause: Spelled(cost.cause),
        first: cost.first(),
        last: cost.last(),
        occurrences: cost.dates.len(),
        no_workday: cost.asked.no_workday,
        stretch: cost.asked.stretch.get(),
        night: cost.asked.night.get(),
        unreasonable: cost.asked.unreasonable.get(),
    };
    let of = |member: MemberRef<'a>| {
        let own = costs.iter().filter(move |cost| cost.schedule == member.schedule_id());
        let own = own.filter(|cost| cost.cause != Cause::DayOff);
        own.map(move |cost| keys(member, cost)).collect::<Vec<_>>()
    };
    let off = off.chunk_by(|a, b| a.date == b.date).flat_map(|on_date| {
        let is_off = |member: &MemberRef<'a>| on_date.iter().any(|off| off.schedule == member.schedule_id());
        let key =
            |member: MemberRef<'a>| OffKeys { date: on_date[0].date, name: member.name(), holiday: None };
        team.members().filter(is_off).map(key).collect::<Vec<_>>()
    });
    SlotKeys {
        slot: plan.slot.into(),
        clean: plan.is_clean(),
        occurrences: meetings.occurrences(plan.slot).len(),
        without_quorum: meetings.options().quorum.map(|_| plan.without_quorum),
        required: plan.required.into(),
        optional: plan.optional.into(),
        local: team.members().map(local).collect(),
        off: off.collect(),
        costs: team.members().flat_map(of).collect(),
    }
}
