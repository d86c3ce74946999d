//! Reply waits between a candidate and the required members.

use crate::availability::availability;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::UtcMinute;
use crate::season::PreparedTeam;
use crate::team::{MemberRef, Schedule};
use crate::wait::{ANSWERS_WITHIN, Delay, Questions, Wait, Waits};

/// Minutes past the horizon within which most people are at work again: four weeks.
const SOON: i32 = 28 * 24 * 60;

/// How long questions wait between a candidate and the required members; days off count.
#[derive(Clone, Copy, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CandidateWaits {
    /// The candidate asks whichever required member is at work; `None` when the candidate never works in the
    /// horizon.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::or_nulls"))]
    pub asks: Option<Wait>,
    /// The required members ask the candidate, every one's minutes alike; `None` when none of them ever works
    /// in the horizon.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::or_nulls"))]
    pub asked: Option<Wait>,
}

impl CandidateWaits {
    /// The longer p95 of blocked time of the two directions, in minutes; `None` for never, and when nobody
    /// asks.
    pub fn slower_p95(&self) -> Option<f64> {
        slower_p95([self.asks.map(|wait| wait.blocked), self.asked.map(|wait| wait.blocked)])
    }
}

/// When the required members ask and answer.
#[derive(Debug)]
pub(super) struct TeamWaits {
    asking: Interval<UtcMinute>,
    /// Anybody at work, long past the horizon's end.
    anybody: IntervalSet<UtcMinute>,
    questions: Questions,
}

impl TeamWaits {
    pub(super) fn new(prepared: &PreparedTeam) -> Self {
        let (team, asking) = (prepared.team(), prepared.horizon().range());
        let seen = past(asking, ANSWERS_WITHIN);
        let heads = team.heads(MemberRef::counts_as_required);
        let available: Vec<(IntervalSet<UtcMinute>, u32)> =
            heads.into_iter().map(|(id, heads)| (availability(team.schedule(id), seen), heads)).collect();
        let mut anybody = IntervalSet::new();
        for count in crate::coverage::head_count(available.iter().map(|(set, heads)| (set, *heads)), seen) {
            if count.count > 0 {
                anybody.push(count.start, count.end);
            }
        }
        Self { asking, anybody, questions: Questions::new(available, asking) }
    }

    /// The waits between them and a candidate who works to a schedule.
    pub(super) fn with_candidate(&self, schedule: &Schedule) -> CandidateWaits {
        let available = self.available(schedule);
        CandidateWaits { asks: self.asks(&available), asked: self.questions.wait_for(&available) }
    }

    /// [`CandidateWaits::slower_p95`] of them, without the waits themselves.
    pub(super) fn slower_p95(&self, schedule: &Schedule) -> Option<f64> {
        let available = self.available(schedule);
        let asks = self.asks(&available).map(|wait| wait.blocked);
        slower_p95([asks, self.questions.blocked(&available)])
    }

    /// When a candidate is at work, as far as answers are looked for.
    fn available(&self, schedule: &Schedule) -> IntervalSet<UtcMinute> {
        // Most people answer soon after the horizon: far behind it is looked at only for those who do not.
        let (horizon, soon) = (self.asking, past(self.asking, SOON));
        let soon_at_work = |work: &IntervalSet<UtcMinute>| {
            work.first_at_or_after(horizon.end()).is_some_and(|first| first < soon.end())
        };
        let available = availability(schedule, soon);
        if soon_at_work(&available) && soon_at_work(&self.anybody) {
            return available;
        }
        availability(schedule, past(horizon, ANSWERS_WITHIN))
    }

    fn asks(&self, available: &IntervalSet<UtcMinute>) -> Option<Wait> {
        let mut asks = Waits::default();
        asks.add(available, self.asking, &self.anybody, 1);
        asks.summary()
    }
}

/// The longer p95 of the two directions; `None` for never, and when nobody asks.
fn slower_p95(directions: [Option<Delay>; 2]) -> Option<f64> {
    let p95 = directions.into_iter().flatten().map(|blocked| blocked.p95).collect::<Option<Vec<f64>>>()?;
    p95.into_iter().max_by(f64::total_cmp)
}

/// A range with this many minutes behind it.
fn past(range: Interval<UtcMinute>, minutes: i32) -> Interval<UtcMinute> {
    let end = UtcMinute::from_epoch_minutes(range.end().epoch_minutes() + minutes);
    Interval::new(range.start(), end).expect("later than the start")
}
