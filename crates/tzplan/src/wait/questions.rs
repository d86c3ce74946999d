//! The questions of many askers, prepared once for any number of answerers: how long they wait is found
//! without looking at the askers again.

use super::askers::{Answered, Asker};
use super::{Delay, Wait};
use crate::coverage::{HeadCount, head_count};
use crate::interval::{Interval, IntervalSet};
use crate::minutes::UtcMinute;

/// Minutes in a bucket of the index.
const BUCKET: i32 = 60;

/// When how many ask, over a range.
#[derive(Debug)]
pub(crate) struct Questions {
    range: Interval<UtcMinute>,
    /// When they work, from the range's start until long after its end, with how many of them do.
    askers: Vec<Asker>,
    segments: Vec<Segment>,
    /// By hour of the range: the segment at its start.
    index: Vec<u32>,
}

/// A stretch of time with equally many askers.
#[derive(Clone, Copy, Debug)]
struct Segment {
    /// Minutes after the range's start, as all points of time here.
    start: i32,
    askers: u64,
    sums: Sums,
}

/// Sums over all askers up to a point of time.
#[derive(Clone, Copy, Default, Debug)]
struct Sums {
    /// Minutes of asking.
    asked: u64,
    /// Twice the sum of the minutes' points of time.
    doubled_times: u128,
}

impl Questions {
    /// Of askers whose work begins with the range and goes on long enough behind it.
    pub(crate) fn new(askers: Vec<(IntervalSet<UtcMinute>, u32)>, range: Interval<UtcMinute>) -> Self {
        let askers: Vec<Asker> =
            askers.into_iter().map(|(working, heads)| Asker::new(working, heads)).collect();
        let in_range = askers.iter().map(|asker| (asker.working().clip(range), asker.heads()));
        let heads: Vec<HeadCount> = head_count(in_range, range);
        let since = |at: UtcMinute| at.0 - range.start().0;
        let mut segments = Vec::with_capacity(heads.len() + 1);
        let mut sums = Sums::default();
        for heads in &heads {
            let segment = Segment { start: since(heads.start), askers: heads.count.into(), sums };
            sums = segment.until(since(heads.end));
            segments.push(segment);
        }
        segments.push(Segment { start: since(range.end()), askers: 0, sums });
        let mut index = Vec::with_capacity((since(range.end()) / BUCKET + 1) as usize);
        let mut at = 0;
        for bucket in (0..=since(range.end())).step_by(BUCKET as usize) {
            while at + 1 < segments.len() && segments[at + 1].start <= bucket {
                at += 1;
            }
            index.push(at as u32);
        }
        Self { range, askers, segments, index }
    }

    /// How long they wait for somebody who is at work at these instants, which begin with the range and go on
    /// long enough behind it. `None` when nobody asks.
    ///
    /// # Complexity
    ///
    /// Linear in the answerer's shifts a few times, and in the shifts of each asker for the time that blocks
    /// them.
    pub(crate) fn wait_for(&self, answering: &IntervalSet<UtcMinute>) -> Option<Wait> {
        let total = self.before(self.end()).asked;
        if total == 0 {
            return None;
        }
        let gaps = self.gaps(answering);
        let waiting: u64 = gaps.answered.iter().map(Gap::asked).sum();
        let never = gaps.never;
        let at_once = total - waiting - never;
        let doubled: u128 = gaps.answered.iter().map(Gap::doubled_waits).sum();
        let worst = gaps.answered.iter().map(|gap| self.longest_wait(gap)).max().unwrap_or(0);
        let within = |wait: i32| at_once + self.answered_within(&gaps.answered, wait);
        let percentile = |percent: u64| {
            let wanted = total * percent;
            if at_once * 100 >= wanted {
                return Some(0.0);
            }
            ((total - never) * 100 >= wanted).then(|| first_reaching(wanted, at_once, worst, within))
        };
        let elapsed = Delay {
            none: at_once as f64 / total as f64,
            mean: (never == 0).then(|| doubled as f64 / 2.0 / total as f64),
            p50: percentile(50),
            p95: percentile(95),
            worst: (never == 0).then_some(worst as u32),
        };
        Some(Wait::new(elapsed, self.blocked_by(answering, at_once, never)?))
    }

    /// For how long the same questions block who asks them. `None` when nobody asks.
    ///
    /// # Complexity
    ///
    /// As [`Self::wait_for`], without what takes the answerer's shifts more than once.
    pub(crate) fn blocked(&self, answering: &IntervalSet<UtcMinute>) -> Option<Delay> {
        let gaps = self.gaps(answering);
        let waiting: u64 = gaps.answered.iter().map(Gap::asked).sum();
        let at_once = self.before(self.end()).asked - waiting - gaps.never;
        self.blocked_by(answering, at_once, gaps.never)
    }

    fn blocked_by(&self, answering: &IntervalSet<UtcMinute>, at_once: u64, never: u64) -> Option<Delay> {
        let mut blocked = Answered::new(answering, self.range).block(&self.askers);
        (blocked.asked, blocked.at_once, blocked.never) = (self.before(self.end()).asked, at_once, never);
        blocked.figures()
    }

    fn end(&self) -> i32 {
        self.range.end().0 - self.range.start().0
    }

    fn segment_at(&self, time: i32) -> usize {
        let mut place = self.index[(time / BUCKET) as usize] as usize;
        while place + 1 < self.segments.len() && self.segments[place + 1].start <= time {
            place += 1;
        }
        place
    }

    /// The sums up to a point of time in the range.
    fn before(&self, time: i32) -> Sums {
        self.segments[self.segment_at(time)].until(time)
    }

    /// The times at which nobody answers.
    fn gaps(&self, answering: &IntervalSet<UtcMinute>) -> Gaps {
        let mut gaps = Gaps { answered: Vec::with_capacity(answering.len()), never: 0 };
        let mut from = 0;
        for work in answering {
            let (start, end) = (work.start().0 - self.range.start().0, work.end().0 - self.range.start().0);
            if from < start {
                let (before, until) = (self.before(from), self.before(start.min(self.end())));
                gaps.answered.push(Gap { from, answer: start, before, until });
            }
            from = end;
            if from >= self.end() {
                return gaps;
            }
        }
        gaps.never = self.before(self.end()).asked - self.before(from).asked;
        gaps
    }

    /// The supremum of the waits in a gap.
    fn longest_wait(&self, gap: &Gap) -> i32 {
        if gap.asked() == 0 {
            return 0;
        }
        let first = self.segment_at(gap.from);
        let asking = self.segments[first..].iter().find(|segment| segment.askers > 0);
        asking.map_or(0, |segment| gap.answer - segment.start.max(gap.from))
    }

    /// Minutes of asking in gaps that are answered within this many minutes.
    fn answered_within(&self, gaps: &[Gap], wait: i32) -> u64 {
        let end = self.end();
        let late = |gap: &Gap| {
            let from = (gap.answer - wait).max(gap.from);
            if from == gap.from { gap.before.asked } else { self.before(from.min(end)).asked }
        };
        gaps.iter().map(|gap| gap.until.asked - late(gap)).sum()
    }
}

impl Segment {
    fn until(&self, time: i32) -> Sums {
        let length = u64::from((time - self.start).unsigned_abs());
        let doubled = u128::from(self.askers) * u128::from(length) * ((time + self.start) as u128);
        Sums {
            asked: self.sums.asked + self.askers * length,
            doubled_times: self.sums.doubled_times + doubled,
        }
    }
}

struct Gaps {
    answered: Vec<Gap>,
    /// Minutes of asking that are never answered.
    never: u64,
}

/// A stretch without anybody who answers, up to the answer; it may end behind the range.
struct Gap {
    from: i32,
    answer: i32,
    before: Sums,
    /// Up to the answer or the end of the range.
    until: Sums,
}

impl Gap {
    fn asked(&self) -> u64 {
        self.until.asked - self.before.asked
    }

    /// Twice the sum of the waits.
    fn doubled_waits(&self) -> u128 {
        2 * u128::from(self.asked()) * self.answer as u128
            - (self.until.doubled_times - self.before.doubled_times)
    }
}

/// The smallest wait within which a hundredth of `wanted` is answered. What is answered grows linearly
/// between whole minutes; `at_once` is answered within none, everything that is ever answered within `worst`.
fn first_reaching(wanted: u64, at_once: u64, worst: i32, within: impl Fn(i32) -> u64) -> f64 {
    let (mut low, mut high) = ((0, at_once), (worst, within(worst)));
    let mut halve = false;
    while high.0 - low.0 > 1 {
        // Where a straight line would reach it, and half way in turn, so that few steps always do.
        let share = (wanted as f64 / 100.0 - low.1 as f64) / (high.1 - low.1) as f64;
        let straight = low.0 + (share * f64::from(high.0 - low.0)) as i32;
        let guess = if halve { (low.0 + high.0) / 2 } else { straight };
        halve = !halve;
        let guess = guess.clamp(low.0 + 1, high.0 - 1);
        let reached = within(guess);
        if reached * 100 >= wanted { high = (guess, reached) } else { low = (guess, reached) }
    }
    f64::from(low.0) + (wanted - low.1 * 100) as f64 / ((high.1 - low.1) * 100) as f64
}
