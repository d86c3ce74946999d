//! How everybody overlaps once somebody has joined, naturally or with shifts, and what that asks of whom.

use crate::verdict::Model;

/// How everybody overlaps, naturally or with shifts.
pub(super) struct Together {
    pub(super) model: Model,
    /// By slot of the team, the candidate last: what the plans ask, in minutes from the stated hours.
    pub(super) asked: Vec<i32>,
    /// By meeting: the cheapest plan, where it is affordable; by slot, the candidate last, in minutes on top
    /// of a move made already. Empty where nobody moves.
    pub(super) shifts: Vec<Option<Vec<i32>>>,
}

impl Together {
    /// What is asked of anybody at most, in minutes.
    pub(super) fn most(&self) -> i32 {
        self.asked.iter().copied().max().unwrap_or(0)
    }

    /// What is asked of the candidate, in minutes.
    pub(super) fn of_candidate(&self) -> i32 {
        self.asked.last().copied().unwrap_or(0)
    }
}
