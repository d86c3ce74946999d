//! Combinations of cells about which all is said: what most rows need of them, in a few bytes.

use tzplan::ScheduleId;
use tzplan::team::LabelId;

/// What is left of a combination about which there is nothing more to say.
#[derive(Clone, Copy, Default)]
pub(super) struct Settled {
    /// `None` where there may be more.
    pub(super) kept: Option<Kept>,
    /// How many rows had it since.
    pub(super) rows: usize,
}

/// What a row's combination is in the team.
#[derive(Clone, Copy)]
pub(in crate::rows) struct Kept {
    pub(in crate::rows) schedule: ScheduleId,
    /// The place as typed.
    pub(in crate::rows) home: Option<LabelId>,
}
