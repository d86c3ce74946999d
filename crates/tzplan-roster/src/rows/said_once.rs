//! Remarks that are made once in a file, at the first row that gives cause.

use rustc_hash::FxHashSet;

use crate::columns::Field;
use crate::faults::Fault;

type Remark = (Option<Field>, Fault);

/// The remarks made so far, by code and subject.
#[derive(Default)]
pub(super) struct SaidOnce {
    said: FxHashSet<(&'static str, String)>,
    waiting: Vec<Remark>,
}

impl SaidOnce {
    /// Makes a remark about a subject, unless one of the same code was made about it before.
    pub(super) fn say(&mut self, subject: &str, remark: Remark) {
        if self.said.insert((remark.1.code, subject.to_owned())) {
            self.waiting.push(remark);
        }
    }

    /// Whether there are remarks to [take](Self::take_new).
    pub(super) fn has_new(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// The remarks made since the last call.
    pub(super) fn take_new(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.waiting)
    }
}
