//! What an occurrence asks of a member, in a word.

/// Minutes, or that they miss it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum Demand {
    /// Minutes by which their day would have to be longer.
    Stretch(u32),
    /// It is no workday of theirs, or that day is off.
    Missed,
}
