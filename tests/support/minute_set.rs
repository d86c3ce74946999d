//! The naive set of minutes: one flag for each.

use tzplan::{Interval, IntervalSet, UtcMinute};

/// Which minutes of `[from, from + flags)` are in the set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MinuteSet {
    pub from: i32,
    pub flags: Vec<bool>,
}

impl MinuteSet {
    /// None of the minutes `[from, to)`.
    pub fn none(from: i32, to: i32) -> Self {
        Self { from, flags: vec![false; (to - from) as usize] }
    }

    /// The minutes of `[from, to)` that pass a test.
    pub fn of(from: i32, to: i32, test: impl Fn(i32) -> bool) -> Self {
        Self { from, flags: (from..to).map(test).collect() }
    }

    /// Adds the minutes `[start, end)` as far as they lie in the range.
    pub fn fill(&mut self, start: i32, end: i32) {
        for minute in start..end {
            let place = minute - self.from;
            if 0 <= place && place < self.flags.len() as i32 {
                self.flags[place as usize] = true;
            }
        }
    }

    pub fn contains(&self, minute: i32) -> bool {
        let place = minute - self.from;
        0 <= place && self.flags.get(place as usize).copied().unwrap_or(false)
    }

    pub fn count(&self) -> u32 {
        self.flags.iter().filter(|flag| **flag).count() as u32
    }

    /// Maximal runs `[start, end)`, in order.
    pub fn runs(&self) -> Vec<(i32, i32)> {
        let runs = runs(&self.flags).into_iter().filter(|(_, _, flag)| *flag);
        runs.map(|(start, end, _)| (self.from + start as i32, self.from + end as i32)).collect()
    }
}

/// Maximal runs of equal neighbours: first place, place after the last, value.
pub fn runs<T: PartialEq + Clone>(values: &[T]) -> Vec<(usize, usize, T)> {
    let mut runs: Vec<(usize, usize, T)> = Vec::new();
    for (place, value) in values.iter().enumerate() {
        match runs.last_mut() {
            Some((_, end, last)) if last == value => *end = place + 1,
            _ => runs.push((place, place + 1, value.clone())),
        }
    }
    runs
}

/// The intervals of a set under test, as pairs of minutes since 1970.
pub fn pairs(set: &IntervalSet<UtcMinute>) -> Vec<(i32, i32)> {
    set.iter().map(|i| (i.start().epoch_minutes(), i.end().epoch_minutes())).collect()
}

/// The set under test of pairs of minutes since 1970, in any order.
pub fn interval_set(pairs: &[(i32, i32)]) -> IntervalSet<UtcMinute> {
    let at = UtcMinute::from_epoch_minutes;
    pairs.iter().filter_map(|(start, end)| Interval::new(at(*start), at(*end))).collect()
}
