//! Shifts that may be a plan, and their order.

use std::cmp::Reverse;

use crate::shift_tables::Cost;

/// Shifts that may be a plan: what they cost, and where they come from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) cost: Cost,
    pub(super) origin: Origin,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Origin {
    /// One profile alone moves by this many steps: by its place among those that can.
    Alone { mover: usize, steps: i32 },
    /// A window of a class of seasons: its length in minutes, and the place of that among the class's; its
    /// start in steps.
    Window { class: usize, number: usize, length: i32, start: usize },
}

impl Origin {
    /// The order in a class of seasons of candidates that cost the same. Of lone moves the later ones come
    /// first, then roster order; of windows the class's own, then the shortest, the earliest, then later
    /// shifts before earlier ones.
    pub(super) fn order<'s>(&self, class: usize, shifts: &'s [i32]) -> impl Ord + use<'s> {
        match *self {
            Self::Alone { mover, steps } => (0, i32::from(steps < 0), mover, Reverse(&[] as &[i32])),
            Self::Window { class: of, length, start, .. } => {
                (if of == class { 1 } else { 2 }, length, start, Reverse(shifts))
            }
        }
    }
}
