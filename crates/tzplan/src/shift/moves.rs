//! What a window costs: who moves, by how much, to which hours, with how much night work.

use super::Window;
use crate::duration::Shift;
use crate::hours::WeeklyHours;
use crate::lineup::{Lineup, WeekClass};
use crate::minutes::Minutes;
use crate::season::ProfileId;

/// The cheapest window of a season in which the target is not met naturally.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct WindowPlan {
    /// Where it starts, in minutes after 00:00 UTC.
    pub start: Minutes,
    /// How long it lasts.
    pub length: Minutes,
    /// Whether every shift it asks is affordable.
    pub affordable: bool,
    /// The largest shift of anybody.
    pub largest_shift: Minutes,
    /// The sum of the shifts over members.
    pub sum_of_shifts: u64,
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
    /// By how much the day moves, and which way.
    pub shift: Shift,
    /// The hours they would keep on their own clock, one entry for each post.
    pub hours: Vec<WeeklyHours>,
    /// Minutes of moved work a week inside the policy's night.
    pub night_minutes_per_week: Minutes,
    /// One member's part of the sum of shifts over members, 0 to 1.
    pub share: f64,
}

/// A plan that only works if somebody moves further than can be asked: the unaffordable season with the
/// largest shift (then the largest sum, the most days, the earliest).
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ShiftTrap {
    /// The place of the season among the plan's.
    pub season: usize,
    /// Who would move.
    pub moves: Vec<ProfileMove>,
}

/// A window with what it costs each profile.
pub(crate) fn window_plan(lineup: &Lineup<'_>, class: &WeekClass<'_>, window: &Window) -> WindowPlan {
    let (largest, sum) = window.burden();
    let moves = lineup.slots.iter().zip(&class.crowd_of).filter_map(|(slot, crowd)| {
        let shift = Shift::of(window.shifts[*crowd]);
        (shift != Shift::NONE).then(|| {
            let profile = slot.profile;
            ProfileMove {
                profile,
                shift,
                hours: lineup.prepared.hours_of(profile).map(|hours| hours.moved(shift)).collect(),
                night_minutes_per_week: class.crowds[*crowd]
                    .stated
                    .minutes_within(lineup.policy.night(), shift),
                share: f64::from(shift.length().get()) / sum as f64,
            }
        })
    });
    WindowPlan {
        start: Minutes(window.start as u32),
        length: Minutes(window.length as u32),
        affordable: window.is_affordable(),
        largest_shift: Minutes(largest.unsigned_abs()),
        sum_of_shifts: sum.unsigned_abs(),
        moves: moves.collect(),
    }
}
