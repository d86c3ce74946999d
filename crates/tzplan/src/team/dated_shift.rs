//! Days that are moved on some dates only.

use crate::dates::DateRange;
use crate::duration::Shift;

/// Local dates on which a day is moved from the stated hours: a [what-if](super::Change::ShiftOn), or what an
/// [agreement](crate::agreement) makes of shifts that go by season.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct DatedShift {
    /// The dates on which shifts start that are moved, on the clock on which the hours are read.
    pub dates: DateRange,
    /// By how much, counted from the stated hours.
    pub by: Shift,
}
