//! A rotation with its ledger.

mod csv;
pub(crate) mod json;
mod text;

use tzplan::PreparedTeam;
use tzplan::meeting::{Ledger, Meetings, Rotation};

use crate::change::Who;
use crate::context::Context;
use crate::document::document;

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

/// A rotation: each week's slot with what it asks of whom, and the ledger.
#[derive(Clone, Copy)]
pub struct RotationDocument<'a> {
    prepared: &'a PreparedTeam,
    meetings: &'a Meetings,
    turns: Turns<'a>,
    context: Context<'a>,
}

impl<'a> RotationDocument<'a> {
    /// Of the turns that a prepared team takes.
    pub fn new(
        prepared: &'a PreparedTeam,
        meetings: &'a Meetings,
        turns: Turns<'a>,
        context: Context<'a>,
    ) -> Self {
        Self { prepared, meetings, turns, context }
    }
}

document!(RotationDocument: text::print, json::write, csv::write);
