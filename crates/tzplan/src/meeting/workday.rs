//! The workdays of a schedule, and what a meeting asks of those who keep it.

use std::ops::Range;

use super::outside::Outside;
use super::{Asked, Occurrence, Side};
use crate::availability::{first_instant_reading, shifts_by_own_date};
use crate::hours::WeeklyHours;
use crate::minutes::{DAY, Minutes, UtcMinute, day_number};
use crate::own_clock::{Clock, OwnClock};
use crate::team::{Post, Schedule, ScheduleId};

/// Days around the range that are looked at: a day's shift may last two days, clocks differ by one.
const AROUND: i32 = 5;

/// Those with one schedule.
#[derive(Debug)]
pub(super) struct Crowd {
    pub(super) schedule: ScheduleId,
    pub(super) heads: Heads,
    /// In order; at least one.
    pub(super) posts: Vec<PostDays>,
    /// Whether a day of theirs is off.
    is_ever_off: bool,
}

/// How many of those with a schedule count as what.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Heads {
    /// Required for a slot.
    pub(super) required: u64,
    /// Not required for it.
    pub(super) optional: u64,
    /// Who take turns in a rotation: those required where no quorum is asked for.
    pub(super) turns: u64,
}

impl Heads {
    pub(super) fn all(&self) -> u64 {
        self.required + self.optional
    }
}

impl Crowd {
    /// Over a range of days since 1970.
    pub(super) fn new(id: ScheduleId, schedule: &Schedule, heads: Heads, days: &Range<i32>) -> Self {
        let off: Vec<i32> = schedule.days_off().iter().map(|date| day_number(*date)).collect();
        let around = days.start - AROUND..days.end + AROUND;
        let posts: Vec<PostDays> =
            schedule.posts().iter().map(|post| PostDays::of(post, &around, &off)).collect();
        let is_ever_off = posts.iter().any(|post| post.days.iter().any(|day| day.is_off));
        Self { schedule: id, heads, posts, is_ever_off }
    }

    /// What an occurrence asks of each of them: of somebody with several posts, the least of any.
    pub(super) fn asked(&self, occurrence: &Occurrence, outside: &Outside) -> Asked {
        let of = |post: &PostDays| post.asked(occurrence, outside);
        match &self.posts[..] {
            [post] => of(post),
            posts => posts.iter().map(of).min().expect("at least one post"),
        }
    }

    /// Whether they miss an occurrence for a day off.
    pub(super) fn is_off(&self, occurrence: &Occurrence, outside: &Outside) -> bool {
        self.is_ever_off && self.asked(occurrence, outside).off
    }

    /// Whether an occurrence is within their hours, days off aside: within those of any post.
    pub(super) fn holds(&self, occurrence: &Occurrence) -> bool {
        self.posts.iter().any(|post| {
            let (_, day) = post.day_of(occurrence);
            day.start <= occurrence.start.0 && occurrence.end.0 <= day.end
        })
    }

    /// The same as [`Self::asked`], and on which side of that day it is.
    pub(super) fn asked_where(&self, occurrence: &Occurrence, outside: &Outside) -> (Asked, Option<Side>) {
        let post = match &self.posts[..] {
            [post] => post,
            posts => {
                let least = posts.iter().min_by_key(|post| post.asked(occurrence, outside));
                least.expect("at least one post")
            }
        };
        (post.asked(occurrence, outside), post.side(occurrence))
    }

    /// Minutes of an occurrence at night, whether within their hours or not, on the clock of the first post.
    pub(super) fn at_night(&self, occurrence: &Occurrence, outside: &Outside) -> Minutes {
        let mut asked = Asked::default();
        if let Some(post) = self.posts.first() {
            post.add_outside((occurrence.start.0, occurrence.end.0), outside, &mut asked);
        }
        asked.night
    }

    /// Whether they live elsewhere on the date of an occurrence: on a stay, or for good.
    pub(super) fn is_away(&self, occurrence: &Occurrence) -> bool {
        self.posts.iter().any(|post| {
            let date = post.clock.date_of(occurrence.start.0);
            post.away.iter().any(|dates| dates.contains(&date))
        })
    }

    /// The local date to which an occurrence belongs, by the post of which it asks the least.
    pub(super) fn date(&self, occurrence: &Occurrence, outside: &Outside) -> i32 {
        let least = self.posts.iter().min_by_key(|post| post.asked(occurrence, outside));
        least.expect("at least one post").day_of(occurrence).0
    }

    /// What the clock of the first post reads at an instant, in minutes since 1970.
    pub(super) fn local(&self, at: UtcMinute) -> i32 {
        let post = &self.posts[0];
        at.0 + post.clock.on(post.clock.date_of(at.0)).ahead_at(at.0)
    }
}

/// The days of a post.
#[derive(Debug)]
pub(super) struct PostDays {
    pub(super) clock: OwnClock,
    /// The date of the first of the days, since 1970.
    first: i32,
    days: Vec<Workday>,
    /// The dates spent in another zone than the post's.
    away: Vec<Range<i32>>,
}

/// From the first start to the last end of the shifts that start on a date of the own clock, in minutes
/// since 1970.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Workday {
    pub(super) start: i32,
    pub(super) end: i32,
    /// Whether the shifts are cancelled.
    pub(super) is_off: bool,
}

impl Workday {
    /// No shift starts.
    pub(super) const NONE: Self = Self { start: i32::MIN, end: i32::MIN, is_off: false };

    /// The same so many minutes later.
    pub(super) fn later_by(self, minutes: i32) -> Self {
        match self {
            Self::NONE => Self::NONE,
            day => Self { start: day.start + minutes, end: day.end + minutes, ..day },
        }
    }
}

impl PostDays {
    /// Over a range of days; the dates off are sorted.
    fn of(post: &Post, range: &Range<i32>, off: &[i32]) -> Self {
        let clock = OwnClock::of(post, range.start, range.end);
        let mut days = vec![Workday::NONE; range.len()];
        let elsewhere = post.zones_between(range.start, range.end).into_iter();
        let elsewhere = elsewhere.filter(|(zone, ..)| *zone != post.zone());
        let away: Vec<Range<i32>> = elsewhere.map(|(_, from, to)| from..to).collect();
        if post.hours_on().is_some() {
            for (date, start, end) in shifts_by_own_date(post, &clock, range.start, range.end) {
                let place = usize::try_from(date - range.start).ok();
                let Some(day) = place.and_then(|place| days.get_mut(place)) else { continue };
                let is_off = off.binary_search(&date).is_ok();
                *day = match *day {
                    Workday::NONE => Workday { start, end, is_off },
                    known => Workday { start: known.start.min(start), end: known.end.max(end), is_off },
                };
            }
            return Self { clock, first: range.start, days, away };
        }
        let kept = clock.clocks().iter().flat_map(|here| {
            let hours = post.hours_between(here.dates().start, here.dates().end).into_iter();
            hours.map(move |(hours, from, to)| (here, spans(hours), from..to))
        });
        for (here, spans, dates) in kept {
            for date in dates {
                // 1970-01-01 was a Thursday, 3 days after a Monday.
                let Some((start, end)) = spans[(date + 3).rem_euclid(7) as usize] else { continue };
                let at =
                    |minute: i32| first_instant_reading(here.pieces.iter().copied(), date * DAY + minute).0;
                let (start, end) = (at(start), at(end));
                // A date that the clock skips holds no work but that of a night shift's next day.
                if start < end {
                    let is_off = off.binary_search(&date).is_ok();
                    days[(date - range.start) as usize] = Workday { start, end, is_off };
                }
            }
        }
        Self { clock, first: range.start, days, away }
    }

    /// On which side of its day an occurrence is; `None` within it and without a workday.
    fn side(&self, occurrence: &Occurrence) -> Option<Side> {
        let (_, day) = self.day_of(occurrence);
        if day.start == day.end {
            return None;
        }
        match (occurrence.start.0 < day.start, occurrence.end.0 > day.end) {
            (true, true) => Some(Side::Both),
            (true, false) => Some(Side::Before),
            (false, true) => Some(Side::After),
            (false, false) => None,
        }
    }

    fn asked(&self, occurrence: &Occurrence, outside: &Outside) -> Asked {
        let (start, end) = (occurrence.start.0, occurrence.end.0);
        let (_, day) = self.day_of(occurrence);
        if day.start == day.end {
            return Asked { no_workday: true, ..Asked::default() };
        }
        let (early, late) = ((day.start - start).max(0), (end - day.end).max(0));
        let mut asked =
            Asked { stretch: Minutes((early + late) as u32), off: day.is_off, ..Asked::default() };
        if asked.stretch > Minutes::ZERO {
            for (start, end) in [(start, end.min(day.start)), (start.max(day.end), end)] {
                if start < end {
                    self.add_outside((start, end), outside, &mut asked);
                }
            }
        }
        asked
    }

    /// Counts minutes that lie outside a span, of which there are some, on the clock in force at each.
    fn add_outside(&self, (start, end): (i32, i32), outside: &Outside, asked: &mut Asked) {
        if let [clock] = self.clock.clocks() {
            return add_outside(clock, (start, end), outside, asked);
        }
        let clock_at = |at: i32, days: i32| self.clock.place_on(self.clock.date_of(at) + days);
        let (first, last) = (clock_at(start, -1), clock_at(end - 1, 1));
        if first == last {
            return add_outside(&self.clock.clocks()[first], (start, end), outside, asked);
        }
        for at in start..end {
            add_outside(self.clock.on(self.clock.date_of(at)), (at, at + 1), outside, asked);
        }
    }

    /// The day to which a meeting belongs: the local date on which it starts, or the day before, a shift of
    /// which runs into it. (After a stay beyond the date line the day before may begin when the meeting is
    /// over.)
    fn day_of(&self, occurrence: &Occurrence) -> (i32, Workday) {
        let (start, end) = (occurrence.start.0, occurrence.end.0);
        let date = self.clock.date_of(start);
        let before = self.day(date - 1);
        if before.start < end && start < before.end { (date - 1, before) } else { (date, self.day(date)) }
    }

    pub(super) fn day(&self, date: i32) -> Workday {
        let place = usize::try_from(date - self.first).ok();
        place.and_then(|place| self.days.get(place)).copied().unwrap_or(Workday::NONE)
    }
}

/// By weekday the span of its shifts, in minutes after its midnight.
fn spans(hours: &WeeklyHours) -> [Option<(i32, i32)>; 7] {
    let mut spans = [None; 7];
    for (start, end) in hours.spans() {
        let weekday = start.div_euclid(DAY);
        spans[weekday as usize] = Some((start - weekday * DAY, end - weekday * DAY));
    }
    spans
}

/// Counts the minutes `[start, end)`, which lie outside a span, at night and outside reasonable hours.
fn add_outside(clock: &Clock, (mut start, end): (i32, i32), outside: &Outside, asked: &mut Asked) {
    let mut piece = clock.piece_at(start);
    while start < end {
        let here = clock.pieces[piece];
        let is_last = piece + 1 == clock.pieces.len();
        let until = if is_last { end } else { end.min(here.end) };
        let (from, to) = (start + here.ahead, until + here.ahead);
        asked.night.0 += outside.night(from, to);
        asked.unreasonable.0 += outside.unreasonable(from, to);
        (start, piece) = (until, piece + 1);
    }
}
