//! Candidates: the decision whether somebody fits, and what it takes.

use std::sync::Arc;

use super::after::MovedCandidate;
use super::opening::Opening;
use super::{CandidateWaits, Fit, FitResult, ProposedMove, Rank, Teammate};
use crate::duration::Shift;
use crate::lineup::Joining;
use crate::minutes::{DAY, Minutes, PerDay};
use crate::season::{Newcomer, ProfileId};
use crate::shift::Affordable;
use crate::team::Schedule;
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

    /// Whether they fit: naturally, after one affordable shift of their own day all year, or not.
    ///
    /// Shifts are tried from the least, later before earlier; when no affordable one helps, the others up to
    /// a whole day, for the trap.
    ///
    /// # Complexity
    ///
    /// An intersection of weeks for each teammate and kind of season; each shift tried takes some more, most
    /// of them one.
    pub fn fit(&self) -> Fit {
        let mut fit = self.fit_without_trap();
        if fit.result == FitResult::FitsAsync {
            let mut obstacle = 0;
            fit.trap = self.unaffordable().find_map(|shift| self.helps(shift, &mut obstacle));
        }
        fit
    }

    /// The same but for the trap, which no rank depends on and most shifts are tried for.
    pub(super) fn fit_without_trap(&self) -> Fit {
        let stated = self.moved_by(0);
        let teammates = stated.teammates();
        let team_after = stated.team_after();
        let naturally = self.fits(&stated, team_after, &mut 0);
        let mut obstacle = 0;
        let mut affordable = self.affordable.moves();
        let moved =
            if naturally { None } else { affordable.find_map(|shift| self.helps(shift, &mut obstacle)) };
        let shifted = moved.as_ref().map(|moved| self.moved_by(moved.shift.minutes()));
        Fit {
            result: match (naturally, &moved) {
                (true, _) => FitResult::Fits,
                (false, Some(_)) => FitResult::FitsWithShift,
                (false, None) => FitResult::FitsAsync,
            },
            stated_night_minutes_per_week: self.night_minutes(Shift::NONE),
            pods: shifted.as_ref().unwrap_or(&stated).pods_joined(),
            bridges: stated.pods_bridged(),
            relieves: self.relieved(&teammates),
            team_before: self.opening.model,
            team_after,
            team_after_shift: shifted.as_ref().map(MovedCandidate::team_after),
            shift: moved,
            trap: None,
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

    /// Where the candidate stands.
    pub fn rank(&self) -> Rank {
        Rank::of(&self.fit_without_trap(), &self.waits())
    }

    /// The isolated people of a hybrid team who meet the target with them as a pair.
    fn relieved(&self, teammates: &[Teammate]) -> Vec<ProfileId> {
        let meets = |one: &ProfileId| teammates.iter().any(|mate| mate.profile == *one && mate.meets);
        self.opening.isolated().iter().copied().filter(meets).collect()
    }

    fn moved_by(&self, minutes: i32) -> MovedCandidate<'_> {
        MovedCandidate::new(self.opening, &self.joining, &self.affordable, minutes)
    }

    /// The move by so many minutes, if they fit with it.
    fn helps(&self, shift: i32, obstacle: &mut usize) -> Option<ProposedMove> {
        let moved = self.moved_by(shift);
        self.fits_after(&moved, obstacle).then(|| self.proposed(&moved))
    }

    /// Whether they fit at stated hours, given the team's model with them.
    fn fits(&self, stated: &MovedCandidate<'_>, team_after: Model, obstacle: &mut usize) -> bool {
        match self.opening.model {
            Model::Hybrid => stated.joins_a_pod(),
            Model::Async => team_after < Model::Async,
            before => stated.meets_every_teammate(obstacle) && team_after <= before,
        }
    }

    /// Whether they fit after a move. `obstacle` is the teammate who ruled the last one out.
    fn fits_after(&self, moved: &MovedCandidate<'_>, obstacle: &mut usize) -> bool {
        match self.opening.model {
            Model::Hybrid => moved.joins_a_pod(),
            Model::Async => moved.team_after() < Model::Async,
            before => moved.meets_every_teammate(obstacle) && moved.team_is_at_least(before),
        }
    }

    /// The shifts of up to a day that cannot be asked of them, least first, later before earlier.
    fn unaffordable(&self) -> impl Iterator<Item = i32> {
        let step = self.opening.lineup.policy.step().get() as i32;
        let both_ways = (1..=DAY / step).flat_map(move |steps| [steps * step, -steps * step]);
        both_ways.filter(|shift| !self.affordable.allows(*shift))
    }

    fn proposed(&self, moved: &MovedCandidate<'_>) -> ProposedMove {
        let shift = Shift::of(moved.by());
        ProposedMove {
            shift,
            hours: self.joining.newcomer.hours().iter().map(|hours| hours.moved(shift)).collect(),
            night_minutes_per_week: self.night_minutes(shift),
        }
    }

    /// Minutes of work a week at night after a move, on the clock of the horizon's first day.
    fn night_minutes(&self, moved_by: Shift) -> Minutes {
        self.joining.newcomer.weeks()[0].minutes_within(self.opening.lineup.policy.night(), moved_by)
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
