//! Meetings, minute by minute: the local dates an occurrence touches, and by how much a workday is too short for it.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use tzplan::meeting::Demand;

use crate::support::clock::{DAY, first_minute_reading, seconds_ahead};
use crate::support::crew::{Crew, Person, Place, Post};

/// The starts of a slot's occurrences, with their dates on the anchor's clock.
pub fn occurrences(crew: &Crew, anchor: &Place, weekday: u32, time: i32) -> Vec<(NaiveDate, i32)> {
    let dates = (0..u64::from(crew.days)).map(|days| crew.from + Days::new(days));
    let on = dates.filter(|date| date.weekday().num_days_from_monday() == weekday);
    on.map(|date| (date, first_minute_reading(anchor, date.to_epoch_days() * DAY + time))).collect()
}

/// What the minutes `[start, end)` ask of somebody without stays.
pub fn demand(person: &Person, start: i32, end: i32) -> Demand {
    let stretches = person.posts.iter().filter_map(|post| stretch(person, post, start, end));
    stretches.min().map_or(Demand::Missed, Demand::Stretch)
}

fn stretch(person: &Person, post: &Post, start: i32, end: i32) -> Option<u32> {
    let date_at = |minute: i32| {
        let ahead = seconds_ahead(&post.place, i64::from(minute) * 60);
        (i64::from(minute) * 60 + ahead).div_euclid(86_400) as i32
    };
    let touched: BTreeSet<i32> = (start..end).map(date_at).collect();
    let before = touched.first().expect("a minute") - 1;
    let mut least = None;
    for date in touched.iter().copied().chain([before]) {
        let day = NaiveDate::from_epoch_days(date).expect("a date");
        let shifts: Vec<_> = post.shifts_on(day).collect();
        let (Some(first), Some(last)) = (shifts.iter().map(|s| s.1).min(), shifts.iter().map(|s| s.2).max())
        else {
            continue;
        };
        let at = |minute: u16| first_minute_reading(&post.place, date * DAY + i32::from(minute));
        let span: BTreeSet<i32> = (at(first)..at(last)).collect();
        let runs_into_it = (start..end).any(|minute| span.contains(&minute)) || at(last) > start;
        if person.days_off.contains(&day) || (date == before && !runs_into_it) {
            continue;
        }
        // Minutes of the meeting, and those between it and the day, that lie before the day or behind it.
        let early = (start..at(first).max(start)).count() as u32;
        let late = (at(last).min(end)..end).count() as u32;
        least = Some(least.map_or(early + late, |least: u32| least.min(early + late)));
    }
    least
}
