//! Reply waits between a candidate and the required members.

use super::{Candidate, Opening};
use crate::availability::availability;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::UtcMinute;
use crate::season::PreparedTeam;
use crate::wait::{ANSWERS_WITHIN, Wait, Waits};

/// How long questions wait between a candidate and the required members; days off count.
#[derive(Clone, Copy, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CandidateWaits {
    /// The candidate asks whichever required member is at work; `None` when the candidate never works in the
    /// horizon.
    pub asks: Option<Wait>,
    /// The required members ask the candidate, every one's minutes alike; `None` when none of them ever works in
    /// the horizon.
    pub asked: Option<Wait>,
}

impl CandidateWaits {
    /// The longer p95 of the two directions in minutes; `None` for never, and when nobody asks.
    pub fn slower_p95(&self) -> Option<f64> {
        let directions = [self.asks, self.asked].into_iter().flatten();
        let p95 = directions.map(|wait| wait.p95).collect::<Option<Vec<f64>>>()?;
        p95.into_iter().max_by(f64::total_cmp)
    }
}

/// When the required members ask and answer.
#[derive(Debug)]
pub(super) struct TeamWaits {
    /// From the horizon's start until answers are looked for no more.
    seen: Interval<UtcMinute>,
    asking: Interval<UtcMinute>,
    /// Anybody at work.
    anybody: IntervalSet<UtcMinute>,
    /// In the horizon, each schedule with its heads.
    at_work: Vec<(IntervalSet<UtcMinute>, u64)>,
}

impl TeamWaits {
    fn new(prepared: &PreparedTeam<'_>) -> Self {
        let (team, asking) = (prepared.team(), prepared.horizon().range());
        let end = UtcMinute::from_epoch_minutes(asking.end().epoch_minutes() + ANSWERS_WITHIN);
        let seen = Interval::new(asking.start(), end).expect("later than the start");
        let all = team.all_count_as_required();
        let heads =
            crate::overlap::heads(team, |attendance| all || attendance != crate::Attendance::Optional);
        let available: Vec<(IntervalSet<UtcMinute>, u32)> =
            heads.into_iter().map(|(id, heads)| (availability(team.schedule(id), seen), heads)).collect();
        let mut anybody = IntervalSet::new();
        for count in crate::coverage::head_count(available.iter().cloned(), seen) {
            if count.count > 0 {
                anybody.push(count.start, count.end);
            }
        }
        let at_work = available.into_iter().map(|(set, heads)| (set.clip(asking), heads.into())).collect();
        Self { seen, asking, anybody, at_work }
    }
}

impl Opening<'_> {
    fn team_waits(&self) -> &TeamWaits {
        self.waits.get_or_init(|| TeamWaits::new(self.lineup.prepared))
    }
}

impl Candidate<'_> {
    /// How long questions wait between the candidate, at stated hours, and the required members.
    ///
    /// # Complexity
    ///
    /// Linear in the shifts of the required members' distinct schedules.
    pub fn waits(&self) -> CandidateWaits {
        let team = self.opening.team_waits();
        let available = availability(&self.schedule, team.seen);
        let mut asks = Waits::default();
        asks.add(&available.clip(team.asking), &team.anybody, 1);
        let mut asked = Waits::default();
        for (at_work, heads) in &team.at_work {
            asked.add(at_work, &available, *heads);
        }
        CandidateWaits { asks: asks.summary(), asked: asked.summary() }
    }
}
