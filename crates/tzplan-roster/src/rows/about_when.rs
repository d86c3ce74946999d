//! Texts that say about when something is: `Dec 2026`, `Q1 2027`, `end of March`, `next month`.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::date_range;
use super::date_text::month;
use crate::word_table::WordTable;

/// When something is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum When {
    /// On one of these dates; the first and the last.
    Between(NaiveDate, NaiveDate),
    /// On a date that nobody can say.
    Unclear,
    /// Never: `permanent`.
    Open,
}

const TSV: &str = include_str!("../../data/date_words.tsv");

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Open,
    Unclear,
    Season,
}

static WORDS: LazyLock<WordTable<Word>> = LazyLock::new(|| {
    WordTable::of(TSV, |kind| match kind {
        "open" => Some(Word::Open),
        "unclear" => Some(Word::Unclear),
        "season" => Some(Word::Season),
        _ => None,
    })
});

/// What a text says; `None` where it says nothing of a date. What names no year is the next from `planned`
/// on.
pub(super) fn read(text: &str, planned: Option<NaiveDate>) -> Option<When> {
    let lower = text.trim().to_lowercase();
    match WORDS.get(&lower) {
        Some(Word::Open) => return Some(When::Open),
        Some(_) => return Some(When::Unclear),
        None => {}
    }
    match date_range::read(without_time(text.trim()), planned) {
        Ok(dates) if dates.is_one => return Some(When::Between(dates.first, dates.first)),
        Err(fault) if fault.code == "ambiguous-date" => return Some(When::Unclear),
        _ => {}
    }
    let parts = Parts::of(&lower);
    match (parts.months, parts.year.or(planned.map(|planned| planned.year()))) {
        (Some((first, last)), Some(year)) => {
            let in_year = |year| Some((first_of(year, first)?, last_of(year, last)?));
            let found = in_year(year)?;
            let is_over = parts.year.is_none() && planned.is_some_and(|planned| found.1 < planned);
            let (first, last) = if is_over { in_year(year + 1)? } else { found };
            Some(When::Between(first, last))
        }
        (Some(_), None) => Some(When::Unclear),
        (None, _) => match parts.year {
            Some(year) => Some(When::Between(first_of(year, 1)?, last_of(year, 12)?)),
            None => parts.has_season.then_some(When::Unclear),
        },
    }
}

/// The month or months of a text, and its year.
#[derive(Default)]
struct Parts {
    months: Option<(u32, u32)>,
    year: Option<i32>,
    has_season: bool,
}

impl Parts {
    fn of(lower: &str) -> Self {
        let mut found = Self::default();
        // `12/2026`, `2026-12`, `12.26`
        let mut numbers: Vec<u32> = Vec::new();
        let mut before = "";
        // The month of August in Spanish is a word behind times in English.
        let is_ago = lower.ends_with(" ago");
        for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let quarter = quarter(word).or_else(|| {
                // `1. Quartal`
                let number = before.trim_end_matches(char::is_alphabetic);
                is_word_for_a_quarter(word).then(|| part_of_year(number, 4)).flatten()
            });
            if let Some(months) = month(word).filter(|_| !is_ago).map(|month| (month, month)).or(quarter) {
                found.months = found.months.or(Some(months));
            } else if let Ok(number) = word.parse::<u32>() {
                numbers.push(number);
            } else {
                found.has_season |= WORDS.get(word) == Some(&Word::Season);
            }
            before = word;
        }
        let year = numbers.iter().find(|number| (1950..2100).contains(*number));
        let short = numbers.iter().find(|number| found.months.is_some() && (20..=60).contains(*number));
        found.year =
            year.copied().or(short.map(|year| 2000 + year)).and_then(|year| i32::try_from(year).ok());
        let is_month_of_year = numbers.len() == 2 && found.year.is_some() && found.months.is_none();
        if let Some(month) = numbers.iter().find(|number| is_month_of_year && (1..=12).contains(*number)) {
            found.months = Some((*month, *month));
        }
        // Other numbers are no years: `room 2041`.
        if found.months.is_none() && !found.has_season && numbers.len() > 1 {
            found.year = None;
        }
        found
    }
}

/// `q1`, `1q`, `t2`, `h1`: the first and the last month.
fn quarter(word: &str) -> Option<(u32, u32)> {
    let letters = word.trim_matches(|c: char| c.is_ascii_digit());
    let number = word.trim_matches(char::is_alphabetic);
    match letters {
        "q" | "t" | "kv" | "кв" => part_of_year(number, 4),
        "h" => part_of_year(number, 2),
        _ => None,
    }
}

fn is_word_for_a_quarter(word: &str) -> bool {
    ["quart", "kwart", "kvart", "trimest", "čtvrtlet", "kvartal", "кварт"]
        .iter()
        .any(|known| word.starts_with(known))
}

/// The months of one of so many parts of a year.
fn part_of_year(number: &str, parts: u32) -> Option<(u32, u32)> {
    let number: u32 = number.parse().ok().filter(|number| (1..=parts).contains(number))?;
    let length = 12 / parts;
    Some(((number - 1) * length + 1, number * length))
}

fn first_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}

fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    let next = if month == 12 { first_of(year + 1, 1) } else { first_of(year, month + 1) };
    next?.pred_opt()
}

/// `2026-12-31T23:59:59Z` without the time.
fn without_time(cell: &str) -> &str {
    match cell.split_once(['T', ' ']) {
        Some((date, time)) if date.len() == 10 && time.starts_with(|c: char| c.is_ascii_digit()) => date,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_table::assert_well_formed;

    #[test]
    fn words_are_data() {
        assert_well_formed(TSV, &WORDS, true);
    }

    #[test]
    fn dates_that_are_told_roughly() {
        let date = |text: &str| text.parse::<NaiveDate>().ok();
        for (text, expected) in [
            ("2026-12-31", Some("2026-12-31 2026-12-31")),
            ("31 Dec", Some("2026-12-31 2026-12-31")),
            ("Dec 2026", Some("2026-12-01 2026-12-31")),
            ("december, 2026", Some("2026-12-01 2026-12-31")),
            ("Dez. 26", Some("2026-12-26 2026-12-26")),
            ("Q1 2027", Some("2027-01-01 2027-03-31")),
            ("2027 Q2", Some("2027-04-01 2027-06-30")),
            ("2 years ago", None),
            ("Q1", Some("2027-01-01 2027-03-31")),
            ("1. Quartal 2027", Some("2027-01-01 2027-03-31")),
            ("T2 2027", Some("2027-04-01 2027-06-30")),
            ("H1 2027", Some("2027-01-01 2027-06-30")),
            ("end of March", Some("2027-03-01 2027-03-31")),
            ("Ende März 2027", Some("2027-03-01 2027-03-31")),
            ("fin mars", Some("2027-03-01 2027-03-31")),
            ("a finales de marzo", Some("2027-03-01 2027-03-31")),
            ("mid-February 2027", Some("2027-02-01 2027-02-28")),
            ("koniec marca 2027", Some("2027-03-01 2027-03-31")),
            ("12/2026", Some("2026-12-01 2026-12-31")),
            ("2027-03", Some("2027-03-01 2027-03-31")),
            ("2027", Some("2027-01-01 2027-12-31")),
            ("before 2028", Some("2028-01-01 2028-12-31")),
            ("spring", Some("unclear")),
            ("spring 2027", Some("2027-01-01 2027-12-31")),
            ("next month", Some("unclear")),
            ("Jahresende", Some("unclear")),
            ("04/12/2026", Some("unclear")),
            ("permanent", Some("open")),
            ("unbefristet", Some("open")),
            ("CDI", Some("open")),
            ("n/a", Some("open")),
            ("ACME", None),
            ("after the release", None),
            ("room 12, floor 3", None),
        ] {
            let said = read(text, date("2026-11-30")).map(|when| match when {
                When::Between(first, last) => format!("{first} {last}"),
                When::Unclear => "unclear".to_owned(),
                When::Open => "open".to_owned(),
            });
            assert_eq!(said.as_deref(), expected, "{text}");
        }
    }
}
