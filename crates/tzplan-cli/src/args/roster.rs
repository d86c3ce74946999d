//! The roster that a command reads, and how.

use std::path::{Path, PathBuf};

use clap::Args;
use tzplan_roster::NamedColumn;

use crate::values;

#[derive(Args, Debug)]
pub(crate) struct RosterArguments {
    /// The roster: a CSV, XLSX, ODS, JSON, TOML or YAML file that names zones; `-` for standard input.
    #[arg(value_name = "ROSTER")]
    roster: PathBuf,

    #[command(flatten)]
    reading: ReadingArguments,
}

impl RosterArguments {
    pub(crate) fn source(&self) -> Source<'_> {
        Source { path: &self.roster, reading: &self.reading }
    }
}

#[derive(Args, Debug)]
pub(crate) struct ReadingArguments {
    /// The sheet of a workbook that holds the roster: its name, or its place from 1 [default: the first].
    #[arg(long, value_name = "NAME|N")]
    pub(crate) sheet: Option<String>,

    /// Which column gives a field, whatever its header says: `hours='Desk time'`; `team=none` where no column does.
    /// May be repeated.
    #[arg(long, value_name = "FIELD=HEADER")]
    pub(crate) column: Vec<NamedColumn>,

    /// What a label, or an abbreviation in labels, means in the files read: `PST=America/Los_Angeles`. May be
    /// repeated.
    #[arg(long, value_name = "LABEL=ZONE", value_parser = values::label)]
    pub(crate) read_as: Vec<(String, String)>,
}

/// A file and how to read it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    pub(crate) path: &'a Path,
    pub(crate) reading: &'a ReadingArguments,
}
