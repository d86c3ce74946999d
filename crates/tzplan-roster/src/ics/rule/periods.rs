//! Days, weeks, months and years: which dates of one a rule means.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::parse::{Frequency, Rule};

impl Rule {
    /// The first day of the period that the event starts in.
    fn first_period(&self, start: NaiveDate) -> NaiveDate {
        let day = |date: Option<NaiveDate>| date.unwrap_or(start);
        match self.frequency {
            Frequency::Daily => start,
            Frequency::Weekly => {
                let back = start.weekday().days_since(self.week_start);
                day(start.checked_sub_days(Days::new(back.into())))
            }
            Frequency::Monthly => day(start.with_day(1)),
            Frequency::Yearly => day(NaiveDate::from_ymd_opt(start.year(), 1, 1)),
        }
    }

    /// The first day of the nth period from the start, which is number 0.
    pub(super) fn period(&self, start: NaiveDate, number: u32) -> Option<NaiveDate> {
        let (first, steps) = (self.first_period(start), number.checked_mul(self.interval)?);
        match self.frequency {
            Frequency::Daily => first.checked_add_days(Days::new(steps.into())),
            Frequency::Weekly => first.checked_add_days(Days::new(7 * u64::from(steps))),
            Frequency::Monthly => first.checked_add_months(Months::new(steps)),
            Frequency::Yearly => first.checked_add_months(Months::new(steps.checked_mul(12)?)),
        }
    }

    /// The days of the longest period, which are looked through for the dates meant.
    pub(super) fn longest(&self) -> u32 {
        match self.frequency {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            Frequency::Monthly => 31,
            Frequency::Yearly => 366,
        }
    }

    /// How many periods lie wholly before a date.
    pub(super) fn periods_before(&self, start: NaiveDate, date: NaiveDate) -> u32 {
        let longest = self.longest();
        let days = u32::try_from((date - self.first_period(start)).num_days()).unwrap_or(0);
        (days / longest / self.interval).saturating_sub(1)
    }

    /// The dates of a period that the parts of the rule leave, in any order.
    pub(super) fn expanded(&self, start: NaiveDate, first: NaiveDate) -> Vec<NaiveDate> {
        let in_months = |date: &NaiveDate| self.months.is_empty() || self.months.contains(&date.month());
        match self.frequency {
            Frequency::Daily => {
                let is_meant = in_months(&first) && self.on_month_days(first) && self.on_weekdays(first);
                if is_meant { vec![first] } else { Vec::new() }
            }
            Frequency::Weekly => {
                let on_day = |date: &NaiveDate| match self.days.is_empty() {
                    true => date.weekday() == start.weekday(),
                    false => self.on_weekdays(*date),
                };
                first.iter_days().take(7).filter(|date| on_day(date) && in_months(date)).collect()
            }
            Frequency::Monthly if in_months(&first) => self.in_month(start, first),
            Frequency::Monthly => Vec::new(),
            Frequency::Yearly => self.in_year(start, first),
        }
    }

    fn on_month_days(&self, date: NaiveDate) -> bool {
        let day = date.day() as i32;
        let from_end = day - i32::from(date.num_days_in_month()) - 1;
        self.month_days.is_empty() || self.month_days.iter().any(|meant| *meant == day || *meant == from_end)
    }

    fn on_weekdays(&self, date: NaiveDate) -> bool {
        self.days.is_empty() || self.days.iter().any(|(_, day)| *day == date.weekday())
    }

    fn in_month(&self, start: NaiveDate, first: NaiveDate) -> Vec<NaiveDate> {
        let days = usize::from(first.num_days_in_month());
        if self.days.is_empty() && self.month_days.is_empty() {
            return first.with_day(start.day()).into_iter().collect();
        }
        let meant = |date: &NaiveDate| {
            self.on_month_days(*date) && (self.days.is_empty() || self.is_nth(*date, days as u32, date.day()))
        };
        first.iter_days().take(days).filter(meant).collect()
    }

    fn in_year(&self, start: NaiveDate, first: NaiveDate) -> Vec<NaiveDate> {
        let months: Vec<u32> =
            match (self.months.is_empty(), self.month_days.is_empty(), self.days.is_empty()) {
                (false, ..) => self.months.clone(),
                (true, true, true) => vec![start.month()],
                (true, false, _) => (1..=12).collect(),
                (true, true, false) => {
                    let days = if first.leap_year() { 366 } else { 365 };
                    let meant = |date: &NaiveDate| self.is_nth(*date, days, date.ordinal());
                    return first.iter_days().take(days as usize).filter(meant).collect();
                }
            };
        let in_month = |month| first.with_month(month).map(|first| self.in_month(start, first));
        months.into_iter().filter_map(in_month).flatten().collect()
    }

    /// Whether a date is one of the weekdays meant, being the day `day` of a period of `days` days.
    fn is_nth(&self, date: NaiveDate, days: u32, day: u32) -> bool {
        let from_start = (day as i32 - 1) / 7 + 1;
        let from_end = -((days - day) as i32 / 7) - 1;
        let is_meant = |nth: i32, weekday: Weekday| {
            weekday == date.weekday() && (nth == 0 || nth == from_start || nth == from_end)
        };
        self.days.iter().any(|(nth, weekday)| is_meant(*nth, *weekday))
    }
}
