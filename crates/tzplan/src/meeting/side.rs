//! On which side of somebody's day a meeting is.

use crate::words::words;

/// Where a meeting is that somebody's day would have to be longer for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Side {
    /// It starts before the day does.
    Before,
    /// It ends after the day does.
    After,
    /// Both: it is longer than the day.
    Both,
}

words!(Side { Before = "before", After = "after", Both = "both" });
