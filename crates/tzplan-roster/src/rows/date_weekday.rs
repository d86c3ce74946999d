//! The weekday beside a date: `Tue, 5 Jan 2027`, `mar. 5 janvier 2027`, `5.1.2027 (Di)`, `1月5日(火)`.

use std::fmt;

use chrono::{Weekday, WeekdaySet};
use tzplan::hours::{WeekdayNames, show_days};

use super::months::month;

/// The weekdays that a word means in some language: the date beside it tells which.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Weekdays(WeekdaySet);

impl Weekdays {
    pub(super) fn has(self, weekday: Weekday) -> bool {
        self.0.contains(weekday)
    }

    /// Those of a word; `None` where it is no weekday.
    pub(super) fn of(word: &str) -> Option<Self> {
        let word = word.trim();
        if let Ok(weekday) = word.parse::<Weekday>() {
            return Some(Self(WeekdaySet::single(weekday)));
        }
        let signs = "月火水木金土日";
        let days = match signs.chars().position(|sign| word.chars().eq([sign])) {
            Some(day) => [Weekday::try_from(u8::try_from(day).ok()?).ok()?].into_iter().collect(),
            None => WeekdayNames::of(&word.to_lowercase()).map(|(_, day)| day).collect::<WeekdaySet>(),
        };
        (!days.is_empty()).then_some(Self(days))
    }
}

impl fmt::Display for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days: Vec<String> =
            self.0.iter(Weekday::Mon).map(|day| show_days(WeekdaySet::single(day))).collect();
        f.write_str(&days.join(" or "))
    }
}

/// The weekday before or behind a date, and the text without it.
pub(super) fn beside(text: &str) -> Option<(Weekdays, &str)> {
    let is_mark = |c: char| matches!(c, '.' | ',') || c.is_whitespace();
    let is_letter = |c: &char| c.is_alphabetic() || *c == '\'';
    let end = text.find(|c: char| !is_letter(&c)).unwrap_or(text.len());
    let rest = text[end..].trim_start_matches(is_mark);
    if let Some(days) = Weekdays::of(&text[..end]).filter(|_| !rest.is_empty()) {
        return Some((days, rest));
    }
    let (date, inside) = text.trim_end().strip_suffix([')', '\u{ff09}'])?.rsplit_once(['(', '\u{ff08}'])?;
    let days = Weekdays::of(inside)?;
    (!date.trim().is_empty()).then_some((days, date.trim_end()))
}

/// Whether a word is a weekday, with a date behind it: the comma in `Tue, 5 Jan` separates nothing. One that
/// is a month as well is none.
pub(super) fn is_weekday(word: &str) -> bool {
    let word = word.trim().trim_end_matches('.');
    word.parse::<Weekday>().is_ok() || month(&word.to_lowercase()).is_none() && Weekdays::of(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekday_stands_before_a_date_or_in_brackets_behind_it() {
        for (text, days, date) in [
            ("Tue, 5 Jan 2027", "Tue", "5 Jan 2027"),
            ("mar. 5 janvier 2027", "Tue", "5 janvier 2027"),
            ("lundi 4 janvier", "Mon", "4 janvier"),
            ("Di 5.1.2027", "Tue or Sun", "5.1.2027"),
            ("вт, 5 января 2027", "Tue", "5 января 2027"),
            ("5.1.2027 (Di)", "Tue or Sun", "5.1.2027"),
            ("2027-01-05 (火)", "Tue", "2027-01-05"),
            ("2027-01-05（火）", "Tue", "2027-01-05"),
        ] {
            let found = beside(text).map(|(days, date)| (days.to_string(), date.to_owned()));
            assert_eq!(found, Some((days.to_owned(), date.to_owned())), "{text}");
        }
        for text in ["5 Jan 2027", "Tue", "Di.", "(Di)", "5.1.2027 (home)", ""] {
            assert_eq!(beside(text), None, "{text}");
        }
        assert!(is_weekday("Mo") && is_weekday("lun.") && !is_weekday("mar") && !is_weekday("Urlaub"));
    }
}
