//! The ledger of a rotation as a table: a row for each member and week, members in roster order.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::meeting::Asked;

use super::{RotationDocument, holiday_of};
use crate::csv::cell::text;
use crate::csv::table::table;

/// What a week asks of a member: nothing where they miss it. The cumulative minutes contain those carried in.
#[derive(Default, Serialize)]
struct GivenRow {
    #[serde(serialize_with = "text")]
    name: String,
    week: u64,
    date: NaiveDate,
    slot: String,
    missed: &'static str,
    stretch_minutes: u32,
    night_minutes: u32,
    cumulative_minutes: u64,
    cumulative_night_minutes: u64,
    /// Of the roster, where several members have the name.
    row: Option<u64>,
    /// What the day off is called for which they miss it.
    #[serde(serialize_with = "text")]
    holiday: String,
}

pub(super) fn write(document: &RotationDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (turns, off) = (&document.turns, document.off());
    let rows = turns.ledger.entries.iter().flat_map(|entry| {
        let who = (turns.who)(entry.member.index());
        let cumulative = entry.cumulative().zip(entry.cumulative_night());
        let weeks = entry.weeks.iter().zip(cumulative).zip(turns.rotation.weeks.iter().zip(&off));
        (1..).zip(weeks).map(move |(week, ((given, (cumulative, cumulative_night)), (turn, off)))| GivenRow {
            name: who.name.clone(),
            week,
            date: turn.occurrence.date,
            slot: format!("{} {}", turn.slot.day(), turn.slot.time),
            missed: missed(given),
            stretch_minutes: given.stretch.get(),
            night_minutes: given.night.get(),
            cumulative_minutes: cumulative,
            cumulative_night_minutes: cumulative_night,
            row: who.row,
            holiday: holiday_of(document, entry, off).unwrap_or_default().to_owned(),
        })
    });
    table(out, rows)
}

/// Why they miss it.
fn missed(given: &Asked) -> &'static str {
    match (given.no_workday, given.off) {
        (true, _) => "no-workday",
        (_, true) => "off",
        _ => "",
    }
}
