//! What a plan costs: who moves, by how much, to which hours, with how much night work.

use super::{PlanKind, Proposal};
use crate::dates::DateRange;
use crate::duration::Shift;
use crate::lineup::{Lineup, WeekClass};
use crate::minutes::Minutes;
use crate::season::ProfileId;
use crate::team::PostHours;

/// Shifts after which everyone required meets the target.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct MovePlan {
    /// Where its shifts come from.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub kind: PlanKind,
    /// Whether every shift it asks is affordable.
    pub affordable: bool,
    /// The sum of the squared shifts over members, in minutes²: an hour asked of each of two people is less
    /// than two hours asked of one.
    pub burden: u64,
    /// The largest shift of anybody.
    pub largest_shift: Minutes,
    /// Who moves, in roster order of the profiles; those who stay are not listed.
    pub moves: Vec<ProfileMove>,
}

/// What the members of a profile are asked.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ProfileMove {
    /// The profile; all its required members move alike.
    pub profile: ProfileId,
    /// By how much the day moves, and which way: from the hours that are kept now.
    pub shift: Shift,
    /// By how much in all, from the [stated hours](crate::team::Post::stated_hours): what
    /// [`Change::Shift`](crate::Change::Shift) takes. The same but for a day that a what-if has moved
    /// already.
    pub from_stated: Shift,
    /// The hours they would keep on their own clock, one entry for each post.
    pub hours: PostHours,
    /// Minutes of moved work a week inside the policy's night.
    pub night_minutes_per_week: Minutes,
    /// One member's part of the minutes moved: their shift over the sum of shifts over members, 0 to 1.
    pub share: f64,
}

/// Plans that only work if somebody moves further than can be asked. Told of the season whose unaffordable
/// plan has the largest burden (then the largest shift, the most days, the earliest).
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ShiftTrap {
    /// The dates of the season.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub dates: DateRange,
    /// Its place among the plan's.
    pub season: usize,
    /// The sum of the squared shifts over members, in minutes².
    pub burden: u64,
    /// Who would move.
    pub moves: Vec<ProfileMove>,
}

/// A proposal with what it asks of each profile, in a class of seasons of its lineup.
pub(crate) fn move_plan(lineup: &Lineup<'_>, class: &WeekClass<'_>, proposal: &Proposal) -> MovePlan {
    let shifts = || lineup.slots.iter().zip(&proposal.shifts);
    let minutes_moved =
        shifts().map(|(slot, shift)| i64::from(shift.abs()) * i64::from(slot.heads)).sum::<i64>();
    let moving = shifts().zip(&class.crowd_of).filter(|((_, shift), _)| **shift != 0);
    let moves = moving.map(|((slot, shift), crowd)| {
        let from_stated = Shift::of(slot.moved + shift);
        ProfileMove {
            profile: slot.profile,
            shift: Shift::of(*shift),
            from_stated,
            hours: PostHours::stated(lineup.prepared.posts_of(slot.profile), from_stated),
            night_minutes_per_week: class.crowds[*crowd]
                .stated
                .minutes_within(lineup.policy.night(), from_stated),
            share: f64::from(shift.abs()) / minutes_moved as f64,
        }
    });
    MovePlan {
        kind: proposal.kind,
        affordable: proposal.affordable,
        burden: proposal.burden,
        largest_shift: Minutes(proposal.largest_shift()),
        moves: moves.collect(),
    }
}
