//! Whether a candidate fits a team, and what it takes.

mod csv;
pub(crate) mod html;
pub(crate) mod json;
mod teammates;
pub(crate) mod text;

use tzplan::days_off::DayOff;
use tzplan::fit::{Candidate, CandidateWaits, CoverageGained, Fit, FitResult, TeamOverlap};
use tzplan::pairs::PairOverlap;
use tzplan::{Season, SeasonOverlap};

use crate::context::Context;
use crate::document::document;

/// Whether a candidate fits: the answer, each teammate, the team before and after, the shift or the trap,
/// waits, and the hours gained.
#[derive(Debug)]
pub struct FitDocument<'a> {
    pub(crate) name: &'a str,
    /// Where they live, as somebody typed it.
    pub(crate) place: Option<&'a str>,
    pub(crate) candidate: &'a Candidate<'a>,
    pub(crate) context: Context<'a>,
    fit: Fit,
    everyone: TeamOverlap,
    /// By profile.
    pairs: Vec<PairOverlap>,
    /// Those of the team with the candidate.
    seasons: Vec<Season>,
    waits: CandidateWaits,
    gained: Vec<CoverageGained>,
    days_off: Vec<DayOff>,
}

impl<'a> FitDocument<'a> {
    /// Of a candidate and what to call them; the name may be empty.
    pub fn new(name: &'a str, candidate: &'a Candidate<'a>, context: Context<'a>) -> Self {
        Self {
            name,
            place: None,
            candidate,
            context,
            fit: candidate.fit(),
            everyone: candidate.team_overlap(),
            pairs: candidate.pairs(),
            seasons: candidate.seasons(),
            waits: candidate.waits(),
            gained: candidate.coverage_gained(),
            days_off: candidate.days_off(),
        }
    }

    /// The same with what the place where they live is called: Bangalore keeps the clock of Asia/Kolkata.
    #[must_use]
    pub fn with_place(self, place: Option<&'a str>) -> Self {
        Self { place, ..self }
    }

    /// The answer.
    pub fn result(&self) -> FitResult {
        self.fit.result
    }

    /// What is shared with a teammate: with required ones in the seasons of the team with the candidate, with
    /// others in the pair's own.
    fn by_season<'p>(&self, pair: &'p PairOverlap, required: bool) -> Vec<(Season, &'p SeasonOverlap)> {
        match required {
            true => pair.in_seasons(&self.seasons).collect(),
            false => pair.seasons.iter().map(|(season, overlap)| (*season, overlap)).collect(),
        }
    }
}

document!(FitDocument: text::print, json::write, csv::write; {
    fn context(&self) -> Option<Context<'_>> {
        Some(self.context)
    }

    fn has_html(&self) -> bool {
        true
    }

    fn html(&self, out: &mut dyn std::io::Write) -> std::io::Result<()> {
        html::cards(std::slice::from_ref(self), out)
    }
});
