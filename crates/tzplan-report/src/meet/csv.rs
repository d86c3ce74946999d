//! Recurring slots.

use std::io;

use tzplan::meeting::Meetings;

use super::Meeting;
use crate::csv::cell::inert;
use crate::csv::rows::{Rows, yes_no};

const HEADER: [&str; 15] = [
    "rank",
    "day",
    "date",
    "time",
    "anchor",
    "duration_minutes",
    "clean",
    "occurrences",
    "without_quorum",
    "required_missed",
    "required_longest_minutes",
    "required_total_minutes",
    "optional_missed",
    "optional_longest_minutes",
    "optional_total_minutes",
];

/// Writes the slots that are listed, the best first: the time on the anchor's clock, and what they ask of required and of
/// optional people. `longest` is how much longer anybody's day gets at most, `total` all of it through the horizon. `date` is that of a single
/// meeting, `without_quorum` counts occurrences where a quorum was asked for; both are empty otherwise.
///
/// # Errors
///
/// Those of the writer.
pub fn meet(out: &mut dyn io::Write, meetings: &Meetings<'_>, meeting: &Meeting<'_>) -> io::Result<()> {
    let quorum = meetings.options().quorum;
    let mut rows = Rows::new(out, &HEADER)?;
    for (rank, plan) in (1_u64..).zip(meeting.slots.iter().take(meeting.listed)) {
        let (required, optional) = (plan.required, plan.optional);
        rows.row([
            rank.to_string(),
            plan.slot.day().to_string(),
            plan.slot.date.map(|date| date.to_string()).unwrap_or_default(),
            plan.slot.time_of_day(),
            inert(&meetings.anchor().name()).into_owned(),
            meetings.duration().get().to_string(),
            yes_no(plan.is_clean()),
            meetings.occurrences(plan.slot).len().to_string(),
            quorum.map(|_| plan.without_quorum.to_string()).unwrap_or_default(),
            required.missed.to_string(),
            required.worst.get().to_string(),
            required.total.to_string(),
            optional.missed.to_string(),
            optional.worst.get().to_string(),
            optional.total.to_string(),
        ])?;
    }
    rows.finish()
}
