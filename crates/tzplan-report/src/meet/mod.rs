//! Slots and rotations with what a document says about them.

pub(crate) mod crowds;
pub(crate) mod csv;
pub mod ics;
pub(crate) mod json;
pub(crate) mod rotation_csv;
pub(crate) mod rotation_json;
pub(crate) mod text;

use tzplan::meeting::{Ledger, Obstacles, Rotation, SlotChange, SlotPlan};

use crate::words::change::Who;

/// Ranked slots.
#[derive(Clone, Copy, Debug)]
pub struct Meeting<'a> {
    /// Every slot that was looked at, the best first.
    pub slots: &'a [SlotPlan],
    /// How many of them are listed; no more than there are.
    pub listed: usize,
    /// Why none is clean.
    pub obstacles: Option<&'a Obstacles>,
    /// What would open one, the nearest first.
    pub changes: &'a [SlotChange],
}

/// A rotation with its ledger.
#[derive(Clone, Copy)]
pub struct Turns<'a> {
    /// The weeks.
    pub rotation: &'a Rotation,
    /// What everybody gives, and carries in.
    pub ledger: &'a Ledger,
    /// How many slots there were to choose from.
    pub candidates: usize,
    /// The member at a place of the roster, as a document names them.
    pub who: &'a dyn Fn(usize) -> Who,
}
