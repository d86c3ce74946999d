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
    changes.summed()
}

/// This many minutes are looked at in the time and memory in which one change is sorted.
const PER_CHANGE: usize = 8;

/// By how many the head count changes at which instant.
///
/// They are listed and sorted. Where they become many for the range, its minutes are less work: then they are
/// summed up minute by minute, in memory that is bounded by the range.
struct Changes {
    range: Interval<UtcMinute>,
    listed: Vec<(UtcMinute, i64)>,
    /// For each minute of the range, and its end; empty while all are listed.
    by_minute: Vec<i64>,
}

impl Changes {
    fn of(range: Interval<UtcMinute>) -> Self {
        Self { range, listed: Vec::new(), by_minute: Vec::new() }
    }

    fn minutes(&self) -> usize {
        self.range.end().minutes_since(self.range.start()) as usize
    }

    fn add(&mut self, at: UtcMinute, change: i64) {
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

    fn summed(mut self) -> Vec<HeadCount> {
        let (start, end) = (self.range.start(), self.range.end());
        if self.by_minute.is_empty() {
            self.listed.extend([(start, 0), (end, 0)]);
            // Stable: this sort merges what is in order already, as the changes of each set are.
            self.listed.sort_by_key(|(at, _)| *at);
            return segments(self.listed.into_iter());
        }
        self.unlist();
        let changed = (0_i32..).zip(self.by_minute).filter(|(minute, change)| *change != 0 || *minute == 0);
        let changed = changed.map(|(minute, change)| (UtcMinute(start.0 + minute), change));
        segments(changed.chain([(end, 0)]))
    }
}

/// The segments between changes that are in order, the first at the start of a range and the last at its end.
fn segments(mut changes: impl Iterator<Item = (UtcMinute, i64)>) -> Vec<HeadCount> {
    let mut segments: Vec<HeadCount> = Vec::new();
    let Some((mut start, mut count)) = changes.next() else { return segments };
    for (end, change) in changes {
        if start < end {
            let people = u32::try_from(count).expect("nobody leaves who did not come");
            match segments.last_mut() {
                Some(last) if last.count == people => last.end = end,
                _ => segments.push(HeadCount { start, end, count: people }),
            }
        }
        (start, count) = (end, count + change);
    }
    segments
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
