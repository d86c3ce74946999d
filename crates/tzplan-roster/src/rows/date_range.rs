//! A range of dates as people write it: `2026-12-24..2027-01-02`, `24 Dec – 2 Jan`, `24.12.–31.12.2026`.

use chrono::{Datelike, NaiveDate};

use super::date_order::Order;
use super::date_text::{self, AMBIGUOUS, DateText, no_date};
use crate::faults::Fault;
use crate::wording::Quoted;

/// The first and the last date of a range, and whether its year was taken from the dates that are planned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Dates {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    /// Whether it is a date alone, without a last one behind it.
    pub(super) is_one: bool,
    pub(super) is_open_year: bool,
}

/// What stands between two dates, whatever they look like.
pub(super) const BETWEEN: [&str; 9] =
    ["..", "\u{2026}", " to ", " until ", " through ", " bis ", "\u{2013}", "\u{2014}", " - "];

/// Words of other languages that stand there, and before the first of the two.
const TO: [&str; 16] = [
    " a ", " à ", " al ", " au ", " até ", " do ", " hasta ", " t/m ", " thru ", " til ", " till ", " tot ",
    " до ", " по ", "~", "\u{ff5e}",
];
const FROM: [&str; 13] =
    ["vom ", "von ", "du ", "de ", "desde ", "del ", "dal ", "od ", "van ", "fra ", "från ", "с ", "от "];

/// The most months of a range over the turn of the year that names its year once.
const LONGEST_TURN: u32 = 6;

/// Reads a date or a range. Without a year it is the first from `planned` on that has not ended.
pub(super) fn read(part: &str, planned: Option<NaiveDate>) -> Result<Dates, Fault> {
    read_in(part, planned, Order::of(part))
}

/// [`read`], with the order of days and months.
pub(super) fn read_in(part: &str, planned: Option<NaiveDate>, order: Option<Order>) -> Result<Dates, Fault> {
    let date = |text: &str| DateText::read_in(text, order);
    let one = match date(part) {
        Ok(date) if date.month.is_some() => return resolved(part, (part, date), None, planned),
        Ok(_) => no_date(part),
        Err(fault) => fault,
    };
    let lower = part.to_lowercase();
    let from = FROM.iter().find(|from| lower.starts_with(**from));
    // Only what is as long in small letters is cut there.
    let bare = from.and_then(|from| part.get(from.len()..)).unwrap_or(part);
    let lower = bare.to_ascii_lowercase();
    let halves = |between: &&str| {
        let at = lower.find(*between)?;
        Some((&bare[..at], bare[at + between.len()..].trim_start_matches('.')))
    };
    if let Some((first, last)) = BETWEEN.iter().find_map(halves) {
        let (from, to) = (date(first)?, date(last)?);
        return resolved(part, (first, from), Some((last, to)), planned);
    }
    for (first, last) in TO.iter().filter_map(halves) {
        match (date(first), date(last)) {
            (Ok(from), Ok(to)) => return resolved(part, (first, from), Some((last, to)), planned),
            // `03/05/2027 al 07/05/2027`: both are dates, of which one may be two.
            (Err(fault), Ok(_)) | (Ok(_), Err(fault)) | (Err(fault), Err(_)) if is_ambiguous(&fault) => {
                return Err(fault);
            }
            _ => {}
        }
    }
    // `24-31 Dec 2026`, `24.12.-31.12.2026`, `2026-12-24/2027-01-02`
    let pieces = part.match_indices(['-', '/']).map(|(at, mark)| (&part[..at], mark, &part[at + 1..]));
    for (first, between, last) in pieces {
        if let (Ok(from), Ok(to)) = (date(first), date(last))
            && from.month.or(to.month).is_some()
            // `24/12/26` is no range.
            && (between == "-" || from.year.is_some() && to.year.is_some())
        {
            return resolved(part, (first, from), Some((last, to)), planned);
        }
    }
    Err(one)
}

fn is_ambiguous(fault: &Fault) -> bool {
    fault.code == AMBIGUOUS
}

/// Whether a word may be the first one of a date or a range.
pub(super) fn may_begin(word: &str) -> bool {
    date_text::may_begin(word) || FROM.iter().any(|from| from.trim_end() == word.to_lowercase())
}

type Written<'t> = (&'t str, DateText);

fn resolved(
    part: &str,
    (first_text, from): Written<'_>,
    last: Option<Written<'_>>,
    planned: Option<NaiveDate>,
) -> Result<Dates, Fault> {
    let is_one = last.is_none();
    let (last_text, to) = last.unwrap_or((first_text, from));
    let with_month = |date: DateText, other: DateText| DateText { month: date.month.or(other.month), ..date };
    let (from, to) = (with_month(from, to), with_month(to, from));
    let in_year = |(from, to): (DateText, DateText), year: Option<i32>| {
        // A range over the turn of the year names the year once: `24 Dec – 2 Jan 2027`, `24 Dec 2026 – 2
        // Jan`. Months apart the other way round, it is a slip.
        let months_on = |from: u32, to: u32| to + 12 - from;
        let turns =
            from.month.zip(to.month).filter(|(from, to)| from > to && months_on(*from, *to) <= LONGEST_TURN);
        let turns = i32::from(turns.is_some());
        let (first, last) = match (from.year, to.year, year) {
            (None, Some(year), _) => (Some(year - turns), Some(year)),
            (Some(year), None, _) | (None, None, Some(year)) => (Some(year), Some(year + turns)),
            _ => (None, None),
        };
        Ok((from.date(first_text, first)?, to.date(last_text, last)?))
    };
    let is_open_year = from.year.is_none() && to.year.is_none();
    let (first, last) = if is_open_year {
        let Some(planned) = planned else {
            let message = format!("{} says no year", Quoted(part));
            return Err(Fault::error("bad-date", message, super::date_text::HELP));
        };
        // 29 February may be eight years away.
        let mut years = planned.year() - 1..=planned.year() + 8;
        let any = |date: DateText| DateText { weekday: None, ..date };
        let ends =
            |year: &i32| in_year((any(from), any(to)), Some(*year)).is_ok_and(|(_, last)| last >= planned);
        let next = years.find(ends).unwrap_or(planned.year());
        // A weekday tells a date that has passed from the next one: other years are a slip.
        match in_year((from, to), Some(next)) {
            Ok(dates) => dates,
            Err(fault) => in_year((from, to), Some(next - 1)).map_err(|_| fault)?,
        }
    } else {
        in_year((from, to), None)?
    };
    if last < first {
        let (from, to) = (first_text.trim(), last_text.trim());
        return Err(Fault::error(
            "reversed-range",
            format!("the range {} ends before it starts", Quoted(part)),
            format!("write {to}..{from}"),
        ));
    }
    Ok(Dates { first, last, is_one, is_open_year })
}
