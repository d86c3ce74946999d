//! Availability: the shifts as instants, less days off.

use chrono::{Days, NaiveDate};

use crate::support::clock::{DAY, first_minute_reading};
use crate::support::crew::{Crew, Person};
use crate::support::minute_set::MinuteSet;

/// The minutes of a crew's horizon: its dates read at 00:00 on the home clock.
pub fn range(crew: &Crew) -> (i32, i32) {
    let midnight = |date: NaiveDate| first_minute_reading(&crew.home, date.to_epoch_days() * DAY);
    (midnight(crew.from), midnight(crew.to()))
}

/// The minutes of `[from, to)` at which a person is at work: every shift of every date around, one by one.
pub fn availability(person: &Person, from: i32, to: i32) -> MinuteSet {
    let mut at_work = MinuteSet::none(from, to);
    let first_date = NaiveDate::from_epoch_days(from.div_euclid(DAY) - 5).expect("a date");
    let dates = (to - from) / DAY + 10;
    for date in (0..dates as u64).map(|days| first_date + Days::new(days)) {
        // A day off cancels the shifts that start on its date, whole.
        if person.days_off.contains(&date) {
            continue;
        }
        for post in &person.posts {
            let clock = post.place_on(date);
            for (_, start, end) in post.shifts_on(date) {
                let midnight = date.to_epoch_days() * DAY;
                let starts = first_minute_reading(clock, midnight + i32::from(start));
                let ends = first_minute_reading(clock, midnight + i32::from(end));
                at_work.fill(starts, ends);
            }
        }
    }
    at_work
}
