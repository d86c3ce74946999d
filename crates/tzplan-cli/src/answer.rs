//! What a command came to when nothing went wrong.

/// What a command came to when nothing went wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Answer {
    /// Exit code 0: answered.
    Yes,
    /// Exit code 1: the answer is no.
    No,
}

impl Answer {
    pub(crate) fn yes_if(condition: bool) -> Self {
        if condition { Self::Yes } else { Self::No }
    }

    /// The exit code.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Yes => 0,
            Self::No => 1,
        }
    }
}
