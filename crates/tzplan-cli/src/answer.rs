//! What a command came to when nothing went wrong.

use std::process::ExitCode;

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
}

impl From<Answer> for ExitCode {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Yes => Self::SUCCESS,
            Answer::No => Self::from(1),
        }
    }
}
