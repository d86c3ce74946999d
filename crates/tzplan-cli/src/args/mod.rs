//! The command line. Help, usage and completions come from these definitions.

mod about;
mod agreement;
mod calendars;
mod common;
mod demo;
mod hire;
mod meet;
mod plan;
mod report;
mod roster;
mod team;
mod what_if;

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::{Args, CommandFactory, Parser, Subcommand};
use tzplan::{PolicySettings, Tzdb};

pub(crate) use about::{CompletionsArguments, ManArguments, SchemaArguments};
pub(crate) use agreement::{AgreementArguments, YearArguments};
pub(crate) use calendars::CalendarArguments;
pub(crate) use common::{Color, CommonArguments, Format, HorizonArguments, OutputArguments, PolicyArguments};
pub(crate) use demo::DemoArguments;
pub(crate) use hire::{
    CandidateArguments, FitArguments, PoolArguments, ReachArguments, RegionsArguments, Sort,
};
pub(crate) use meet::MeetArguments;
pub(crate) use plan::PlanArguments;
pub(crate) use report::{Chart, Part, ReportArguments};
use roster::RosterArguments;
pub(crate) use roster::Source;
pub(crate) use team::{CoverageArguments, GroupBy, PairsArguments, PodsArguments, TeamArguments};
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
                  under `meet`, a verdict worse than --require, a roster with faults under `check`, a label \
                  that is no zone); \
                  2 could not answer.\nEvery command reads `-` as standard input. The same input, flags and \
                  settings give the same output; \
                  the clock is read only where --from is absent. Settings once for all stand in a table \
                  [tzplan] of a TOML roster, in a \
                  tzplan.toml beside the roster or above, and in variables such as TZPLAN_TARGET; \
                   flags come first.\nPlaces are from GeoNames (geonames.org), CC BY 4.0."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    #[command(flatten)]
    pub(crate) plan: PlanArguments,
}

impl Arguments {
    /// Whether only what stops an answer is printed.
    pub(crate) fn is_quiet(&self) -> bool {
        let output = match &self.command {
            None => &self.plan.common.output,
            Some(Command::Plan(arguments)) => &arguments.common.output,
            Some(Command::Year(arguments)) => &arguments.team.common.output,
            Some(Command::Agreement(arguments)) => &arguments.team.common.output,
            Some(Command::Pods(pods)) => &pods.team.common.output,
            Some(Command::Pairs(arguments)) => &arguments.team.common.output,
            Some(Command::Coverage(arguments)) => &arguments.team.common.output,
            Some(Command::Fit(arguments)) => &arguments.team.common.output,
            Some(Command::Regions(arguments)) => &arguments.team.common.output,
            Some(Command::Meet(arguments)) => &arguments.team.common.output,
            Some(Command::Report(arguments)) => return arguments.is_quiet(),
            Some(Command::Check(arguments)) => &arguments.common.output,
            Some(Command::Zones(arguments)) => &arguments.common.output,
            Some(Command::Demo(arguments)) => &arguments.common.output,
            Some(Command::Init(_) | Command::Schema(_) | Command::Completions(_) | Command::Man(_)) => {
                return false;
            }
        };
        output.quiet
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// The whole plan, which a roster alone gives too: what everyone shares, the verdict, and what to do.
    Plan(Box<PlanArguments>),
    /// The seasons of the year: what everyone shares in each, and the drift weeks between clock changes.
    Year(YearArguments),
    /// Who overlaps with whom, and how long replies take.
    Pairs(PairsArguments),
    /// The fewest groups that each share enough of the day.
    Pods(PodsArguments),
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
    /// come first: with --quorum fewest occurrences without it; then, for required people and as if nobody
    /// were off, the fewest on no workday of theirs, the least time at night, the least outside reasonable
    /// hours, the least that anybody's day gets longer, the least in all; then the fewest days off. Where
    /// none is clean, the page says why and what would open one. --rotate N gives turns over N weeks instead,
    /// none much worse than the best single slot: fewest occurrences missed by anybody, then the least night
    /// of any one person, then the least that anybody works longer (--ledger carries in what they did
    /// before), then the least together, taken in turn. Exit codes: 0 some slot is clean, a rotation, a
    /// calendar; 1 no slot is clean; 2 could not answer.
    Meet(Box<MeetArguments>),
    /// The working agreement that a team keeps: core hours, stand-ups, whom to ask at which hour, clock
    /// changes.
    ///
    /// Everything is on everybody's own clock, season by season: when all are at work (of everyone, or of
    /// each pod), the stand-up and whom it costs what, who is at work at which hour of whose day, how long a
    /// question may block whom, who goes on when a day ends, and what moves for whom on the dates on which
    /// clocks change. Where the plan moves days all year, the moved days are kept.
    Agreement(Box<AgreementArguments>),
    /// One page to send round, or one of its charts: the verdict, the day, the year, the week, pairs, shifts,
    /// and where to hire.
    ///
    /// The page is HTML that needs no network, can be read without its script, and prints. A chart is SVG.
    Report(Box<ReportArguments>),
    /// Reads a roster and prints every fault in it.
    Check(CheckArguments),
    /// What a place or a label resolves to; without one, the zones of the database.
    Zones(ZonesArguments),
    /// The plan of a built-in example team, to see what answers look like; `-o demo.html` writes its page.
    Demo(DemoArguments),
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

/// The command line's definition, as help, manual and completions show it: where an answer does not depend on
/// a threshold its flag is read, so that one line of flags does for all commands, but not shown.
pub(crate) fn command() -> clap::Command {
    let command = Arguments::command();
    let names: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    // Whoever is changed comes last: all are, in their order.
    names.into_iter().fold(command, |command, name| {
        let shown = DEPENDS_ON.iter().find(|(of, _)| *of == name).map(|(_, shown)| *shown);
        command.mut_subcommand(name, |command| {
            let hidden =
                PolicySettings::NAMES.into_iter().filter(|name| shown.is_some_and(|s| !s.contains(name)));
            hidden.fold(command, |command, name| command.mut_arg(name, |arg| arg.hide(true)))
        })
    })
}

/// The thresholds that matter to commands which depend on some only.
const DEPENDS_ON: [(&str, &[&str]); 4] =
    [("coverage", &[]), ("meet", &["reasonable", "night", "step"]), ("check", &[]), ("zones", &[])];

/// The program's version, that of the rules it carries, and where its places are from.
fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let places = if cfg!(feature = "places") { "; places: GeoNames, CC BY 4.0" } else { "" };
        format!("{} (tz database {}{places})", env!("CARGO_PKG_VERSION"), Tzdb::bundled().version())
    });
    &VERSION
}
