//! The plan of a team with a candidate: who moves in which season, whoever it is.

use super::together::Together;
use super::{Candidate, ProposedMove};
use crate::dates::DateRange;
use crate::duration::Shift;
use crate::season::{ProfileId, Season};
use crate::team::PostHours;

/// The moves of a season, after which everybody required and the candidate meet the target.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct SeasonMoves {
    /// The dates of a season of the required members and the candidate.
    pub dates: DateRange,
    /// Who moves, in roster order, the candidate last; empty where nobody needs to, and in a season within
    /// grace that has no affordable plan.
    pub moves: Vec<PlanMove>,
}

/// What a plan asks of the members of a profile, or of the candidate.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PlanMove {
    /// The profile; all its required members move alike. `None` for the candidate.
    pub profile: Option<ProfileId>,
    /// The move with the hours after it. The candidate's shift is on top of that of their own day, where the
    /// answer has one.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub moved: ProposedMove,
    /// One member's part of the minutes moved: their shift over the sum of shifts over members, 0 to 1.
    pub share: f64,
}

impl Candidate<'_> {
    /// The moves by season; `None` where nobody moves in any.
    pub(super) fn team_plan(&self, own: i32, together: &Together) -> Option<Vec<SeasonMoves>> {
        if together.shifts.iter().all(Option::is_none) {
            return None;
        }
        let meeting_of = |season: &Season| {
            let prepared = self.opening.prepared();
            let class = prepared.class_of(prepared.season_on(season.first_day()));
            let week = self.joining.newcomer.week_on(season.first_day());
            self.joining.meetings.iter().position(|known| (known.class, known.week) == (class, week))
        };
        let of_season = |season: Season| {
            let shifts = meeting_of(&season).and_then(|meeting| together.shifts[meeting].as_deref());
            SeasonMoves {
                moves: shifts.map_or_else(Vec::new, |shifts| self.moves(own, &season, shifts)),
                dates: season.dates(),
            }
        };
        Some(self.seasons().into_iter().map(of_season).collect())
    }

    fn moves(&self, own: i32, season: &Season, shifts: &[i32]) -> Vec<PlanMove> {
        let lineup = &self.opening.lineup;
        let (candidate, team) = shifts.split_last().expect("the candidate");
        let minutes =
            |(slot, shift): (&crate::lineup::Slot, &i32)| i64::from(shift.abs()) * i64::from(slot.heads);
        let all = lineup.slots.iter().zip(team).map(minutes).sum::<i64>() + i64::from(candidate.abs());
        let share = |shift: i32| f64::from(shift.abs()) / all as f64;
        let moving = lineup.slots.iter().zip(team).filter(|(_, shift)| **shift != 0);
        let of_member = |(slot, shift): (&crate::lineup::Slot, &i32)| {
            let (by, in_all) = (Shift::of(*shift), Shift::of(slot.moved + shift));
            let week = lineup.prepared.week(slot.profile, season);
            let moved = ProposedMove {
                shift: by,
                hours: PostHours::stated(lineup.prepared.posts_of(slot.profile), in_all),
                night_minutes_per_week: week.minutes_within(lineup.policy.night(), by),
            };
            PlanMove { profile: Some(slot.profile), moved, share: share(*shift) }
        };
        let mut moves: Vec<PlanMove> = moving.map(of_member).collect();
        if *candidate != 0 {
            let moved = ProposedMove { shift: Shift::of(*candidate), ..self.proposed(own + candidate) };
            moves.push(PlanMove { profile: None, moved, share: share(*candidate) });
        }
        moves
    }
}
