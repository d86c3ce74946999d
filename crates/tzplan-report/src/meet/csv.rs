//! Recurring slots.

use std::io;

use tzplan::meeting::{Burden, Meetings};

use super::Meeting;
use crate::csv::cell::inert;
use crate::csv::rows::{Rows, yes_no};

const HEADER: [&str; 21] = [
    "rank",
    "day",
    "date",
    "time",
    "anchor",
    "duration_minutes",
    "clean",
    "occurrences",
    "without_quorum",
    "required_no_workday",
    "required_night_minutes",
    "required_unreasonable_minutes",
    "required_longest_minutes",
    "required_total_minutes",
    "required_off",
    "optional_no_workday",
    "optional_night_minutes",
    "optional_unreasonable_minutes",
    "optional_longest_minutes",
    "optional_total_minutes",
    "optional_off",
];

/// Writes the slots that are listed, the best first: the time on the anchor's clock, and what they ask of
/// required and of optional people as if nobody were off. `longest` is how much longer anybody's day gets at
/// most, `total` all of it through the horizon, `off` how often somebody is off. `date` is that of a single
/// meeting, `without_quorum` counts occurrences where a quorum was asked for; both are empty otherwise.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn meet(out: &mut dyn io::Write, meetings: &Meetings, meeting: &Meeting<'_>) -> io::Result<()> {
    let quorum = meetings.options().quorum;
    let mut rows = Rows::new(out, &HEADER)?;
    for (rank, plan) in (1_u64..).zip(meeting.slots.iter().take(meeting.listed)) {
        let mut row = vec![
            rank.to_string(),
            plan.slot.day().to_string(),
            plan.slot.date.map(|date| date.to_string()).unwrap_or_default(),
            plan.slot.time.to_string(),
            inert(&meetings.anchor().name()).into_owned(),
            meetings.duration().get().to_string(),
            yes_no(plan.is_clean()),
            meetings.occurrences(plan.slot).len().to_string(),
            quorum.map(|_| plan.without_quorum.to_string()).unwrap_or_default(),
        ];
        for Burden { no_workday, night, unreasonable, worst, total, off, .. } in
            [plan.required, plan.optional]
        {
            let numbers = [no_workday, night, unreasonable, worst.get().into(), total, off];
            row.extend(numbers.map(|number| number.to_string()));
        }
        rows.row(row)?;
    }
    rows.finish()
}
