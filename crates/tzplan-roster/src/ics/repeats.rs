//! What is known of all repeated events of a calendar: which occurrences others stand for, and how much was
//! looked through for them.

use std::cell::Cell;

use chrono::{DateTime, NaiveDate, Utc};
use rustc_hash::FxHashMap;

use super::clock::{Clock, instant, shown_on};
use super::event::Event;

/// The dates that are looked through for the repetitions of a calendar, all rules together: half a second's
/// work. Rules that are counted from the year 1900 on look through 46,000 each.
const MOST_DATES: u64 = 20_000_000;

/// The repetitions of a calendar.
pub(super) struct Repeats {
    moved: FxHashMap<String, Moved>,
    /// The dates that may still be looked through.
    left: Cell<u64>,
}

impl Repeats {
    pub(super) fn of(events: &[Event]) -> Self {
        let mut moved: FxHashMap<String, Moved> = FxHashMap::default();
        for event in events {
            if let (Some(uid), Some(replaced)) = (&event.uid, &event.replaces) {
                let of_uid = moved.entry(uid.clone()).or_default();
                of_uid.written.push(replaced.date());
                match replaced.clock() {
                    Clock::Floating => of_uid.floating.push(replaced.date()),
                    clock => of_uid.instants.push(instant(clock, replaced.time())),
                }
            }
        }
        moved.values_mut().for_each(Moved::sort);
        Self { moved, left: Cell::new(MOST_DATES) }
    }

    /// The occurrences of an event that others stand for.
    pub(super) fn moved(&self, event: &Event) -> Option<&Moved> {
        let uid = event.uid.as_ref().filter(|_| event.replaces.is_none())?;
        self.moved.get(uid)
    }

    /// Looks through dates, as many as are left, which `look` counts down.
    pub(super) fn look<T>(&self, look: impl FnOnce(&mut u64) -> T) -> T {
        let mut left = self.left.get();
        let found = look(&mut left);
        self.left.set(left);
        found
    }

    /// Whether there were more dates to look through than are.
    pub(super) fn is_cut_short(&self) -> bool {
        self.left.get() == 0
    }
}

/// The occurrences of the events of one name that others stand for. Each list is sorted.
#[derive(Default)]
pub(super) struct Moved {
    /// All dates, as they are written.
    written: Vec<NaiveDate>,
    /// Those on the clock of whoever reads them.
    floating: Vec<NaiveDate>,
    /// The others.
    instants: Vec<DateTime<Utc>>,
}

impl Moved {
    fn sort(&mut self) {
        for dates in [&mut self.written, &mut self.floating] {
            dates.sort_unstable();
            dates.dedup();
        }
        self.instants.sort_unstable();
        self.instants.dedup();
    }

    /// Whether one of them starts on a date, as a clock shows it. Logarithmic in their number.
    pub(super) fn has(&self, date: NaiveDate, clock: &Clock) -> bool {
        match clock {
            Clock::Floating => self.written.binary_search(&date).is_ok(),
            clock => {
                self.floating.binary_search(&date).is_ok()
                    || self.has_instant(date, |at| shown_on(clock, at).date())
            }
        }
    }

    fn has_instant(&self, date: NaiveDate, shown: impl Fn(DateTime<Utc>) -> NaiveDate) -> bool {
        let next = self.instants.partition_point(|at| shown(*at) < date);
        self.instants.get(next).is_some_and(|at| shown(*at) == date)
    }
}

#[cfg(test)]
mod tests {
    use super::super::clocks::IcsClock;
    use super::super::opened;
    use super::super::rule::START;
    use super::*;
    use tzplan::Tzdb;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The dates looked through for an event of 1900 with this many rules, and whether there were too many.
    fn looked_through(rule: &str, rules: usize) -> (u64, bool) {
        let rules = format!("RRULE:{rule}\r\n").repeat(rules);
        let text = format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:19000101\r\n{rules}END:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        let mut calendar = opened("a.ics", text.as_bytes(), Tzdb::bundled(), IcsClock::Calendar).unwrap();
        let events = calendar.take_events();
        let year = date("2027-01-01")..date("2028-01-01");
        let _ = calendar.is_within(&events.list[0], &events, &year);
        (MOST_DATES - events.repeats.left.get(), events.repeats.is_cut_short())
    }

    #[test]
    fn twice_the_rules_are_twice_the_dates_up_to_a_limit() {
        // 128 years from 1900 on: of 366 dates each, or of the days from 1 January 1900 to 31 December 2027.
        let (in_years, in_days) = (128 * 366, 128 * 365 + 31);
        for (rule, dates, starts) in [
            ("FREQ=YEARLY;COUNT=999", in_years, 1),
            // One starts on the day before the year, and might last.
            ("FREQ=DAILY;COUNT=99999999", in_days, 366),
            ("FREQ=YEARLY;BYDAY=20MO;COUNT=999", in_years, 1),
        ] {
            let [(few, _), (many, cut_short)] = [50, 100].map(|rules| looked_through(rule, rules));
            assert_eq!((many, cut_short), (2 * few, false), "{rule}");
            assert_eq!(few / 50, dates + START * starts, "{rule}");
            assert_eq!(looked_through(rule, 3000), (MOST_DATES, true), "{rule}");
        }
        // Without a count the years before the dates asked for are passed over.
        assert!(looked_through("FREQ=YEARLY", 1).0 <= 5 * 366);
    }

    /// An occurrence every hour: among twice as many, one more is looked at.
    #[test]
    fn one_of_many_moved_occurrences_is_found_by_halving() {
        let looked_at = |hours: i64| {
            let first = date("2027-01-01").and_time(chrono::NaiveTime::MIN).and_utc();
            let instants = (0..hours).map(|hour| first + chrono::TimeDelta::hours(hour)).collect();
            let moved = Moved { instants, ..Moved::default() };
            let looked = Cell::new(0_u32);
            let shown = |at: DateTime<Utc>| {
                looked.set(looked.get() + 1);
                at.date_naive()
            };
            assert!(
                moved.has_instant(date("2027-01-15"), shown) && !moved.has_instant(date("2026-12-31"), shown)
            );
            looked.get()
        };
        assert!(looked_at(1 << 12) <= 2 * (12 + 2) && looked_at(1 << 13) <= 2 * (13 + 2));
    }
}
