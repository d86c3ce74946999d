//! Seasons: the offsets of every required person, sampled at 12:00 UTC of every date.

use chrono::{Days, NaiveDate};

use crate::support::clock::{DAY, seconds_ahead};
use crate::support::crew::{Crew, Person};

/// How far around the horizon offsets are looked at: seasons of 43 days and more are no drift.
const AROUND: u64 = 43;

/// A run of dates on which nobody's offset changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExpectedSeason {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub days: u32,
    /// Dates outside the horizon included, as far as they were looked at.
    pub whole_days: u32,
}

/// Minutes ahead of UTC of each of a person's posts at 12:00 UTC of a date.
pub fn offsets_on(person: &Person, date: NaiveDate) -> Vec<i32> {
    let noon = i64::from(date.to_epoch_days() * DAY + DAY / 2) * 60;
    let ahead = |place| seconds_ahead(place, noon).div_euclid(60) as i32;
    person.posts.iter().map(|post| ahead(post.place_on(date))).collect()
}

/// The seasons of some people of a crew: short stays cut none.
pub fn seasons(crew: &Crew, people: &[usize]) -> Vec<ExpectedSeason> {
    let crew = &crew.settled();
    let first = crew.from - Days::new(AROUND);
    let dates = (0..u64::from(crew.days) + 2 * AROUND).map(|days| first + Days::new(days));
    let sampled = dates.map(|date| {
        let offsets: Vec<_> = people.iter().map(|person| offsets_on(&crew.people[*person], date)).collect();
        (date, offsets)
    });
    let sampled: Vec<_> = sampled.collect();
    let runs = sampled.chunk_by(|a, b| a.1 == b.1).filter_map(|run| {
        let mut inside = run.iter().map(|(date, _)| *date).filter(|d| crew.from <= *d && *d < crew.to());
        let first = inside.next()?;
        let last = inside.next_back().unwrap_or(first);
        let days = (last - first).num_days() as u32 + 1;
        Some(ExpectedSeason { first, last, days, whole_days: run.len() as u32 })
    });
    runs.collect()
}

/// Whether two people have equal offsets on every date of the horizon, short stays aside, and equal weekly
/// hours.
pub fn same_profile(crew: &Crew, a: &Person, b: &Person) -> bool {
    let dates = || (0..u64::from(crew.days)).map(|days| crew.from + Days::new(days));
    let hours =
        |person: &Person| -> Vec<Vec<bool>> { person.posts.iter().map(|p| hours_of(&p.shifts)).collect() };
    let pair = Crew { people: vec![a.clone(), b.clone()], ..crew.clone() }.settled();
    let (a, b) = (&pair.people[0], &pair.people[1]);
    hours(a) == hours(b) && dates().all(|date| offsets_on(a, date) == offsets_on(b, date))
}

/// For each weekday and minute after its 00:00 (up to two days on), whether a shift that starts that day
/// runs.
fn hours_of(shifts: &[(u8, u16, u16)]) -> Vec<bool> {
    let mut flags = vec![false; 7 * 2880];
    for (day, start, end) in shifts {
        (*start..*end).for_each(|minute| flags[usize::from(*day) * 2880 + usize::from(minute)] = true);
    }
    flags
}
