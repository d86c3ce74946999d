//! Values of dates, times and durations.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::clock::Clock;

/// `20270101` or `20270101T090000`, with or without `Z`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Moment {
    Day(NaiveDate),
    /// As it is written, and on what clock.
    Time(NaiveDateTime, Clock),
}

impl Moment {
    /// Reads a value that is on a clock unless it says that it is in UTC.
    pub(super) fn read(text: &str, clock: &Clock) -> Option<Self> {
        let text = text.trim();
        let (date, time) =
            text.split_once(['T', 't']).map_or((text, None), |(date, time)| (date, Some(time)));
        let [year, month, day] = numbers(date, [4, 2, 2])?;
        // Nobody's holidays: keeps what is computed from it in range.
        let year = i32::try_from(year).ok().filter(|year| (1900..3000).contains(year))?;
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        let Some(time) = time else { return Some(Self::Day(date)) };
        let utc = time.strip_suffix(['Z', 'z']);
        let [hour, minute, second] = numbers(utc.unwrap_or(time), [2, 2, 2])?;
        let clock = if utc.is_some() { Clock::Utc } else { clock.clone() };
        // A leap second.
        Some(Self::Time(date.and_time(NaiveTime::from_hms_opt(hour, minute, second.min(59))?), clock))
    }

    pub(super) fn date(&self) -> NaiveDate {
        self.time().date()
    }

    /// The time as it is written: of a day its first.
    pub(super) fn time(&self) -> NaiveDateTime {
        match self {
            Self::Day(date) => date.and_time(NaiveTime::MIN),
            Self::Time(time, _) => *time,
        }
    }

    /// The clock that it is on.
    pub(super) fn clock(&self) -> &Clock {
        match self {
            Self::Day(_) => &Clock::Floating,
            Self::Time(_, clock) => clock,
        }
    }
}

/// `P1D`, `P2W`, `PT24H`, `P1DT12H30M`.
pub(super) fn duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim().to_ascii_uppercase();
    let rest = text.strip_prefix('+').unwrap_or(&text).strip_prefix('P')?;
    let (days, times) = rest.split_once('T').map_or((rest, ""), |(days, times)| (days, times));
    let seconds = amounts(days, &[('W', 604_800), ('D', 86_400)])?
        .checked_add(amounts(times, &[('H', 3600), ('M', 60), ('S', 1)])?)?;
    (!rest.is_empty()).then(|| TimeDelta::try_seconds(seconds)).flatten()
}

/// `1D2H` as seconds.
fn amounts(text: &str, units: &[(char, i64)]) -> Option<i64> {
    let (mut rest, mut sum) = (text, 0_i64);
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let unit = rest[end..].chars().next()?;
        let (_, seconds) = units.iter().find(|(known, _)| *known == unit)?;
        let amount: i64 = rest[..end].parse::<u32>().ok()?.into();
        sum = sum.checked_add(amount.checked_mul(*seconds)?)?;
        rest = &rest[end + unit.len_utf8()..];
    }
    Some(sum)
}

/// Digits of these widths, one behind the other.
fn numbers<const N: usize>(text: &str, widths: [usize; N]) -> Option<[u32; N]> {
    if text.len() != widths.iter().sum::<usize>() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut start = 0;
    let mut read = [0; N];
    for (place, width) in widths.into_iter().enumerate() {
        read[place] = text[start..start + width].parse().ok()?;
        start += width;
    }
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_durations_as_the_standard_writes_them() {
        let day = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
        let read = |text| Moment::read(text, &Clock::Floating);
        let time = day.and_hms_opt(13, 30, 5).unwrap();
        assert_eq!(read("20280229"), Some(Moment::Day(day)));
        assert_eq!(read("20280229T133005Z"), Some(Moment::Time(time, Clock::Utc)));
        assert_eq!(read("20280229T133005"), Some(Moment::Time(time, Clock::Floating)));
        for wrong in ["20270229", "2027-02-28", "20270228T", "20270228T250000", "02270228", "٢٠٢٧٠٢٢٨", ""]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        let hours = |text| duration(text).map(|length| length.num_hours());
        assert_eq!(
            (hours("P1D"), hours("P2W"), hours("PT24H"), hours("P1DT12H")),
            (Some(24), Some(336), Some(24), Some(36))
        );
        for wrong in ["", "P", "1D", "PD", "P1H", "-P1D", "P99999999999D", "P1é"] {
            assert_eq!(duration(wrong), None, "{wrong}");
        }
    }
}
