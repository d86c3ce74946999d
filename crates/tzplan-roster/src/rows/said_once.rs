//! What is said once in a file, at the first row that gives cause.

use rustc_hash::FxHashSet;

use crate::columns::Field;
use crate::diagnostic::Fault;

type Remark = (Option<Field>, Fault);

/// What was said so far, by code and subject.
#[derive(Default)]
pub(super) struct SaidOnce {
    said: FxHashSet<(&'static str, String)>,
    waiting: Vec<Remark>,
}

impl SaidOnce {
    /// Says something about a subject, unless something of the same code was said about it before.
    pub(super) fn say(&mut self, subject: &str, remark: Remark) {
        if self.said.insert((remark.1.code, subject.to_owned())) {
            self.waiting.push(remark);
        }
    }

    /// Whether something was said since [`take_new`](Self::take_new) was last called.
    pub(super) fn has_new(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// What was said since the last call.
    pub(super) fn take_new(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.waiting)
    }
}
