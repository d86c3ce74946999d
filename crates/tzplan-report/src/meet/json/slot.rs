//! A slot and what it costs.

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::meeting::{Burden, Cause, Cost, DateOff, LocalTime, Meetings, SlotPlan};
use tzplan::{MemberRef, Team};

use crate::json::head::Spelled;
use crate::json::slot::SlotTime;

/// A slot and what it costs.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Slot"))]
pub(super) struct SlotKeys<'a> {
    #[serde(flatten)]
    slot: SlotTime,
    /// Whether, days off and short stays aside, it is always on a workday and within the hours of everybody
    /// required, and always has its quorum.
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
    /// Minutes of it at night on their clock, those within their hours included.
    at_night: u32,
}

/// Somebody misses an occurrence for a day off.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SlotOff"))]
pub(super) struct OffKeys<'a> {
    /// The date of the occurrence, on the anchor's clock.
    date: NaiveDate,
    /// Who is off.
    name: &'a str,
    /// What the day off is called, where it has a name.
    holiday: Option<Box<str>>,
}

/// What a slot asks of people through the horizon, as if nobody were off or on a short stay, and how often
/// they are off.
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

impl From<Burden> for BurdenKeys {
    fn from(burden: Burden) -> Self {
        let Burden { no_workday, night, unreasonable, worst, total, off, .. } = burden;
        Self { no_workday, night, unreasonable, worst: worst.get(), total, off }
    }
}

pub(super) fn slot_keys<'a>(team: &'a Team, meetings: &Meetings, plan: &SlotPlan) -> SlotKeys<'a> {
    let (costs, times, off) =
        (meetings.costs(plan.slot), meetings.local_times(plan.slot), meetings.dates_off(plan.slot));
    let season = |time: &LocalTime| LocalSeason {
        first: time.dates.first(),
        last: time.dates.last(),
        day: Spelled(time.day),
        time: time.time.to_string(),
        at_night: time.at_night.get(),
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
    SlotKeys {
        slot: plan.slot.into(),
        clean: plan.is_clean(),
        occurrences: meetings.occurrences(plan.slot).len(),
        without_quorum: meetings.options().quorum.map(|_| plan.without_quorum),
        required: plan.required.into(),
        optional: plan.optional.into(),
        local: team.members().map(local).collect(),
        off: off_keys(team, &off),
        costs: team.members().flat_map(of).collect(),
    }
}

/// Everybody who is off, date by date.
pub(super) fn off_keys<'a>(team: &'a Team, off: &[DateOff]) -> Vec<OffKeys<'a>> {
    let dates = off.chunk_by(|a, b| a.date == b.date).flat_map(|on_date| {
        let key = |member: MemberRef<'a>| {
            let off = on_date.iter().find(|off| off.schedule == member.schedule_id())?;
            Some(OffKeys { date: off.date, name: member.name(), holiday: off.holiday.clone() })
        };
        team.members().filter_map(key).collect::<Vec<_>>()
    });
    dates.collect()
}
