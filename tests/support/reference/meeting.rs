//! Meetings, minute by minute: the local date an occurrence belongs to, what it asks there, and what slots
//! come to.

use chrono::{Datelike, Days, NaiveDate};
use tzplan::meeting::{Asked, Burden, Slot};

use super::target::{Rules, in_clock_range};
use crate::support::clock::{DAY, first_minute_reading, seconds_ahead};
use crate::support::crew::{Crew, Person, Place, Post};

/// What an occurrence asks of somebody as if they were not off, and whether they are; less is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ExpectedAsk {
    pub no_workday: bool,
    pub night: u32,
    pub unreasonable: u32,
    pub stretch: u32,
    pub off: bool,
}

impl ExpectedAsk {
    pub const NOTHING: Self = Self { no_workday: false, night: 0, unreasonable: 0, stretch: 0, off: false };

    /// They are not there.
    pub fn missed(&self) -> bool {
        self.no_workday || self.off
    }

    /// What they give: nothing to what they miss.
    pub fn given(self) -> Self {
        let nothing = Self { no_workday: self.no_workday, off: self.off, ..Self::NOTHING };
        if self.missed() { nothing } else { self }
    }

    /// The same had they no days off.
    pub fn ordinarily(self) -> Self {
        Self { off: false, ..self }
    }

    /// Whether it lies within their hours, days off aside.
    pub fn within_hours(&self) -> bool {
        !self.no_workday && self.stretch == 0
    }
}

impl From<Asked> for ExpectedAsk {
    fn from(asked: Asked) -> Self {
        Self {
            no_workday: asked.no_workday,
            night: asked.night.get(),
            unreasonable: asked.unreasonable.get(),
            stretch: asked.stretch.get(),
            off: asked.off,
        }
    }
}

/// No workdays, night minutes, unreasonable minutes, the worst and the total stretch, dates off: in order of
/// weight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct ExpectedBurden(pub [u64; 6]);

impl ExpectedBurden {
    pub fn add(&mut self, asked: ExpectedAsk) {
        let [no_workday, night, unreasonable, worst, total, off] = &mut self.0;
        *no_workday += u64::from(asked.no_workday);
        *night += u64::from(asked.night);
        *unreasonable += u64::from(asked.unreasonable);
        *worst = (*worst).max(asked.stretch.into());
        *total += u64::from(asked.stretch);
        *off += u64::from(asked.off);
    }
}

impl From<Burden> for ExpectedBurden {
    fn from(burden: Burden) -> Self {
        let Burden { no_workday, night, unreasonable, worst, total, off, .. } = burden;
        Self([no_workday, night, unreasonable, worst.get().into(), total, off])
    }
}

/// The starts of a slot's occurrences, with their dates on the anchor's clock, of which it skips none.
pub fn occurrences(crew: &Crew, anchor: &Place, weekday: u32, time: i32) -> Vec<(NaiveDate, i32)> {
    let dates = (0..u64::from(crew.days)).map(|days| crew.from + Days::new(days));
    let on = dates.filter(|date| date.weekday().num_days_from_monday() == weekday);
    let first = |date: NaiveDate, time: i32| first_minute_reading(anchor, date.to_epoch_days() * DAY + time);
    let exists = |date: &NaiveDate| first(*date, 0) < first(*date, DAY);
    on.filter(exists).map(|date| (date, first(date, time))).collect()
}

/// What the minutes `[start, end)` ask of somebody: of several posts the one of which they ask the least.
pub fn asked(person: &Person, rules: &Rules, start: i32, end: i32) -> ExpectedAsk {
    let posts = person.posts.iter().map(|post| asked_at(person, post, rules, start, end));
    posts.min().expect("at least one post")
}

fn asked_at(person: &Person, post: &Post, rules: &Rules, start: i32, end: i32) -> ExpectedAsk {
    let date = belongs_to(post, start, end);
    let Some((first, last)) = span(post, date) else {
        return ExpectedAsk { no_workday: true, ..ExpectedAsk::NOTHING };
    };
    let outside: Vec<i32> = (start..end).filter(|minute| !(first..last).contains(minute)).collect();
    let within = |range: (i32, i32), minute: i32| {
        in_clock_range(local(post.place_on(date_at(post, minute)), minute).rem_euclid(DAY), range)
    };
    // One more minute at the start of the day, or at its end, until the meeting is inside.
    let (mut from, mut to, mut stretch) = (first, last, 0);
    while from > start {
        (from, stretch) = (from - 1, stretch + 1);
    }
    while to < end {
        (to, stretch) = (to + 1, stretch + 1);
    }
    ExpectedAsk {
        no_workday: false,
        night: outside.iter().filter(|minute| within(rules.night, **minute)).count() as u32,
        unreasonable: outside.iter().filter(|minute| !within(rules.reasonable, **minute)).count() as u32,
        stretch,
        off: person.days_off.contains(&date),
    }
}

/// The local date to which a meeting of the minutes `[start, end)` belongs: that on which it starts, or the
/// day before where a shift of that day runs into it. (Between two stays beyond the date line the day before
/// may begin when the meeting is over.)
pub fn belongs_to(post: &Post, start: i32, end: i32) -> NaiveDate {
    let date = date_at(post, start);
    let before = date - Days::new(1);
    match span(post, before) {
        Some((first, last)) if first < end && last > start => before,
        _ => date,
    }
}

/// The local date of an instant: the first of those that the zone in force on them reads; where none does,
/// the first that is still to come.
fn date_at(post: &Post, minute: i32) -> NaiveDate {
    let reads = |date: &NaiveDate| local(post.place_on(*date), minute).div_euclid(DAY);
    let utc = NaiveDate::from_epoch_days(minute.div_euclid(DAY)).expect("a date");
    let near: Vec<NaiveDate> = (0..6).map(|days| utc - Days::new(2) + Days::new(days)).collect();
    let claimed = near.iter().find(|date| reads(date) == date.to_epoch_days());
    let to_come = || near.iter().find(|date| reads(date) < date.to_epoch_days());
    *claimed.or_else(to_come).expect("clocks are at most two days apart")
}

/// Whether somebody is elsewhere than at home, by the clock of any of their posts.
pub fn is_away(person: &Person, minute: i32) -> bool {
    person.posts.iter().any(|post| *post.place_on(date_at(post, minute)) != post.place)
}

/// How many of the minutes `[start, end)` are at night on somebody's (first) clock.
pub fn at_night(person: &Person, rules: &Rules, start: i32, end: i32) -> u32 {
    let post = &person.posts[0];
    let clock = |minute: i32| local(post.place_on(date_at(post, minute)), minute).rem_euclid(DAY);
    (start..end).filter(|minute| in_clock_range(clock(*minute), rules.night)).count() as u32
}

/// From the first start to the last end of the shifts that start on a date, cancelled or not.
fn span(post: &Post, date: NaiveDate) -> Option<(i32, i32)> {
    let shifts: Vec<_> = post.shifts_on(date).collect();
    let (first, last) = (shifts.iter().map(|s| s.1).min()?, shifts.iter().map(|s| s.2).max()?);
    let midnight = date.to_epoch_days() * DAY;
    let at = |minute: u16| first_minute_reading(post.place_on(date), midnight + i32::from(minute));
    let span = (at(first), at(last));
    // The date may be one that the clock skips.
    (span.0 < span.1).then_some(span)
}

/// What a clock reads, in minutes since 1970 on it.
pub fn local(place: &Place, minute: i32) -> i32 {
    minute + seconds_ahead(place, i64::from(minute) * 60).div_euclid(60) as i32
}

/// The distinct choices of the slots of one weekday: by what they cost, days off aside, then by the minutes
/// at night of required people, then by time; none within an hour of a better one.
pub fn choices(ranked: &[(Slot, [ExpectedBurden; 2], u32)]) -> Vec<Vec<Slot>> {
    let aside = |ExpectedBurden([no_workday, night, unreasonable, worst, total, _])| {
        [no_workday, night, unreasonable, worst, total]
    };
    let mut by_cost: Vec<(Slot, [[u64; 5]; 2], u32)> =
        ranked.iter().map(|(slot, costs, night)| (*slot, costs.map(aside), *night)).collect();
    by_cost.sort_by_key(|(slot, costs, night)| (*costs, *night, slot.time));
    let mut kept: Vec<Vec<Slot>> = Vec::new();
    for (slot, ..) in by_cost {
        if kept.iter().all(|better| better[0].time.minutes().abs_diff(slot.time.minutes()) > 60) {
            kept.push(vec![slot]);
        }
    }
    kept
}
