//! An instant as programs read it.

use std::fmt;

use chrono::{Datelike, NaiveDate, SecondsFormat};
use serde::{Serialize, Serializer};
use tzplan::UtcMinute;

/// 1 January 1970, in days since the first of year 1.
const EPOCH: i32 = 719_163;

/// An instant, as `2026-11-23T09:00:00Z`. Long lists consist of these: its digits are set without a formatter.
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
        let (day, minute) = (minutes.div_euclid(24 * 60), minutes.rem_euclid(24 * 60) as u32);
        let date = NaiveDate::from_num_days_from_ce_opt(day + EPOCH)?;
        let year = u32::try_from(date.year()).ok().filter(|year| *year <= 9999)?;
        let mut text = *b"0000-00-00T00:00:00Z";
        let values = [year / 100, year % 100, date.month(), date.day(), minute / 60, minute % 60];
        for (value, place) in values.into_iter().zip([0, 2, 5, 8, 11, 14]) {
            text[place] += (value / 10) as u8;
            text[place + 1] += (value % 10) as u8;
        }
        Some(text)
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
        for minutes in (i32::MIN..=i32::MAX).step_by(1_000_003) {
            let chrono = UtcMinute::from_epoch_minutes(minutes).to_utc();
            assert_eq!(written(minutes), chrono.to_rfc3339_opts(SecondsFormat::Secs, true));
        }
    }
}
