//! What a candidate is called, and where they live.

use tzplan::{Horizon, MemberRef};

use crate::pool::Pool;
use crate::words::people::{self, Names, stays};

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

/// `Lima`, `Lima +1` for somebody with hours in two places, `Madrid (Mexico City from 1 Jun on)`.
pub(super) fn where_from(candidate: MemberRef<'_>, horizon: &Horizon, names: Names) -> String {
    let posts = candidate.schedule().posts();
    let tail = if posts.len() > 1 { format!(" +{}", posts.len() - 1) } else { String::new() };
    let away = posts.first().map_or_else(String::new, |post| stays::away(post, horizon));
    names.fit(&people::place_of(candidate), NAME) + &away + &tail
}
