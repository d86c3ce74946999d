//! `tzplan`: the program, all of which is in the library beside it.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    tzplan_cli::run(std::env::args_os())
}
