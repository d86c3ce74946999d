//! Which shifts the members of each slot can afford, season by season.

use std::sync::Arc;

use crate::lineup::Lineup;
use crate::shift_tables::Affordable;

/// What each slot of a lineup can afford. Shifts are in steps, on top of a move made already; what is
/// affordable counts from the stated hours.
#[derive(Debug)]
pub(super) struct Affordances {
    slots: Vec<SlotAffords>,
    /// Whether it depends on the season for anybody: a day read on another clock moves on the own one.
    pub(super) vary: bool,
}

#[derive(Debug)]
struct SlotAffords {
    /// The whole steps of the move made already; what it is past them is in `by_class`.
    moved: i32,
    /// One entry for each class of seasons, or one for all.
    by_class: Vec<Arc<Affordable>>,
}

impl Affordances {
    pub(super) fn of(lineup: &Lineup<'_>) -> Self {
        let step = lineup.policy.step().get() as i32;
        let slot = |place: usize| {
            let crowds = lineup.classes.iter().map(|class| &class.crowds[class.crowd_of[place]]);
            let mut by_class: Vec<_> =
                crowds.map(|crowd| lineup.shifts_of(crowd).affordable.clone()).collect();
            if by_class.windows(2).all(|pair| Arc::ptr_eq(&pair[0], &pair[1])) {
                by_class.truncate(1);
            }
            SlotAffords { moved: lineup.slots[place].moved.div_euclid(step), by_class }
        };
        let slots: Vec<_> = (0..lineup.slots.len()).map(slot).collect();
        Self { vary: slots.iter().any(|slot| slot.by_class.len() > 1), slots }
    }

    /// Whether a slot can afford a shift in a class of seasons.
    pub(super) fn in_class(&self, class: usize, slot: usize, steps: i32) -> bool {
        let slot = &self.slots[slot];
        let affordable = if slot.by_class.len() > 1 { &slot.by_class[class] } else { &slot.by_class[0] };
        steps == 0 || affordable.allows_steps(slot.moved + steps)
    }

    /// Whether a slot can afford a shift in some season.
    pub(super) fn somewhere(&self, slot: usize, steps: i32) -> bool {
        let classes = 0..self.slots[slot].by_class.len();
        classes.into_iter().any(|class| self.in_class(class, slot, steps))
    }

    /// Whether everybody can afford their shift in a class of seasons.
    pub(super) fn all_in_class(&self, class: usize, shifts: &[i32]) -> bool {
        shifts.iter().enumerate().all(|(slot, steps)| self.in_class(class, slot, *steps))
    }

    /// Whether everybody can afford their shift in every season.
    pub(super) fn all_year(&self, shifts: &[i32]) -> bool {
        shifts.iter().enumerate().all(|(slot, steps)| {
            (0..self.slots[slot].by_class.len()).all(|class| self.in_class(class, slot, *steps))
        })
    }

    /// How far a lone move of a slot may go, in steps from where it is.
    pub(super) fn farthest(&self, slot: usize) -> i32 {
        let slot = &self.slots[slot];
        slot.by_class.iter().map(|affordable| affordable.most_steps()).max().unwrap_or(0) + slot.moved.abs()
    }
}
