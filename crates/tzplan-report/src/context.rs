//! Where a document comes from.

use crate::change::Change;

/// What every document says about where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The roster's name, as the user gave it.
    pub source: &'a str,
    /// The version of the tz database in use.
    pub tzdb: &'a str,
    /// What was changed about the roster, in the order in which it is shown.
    pub changes: &'a [Change],
    /// What the files read leave open, and how it was taken.
    pub assumptions: &'a [Assumption],
    /// Settings made elsewhere than on the command line that counted, where they are not the usual ones.
    pub settings: &'a [Setting],
    /// What of a command line names the team and holds of every command about it: `team.csv --target 3h`, as
    /// a shell reads it. It stands in the command of a next step; empty where there is no such line.
    pub again: &'a str,
}

impl Context<'_> {
    /// A next step as a line to type: `tzplan fit team.csv --zone Lisbon`.
    pub(crate) fn next_step(&self, command: &str, flags: &str) -> String {
        let words = ["tzplan", command, self.again, flags];
        words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// A setting and where it was made.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Setting {
    /// What its flag is called: `max-shift`.
    pub name: String,
    /// As it was written: `3h`.
    pub value: String,
    /// The file or the environment variable that makes it: `tzplan.toml`, `TZPLAN_TARGET`.
    pub from: String,
}

/// Something that rows of a file or a flag leave open, and how it was taken.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assumption {
    /// A stable name of the kind, in kebab case.
    pub code: &'static str,
    /// The file as the user named it: the roster, the pool of candidates or a calendar. Or the flag with its
    /// value, as it is typed: `--add 'Bob=Lima 9-5'`.
    pub file: String,
    /// The first rows of the file that it was assumed in, at most 20.
    pub rows: Vec<u64>,
    /// In how many rows it was assumed; 0 where it is about the file as a whole, or about a flag.
    pub count: usize,
    /// What was assumed.
    pub message: String,
}

impl Assumption {
    /// Whether a flag leaves it open, not a file.
    pub fn is_of_flag(&self) -> bool {
        self.file.starts_with("--")
    }
}
