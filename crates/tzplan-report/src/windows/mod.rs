//! Dated windows: everyone's, or those of a quorum; days off count.

mod csv;
pub(crate) mod json;
mod text;

use tzplan::absence::Absence;
use tzplan::{IntervalSet, PreparedTeam, UtcMinute};

use crate::context::Context;
use crate::document::document;

/// Dated windows within the horizon.
#[derive(Clone, Copy, Debug)]
pub struct WindowsDocument<'a> {
    prepared: &'a PreparedTeam,
    windows: &'a IntervalSet<UtcMinute>,
    quorum: Option<usize>,
    missed: &'a [Absence],
    context: Context<'a>,
}

impl<'a> WindowsDocument<'a> {
    /// Of the windows of a prepared team, with the quorum (`None` for those in which everyone required is at
    /// work) and who is [missed](tzplan::overlap::missed) in them.
    pub fn new(
        prepared: &'a PreparedTeam,
        windows: &'a IntervalSet<UtcMinute>,
        quorum: Option<usize>,
        missed: &'a [Absence],
        context: Context<'a>,
    ) -> Self {
        Self { prepared, windows, quorum, missed, context }
    }
}

document!(WindowsDocument: text::print, json::write, csv::write);
