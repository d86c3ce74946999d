//! The page about one candidate.

mod answer;
mod everyone;
mod evidence;
mod hours;
mod teammates;

use std::io;

use tzplan::fit::{Candidate, Fit};
use tzplan::pairs::PairOverlap;
use tzplan::{Policy, PreparedTeam, ProfileId};

use crate::context::Context;
use crate::text::head;
use crate::text::page::Page;
use crate::words::people::{Names, People};

/// Columns the candidate's name may take.
const NAME: usize = 24;

/// What the parts of the page share.
#[derive(Debug)]
struct View<'v> {
    prepared: &'v PreparedTeam<'v>,
    policy: &'v Policy,
    people: People<'v>,
    candidate: &'v Candidate<'v>,
    /// Clean; empty for a candidate without a name.
    name: String,
    fit: Fit,
    /// By profile.
    pairs: Vec<PairOverlap>,
}

impl<'v> View<'v> {
    fn of(name: &str, candidate: &'v Candidate<'v>, names: Names) -> Self {
        let opening = candidate.opening();
        let prepared = opening.prepared();
        Self {
            prepared,
            policy: opening.policy(),
            people: People::of(prepared, names),
            candidate,
            name: names.fit(name, NAME),
            fit: candidate.fit(),
            pairs: candidate.pairs(),
        }
    }

    /// The candidate inside a sentence.
    fn name(&self) -> &str {
        if self.name.is_empty() { "the candidate" } else { &self.name }
    }

    /// The candidate at the start of one.
    fn subject(&self) -> &str {
        if self.name.is_empty() { "The candidate" } else { &self.name }
    }

    fn pair(&self, profile: ProfileId) -> &PairOverlap {
        &self.pairs[profile.index()]
    }
}

pub(crate) fn print(
    page: &mut Page<'_>,
    name: &str,
    candidate: &Candidate<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    let view = View::of(name, candidate, page.names());
    head::print(page, view.prepared, context)?;
    page.blank()?;
    head::verdict(page, &answer::heading(&view), view.policy.target())?;
    for sentence in answer::sentences(&view) {
        page.paragraph(2, &sentence)?;
    }
    if candidate.schedule().is_empty() {
        return Ok(());
    }
    teammates::print(page, &view)?;
    everyone::print(page, &view)?;
    evidence::print(page, &view)
}
