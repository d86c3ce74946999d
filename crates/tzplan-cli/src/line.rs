//! Reads the command line, and says what is wrong with it.

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Error, Parser};

use crate::args::Arguments;

/// The command line as arguments. `Err` is the exit code when that is all there is to do: help, the version,
/// a mistake in the line.
pub(crate) fn read(line: impl Iterator<Item = OsString>) -> Result<Arguments, ExitCode> {
    let line: Vec<OsString> = line.collect();
    Arguments::try_parse_from(&line).map_err(|error| {
        let error = no_such_command(&error).unwrap_or(error);
        // Nobody is left to tell when standard error is closed too.
        let _ = if line.iter().any(|word| steers(&word.to_string_lossy())) {
            // The message repeats words of the line: nothing in them steers the terminal.
            let message = error.render().to_string();
            let lines: Vec<_> = message.lines().map(tzplan_roster::clean).collect();
            writeln!(anstream::stderr(), "{}", lines.join("\n"))
        } else {
            error.print()
        };
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
    })
}

/// Whether a word would steer a terminal, or show something else than it says.
fn steers(word: &str) -> bool {
    tzplan_roster::clean(word) != word.trim()
}

/// Of two words the first is taken for a roster, the second for a command; mostly the first is a command that
/// does not exist.
fn no_such_command(error: &Error) -> Option<Error> {
    let Some(ContextValue::String(second)) = error.get(ContextKind::InvalidSubcommand) else { return None };
    let mut command = Arguments::command();
    if error.kind() != ErrorKind::ArgumentConflict || command.find_subcommand(second).is_some() {
        return None;
    }
    let message = format!("unexpected argument '{second}': name a command and one roster, or a roster alone");
    Some(command.error(ErrorKind::UnknownArgument, message))
}
