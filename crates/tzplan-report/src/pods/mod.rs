//! The pods of a team: who is in which, what each shares, and who bridges them.

mod csv;
pub(crate) mod json;
pub(crate) mod rows;
mod text;

use tzplan::pods::Bridge;
use tzplan::{Pods, PreparedTeam};

use crate::context::Context;
use crate::document::document;
use crate::words::Everyone;

/// The fewest groups that each meet the target.
#[derive(Clone, Copy, Debug)]
pub struct PodsDocument<'a> {
    prepared: &'a PreparedTeam,
    pods: &'a Pods,
    bridges: &'a [Bridge],
    everyone: Everyone,
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
        Self { prepared, pods, bridges, everyone: Everyone::default(), context }
    }

    /// With everybody's name below, in a team of any size, where that is asked for. Text and Markdown only:
    /// JSON and CSV name everybody anyway.
    #[must_use]
    pub fn everyone(self, everyone: Everyone) -> Self {
        Self { everyone, ..self }
    }
}

document!(PodsDocument: text::print, json::write, csv::write);
