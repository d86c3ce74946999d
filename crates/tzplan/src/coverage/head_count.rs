//! How many of some sets hold each instant of a range.

use std::borrow::Borrow;

use super::HeadCount;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{Point as _, UtcMinute};

/// The head count over a range: the changes at the ends of every interval, summed in order.
pub(crate) fn head_count(
    available: impl Iterator<Item = (impl Borrow<IntervalSet<UtcMinute>>, u32)>,
    range: Interval<UtcMinute>,
) -> Vec<HeadCount> {
    let mut changes = Changes::of(range);
    for (set, heads) in available {
        for at_work in set.borrow() {
            changes.add(at_work.start(), i64::from(heads));
            changes.add(at_work.end(), -i64::from(heads));
        }
    }
    let mut segments = Segments::of(range);
    changes.in_order(|at, change| segments.change(at, change));
    segments.finish()
}

/// This many minutes are looked at in the time and memory in which one change is sorted.
const PER_CHANGE: usize = 8;

/// By how many the head count changes at which instant.
///
/// They are listed and sorted. Where they become many for the range, its minutes are less work: then they are
/// summed up minute by minute, in memory that is bounded by the range.
pub(super) struct Changes {
    range: Interval<UtcMinute>,
    listed: Vec<(UtcMinute, i64)>,
    /// For each minute of the range, and its end; empty while all are listed.
    by_minute: Vec<i64>,
}

impl Changes {
    pub(super) fn of(range: Interval<UtcMinute>) -> Self {
        Self { range, listed: Vec::new(), by_minute: Vec::new() }
    }

    fn minutes(&self) -> usize {
        self.range.end().minutes_since(self.range.start()) as usize
    }

    pub(super) fn add(&mut self, at: UtcMinute, change: i64) {
        self.listed.push((at.clamp(self.range.start(), self.range.end()), change));
        if self.listed.len() > self.minutes() / PER_CHANGE {
            self.unlist();
        }
    }

    fn unlist(&mut self) {
        self.by_minute.resize(self.minutes() + 1, 0);
        for (at, change) in self.listed.drain(..) {
            self.by_minute[at.minutes_since(self.range.start()) as usize] += change;
        }
    }

    /// Each, in order, those of one instant one after the other. The room is used again: none is left.
    pub(super) fn in_order(&mut self, mut each: impl FnMut(UtcMinute, i64)) {
        if self.by_minute.is_empty() {
            // Stable: this sort merges what is in order already, as the changes of each set are.
            self.listed.sort_by_key(|(at, _)| *at);
            self.listed.drain(..).for_each(|(at, change)| each(at, change));
            return;
        }
        self.unlist();
        for (minute, change) in (0_i32..).zip(self.by_minute.drain(..)).filter(|(_, change)| *change != 0) {
            each(UtcMinute(self.range.start().0 + minute), change);
        }
    }

    /// Turns to another range; all have been looked at.
    pub(super) fn turn_to(&mut self, range: Interval<UtcMinute>) {
        self.range = range;
    }
}

/// The segments of a range, which grow with the changes of the head count.
pub(super) struct Segments {
    range: Interval<UtcMinute>,
    /// Each ends where the next one starts; the ends are filled in behind.
    segments: Vec<HeadCount>,
    /// From when on how many there are; not among the segments yet.
    at: UtcMinute,
    count: i64,
}

impl Segments {
    /// Nobody, from the start of the range on.
    pub(super) fn of(range: Interval<UtcMinute>) -> Self {
        Self { range, segments: Vec::new(), at: range.start(), count: 0 }
    }

    /// How many there are from an instant on, no earlier than the last one.
    pub(super) fn change(&mut self, at: UtcMinute, change: i64) {
        if at > self.at {
            self.settle();
            self.at = at;
        }
        self.count += change;
    }

    /// The segments up to the last change, but for their ends.
    pub(super) fn settled(&mut self) -> &[HeadCount] {
        self.settle();
        &self.segments
    }

    /// Repeats the segments from a place on, this many minutes later.
    pub(super) fn repeat(&mut self, from: usize, to: usize, later: i32) {
        self.settle();
        for place in from..to {
            let HeadCount { start, count, .. } = self.segments[place];
            (self.at, self.count) = (UtcMinute(start.0 + later), i64::from(count));
            self.settle();
        }
    }

    fn settle(&mut self) {
        let count = u32::try_from(self.count).expect("nobody leaves who did not come");
        match self.segments.last() {
            Some(last) if last.count == count => {}
            _ => self.segments.push(HeadCount { start: self.at, end: self.range.end(), count }),
        }
    }

    /// All segments, the last to the end of the range.
    pub(super) fn finish(mut self) -> Vec<HeadCount> {
        if self.at < self.range.end() {
            self.settle();
        }
        for next in 1..self.segments.len() {
            self.segments[next - 1].end = self.segments[next].start;
        }
        self.segments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Few sets in a long range are listed, many in a short one counted minute by minute: both as if every
    /// minute were looked at by itself.
    #[test]
    fn few_and_many_sets_are_counted_minute_by_minute() {
        let mut state = 7_u32;
        let mut draw = |end: i32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as i32 % end
        };
        for _ in 0..2000 {
            let length = 1 + draw(60);
            let range = Interval::new(UtcMinute(0), UtcMinute(length)).expect("later than 0");
            let mut set = |_| {
                let starts: Vec<i32> = (0..draw(6)).map(|_| draw(70) - 5).collect();
                let stretches = starts.into_iter().map(|start| (start, start + 1 + draw(20)));
                let set: IntervalSet<UtcMinute> = stretches
                    .filter_map(|(start, end)| Interval::new(UtcMinute(start), UtcMinute(end)))
                    .collect();
                (set, 1 + draw(3) as u32)
            };
            let sets: Vec<_> = (0..12).map(&mut set).take(1 + length as usize % 12).collect();
            let counted = head_count(sets.iter().map(|(set, heads)| (set, *heads)), range);
            assert_eq!(counted.first().map(|first| first.start), Some(range.start()));
            assert_eq!(counted.last().map(|last| last.end), Some(range.end()));
            let joined = |pair: &[HeadCount]| pair[0].end == pair[1].start && pair[0].count != pair[1].count;
            assert!(counted.windows(2).all(joined), "{counted:?}");
            for minute in (0..length).map(UtcMinute) {
                let holds = |set: &IntervalSet<UtcMinute>| {
                    set.iter().any(|stretch| stretch.start() <= minute && minute < stretch.end())
                };
                let heads: u32 = sets.iter().filter(|(set, _)| holds(set)).map(|(_, heads)| heads).sum();
                let segment = counted.iter().find(|one| one.start <= minute && minute < one.end);
                assert_eq!(segment.map(|one| one.count), Some(heads));
            }
        }
    }
}
