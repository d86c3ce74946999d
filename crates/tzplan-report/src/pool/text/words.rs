//! What a candidate is called, and where they live.

use tzplan::MemberRef;

use crate::pool::Pool;
use crate::words::people::{self, Names};

/// Columns of a name or a place: more than any has that is one; a table breaks them between words.
pub(super) const NAME: usize = 80;

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
