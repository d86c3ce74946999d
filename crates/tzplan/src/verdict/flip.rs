//! The smallest change that flips a verdict.

use super::Model;
use super::binding::daily_without_each;
use crate::duration::Shift;
use crate::lineup::Lineup;
use crate::minutes::Minutes;
use crate::pods::{self, Aim};
use crate::season::ProfileId;
use crate::shift::Plans;

/// The smallest change that improves a verdict by at least a place: the first kind below with a hit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase", tag = "kind"))]
pub enum Flip {
    /// One member's day moved all year by an affordable multiple of `step`: the least, later before earlier,
    /// then roster order.
    Move {
        /// The first member of this profile.
        profile: ProfileId,
        /// By how much, and which way.
        shift: Shift,
        /// The model reached.
        model: Model,
    },
    /// One member made optional, two required ones remaining; in roster order.
    Optional {
        /// The first member of this profile.
        profile: ProfileId,
        /// The model reached.
        model: Model,
    },
    /// The target lowered by a multiple of `step`, the least; it stays above zero.
    Target {
        /// The lowered target.
        target: Minutes,
        /// The model reached.
        model: Model,
    },
}

impl Flip {
    /// The model reached.
    pub fn model(&self) -> Model {
        match self {
            Self::Move { model, .. } | Self::Optional { model, .. } | Self::Target { model, .. } => *model,
        }
    }
}

/// The smallest change that improves a model, or none.
pub(super) fn flip(lineup: &Lineup<'_>, model: Model) -> Option<Flip> {
    if model == Model::Overlap {
        return None;
    }
    let hopeful = Hopeful::of(lineup, model);
    moved(lineup, model, &hopeful)
        .or_else(|| made_optional(lineup, model, &hopeful))
        .or_else(|| lowered(lineup, model))
}

fn moved(lineup: &Lineup<'_>, model: Model, hopeful: &Hopeful) -> Option<Flip> {
    let class = lineup.classes.first()?;
    let affordable: Vec<_> = class
        .crowd_of
        .iter()
        .map(|crowd| &class.crowds[*crowd])
        .map(|crowd| lineup.tables.affordable(&crowd.stated, crowd.flex, &lineup.policy))
        .collect();
    let mut shifts: Vec<i32> = affordable.iter().flat_map(|affordable| affordable.moves()).collect();
    shifts.sort_unstable_by_key(|shift| (shift.abs(), -shift));
    shifts.dedup();
    shifts.into_iter().find_map(|shift| {
        let mut movable = (0..lineup.slots.len()).filter(|slot| affordable[*slot].allows(shift));
        movable.find_map(|slot| {
            let together = hopeful.together[slot];
            if !together && model != Model::Async {
                return None;
            }
            let model = better(&lineup.with_one_moved(slot, shift), model, together)?;
            Some(Flip::Move { profile: lineup.slots[slot].profile, shift: Shift::of(shift), model })
        })
    })
}

fn made_optional(lineup: &Lineup<'_>, model: Model, hopeful: &Hopeful) -> Option<Flip> {
    if lineup.heads() < 3 {
        return None;
    }
    (0..lineup.slots.len()).find_map(|slot| {
        let together =
            lineup.slots[slot].heads == 1 && (hopeful.together[slot] || works_short_days(lineup, slot));
        if !together && model != Model::Async {
            return None;
        }
        let model = better(&lineup.without_one(slot), model, together)?;
        Some(Flip::Optional { profile: lineup.slots[slot].profile, model })
    })
}

/// Without them the effective target may be another, and with it the windows to look at.
fn works_short_days(lineup: &Lineup<'_>, slot: usize) -> bool {
    lineup.classes.iter().any(|class| {
        let day = class.crowds[class.crowd_of[slot]].week().average_day();
        day.is_none_or(|day| !day.reaches(crate::PerDay::of(lineup.target)))
    })
}

fn lowered(lineup: &Lineup<'_>, model: Model) -> Option<Flip> {
    let (target, step) = (lineup.target.get(), lineup.policy.step().get());
    (1..).map_while(|steps| target.checked_sub(steps * step).filter(|target| *target > 0)).find_map(
        |target| {
            let target = Minutes(target);
            let model = better(&lineup.with_target(target), model, true)?;
            Some(Flip::Target { target, model })
        },
    )
}

/// The model a changed team reaches, if it is better than the present one. `together` tells whether models in
/// which everybody overlaps need to be looked at.
fn better(lineup: &Lineup<'_>, than: Model, together: bool) -> Option<Model> {
    // Models no better than the present one need no look.
    let reached = Model::first(|model| {
        model >= than
            || match model {
                Model::Overlap => together && lineup.meets_naturally(),
                Model::OverlapWithShifts => together && lineup.meets_with_affordable_shifts(),
                _ => pods::shape(lineup, Aim::Hybrid).is_some(),
            }
    });
    (reached < than).then_some(reached)
}

/// For which members a move or an absence may let everybody overlap at all; a quick and generous test.
struct Hopeful {
    /// By slot.
    together: Vec<bool>,
}

impl Hopeful {
    /// In a season that fails, and has no affordable plan, one member can only help if nobody shares their
    /// week: the others stay where they are. Naturally only, if the others alone share something.
    fn of(lineup: &Lineup<'_>, model: Model) -> Self {
        let grace = lineup.grace();
        let mut hopeless_days = vec![0; lineup.slots.len()];
        let plans = Plans::of(lineup);
        for (place, class) in lineup.classes.iter().enumerate() {
            let shifts_count = model > Model::OverlapWithShifts;
            if plans.meets(place) || (shifts_count && plans.any_affordable(place)) {
                continue;
            }
            let shared_without = daily_without_each(class);
            for (slot, days) in hopeless_days.iter_mut().enumerate() {
                let alone = class.crowds[class.crowd_of[slot]].heads == 1;
                if !(alone && (shifts_count || shared_without[slot].minutes_per_week > 0)) {
                    *days += class.days;
                }
            }
        }
        Self { together: hopeless_days.into_iter().map(|days| days <= grace).collect() }
    }
}
