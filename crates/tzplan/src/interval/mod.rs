//! Intervals and canonical interval sets.
//!
//! Everything is half-open, `[start, end)`: touching intervals do not overlap, and a set's only form is
//! sorted, disjoint and non-touching. The points are instants ([`UtcMinute`](crate::UtcMinute)) or minutes of
//! the week ([`WeekMinute`](crate::WeekMinute)).

mod algebra;
mod set;

use crate::minutes::Minutes;
pub use crate::minutes::Point;
pub use set::IntervalSet;

/// A half-open, non-empty stretch `[start, end)`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Interval<T> {
    start: T,
    end: T,
}

impl<T: Point> Interval<T> {
    /// `[start, end)`, or `None` when that holds nothing (`end <= start`).
    pub fn new(start: T, end: T) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// The first point inside.
    pub fn start(self) -> T {
        self.start
    }

    /// The first point after the interval.
    pub fn end(self) -> T {
        self.end
    }

    /// How long it is.
    pub fn length(self) -> Minutes {
        Minutes(self.end.minutes_since(self.start) as u32)
    }

    /// Whether a point lies inside.
    pub fn contains(self, point: T) -> bool {
        self.start <= point && point < self.end
    }

    /// What two intervals share; `None` when they only touch or lie apart.
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }
}
