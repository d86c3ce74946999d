//! How long the windows are that are tried.

use crate::lineup::{Crowd, WeekClass};
use crate::minutes::{Minutes, PerDay};
use crate::season::Week;

/// The lengths to try, in order: the group's effective target, and at or above it every multiple of `step`
/// and every member's average day, rounded up to a whole minute, as far as the longest span. None where
/// somebody has no hours.
pub(super) fn lengths(class: &WeekClass<'_>, target: Minutes, step: i32) -> Vec<i32> {
    let Some(days) = DayLengths::of(class.crowds.iter().map(Crowd::week)) else { return Vec::new() };
    let (effective, longest) = (days.effective(target), days.longest);
    let multiples = (round_up(effective, step)..=longest).step_by(step as usize);
    let averages = days.averages.into_iter().filter(|length| (effective..=longest).contains(length));
    let mut lengths: Vec<i32> = multiples.chain(averages).chain([effective]).collect();
    lengths.sort_unstable();
    lengths.dedup();
    lengths
}

/// What decides how long windows may be.
#[derive(Clone, Debug)]
pub(super) struct DayLengths {
    /// The longest span, in minutes.
    pub(super) longest: i32,
    shortest_average: PerDay,
    /// The average days, rounded up to a whole minute; in order.
    pub(super) averages: Vec<i32>,
}

impl DayLengths {
    /// Of some weeks; `None` where somebody has no hours, and of nobody.
    pub(super) fn of<'w>(weeks: impl Iterator<Item = &'w Week> + Clone) -> Option<Self> {
        let averages: Vec<PerDay> = weeks.clone().map(Week::average_day).collect::<Option<_>>()?;
        let mut whole: Vec<i32> = averages.iter().map(|day| day.ceil().get() as i32).collect();
        whole.sort_unstable();
        whole.dedup();
        Some(Self {
            longest: weeks.flat_map(Week::spans).map(|span| span.length).max()?,
            shortest_average: averages.into_iter().reduce(PerDay::min_value)?,
            averages: whole,
        })
    }

    /// The same with somebody more.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self {
            longest: self.longest.max(other.longest),
            shortest_average: self.shortest_average.min_value(other.shortest_average),
            averages: self.averages.iter().chain(&other.averages).copied().collect(),
        }
    }

    /// The effective target, rounded up to a whole minute.
    pub(super) fn effective(&self, target: Minutes) -> i32 {
        PerDay::of(target).min_value(self.shortest_average).ceil().get() as i32
    }
}

/// The first multiple of a step at or above a length.
pub(super) fn round_up(length: i32, step: i32) -> i32 {
    (length + step - 1).div_euclid(step) * step
}
