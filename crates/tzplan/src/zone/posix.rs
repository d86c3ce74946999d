//! The tail rule of a zone: the POSIX TZ string (with RFC 9636's extension of hours to ±167) that holds after
//! the last listed transition.

use chrono::{Datelike, NaiveDate};

use super::transition::{Transition, valid_offset};
use crate::minutes::day_number;

const DAY_SECONDS: i64 = 86_400;

/// What holds after a zone's last listed transition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct TailRule {
    standard: i32,
    daylight: Option<Daylight>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Daylight {
    offset: i32,
    starts: Change,
    ends: Change,
}

/// A day of every year and the wall-clock seconds on it at which clocks change.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Change {
    day: YearDay,
    seconds: i32,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum YearDay {
    /// `Jn`: 1..=365, 29 February never counted.
    Julian(u16),
    /// `n`: 0..=365, 29 February counted.
    ZeroBased(u16),
    /// `Mm.w.d`: the w-th (5: last) weekday d (0: Sunday) of month m.
    MonthWeekDay { month: u32, week: u32, weekday: u32 },
}

impl TailRule {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut cursor = Cursor(text.as_bytes());
        cursor.name()?;
        let standard = valid_offset(-cursor.signed_time()?)?;
        if cursor.0.is_empty() {
            return Some(Self { standard, daylight: None });
        }
        cursor.name()?;
        let offset = if cursor.0.first() == Some(&b',') { standard + 3600 } else { -cursor.signed_time()? };
        let offset = valid_offset(offset)?;
        let starts = cursor.change()?;
        let ends = cursor.change()?;
        cursor.0.is_empty().then_some(Self { standard, daylight: Some(Daylight { offset, starts, ends }) })
    }

    /// The offset in force at an instant.
    pub(super) fn offset_at(&self, at: i64) -> i32 {
        let Some(daylight) = &self.daylight else { return self.standard };
        let around = self.around(daylight, at);
        around.iter().rev().find(|t| t.at <= at).map_or(self.standard, |t| t.offset)
    }

    /// The first change of offset after an instant.
    pub(super) fn next_after(&self, at: i64) -> Option<Transition> {
        let daylight = self.daylight.as_ref()?;
        let now = self.offset_at(at);
        let around = self.around(daylight, at);
        // Daylight time all year long is written as an end and a start at one instant: the later entry wins.
        // The last entry lies a year or more ahead and is there only to be looked at.
        let next = around.windows(2).find(|pair| {
            let (change, after) = (pair[0], pair[1]);
            change.at > at && change.offset != now && change.at != after.at
        });
        next.map(|pair| pair[0])
    }

    /// The changes of the years around an instant, in order; at equal instants ends come before starts.
    fn around(&self, daylight: &Daylight, at: i64) -> [Transition; 6] {
        let day = (at + i64::from(self.standard)).div_euclid(DAY_SECONDS);
        let year =
            i32::try_from(day).ok().and_then(NaiveDate::from_epoch_days).map_or(1970, |date| date.year());
        let mut changes = [Transition { at: 0, offset: 0 }; 6];
        for (slot, year) in changes.chunks_exact_mut(2).zip(year - 1..) {
            slot[0] = Transition { at: daylight.ends.instant(year, daylight.offset), offset: self.standard };
            slot[1] =
                Transition { at: daylight.starts.instant(year, self.standard), offset: daylight.offset };
        }
        changes.sort_by_key(|t| t.at);
        changes
    }
}

impl Change {
    fn instant(&self, year: i32, offset_before: i32) -> i64 {
        i64::from(self.day.epoch_day(year)) * DAY_SECONDS + i64::from(self.seconds) - i64::from(offset_before)
    }
}

impl YearDay {
    fn epoch_day(&self, year: i32) -> i32 {
        let first_of = |month| NaiveDate::from_ymd_opt(year, month, 1).map_or(0, day_number);
        match *self {
            Self::ZeroBased(n) => first_of(1) + i32::from(n),
            Self::Julian(n) => {
                let leap_day_passed = n >= 60 && NaiveDate::from_ymd_opt(year, 2, 29).is_some();
                first_of(1) + i32::from(n) - 1 + i32::from(leap_day_passed)
            }
            Self::MonthWeekDay { month, week, weekday } => {
                let first = first_of(month);
                // 1970-01-01 was a Thursday (4).
                let first_weekday = (first + 4).rem_euclid(7);
                let mut day = first + (weekday as i32 - first_weekday).rem_euclid(7) + 7 * (week as i32 - 1);
                let next_month = if month == 12 { first_of(12) + 31 } else { first_of(month + 1) };
                while day >= next_month {
                    day -= 7;
                }
                day
            }
        }
    }
}

struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    fn name(&mut self) -> Option<()> {
        let length = if self.0.first() == Some(&b'<') {
            self.0.iter().position(|&b| b == b'>')? + 1
        } else {
            self.0.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(self.0.len())
        };
        self.0 = &self.0[length..];
        (length >= 3).then_some(())
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.0.first() == Some(&byte);
        if found {
            self.0 = &self.0[1..];
        }
        found
    }

    fn number(&mut self) -> Option<i32> {
        let digits = self.0.iter().take_while(|b| b.is_ascii_digit()).count();
        let (number, rest) = self.0.split_at(digits);
        self.0 = rest;
        std::str::from_utf8(number).ok()?.parse().ok()
    }

    /// `[+-]h[h[h]][:mm[:ss]]` in seconds, at most 167 h.
    fn signed_time(&mut self) -> Option<i32> {
        let sign = if self.eat(b'-') { -1 } else { 1 };
        self.eat(b'+');
        let mut seconds = self.number().filter(|hours| *hours <= 167)? * 3600;
        for unit in [60, 1] {
            if self.eat(b':') {
                seconds += self.number().filter(|n| *n < 60)? * unit;
            }
        }
        Some(sign * seconds)
    }

    fn change(&mut self) -> Option<Change> {
        if !self.eat(b',') {
            return None;
        }
        let day = if self.eat(b'J') {
            YearDay::Julian(self.number().filter(|n| (1..=365).contains(n))? as u16)
        } else if self.eat(b'M') {
            let month = self.number().filter(|n| (1..=12).contains(n))? as u32;
            let week = if self.eat(b'.') {
                self.number().filter(|n| (1..=5).contains(n))? as u32
            } else {
                return None;
            };
            let weekday = if self.eat(b'.') {
                self.number().filter(|n| (0..=6).contains(n))? as u32
            } else {
                return None;
            };
            YearDay::MonthWeekDay { month, week, weekday }
        } else {
            YearDay::ZeroBased(self.number().filter(|n| (0..=365).contains(n))? as u16)
        };
        let seconds = if self.eat(b'/') { self.signed_time()? } else { 2 * 3600 };
        Some(Change { day, seconds })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 9636, section 3.3.1: daylight time all year long.
    #[test]
    fn daylight_all_year() {
        let rule = TailRule::parse("EST5EDT4,0/0,J365/25").expect("a valid rule");
        assert_eq!(rule.offset_at(1_700_000_000), -4 * 3600);
        assert_eq!(rule.next_after(1_700_000_000), None);
    }

    #[test]
    fn malformed_rules_are_refused() {
        for text in [
            "",
            "E5",
            "EST",
            "EST5EDT,M3.2.0",
            "EST5EDT,M13.2.0,M11.1.0",
            "EST5EDT,M3.2.0,M11.1.0x",
            "EST168",
        ] {
            assert_eq!(TailRule::parse(text), None, "{text}");
        }
    }
}
