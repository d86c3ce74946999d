//! Construction, iteration and questions of [`IntervalSet`]; the algebra is in [`super::algebra`].

use super::{Interval, Point};
use crate::minutes::Minutes;

/// A set of points as sorted, disjoint, non-touching intervals.
///
/// That form is unique, so equality of sets is equality of their intervals.
///
/// ```
/// use tzplan::{Interval, IntervalSet, UtcMinute};
/// let at = UtcMinute::from_epoch_minutes;
/// let pieces = [(at(10), at(20)), (at(0), at(5)), (at(20), at(30))].into_iter();
/// let set: IntervalSet<_> = pieces.filter_map(|(start, end)| Interval::new(start, end)).collect();
/// assert_eq!(set.len(), 2); // [0, 5) and [10, 30): what touches is one
/// assert_eq!(set.total().get(), 25);
/// ```
#[derive(PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct IntervalSet<T> {
    pub(super) intervals: Vec<Interval<T>>,
}

impl<T: Clone> Clone for IntervalSet<T> {
    fn clone(&self) -> Self {
        Self { intervals: self.intervals.clone() }
    }

    /// Keeps the room that is there.
    fn clone_from(&mut self, source: &Self) {
        self.intervals.clone_from(&source.intervals);
    }
}

impl<T> Default for IntervalSet<T> {
    fn default() -> Self {
        Self { intervals: Vec::new() }
    }
}

impl<T: Point> IntervalSet<T> {
    /// The empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty set with room for that many intervals.
    ///
    /// # Panics
    ///
    /// Where [`Vec::with_capacity`] does: when they do not fit into memory.
    pub fn with_capacity(intervals: usize) -> Self {
        Self { intervals: Vec::with_capacity(intervals) }
    }

    /// The set of one interval's points; empty when `end <= start`.
    pub fn of(start: T, end: T) -> Self {
        Interval::new(start, end).into_iter().collect()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.intervals.is_empty()
    }

    /// How many intervals it has.
    pub fn len(&self) -> usize {
        self.intervals.len()
    }

    /// The intervals in order.
    pub fn iter(&self) -> std::iter::Copied<std::slice::Iter<'_, Interval<T>>> {
        self.intervals.iter().copied()
    }

    /// The intervals in order, as a slice.
    pub fn as_slice(&self) -> &[Interval<T>] {
        &self.intervals
    }

    /// How many minutes it holds.
    pub fn total(&self) -> Minutes {
        Minutes(self.iter().map(|interval| interval.length().get()).sum())
    }

    /// Whether a point is in it. Complexity: logarithmic in the intervals.
    pub fn contains(&self, point: T) -> bool {
        let after = self.intervals.partition_point(|interval| interval.end() <= point);
        self.intervals.get(after).is_some_and(|interval| interval.contains(point))
    }

    /// The first point of the set at or after a point. Complexity: logarithmic in the intervals.
    pub fn first_at_or_after(&self, point: T) -> Option<T> {
        let after = self.intervals.partition_point(|interval| interval.end() <= point);
        self.intervals.get(after).map(|interval| interval.start().max(point))
    }

    /// Forgets every interval and keeps the room.
    pub fn clear(&mut self) {
        self.intervals.clear();
    }

    /// Appends `[start, end)`, which starts at or after the last interval's start; merges what touches.
    #[inline]
    pub(crate) fn push(&mut self, start: T, end: T) {
        debug_assert!(
            self.intervals.last().is_none_or(|last| last.start <= start),
            "intervals come in order"
        );
        match self.intervals.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ if start < end => self.intervals.push(Interval { start, end }),
            _ => {}
        }
    }

    /// Whether the invariant holds; every operation of the algebra asserts it in debug builds.
    pub(super) fn is_canonical(&self) -> bool {
        self.intervals.iter().all(|interval| interval.start < interval.end)
            && self.intervals.windows(2).all(|pair| pair[0].end < pair[1].start)
    }
}

impl<T: Point> FromIterator<Interval<T>> for IntervalSet<T> {
    /// The union of intervals in any order. Complexity: sorting them.
    fn from_iter<I: IntoIterator<Item = Interval<T>>>(intervals: I) -> Self {
        let mut sorted: Vec<_> = intervals.into_iter().collect();
        sorted.sort_unstable();
        let mut set = Self::with_capacity(sorted.len());
        for interval in sorted {
            set.push(interval.start, interval.end);
        }
        debug_assert!(set.is_canonical());
        set
    }
}

impl<'a, T: Point> IntoIterator for &'a IntervalSet<T> {
    type Item = Interval<T>;
    type IntoIter = std::iter::Copied<std::slice::Iter<'a, Interval<T>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
