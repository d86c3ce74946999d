//! What several messages say: quotations, lists, and names that may have been meant.

use std::fmt;

use crate::text::{clean, shorten};

/// A text from outside between backticks, without control characters, cut where it is very long.
#[derive(Clone, Copy)]
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

/// Quotations longer than this are cut.
pub(crate) const LONGEST_QUOTE: usize = 60;

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", shorten(&clean(self.0), LONGEST_QUOTE))
    }
}

/// A count with its noun: `1 row`, `3 rows`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Items as people list them: `A`, `A or B`, `A, B or C`. Of many only the first, and how many more there
/// are.
pub(crate) struct Listed<'a, T> {
    items: &'a [T],
    /// What stands before the last one.
    last: &'static str,
    shown: usize,
    all: usize,
}

impl<'a, T> Listed<'a, T> {
    /// All items; `last` stands before the last one, with its blanks.
    pub(crate) fn new(items: &'a [T], last: &'static str) -> Self {
        Self { items, last, shown: items.len(), all: items.len() }
    }

    /// At most that many items.
    pub(crate) fn first(self, most: usize) -> Self {
        Self { shown: self.items.len().min(most), ..self }
    }

    /// These are the first of so many.
    pub(crate) fn out_of(self, all: usize) -> Self {
        Self { all, ..self }
    }
}

impl<T: fmt::Display> fmt::Display for Listed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = self.all - self.shown;
        let parts = self.shown + usize::from(more > 0);
        for (place, item) in self.items[..self.shown].iter().enumerate() {
            let between = match place {
                0 => "",
                _ if place + 1 == parts => self.last,
                _ => ", ",
            };
            write!(f, "{between}{item}")?;
        }
        if more > 0 {
            write!(f, "{}{more} more", if parts > 1 { self.last } else { "" })?;
        }
        Ok(())
    }
}

/// Longer names are compared with none.
#[cfg(feature = "structured")]
const LONGEST_NAME: usize = 20;

/// The first of some names that is at most two slips away from what is written.
#[cfg(feature = "structured")]
pub(crate) fn near<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let folded = written.to_lowercase();
    let mut names = names.into_iter().filter(|_| written.len() <= LONGEST_NAME);
    names.find(|name| strsim::osa_distance(name, &folded) <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_clean_and_short() {
        assert_eq!(Quoted(" a\u{1b}b ").to_string(), "`ab`");
        assert_eq!(Quoted(&"x".repeat(100)).to_string(), format!("`{}…`", "x".repeat(LONGEST_QUOTE)));
    }

    #[test]
    fn lists_worked_by_hand() {
        let or = |items: &[&str], most| Listed::new(items, " or ").first(most).to_string();
        assert_eq!([or(&[], 3), or(&["A"], 3), or(&["A", "B"], 3)], ["", "A", "A or B"]);
        assert_eq!(or(&["A", "B", "C"], 3), "A, B or C");
        assert_eq!(or(&["A", "B", "C", "D"], 2), "A, B or 2 more");
        assert_eq!(Listed::new(&[1, 2, 3], ", ").first(2).to_string(), "1, 2, 1 more");
    }
}
