//! What cells and headers look like.

use chrono::WeekdaySet;
use tzplan::hours::{HoursText, parse_hours};
use tzplan::{ClockTime, Stretch};

/// Whether a cell of a column about days off is no number of days, and no word such as yes.
pub(super) fn says_more_than_a_number(cell: &str) -> bool {
    let groups = cell.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).count();
    let is_word = cell.chars().all(char::is_alphabetic);
    (groups > 1 || is_word && cell.len() > 3) && cell.replace(',', ".").parse::<f64>().is_err()
}

/// Whether a cell says nothing but which half of the day a time beside it is in.
pub(super) fn is_half_of_day(cell: &str) -> bool {
    let letters: String = cell.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    letters.eq_ignore_ascii_case("am") || letters.eq_ignore_ascii_case("pm")
}

/// Whether a header is about the beginning or the end of something: `Pause von`, `break_end`.
pub(super) fn is_end(header: &str) -> bool {
    const WORDS: [&str; 16] = [
        "start", "begin", "from", "von", "de", "desde", "od", "dal", "end", "to", "until", "bis", "fin",
        "hasta", "do", "al",
    ];
    let lower = header.to_lowercase();
    let is_one = |word: &str| WORDS.contains(&word.trim_end_matches(|c: char| c.is_ascii_digit()));
    lower.split(|c: char| !c.is_alphanumeric()).any(is_one)
        || ["start", "begin", "end"].iter().any(|word| lower.ends_with(word))
}

/// Whether a cell is a year and nothing else.
pub(super) fn is_year(cell: &str) -> bool {
    cell.parse().is_ok_and(|number: u16| (1950..2100).contains(&number))
}

/// Whether a cell is a time of day or hours: a bare number where the header speaks of time, a range of two of
/// them anywhere, if it is as long as a day of work.
pub(super) fn is_time(cell: &str, is_of_time: bool) -> bool {
    gives_time(cell, is_of_time) || without_clock(cell).is_some_and(|hours| gives_time(hours, is_of_time))
}

/// `14:00-22:00` of `14:00-22:00 UTC` and `14:00-22:00 (CET)`: a clock may be named behind hours.
fn without_clock(cell: &str) -> Option<&str> {
    let (hours, clock) = cell.rsplit_once(' ')?;
    let letters = clock.trim_matches(['(', ')', '[', ']']);
    (!letters.is_empty() && letters.chars().all(char::is_alphabetic)).then_some(hours)
}

fn gives_time(cell: &str, is_of_time: bool) -> bool {
    let lower = cell.to_lowercase();
    if is_of_time || [":", "am", "pm"].iter().any(|sign| lower.contains(sign)) {
        return cell.parse::<ClockTime>().is_ok() || parse_hours(cell).is_ok();
    }
    let is_range = ["-", "\u{2013}", "\u{2014}", " to "].iter().any(|sign| lower.contains(sign));
    let is_day = |hours: HoursText| {
        let hours = hours.on(WeekdaySet::ALL);
        let length = |stretch: &Stretch| (stretch.end() + DAY - stretch.start()) % DAY;
        hours.stretches().first().is_some_and(|stretch| A_DAYS_WORK.contains(&length(stretch)))
    };
    is_range && parse_hours(cell).is_ok_and(is_day)
}

const DAY: u16 = 24 * 60;
/// How long people work in a day, in minutes: other ranges of two numbers are years, grades or sizes.
const A_DAYS_WORK: std::ops::RangeInclusive<u16> = 6 * 60..=12 * 60;

/// Beginnings of words in headers under which a bare number is an hour.
const OF_TIME: [&str; 18] = [
    "hour",
    "start",
    "end",
    "from",
    "until",
    "till",
    "begin",
    "finish",
    "shift",
    "clock",
    "morning",
    "afternoon",
    "evening",
    "night",
    "call",
    "oncall",
    "standby",
    "overtime",
];

/// Whole words that do the same.
const IN_AND_OUT: [&str; 13] = [
    "in",
    "out",
    "login",
    "logout",
    "log",
    "arrival",
    "departure",
    "arrive",
    "depart",
    "sod",
    "eod",
    "am",
    "pm",
];

/// Whether a header speaks of hours, starts or ends.
pub(super) fn speaks_of_time(header: &str) -> bool {
    let lower = header.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| OF_TIME.iter().any(|known| word.starts_with(known)) || IN_AND_OUT.contains(&word))
}

/// Beginnings of words in headers about another part of the day than the usual one.
const OF_OTHER_HOURS: [&str; 9] =
    ["night", "evening", "late", "early", "nacht", "sp\u{e4}t", "noche", "nuit", "noite"];

/// Whether a header is about other hours than the usual ones: `Night shift`.
pub(super) fn is_of_other_hours(header: &str) -> bool {
    let lower = header.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| OF_OTHER_HOURS.iter().any(|known| word.starts_with(known)))
}
