//! The words of a command line that hold of every command about the same team: what an answer puts before the
//! flags of a next step, and what lists all that was found in a file.

use std::cell::RefCell;

use clap::parser::ValueSource;
use clap::{ArgMatches, Command};
use tzplan_report::quoted;

use crate::args;
use crate::input::STANDARD;

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

/// Flags by which a roster is read, and on which days off are found: without them `check` may find something
/// else.
const OF_READING: [&str; 9] =
    ["sheet", "column", "read-as", "off-ics", "holidays-ics", "from", "to", "weeks", "tzdata"];
/// The same of a pool of candidates, and what `check` calls them.
const OF_POOL: [(&str, &str); 8] = [
    ("candidates-sheet", "sheet"),
    ("candidates-column", "column"),
    ("read-as", "read-as"),
    ("holidays-ics", "holidays-ics"),
    ("from", "from"),
    ("to", "to"),
    ("weeks", "weeks"),
    ("tzdata", "tzdata"),
];

/// What a line said.
#[derive(Default)]
struct Words {
    /// The roster and the flags of every command about it.
    team: String,
    /// The flags by which the roster was read, and those of a pool, as `check` has them.
    reading: String,
    pool: String,
}

thread_local! {
    static WORDS: RefCell<Words> = RefCell::default();
}

/// Remembers the words of a line that was read.
pub(crate) fn remember(matches: &ArgMatches) {
    let definition = args::command();
    WORDS.set(match matches.subcommand() {
        Some((command, matches)) => {
            definition.find_subcommand(command).map(|command| of(command, matches)).unwrap_or_default()
        }
        // A roster alone is planned.
        None => of(&definition, matches),
    });
}

/// The command that lists all of what was found in the roster of this name.
pub(crate) fn check_of_roster(source: &str) -> String {
    WORDS.with_borrow(|words| check(source, &words.reading))
}

/// The same of a pool of candidates.
pub(crate) fn check_of_pool(source: &str) -> String {
    WORDS.with_borrow(|words| check(source, &words.pool))
}

fn check(source: &str, flags: &str) -> String {
    let source = if source == STANDARD { "-".to_owned() } else { quoted(source) };
    format!("tzplan check {source} {flags}").trim_end().to_owned()
}

/// `team.csv --target 3h`, quoted for a shell.
pub(crate) fn words() -> String {
    WORDS.with_borrow(|words| words.team.clone())
}

fn of(command: &Command, matches: &ArgMatches) -> Words {
    let (mut roster, mut flags, mut reading, mut pool) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for argument in command.get_arguments() {
        let id = argument.get_id().as_str();
        if matches.value_source(id) != Some(ValueSource::CommandLine) {
            continue;
        }
        let values: Vec<String> = matches
            .get_raw(id)
            .into_iter()
            .flatten()
            .map(|value| quoted(&tzplan_roster::clean(&value.to_string_lossy())))
            .collect();
        let Some(flag) = argument.get_long() else {
            roster.extend(values);
            continue;
        };
        let called = |flag| values.iter().map(move |value| format!("--{flag} {value}"));
        if OF_READING.contains(&flag) {
            reading.extend(called(flag));
        }
        if let Some((_, of_check)) = OF_POOL.iter().find(|(of_pool, _)| *of_pool == flag) {
            pool.extend(called(of_check));
        }
        match argument.get_action().takes_values() {
            _ if OF_ONE.contains(&flag) => {}
            true => flags.extend(called(flag)),
            false => flags.push(format!("--{flag}")),
        }
    }
    Words { team: [roster, flags].concat().join(" "), reading: reading.join(" "), pool: pool.join(" ") }
}
