//! What an occurrence asks of a member.

use crate::minutes::Minutes;

/// What an occurrence asks of a member as if they had no days off, and whether they are off. Less is better,
/// compared in the order of the fields.
///
/// An occurrence belongs to the member's local date on which it starts, or to the day before where a shift of
/// that day (cancelled or not) runs into it. The *span* of a day goes from its first start to its last end,
/// breaks included.
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
    /// By how much that day's span would have to be longer to hold it, at one end; at both where the meeting
    /// is longer than the span at both. 0 inside it.
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

    /// What they give to it: the same, but nothing where they miss it.
    #[must_use]
    pub fn given(self) -> Self {
        let nothing = Self { no_workday: self.no_workday, off: self.off, ..Self::default() };
        if self.is_missed() { nothing } else { self }
    }

    /// The same without the day off.
    #[must_use]
    pub fn ordinarily(self) -> Self {
        Self { off: false, ..self }
    }
}
