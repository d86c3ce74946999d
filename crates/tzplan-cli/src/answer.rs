//! What a command came to.

/// What a command came to: its exit code when nothing went wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Answer {
    /// 0: answered.
    Yes,
    /// 1: the answer is no.
    No,
}
