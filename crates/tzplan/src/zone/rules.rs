//! The offsets of one zone: the listed transitions, then the tail rule.

use super::tail::TailRule;
use super::transition::Transition;

/// Changes that a tail rule makes before 2040-01-01 are listed too: looking one up costs less than working it
/// out, and planning happens here. A rule that begins before 1900-01-01, as no real one does, is not listed.
const LISTED: std::ops::Range<i64> = -2_208_988_800..2_208_988_800;

/// A zone's name and every offset it ever has. Transitions that keep the offset (a new name, a new flag) are
/// not listed.
#[derive(Debug)]
pub(super) struct Rules {
    pub(super) name: Box<str>,
    first_offset: i32,
    transitions: Box<[Transition]>,
    tail: Option<Tail>,
    /// The file they were read from, which jiff reads for itself.
    #[cfg(feature = "jiff")]
    pub(super) tzif: std::borrow::Cow<'static, [u8]>,
}

#[derive(PartialEq, Eq, Debug)]
struct Tail {
    /// The rule holds from here on.
    from: i64,
    rule: TailRule,
}

impl Rules {
    pub(super) fn new(
        name: &str,
        first_offset: i32,
        mut transitions: Vec<Transition>,
        last_listed: Option<i64>,
        tail: Option<TailRule>,
    ) -> Self {
        let mut tail = tail.map(|rule| Tail { from: last_listed.unwrap_or(i64::MIN), rule });
        if let Some(tail) = tail.as_mut().filter(|tail| tail.from >= LISTED.start) {
            while let Some(next) = tail.rule.next_after(tail.from).filter(|next| next.at < LISTED.end) {
                transitions.push(next);
                tail.from = next.at;
            }
        }
        Self {
            name: name.into(),
            first_offset,
            transitions: transitions.into(),
            tail,
            #[cfg(feature = "jiff")]
            tzif: std::borrow::Cow::Borrowed(&[]),
        }
    }

    /// With the file they were read from.
    #[cfg(feature = "jiff")]
    pub(super) fn with_tzif(self, tzif: std::borrow::Cow<'static, [u8]>) -> Self {
        Self { tzif, ..self }
    }

    /// The offset in force at an instant.
    pub(super) fn offset_at(&self, at: i64) -> i32 {
        match &self.tail {
            Some(tail) if at > tail.from => tail.rule.offset_at(at),
            _ => self.listed_offset_at(at),
        }
    }

    /// The first change of offset after an instant.
    pub(super) fn next_after(&self, at: i64) -> Option<Transition> {
        let listed = self.transitions.partition_point(|t| t.at <= at);
        if let Some(transition) = self.transitions.get(listed) {
            return Some(*transition);
        }
        let tail = self.tail.as_ref()?;
        tail.rule.next_after(at.max(tail.from))
    }

    fn listed_offset_at(&self, at: i64) -> i32 {
        match self.transitions.partition_point(|t| t.at <= at) {
            0 => self.first_offset,
            after => self.transitions[after - 1].offset,
        }
    }
}

impl PartialEq for Rules {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
            && self.first_offset == other.first_offset
            && self.transitions == other.transitions
            && self.tail == other.tail
    }
}
