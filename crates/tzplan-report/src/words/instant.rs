//! An instant as programs read it.

use std::fmt;

use chrono::{Datelike, NaiveDate, SecondsFormat};
use serde::{Serialize, Serializer};
use tzplan::UtcMinute;

/// 1 January 1970, in days since the first of year 1.
const EPOCH: i32 = 719_163;
/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// An instant, as `2026-11-23T09:00:00Z`. Long lists consist of these: its digits are set without a
/// formatter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Instant(pub(crate) UtcMinute);

impl Default for Instant {
    fn default() -> Self {
        Self(UtcMinute::from_epoch_minutes(0))
    }
}

impl Instant {
    fn with_text<R>(self, text: impl FnOnce(&str) -> R) -> R {
        match self.digits().as_ref().and_then(|digits| std::str::from_utf8(digits).ok()) {
            Some(digits) => text(digits),
            None => text(&self.0.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true)),
        }
    }

    /// Of a year that is written with four digits.
    fn digits(self) -> Option<[u8; 20]> {
        let minutes = self.0.epoch_minutes();
        let (day, minute) = (minutes.div_euclid(DAY), minutes.rem_euclid(DAY) as u32);
        let date = NaiveDate::from_num_days_from_ce_opt(day + EPOCH)?;
        let year = u32::try_from(date.year()).ok().filter(|year| *year <= 9999)?;
        let mut text = *b"0000-00-00T00:00:00Z";
        set(&mut text, [(year / 100, 0), (year % 100, 2), (date.month(), 5), (date.day(), 8)]);
        set(&mut text, [(minute / 60, 11), (minute % 60, 14)]);
        Some(text)
    }
}

/// The text of one instant after the other: of a day like the one before only the time is set anew.
#[derive(Clone, Copy)]
pub(crate) struct InstantText {
    at: i32,
    day: i32,
    pub(crate) text: [u8; 20],
}

impl Default for InstantText {
    fn default() -> Self {
        Self { at: 0, day: 0, text: *b"1970-01-01T00:00:00Z" }
    }
}

impl InstantText {
    /// Turns to an instant; says whether its year is one that is written with four digits.
    pub(crate) fn turn_to(&mut self, at: UtcMinute) -> bool {
        let minutes = at.epoch_minutes();
        if minutes == self.at {
            return true;
        }
        let (day, minute) = (minutes.div_euclid(DAY), minutes.rem_euclid(DAY) as u32);
        if day == self.day {
            set(&mut self.text, [(minute / 60, 11), (minute % 60, 14)]);
        } else {
            let Some(text) = Instant(at).digits() else { return false };
            (self.day, self.text) = (day, text);
        }
        self.at = minutes;
        true
    }
}

/// Sets pairs of digits at some places.
fn set<const PAIRS: usize>(text: &mut [u8; 20], values: [(u32, usize); PAIRS]) {
    for (value, place) in values {
        text[place] = b'0' + (value / 10) as u8;
        text[place + 1] = b'0' + (value % 10) as u8;
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_text(|text| f.write_str(text))
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_text(|text| serializer.serialize_str(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By RFC 3339; years without four digits as chrono writes them, which the standard does not know.
    #[test]
    fn instants_are_written_to_the_second() {
        let written = |minutes| Instant(UtcMinute::from_epoch_minutes(minutes)).to_string();
        assert_eq!(written(0), "1970-01-01T00:00:00Z");
        assert_eq!(written(-1), "1969-12-31T23:59:00Z");
        // 56 years of which 14 are leap years, then November's 1st is day 304, at 13:45.
        assert_eq!(written((56 * 365 + 14 + 304) * 1440 + 13 * 60 + 45), "2026-11-01T13:45:00Z");
        let mut many = InstantText::default();
        let mut same = |minutes: i32| {
            let at = UtcMinute::from_epoch_minutes(minutes);
            let chrono = at.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true);
            assert_eq!(written(minutes), chrono);
            assert_eq!(many.turn_to(at), chrono.len() == 20);
            assert!(chrono.len() != 20 || many.text == chrono.as_bytes());
        };
        (i32::MIN..=i32::MAX).step_by(1_000_003).for_each(&mut same);
        (-3000..3000).step_by(7).for_each(&mut same);
    }
}
