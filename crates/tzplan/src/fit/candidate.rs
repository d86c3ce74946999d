//! Candidates: the decision whether somebody fits, and what it takes.

use std::sync::Arc;

use super::after::MovedCandidate;
use super::near::Near;
use super::opening::Opening;
use super::together::Together;
use super::{CandidateWaits, Fit, FitResult, ProposedMove, Rank, Teammate};
use crate::duration::Shift;
use crate::lineup::Joining;
use crate::minutes::{DAY, Minutes, PerDay};
use crate::season::{Newcomer, ProfileId};
use crate::shift_tables::Affordable;
use crate::team::{PostHours, Schedule};
use crate::verdict::Model;

/// Somebody who may join a team, with their weeks over its horizon.
#[derive(Debug)]
pub struct Candidate<'o> {
    pub(super) opening: &'o Opening,
    pub(super) schedule: Schedule,
    pub(super) joining: Joining,
    /// What may be asked of their day.
    pub(super) affordable: Arc<Affordable>,
}

impl Opening {
    /// Prepares a candidate: somebody with a schedule, who would be required.
    pub fn candidate(&self, schedule: &Schedule) -> Candidate<'_> {
        let newcomer = Newcomer::new(schedule, self.lineup.prepared.horizon());
        Candidate::new(self, schedule.clone(), Joining::new(&self.lineup.prepared, newcomer))
    }

    /// Whether a candidate fits, and what it takes: [`Candidate::fit`] in one call.
    pub fn judge(&self, schedule: &Schedule) -> Fit {
        self.candidate(schedule).fit()
    }

    /// Where a candidate stands among others: [`Candidate::rank`] in one call.
    pub fn rank(&self, schedule: &Schedule) -> Rank {
        self.candidate(schedule).rank()
    }
}

impl<'o> Candidate<'o> {
    pub(super) fn new(opening: &'o Opening, schedule: Schedule, joining: Joining) -> Self {
        let (tables, policy) = (&opening.lineup.tables, &opening.lineup.policy);
        let affordable = tables.affordable_all_year(joining.newcomer.weeks(), schedule.flex(), policy);
        Self { opening, schedule, joining, affordable }
    }

    /// The opening they are judged on.
    pub fn opening(&self) -> &'o Opening {
        self.opening
    }

    /// The schedule.
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// Whether they fit: as they are, after one affordable shift of their own day all year, by the team's
    /// plan, or not.
    ///
    /// Shifts are tried from the least, later before earlier; when no affordable one helps, the others up to
    /// a whole day, for the trap.
    ///
    /// # Complexity
    ///
    /// An intersection of weeks for each teammate and kind of season; each shift tried takes some more, most
    /// of them one. Where everybody can be brought near to them, the search for the plans of the team with
    /// them, for each shift tried until they fit. The standing of a team in pods takes its fewest parts.
    pub fn fit(&self) -> Fit {
        let near = self.near();
        let decision = self.decide(&near);
        let (stated, shown) = (&decision.stated, decision.shown());
        let teammates = stated.teammates();
        let trap = |shift: i32| {
            let moved = self.moved_by(&near, shift);
            self.fits(&moved).then(|| self.proposed(shift))
        };
        let is_async = decision.result == FitResult::FitsAsync;
        Fit {
            result: decision.result,
            trap: if is_async { self.unaffordable().find_map(trap) } else { None },
            shift: decision.own.as_ref().map(|moved| self.proposed(moved.by())),
            stated_hours: PostHours::kept(self.schedule.posts(), Shift::NONE),
            stated_night_minutes_per_week: self.night_minutes(Shift::NONE),
            team_before: self.opening.standing,
            team_after: stated.standing(stated.model()),
            team_after_shift: decision.own.as_ref().map(|moved| moved.standing(moved.model())),
            asked: shown.asked(),
            plan: shown
                .together()
                .filter(|_| !is_async)
                .and_then(|together| self.team_plan(shown.by(), together)),
            pods: shown.pods_joined(),
            bridges: stated.pods_bridged(),
            relieves: self.relieved(&teammates),
            teammates,
        }
    }

    /// How long questions wait between the candidate, at stated hours, and the required members.
    ///
    /// # Complexity
    ///
    /// Linear in the candidate's shifts and in the times at which anybody required is at work.
    pub fn waits(&self) -> CandidateWaits {
        self.opening.team_waits().with_candidate(&self.schedule)
    }

    /// Where the candidate comes among others: what the fit says but for the trap and the standings, which no
    /// rank depends on.
    pub fn rank(&self) -> Rank {
        let near = self.near();
        let decision = self.decide(&near);
        let (stated, shown) = (&decision.stated, decision.shown());
        let teammates = stated.teammates();
        Rank {
            result: decision.result,
            peers: super::peers(&teammates),
            worst_overlap_sum: super::worst_overlap_sum(&teammates),
            shift: decision.own.as_ref().map(|moved| Shift::of(moved.by())),
            plan_asks: decision.plan_asks(),
            others_asked: decision.others_asked(self.opening.standing.model),
            night_minutes_per_week: self.night_minutes(Shift::NONE),
            blocked_p95: self.opening.team_waits().slower_p95(&self.schedule),
            pods: shown.pods_joined(),
            bridges: stated.pods_bridged(),
            relieves: self.relieved(&teammates),
        }
    }

    fn near(&self) -> Near<'_> {
        Near::new(&self.opening.lineup, &self.joining, &self.affordable)
    }

    /// Whether they fit, and with which move.
    fn decide<'c>(&'c self, near: &'c Near<'c>) -> Decision<'c> {
        let stated = self.moved_by(near, 0);
        if self.fits(&stated) {
            return Decision { result: FitResult::Fits, stated, own: None };
        }
        let moves = self.affordable.moves().map(|shift| self.moved_by(near, shift));
        if let Some(own) = moves.into_iter().find(|moved| self.fits(moved)) {
            return Decision { result: FitResult::FitsWithShift, stated, own: Some(own) };
        }
        let is_of_everyone = self.opening.standing.model <= Model::OverlapWithShifts;
        let by_plan = is_of_everyone && stated.together().is_some();
        let result = if by_plan { FitResult::FitsWithShift } else { FitResult::FitsAsync };
        Decision { result, stated, own: None }
    }

    /// Whether they fit so moved. At stated hours the plans may ask the candidate for as much as they asked
    /// anybody for before; after a move of their own day, nobody for more.
    fn fits(&self, moved: &MovedCandidate<'_>) -> bool {
        let before = self.opening.asked_of_anybody;
        let stated = moved.by() == 0;
        let modest = |together: &Together| together.most() <= before;
        let asks_no_more = || stated || moved.together().is_none_or(modest);
        match self.opening.standing.model {
            Model::Overlap => moved.overlaps(),
            Model::OverlapWithShifts if stated => {
                moved.together().is_some_and(|together| together.of_candidate() <= before)
            }
            Model::OverlapWithShifts => moved.asks_no_more(),
            Model::Hybrid => moved.joins_a_pod() && asks_no_more(),
            Model::Async => moved.model() < Model::Async && asks_no_more(),
        }
    }

    /// The isolated people of a hybrid team who meet the target with them as a pair.
    fn relieved(&self, teammates: &[Teammate]) -> Vec<ProfileId> {
        let meets = |one: &ProfileId| teammates.iter().any(|mate| mate.profile == *one && mate.meets);
        self.opening.isolated().iter().copied().filter(meets).collect()
    }

    fn moved_by<'c>(&'c self, near: &'c Near<'c>, minutes: i32) -> MovedCandidate<'c> {
        MovedCandidate::new(self.opening, &self.joining, near, minutes)
    }

    /// The shifts of up to a day that cannot be asked of them, least first, later before earlier.
    fn unaffordable(&self) -> impl Iterator<Item = i32> {
        let step = self.opening.lineup.policy.step().get() as i32;
        let both_ways = (1..=DAY / step).flat_map(move |steps| [steps * step, -steps * step]);
        both_ways.filter(|shift| !self.affordable.allows(*shift))
    }

    pub(super) fn proposed(&self, minutes: i32) -> ProposedMove {
        let shift = Shift::of(minutes);
        ProposedMove {
            shift,
            hours: PostHours::kept(self.schedule.posts(), shift),
            night_minutes_per_week: self.night_minutes(shift),
        }
    }

    /// Minutes of work a week at night after a move, on the clock of the horizon's first day.
    fn night_minutes(&self, moved_by: Shift) -> Minutes {
        self.joining.newcomer.weeks()[0].minutes_within(self.opening.lineup.policy.night(), moved_by)
    }
}

/// Whether somebody fits, and with which move.
struct Decision<'c> {
    result: FitResult,
    stated: MovedCandidate<'c>,
    /// With the move of their own day that makes them fit.
    own: Option<MovedCandidate<'c>>,
}

impl<'c> Decision<'c> {
    /// At the hours that the answer is about.
    fn shown(&self) -> &MovedCandidate<'c> {
        self.own.as_ref().unwrap_or(&self.stated)
    }

    /// Of somebody who fits by the team's plan: the most that it asks of anybody.
    fn plan_asks(&self) -> Option<Minutes> {
        let by_plan = self.result == FitResult::FitsWithShift && self.own.is_none();
        let together = self.stated.together().filter(|_| by_plan);
        together.map(|together| Minutes(together.most() as u32))
    }
}

impl Decision<'_> {
    /// Of somebody who fits as they are a team whose plans ask for something: see [`Rank::others_asked`].
    /// These plans are known then.
    fn others_asked(&self, before: Model) -> Option<Minutes> {
        let of_plans = self.result == FitResult::Fits && before == Model::OverlapWithShifts;
        of_plans.then(|| self.stated.asked().others_at_most()).flatten()
    }
}

impl MovedCandidate<'_> {
    /// What the candidate shares with the required members, one entry for each profile.
    fn teammates(&self) -> Vec<Teammate> {
        let lineup = &self.opening().lineup;
        let entry = |slot: usize| {
            let (year_min, failing) = self.with_teammate(slot);
            Teammate {
                profile: lineup.slots[slot].profile,
                members: lineup.slots[slot].heads,
                meets: failing <= lineup.grace(),
                year_min: year_min.unwrap_or(PerDay { minutes_per_week: 0, days: 1 }),
            }
        };
        (0..lineup.slots.len()).map(entry).collect()
    }
}
