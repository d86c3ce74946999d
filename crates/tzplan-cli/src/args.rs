//! The command line. Help, usage and completions come from these definitions.

use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use tzplan::{ClockRange, Minutes, Policy, PolicyError, Tzdb};

use crate::values::{self, Quorum};

/// Plans teams across time zones.
///
/// Says how many hours a day everyone shares, through a whole year of clock changes; whether the team can run on
/// overlap, on overlap with small shifts, in pods or only asynchronously; and what would change that.
#[derive(Debug, Parser)]
#[command(
    name = "tzplan",
    version = version(),
    args_conflicts_with_subcommands = true,
    arg_required_else_help = true,
    after_help = "Exit codes: 0 answered; 1 the answer is no (a roster with faults under `check`, a label that is no zone); \
                  2 could not answer.\nEvery command reads `-` as standard input. The same input and flags give the same output; \
                  the clock is read only where --from is absent."
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
    /// Reads a roster and prints every fault in it.
    Check(CheckArguments),
    /// What a place or a label resolves to; without one, the zones of the database.
    Zones(ZonesArguments),
    /// Writes an example roster with comments.
    Init(InitArguments),
}

#[derive(Args, Debug)]
pub(crate) struct PlanArguments {
    /// The roster: a CSV file with a column for the zone; `-` for standard input.
    #[arg(value_name = "ROSTER", required = true)]
    pub(crate) roster: Option<PathBuf>,

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

#[derive(Args, Debug)]
pub(crate) struct TeamArguments {
    /// The roster: a CSV file with a column for the zone; `-` for standard input.
    #[arg(value_name = "ROSTER")]
    pub(crate) roster: PathBuf,

    #[command(flatten)]
    pub(crate) what_if: WhatIfArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

#[derive(Args, Debug)]
pub(crate) struct PairsArguments {
    #[command(flatten)]
    pub(crate) team: TeamArguments,

    /// Who answers questions to anybody: `role=lead`, `team=Support` or a name; repeat it for more, any of whom
    /// will do [default: everybody].
    #[arg(long, value_name = "WHO")]
    pub(crate) answered_by: Vec<String>,
}

#[derive(Args, Debug)]
pub(crate) struct CoverageArguments {
    #[command(flatten)]
    pub(crate) team: TeamArguments,

    /// Adds the coverage of each team or role.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) by: Option<GroupBy>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GroupBy {
    Team,
    Role,
}

#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    /// The roster: a CSV file with a column for the zone; `-` for standard input.
    #[arg(value_name = "ROSTER")]
    pub(crate) roster: PathBuf,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

#[derive(Args, Debug)]
pub(crate) struct ZonesArguments {
    /// An IANA id or a fixed offset such as UTC+5:30.
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

    /// The roster as it is, or as a JSON document that holds its text.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

// Changes to the roster that are tried without editing its file.
#[derive(Args, Debug)]
#[command(next_help_heading = "What-if")]
pub(crate) struct WhatIfArguments {
    /// Somebody lives in another zone: all their hours are kept on its clock. A name is one of the roster, `#12`
    /// whoever stands in row 12; the file stays as it is, and each of these flags may be repeated.
    #[arg(long = "move", value_name = "NAME=ZONE")]
    pub(crate) moves: Vec<String>,

    /// Somebody works other hours, written as in a roster; without days, on the days they work now.
    #[arg(long, value_name = "NAME=HOURS")]
    pub(crate) hours_of: Vec<String>,

    /// Somebody leaves.
    #[arg(long, value_name = "NAME")]
    pub(crate) without: Vec<String>,

    /// Somebody joins [default hours: 9-17 Mon-Fri].
    #[arg(long, value_name = "NAME=ZONE[,HOURS]")]
    pub(crate) add: Vec<String>,
}

#[derive(Args, Debug)]
pub(crate) struct CommonArguments {
    #[command(flatten)]
    pub(crate) horizon: HorizonArguments,

    #[command(flatten)]
    pub(crate) policy: PolicyArguments,

    #[command(flatten)]
    pub(crate) output: OutputArguments,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Planning range")]
pub(crate) struct HorizonArguments {
    /// The first date planned [default: today].
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub(crate) from: Option<NaiveDate>,

    /// The first date not planned any more [default: 364 days after --from].
    #[arg(long, value_name = "DATE", value_parser = values::date, conflicts_with = "weeks")]
    pub(crate) to: Option<NaiveDate>,

    /// How many weeks are planned.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=5217))]
    pub(crate) weeks: Option<u32>,

    /// The zone in which dates begin and times are shown [default: the machine's own].
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    pub(crate) home: Option<String>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Policy")]
pub(crate) struct PolicyArguments {
    /// Daily overlap a team needs [default: 4h].
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, value_parser = values::duration)]
    target: Option<Minutes>,

    /// Daily overlap that is comfortable [default: 6h].
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, value_parser = values::duration)]
    comfortable: Option<Minutes>,

    /// The furthest a day may be moved as a favour [default: 2h].
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, value_parser = values::duration)]
    max_shift: Option<Minutes>,

    /// Local hours that a moved day may not leave further than before [default: 07:00-21:00].
    #[arg(long, value_name = "HOURS", allow_hyphen_values = true, value_parser = values::clock_range)]
    reasonable: Option<ClockRange>,

    /// Local hours that count as night work [default: 22:00-06:00].
    #[arg(long, value_name = "HOURS", allow_hyphen_values = true, value_parser = values::clock_range)]
    night: Option<ClockRange>,

    /// Days in 364 on which the target may be missed [default: 7].
    #[arg(long, value_name = "DAYS", allow_hyphen_values = true, value_parser = clap::value_parser!(u32).range(0..=364))]
    grace_days: Option<u32>,

    /// The p95 reply wait beyond which waits are marked [default: 4h].
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, value_parser = values::duration)]
    reply_within: Option<Minutes>,

    /// Granularity of proposed moves; divides 24 hours [default: 15m].
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, value_parser = values::duration)]
    step: Option<Minutes>,
}

impl PolicyArguments {
    /// The default policy with what was said.
    pub(crate) fn policy(&self) -> Result<Policy, PolicyError> {
        let usual = Policy::default();
        Policy::default()
            .with_reasonable(self.reasonable.unwrap_or(usual.reasonable()))
            .with_night(self.night.unwrap_or(usual.night()))
            .with_target(self.target.unwrap_or(usual.target()))?
            .with_comfortable(self.comfortable.unwrap_or(usual.comfortable()))?
            .with_max_shift(self.max_shift.unwrap_or(usual.max_shift()))?
            .with_grace_days(self.grace_days.unwrap_or(usual.grace_days()))?
            .with_reply_within(self.reply_within.unwrap_or(usual.reply_within()))?
            .with_step(self.step.unwrap_or(usual.step()))
    }
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArguments {
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,

    /// Writes the answer to a file instead of standard output: whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Whether text has colours.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,

    /// Takes zone rules from a zoneinfo directory instead of the embedded database.
    #[arg(long, value_name = "DIR")]
    pub(crate) tzdata: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// For programs; the shape is versioned.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that has them, unless NO_COLOR is set.
    Auto,
    Always,
    Never,
}

/// The program's version and that of the rules it carries.
fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        format!("{} (tz database {})", env!("CARGO_PKG_VERSION"), Tzdb::bundled().version())
    });
    &VERSION
}
