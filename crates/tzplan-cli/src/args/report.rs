//! Arguments of `tzplan report`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::WhatIfArguments;
use super::roster::TeamSourceArguments;
use super::{Color, CommonArguments, Format, HorizonArguments, OutputArguments, PolicyArguments};

#[derive(Args, Debug)]
pub(crate) struct ReportArguments {
    #[command(flatten)]
    pub(crate) roster: TeamSourceArguments,

    /// Writes one chart as SVG instead of the page.
    #[arg(long, value_enum)]
    pub(crate) chart: Option<Chart>,

    /// Adds a section that is not for everybody's eyes: regions says where to hire.
    #[arg(long, value_enum, value_name = "SECTION", conflicts_with = "chart")]
    pub(crate) with: Vec<Part>,

    /// What the page is called; else by the roster's file, without folder and extension.
    #[arg(long, value_name = "TEXT", conflicts_with = "chart")]
    pub(crate) title: Option<String>,

    #[command(flatten)]
    pub(crate) what_if: WhatIfArguments,

    #[command(flatten)]
    horizon: HorizonArguments,

    #[command(flatten)]
    policy: PolicyArguments,

    #[command(flatten)]
    output: ReportOutput,
}

// A report has one form: there is no --format.
#[derive(Args, Debug)]
#[command(next_help_heading = "Output")]
struct ReportOutput {
    /// Writes the report to a file instead of standard output: whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Whether messages have colours.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,

    /// Says nothing on standard error but what stops an answer: no notes, no warnings.
    #[arg(long)]
    quiet: bool,

    /// Takes zone rules from a zoneinfo directory instead of the embedded database.
    #[arg(long, value_name = "DIR")]
    tzdata: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Chart {
    /// Everybody's working hours on one axis, season by season.
    Day,
    /// What everyone shares through the year.
    Year,
    /// How many are at work, weekday by hour.
    Week,
    /// What each two share, and how long replies take.
    Pairs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Where to hire: every region of the world, judged like a candidate.
    Regions,
}

impl ReportArguments {
    /// Whether only what stops an answer is printed.
    pub(crate) fn is_quiet(&self) -> bool {
        self.output.quiet
    }

    /// The flags that every command has.
    pub(crate) fn common(&self) -> CommonArguments {
        let ReportOutput { output, color, quiet, tzdata } = &self.output;
        CommonArguments {
            horizon: self.horizon.clone(),
            policy: self.policy.clone(),
            output: OutputArguments {
                format: Format::Text,
                output: output.clone(),
                color: *color,
                quiet: *quiet,
                tzdata: tzdata.clone(),
            },
        }
    }
}
