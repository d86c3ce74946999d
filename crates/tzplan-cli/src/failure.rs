//! Why a request could not be answered.

use std::io;
use std::path::PathBuf;

use tzplan_roster::ReadError;

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
    #[error("{}", .0.join("; "))]
    Several(Vec<String>),
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

fn meant(near: Option<&str>) -> String {
    near.map(|near| format!(" — did you mean {near}?")).unwrap_or_default()
}

impl Failure {
    /// Nothing where there are no faults, else all of them.
    pub(crate) fn of_any(faults: Vec<String>) -> Result<(), Self> {
        if faults.is_empty() { Ok(()) } else { Err(Self::Several(faults)) }
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
            let _ = writeln!(stderr, "tzplan: {}", tzplan_roster::clean(what));
        };
        match self {
            Self::Several(faults) => {
                faults.iter().take(MOST_LINES).for_each(|fault| say(fault));
                if let more @ 1.. = faults.len().saturating_sub(MOST_LINES) {
                    say(&format!("and {more} more faults of this kind"));
                }
            }
            other => say(&other.to_string()),
        }
    }
}
