//! The team with candidates on it, for a picture of their day.

use tzplan::team::TeamBuilder;
use tzplan::{Attendance, Team};

use super::text::View;

/// The team with the candidates behind it as people who never block.
pub(crate) fn joined(candidates: &[View<'_>]) -> Team {
    joined_as(Attendance::Optional, candidates)
}

/// The same with required candidates, whose clocks cut seasons.
pub(crate) fn joined_as_required(candidates: &[View<'_>]) -> Team {
    joined_as(Attendance::Required, candidates)
}

fn joined_as(attendance: Attendance, candidates: &[View<'_>]) -> Team {
    let prepared = candidates[0].document.candidate.opening().prepared();
    let mut team = TeamBuilder::new();
    for member in prepared.team().members() {
        // Where all are optional all are required, and stay so beside the candidates.
        let own = match (member.attendance(), prepared.is_required(member)) {
            (Attendance::Optional, true) => Attendance::Unmarked,
            (own, _) => own,
        };
        let schedule = team.intern(member.schedule().clone());
        team.add_row(member.name(), schedule, own, None, None);
        if let Some(place) = member.place() {
            let place = team.label(place);
            team.set_place(member.index(), place);
        }
    }
    for candidate in candidates {
        let schedule = team.intern(candidate.schedule().clone());
        team.add_row(candidate.subject(), schedule, attendance, None, None);
    }
    team.build()
}
