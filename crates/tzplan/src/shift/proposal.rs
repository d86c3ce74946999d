//! A plan as the search finds it: where its shifts come from, what they are and what they cost.

use crate::minutes::Minutes;

/// Where the shifts of a plan come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlanKind {
    /// A window of the UTC day needs them, in the plan's own season or in another one.
    Window {
        /// Where it starts, in minutes after 00:00 UTC.
        start: Minutes,
        /// How long it lasts.
        length: Minutes,
    },
    /// One profile alone moves.
    Alone,
}

/// A plan of a class of seasons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Proposal {
    pub(crate) kind: PlanKind,
    pub(crate) affordable: bool,
    /// The sum of the squared shifts over members, in minutes².
    pub(crate) burden: u64,
    /// By slot, in minutes, on top of a move made already.
    pub(crate) shifts: Vec<i32>,
}

impl Proposal {
    /// The largest shift of anybody, in minutes.
    pub(crate) fn largest_shift(&self) -> u32 {
        self.shifts.iter().map(|shift| shift.unsigned_abs()).max().unwrap_or(0)
    }
}
