//! Months and weeks as people write them: `August 2027`, `2027-08`, `KW 52/2026`, `2026-W52`; without a year
//! the next ones; from one to another: `Jul-Aug`, `KW 52-53`.

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::date_range::{BETWEEN, Dates};
use super::date_text::month;

/// Words for a week whose number follows, that of ISO 8601.
const WEEKS: [&str; 14] = [
    "w",
    "wk",
    "week",
    "weeks",
    "kw",
    "kalenderwoche",
    "cw",
    "semaine",
    "semana",
    "settimana",
    "vecka",
    "uke",
    "uge",
    "tydzie\u{144}",
];
/// Whether a text begins with a week and says no year.
pub(super) fn begins_with_week(text: &str) -> bool {
    let span = Span::read(&text.to_lowercase());
    span.is_some_and(|span| matches!(span.unit, Unit::Week(_)) && span.year.is_none())
}

/// Words before a month that say nothing more.
const WHOLE: [&str; 9] =
    ["all of ", "the whole of ", "whole ", "entire ", "all ", "ganzer ", "ganzen ", "tout ", "todo "];

/// Over the turn of the year they are half a year at most, in days; else they are a slip.
const LONGEST_TURN: i64 = 185;

/// A month or a week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Unit {
    Month(u32),
    Week(u32),
}

/// One of them, with its year where it is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Span {
    unit: Unit,
    year: Option<i32>,
}

/// The dates of a month or a week, or from one to another; without a year those that end on `planned` or
/// later. `None` for anything else.
pub(super) fn read(text: &str, planned: Option<NaiveDate>) -> Option<Dates> {
    let lower = text.trim().to_lowercase();
    let (from, to) = match Span::read(&lower) {
        Some(span) => (span, span),
        None => pair(&lower)?,
    };
    let (from_year, to_year) = (from.year.or(to.year), to.year.or(from.year));
    let between = |from_year: i32, to_year: i32| {
        let (first, last) = (from.unit.dates(from_year)?.0, to.unit.dates(to_year)?.1);
        (first <= last).then_some((first, last))
    };
    let turn = |from_year: i32, to_year: i32| {
        between(from_year, to_year).filter(|(first, last)| (*last - *first).num_days() < LONGEST_TURN)
    };
    let is_open_year = from.year.or(to.year).is_none();
    let (first, last) = match from_year.zip(to_year) {
        // Over the turn of the year it is named once: `KW 52 \u{2013} KW 1 2027`.
        Some((one, other)) => between(one, other)
            .or_else(|| turn(one - 1, other).filter(|_| from.year.is_none()))
            .or_else(|| turn(one, other + 1).filter(|_| to.year.is_none()))?,
        None => {
            let planned = planned?;
            let mut years = planned.year() - 1..=planned.year() + 6;
            years.find_map(|year| {
                let found = between(year, year).or_else(|| turn(year, year + 1))?;
                (found.1 >= planned).then_some(found)
            })?
        }
    };
    Some(Dates { first, last, is_one: false, is_open_year })
}

/// `jul-aug`, `july to august 2027`, `kw 52 \u{2013} kw 1`, `kw 52-53`.
fn pair(lower: &str) -> Option<(Span, Span)> {
    let cuts = BETWEEN.iter().chain(&["-"]).filter_map(|mark| lower.split_once(mark));
    let mut both = cuts.filter_map(|(from, to)| {
        let from = Span::read(from.trim())?;
        let number = |text: &str| text.chars().next().is_some_and(|c| c.is_ascii_digit());
        // Of weeks the second is a number.
        let to = match from.unit {
            Unit::Week(_) if number(to.trim()) => Span::read(&format!("week {}", to.trim()))?,
            _ => Span::read(to.trim())?,
        };
        Some((from, to))
    });
    both.next().filter(|(from, to)| matches!(from.unit, Unit::Week(_)) == matches!(to.unit, Unit::Week(_)))
}

impl Span {
    fn read(lower: &str) -> Option<Self> {
        let lower = WHOLE.iter().find_map(|word| lower.strip_prefix(word)).unwrap_or(lower);
        let words: Vec<&str> =
            lower.split([' ', '/', '-', '.', ',']).filter(|word| !word.is_empty()).collect();
        // `KW52`, `W52`
        let cut = |word: &'_ str| word.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0);
        let words: Vec<&str> = words
            .into_iter()
            .flat_map(|word| match cut(word) {
                Some(at) => vec![&word[..at], &word[at..]],
                None => vec![word],
            })
            .collect();
        let year = |word: &str| Some(word).filter(|word| word.len() == 4)?.parse::<i32>().ok();
        let (unit, year) = match words[..] {
            [name, number, of] if WEEKS.contains(&name) => (Unit::week(number)?, Some(year(of)?)),
            [of, name, number] if WEEKS.contains(&name) => (Unit::week(number)?, Some(year(of)?)),
            [name, number] if WEEKS.contains(&name) => (Unit::week(number)?, None),
            [name, of] | [of, name] if year(of).is_some() && month(name).is_some() => {
                (Unit::Month(month(name)?), year(of))
            }
            // `2027-08`, `08/2027`
            [of, number] | [number, of] if year(of).is_some() && number.len() == 2 => {
                (Unit::Month(number.parse().ok()?), year(of))
            }
            [name] => (Unit::Month(month(name)?), None),
            _ => return None,
        };
        let span = Self { unit, year };
        // A month that there is, and a week of its year.
        let is_one = |year: i32| unit.dates(year).is_some();
        year.map_or_else(|| (2026..2033).any(is_one), is_one).then_some(span)
    }
}

impl Unit {
    fn week(number: &str) -> Option<Self> {
        Some(Self::Week(Some(number).filter(|number| number.len() < 3)?.parse().ok()?))
    }

    /// Its first and its last date in a year.
    fn dates(self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Month(month) => {
                let first = NaiveDate::from_ymd_opt(year, month, 1)?;
                Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
            }
            Self::Week(number) => {
                let on = |weekday| NaiveDate::from_isoywd_opt(year, number, weekday);
                Some((on(Weekday::Mon)?, on(Weekday::Sun)?))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(text: &str) -> Option<(String, String, bool)> {
        let dates = read(text, "2026-11-30".parse().ok())?;
        Some((dates.first.to_string(), dates.last.to_string(), dates.is_open_year))
    }

    #[test]
    fn months_and_weeks_with_their_year() {
        for (text, first, last) in [
            ("August 2027", "2027-08-01", "2027-08-31"),
            ("Feb. 2028", "2028-02-01", "2028-02-29"),
            ("2027-08", "2027-08-01", "2027-08-31"),
            ("12/2026", "2026-12-01", "2026-12-31"),
            ("2027 agosto", "2027-08-01", "2027-08-31"),
            // The first week of 2026 has the first Thursday: 1 January.
            ("KW 1/2026", "2025-12-29", "2026-01-04"),
            ("2026-W52", "2026-12-21", "2026-12-27"),
            ("week 53 2026", "2026-12-28", "2027-01-03"),
            ("KW52 2026", "2026-12-21", "2026-12-27"),
            ("July-August 2027", "2027-07-01", "2027-08-31"),
            ("Dec - Jan 2027", "2026-12-01", "2027-01-31"),
            ("Dec 2026 to Jan", "2026-12-01", "2027-01-31"),
            ("KW 52 \u{2013} KW 1 2027", "2026-12-21", "2027-01-10"),
        ] {
            assert_eq!(ends(text), Some((first.to_owned(), last.to_owned(), false)), "{text}");
        }
        for text in [
            "2027",
            "2027-13",
            "week 54 2026",
            "2027-8",
            "27-08",
            "",
            "24 Dec 2026",
            "KW 54",
            "KW",
            "w",
            "Aug 2027 - May 2027",
        ] {
            assert_eq!(ends(text), None, "{text}");
        }
    }

    #[test]
    fn months_and_weeks_without_a_year_are_the_next_ones() {
        for (text, first, last) in [
            ("August", "2027-08-01", "2027-08-31"),
            ("all of August", "2027-08-01", "2027-08-31"),
            // The month that is planned from has not ended.
            ("Nov", "2026-11-01", "2026-11-30"),
            ("KW 52", "2026-12-21", "2026-12-27"),
            ("Week 2", "2027-01-11", "2027-01-17"),
            ("CW52", "2026-12-21", "2026-12-27"),
            ("KW 52-53", "2026-12-21", "2027-01-03"),
            ("KW 52-1", "2026-12-21", "2027-01-10"),
            ("Jul-Aug", "2027-07-01", "2027-08-31"),
            ("Dec\u{2013}Jan", "2026-12-01", "2027-01-31"),
            ("juillet - ao\u{fb}t", "2027-07-01", "2027-08-31"),
        ] {
            assert_eq!(ends(text), Some((first.to_owned(), last.to_owned(), true)), "{text}");
        }
        assert_eq!(read("August", None), None);
        for text in
            ["mid July", "first week of August", "2 weeks in August", "Q3", "summer", "Mar 5", "5-Aug"]
        {
            assert_eq!(ends(text), None, "{text}");
        }
    }
}
