//! Local hours beside hours on another clock: a row is read from the local ones, and where these are empty
//! from the others. Which were read is said.

use std::sync::Arc;

use crate::assumption::Assumed;
use crate::columns::{Columns, Field, PreferredHours};

/// Which columns of hours rows are read from.
pub(super) struct ChosenHours {
    preferred: PreferredHours,
    /// What the columns are called: `Hours`, `Start (UTC)` and `End`.
    hours: Arc<str>,
    pair: Arc<str>,
    /// Whether some row is read from the others.
    reads_others: bool,
}

impl ChosenHours {
    /// `None` where all hours are on one clock.
    pub(super) fn of(columns: &Columns) -> Option<Self> {
        let preferred = columns.preferred_hours()?;
        let header = |field: Field| Some(format!("`{}`", columns.header(columns.place(field)?)?));
        let pair: Vec<String> = [Field::Start, Field::End].into_iter().filter_map(header).collect();
        let hours = header(Field::Hours)?.into();
        Some(Self { preferred, hours, pair: pair.join(" and ").into(), reads_others: false })
    }

    /// The cells that count of hours, start and end; `is_read` says whether the first gives hours.
    pub(super) fn choose<'c>(
        &mut self,
        [hours, start, end]: [&'c str; 3],
        is_read: bool,
        assumed: &mut Vec<Assumed>,
    ) -> [&'c str; 3] {
        let (has_hours, has_pair) = (!hours.is_empty() && is_read, !start.is_empty() || !end.is_empty());
        let takes_hours = match self.preferred {
            PreferredHours::Hours => has_hours || !has_pair,
            PreferredHours::StartAndEnd => has_hours && !has_pair,
        };
        let (taken, other) = match takes_hours {
            true => (&self.hours, &self.pair),
            false => (&self.pair, &self.hours),
        };
        match (has_hours, has_pair) {
            (false, false) => {}
            (true, true) => assumed.push(said(format!("{taken} {} read, {other} not", are(taken)))),
            (true, false) | (false, true) => {
                self.reads_others |= takes_hours != (self.preferred == PreferredHours::Hours);
                if takes_hours != (self.preferred == PreferredHours::Hours) {
                    assumed.push(said(format!(
                        "{other} {} empty, and {taken} {} read",
                        are(other),
                        are(taken)
                    )));
                }
            }
        }
        if takes_hours { [hours, "", ""] } else { ["", start, end] }
    }

    /// Whether a field is read in some row.
    pub(super) fn reads(&self, field: Field) -> bool {
        self.reads_others || (field == Field::Hours) == (self.preferred == PreferredHours::Hours)
    }
}

fn said(message: String) -> Assumed {
    ("chosen-hours", message.into())
}

fn are(headers: &str) -> &'static str {
    if headers.contains(" and ") { "are" } else { "is" }
}
