//! The `off` column: dates and ranges of dates.

mod leave_words;
mod parts;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use chrono::NaiveDate;

use super::about_when::{self, When};
use super::date_order::Order;
use super::date_range::{self, Dates};
use super::date_signs;
use super::date_span;
use super::weekdays;
use crate::assumption::Assumed;
use crate::faults::Fault;
use crate::wording::Quoted;
use parts::parts;

/// More days off than this in one cell (ten years) are a slip of the pen.
const MOST_DAYS: i64 = 3660;

/// The code of dates without a year.
pub(super) const OPEN_YEAR: &str = "open-year";

/// Reads a cell such as `2026-12-24..2027-01-02; 1 May 2027`; last days are inclusive. A date without a year
/// is the next one from `planned` on, which is assumed.
pub(super) fn read(
    cell: &str,
    planned: Option<NaiveDate>,
) -> Result<(Vec<NaiveDate>, Vec<Assumed>), Vec<Fault>> {
    let (mut dates, mut assumed, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    if cell.is_empty() || says_none(cell) {
        return Ok((dates, assumed));
    }
    let mut days = 0;
    let cell = &*date_signs::plain(cell);
    let order = Order::of(cell);
    for part in &parts(cell, order) {
        let span = date_span::read(part, planned);
        assumed.extend(span.filter(|span| !span.is_open_year).map(|span| whole(part, span)));
        match span.map_or_else(|| date_range::read_in(part, planned, order), Ok) {
            Ok(range) => {
                let Dates { first, last, .. } = range;
                days += (last - first).num_days() + 1;
                if days > MOST_DAYS {
                    faults.push(too_many(part));
                    break;
                }
                assumed.extend(range.is_open_year.then(|| open_year(part, &range)));
                dates.extend(first.iter_days().take_while(|date| *date <= last));
            }
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok((dates, assumed)) } else { Err(faults) }
}

/// That all days of a month or a week are off.
fn whole(part: &str, Dates { first, last, .. }: Dates) -> Assumed {
    ("whole-dates", format!("{} is read as {first}..{last}", Quoted(part)).into())
}

/// Whether a cell says that there are none: `-`, `none`, `n/a`. It is a word for no in a column of weekdays
/// and for no end in one of dates; `unlimited` is none of the first, `vacation` none of the second.
fn says_none(cell: &str) -> bool {
    weekdays::says(cell) == Some(false) && about_when::read(cell, None) == Some(When::Open)
}

/// That the year was taken from the dates planned.
pub(super) fn open_year(part: &str, dates: &Dates) -> Assumed {
    let Dates { first, last, .. } = dates;
    let meant = if first == last { first.to_string() } else { format!("{first}..{last}") };
    let message: Arc<str> = format!("{} is read as {meant}", Quoted(part)).into();
    (OPEN_YEAR, message)
}

fn too_many(part: &str) -> Fault {
    Fault::error(
        "long-range",
        format!("with {} there are more than {MOST_DAYS} days off in this cell", Quoted(part)),
        "look for a slip in the years",
    )
}
