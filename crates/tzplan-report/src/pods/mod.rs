//! The pods of a team: who is in which, what each shares, and who bridges them.

mod csv;
pub(crate) mod json;
pub(crate) mod rows;
mod text;

use tzplan::pods::Bridge;
use tzplan::{Pods, PreparedTeam};

use crate::context::Context;
use crate::document::document;

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

document!(PodsDocument: text::print, json::write, csv::write);
