//! Slots and rotations with what a document says about them.

pub(crate) mod crowds;
pub(crate) mod csv;
pub mod ics;
pub(crate) mod json;
pub(crate) mod rotation_csv;
pub(crate) mod rotation_json;
pub(crate) mod text;

use std::io;

use tzplan::PreparedTeam;
use tzplan::meeting::{Ledger, Meetings, Obstacles, Rotation, SlotChange, SlotPlan};

use crate::context::Context;
use crate::document::Document;
use crate::text::Page;
use crate::words::change::{Change, Who};

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

/// Slots for a meeting, the best first, with what each costs whom; where none is clean, why, and what would open
/// one.
#[derive(Clone, Copy, Debug)]
pub struct MeetDocument<'a> {
    prepared: &'a PreparedTeam,
    meetings: &'a Meetings,
    meeting: Meeting<'a>,
    context: Context<'a>,
}

impl<'a> MeetDocument<'a> {
    /// Of the slots that were looked at for a prepared team.
    pub fn new(
        prepared: &'a PreparedTeam,
        meetings: &'a Meetings,
        meeting: Meeting<'a>,
        context: Context<'a>,
    ) -> Self {
        Self { prepared, meetings, meeting, context }
    }
}

impl Document for MeetDocument<'_> {
    fn changes(&self) -> &[Change] {
        self.context.changes
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        text::print(page, self.prepared, self.meetings, &self.meeting, self.context)
    }

    fn json(&self, out: &mut dyn io::Write) -> io::Result<()> {
        json::meet(out, self.prepared.team(), self.meetings, &self.meeting, self.context)
    }

    fn csv(&self, out: &mut dyn io::Write) -> io::Result<()> {
        csv::meet(out, self.meetings, &self.meeting)
    }
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

impl Document for RotationDocument<'_> {
    fn changes(&self) -> &[Change] {
        self.context.changes
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        text::print_rotation(page, self.prepared, self.meetings, &self.turns, self.context)
    }

    fn json(&self, out: &mut dyn io::Write) -> io::Result<()> {
        rotation_json::rotation(out, self.meetings, &self.turns, self.context)
    }

    fn csv(&self, out: &mut dyn io::Write) -> io::Result<()> {
        rotation_csv::rotation(out, &self.turns)
    }
}
