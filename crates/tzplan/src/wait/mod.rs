//! Waits: how long questions stay unanswered, exactly, over their continuous distribution.

mod questions;

use std::cmp::Ordering;

use crate::interval::IntervalSet;
use crate::minutes::{DAY, Minutes, UtcMinute};

pub(crate) use questions::Questions;

/// How many minutes past the horizon's end answerers are looked for: 800 days.
pub(crate) const ANSWERS_WITHIN: i32 = 800 * DAY;

/// How long questions wait.
#[derive(Clone, Copy, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Wait {
    /// Share of questions answered at once, 0 to 1.
    pub none: f64,
    /// Mean wait in minutes; `None` when some questions are never answered.
    pub mean: Option<f64>,
    /// Half of the questions wait at most so many minutes; `None` for never.
    pub p50: Option<f64>,
    /// 95 % of the questions wait at most so many minutes; `None` for never.
    pub p95: Option<f64>,
    /// The supremum in minutes; `None` for never.
    pub worst: Option<u32>,
}

impl Wait {
    /// Which wait is longer: by the 95th percentile, then by the worst. Never is longer than anything.
    pub fn cmp_length(&self, other: &Self) -> Ordering {
        let of =
            |wait: &Self| (wait.p95.unwrap_or(f64::INFINITY), wait.worst.map_or(f64::INFINITY, f64::from));
        let ((p95, worst), (other_p95, other_worst)) = (of(self), of(other));
        p95.total_cmp(&other_p95).then(worst.total_cmp(&other_worst))
    }

    /// Whether more than 5% of the questions wait longer than a limit, such as
    /// [`Policy::reply_within`](crate::Policy::reply_within).
    pub fn is_over(&self, limit: Minutes) -> bool {
        self.p95.is_none_or(|p95| p95 > f64::from(limit.get()))
    }
}

/// The distribution of waits, in minutes of asking.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waits {
    total: u64,
    at_once: u64,
    never: u64,
    /// Asking minutes spread evenly over waits from the shorter to the longer.
    spread: Vec<Spread>,
}

#[derive(Clone, Copy, Debug)]
struct Spread {
    shortest: u32,
    longest: u32,
    heads: u64,
}

impl Waits {
    /// Adds the questions of `heads` askers who are at work at the same instants.
    pub(crate) fn add(
        &mut self,
        asking: &IntervalSet<UtcMinute>,
        answering: &IntervalSet<UtcMinute>,
        heads: u64,
    ) {
        let asked = u64::from(asking.total().get());
        self.total += asked * heads;
        self.at_once += u64::from(asking.intersection(answering).total().get()) * heads;
        for waiting in &asking.difference(answering) {
            match answering.first_at_or_after(waiting.end()) {
                Some(answer) => {
                    let wait = |from: UtcMinute| (answer.0 - from.0) as u32;
                    self.spread.push(Spread {
                        shortest: wait(waiting.end()),
                        longest: wait(waiting.start()),
                        heads,
                    });
                }
                None => self.never += u64::from(waiting.length().get()) * heads,
            }
        }
    }

    pub(crate) fn summary(mut self) -> Option<Wait> {
        if self.total == 0 {
            return None;
        }
        self.spread.sort_unstable_by_key(|spread| (spread.shortest, spread.longest));
        let doubled: u64 = self
            .spread
            .iter()
            .map(|s| u64::from(s.longest - s.shortest) * u64::from(s.longest + s.shortest) * s.heads)
            .sum();
        Some(Wait {
            none: self.at_once as f64 / self.total as f64,
            mean: (self.never == 0).then(|| doubled as f64 / 2.0 / self.total as f64),
            p50: self.percentile(50),
            p95: self.percentile(95),
            worst: (self.never == 0).then(|| self.spread.iter().map(|s| s.longest).max().unwrap_or(0)),
        })
    }

    /// The smallest x with P(wait ≤ x) ≥ `percent`: the asking minutes with a wait of at most x grow linearly
    /// between the ends of the spreads.
    fn percentile(&self, percent: u64) -> Option<f64> {
        let wanted = self.total * percent;
        let (mut reached, mut heads, mut at) = (self.at_once * 100, 0_i64, 0_u32);
        if reached >= wanted {
            return Some(0.0);
        }
        let starts = self.spread.iter().map(|s| (s.shortest, s.heads as i64));
        let ends = self.spread.iter().map(|s| (s.longest, -(s.heads as i64)));
        let mut changes: Vec<(u32, i64)> = starts.chain(ends).collect();
        changes.sort_unstable();
        for (wait, change) in changes {
            let gained = u64::from(wait - at) * heads as u64 * 100;
            if reached + gained >= wanted {
                return Some(f64::from(at) + (wanted - reached) as f64 / (heads as f64 * 100.0));
            }
            (reached, at) = (reached + gained, wait);
            heads += change;
        }
        None
    }
}
