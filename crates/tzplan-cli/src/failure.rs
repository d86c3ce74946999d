//! Why a request could not be answered.

use std::io;
use std::path::PathBuf;

use tzplan_roster::ReadError;

use crate::message_line::message_line;
use crate::surroundings;

/// Faults of one request that stand in lines of their own; of others their number is said.
const MOST_LINES: usize = 100;

/// Why a request could not be answered: exit code 2.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The roster has faults; they have been printed.
    #[error("{0}")]
    Faults(String),
    /// A setting that clap cannot judge by itself.
    #[error("{0}")]
    Setting(String),
    /// Settings that do not fit the roster, each in a line of its own.
    #[error("{}", .0.first.join("; "))]
    Several(Faults),
    #[error("cannot read {name}: {source}{}", meant(near.as_deref()))]
    Open {
        name: String,
        source: io::Error,
        /// What was probably meant.
        near: Option<String>,
    },
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error("cannot write {}: {source}", path.display())]
    Save { path: PathBuf, source: io::Error },
    #[error("cannot write the answer: {0}")]
    Write(#[from] io::Error),
}

/// Faults of one request: the first of them, and how many there are.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    first: Vec<String>,
    all: usize,
}

impl Faults {
    /// Another one, which is put in words if it is one of the first.
    pub(crate) fn push(&mut self, fault: impl FnOnce() -> String) {
        if self.first.len() < MOST_LINES {
            self.first.push(fault());
        }
        self.all += 1;
    }

    /// Those of others behind these.
    pub(crate) fn append(&mut self, others: Self) {
        let left = MOST_LINES - self.first.len();
        self.first.extend(others.first.into_iter().take(left));
        self.all += others.all;
    }
}

impl From<Vec<String>> for Faults {
    fn from(faults: Vec<String>) -> Self {
        let all = faults.len();
        Self { first: faults.into_iter().take(MOST_LINES).collect(), all }
    }
}

fn meant(near: Option<&str>) -> String {
    near.map(|near| format!(" — did you mean {near}?")).unwrap_or_default()
}

impl Failure {
    /// Nothing where there are no faults, else all of them.
    pub(crate) fn of_any(faults: impl Into<Faults>) -> Result<(), Self> {
        let faults = faults.into();
        if faults.all == 0 { Ok(()) } else { Err(Self::Several(faults)) }
    }

    /// Whether whoever read the output has left, which is no failure.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// Says it on standard error.
    pub(crate) fn report(&self) {
        let mut stderr = surroundings::err();
        // File names and settings are data: nothing in them steers the terminal. Nobody is left to tell when
        // standard error is closed too.
        let mut say = |what: &str| {
            let _ = writeln!(stderr, "tzplan: {}", message_line(what));
        };
        match self {
            Self::Several(faults) => {
                faults.first.iter().for_each(|fault| say(fault));
                if let more @ 1.. = faults.all - faults.first.len() {
                    say(&format!("and {more} more faults of this kind"));
                }
            }
            other => say(&other.to_string()),
        }
    }
}
