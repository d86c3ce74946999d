//! Hours that say neither am nor pm.

use crate::clock::Written;

/// Bare hours of which the half of the day was assumed: `9-5` as 9:00 to 17:00, `1-5` as 1:00 to 5:00.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct BareHours {
    /// As they are written.
    pub written: String,
    /// The start, in minutes after 00:00.
    pub start: u16,
    /// The end, in minutes after 00:00.
    pub end: u16,
}

/// Minutes of half a day, and of a day.
pub(super) const NOON: u16 = 12 * 60;
const DAY: u16 = 2 * NOON;

/// Who starts before it, in minutes after 00:00, starts in the night: bare hours from there on are those of
/// the morning.
const DAWN: u16 = 6 * 60;

/// The bare hours of a text, and on which clock it is written.
#[derive(Default)]
pub(super) struct BareText {
    pub(super) said: Vec<BareHours>,
    /// Whether a time is one of 24 hours: `17`, `09:00`.
    pub(super) has_24_hours: bool,
}

impl BareText {
    /// Keeps what was assumed of a range.
    pub(super) fn say(&mut self, written: &str, (start, end): (u16, u16)) {
        let bare = BareHours { written: written.to_owned(), start, end };
        if !self.said.contains(&bare) {
            self.said.push(bare);
        }
    }

    /// The afternoon, where the clock would go back after the stretch `before`: `9-12,1-5`.
    pub(super) fn afternoon(
        &mut self,
        range: &str,
        [from, to]: [&Written; 2],
        before: Option<(u16, u16)>,
    ) -> Option<(u16, u16)> {
        let (first, last) = before.filter(|_| from.is_bare && to.is_bare)?;
        let (start, end) = (from.time.minutes(), to.time.minutes());
        let goes_back = start < first && start < end && start + NOON >= last;
        goes_back.then(|| {
            let stretch = (start + NOON, end + NOON);
            self.say(range, stretch);
            stretch
        })
    }

    /// Of a range that says am or pm on one side, the shorter one: `9-5pm` is a day, `9-5am` a night,
    /// `9-11pm` an evening. The other is half a day longer.
    pub(super) fn nearer(&mut self, range: &str, [from, to]: [&Written; 2]) -> Option<(u16, u16)> {
        let is_open = |open: &Written, other: &Written| open.is_bare && other.meridiem;
        if !is_open(from, to) && !is_open(to, from) {
            return None;
        }
        let (start, end) = (from.time.minutes(), to.time.minutes());
        let length = match (end + DAY - start) % DAY % NOON {
            0 => NOON,
            length => length,
        };
        let stretch = if from.is_bare {
            let start = (end + DAY - length) % DAY;
            (start, start + length)
        } else {
            (start, start + length)
        };
        // `1-5am` is plain.
        if stretch.0 >= DAWN {
            self.say(range, stretch);
        }
        Some(stretch)
    }

    /// Notices on which clock a range is written that is read as it stands; bare hours of the night are said.
    pub(super) fn literal(&mut self, range: &str, from: &Written, to: &Written) {
        let start = from.time.minutes();
        let is_24 = |time: &Written| !time.is_bare && !time.meridiem && !time.is_exact;
        self.has_24_hours |= is_24(from) || is_24(to);
        if from.is_bare && to.is_bare && start < DAWN {
            self.say(range, (start, to.time.minutes()));
        }
    }
}

impl BareHours {
    /// Whether they are read as they stand and begin in the night: they may be those of the afternoon.
    pub(super) fn is_open(&self) -> bool {
        self.start < DAWN
    }
}

/// Whether a stretch is plainly work of the day: from dawn on, and over before midnight.
pub(super) fn is_of_day(start: u16, end: u16) -> bool {
    (DAWN..).contains(&start) && end <= 2 * NOON
}

/// Whether bare hours from `start` to `end` lie wholly in the night.
pub(super) fn is_of_night(start: u16, end: u16) -> bool {
    start < DAWN && end <= DAWN
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::hours::days::range;
    use crate::hours::{HoursErrorKind, HoursText, parse_hours};

    fn read(text: &str) -> Result<String, HoursErrorKind> {
        parse_hours(text)
            .map(|hours| hours.on(range(Weekday::Mon, Weekday::Fri)).to_string())
            .map_err(|e| e.kind())
    }

    #[test]
    fn bare_hours_mean_the_day() {
        let cases = [
            ("9-5", "09:00-17:00"),
            ("9-6", "09:00-18:00"),
            ("8:30-5:30", "08:30-17:30"),
            ("10-7", "10:00-19:00"),
            ("12-8", "12:00-20:00"),
            ("7 to 3", "07:00-15:00"),
            ("9-12,1-5", "09:00-12:00,13:00-17:00"),
            ("9-12;1-5", "09:00-12:00,13:00-17:00"),
            ("9-12; 1-3; 4-6", "09:00-12:00,13:00-15:00,16:00-18:00"),
            ("9-12 | 1-5", "09:00-12:00,13:00-17:00"),
            ("1-5, 9-12", "09:00-12:00,13:00-17:00"),
            ("9-12, 12:30-5", "09:00-12:00,12:30-17:00"),
            ("10:00-7:00", "10:00-19:00"),
            ("8-2,4-6", "08:00-14:00,16:00-18:00"),
            // Up to 12 it is a clock of twelve hours: nobody works from ten in the morning to two at night.
            ("10-2", "10:00-14:00"),
            ("11-1", "11:00-13:00"),
            ("12-1", "12:00-13:00"),
            ("12:30-2", "12:30-14:00"),
            // Nights that are no longer than 16 hours stay nights.
            ("13-3", "13:00-03:00"),
            ("10:00-02:00", "10:00-02:00"),
            ("22-6", "22:00-06:00"),
            // Nothing says that the afternoon is meant: a clock of 24 hours, hours that are taken, none
            // beside.
            ("1-5", "01:00-05:00"),
            ("3-11", "03:00-11:00"),
            ("5-9;17-21", "05:00-09:00,17:00-21:00"),
            ("7-11", "07:00-11:00"),
            ("9-12;9-12", "09:00-12:00"),
            // Hours in the middle of the night, by somebody who works by day.
            ("1-5; 09:00-12:00", "09:00-12:00,13:00-17:00"),
            ("1-5; 9am-noon", "09:00-12:00,13:00-17:00"),
            ("9-17; 1-5", "01:00-05:00,09:00-17:00"),
        ];
        for (text, hours) in cases {
            assert_eq!(read(text), Ok(format!("{hours} Mon-Fri")), "{text}");
        }
        let said = |text: &str| parse_hours(text).map(|hours| hours.bare_hours().len());
        assert_eq!((said("9-5").ok(), said("9-17").ok(), said("9-12,1-5").ok()), (Some(1), Some(0), Some(1)));
        assert_eq!((said("1-5").ok(), said("2:30-6").ok(), said("3-11").ok()), (Some(1), Some(1), Some(1)));
        assert_eq!(
            (said("01-05").ok(), said("1am-5am").ok(), said("0-5").ok(), said("6-2").ok()),
            (Some(0), Some(0), Some(0), Some(1))
        );
        let columns = |start: &str, end: &str| {
            HoursText::from_columns(start, end).map(|hours| hours.stretches().collect::<Vec<_>>())
        };
        assert_eq!(columns("9", "5:30"), Ok(vec![(540, 1050)]));
        assert_eq!(columns("9;1", "12;5"), Ok(vec![(540, 720), (780, 1020)]));
        assert_eq!(columns("1;9", "5;12"), Ok(vec![(780, 1020), (540, 720)]));
        assert_eq!(columns("1;09:00", "5;12:00"), Ok(vec![(780, 1020), (540, 720)]));
        assert!(columns("09:00", "05:00").is_err());
        assert_eq!(columns("22:00", "06:00+1"), Ok(vec![(1320, 1800)]));
    }

    #[test]
    fn am_or_pm_on_one_side_is_that_of_the_shorter_stretch() {
        for (text, hours) in [
            ("9-5pm", "09:00-17:00"),
            ("9-5 pm", "09:00-17:00"),
            ("9am-5", "09:00-17:00"),
            ("9 am to 5", "09:00-17:00"),
            ("8:30-4:30 p.m.", "08:30-16:30"),
            ("1-5pm", "13:00-17:00"),
            ("11-3pm", "11:00-15:00"),
            ("12-8pm", "12:00-20:00"),
            ("9-11pm", "21:00-23:00"),
            ("6-6pm", "06:00-18:00"),
            ("9-5am", "21:00-05:00"),
            ("10pm-6", "22:00-06:00"),
            ("8pm-12", "20:00-24:00"),
            ("9am-12", "09:00-12:00"),
            ("1-5am", "01:00-05:00"),
            ("9-12,1-5pm", "09:00-12:00,13:00-17:00"),
            // With a leading zero it is a clock of 24 hours.
            ("09:00-5pm", "09:00-17:00"),
        ] {
            assert_eq!(read(text), Ok(format!("{hours} Mon-Fri")), "{text}");
        }
        let said = |text: &str| parse_hours(text).map(|hours| hours.bare_hours().len()).ok();
        assert_eq!(
            (said("9-5pm"), said("9am-5"), said("1-5am"), said("9am-5pm")),
            (Some(1), Some(1), Some(0), Some(0))
        );
        let columns = |start: &str, end: &str| {
            HoursText::from_columns(start, end).map(|hours| hours.stretches().collect::<Vec<_>>())
        };
        assert_eq!(columns("9", "5pm"), Ok(vec![(540, 1020)]));
        assert_eq!(columns("1", "5 PM"), Ok(vec![(780, 1020)]));
        assert_eq!(columns("10 pm", "6"), Ok(vec![(1320, 1800)]));
    }

    #[test]
    fn bare_hours_of_days_are_read_by_those_of_other_days() {
        let cases = [
            ("Mon 9-12, Mon 1-5", "09:00-12:00,13:00-17:00 Mon"),
            ("Mon 9-12; Tue 1-5", "09:00-12:00 Mon; 13:00-17:00 Tue"),
            ("Tue 1-5; Mon 9-12", "09:00-12:00 Mon; 13:00-17:00 Tue"),
            ("Mon-Thu 9-5; Fri 1-4", "09:00-17:00 Mon-Thu; 13:00-16:00 Fri"),
            ("Mon 9-12; Tue 1-5; Wed 1-5", "09:00-12:00 Mon; 13:00-17:00 Tue,Wed"),
            // Morning hours of another day stay what they are.
            ("Mon-Thu 9-5; Fri 8-12", "09:00-17:00 Mon-Thu; 08:00-12:00 Fri"),
            ("Mon 10-12; Tue 7-11", "10:00-12:00 Mon; 07:00-11:00 Tue"),
            ("Mon 22-6; Tue 1-5", "22:00-06:00 Mon; 01:00-05:00 Tue"),
            ("Mon 6-14; Sat 4-12", "06:00-14:00 Mon; 04:00-12:00 Sat"),
            // Nor does somebody who works by day work in the middle of the night.
            ("Mon 9-17; Tue 1-5", "09:00-17:00 Mon; 13:00-17:00 Tue"),
            ("Mon 9-17; Tue 22-6; Wed 1-5", "09:00-17:00 Mon; 22:00-06:00 Tue; 01:00-05:00 Wed"),
        ];
        for (text, hours) in cases {
            assert_eq!(read(text), Ok(hours.to_owned()), "{text}");
        }
        let said = parse_hours("Mon 9-12; Tue 1-5; Wed 1-5").map(|hours| hours.bare_hours().to_vec());
        let afternoon = BareHours { written: "1-5".into(), start: 13 * 60, end: 17 * 60 };
        assert_eq!(said, Ok(vec![afternoon]));
    }
}
