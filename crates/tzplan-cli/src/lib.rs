//! The program `tzplan` as a library: plans teams across time zones.
//!
//! [`run`] is the program; [`Memory`] answers the same command lines without a machine: from files in memory,
//! at a given moment, byte for byte the same; [`command`] says which command lines there are. Whoever embeds
//! tzplan reads the crates `tzplan`, `tzplan-roster` and `tzplan-report` instead.
//!
//! One request reads as one page: arguments → request → answer of the core → document → output.
//!
//! Dependencies beyond the workspace: `clap` reads the command line and writes its help; `clap_complete` and
//! `clap_mangen` make what shells complete and the manual of the same definition; `annotate-snippets` puts
//! carets under faulty cells; `anstream` and `terminal_size` know what a terminal can show; `indicatif` shows
//! that long work goes on; `iana-time-zone` knows the machine's own zone on every system; `tempfile` makes
//! answers appear whole or not at all, `signal-hook` that none is left behind by Ctrl-C; `same-file` knows a
//! file by whatever path or link it is named; `strsim` finds the names that a misspelt one resembles; `toml`
//! reads settings with their places in a file, for which crates that layer settings have no lines;
//! `serde_json` and `csv` read back the ledgers that were written; `thiserror` spares the error type's
//! boilerplate.
#![forbid(unsafe_code)]

mod again;
mod answer;
mod answered_by;
mod args;
mod calendars;
mod clock;
mod commands;
mod diagnostics;
mod draft;
mod excerpt_lines;
mod failure;
mod flag;
mod flag_holidays;
mod hubs;
mod input;
mod interrupted;
mod ledger;
mod line;
mod message_line;
mod names;
mod output;
mod people_of;
mod preferences;
mod progress;
mod reach;
mod request;
mod required;
mod settings;
mod surroundings;
mod values;
mod what_if;

use std::ffi::OsString;
use std::process::ExitCode;

pub use names::{cut, near};
pub use surroundings::{Memory, Ran};

/// The command line's definition: its commands and flags, as help and manual show them.
pub fn command() -> clap::Command {
    args::command()
}

/// Answers a command line, whose first word is the name of the program, and says how that ended.
pub fn run(line: impl Iterator<Item = OsString>) -> ExitCode {
    answer(line).into()
}

/// The exit code of a command line, its answer written.
fn answer(line: impl Iterator<Item = OsString>) -> u8 {
    let arguments = match line::read(line) {
        Ok(arguments) => arguments,
        Err(answered) => return answered,
    };
    diagnostics::be_quiet(arguments.is_quiet());
    match commands::run(&arguments) {
        Ok(answer) => answer.code(),
        Err(failure) if failure.is_closed_pipe() => 0,
        Err(failure) => {
            failure.report();
            2
        }
    }
}
