//! A rotation with its ledger.

mod csv;
pub(crate) mod json;
mod price;
mod text;

use tzplan::PreparedTeam;
use tzplan::meeting::{DateOff, Entry, Ledger, Meetings, Rotation};

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

impl RotationDocument<'_> {
    /// Who misses the meeting of each week for a day off.
    fn off(&self) -> Vec<Vec<DateOff>> {
        let weeks = self.turns.rotation.weeks.iter();
        weeks.map(|week| self.meetings.off_on(&week.occurrence)).collect()
    }
}

/// What the day off is called for which somebody misses a meeting, of all who miss it.
fn holiday_of<'o>(document: &RotationDocument<'_>, entry: &Entry, off: &'o [DateOff]) -> Option<&'o str> {
    let schedule = document.prepared.team().member(entry.member)?.schedule_id();
    // In the order of schedules.
    let place = off.binary_search_by_key(&schedule, |off| off.schedule).ok()?;
    off[place].holiday.as_deref()
}

document!(RotationDocument: text::print, json::write, csv::write);
