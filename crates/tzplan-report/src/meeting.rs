//! Slots for a meeting with what a document says about them.

use tzplan::Zone;
use tzplan::meeting::SlotPlan;

/// Ranked slots.
#[derive(Clone, Copy, Debug)]
pub struct Meeting<'a> {
    /// Every slot that was looked at, the best first.
    pub slots: &'a [SlotPlan],
    /// How many of them are listed.
    pub listed: usize,
    /// On whose clock they stay.
    pub anchor: &'a Zone,
}
