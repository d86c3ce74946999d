//! Reply waits between a candidate and the required members.

use crate::availability::availability;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::UtcMinute;
use crate::season::PreparedTeam;
use crate::team::{MemberRef, Schedule};
use crate::wait::{ANSWERS_WITHIN, Questions, Wait, Waits};

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
        let directions = [self.asks, self.asked].into_iter().flatten();
        let p95 = directions.map(|wait| wait.blocked.p95).collect::<Option<Vec<f64>>>()?;
        p95.into_iter().max_by(f64::total_cmp)
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
        // Most people answer soon after the horizon: far behind it is looked at only for those who do not.
        let (horizon, soon) = (self.asking, past(self.asking, SOON));
        let soon_at_work = |work: &IntervalSet<UtcMinute>| {
            work.first_at_or_after(horizon.end()).is_some_and(|first| first < soon.end())
        };
        let mut available = availability(schedule, soon);
        if !soon_at_work(&available) || !soon_at_work(&self.anybody) {
            available = availability(schedule, past(horizon, ANSWERS_WITHIN));
        }
        let mut asks = Waits::default();
        asks.add(&available, horizon, &self.anybody, 1);
        CandidateWaits { asks: asks.summary(), asked: self.questions.wait_for(&available) }
    }
}

/// A range with this many minutes behind it.
fn past(range: Interval<UtcMinute>, minutes: i32) -> Interval<UtcMinute> {
    let end = UtcMinute::from_epoch_minutes(range.end().epoch_minutes() + minutes);
    Interval::new(range.start(), end).expect("later than the start")
}
