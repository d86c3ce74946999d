//! Seasons (§4): the offsets of some people, sampled at 12:00 UTC of every date.

use chrono::{Days, NaiveDate};

use super::people::{Crew, Person, Place, Post};
use crate::support::clock::{DAY, seconds_ahead};

/// How far around the horizon offsets are looked at: seasons of 43 days and more are no drift.
const AROUND: u64 = 43;

/// A run of dates on which nobody's offset changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Season {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// Inside the horizon.
    pub days: u32,
    /// "Days outside the horizon counted too", as far as they were looked at.
    pub whole_days: u32,
}

/// By how many minutes two clocks of a post are ahead of UTC: the one its shifts are read on, and the
/// person's own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Lead {
    pub shifts: i32,
    pub own: i32,
}

/// The leads of each of a person's posts at 12:00 UTC of a date.
pub fn leads_on(person: &Person, date: NaiveDate) -> Vec<Lead> {
    let noon = i64::from(date.to_epoch_days() * DAY + DAY / 2) * 60;
    let ahead = |place: &Place| seconds_ahead(place, noon).div_euclid(60) as i32;
    let lead =
        |post: &Post| Lead { shifts: ahead(post.clock_of_shifts_on(date)), own: ahead(post.place_on(date)) };
    person.posts.iter().map(lead).collect()
}

/// "A maximal run of the horizon's civil dates on which every required member's offset, sampled at 12:00 UTC,
/// is unchanged. Equal offsets later in the year are a new season; one cut by the horizon's end counts as it
/// is."
///
/// Of a crew without short stays.
pub fn seasons(settled: &Crew, people: &[usize]) -> Vec<Season> {
    let inside: Vec<NaiveDate> = settled.dates().collect();
    let first = settled.from - Days::new(AROUND);
    let dates = first.iter_days().take(inside.len() + 2 * AROUND as usize);
    let sample = |date| (date, people.iter().map(|one| leads_on(&settled.people[*one], date)).collect());
    let sampled: Vec<(NaiveDate, Vec<Vec<Lead>>)> = dates.map(sample).collect();
    let season = |run: &[(NaiveDate, Vec<Vec<Lead>>)]| {
        let mut counted = run.iter().map(|(date, _)| *date).filter(|date| inside.contains(date));
        let first = counted.next()?;
        let last = counted.next_back().unwrap_or(first);
        let days = (last - first).num_days() as u32 + 1;
        Some(Season { first, last, days, whole_days: run.len() as u32 })
    };
    sampled.chunk_by(|a, b| a.1 == b.1).filter_map(season).collect()
}
