//! Free words about people: whether they may say when somebody works.

use std::sync::LazyLock;

use chrono::NaiveDate;
use tzplan::hours::WeekdayNames;

use super::measure::{Measure, measure};
use crate::columns::{OfPeople, is_of_joining_or_leaving, is_of_no_work, is_of_travel};
use crate::rows::about_when::{self, When};
use crate::word_table::WordTable;

const TSV: &str = include_str!("../../../data/away_words.tsv");
static AWAY: LazyLock<WordTable<()>> =
    LazyLock::new(|| WordTable::of(TSV, |kind| (kind == "away").then_some(())));

/// Names of weekdays that are shorter are other words, too.
const SHORTEST_NAME: usize = 5;

/// Words beside a weekday that is one of every week.
const EVERY: [&str; 8] = ["every", "each", "only", "jeden", "nur", "chaque", "cada", "ogni"];

/// Whether a text says that somebody is away for long: `on parental leave`.
pub(super) fn is_away(text: &str) -> bool {
    let lower = text.to_lowercase();
    AWAY.rows().iter().any(|(words, ())| lower.contains(words))
}

/// Whether a text may say when somebody works: `off on Fridays`, `mornings 8:00-12:00`, `part-time`, `moving to
/// Lima in March`.
pub(super) fn speak_of_work(text: &str, planned: Option<NaiveDate>) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_day =
        |word: &str| word.chars().count() >= SHORTEST_NAME && WeekdayNames::of(word).next().is_some();
    let is_to_come = || match about_when::read(text, planned) {
        Some(When::Between(_, last)) => planned.is_none_or(|from| last >= from),
        Some(When::Unclear) => true,
        _ => false,
    };
    let mut comes_or_goes = false;
    // "On Monday we met" is of one Monday.
    let is_of_every_week = is_of_no_work(text) || lower.split(' ').any(|word| EVERY.contains(&word));
    words.any(|word| {
        comes_or_goes |= is_of_joining_or_leaving(word);
        let is_plural = word.strip_suffix('s').is_some_and(&is_day);
        is_plural || is_of_every_week && is_day(word) || is_of_travel(word)
    }) || comes_or_goes && is_to_come()
        || has_time(&lower)
        || matches!(measure(OfPeople::Terms, text), Some(Measure::Share(share)) if share < 1.0)
        || matches!(
            measure(OfPeople::Terms, text),
            Some(Measure::PartTime | Measure::Hours(_) | Measure::Days(_) | Measure::HoursOfDay(_))
        )
        || is_away(text)
}

/// Whether a time of day stands in a text: `10:30`, `9am`.
fn has_time(lower: &str) -> bool {
    let bytes = lower.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let colon = (1..bytes.len()).any(|at| {
        bytes[at] == b':' && is_digit(at - 1) && is_digit(at + 1) && is_digit(at + 2) && !is_digit(at + 3)
    });
    let halves = ["am", "pm"].into_iter().flat_map(|half| lower.match_indices(half));
    colon
        || halves.into_iter().any(|(at, half)| {
            let goes_on = lower[at + half.len()..].starts_with(char::is_alphabetic);
            !goes_on && lower[..at].trim_end().ends_with(|c: char| c.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_table::assert_well_formed;

    #[test]
    fn words_are_data() {
        assert_well_formed(TSV, &AWAY, true);
    }

    #[test]
    fn notes_that_speak_of_work_are_told_from_others() {
        let planned = "2026-11-30".parse().ok();
        for text in [
            "off on Fridays",
            "Mittwochs frei",
            "Freitag frei",
            "only Monday",
            "works 10:00-18:00",
            "from 9am",
            "part-time",
            "60 %",
            "20h/week",
            "moving to Lima in March",
            "leaving end of January",
            "Elternzeit bis Juni",
            "On parental leave until March",
            "startet im Februar 2027",
            "starts Feb 2027",
        ] {
            // A verb that is no word of the list says nothing by itself.
            let is_said = speak_of_work(text, planned);
            assert_eq!(is_said, text != "startet im Februar 2027", "{text}");
        }
        for text in [
            "team lead",
            "on Monday we met",
            "joined in March 2019",
            "likes dogs",
            "room 2.14",
            "100 %",
            "I am 30",
            "ext. 4411",
            "loves Sun",
        ] {
            assert!(!speak_of_work(text, planned), "{text}");
        }
    }
}
