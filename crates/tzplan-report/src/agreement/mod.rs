//! The working agreement of a team.

mod csv;
mod html;
pub(crate) mod json;
mod roll;
pub(crate) mod sections;
mod text;

use tzplan::agreement::Agreement;

use crate::context::Context;
use crate::document::document;

/// The agreement that a team keeps: core hours, stand-ups, whom to ask at which hour, hand-offs, and what
/// moves for whom when clocks change.
#[derive(Clone, Copy, Debug)]
pub struct AgreementDocument<'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) context: Context<'a>,
}

impl<'a> AgreementDocument<'a> {
    /// Of an agreement.
    pub fn new(agreement: &'a Agreement, context: Context<'a>) -> Self {
        Self { agreement, context }
    }
}

document!(AgreementDocument: text::print, json::write, csv::write; {
    fn context(&self) -> Option<Context<'_>> {
        Some(self.context)
    }

    fn has_html(&self) -> bool {
        true
    }

    fn html(&self, out: &mut dyn std::io::Write) -> std::io::Result<()> {
        html::agreement(self, out)
    }
});
