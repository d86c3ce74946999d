//! The working agreement of a team.

mod csv;
mod html;
pub(crate) mod json;
mod roll;
pub(crate) mod sections;
mod text;

use tzplan::MemberId;
use tzplan::agreement::Agreement;

use crate::context::Context;
use crate::document::document;

/// The agreement that a team keeps: core hours, stand-ups, whom to ask at which hour, hand-offs, and what
/// moves for whom when clocks change.
#[derive(Clone, Copy, Debug)]
pub struct AgreementDocument<'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) context: Context<'a>,
    /// For whom it is; empty: for everybody.
    pub(crate) people: &'a [MemberId],
}

impl<'a> AgreementDocument<'a> {
    /// Of an agreement.
    pub fn new(agreement: &'a Agreement, context: Context<'a>) -> Self {
        Self { agreement, context, people: &[] }
    }

    /// The same for some of its people: what each of them agrees to, on their own clock. For nobody it is
    /// that of everybody.
    #[must_use]
    pub fn for_people(self, people: &'a [MemberId]) -> Self {
        Self { people, ..self }
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
