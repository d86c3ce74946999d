//! The `off` column: dates and ranges of dates.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use chrono::NaiveDate;

use super::about_when::{self, When};
use super::date_range::{self, Dates};
use super::date_span;
use super::date_text::is_weekday;
use super::weekdays;
use crate::assumption::Assumed;
use crate::faults::Fault;
use crate::wording::Quoted;

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
    for part in parts(cell) {
        let span = date_span::read(part);
        assumed.extend(span.map(|span| whole(part, span)));
        let span = span.map(|(first, last)| Dates { first, last, is_one: false, is_open_year: false });
        match span.map_or_else(|| date_range::read(part, planned), Ok) {
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
fn whole(part: &str, (first, last): (NaiveDate, NaiveDate)) -> Assumed {
    ("whole-dates", format!("{} is read as {first}..{last}", Quoted(part)).into())
}

/// Whether a cell says that there are none: `-`, `none`, `n/a`. It is a word for no in a column of weekdays
/// and for no end in one of dates; `unlimited` is none of the first, `vacation` none of the second.
fn says_none(cell: &str) -> bool {
    weekdays::says(cell) == Some(false) && about_when::read(cell, None) == Some(When::Open)
}

/// The dates and ranges of a cell: a comma before a year, or behind a weekday, separates nothing.
fn parts(cell: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for piece in cell.split([';', '\n']) {
        let mut start = 0;
        for (at, _) in piece.match_indices(',') {
            if !is_year(piece[at + 1..].trim_start()) && !is_weekday(&piece[start..at]) {
                all.push(&piece[start..at]);
                start = at + 1;
            }
        }
        all.push(&piece[start..]);
    }
    all.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Whether a text starts with a year that is none of a whole date: `2027` and `2027 – Jan 9`, not
/// `2027-01-05`.
fn is_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut behind = text.bytes().skip(digits);
    let goes_on = matches!(behind.next(), Some(b'-' | b'/' | b'.'))
        && behind.next().is_some_and(|b| b.is_ascii_digit());
    digits == 4 && !goes_on
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
