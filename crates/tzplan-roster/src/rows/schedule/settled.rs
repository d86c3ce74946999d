//! Combinations of cells about which all is said: what most rows need of them, in a few bytes.

use tzplan::team::LabelId;
use tzplan::{ScheduleId, Zone};

use crate::rows::unread::Amount;

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

/// What is looked at of a combination whatever was said of it.
#[derive(Default)]
pub(super) struct About {
    /// The home zone label's place in the list.
    pub(super) label: Option<u32>,
    /// Whether nobody names its days.
    pub(super) are_days_open: bool,
    pub(super) amount: Amount,
    /// Where somebody with it lives.
    pub(super) home: Option<Zone>,
}
