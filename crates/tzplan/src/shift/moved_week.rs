//! A week moved around the circle, by any of many shifts.

use std::cell::OnceCell;

use crate::interval::IntervalSet;
use crate::minutes::{DAY, Minutes, WeekMinute};
use crate::season::{Week, rotated};
use crate::target::{Brought, pair};

/// A week, moved by any number of steps up to some: each pattern made when first needed.
#[derive(Debug)]
pub(crate) struct MovedWeek<'w> {
    pub(super) week: &'w Week,
    step: i32,
    /// For `-most ..= most` steps.
    patterns: Vec<OnceCell<IntervalSet<WeekMinute>>>,
}

impl<'w> MovedWeek<'w> {
    pub(crate) fn new(week: &'w Week, step: i32) -> Self {
        // A day away, and as far again as anybody can be asked to come.
        let most = 2 * DAY / step;
        Self { week, step, patterns: (-most..=most).map(|_| OnceCell::new()).collect() }
    }

    /// Whether the pair with somebody meets the target when this week is moved against theirs by some number
    /// of steps of a range, the nearest to none first.
    pub(crate) fn comes_near(&self, other: &Week, steps: (i32, i32), target: Minutes) -> bool {
        let (least, most) = steps;
        let nearest = 0.clamp(least, most);
        let farthest = (nearest - least).max(most - nearest);
        let outwards = (0..=farthest).flat_map(|away| [nearest + away, nearest - away]);
        outwards
            .filter(|steps| (least..=most).contains(steps))
            .any(|steps| pair(other, Brought::of(self.week, self.moved(steps)), target).1)
    }

    pub(crate) fn moved(&self, steps: i32) -> &IntervalSet<WeekMinute> {
        let middle = self.patterns.len() as i32 / 2;
        let make = || rotated(self.week.pattern(), steps * self.step);
        self.patterns[(steps + middle) as usize].get_or_init(make)
    }
}
