//! The dates and ranges of a cell: `24 & 31 Dec`, `Dec 24, 31`, `24., 25. und 31.12.` name their month once.

use std::borrow::Cow;

use super::leave_words::without_words;
use crate::rows::date_order::Order;
use crate::rows::date_span::begins_with_week;
use crate::rows::date_text::{DateText, MONTH_NAMES, is_weekday_of};
use crate::rows::date_weekday::is_weekday;

/// Words and signs between two dates of one list.
const AND: [&str; 10] = ["&", "+", " and ", " und ", " et ", " y ", " e ", " en ", " og ", " och "];

/// A part of a cell.
struct Part<'t> {
    text: &'t str,
    /// Whether a word joins it to the next, as a comma does not: a year behind is then that of both.
    is_joined: bool,
}

/// The dates and ranges of a cell, each with its month where one names it for several.
pub(super) fn parts(cell: &str, order: Option<Order>) -> Vec<Cow<'_, str>> {
    let parts: Vec<Part<'_>> = pieces(cell).into_iter().map(without_words).flat_map(joined).collect();
    let named: Vec<Option<Named>> = parts.iter().map(|part| Named::of(part.text, order)).collect();
    let behind = Behind::of_each(&parts, &named);
    let mut all: Vec<Cow<'_, str>> = Vec::with_capacity(parts.len());
    // The month of a date that names it first: `Dec 24`.
    let mut before: Option<Named> = None;
    for ((part, named), behind) in parts.iter().zip(named).zip(behind) {
        let text = match (days(part.text), named) {
            // `KW 52 + 53`
            (Some((number, year)), None) if all.last().is_some_and(|last| begins_with_week(last)) => {
                let year = year.map(|year| format!(" {year}")).unwrap_or_default();
                Some(format!("week {number}{year}"))
            }
            (Some((days, year)), None) => {
                before.or(behind.named.filter(|named| named.is_day_first)).map(|of| {
                    let year = year.or(of.year).or(behind.year);
                    let year = year.map(|year| format!(" {year}")).unwrap_or_default();
                    format!("{days} {}{year}", MONTH_NAMES[of.month as usize - 1])
                })
            }
            (_, Some(found)) => {
                before = Some(found).filter(|found| !found.is_day_first);
                // `Dec 24 & 31, 2026`
                let dated = behind.dated.filter(|_| found.year.is_none());
                dated.map(|(year, month)| {
                    let year = if month.unwrap_or(found.month) < found.month { year - 1 } else { year };
                    format!("{} {year}", part.text)
                })
            }
            _ => None,
        };
        all.push(text.map_or(Cow::Borrowed(part.text), Cow::Owned));
    }
    all
}

/// What stands behind a part of a cell.
#[derive(Clone, Copy, Default)]
struct Behind {
    /// The next part, whatever stands between, that names a month.
    named: Option<Named>,
    /// The year of the first that names a month and a year, of those that words join to this one.
    year: Option<i32>,
    /// The same of one that may name a year alone, with the month that it names.
    dated: Option<(i32, Option<u32>)>,
}

impl Behind {
    /// Of each part; found from the last one on, for a list may be long.
    fn of_each(parts: &[Part<'_>], named: &[Option<Named>]) -> Vec<Self> {
        let mut all = vec![Self::default(); parts.len()];
        for index in (0..parts.len().saturating_sub(1)).rev() {
            let (next, behind_next) = (named[index + 1], all[index + 1]);
            let year = next.and_then(|named| named.year);
            let dated = match next {
                Some(named) => year.map(|year| (year, Some(named.month))),
                None => days(parts[index + 1].text).and_then(|(_, year)| Some((year?, None))),
            };
            let dated = dated.or(behind_next.dated);
            let is_joined = parts[index].is_joined;
            all[index] = Self {
                named: next.or(behind_next.named),
                year: year.or(behind_next.year).filter(|_| is_joined),
                dated: dated.filter(|_| is_joined),
            };
        }
        all
    }
}

/// The month that a date or a range names, and how.
#[derive(Clone, Copy)]
struct Named {
    month: u32,
    year: Option<i32>,
    is_day_first: bool,
}

impl Named {
    fn of(text: &str, order: Option<Order>) -> Option<Self> {
        let whole = DateText::read_in(text, order).ok();
        let with_month =
            |text: &str| DateText::read_in(text.trim(), order).ok().filter(|date| date.month.is_some());
        let end = || {
            let mut cuts = text.rmatch_indices(['-', '\u{2013}']);
            cuts.find_map(|(at, mark)| {
                with_month(&text[at + mark.len()..]).or_else(|| with_month(&text[..at]))
            })
        };
        let date = whole.or_else(end)?;
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        Some(Self { month: date.month?, year: date.year, is_day_first: (1..=2).contains(&digits) })
    }
}

/// A day or days of a month that stands elsewhere, `24`, `24.`, `31st`, `24-26`, and the year behind them.
fn days(text: &str) -> Option<(String, Option<i32>)> {
    if let Ok(DateText { month: None, day, year: year @ Some(_), .. }) = DateText::read(text) {
        return Some((day.to_string(), year));
    }
    let day = |text: &str| {
        let number = text.trim().trim_end_matches(|c: char| c == '.' || c.is_ascii_alphabetic());
        let behind = &text.trim()[number.len()..];
        let is_day = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        (is_day && matches!(behind, "" | "." | "st" | "nd" | "rd" | "th")).then(|| number.to_owned())
    };
    let days: Option<Vec<String>> = text.split(['-', '\u{2013}']).map(day).collect();
    let days = days.filter(|days| days.len() <= 2)?;
    Some((days.join("-"), None))
}

/// The parts of a list without commas.
fn joined(piece: &str) -> Vec<Part<'_>> {
    let lower = piece.to_ascii_lowercase();
    let mut cuts: Vec<(usize, usize)> = AND
        .iter()
        .flat_map(|word| lower.match_indices(word))
        .map(|(at, word)| (at, at + word.len()))
        .collect();
    cuts.sort_unstable();
    let (mut found, mut start) = (Vec::new(), 0);
    for (at, end) in cuts.into_iter().filter(|(at, _)| *at > 0) {
        found.push(Part { text: piece[start..at].trim(), is_joined: true });
        start = end;
    }
    found.push(Part { text: piece[start..].trim(), is_joined: false });
    if found.iter().all(|part| !part.text.is_empty()) {
        return found;
    }
    vec![Part { text: piece.trim(), is_joined: false }]
}

/// A comma before a year, or behind a weekday, separates nothing.
fn pieces(cell: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for piece in cell.split([';', '\n']) {
        let mut start = 0;
        for (at, _) in piece.match_indices(',') {
            let behind = piece[at + 1..].split(',').next().unwrap_or_default();
            let is_one = is_weekday(&piece[start..at]) || is_weekday_of(&piece[start..at], behind);
            if !is_year(piece[at + 1..].trim_start()) && !is_one {
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
