//! Slots for a meeting as a table: those that are listed, the best first.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::meeting::SlotPlan;

use super::MeetDocument;
use crate::csv::cell::{text, yes_no};
use crate::csv::table::table;

/// A slot with what it asks of required and of optional people, as if nobody were off. `longest` is how much
/// longer anybody's day gets at most, `total` all of it through the horizon, `off` how often somebody is off.
#[derive(Default, Serialize)]
struct SlotRow {
    rank: u64,
    day: String,
    /// Of a single meeting.
    date: Option<NaiveDate>,
    /// On the anchor's clock.
    time: String,
    #[serde(serialize_with = "text")]
    anchor: String,
    duration_minutes: u32,
    #[serde(serialize_with = "yes_no")]
    clean: bool,
    occurrences: usize,
    /// Where a quorum was asked for.
    without_quorum: Option<u64>,
    required_no_workday: u64,
    required_night_minutes: u64,
    required_unreasonable_minutes: u64,
    required_longest_minutes: u32,
    required_total_minutes: u64,
    required_off: u64,
    optional_no_workday: u64,
    optional_night_minutes: u64,
    optional_unreasonable_minutes: u64,
    optional_longest_minutes: u32,
    optional_total_minutes: u64,
    optional_off: u64,
}

pub(super) fn write(document: &MeetDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let MeetDocument { meetings, meeting, .. } = *document;
    let quorum = meetings.options().quorum;
    let row = |(rank, plan): (u64, &SlotPlan)| {
        let SlotPlan { slot, required, optional, .. } = *plan;
        SlotRow {
            rank,
            day: slot.day().to_string(),
            date: slot.date,
            time: slot.time.to_string(),
            anchor: meetings.anchor().name(),
            duration_minutes: meetings.duration().get(),
            clean: plan.is_clean(),
            occurrences: meetings.occurrences(slot).len(),
            without_quorum: quorum.map(|_| plan.without_quorum),
            required_no_workday: required.no_workday,
            required_night_minutes: required.night,
            required_unreasonable_minutes: required.unreasonable,
            required_longest_minutes: required.worst.get(),
            required_total_minutes: required.total,
            required_off: required.off,
            optional_no_workday: optional.no_workday,
            optional_night_minutes: optional.night,
            optional_unreasonable_minutes: optional.unreasonable,
            optional_longest_minutes: optional.worst.get(),
            optional_total_minutes: optional.total,
            optional_off: optional.off,
        }
    };
    table(out, (1..).zip(&meeting.slots[..meeting.listed]).map(row))
}
