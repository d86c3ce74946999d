//! The slots that are looked at, and the occurrences of each.

use std::ops::Range;

use chrono::{Weekday, WeekdaySet};

use super::{Meetings, Occurrence, Slot};
use crate::availability::first_instant_reading;
use crate::clock::ClockTime;
use crate::minutes::{DAY, Minutes, UtcMinute, civil_date, day_number};

impl Meetings {
    /// The slots looked at, in order; weekdays that the horizon does not have are left out, and dates that
    /// the anchor's clock skips.
    pub fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        self.slots_on(self.days)
    }

    /// The slots on some weekdays, in order.
    pub(super) fn slots_on(&self, days: WeekdaySet) -> impl Iterator<Item = Slot> + '_ {
        self.first_slots_on(days).flat_map(|first| self.slot_times().map(move |time| first.at(time)))
    }

    /// The times at which slots start, in order.
    pub(super) fn slot_times(&self) -> impl Iterator<Item = ClockTime> {
        (0..DAY as u16).step_by(self.policy.step().get() as usize).filter_map(ClockTime::from_minutes)
    }

    /// The slots on some weekdays that start at midnight, in order: one for each weekday, or date.
    pub(super) fn first_slots_on(&self, days: WeekdaySet) -> impl Iterator<Item = Slot> + '_ {
        let once = self.options.once.is_some();
        // Of any week for all: 1969-12-29 was a Monday. A short horizon lacks weekdays.
        let range = if once { self.range.clone() } else { -3..4 };
        let there: WeekdaySet =
            self.range.clone().filter(|day| !self.skipped.contains(day)).map(weekday).collect();
        let days = days.intersection(there);
        let exists = move |day: &i32| !once || !self.skipped.contains(day);
        let midnight = ClockTime::at(0, 0);
        range.filter(move |day| days.contains(weekday(*day))).filter(exists).map(move |day| match once {
            true => Slot::once(civil_date(day), midnight),
            false => Slot::weekly(weekday(day), midnight),
        })
    }

    /// The occurrences of a slot, by date: one for each date of the horizon with its weekday, or its own
    /// date; none on a date that the anchor's clock skips.
    pub fn occurrences(&self, slot: Slot) -> Vec<Occurrence> {
        self.occurrences_lasting(slot, self.options.duration)
    }

    pub(super) fn occurrences_lasting(&self, slot: Slot, duration: Minutes) -> Vec<Occurrence> {
        let mut piece = 0;
        let occurrence = |day: i32| {
            let wall = day * DAY + i32::from(slot.time.minutes());
            // Pieces whose clocks end before this date are behind every later one as well.
            while piece + 1 < self.clock.len() && self.clock[piece].end + self.clock[piece].ahead <= day * DAY
            {
                piece += 1;
            }
            let start = first_instant_reading(self.clock[piece..].iter().copied(), wall);
            Occurrence { date: civil_date(day), start, end: UtcMinute(start.0 + duration.get() as i32) }
        };
        self.days_of(slot).map(occurrence).collect()
    }

    /// The dates of a slot, in days since 1970; but those that the anchor's clock skips.
    pub(super) fn days_of(&self, slot: Slot) -> impl Iterator<Item = i32> {
        let Range { start: from, end: to } = self.range;
        let days = match slot.date {
            Some(date) => day_number(date).max(from)..day_number(date).min(to - 1) + 1,
            None => {
                let ahead = slot.day().num_days_from_monday() as i32 - from - 3;
                from + ahead.rem_euclid(7)..to
            }
        };
        days.step_by(7).filter(|day| !self.skipped.contains(day))
    }

    /// The instant of a date's midnight, where the anchor's clock does not change from then on until the
    /// next.
    pub(super) fn midnight(&self, day: i32) -> Option<i32> {
        let midnight = first_instant_reading(self.clock.iter().copied(), day * DAY).0;
        let piece = self.clock.iter().find(|piece| midnight < piece.end)?;
        (midnight + piece.ahead == day * DAY && midnight + DAY <= piece.end).then_some(midnight)
    }
}

/// The weekday of a day since 1970, which was a Thursday's.
fn weekday(day: i32) -> Weekday {
    Weekday::try_from((day + 3).rem_euclid(7) as u8).expect("0..7")
}
