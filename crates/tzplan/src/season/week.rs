//! A profile's ordinary week: the week pattern on the circular UTC week, and the spans of its days.

use chrono::WeekdaySet;

use super::track::Lead;
use super::whole_hours::WholeHours;
use crate::clock::ClockRange;
use crate::duration::Shift;
use crate::hours::WeeklyHours;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{DAY, Minutes, PerDay, WEEK, WeekMinute};

/// The ordinary week of a profile while its offsets stay the same; days off are not in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Week {
    pattern: IntervalSet<WeekMinute>,
    hours: WholeHours,
    workdays: u32,
    spans: Vec<Span>,
    /// How far the member's clocks are ahead of UTC.
    lead: Lead,
    /// The patterns and clocks of the single posts, where there are several.
    parts: Vec<(IntervalSet<WeekMinute>, Lead)>,
}

/// A day from its first start to its last end, breaks included, read as a set on the 24 h circle.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Span {
    /// Minutes after 00:00 UTC, `0..1440`.
    pub(crate) utc_start: i32,
    /// `1..=1440`.
    pub(crate) length: i32,
    /// Minutes after 00:00 on the member's own clock, `0..1440`.
    pub(crate) local_start: i32,
}

impl Week {
    /// The week of somebody who keeps these hours on clocks so far ahead of UTC.
    pub(crate) fn new(posts: &[(&WeeklyHours, Lead)]) -> Self {
        let mut parts: Vec<_> =
            posts.iter().map(|(hours, lead)| (utc_pattern(hours, lead.hours), *lead)).collect();
        let lead = parts.first().map_or(Lead::of(0), |(_, lead)| *lead);
        let pattern = match &mut parts[..] {
            [(only, _)] => std::mem::take(only),
            several => several.iter().fold(IntervalSet::new(), |all, (part, _)| all.union(part)),
        };
        if posts.len() == 1 {
            parts.clear();
        }
        let days = posts.iter().fold(WeekdaySet::EMPTY, |days, (hours, _)| days.union(hours.days()));
        let hours = WholeHours::of(&pattern);
        Self { pattern, hours, workdays: days.len().into(), spans: spans(posts), lead, parts }
    }

    /// When they are at work, as a subset of the circular week. What runs over Sunday 24:00 UTC is cut there.
    pub fn pattern(&self) -> &IntervalSet<WeekMinute> {
        &self.pattern
    }

    /// The hours of the pattern.
    pub(crate) fn whole_hours(&self) -> WholeHours {
        self.hours
    }

    /// Minutes of work a week; what shifts of consecutive days share counts once.
    pub fn minutes(&self) -> Minutes {
        self.pattern.total()
    }

    /// Weekdays on which a shift starts.
    pub fn workdays(&self) -> u32 {
        self.workdays
    }

    /// Weekly minutes over workdays; `None` for somebody without any hours.
    pub fn average_day(&self) -> Option<PerDay> {
        (self.workdays > 0).then(|| PerDay { minutes_per_week: self.minutes().get(), days: self.workdays })
    }

    /// Minutes the member's own clock is ahead of UTC in this week (the first post's, where there are
    /// several).
    pub fn minutes_ahead(&self) -> i32 {
        self.lead.own
    }

    /// How far each post's clocks are ahead of UTC.
    pub(crate) fn clocks(&self) -> impl Iterator<Item = Lead> {
        let several = self.parts.iter().map(|(_, lead)| *lead);
        let only = self.parts.is_empty().then_some(self.lead);
        only.into_iter().chain(several)
    }

    /// The spans of its days on the local clock, as starts and lengths.
    pub(crate) fn local_days(&self) -> Vec<(i32, i32)> {
        self.spans.iter().map(|span| (span.local_start, span.length)).collect()
    }

    /// The spans of its days: distinct, sorted.
    pub(crate) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The week with every stretch moved by this many minutes around the circle.
    pub(crate) fn moved(&self, by: i32) -> Self {
        let mut spans: Vec<_> = self
            .spans
            .iter()
            .map(|span| Span { utc_start: (span.utc_start + by).rem_euclid(DAY), ..*span })
            .collect();
        spans.sort_unstable();
        let parts = self.parts.iter().map(|(part, lead)| (rotated(part, by), *lead)).collect();
        let pattern = rotated(&self.pattern, by);
        Self { hours: WholeHours::of(&pattern), pattern, spans, parts, ..*self }
    }

    /// The pattern with every stretch this many minutes longer at its start and at its end.
    pub(crate) fn stretched(&self, before: i32, after: i32) -> IntervalSet<WeekMinute> {
        let stretches = self.pattern.iter();
        around_the_week(
            stretches.map(|work| (i32::from(work.start().0) - before, i32::from(work.end().0) + after)),
        )
    }

    /// Minutes of work a week inside a range of the member's own clock, after a move.
    /// Of somebody with several posts each counts on its own clock, shared minutes once.
    pub fn minutes_within(&self, range: ClockRange, moved_by: Shift) -> Minutes {
        // The clock reads the same a day later.
        self.work_within(range, moved_by.minutes().rem_euclid(DAY)).total()
    }

    /// The stated work inside a range of the member's own clock, as [`pattern`](Self::pattern) has it. Of
    /// somebody with several posts each counts on its own clock.
    pub(crate) fn pattern_within(&self, range: ClockRange) -> IntervalSet<WeekMinute> {
        self.work_within(range, 0)
    }

    /// The minutes of the pattern that a move of this many minutes brings inside a range of the own clock.
    fn work_within(&self, range: ClockRange, moved_by: i32) -> IntervalSet<WeekMinute> {
        let inside = |pattern: &IntervalSet<WeekMinute>, ahead: i32| {
            let local = moved_by + ahead;
            let stretches = pattern.iter().flat_map(|work| {
                range.bands(i32::from(work.start().0) + local, i32::from(work.end().0) + local)
            });
            around_the_week(stretches.map(|(start, end)| (start - local, end - local)))
        };
        if self.parts.is_empty() {
            return inside(&self.pattern, self.lead.own);
        }
        let parts = self.parts.iter().map(|(part, lead)| inside(part, lead.own));
        parts.fold(IntervalSet::new(), |all, part| all.union(&part))
    }
}

/// A pattern moved by this many minutes around the circular week. Order is kept but for the seam, so that
/// nothing needs sorting.
pub(crate) fn rotated(pattern: &IntervalSet<WeekMinute>, by: i32) -> IntervalSet<WeekMinute> {
    let by = by.rem_euclid(WEEK);
    let point = |minute: i32| WeekMinute(minute as u16);
    let moved = || pattern.iter().map(|i| (i32::from(i.start().0) + by, i32::from(i.end().0) + by));
    let mut rotated = IntervalSet::with_capacity(pattern.len() + 1);
    for (start, end) in moved().filter(|(_, end)| *end > WEEK) {
        rotated.push(point((start - WEEK).max(0)), point(end - WEEK));
    }
    for (start, end) in moved().filter(|(start, _)| *start < WEEK) {
        rotated.push(point(start), point(end.min(WEEK)));
    }
    rotated
}

/// The windows of a pattern on the circular week, as start and length: what touches at Sunday 24:00 UTC is
/// one.
pub(crate) fn circular_windows(pattern: &IntervalSet<WeekMinute>) -> Vec<(WeekMinute, Minutes)> {
    let mut windows: Vec<_> = pattern.iter().map(|window| (window.start(), window.length())).collect();
    let ends_with_the_week = pattern.iter().next_back().is_some_and(|last| i32::from(last.end().0) == WEEK);
    if windows.len() > 1 && windows[0].0 == WeekMinute(0) && ends_with_the_week {
        let (_, head) = windows.remove(0);
        if let Some((_, length)) = windows.last_mut() {
            *length = Minutes(length.get() + head.get());
        }
    }
    windows
}

fn around_the_week(stretches: impl Iterator<Item = (i32, i32)>) -> IntervalSet<WeekMinute> {
    let mut pieces = Vec::with_capacity(8);
    for (start, end) in stretches {
        let length = (end - start).min(WEEK);
        let start = start.rem_euclid(WEEK);
        let point = |minute: i32| WeekMinute(minute as u16);
        pieces.extend(Interval::new(point(start), point((start + length).min(WEEK))));
        pieces.extend(Interval::new(point(0), point((start + length - WEEK).max(0))));
    }
    pieces.into_iter().collect()
}

fn utc_pattern(hours: &WeeklyHours, ahead: i32) -> IntervalSet<WeekMinute> {
    let stretches = hours.stretches().iter().map(|stretch| stretch.week_minutes());
    around_the_week(stretches.map(|(start, end)| (start - ahead, end - ahead)))
}

/// The spans of each post's days: a day is read on one clock, so those of posts on other clocks stay apart.
fn spans(posts: &[(&WeeklyHours, Lead)]) -> Vec<Span> {
    let days = posts.iter().flat_map(|(hours, lead)| {
        hours.spans().map(move |(start, end)| Span {
            utc_start: (start - lead.hours).rem_euclid(DAY),
            length: (end - start).min(DAY),
            local_start: (start - lead.hours + lead.own).rem_euclid(DAY),
        })
    });
    let mut spans: Vec<_> = days.collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rotation_moves_every_minute() {
        let sets: [&[(u16, u16)]; 4] =
            [&[(0, 100), (500, 600), (10_000, 10_080)], &[(0, 10_080)], &[(9_000, 9_100)], &[]];
        for set in sets {
            let interval = |(start, end): &(u16, u16)| Interval::new(WeekMinute(*start), WeekMinute(*end));
            let pattern: IntervalSet<WeekMinute> = set.iter().filter_map(interval).collect();
            for by in [0, 1, 80, 720, -720, 9_980, -1, 10_079, 20_160, -25_000] {
                let moved = rotated(&pattern, by);
                for minute in 0..WEEK {
                    let before = (minute - by).rem_euclid(WEEK) as u16;
                    let here = moved.contains(WeekMinute(minute as u16));
                    assert_eq!(here, pattern.contains(WeekMinute(before)), "{set:?} by {by} at {minute}");
                }
            }
        }
    }
}
