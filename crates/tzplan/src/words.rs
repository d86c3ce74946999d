//! Answers that are one of a few words, written and read alike.

use std::fmt;

/// Gives an enum the words it is shown as and read from; `ALL` has them in order.
macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word it is shown as.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl std::fmt::Display for $name {
            #[doc = concat!($("`", $word, "` "),+)]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::WordError;

            /// Reads the word that it is shown as.
            fn from_str(text: &str) -> Result<Self, $crate::WordError> {
                let known = Self::ALL.iter().copied().find(|known| known.as_str() == text);
                known.ok_or_else(|| $crate::WordError::new(text, &[$($word),+]))
            }
        }
    };
}

pub(crate) use words;

/// A text that is none of the words that can be meant; its message lists them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WordError {
    seen: String,
    known: &'static [&'static str],
}

impl WordError {
    pub(crate) fn new(seen: &str, known: &'static [&'static str]) -> Self {
        Self { seen: seen.to_owned(), known }
    }

    /// The words that can be meant.
    pub fn known(&self) -> &'static [&'static str] {
        self.known
    }
}

impl fmt::Display for WordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is none of {}", self.seen, self.known.join(", "))
    }
}

impl std::error::Error for WordError {}
