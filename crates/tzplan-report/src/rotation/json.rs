//! A rotation with its ledger.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::meeting::{DateOff, Entry, RotationLimit};
use tzplan::{MemberRef, ScheduleId};

use super::{RotationDocument, holiday_of};
use crate::change::Who;
use crate::json::head::Head;
use crate::json::slot::SlotTime;
use crate::json::write;
use crate::words::instant::Instant;

/// A slot for each week, and what that asks of everybody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "rotation"))]
pub(crate) struct RotationKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// How long a meeting lasts, in minutes.
    duration: u32,
    /// The weekdays looked at, on the anchor's clock.
    days: String,
    /// The zone on whose clock slots stay.
    anchor: String,
    /// How many slots there were to choose from.
    candidates: usize,
    /// The most that a meeting may ask of anybody required, days off aside.
    limit: LimitKeys,
    /// Meetings on a date that is no workday, counted for each required member.
    no_workday: u64,
    /// Meetings on a day off, counted for each required member.
    off: u64,
    /// The most night minutes of anybody required, those carried in included.
    largest_night: u64,
    /// The most minutes that anybody required works longer, those carried in included.
    largest: u64,
    /// Night minutes of all required in these weeks.
    total_night: u64,
    /// Minutes that all required work longer in these weeks.
    total: u64,
    /// Which required people some week asks for night minutes, in roster order.
    at_night: Vec<&'a str>,
    /// What the best single slot would ask in the same weeks.
    single: SingleKeys<'a>,
    /// Whether no rotation is better.
    exact: bool,
    /// No rotation has a smaller `largest_night`.
    bound_night: u64,
    /// No rotation with so small a `largest_night` has a smaller `largest`.
    bound: u64,
    /// In order.
    weeks: Vec<WeekKeys>,
    /// Every member, in roster order.
    ledger: Vec<EntryKeys>,
}

/// The most that a meeting may ask of anybody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RotationLimit"))]
struct LimitKeys {
    /// How much longer their day may get, in minutes: an hour more than the best single slot asks at worst.
    stretch: u32,
    /// Minutes at night: what the best single slot asks at worst.
    night: u32,
    /// Minutes outside reasonable hours: what the best single slot asks at worst.
    unreasonable: u32,
}

impl From<RotationLimit> for LimitKeys {
    fn from(limit: RotationLimit) -> Self {
        let RotationLimit { stretch, night, unreasonable, .. } = limit;
        Self { stretch: stretch.get(), night: night.get(), unreasonable: unreasonable.get() }
    }
}

/// One slot every week in place of turns: what required people give to it, nothing carried in.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SingleSlot"))]
struct SingleKeys<'a> {
    #[serde(flatten)]
    slot: SlotTime,
    /// Meetings on a date that is no workday, counted for each required member.
    no_workday: u64,
    /// Meetings on a day off, counted for each required member.
    off: u64,
    /// The most minutes that anybody required works longer.
    largest: u64,
    /// Minutes that all required work longer.
    total: u64,
    /// Night minutes of all required.
    total_night: u64,
    /// Who gives night minutes, in roster order.
    at_night: Vec<&'a str>,
}

/// The meeting of a week.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RotationWeek"))]
struct WeekKeys {
    /// The week's first date.
    first: NaiveDate,
    #[serde(flatten)]
    slot: SlotTime,
    /// The date of the meeting on the anchor's clock.
    date: NaiveDate,
    /// Its first instant, in UTC.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    start: Instant,
    /// The first instant after it, in UTC.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    end: Instant,
}

/// What a member gives.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LedgerEntry"))]
struct EntryKeys {
    #[serde(flatten)]
    who: Who,
    /// Minutes carried in.
    carried: u64,
    /// Night minutes carried in.
    carried_night: u64,
    /// Week by week.
    weeks: Vec<GivenKeys>,
    /// How many meetings they miss.
    missed: usize,
    /// All minutes after the last week.
    cumulative: u64,
    /// All night minutes after the last week.
    cumulative_night: u64,
}

/// What a member gives in a week: nothing to a meeting that they miss.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LedgerWeek"))]
struct GivenKeys {
    /// Whether they miss it because no shift of theirs starts on that date.
    no_workday: bool,
    /// Whether they miss it for a day off.
    off: bool,
    /// What the day off is called; null for leave, and where they are not off.
    holiday: Option<Box<str>>,
    /// How much longer their day gets, in minutes.
    stretch: u32,
    /// Minutes at night.
    night: u32,
    /// All minutes until then.
    cumulative: u64,
    /// All night minutes until then.
    cumulative_night: u64,
}

/// Which a later rotation can carry in.
pub(super) fn write(document: &RotationDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let RotationDocument { meetings, ref turns, context, .. } = *document;
    let (rotation, off) = (turns.rotation, document.off());
    let weeks = rotation.weeks.iter().map(|week| WeekKeys {
        first: week.first,
        slot: week.slot.into(),
        date: week.occurrence.date,
        start: Instant(week.occurrence.start),
        end: Instant(week.occurrence.end),
    });
    let single = &rotation.single;
    let required = |schedules: &[ScheduleId]| -> Vec<&str> {
        let members = document.prepared.team().members().filter(|member| member.counts_as_required());
        members.filter(|member| schedules.contains(&member.schedule_id())).map(MemberRef::name).collect()
    };
    let keys = RotationKeys {
        head: Head::new(context, meetings.horizon()),
        duration: meetings.duration().get(),
        days: tzplan::hours::show_days(meetings.days()),
        anchor: meetings.anchor().name(),
        candidates: turns.candidates,
        limit: rotation.limit.into(),
        no_workday: rotation.no_workday,
        off: rotation.off,
        largest_night: rotation.largest_night,
        largest: rotation.largest,
        total_night: rotation.total_night,
        total: rotation.total,
        at_night: required(&rotation.at_night),
        single: SingleKeys {
            slot: single.slot.into(),
            no_workday: single.no_workday,
            off: single.off,
            largest: single.largest,
            total: single.total,
            total_night: single.total_night,
            at_night: required(&single.at_night),
        },
        exact: rotation.exact,
        bound_night: rotation.bound_night,
        bound: rotation.bound,
        weeks: weeks.collect(),
        ledger: turns.ledger.entries.iter().map(|entry| entry_keys(document, entry, &off)).collect(),
    };
    write::write(out, &keys)
}

fn entry_keys(document: &RotationDocument<'_>, entry: &Entry, off: &[Vec<DateOff>]) -> EntryKeys {
    let cumulative = entry.cumulative().zip(entry.cumulative_night());
    let weeks = entry.weeks.iter().zip(cumulative).zip(off);
    let weeks = weeks.map(|((given, (cumulative, cumulative_night)), off)| GivenKeys {
        no_workday: given.no_workday,
        off: given.off,
        holiday: holiday_of(document, entry, off).map(Into::into),
        stretch: given.stretch.get(),
        night: given.night.get(),
        cumulative,
        cumulative_night,
    });
    EntryKeys {
        who: (document.turns.who)(entry.member.index()),
        carried: entry.carried,
        carried_night: entry.carried_night,
        weeks: weeks.collect(),
        missed: entry.missed(),
        cumulative: entry.after(),
        cumulative_night: entry.night_after(),
    }
}
