//! What an occurrence asks of a member.

use super::Demand;
use crate::minutes::Minutes;

/// What an occurrence asks of a member as if they had no days off, and whether they are off. Less is better,
/// compared in the order of the fields.
///
/// An occurrence belongs to the member's local date on which it starts, or to the day before where a shift of that
/// day (cancelled or not) runs into it. The *span* of a day goes from its first start to its last end, breaks included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Asked {
    /// No shift of theirs starts on that date. Nothing below is asked then.
    pub no_workday: bool,
    /// Minutes of it at night (by the policy, on their clock) and outside that day's span.
    pub night: Minutes,
    /// Minutes of it outside both the reasonable hours (by the policy, on their clock) and that day's span.
    pub unreasonable: Minutes,
    /// By how much that day's span would have to be longer to hold it, at one end; at both where the meeting is
    /// longer than the span at both. 0 inside it.
    pub stretch: Minutes,
    /// That date's shifts are cancelled by a day off: they miss it, whatever the hour.
    pub off: bool,
}

impl Asked {
    /// Whether it lies within their hours, days off aside.
    pub fn is_within_hours(&self) -> bool {
        !self.no_workday && self.stretch == Minutes::ZERO
    }

    /// Whether they miss it: no workday, or a day off.
    pub fn is_missed(&self) -> bool {
        self.no_workday || self.off
    }

    /// Whether nothing is asked and they are not off.
    pub fn is_nothing(&self) -> bool {
        self.is_within_hours() && !self.off
    }

    /// What they give to it: the minutes of stretch and of night, none where they miss it.
    pub(super) fn given(&self) -> [u32; 2] {
        if self.is_missed() { [0, 0] } else { [self.stretch.get(), self.night.get()] }
    }

    /// The same without the day off.
    pub(super) fn ordinarily(self) -> Self {
        Self { off: false, ..self }
    }

    pub(super) fn demand(&self) -> Demand {
        if self.is_missed() { Demand::Missed } else { Demand::Stretch(self.stretch.get()) }
    }
}
