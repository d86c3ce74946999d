//! The algebra of [`IntervalSet`]: union, intersection, difference, complement. Each is one linear merge.

use super::{Interval, IntervalSet, Point};
use crate::minutes::Minutes;

impl<T: Point> IntervalSet<T> {
    /// The points in either set.
    pub fn union(&self, other: &Self) -> Self {
        let mut set = Self::with_capacity(self.len() + other.len());
        let (mut left, mut right) = (self.iter().peekable(), other.iter().peekable());
        loop {
            let from_left = match (left.peek(), right.peek()) {
                (Some(a), Some(b)) => a.start() <= b.start(),
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => break,
            };
            let next = if from_left { left.next() } else { right.next() };
            if let Some(interval) = next {
                set.push(interval.start(), interval.end());
            }
        }
        debug_assert!(set.is_canonical());
        set
    }

    /// The points in both sets.
    ///
    /// # Complexity
    ///
    /// Linear in the intervals of both.
    pub fn intersection(&self, other: &Self) -> Self {
        let mut set = Self::with_capacity(self.len().min(other.len()));
        self.intersection_into(other, &mut set);
        set
    }

    /// [`intersection`](Self::intersection) into a set whose room is used again.
    pub fn intersection_into(&self, other: &Self, into: &mut Self) {
        into.clear();
        let (left, right) = (self.as_slice(), other.as_slice());
        let (mut i, mut j) = (0, 0);
        while i < left.len() && j < right.len() {
            let (a, b) = (left[i], right[j]);
            let (start, end) = (a.start().max(b.start()), a.end().min(b.end()));
            if start < end {
                into.intervals.push(Interval { start, end });
            }
            // Whichever ends first can meet nothing more; when both end together both are done.
            i += usize::from(a.end() <= b.end());
            j += usize::from(b.end() <= a.end());
        }
        debug_assert!(into.is_canonical());
    }

    /// Minutes in both sets: the total of their intersection, which is not built.
    ///
    /// # Complexity
    ///
    /// Linear in the intervals of both.
    pub fn shared_minutes(&self, other: &Self) -> Minutes {
        let (left, right) = (self.as_slice(), other.as_slice());
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while i < left.len() && j < right.len() {
            let (a, b) = (left[i], right[j]);
            shared += a.end().min(b.end()).minutes_since(a.start().max(b.start())).max(0);
            i += usize::from(a.end() <= b.end());
            j += usize::from(b.end() <= a.end());
        }
        Minutes(shared as u32)
    }

    /// The points of this set that are not in the other.
    pub fn difference(&self, other: &Self) -> Self {
        let mut set = Self::with_capacity(self.len());
        let cuts = other.as_slice();
        let mut next = 0;
        for interval in self {
            let mut start = interval.start();
            while next < cuts.len() && cuts[next].end() <= start {
                next += 1;
            }
            let mut cut = next;
            while cut < cuts.len() && cuts[cut].start() < interval.end() {
                set.push(start, cuts[cut].start());
                start = start.max(cuts[cut].end());
                cut += 1;
            }
            set.push(start, interval.end());
        }
        debug_assert!(set.is_canonical());
        set
    }

    /// The points of an interval that are not in this set.
    pub fn complement(&self, within: Interval<T>) -> Self {
        Self::of(within.start(), within.end()).difference(self)
    }

    /// The points of this set inside an interval.
    ///
    /// # Complexity
    ///
    /// Logarithmic in the intervals, linear in those that meet it.
    pub fn clip(&self, within: Interval<T>) -> Self {
        let all = self.as_slice();
        let first = all.partition_point(|interval| interval.end() <= within.start());
        let inside = all[first..].iter().take_while(|interval| interval.start() < within.end());
        let mut set = Self::new();
        inside.for_each(|one| set.push(one.start().max(within.start()), one.end().min(within.end())));
        set
    }
}
