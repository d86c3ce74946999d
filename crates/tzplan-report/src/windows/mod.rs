//! Dated windows: everyone's, or those of a quorum; days off count.

mod csv;
pub(crate) mod json;
mod text;

use tzplan::{IntervalSet, PreparedTeam, UtcMinute};

use crate::context::Context;
use crate::document::document;

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

document!(WindowsDocument: text::print, json::write, csv::write);
