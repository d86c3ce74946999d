//! How rows of pairs are laid out.

use std::io;

use tzplan::ProfileId;

use crate::text::page::Page;
use crate::text::table::{Cell, Table, first_that_fits};
use crate::words::people::People;

/// How rows are laid out: the first that fits.
const LAYOUTS: [Layout; 4] = [
    Layout { names: 16, middle: true },
    Layout { names: 12, middle: true },
    Layout { names: 12, middle: false },
    Layout { names: 8, middle: false },
];

/// Columns of each name, and whether the middle one of the figures is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout {
    pub(crate) names: usize,
    pub(crate) middle: bool,
}

impl Layout {
    /// Two names with a sign between them.
    pub(crate) fn pair(self, people: &People<'_>, a: ProfileId, sign: char, b: ProfileId) -> Cell {
        self.askers(people, format!("{} {sign} {}", people.entry(a), people.entry(b)))
    }

    /// A text in as many columns as a pair has.
    pub(crate) fn askers(self, people: &People<'_>, text: String) -> Cell {
        people.names().flowed(text, 2 * self.names + 3)
    }

    /// Prints the widest table that fits.
    pub(crate) fn print(page: &mut Page<'_>, table: impl Fn(Self) -> Table) -> io::Result<()> {
        let tables = LAYOUTS.map(table);
        tables[first_that_fits(page, &tables, 2)].print(page, 2)
    }
}
