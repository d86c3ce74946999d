//! `tzplan`: plans teams across time zones.
//!
//! One request reads as one page: arguments → roster → team → plan → report.
#![forbid(unsafe_code)]

mod args;
mod clock;
mod commands;
mod failure;
mod faults;
mod line;
mod output;
mod progress;
mod settings;
mod values;

use std::process::ExitCode;

/// What a command came to: its exit code when nothing went wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Answer {
    /// 0: answered.
    Yes,
    /// 1: the answer is no.
    No,
}

fn main() -> ExitCode {
    let arguments = match line::read(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(answered) => return answered,
    };
    match commands::run(&arguments) {
        Ok(Answer::Yes) => ExitCode::SUCCESS,
        Ok(Answer::No) => ExitCode::from(1),
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            failure.report();
            ExitCode::from(2)
        }
    }
}
