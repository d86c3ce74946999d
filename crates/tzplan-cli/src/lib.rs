//! The program `tzplan` as a library: plans teams across time zones.
//!
//! [`run`] is the program. Whoever embeds tzplan reads the crates `tzplan`, `tzplan-roster` and
//! `tzplan-report` instead.
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

mod answer;
mod answered_by;
mod args;
mod calendars;
mod clock;
mod commands;
mod diagnostics;
mod draft;
mod failure;
mod flag;
mod hubs;
mod input;
mod interrupted;
mod ledger;
mod line;
mod names;
mod output;
mod people_of;
mod preferences;
mod progress;
mod reach;
mod request;
mod required;
mod settings;
mod values;
mod what_if;

use std::ffi::OsString;
use std::process::ExitCode;

/// Answers a command line, whose first word is the name of the program, and says how that ended.
pub fn run(line: impl Iterator<Item = OsString>) -> ExitCode {
    let arguments = match line::read(line) {
        Ok(arguments) => arguments,
        Err(answered) => return answered,
    };
    if arguments.is_quiet() {
        diagnostics::be_quiet();
    }
    match commands::run(&arguments) {
        Ok(answer) => answer.into(),
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            failure.report();
            ExitCode::from(2)
        }
    }
}
