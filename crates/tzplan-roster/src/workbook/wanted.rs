//! Which columns of a sheet are looked at.

use crate::columns::{ColumnUse, Columns, Field};

/// So many columns that are not read are looked at.
const MOST_UNREAD: usize = 64;

/// Why a column is looked at.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    /// It gives a field.
    Field(Field),
    /// It may count people, says am and pm, or when a weekday ends.
    Always,
    /// It is not read, but may hold hours or days.
    AtFirst,
}

/// The columns to look at, in their order, and after how many cells the last stands that is always wanted.
pub(super) fn wanted(columns: &Columns) -> (Vec<(usize, Wanted)>, usize) {
    let places =
        Field::ALL.into_iter().filter_map(|field| Some((columns.place(field)?, Wanted::Field(field))));
    let counts = columns.unread_counts().iter().filter(|column| !is_read(columns, **column));
    let halves = columns.halves_of_day().into_iter().chain(columns.weekday_ends()).flatten();
    let mut wanted: Vec<(usize, Wanted)> =
        places.chain(counts.copied().chain(halves).map(|column| (column, Wanted::Always))).collect();
    let width = wanted.iter().map(|(column, _)| column + 1).max().unwrap_or(0);
    let is_open = |column: &usize| !is_read(columns, *column) && !columns.unread_counts().contains(column);
    let others = (0..columns.list.len()).filter(is_open).take(MOST_UNREAD);
    wanted.extend(others.map(|column| (column, Wanted::AtFirst)));
    wanted.sort_unstable_by_key(|(column, _)| *column);
    (wanted, width)
}

fn is_read(columns: &Columns, column: usize) -> bool {
    matches!(columns.list[column].usage, ColumnUse::Read(_))
}
