//! Minutes at night and outside reasonable hours, counted ahead.

use crate::clock::ClockRange;
use crate::minutes::DAY;
use crate::policy::Policy;

/// How many minutes of a stretch of wall-clock time lie at night, and how many outside reasonable hours.
#[derive(Debug)]
pub(super) struct Outside {
    night: Sums,
    reasonable: Sums,
}

impl Outside {
    pub(super) fn of(policy: &Policy) -> Self {
        Self { night: Sums::of(policy.night()), reasonable: Sums::of(policy.reasonable()) }
    }

    /// Of the minutes `[from, to)` of a wall clock.
    pub(super) fn night(&self, from: i32, to: i32) -> u32 {
        self.night.between(from, to) as u32
    }

    /// Of the minutes `[from, to)` of a wall clock.
    pub(super) fn unreasonable(&self, from: i32, to: i32) -> u32 {
        (to - from - self.reasonable.between(from, to)) as u32
    }
}

/// For each minute of a day, how many before it lie within a range of the clock.
#[derive(Debug)]
struct Sums(Vec<i32>);

impl Sums {
    fn of(range: ClockRange) -> Self {
        Self((0..=DAY).map(|minute| range.minutes_within(0, minute)).collect())
    }

    fn between(&self, from: i32, to: i32) -> i32 {
        self.until(to) - self.until(from)
    }

    fn until(&self, minute: i32) -> i32 {
        minute.div_euclid(DAY) * self.0[DAY as usize] + self.0[minute.rem_euclid(DAY) as usize]
    }
}
