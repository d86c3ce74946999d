//! Hours and dates (§2): shifts as instants, the date of an instant, availability.

use chrono::{Days, NaiveDate};

use super::people::{Crew, Person, Post};
use crate::support::clock::{DAY, first_minute_reading, seconds_ahead};
use crate::support::minute_set::MinuteSet;

/// A shift as minutes since 1970, with the date to which it belongs on the person's own clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DatedShift {
    pub date: NaiveDate,
    pub start: i32,
    pub end: i32,
}

/// "Civil dates `[from, to)` read at 00:00 in the home zone."
pub fn range(crew: &Crew) -> (i32, i32) {
    let midnight = |date: NaiveDate| first_minute_reading(&crew.home, date.to_epoch_days() * DAY);
    (midnight(crew.from), midnight(crew.from + Days::new(crew.days.into())))
}

/// "A horizon whose first and last midnight are one instant is empty, and refused."
pub fn is_refused(crew: &Crew) -> bool {
    let (from, to) = range(crew);
    from == to
}

/// The shifts stated for the dates `[first, last]` of their clock. "Wall time X means the first instant at
/// which the zone's clock reads X or later."
pub fn dated_shifts(post: &Post, first: NaiveDate, last: NaiveDate) -> Vec<DatedShift> {
    let mut shifts = Vec::new();
    for date in first.iter_days().take_while(|date| *date <= last) {
        let clock = post.clock_of_shifts_on(date);
        let at = |minute: u16| first_minute_reading(clock, date.to_epoch_days() * DAY + i32::from(minute));
        for (_, start, end) in post.shifts_on(date) {
            let (start, end) = (at(start), at(end));
            // "That date of the person's own clock."
            let date = if post.hours_on.is_some() { own_date(post, start) } else { date };
            shifts.push(DatedShift { date, start, end });
        }
    }
    shifts
}

/// "A date of somebody who changes zones belongs to the zone in force on it by that zone's own calendar;
/// claimed by two zones it is the earlier one's, claimed by none the later one's first date."
pub fn own_date(post: &Post, minute: i32) -> NaiveDate {
    let around = NaiveDate::from_epoch_days(minute.div_euclid(DAY)).expect("a date");
    let dates = || (around - Days::new(3)).iter_days().take(7);
    // What the clock that is in force on a date reads at the instant.
    let read_by_clock_of = |date: NaiveDate| {
        let at = i64::from(minute) * 60;
        let reading = at + seconds_ahead(post.place_on(date), at);
        NaiveDate::from_epoch_days(reading.div_euclid(86_400) as i32).expect("a date")
    };
    if post.stays.is_empty() {
        return read_by_clock_of(around);
    }
    let claimed = dates().find(|date| read_by_clock_of(*date) == *date);
    let not_begun = || dates().find(|date| read_by_clock_of(*date) < *date);
    claimed.or_else(not_begun).expect("no clock is three days ahead")
}

/// "The union of the instants of their shifts, less days off, clipped": the minutes of `[from, to)`. A day
/// off "cancels the shifts that start on that local date, whole".
pub fn availability(person: &Person, from: i32, to: i32) -> MinuteSet {
    let date = |minute: i32| NaiveDate::from_epoch_days(minute.div_euclid(DAY)).expect("a date");
    let mut at_work = MinuteSet::none(from, to);
    for post in &person.posts {
        for shift in dated_shifts(post, date(from) - Days::new(5), date(to) + Days::new(5)) {
            if !person.days_off.contains(&shift.date) {
                at_work.fill(shift.start, shift.end);
            }
        }
    }
    at_work
}
