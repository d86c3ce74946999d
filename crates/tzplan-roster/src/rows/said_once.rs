//! What is said once in a file, at the first row that gives cause.

use rustc_hash::FxHashSet;

use crate::columns::Field;
use crate::diagnostic::Fault;

type Said = (Option<Field>, Fault);

/// What was said so far, by code and subject.
#[derive(Default)]
pub(super) struct Once {
    said: FxHashSet<(&'static str, String)>,
    waiting: Vec<Said>,
}

impl Once {
    /// Says something about a subject, unless something of the same code was said about it before.
    pub(super) fn say(&mut self, subject: &str, what: Said) {
        if self.said.insert((what.1.code, subject.to_owned())) {
            self.waiting.push(what);
        }
    }

    /// Whether something was said since [`take`](Self::take) was last called.
    pub(super) fn has_news(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// What was said since the last call.
    pub(super) fn take(&mut self) -> Vec<Said> {
        std::mem::take(&mut self.waiting)
    }
}
