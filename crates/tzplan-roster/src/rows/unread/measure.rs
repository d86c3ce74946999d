//! What a cell says of how much of a week somebody works: `3`, `three`, `2-3 days`, `20h/week`, `part-time 60
//! %`.

use std::sync::LazyLock;

use chrono::WeekdaySet;
use tzplan::hours::parse_days;

use crate::columns::{OfPeople, Unit};
use crate::rows::weekdays;
use crate::word_table::WordTable;

/// How much somebody works.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Measure {
    /// That many days of a week.
    Days(f64),
    /// That many hours of a week.
    Hours(f64),
    /// That many hours of a day.
    HoursOfDay(f64),
    /// That share of a full week.
    Share(f64),
    /// These days.
    Weekdays(WeekdaySet),
    /// Part of the time, nobody knows which.
    PartTime,
    /// Nobody knows what.
    Unclear,
}

/// What such a word says, without blanks and signs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    PartTime,
    Full,
}

const WORDS_TSV: &str = include_str!("../../../data/workload_words.tsv");
static WORDS: LazyLock<WordTable<Word>> = LazyLock::new(|| {
    WordTable::of(WORDS_TSV, |kind| match kind {
        "part-time" => Some(Word::PartTime),
        "full" => Some(Word::Full),
        _ => None,
    })
});

const NUMBERS_TSV: &str = include_str!("../../../data/number_words.tsv");
static NUMBERS: LazyLock<WordTable<f64>> =
    LazyLock::new(|| WordTable::of(NUMBERS_TSV, |number| number.parse().ok()));

/// What stands between a number and the whole that it is of: `4 of 5`.
const OF: [&str; 9] = ["of", "von", "de", "sur", "su", "van", "av", "af", "из"];
/// More hours are those of a week.
const LONGEST_DAY: f64 = 12.0;

/// What a cell says under a header of a kind; `None` where it says nothing of the sort.
pub(super) fn measure(kind: OfPeople, cell: &str) -> Option<Measure> {
    let lower = cell.to_lowercase();
    let folded: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let is_part_time =
        || WORDS.rows().iter().any(|(word, is)| *is == Word::PartTime && folded.contains(word));
    if let Some(found) = Amounts::of(&lower).measure(kind) {
        return Some(found);
    }
    if kind == OfPeople::PartTime && weekdays::says(cell) == Some(true) || is_part_time() {
        return Some(Measure::PartTime);
    }
    let is_of_numbers = matches!(kind, OfPeople::DaysOfWeek | OfPeople::HoursOfWeek | OfPeople::HoursOfDay);
    if !is_of_numbers || weekdays::says(cell).is_some() || WORDS.get(&folded) == Some(&Word::Full) {
        return None;
    }
    let is_name = cell.chars().count() > 2;
    let days = parse_days(cell).ok().filter(|_| is_name && kind == OfPeople::DaysOfWeek);
    days.map(Measure::Weekdays).or_else(|| folded.contains(char::is_alphanumeric).then_some(Measure::Unclear))
}

/// The first number of a cell, and what stands behind it.
#[derive(Default)]
struct Amounts<'t> {
    number: Option<f64>,
    /// What it is a part of: `5` of `4/5`.
    whole: Option<f64>,
    is_percent: bool,
    words: Vec<&'t str>,
}

impl<'t> Amounts<'t> {
    fn of(lower: &'t str) -> Self {
        let mut found = Self::default();
        let mut between = "";
        for token in tokens(lower) {
            let number = number(token).or_else(|| NUMBERS.get(token).copied());
            match (found.number, number) {
                (None, Some(number)) => found.number = Some(number),
                (None, None) => {}
                (Some(first), Some(next)) => match between {
                    "/" => found.whole = Some(next),
                    word if OF.contains(&word) => found.whole = Some(next),
                    // Of `2-3` and `3 or 4` the larger.
                    _ if found.words.is_empty() && !found.is_percent => found.number = Some(first.max(next)),
                    _ => break,
                },
                (Some(_), None) if token == "%" => found.is_percent = true,
                (Some(_), None) => {
                    let is_unit = Unit::ALL.into_iter().any(|unit| unit.is(token));
                    found.words.extend(is_unit.then_some(token));
                }
            }
            between = token;
        }
        found
    }

    fn measure(&self, kind: OfPeople) -> Option<Measure> {
        let number = self.number?;
        let has = |unit: Unit| self.words.iter().any(|word| unit.is(word));
        let (hours, days, week) = (has(Unit::Hours), has(Unit::Days), has(Unit::Week));
        if self.is_percent {
            return Some(Measure::Share(number / 100.0));
        }
        let is_share = |number: f64| if number <= 1.0 { number } else { number / 100.0 };
        match kind {
            _ if has(Unit::Share) => Some(Measure::Share(is_share(number))),
            _ if hours && days && !week => Some(Measure::HoursOfDay(number)),
            OfPeople::HoursOfDay if !days && !week => Some(Measure::HoursOfDay(number)),
            _ if hours && (week || number > LONGEST_DAY || kind == OfPeople::HoursOfWeek) => {
                Some(Measure::Hours(number))
            }
            _ if hours => Some(Measure::HoursOfDay(number)),
            OfPeople::DaysOfWeek => Some(Measure::Days(number)),
            _ if days && number <= 7.0 && (week || kind != OfPeople::Terms) => Some(Measure::Days(number)),
            OfPeople::HoursOfWeek => Some(Measure::Hours(number)),
            OfPeople::Workload | OfPeople::PartTime => Some(Measure::Share(match self.whole {
                Some(whole) if whole > 0.0 => number / whole,
                _ => is_share(number),
            })),
            _ => None,
        }
    }
}

/// Numbers, words, and signs by themselves.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        let is_digit = first.is_ascii_digit();
        let goes_on = |c: char| match is_digit {
            true => c.is_ascii_digit() || matches!(c, '.' | ','),
            false => first.is_alphabetic() && c.is_alphabetic(),
        };
        let end = rest.char_indices().skip(1).find(|(_, c)| !goes_on(*c)).map_or(rest.len(), |(at, _)| at);
        let (token, behind) = rest.split_at(end);
        rest = behind;
        Some(token)
    })
}

/// `0,5`, `37.5`, `3.`.
fn number(token: &str) -> Option<f64> {
    token
        .trim_end_matches(['.', ','])
        .replace(',', ".")
        .parse()
        .ok()
        .filter(|_| token.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_table::assert_well_formed;

    #[test]
    fn words_are_data() {
        assert_well_formed(WORDS_TSV, &WORDS, true);
        assert_well_formed(NUMBERS_TSV, &NUMBERS, true);
    }

    #[test]
    fn cells_say_how_much_is_worked() {
        use Measure::{Days, Hours, HoursOfDay, PartTime, Share, Unclear, Weekdays};
        use OfPeople as Kind;
        let monday_to_wednesday = parse_days("Mon-Wed").unwrap_or_default();
        for (kind, cell, expected) in [
            (Kind::DaysOfWeek, "3", Some(Days(3.0))),
            (Kind::DaysOfWeek, "three", Some(Days(3.0))),
            (Kind::DaysOfWeek, "drei Tage", Some(Days(3.0))),
            (Kind::DaysOfWeek, "quatre jours", Some(Days(4.0))),
            (Kind::DaysOfWeek, "2-3", Some(Days(3.0))),
            (Kind::DaysOfWeek, "3 or 4", Some(Days(4.0))),
            (Kind::DaysOfWeek, "two to three days", Some(Days(3.0))),
            (Kind::DaysOfWeek, "4 days", Some(Days(4.0))),
            (Kind::DaysOfWeek, "4/5", Some(Days(4.0))),
            (Kind::DaysOfWeek, "3 von 5", Some(Days(3.0))),
            (Kind::DaysOfWeek, "3d/w", Some(Days(3.0))),
            (Kind::DaysOfWeek, "3 (Mon-Wed)", Some(Days(3.0))),
            (Kind::DaysOfWeek, "Mon-Wed", Some(Weekdays(monday_to_wednesday))),
            (Kind::DaysOfWeek, "varies", Some(Unclear)),
            (Kind::DaysOfWeek, "full-time", None),
            (Kind::DaysOfWeek, "Vollzeit", None),
            (Kind::DaysOfWeek, "n/a", None),
            (Kind::DaysOfWeek, "-", None),
            (Kind::DaysOfWeek, "60 %", Some(Share(0.6))),
            (Kind::HoursOfWeek, "20", Some(Hours(20.0))),
            (Kind::HoursOfWeek, "ca. 20 Std.", Some(Hours(20.0))),
            (Kind::HoursOfWeek, "20-25h", Some(Hours(25.0))),
            (Kind::HoursOfWeek, "8", Some(Hours(8.0))),
            (Kind::HoursOfWeek, "3 days", Some(Days(3.0))),
            (Kind::HoursOfWeek, "flexible", Some(Unclear)),
            (Kind::HoursOfDay, "6", Some(HoursOfDay(6.0))),
            (Kind::HoursOfDay, "6h", Some(HoursOfDay(6.0))),
            (Kind::HoursOfDay, "six", Some(HoursOfDay(6.0))),
            (Kind::HoursOfDay, "30 h / week", Some(Hours(30.0))),
            (Kind::Terms, "20h/week", Some(Hours(20.0))),
            (Kind::Terms, "20 hours per week", Some(Hours(20.0))),
            (Kind::Terms, "contractor, 25 hrs/wk", Some(Hours(25.0))),
            (Kind::Terms, "30 Wochenstunden", Some(Hours(30.0))),
            (Kind::Terms, "20 heures par semaine", Some(Hours(20.0))),
            (Kind::Terms, "4 days a week", Some(Days(4.0))),
            (Kind::Terms, "4 Tage/Woche", Some(Days(4.0))),
            (Kind::Terms, "6 hours a day", Some(HoursOfDay(6.0))),
            (Kind::Terms, "part-time 60 %", Some(Share(0.6))),
            (Kind::Terms, "0.8 FTE", Some(Share(0.8))),
            (Kind::Terms, "Teilzeit", Some(PartTime)),
            (Kind::Terms, "temps partiel", Some(PartTime)),
            (Kind::Terms, "niepełny etat", Some(PartTime)),
            (Kind::Terms, "Permanent", None),
            (Kind::Terms, "Contractor since 2019", None),
            (Kind::Terms, "Probation, 90 days", None),
            (Kind::Workload, "0,5", Some(Share(0.5))),
            (Kind::Workload, "80", Some(Share(0.8))),
            (Kind::Workload, "4/5", Some(Share(0.8))),
            (Kind::Workload, "3 days", Some(Days(3.0))),
            (Kind::Workload, "high", None),
            (Kind::PartTime, "yes", Some(PartTime)),
            (Kind::PartTime, "no", None),
        ] {
            assert_eq!(measure(kind, cell), expected, "{kind:?} {cell}");
        }
    }
}
