//! Ranges of the local clock.

use std::fmt;
use std::str::FromStr;

use super::{ClockError, ClockErrorKind, ClockTime, Written};
use crate::minutes::DAY;

/// A range of the local clock `[start, end)`; past midnight when the end comes first.
///
/// Shown as `22:00-06:00`, and read from that: `22-6`, `9am - 5pm`, `07:00–21:00`. Bare hours that go back,
/// such as `8-6`, are refused: they are a day to some and a night to others.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ClockRange {
    start: ClockTime,
    end: ClockTime,
}

impl ClockRange {
    /// A range of clock times; `00:00–24:00` is the whole day.
    ///
    /// # Errors
    ///
    /// [`ClockError`] when the ends are equal or the start is 24:00.
    pub fn new(start: ClockTime, end: ClockTime) -> Result<Self, ClockError> {
        if start == ClockTime::END_OF_DAY {
            let message = "a clock range lies between 00:00 and 24:00";
            return Err(ClockError::new(ClockErrorKind::OutOfDay, message));
        }
        if start == end {
            let message = "a clock range has different ends; write 00:00-24:00 for the whole day";
            return Err(ClockError::new(ClockErrorKind::EqualEnds, message));
        }
        Ok(Self { start, end })
    }

    /// A range of a policy's defaults.
    pub(crate) const fn of_hours(start: u16, end: u16) -> Self {
        Self { start: ClockTime::at(start, 0), end: ClockTime::at(end, 0) }
    }

    /// Its start.
    pub fn start(self) -> ClockTime {
        self.start
    }

    /// Its end; before the start when it crosses midnight.
    pub fn end(self) -> ClockTime {
        self.end
    }

    /// That bare hours leave the half of the day open: `8-6`, `10-6`.
    fn leaves_open(self, text: &str) -> ClockError {
        let half = DAY as u16 / 2;
        let later = |time: ClockTime| ClockTime((time.0 + half) % DAY as u16);
        let (day, night) = (Self { end: later(self.end), ..self }, Self { start: later(self.start), ..self });
        let text = text.trim();
        let message = format!("`{text}` leaves open which half of the day is meant; write {day} or {night}");
        ClockError::new(ClockErrorKind::HalfOfDay, message)
    }

    /// The parts of `[start, end)`, any stretch of a running local clock, that lie inside.
    pub(crate) fn bands(self, start: i32, end: i32) -> impl Iterator<Item = (i32, i32)> {
        let (from, to) = (i32::from(self.start.0), i32::from(self.end.0));
        let length = (to - from).rem_euclid(DAY);
        // 00:00–24:00 has length 0 on the circle and means the whole day.
        let length = if length == 0 { DAY } else { length };
        let first = (start - from - length).div_euclid(DAY);
        let last = (end - from).div_euclid(DAY);
        let openings = (first..=last).map(move |day| from + day * DAY);
        openings.map(move |open| (start.max(open), end.min(open + length))).filter(|(start, end)| start < end)
    }

    /// How many minutes of `[start, end)`, any stretch of a running local clock, lie inside.
    pub(crate) fn minutes_within(self, start: i32, end: i32) -> i32 {
        self.bands(start, end).map(|(start, end)| end - start).sum()
    }
}

impl fmt::Display for ClockRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}-{}", self.start, self.end))
    }
}

impl FromStr for ClockRange {
    type Err = ClockError;

    fn from_str(text: &str) -> Result<Self, ClockError> {
        let dashed = text.replace(['\u{2013}', '\u{2014}'], "-");
        let (start, end) = dashed.split_once('-').ok_or_else(|| {
            let message = format!("`{text}` is no range; write it like 07:00-21:00");
            ClockError::new(ClockErrorKind::NotARange, message)
        })?;
        let (from, to) = (Written::read(start)?, Written::read(end)?);
        let range = Self::new(from.time, to.time)?;
        // As shown, every range is read as it is meant.
        let is_whole = start.trim().len() == 5 && end.trim().len() == 5;
        if from.is_bare && to.is_bare && !is_whole && from.time > to.time {
            return Err(range.leaves_open(text));
        }
        Ok(range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_ranges_as_people_write_them() {
        for (text, shown) in
            [("07:00-21:00", "07:00-21:00"), ("22–6", "22:00-06:00"), ("9am - 5pm", "09:00-17:00")]
        {
            assert_eq!(text.parse::<ClockRange>().map(|range| range.to_string()), Ok(shown.into()), "{text}");
        }
        let kinds = [
            ("", ClockErrorKind::NotARange),
            ("7", ClockErrorKind::NotARange),
            ("7-7", ClockErrorKind::EqualEnds),
            ("late-early", ClockErrorKind::NotATime),
            ("07:00-25:00", ClockErrorKind::NotATime),
            ("24:00-07:00", ClockErrorKind::OutOfDay),
            ("8-6", ClockErrorKind::HalfOfDay),
            ("10:30-6:30", ClockErrorKind::HalfOfDay),
            ("12-7", ClockErrorKind::HalfOfDay),
        ];
        for (text, kind) in kinds {
            assert_eq!(text.parse::<ClockRange>().map_err(|error| error.kind()), Err(kind), "{text}");
        }
    }

    #[test]
    fn bare_hours_that_go_back_are_refused_with_both_meanings() {
        for (text, day, night) in [
            ("8-6", "08:00-18:00", "20:00-06:00"),
            ("10-6", "10:00-18:00", "22:00-06:00"),
            ("12-7", "12:00-19:00", "00:00-07:00"),
        ] {
            let message =
                format!("`{text}` leaves open which half of the day is meant; write {day} or {night}");
            assert_eq!(text.parse::<ClockRange>().map_err(|error| error.to_string()), Err(message));
        }
        for text in ["08-06", "8-06:00", "8pm-6am", "20-6", "7-9"] {
            assert!(text.parse::<ClockRange>().is_ok(), "{text}");
        }
    }

    #[test]
    fn clock_ranges_across_midnight_count_every_minute_once() {
        let night = ClockRange::of_hours(22, 6);
        let inside = |minute: i32| !(6 * 60..22 * 60).contains(&minute.rem_euclid(DAY));
        for start in (-2880..2880).step_by(97) {
            for length in [1, 30, 480, 1000, 1440, 2000] {
                let expected = (start..start + length).filter(|m| inside(*m)).count() as i32;
                assert_eq!(night.minutes_within(start, start + length), expected, "{start}+{length}");
            }
        }
        assert_eq!(ClockRange::of_hours(0, 24).minutes_within(100, 3000), 2900);
    }
}
