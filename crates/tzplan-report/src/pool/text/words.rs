//! What a candidate is called, and how they fit.

use tzplan::MemberRef;
use tzplan::fit::{FitResult, Rank};

use crate::pool::Pool;
use crate::words::ink::{Ink, Text};
use crate::words::people::Names;
use crate::words::{clock, people};

/// Columns of a name or a place; a narrow table breaks them between words.
pub(super) const NAME: usize = 48;

/// `fits`, `fits 1½ h later`, `fits by plan`, `async only`.
pub(super) fn result(rank: &Rank) -> Text {
    match (rank.result, rank.shift) {
        (FitResult::Fits, _) => Text::new(Ink::Good, "fits"),
        (FitResult::FitsWithShift, None) => Text::new(Ink::Warn, "fits by plan"),
        (FitResult::FitsWithShift, shift) => {
            let mut text = Text::new(Ink::Warn, "fits ");
            text.push(Ink::Warn, &clock::moved(shift.unwrap_or_default().minutes()));
            text
        }
        (FitResult::FitsAsync, _) => Text::new(Ink::Bad, "async only"),
    }
}

/// `Rosa`, `row 12` for somebody without a name.
pub(super) fn name(pool: &Pool<'_>, candidate: MemberRef<'_>, names: Names) -> String {
    match names.fit(candidate.name(), NAME) {
        none if none.is_empty() => match (pool.row)(candidate.index()) {
            Some(row) => format!("row {row}"),
            None => format!("candidate {}", candidate.index() + 1),
        },
        name => name,
    }
}

/// `Lima`, `Lima +1` for somebody with hours in two places.
pub(super) fn where_from(candidate: MemberRef<'_>, names: Names) -> String {
    let posts = candidate.schedule().posts();
    let tail = if posts.len() > 1 { format!(" +{}", posts.len() - 1) } else { String::new() };
    names.fit(&people::place_of(candidate), NAME) + &tail
}
