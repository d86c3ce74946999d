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
        Source { path: Some(&self.roster), example: false, hubs: &[], reading: &self.reading }
    }
}

/// A roster, or hubs in its place.
#[derive(Args, Debug)]
pub(crate) struct TeamSourceArguments {
    /// The roster: a CSV, XLSX, ODS, JSON, YAML, TOML or Markdown file with a column for the zone; `-` for
    /// standard input.
    // Under no heading of the flags before it.
    #[arg(value_name = "ROSTER", help_heading = None::<&'static str>, required_unless_present = "against")]
    roster: Option<PathBuf>,

    /// Instead of a roster: hours that somebody has to share, as 'America/Los_Angeles 10-18' or 'Berlin 9-17
    /// Mon-Thu' [default hours: 9-17 Mon-Fri]. They do not move. Repeat it for more hubs, all of which are
    /// needed.
    #[arg(help_heading = "Roster", long, value_name = "PLACE HOURS")]
    against: Vec<String>,

    #[command(flatten)]
    reading: ReadingArguments,
}

impl TeamSourceArguments {
    pub(crate) fn source(&self) -> Source<'_> {
        Source { path: self.roster.as_deref(), example: false, hubs: &self.against, reading: &self.reading }
    }
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Roster")]
pub(crate) struct ReadingArguments {
    /// The sheet of a workbook that holds the roster: its name, or its place from 1 [default: the first].
    #[arg(long, value_name = "NAME|N")]
    pub(crate) sheet: Option<String>,

    /// Which column gives a field, whatever its header says: `hours='Desk time'`; `team=none` where no column
    /// does. May be repeated.
    #[arg(long, value_name = "FIELD=HEADER")]
    pub(crate) column: Vec<NamedColumn>,

    /// What a label, or an abbreviation in labels, means in the files and flags read:
    /// `PST=America/Los_Angeles`. May be repeated.
    #[arg(long, value_name = "LABEL=ZONE", value_parser = values::label)]
    pub(crate) read_as: Vec<(String, String)>,
}

/// A file and how to read it, or the example or hubs in its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    pub(crate) path: Option<&'a Path>,
    /// Whether the built-in example stands in its place.
    pub(crate) example: bool,
    /// The values of `--against`.
    pub(crate) hubs: &'a [String],
    pub(crate) reading: &'a ReadingArguments,
}

impl Source<'_> {
    /// What a file about it may be called: `team.html` of `team.csv`.
    pub(crate) fn file_name(&self, extension: &str) -> String {
        let stem = self.path.filter(|path| path.as_os_str() != "-").and_then(Path::file_stem);
        let stem = stem.map_or("team".into(), |stem| stem.to_string_lossy());
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let stem = if stem.chars().all(plain) { &stem } else { "team" };
        format!("{stem}.{extension}")
    }
}
