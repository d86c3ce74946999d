//! Reads the command line, and says what is wrong with it.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error, FromArgMatches};

use crate::args::{self, Arguments};
use crate::failure::Failure;
use crate::message_line::message_line;
use crate::names::{cut, near};
use crate::{again, input, surroundings};

/// Longer words, in bytes, are repeated in part.
const LONGEST_WORD: usize = 500;

/// The command line as arguments. `Err` is the exit code when that is all there is to do: help, the version,
/// a mistake in the line.
pub(crate) fn read(line: impl Iterator<Item = OsString>) -> Result<Arguments, u8> {
    let mut command = args::command();
    let line = command_first(line.collect(), &command);
    let matches = command.try_get_matches_from_mut(&line);
    matches
        .inspect(again::remember)
        .and_then(|mut matches| Arguments::from_arg_matches_mut(&mut matches))
        .map_err(|error| {
            let error = no_such_command(&error, &line, &mut command).unwrap_or(error);
            let is_repeated = |word: &OsString| steers(&word.to_string_lossy()) || word.len() > LONGEST_WORD;
            let written = if error.use_stderr() && line.iter().any(is_repeated) {
                // The message repeats words of the line: nothing in them steers the terminal, or fills it.
                let message = error.render().to_string();
                let lines: Vec<_> = message.lines().map(message_line).collect();
                writeln!(surroundings::err(), "{}", lines.join("\n"))
            } else if surroundings::is_memory() {
                let mut to = if error.use_stderr() { surroundings::err() } else { surroundings::out() };
                write!(to, "{}", error.render())
            } else {
                error.print().and_then(|()| io::stdout().flush())
            };
            // Help that nobody got. Of a mistake nobody is left to tell when standard error is closed too.
            if let Err(failed) = written
                && !error.use_stderr()
                && failed.kind() != io::ErrorKind::BrokenPipe
            {
                Failure::Write(failed).report();
                return 2;
            }
            u8::try_from(error.exit_code()).unwrap_or(2)
        })
}

/// Whether a word would steer a terminal, or show something else than it says.
fn steers(word: &str) -> bool {
    tzplan_roster::clean(word) != word.trim()
}

/// The command that a misspelt one resembles.
pub(crate) fn near_command(word: &str) -> Option<String> {
    let command = args::command();
    let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    near(word, names.into_iter()).map(str::to_owned)
}

/// The line with its command before everything else: flags may stand on either side of it, and so may the
/// roster.
fn command_first(mut line: Vec<OsString>, command: &Command) -> Vec<OsString> {
    let places: Vec<usize> = words(&line, command).take(2).collect();
    let (first, second) = (places.first().copied(), places.get(1).copied());
    let is_command = |place: &usize| line[*place].to_str().is_some_and(|word| named(command, word));
    let meant = first.filter(|place| is_command(place) || line[*place] == "help");
    let behind_a_roster = || {
        let roster = line[first?].to_string_lossy();
        second.filter(is_command).filter(|_| misspelt(&roster).is_none())
    };
    if let Some(place) = meant.or_else(behind_a_roster) {
        let word = line.remove(place);
        line.insert(1, word);
    }
    line
}

/// The command that was meant by a word that is no file.
fn misspelt(word: &str) -> Option<String> {
    near_command(word).filter(|_| !input::exists(word))
}

fn named(command: &Command, word: &str) -> bool {
    command.get_subcommands().any(|known| known.get_name() == word)
}

/// The places of the words of a line that are neither flags nor their values.
fn words<'l>(line: &'l [OsString], command: &'l Command) -> impl Iterator<Item = usize> + 'l {
    let mut place = 1;
    let mut only_words = false;
    std::iter::from_fn(move || {
        while let Some(word) = line.get(place) {
            let here = place;
            place += 1;
            let word = word.to_string_lossy();
            if only_words || word == "-" || !word.starts_with('-') {
                return Some(here);
            }
            only_words = word == "--";
            place += usize::from(has_value_behind(&word, command));
        }
        None
    })
}

/// Whether the word behind a flag is its value: `--home Berlin`, but not `--home=Berlin`. A flag is the same
/// in every command.
fn has_value_behind(word: &str, command: &Command) -> bool {
    let is_meant = |arg: &clap::Arg| match word.strip_prefix("--") {
        Some(long) => arg.get_long() == Some(long),
        None => arg
            .get_short()
            .is_some_and(|short| word[1..].ends_with(short) && word.len() == 1 + short.len_utf8()),
    };
    let commands = std::iter::once(command).chain(command.get_subcommands());
    let mut arguments = commands.flat_map(Command::get_arguments);
    arguments.any(|arg| is_meant(arg) && arg.get_action().takes_values())
}

/// Of two words the first is taken for a roster, the second for a command; mostly the first is a command that
/// does not exist.
fn no_such_command(error: &Error, line: &[OsString], command: &mut Command) -> Option<Error> {
    let words: Vec<String> =
        words(line, command).map(|place| line[place].to_string_lossy().into_owned()).take(2).collect();
    let [first, second] = &words[..] else { return None };
    if named(command, first)
        || !matches!(error.kind(), ErrorKind::ArgumentConflict | ErrorKind::UnknownArgument)
    {
        return None;
    }
    let about =
        |kind, word: &str| matches!(error.get(kind), Some(ContextValue::String(about)) if about == word);
    if !about(ContextKind::InvalidSubcommand, second) && !about(ContextKind::InvalidArg, second) {
        return None;
    }
    let message = match misspelt(first) {
        Some(near) => format!("there is no command '{}' — did you mean {near}?", cut(first)),
        None => {
            format!("unexpected argument '{}': name a command and one roster, or a roster alone", cut(second))
        }
    };
    Some(command.error(ErrorKind::UnknownArgument, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(line: &str) -> String {
        let line = line.split(' ').map(OsString::from).collect();
        let line = command_first(line, &args::command());
        line.join(std::ffi::OsStr::new(" ")).into_string().unwrap_or_default()
    }

    #[test]
    fn a_command_may_stand_behind_flags_and_the_roster() {
        for (line, expected) in [
            ("tzplan --home Berlin fit team.csv", "tzplan fit --home Berlin team.csv"),
            ("tzplan --home=Berlin fit team.csv", "tzplan fit --home=Berlin team.csv"),
            ("tzplan -o x meet team.csv", "tzplan meet -o x team.csv"),
            ("tzplan --ics -o x meet team.csv", "tzplan meet --ics -o x team.csv"),
            ("tzplan --help fit", "tzplan fit --help"),
            // The roster may stand before it, and flags between the two.
            ("tzplan team.csv fit", "tzplan fit team.csv"),
            (
                "tzplan team.csv --home Berlin fit --zone Lima",
                "tzplan fit team.csv --home Berlin --zone Lima",
            ),
            ("tzplan - coverage", "tzplan coverage -"),
            // Values, files and words behind a misspelt command are no commands.
            ("tzplan piars fit", "tzplan piars fit"),
            ("tzplan team.csv --without fit", "tzplan team.csv --without fit"),
            ("tzplan --without fit team.csv", "tzplan --without fit team.csv"),
            ("tzplan ./fit", "tzplan ./fit"),
            ("tzplan - --home UTC", "tzplan - --home UTC"),
            ("tzplan fit team.csv", "tzplan fit team.csv"),
            ("tzplan", "tzplan"),
        ] {
            assert_eq!(ordered(line), expected);
        }
    }

    /// What the order of a line relies on.
    #[test]
    fn a_flag_takes_a_value_in_every_command_or_in_none() {
        let program = args::command();
        let commands = || std::iter::once(&program).chain(program.get_subcommands());
        for arg in commands().flat_map(Command::get_arguments) {
            let Some(long) = arg.get_long() else { continue };
            let same =
                commands().flat_map(Command::get_arguments).filter(|other| other.get_long() == Some(long));
            for other in same {
                assert_eq!(arg.get_action().takes_values(), other.get_action().takes_values(), "--{long}");
            }
        }
    }
}
