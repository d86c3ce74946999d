//! The page about one candidate.

pub(crate) mod answer;
pub(crate) mod best;
pub(crate) mod card;
mod day;
mod everyone;
mod evidence;
mod hours;
mod own_week;
mod plan;
mod team;
mod teammates;

use std::io;

use tzplan::fit::{Fit, TeamWithCandidates};
use tzplan::pairs::PairOverlap;
use tzplan::{Attendance, Policy, PreparedTeam, ProfileId, Schedule};

use super::FitDocument;
use crate::text::{Page, head};
use crate::words::people::{Names, People};
pub(crate) use day::{LONGEST, decides};

/// Columns the candidate's name may take.
const NAME: usize = 80;
/// What somebody is called whom nobody names.
const UNNAMED: &str = "candidate";

/// What the parts of the page share.
#[derive(Debug)]
pub(crate) struct View<'v> {
    pub(crate) document: &'v FitDocument<'v>,
    pub(crate) fit: &'v Fit,
    pub(crate) prepared: &'v PreparedTeam,
    policy: &'v Policy,
    pub(crate) people: People<'v>,
    /// Clean; empty for a candidate without a name.
    name: String,
}

impl<'v> View<'v> {
    pub(crate) fn of(document: &'v FitDocument<'v>, names: Names) -> Self {
        let opening = document.candidate.opening();
        let prepared = opening.prepared();
        Self {
            document,
            fit: &document.fit,
            prepared,
            policy: opening.policy(),
            people: People::of(prepared, names),
            name: if document.name == UNNAMED { String::new() } else { names.fit(document.name, NAME) },
        }
    }

    /// The candidate inside a sentence.
    pub(crate) fn name(&self) -> &str {
        if self.name.is_empty() { "the candidate" } else { &self.name }
    }

    /// The candidate at the start of one.
    pub(crate) fn subject(&self) -> &str {
        if self.name.is_empty() { "The candidate" } else { &self.name }
    }

    pub(crate) fn pair(&self, profile: ProfileId) -> &PairOverlap {
        &self.document.pairs[profile.index()]
    }

    pub(crate) fn schedule(&self) -> &Schedule {
        self.document.candidate.schedule()
    }

    /// Of a hybrid team: those of two people or more.
    fn pods(&self) -> &[Vec<ProfileId>] {
        self.document.candidate.opening().pods()
    }
}

pub(super) fn print(document: &FitDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let view = View::of(document, page.names());
    head::print(page, view.prepared, document.context)?;
    page.blank()?;
    head::verdict(page, &answer::heading(&view), view.policy.target())?;
    for sentence in answer::sentences(&view) {
        page.paragraph(2, &sentence)?;
    }
    if view.schedule().is_empty() {
        return Ok(());
    }
    if view.prepared.required_members() > 0 {
        day::print(page, &view)?;
    }
    plan::print(page, &view)?;
    teammates::print(page, &view)?;
    everyone::print(page, &view)?;
    evidence::print(page, &view)
}

/// The team with candidates on it, of whom there is at least one, by what they are called.
pub(crate) fn joined(candidates: &[View<'_>], attendance: Attendance) -> TeamWithCandidates {
    let opening = candidates[0].document.candidate.opening();
    let named: Vec<(&str, &Schedule)> =
        candidates.iter().map(|candidate| (candidate.subject(), candidate.schedule())).collect();
    opening.with_candidates(&named, attendance)
}
