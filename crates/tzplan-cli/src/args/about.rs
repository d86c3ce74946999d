//! Arguments of the commands about the program itself.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap_complete::Shell;
use tzplan_report::schema::Kind;

#[derive(Args, Debug)]
pub(crate) struct SchemaArguments {
    /// The command whose output is described: `plan` is the one without a name, `windows` that of --windows
    /// and --quorum, `pool` that of `fit --candidates`, `zone-list` that of `zones` without a query [default:
    /// all of them in one].
    #[arg(value_name = "COMMAND", value_parser = document())]
    pub(crate) document: Option<Kind>,

    /// Writes the answer to a file instead of standard output: whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

fn document() -> impl TypedValueParser<Value = Kind> {
    let names = Kind::ALL.map(|kind| PossibleValue::new(kind.name()));
    PossibleValuesParser::new(names).try_map(|name| Kind::of_name(&name).ok_or("no such document"))
}

#[derive(Args, Debug)]
pub(crate) struct CompletionsArguments {
    /// The shell that completes.
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,

    /// Writes the script to a file instead of standard output: whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct ManArguments {
    /// Writes a file for each page into a directory (tzplan.1, tzplan-fit.1, …) instead of all of them to
    /// standard output.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
}
