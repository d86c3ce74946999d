//! A rotation with its ledger.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::meeting::{Demand, Entry, Meetings};

use super::Turns;
use super::json::SlotTime;
use crate::context::Context;
use crate::json::head::Head;
use crate::json::write::write;
use crate::words::change::Who;
use crate::words::dates::instant;

/// A slot for each week, and what that asks of everybody.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "rotation"))]
pub(crate) struct RotationDocument<'a> {
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
    /// Meetings missed, counted for each member.
    missed: u64,
    /// The most minutes that anybody works longer, those carried in included.
    largest: u64,
    /// Minutes that all work longer in these weeks.
    total: u64,
    /// Whether no rotation is better.
    exact: bool,
    /// No rotation has a smaller `largest`.
    bound: u64,
    /// In order.
    weeks: Vec<WeekKeys>,
    /// Every member, in roster order.
    ledger: Vec<EntryKeys>,
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
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    start: String,
    /// The first instant after it, in UTC.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    end: String,
}

/// What a member gives.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LedgerEntry"))]
struct EntryKeys {
    #[serde(flatten)]
    who: Who,
    /// Minutes carried in.
    carried: u64,
    /// Week by week.
    weeks: Vec<DemandKeys>,
    /// How many meetings they miss.
    missed: usize,
    /// All minutes after the last week.
    cumulative: u64,
}

/// What a week asks of a member.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LedgerWeek"))]
struct DemandKeys {
    /// Whether they miss it.
    missed: bool,
    /// How much longer their day gets, in minutes; null where they miss it.
    stretch: Option<u32>,
    /// All minutes until then.
    cumulative: u64,
}

/// Writes a rotation and its ledger, which a later rotation can carry in.
///
/// # Errors
///
/// Those of the writer.
pub fn rotation(
    out: &mut dyn io::Write,
    meetings: &Meetings<'_>,
    turns: &Turns<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    let rotation = turns.rotation;
    let weeks = rotation.weeks.iter().map(|week| WeekKeys {
        first: week.first,
        slot: week.slot.into(),
        date: week.occurrence.date,
        start: instant(week.occurrence.start),
        end: instant(week.occurrence.end),
    });
    let document = RotationDocument {
        head: Head::new(context, meetings.horizon()),
        duration: meetings.duration().get(),
        days: tzplan::hours::show_days(meetings.days()),
        anchor: meetings.anchor().name(),
        candidates: turns.candidates,
        missed: rotation.missed,
        largest: rotation.largest,
        total: rotation.total,
        exact: rotation.exact,
        bound: rotation.bound,
        weeks: weeks.collect(),
        ledger: turns.ledger.entries.iter().map(|entry| entry_keys(turns, entry)).collect(),
    };
    write(out, &document)
}

fn entry_keys(turns: &Turns<'_>, entry: &Entry) -> EntryKeys {
    let weeks = entry.weeks.iter().zip(entry.cumulative()).map(|(demand, cumulative)| DemandKeys {
        missed: *demand == Demand::Missed,
        stretch: match demand {
            Demand::Stretch(minutes) => Some(*minutes),
            Demand::Missed => None,
        },
        cumulative,
    });
    EntryKeys {
        who: (turns.who)(entry.member),
        carried: entry.carried,
        weeks: weeks.collect(),
        missed: entry.missed(),
        cumulative: entry.after(),
    }
}
