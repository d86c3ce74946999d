//! A rotation with its ledger.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::meeting::{Demand, Entry, Meetings};

use super::head::{Head, instant};
use super::meet::SlotTime;
use crate::{Context, Turns, Who};

#[derive(Serialize)]
struct RotationDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    duration: u32,
    days: String,
    anchor: String,
    /// How many slots there were to choose from.
    candidates: usize,
    missed: u64,
    largest: u64,
    total: u64,
    exact: bool,
    bound: u64,
    weeks: Vec<WeekKeys>,
    ledger: Vec<EntryKeys>,
}

#[derive(Serialize)]
struct WeekKeys {
    first: NaiveDate,
    #[serde(flatten)]
    slot: SlotTime,
    date: NaiveDate,
    start: String,
    end: String,
}

#[derive(Serialize)]
struct EntryKeys {
    #[serde(flatten)]
    who: Who,
    carried: u64,
    weeks: Vec<DemandKeys>,
    missed: usize,
    cumulative: u64,
}

#[derive(Serialize)]
struct DemandKeys {
    missed: bool,
    stretch: Option<u32>,
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
    super::write(out, &document)
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
