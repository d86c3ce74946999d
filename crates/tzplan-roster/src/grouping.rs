//! Diagnostics that say the same, put together: a thousand rows with one fault are one thing to say.

use std::fmt;

use rustc_hash::FxHashMap;

use crate::diagnostic::Diagnostic;

/// The most rows that are named.
const MOST_ROWS: usize = 3;

/// Diagnostics that say the same words of one column of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct DiagnosticGroup<'a> {
    /// The first of them, which stands for all.
    pub first: &'a Diagnostic,
    /// The rows of the first few, the first one's included.
    pub rows: Vec<u64>,
    /// How many there are.
    pub count: usize,
}

impl<'a> DiagnosticGroup<'a> {
    /// Groups diagnostics, in the order of the first of each group. Complexity: linear in the diagnostics.
    pub fn of(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        let mut places = FxHashMap::default();
        for diagnostic in diagnostics {
            let Diagnostic { code, severity, file, column, message, .. } = diagnostic;
            let place = *places.entry((code, severity, file, column, message)).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Self { first: diagnostic, rows: Vec::new(), count: 0 });
            }
            let group = &mut groups[place];
            group.count += 1;
            if group.rows.len() <= MOST_ROWS {
                group.rows.push(diagnostic.row);
            }
        }
        groups
    }

    /// Where they are, in the file's words: `row 2`, `rows 2, 3, 4 and 997 more`.
    pub fn place(&self) -> impl fmt::Display {
        // One more takes no more room than the count of it.
        let shown = if self.count <= MOST_ROWS + 1 { self.count } else { MOST_ROWS };
        let mut words: Vec<String> = self.rows.iter().take(shown).map(u64::to_string).collect();
        if shown < self.count {
            words.push(format!("{} more", self.count - shown));
        }
        match words.as_slice() {
            [first @ .., last] if !first.is_empty() => format!("rows {} and {last}", first.join(", ")),
            words => format!("row {}", words.concat()),
        }
    }
}
