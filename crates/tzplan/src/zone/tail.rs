//! The tail rule of a zone: the POSIX TZ string (with RFC 9636's extension of hours to ±167) that holds after
//! the last listed transition.

use chrono::{Datelike, NaiveDate, Weekday};
use jiff_core::tz::posix::{Day, DayTime, Rule, TimeZone};

use super::transition::{Transition, valid_offset};

const DAY_SECONDS: i64 = 86_400;
/// The calendar repeats, weekdays included, after 400 years of 146,097 days.
const CYCLE_DAYS: i64 = 146_097;

/// What holds after a zone's last listed transition.
///
/// jiff-core reads the rule. What follows from it is worked out here, because jiff-core 1.0.1 cuts every year
/// at its ends in UTC: `XXX3EDT4,0/0,J365/23`, RFC 9636's example of daylight time all year long (section
/// 3.3.1), gets three hours of standard time at each New Year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct TailRule {
    standard: i32,
    daylight: Option<Daylight>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Daylight {
    offset: i32,
    rule: Rule,
}

impl TailRule {
    pub(super) fn parse(text: &[u8]) -> Result<Self, String> {
        let read = TimeZone::parse(text).map_err(|fault| {
            format!("the rule `{}` in its footer: {fault}", String::from_utf8_lossy(text))
        })?;
        let daylight = |dst: jiff_core::tz::posix::Dst| {
            Ok::<_, String>(Daylight { offset: valid_offset(dst.offset.seconds())?, rule: dst.rule })
        };
        Ok(Self {
            standard: valid_offset(read.std_offset.seconds())?,
            daylight: read.dst.map(daylight).transpose()?,
        })
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
        let cycles = at.div_euclid(CYCLE_DAYS * DAY_SECONDS) * CYCLE_DAYS * DAY_SECONDS;
        let day = (at - cycles) / DAY_SECONDS;
        let year = NaiveDate::from_epoch_days(day as i32).expect("a day of the years 1970 to 2369").year();
        let mut changes = [Transition { at: 0, offset: 0 }; 6];
        for (slot, year) in changes.chunks_exact_mut(2).zip(year - 1..) {
            let (starts, ends) = (&daylight.rule.start, &daylight.rule.end);
            let ends = cycles + instant(ends, year, daylight.offset);
            slot[0] = Transition { at: ends, offset: self.standard };
            let starts = cycles + instant(starts, year, self.standard);
            slot[1] = Transition { at: starts, offset: daylight.offset };
        }
        changes.sort_by_key(|t| t.at);
        changes
    }
}

fn instant(change: &DayTime, year: i32, offset_before: i32) -> i64 {
    let day = i64::from(epoch_day(change.date, year));
    day * DAY_SECONDS + i64::from(change.time.second) - i64::from(offset_before)
}

fn epoch_day(day: Day, year: i32) -> i32 {
    let in_calendar = "a date of the years 1969 to 2370";
    let new_year = || NaiveDate::from_ymd_opt(year, 1, 1).expect(in_calendar);
    match day {
        Day::JulianZero(n) => new_year().to_epoch_days() + i32::from(n),
        // 29 February is never counted.
        Day::JulianOne(n) => {
            let leap_day_passed = n >= 60 && new_year().leap_year();
            new_year().to_epoch_days() + i32::from(n) - 1 + i32::from(leap_day_passed)
        }
        Day::WeekdayOfMonth { month, week, weekday } => {
            let weekday = Weekday::try_from(weekday.to_monday_zero_offset() as u8).expect("one of seven");
            let date = |week| NaiveDate::from_weekday_of_month_opt(year, month as u32, weekday, week);
            // The fifth is the last, which may be the fourth.
            date(week as u8).or_else(|| date(4)).expect(in_calendar).to_epoch_days()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> TailRule {
        TailRule::parse(text.as_bytes()).unwrap_or_else(|fault| panic!("{text}: {fault}"))
    }

    /// RFC 9636, section 3.3.1, and the same to the east of Greenwich and with daylight time ahead.
    #[test]
    fn daylight_all_year() {
        let rules = [
            ("XXX3EDT4,0/0,J365/23", -4),
            ("EST5EDT4,0/0,J365/25", -4),
            ("XXX-2<+01>-1,0/0,J365/23", 1),
            ("JST-9JDT,0/0,J365/25", 10),
        ];
        for (text, hours) in rules {
            let rule = rule(text);
            // Every hour around two New Years.
            for at in (1_703_980_800..1_704_240_000).chain(1_735_603_200..1_735_862_400).step_by(3600) {
                assert_eq!(rule.offset_at(at), hours * 3600, "{text} at {at}");
                assert_eq!(rule.next_after(at), None, "{text} at {at}");
            }
        }
    }

    /// In 2023 the first Sunday of January is New Year's Day, which begins at 11:00 UTC of the day before.
    #[test]
    fn a_change_may_fall_into_the_neighbouring_year_of_utc() {
        let fiji = rule("<+12>-12<+13>,M11.2.0,M1.1.0/0");
        let end = 1_672_484_400;
        assert_eq!([-1, 0].map(|after| fiji.offset_at(end + after)), [13 * 3600, 12 * 3600]);
        assert_eq!(fiji.next_after(end - 1), Some(Transition { at: end, offset: 12 * 3600 }));
    }

    #[test]
    fn rules_repeat_after_400_years_as_far_as_instants_go() {
        let rule = rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0");
        let cycle = CYCLE_DAYS * DAY_SECONDS;
        for at in (1_700_000_000..1_800_000_000).step_by(1_234_567) {
            let next = rule.next_after(at).expect("two changes a year");
            for cycles in [-1_000_000, -700, -5, -1, 1, 20, 700, 1_000_000] {
                let later = cycles * cycle;
                assert_eq!(rule.offset_at(at + later), rule.offset_at(at));
                assert_eq!(rule.next_after(at + later), Some(Transition { at: next.at + later, ..next }));
            }
        }
    }

    #[test]
    fn malformed_rules_are_refused() {
        for text in [
            "",
            "E5",
            "EST",
            "EST5EDT",
            "EST5EDT,M3.2.0",
            "EST5EDT,M13.2.0,M11.1.0",
            "EST5EDT,M3.2.0,M11.1.0x",
            "EST168",
            "EST24:59",
            "EST-23:30EDT,M3.2.0,M11.1.0",
        ] {
            assert!(TailRule::parse(text.as_bytes()).is_err(), "{text}");
        }
    }
}
