//! Slots for a meeting.

pub(crate) mod crowds;
mod csv;
pub mod ics;
pub(crate) mod json;
pub(crate) mod text;

use std::io;

use tzplan::PreparedTeam;
use tzplan::meeting::{Meetings, Obstacles, SlotChange, SlotPlan};

use crate::context::Context;
use crate::document::Document;
use crate::text::Page;
use crate::words::change::Change;

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

/// Slots for a meeting, the best first, with what each costs whom; where none is clean, why, and what would
/// open one.
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
        text::print(self, page)
    }

    fn json(&self, out: &mut dyn io::Write) -> io::Result<()> {
        json::write(self, out)
    }

    fn csv(&self, out: &mut dyn io::Write) -> io::Result<()> {
        csv::write(self, out)
    }
}
