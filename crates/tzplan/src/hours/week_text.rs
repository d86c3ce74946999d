//! The hours of a week in several texts, such as a cell for each weekday: bare hours are read by one another.

use chrono::{Weekday, WeekdaySet};

use super::bare::{BareText, NOON, is_of_day, is_of_night};
use super::{BareHours, HoursText, Stretch, WeeklyHours};

/// The hours of one person's week, as texts for some of its days.
///
/// Bare hours of one text may begin in the night, as those of `1-5` do. They are those of the afternoon,
/// where it is free, if other hours of the week are plainly work of the day: from 6:00 on, and over before
/// midnight. On a clock of 24 hours, as `9-17` or `09:00` are, all others have to be, and the bare hours to
/// lie in the night as a whole: `Mon 6-14; Sat 4-12` is what it says.
///
/// ```
/// use chrono::WeekdaySet;
/// use tzplan::hours::{WeekText, parse_days, parse_hours};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut week = WeekText::of(parse_days("Mon-Thu")?, parse_hours("9-12")?);
/// week.add(parse_days("Fri")?, parse_hours("1-5")?);
/// assert_eq!(week.settle().hours().to_string(), "09:00-12:00 Mon-Thu; 13:00-17:00 Fri");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WeekText {
    /// The days of each text, where it names none itself.
    texts: Vec<(WeekdaySet, HoursText)>,
}

impl WeekText {
    /// A text, which holds on `days` where it names none.
    pub fn of(days: WeekdaySet, text: HoursText) -> Self {
        Self { texts: vec![(days, text)] }
    }

    /// Adds a text, which holds on `days` where it names none.
    pub fn add(&mut self, days: WeekdaySet, text: HoursText) {
        self.texts.push((days, text));
    }

    /// The texts.
    pub fn texts(&self) -> impl Iterator<Item = &HoursText> {
        self.texts.iter().map(|(_, text)| text)
    }

    /// The texts, to be completed.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut HoursText> {
        self.texts.iter_mut().map(|(_, text)| text)
    }

    /// The hours as they are read.
    pub fn hours(&self) -> WeeklyHours {
        let hours = self.texts.iter().map(|(days, text)| text.on(*days));
        WeeklyHours::new(hours.flat_map(|hours| hours.stretches().to_vec()))
    }

    /// Whether a time is written on a clock of 24 hours.
    pub fn is_on_24_hours(&self) -> bool {
        self.texts.iter().any(|(_, text)| text.has_24_hours)
    }

    /// Whether there are bare hours that begin in the night.
    pub fn has_nights(&self) -> bool {
        self.texts.iter().any(|(_, text)| text.bare.iter().any(BareHours::is_open))
    }

    /// Reads the bare hours by one another.
    #[must_use]
    pub fn settle(self) -> Self {
        self.settled(&WeeklyHours::new([]), false)
    }

    /// Reads the bare hours by one another and by further hours of the same week, which may be written on a
    /// clock of 24 hours.
    #[must_use]
    pub fn settled(mut self, beside: &WeeklyHours, is_on_24_hours: bool) -> Self {
        if !self.has_nights() {
            return self;
        }
        let is_on_24_hours = is_on_24_hours || self.is_on_24_hours();
        let settled: Vec<Stretch> = self.stretches(false).chain(beside.stretches().iter().copied()).collect();
        let is_of_day = |stretch: &Stretch| is_of_day(stretch.start(), stretch.end());
        let has_days = settled.iter().any(is_of_day);
        let has_days_only = settled.iter().all(is_of_day);
        let mut taken = settled;
        for place in 0..self.texts.len() {
            for bare in 0..self.texts[place].1.bare.len() {
                let BareHours { start, end, .. } = self.texts[place].1.bare[bare];
                let is_meant = has_days && (!is_on_24_hours || has_days_only && is_of_night(start, end));
                if !is_meant || !self.texts[place].1.bare[bare].is_open() {
                    continue;
                }
                let afternoon = (start + NOON, end + NOON);
                let (days, text) = &mut self.texts[place];
                let mut moved = on(text, *days, |stretch| stretch == (start, end));
                moved.iter_mut().for_each(|stretch| (stretch.start, stretch.end) = afternoon);
                let meets = |a: &Stretch, b: &Stretch| a.day == b.day && a.start < b.end && b.start < a.end;
                if moved.iter().all(|ours| !taken.iter().any(|other| meets(ours, other))) {
                    let stretches = text.groups.iter_mut().flat_map(|(_, stretches)| stretches);
                    stretches.filter(|range| **range == (start, end)).for_each(|range| *range = afternoon);
                    (text.bare[bare].start, text.bare[bare].end) = afternoon;
                    taken.extend(moved);
                }
            }
        }
        self
    }

    /// The stretches of bare hours that begin in the night, or all others.
    fn stretches(&self, are_open: bool) -> impl Iterator<Item = Stretch> {
        self.texts.iter().flat_map(move |(days, text)| {
            on(text, *days, |range| {
                let is_it = |bare: &&BareHours| bare.is_open() && (bare.start, bare.end) == range;
                text.bare.iter().any(|bare| is_it(&bare)) == are_open
            })
        })
    }
}

/// A text alone, its bare hours read by one another.
pub(super) fn settled(text: HoursText, BareText { said, has_24_hours }: BareText) -> HoursText {
    let text = HoursText { bare: said, has_24_hours, ..text };
    if !text.bare.iter().any(BareHours::is_open) {
        return text;
    }
    let mut week = WeekText::of(WeekdaySet::ALL, text).settle();
    week.texts.pop().map(|(_, text)| text).unwrap_or_default()
}

/// The stretches of some ranges of a text, with `default` where they name no days.
fn on(text: &HoursText, default: WeekdaySet, is: impl Fn((u16, u16)) -> bool) -> Vec<Stretch> {
    let mut found = Vec::new();
    for (days, stretches) in &text.groups {
        for day in days.unwrap_or(default).difference(text.free).iter(Weekday::Mon) {
            let ranges = stretches.iter().filter(|range| is(**range));
            found.extend(ranges.map(|(start, end)| Stretch::known(day, *start, *end)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::{parse_days, parse_hours};

    /// The hours of texts, each with its days.
    fn week(texts: &[(&str, &str)]) -> String {
        let mut week = WeekText::default();
        for (days, text) in texts {
            week.add(parse_days(days).unwrap_or_default(), parse_hours(text).unwrap_or_default());
        }
        week.settle().hours().to_string()
    }

    #[test]
    fn bare_hours_of_several_texts_are_read_by_one_another() {
        let cases: [(&[(&str, &str)], &str); 9] = [
            (&[("Mon-Thu", "9-12"), ("Fri", "1-5")], "09:00-12:00 Mon-Thu; 13:00-17:00 Fri"),
            (&[("Mon", "2-6"), ("Tue", "8:30-11:30")], "14:00-18:00 Mon; 08:30-11:30 Tue"),
            (&[("Mon", "9-5"), ("Tue", "9-5"), ("Sat", "3-7")], "09:00-17:00 Mon,Tue; 15:00-19:00 Sat"),
            (&[("Mon", "9am-5pm"), ("Fri", "1-4")], "09:00-17:00 Mon; 13:00-16:00 Fri"),
            (&[("Mon-Thu", "9-17"), ("Fri", "1-5")], "09:00-17:00 Mon-Thu; 13:00-17:00 Fri"),
            // What is written as a time of the night is one, and so is all of a week of nights.
            (&[("Mon-Thu", "9-12"), ("Fri", "01:00-05:00")], "09:00-12:00 Mon-Thu; 01:00-05:00 Fri"),
            (&[("Mon-Thu", "22-6"), ("Fri", "1-5")], "22:00-06:00 Mon-Thu; 01:00-05:00 Fri"),
            (&[("Mon", "1-5"), ("Tue", "2-6")], "01:00-05:00 Mon; 02:00-06:00 Tue"),
            // The afternoon is taken.
            (&[("Fri", "9-5"), ("Fri", "1-5")], "01:00-05:00,09:00-17:00 Fri"),
        ];
        for (texts, hours) in cases {
            assert_eq!(week(texts), hours, "{texts:?}");
        }
    }

    #[test]
    fn further_hours_of_the_week_count_too() {
        let friday =
            || WeekText::of(WeekdaySet::single(Weekday::Fri), parse_hours("1-5").unwrap_or_default());
        let hours = |beside: &str, is_on_24_hours| {
            let beside = beside.parse().unwrap_or_default();
            friday().settled(&beside, is_on_24_hours).hours().to_string()
        };
        assert_eq!(hours("Mon 9-12", false), "13:00-17:00 Fri");
        assert_eq!(hours("Mon 9-12", true), "13:00-17:00 Fri");
        assert_eq!(hours("Mon 9-12; Tue 22-6", true), "01:00-05:00 Fri");
        assert_eq!(hours("Fri 14-16", false), "01:00-05:00 Fri");
        let monday = WeeklyHours::on(WeekdaySet::single(Weekday::Mon), &[(540, 720)]).unwrap_or_default();
        assert!(friday().has_nights() && !friday().settled(&monday, false).has_nights());
    }
}
