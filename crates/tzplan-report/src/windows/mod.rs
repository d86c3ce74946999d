//! Dated windows: everyone's, or those of a quorum; days off count.

mod csv;
pub(crate) mod json;
mod text;

use std::io;

use tzplan::{IntervalSet, PreparedTeam, UtcMinute};

use crate::context::Context;
use crate::document::Document;
use crate::text::Page;
use crate::words::change::Change;

/// Dated windows within the horizon.
#[derive(Clone, Copy, Debug)]
pub struct WindowsDocument<'a> {
    prepared: &'a PreparedTeam,
    windows: &'a IntervalSet<UtcMinute>,
    quorum: Option<usize>,
    context: Context<'a>,
}

impl<'a> WindowsDocument<'a> {
    /// Of the windows of a prepared team; `None` for those in which everyone required is at work.
    pub fn new(
        prepared: &'a PreparedTeam,
        windows: &'a IntervalSet<UtcMinute>,
        quorum: Option<usize>,
        context: Context<'a>,
    ) -> Self {
        Self { prepared, windows, quorum, context }
    }
}

impl Document for WindowsDocument<'_> {
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
