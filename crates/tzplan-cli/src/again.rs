//! The words of a command line that hold of every command about the same team: what an answer puts before the
//! flags of a next step.

use std::cell::RefCell;

use clap::ArgMatches;
use clap::parser::ValueSource;
use tzplan_report::quoted;

use crate::args;

/// Flags of one question only: of a candidate or a pool, of places, of what has to be covered, and how an
/// answer is written.
const OF_ONE: [&str; 24] = [
    "all",
    "any",
    "at-least",
    "by",
    "candidates",
    "candidates-column",
    "candidates-sheet",
    "color",
    "country",
    "days",
    "flex",
    "format",
    "holidays",
    "hours",
    "hours-in",
    "name",
    "offsets",
    "output",
    "quiet",
    "service",
    "skip-bad",
    "sort",
    "top",
    "zone",
];

thread_local! {
    static WORDS: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Remembers the words of a line that was read.
pub(crate) fn remember(matches: &ArgMatches) {
    let words = matches.subcommand().map(|(command, matches)| of(command, matches)).unwrap_or_default();
    WORDS.set(words);
}

/// `team.csv --target 3h`, quoted for a shell.
pub(crate) fn words() -> String {
    WORDS.with_borrow(Clone::clone)
}

fn of(command: &str, matches: &ArgMatches) -> String {
    let definition = args::command();
    let arguments = definition.find_subcommand(command).into_iter().flat_map(clap::Command::get_arguments);
    let (mut roster, mut flags) = (Vec::new(), Vec::new());
    for argument in arguments {
        let id = argument.get_id().as_str();
        if matches.value_source(id) != Some(ValueSource::CommandLine) {
            continue;
        }
        let values = matches
            .get_raw(id)
            .into_iter()
            .flatten()
            .map(|value| quoted(&tzplan_roster::clean(&value.to_string_lossy())));
        match argument.get_long() {
            Some(flag) if OF_ONE.contains(&flag) => {}
            Some(flag) if argument.get_action().takes_values() => {
                flags.extend(values.map(|value| format!("--{flag} {value}")));
            }
            Some(flag) => flags.push(format!("--{flag}")),
            None => roster.extend(values),
        }
    }
    [roster, flags].concat().join(" ")
}
