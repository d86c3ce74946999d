//! The pods of a team: who is in which, what each shares, and who bridges them.

mod csv;
pub(crate) mod json;
pub(crate) mod rows;
mod text;

use std::io;

use tzplan::pods::Bridge;
use tzplan::{Pods, PreparedTeam};

use crate::context::Context;
use crate::document::Document;
use crate::text::Page;
use crate::words::change::Change;

/// The fewest groups that each meet the target.
#[derive(Clone, Copy, Debug)]
pub struct PodsDocument<'a> {
    prepared: &'a PreparedTeam,
    pods: &'a Pods,
    bridges: &'a [Bridge],
    context: Context<'a>,
}

impl<'a> PodsDocument<'a> {
    /// Of the pods of a prepared team and their [bridges](Pods::bridges).
    pub fn new(
        prepared: &'a PreparedTeam,
        pods: &'a Pods,
        bridges: &'a [Bridge],
        context: Context<'a>,
    ) -> Self {
        Self { prepared, pods, bridges, context }
    }
}

impl Document for PodsDocument<'_> {
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
