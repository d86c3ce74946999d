//! The command line. Help, usage and completions come from these definitions.

mod about;
mod calendars;
mod common;
mod hire;
mod meet;
mod report;
mod roster;
mod team;
mod what_if;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clap::{Args, Parser, Subcommand};
use tzplan::Tzdb;

use crate::values::{self, Quorum};
pub(crate) use about::{CompletionsArguments, ManArguments, SchemaArguments};
pub(crate) use calendars::CalendarArguments;
pub(crate) use common::{Color, CommonArguments, Format, HorizonArguments, OutputArguments, PolicyArguments};
pub(crate) use hire::{CandidateArguments, FitArguments, PoolArguments, RegionsArguments};
pub(crate) use meet::MeetArguments;
pub(crate) use report::{Chart, ReportArguments};
pub(crate) use roster::Source;
use roster::{ReadingArguments, RosterArguments};
pub(crate) use team::{CoverageArguments, GroupBy, PairsArguments, TeamArguments};
pub(crate) use what_if::WhatIfArguments;

/// Plans teams across time zones.
///
/// Says how many hours a day everyone shares, through a whole year of clock changes; whether the team can run
/// on overlap, on overlap with small shifts, in pods or only asynchronously; and what would change that.
#[derive(Debug, Parser)]
#[command(
    name = "tzplan",
    version = version(),
    args_conflicts_with_subcommands = true,
    arg_required_else_help = true,
    after_help = "Exit codes: 0 answered; 1 the answer is no (a candidate who fits async only, no clean slot \
                  under `meet`, a roster with faults under `check`, a label that is no zone); \
                  2 could not answer.\nEvery command reads `-` as standard input. The same input and flags give the same output; \
                  the clock is read only where --from is absent.\nPlaces are from GeoNames (geonames.org), CC BY 4.0."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    #[command(flatten)]
    pub(crate) plan: PlanArguments,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// The seasons of the year: what everyone shares in each, and the drift weeks between clock changes.
    Year(TeamArguments),
    /// Who overlaps with whom, and how long replies take.
    Pairs(PairsArguments),
    /// The fewest groups that each share enough of the day.
    Pods(TeamArguments),
    /// How many are at work at every hour, and the gaps.
    Coverage(CoverageArguments),
    /// Whether a candidate fits the team, before the offer is made; or who of many fits best.
    ///
    /// The answer is fits, fits with a shift of the candidate's own day, or fits async only, with what they
    /// share with each teammate, the team's verdict before and after, the shift or the trap, reply waits and
    /// the hours they would cover. Exit codes: 0 fits or fits with a shift, and a pool that was ranked; 1
    /// fits async only; 2 could not answer.
    Fit(Box<FitArguments>),
    /// Where in the world to hire: every zone judged like a candidate, zones with equal clocks in one row.
    Regions(RegionsArguments),
    /// Recurring times for a meeting, and what each costs whom through the year; single ones; turns.
    ///
    /// A slot stays at one time on the anchor's clock, so that clock changes move it for others. The best
    /// come first: with --quorum fewest occurrences without it, then fewest missed by required people, then
    /// the least longest stretch of anybody's day, then the least in all. Where none is clean, the page says
    /// why and what would open one. --rotate N gives turns over N weeks instead: fewest occurrences missed by
    /// anybody, then the least that anybody works longer in all (--ledger carries in what they did before),
    /// then the least together. Exit codes: 0 some slot is clean, a rotation, a calendar; 1 no slot is clean;
    /// 2 could not answer.
    Meet(Box<MeetArguments>),
    /// One page to send round, or one of its charts: the verdict, the day, the year, the week, pairs, shifts,
    /// and where to hire.
    ///
    /// The page is HTML that needs no network, can be read without its script, and prints. A chart is SVG.
    Report(Box<ReportArguments>),
    /// Reads a roster and prints every fault in it.
    Check(CheckArguments),
    /// What a place or a label resolves to; without one, the zones of the database.
    Zones(ZonesArguments),
    /// Writes an example roster with comments.
    Init(InitArguments),
    /// The JSON Schema (2020-12) of the JSON output.
    Schema(SchemaArguments),
    /// A script that teaches a shell to complete commands, flags and their values.
    Completions(CompletionsArguments),
    /// The manual, for `man`: a page of the program and one of each command.
    Man(ManArguments),
}

#[derive(Args, Debug)]
pub(crate) struct PlanArguments {
    /// The roster: a CSV, XLSX, ODS, JSON, TOML or YAML file that names zones; `-` for standard input.
    #[arg(value_name = "ROSTER", required = true)]
    pub(crate) roster: Option<PathBuf>,

    #[command(flatten)]
    reading: ReadingArguments,

    /// Prints the dated windows that everyone shares instead of the plan; days off count.
    #[arg(long)]
    pub(crate) windows: bool,

    /// Dated windows with so many people at work (`3`, `80%`) and everyone marked as required.
    #[arg(long, value_name = "K|P%", value_parser = values::quorum)]
    pub(crate) quorum: Option<Quorum>,

    #[command(flatten)]
    pub(crate) what_if: WhatIfArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

impl PlanArguments {
    /// The roster, which is there where no command is.
    pub(crate) fn source(&self) -> Source<'_> {
        Source { path: self.roster.as_deref().unwrap_or(Path::new("-")), reading: &self.reading }
    }
}

#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) roster: RosterArguments,

    #[command(flatten)]
    pub(crate) calendars: CalendarArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

#[derive(Args, Debug)]
pub(crate) struct ZonesArguments {
    /// A place such as "Portland, OR", an IANA id, or a fixed offset such as UTC+5:30.
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    pub(crate) query: Option<String>,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

#[derive(Args, Debug)]
pub(crate) struct InitArguments {
    /// Writes it to a file instead of standard output; an existing file is never overwritten.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// The roster as it is, or as a document that holds its text.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// The program's version, that of the rules it carries, and where its places are from.
fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let places = if cfg!(feature = "places") { "; places: GeoNames, CC BY 4.0" } else { "" };
        format!("{} (tz database {}{places})", env!("CARGO_PKG_VERSION"), Tzdb::bundled().version())
    });
    &VERSION
}
