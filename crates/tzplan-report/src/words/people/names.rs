//! Whether names are cut to the columns there are for them.

use crate::words::clean;
use crate::words::ink::Text;

/// Whether names are cut to the columns there are for them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Names {
    /// On a terminal, where a long one would push the numbers off the line.
    Cut,
    /// In a document, where whoever shows it breaks lines.
    Whole,
}

impl Names {
    /// The columns of a name, of this many that a terminal has for it.
    pub(crate) fn room(self, columns: usize) -> usize {
        match self {
            Self::Cut => columns,
            Self::Whole => usize::MAX,
        }
    }

    /// A string of a roster, clean; right-to-left text in an isolate.
    pub(crate) fn fit(self, text: &str, columns: usize) -> String {
        clean::fit(text, self.room(columns))
    }

    /// A text of a cell: in this many columns of a terminal as lines that break between words, in a document
    /// whole.
    pub(crate) fn flowed(self, text: impl Into<Text>, columns: usize) -> Vec<Text> {
        match self {
            Self::Cut => text.into().flowed(columns),
            Self::Whole => vec![text.into()],
        }
    }

    /// A clean text.
    pub(crate) fn cut(self, text: &str, columns: usize) -> String {
        clean::cut(text, self.room(columns))
    }
}
