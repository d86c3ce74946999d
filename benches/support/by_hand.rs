//! What somebody without this library would write: chrono-tz, a loop over days, vectors of intervals.
//!
//! No version is made slow on purpose: zones are parsed before the clock starts, vectors are sized and sorted
//! by construction, intersections are linear merges, and loops end early once nothing is shared.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use tzplan::{Horizon, Schedule};

/// Somebody's hours as plain data.
pub struct Worker {
    pub zone: Tz,
    /// Weekday, first minute and end of each stretch.
    pub hours: Vec<(Weekday, u16, u16)>,
}

pub type Stretch = (DateTime<Utc>, DateTime<Utc>);

impl Worker {
    pub fn of(schedule: &Schedule) -> Self {
        let post = &schedule.posts()[0];
        let stretches = post.hours().stretches();
        Self {
            zone: post.zone().name().parse().expect("a zone that chrono-tz knows"),
            hours: stretches.iter().map(|s| (s.day(), s.start(), s.end())).collect(),
        }
    }
}

/// The instants of a horizon at which somebody is at work, day by day.
pub fn availability(worker: &Worker, horizon: &Horizon) -> Vec<Stretch> {
    let (from, to) = (horizon.range().start().to_utc(), horizon.range().end().to_utc());
    let mut stretches = Vec::with_capacity(horizon.days() as usize);
    let (mut day, last) = (horizon.from() - Days::new(2), horizon.to() + Days::new(2));
    while day < last {
        for (weekday, start, end) in &worker.hours {
            if *weekday != day.weekday() {
                continue;
            }
            let (start, end) = (instant(worker.zone, day, *start), instant(worker.zone, day, *end));
            let (start, end) = (start.max(from), end.min(to));
            if start < end {
                stretches.push((start, end));
            }
        }
        day = day + Days::new(1);
    }
    stretches
}

fn instant(zone: Tz, day: NaiveDate, minute: u16) -> DateTime<Utc> {
    let wall = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.into());
    // Nobody here starts or ends inside a gap.
    zone.from_local_datetime(&wall).earliest().expect("a wall time that exists").to_utc()
}

/// What two sorted lists share.
pub fn intersection(left: &[Stretch], right: &[Stretch]) -> Vec<Stretch> {
    let (mut i, mut j) = (0, 0);
    let mut shared = Vec::with_capacity(left.len().min(right.len()));
    while i < left.len() && j < right.len() {
        let (start, end) = (left[i].0.max(right[j].0), left[i].1.min(right[j].1));
        if start < end {
            shared.push((start, end));
        }
        if left[i].1 <= right[j].1 { i += 1 } else { j += 1 }
    }
    shared
}

/// What everyone shares.
pub fn everyone(workers: &[Worker], horizon: &Horizon) -> Vec<Stretch> {
    let Some((first, others)) = workers.split_first() else { return Vec::new() };
    let mut common = availability(first, horizon);
    for worker in others {
        if common.is_empty() {
            break;
        }
        common = intersection(&common, &availability(worker, horizon));
    }
    common
}

/// How many are at work in every minute of a horizon.
pub fn head_count(workers: &[Worker], horizon: &Horizon) -> Vec<u32> {
    let from = horizon.range().start().to_utc();
    let mut heads = vec![0; horizon.range().length().get() as usize];
    for worker in workers {
        for (start, end) in availability(worker, horizon) {
            let (start, end) = ((start - from).num_minutes() as usize, (end - from).num_minutes() as usize);
            heads[start..end].iter_mut().for_each(|heads| *heads += 1);
        }
    }
    heads
}

pub fn total(stretches: &[Stretch]) -> u32 {
    stretches.iter().map(|(start, end)| (*end - *start).num_minutes() as u32).sum()
}
