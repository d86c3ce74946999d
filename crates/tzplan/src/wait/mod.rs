//! Waits: how long questions stay unanswered and how long they block the person who asks, exactly, over their
//! continuous distribution.
//!
//! Somebody at work asks at an instant uniform over their working time in the horizon, and is answered at the
//! first instant from then on at which an answerer is at work. The **wait** is the difference; **blocked** is
//! the asker's own working time inside it: a night or a weekend between the two blocks nobody.

mod askers;
mod delays;
mod gap;
mod questions;

use std::cmp::Ordering;

use crate::interval::{Interval, IntervalSet};
use crate::minutes::{DAY, Minutes, UtcMinute};

pub use delays::Delay;
use delays::Delays;
use gap::{OwnWork, gaps};
pub(crate) use questions::Questions;

/// How many minutes past the horizon's end answerers are looked for: 800 days.
pub(crate) const ANSWERS_WITHIN: i32 = 800 * DAY;

/// How long questions wait, and how long they block the asker.
#[derive(Clone, Copy, PartialEq, Debug)]
#[non_exhaustive]
pub struct Wait {
    /// Share of questions answered at once, 0 to 1.
    pub none: f64,
    /// Mean wait in minutes; `None` when some questions are never answered.
    pub mean: Option<f64>,
    /// Half of the questions wait at most this many minutes; `None` for never.
    pub p50: Option<f64>,
    /// 95 % of the questions wait at most this many minutes; `None` for never.
    pub p95: Option<f64>,
    /// The supremum in minutes; `None` for never.
    pub worst: Option<u32>,
    /// The asker's own working time inside the wait: what a question costs the person who asked.
    pub blocked: Delay,
}

impl Wait {
    fn new(elapsed: Delay, blocked: Delay) -> Self {
        let Delay { none, mean, p50, p95, worst } = elapsed;
        Self { none, mean, p50, p95, worst, blocked }
    }

    /// The wait itself, without what it costs the asker.
    pub fn elapsed(self) -> Delay {
        let Self { none, mean, p50, p95, worst, blocked: _ } = self;
        Delay { none, mean, p50, p95, worst }
    }

    /// Which wait blocks the asker longer: by the 95th percentile of the blocked time, then by its worst, its
    /// mean and its median, then by the same of the wait itself. Never is longer than anything. So the
    /// figures of the longest wait do not hang on the order of a roster.
    pub fn cmp_blocked(&self, other: &Self) -> Ordering {
        let of = |delay: Delay| {
            let worst = delay.worst.map(f64::from);
            [delay.p95, worst, delay.mean, delay.p50].map(|minutes| minutes.unwrap_or(f64::INFINITY))
        };
        let all = |wait: &Self| of(wait.blocked).into_iter().chain(of(wait.elapsed()));
        let mut unequal = all(self).zip(all(other)).map(|(one, other)| one.total_cmp(&other));
        unequal.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }

    /// Which wait blocks the asker longer at worst. Never is longer than anything.
    pub fn cmp_worst(&self, other: &Self) -> Ordering {
        let worst = |wait: &Self| wait.blocked.worst.unwrap_or(u32::MAX);
        worst(self).cmp(&worst(other))
    }

    /// Whether more than 5% of the questions block the asker for longer than a limit of their own working
    /// time, such as [`Policy::reply_within`](crate::Policy::reply_within).
    pub fn is_over(&self, limit: Minutes) -> bool {
        self.blocked.p95.is_none_or(|p95| p95 > f64::from(limit.get()))
    }
}

/// The waits of some questions, with the time for which they block.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waits {
    elapsed: Delays,
    blocked: Delays,
}

impl Waits {
    /// Adds the questions that `heads` askers with the same work ask in a range. Their work and that of the
    /// answerers begin with the range and go on long enough behind it.
    ///
    /// # Complexity
    ///
    /// Linear in the stretches of both.
    pub(crate) fn add(
        &mut self,
        working: &IntervalSet<UtcMinute>,
        range: Interval<UtcMinute>,
        answering: &IntervalSet<UtcMinute>,
        heads: u64,
    ) {
        let asked = u64::from(minutes(OwnWork::new(working).within(range.start(), range.end())));
        let (mut never, mut waiting) = (0, 0);
        let mut work = OwnWork::new(working);
        for gap in gaps(answering, range) {
            let until = gap.answer.unwrap_or(range.end()).min(range.end());
            let Some(answer) = gap.answer else {
                never += u64::from(minutes(work.within(gap.from, until)));
                continue;
            };
            let wait = |from: UtcMinute| (answer.0 - from.0) as u32;
            let mut own = 0;
            for stretch in work.within(gap.from, until) {
                own += stretch.length().get();
                self.elapsed.add_spread(wait(stretch.end()), wait(stretch.start()), heads);
            }
            let after_the_range = minutes(work.within(until, answer));
            self.blocked.add_spread(after_the_range, after_the_range + own, heads);
            waiting += u64::from(own);
        }
        for delays in [&mut self.elapsed, &mut self.blocked] {
            delays.asked += asked * heads;
            delays.never += never * heads;
            delays.at_once += (asked - waiting - never) * heads;
        }
    }

    /// The figures; `None` when nobody asks.
    pub(crate) fn summary(self) -> Option<Wait> {
        Some(Wait::new(self.elapsed.figures()?, self.blocked.figures()?))
    }
}

fn minutes(stretches: impl Iterator<Item = Interval<UtcMinute>>) -> u32 {
    stretches.map(|stretch| stretch.length().get()).sum()
}
