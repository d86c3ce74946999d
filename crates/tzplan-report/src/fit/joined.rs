//! The team with candidates on it, for a picture of their day.

use tzplan::fit::TeamWithCandidates;
use tzplan::{Attendance, Schedule};

use super::text::View;

/// The team with the candidates, of whom there is at least one, by what they are called.
pub(crate) fn joined(candidates: &[View<'_>], attendance: Attendance) -> TeamWithCandidates {
    let opening = candidates[0].document.candidate.opening();
    let named: Vec<(&str, &Schedule)> =
        candidates.iter().map(|candidate| (candidate.subject(), candidate.schedule())).collect();
    opening.with_candidates(&named, attendance)
}
