//! Flags that every command takes: planning range, policy, output.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use tzplan::{ClockRange, Minutes};
use tzplan_report::Form;
use tzplan_report::text::Style;
use tzplan_roster::PolicySettings;

use crate::values;

#[derive(Args, Clone, Debug)]
pub(crate) struct CommonArguments {
    #[command(flatten)]
    pub(crate) horizon: HorizonArguments,

    #[command(flatten)]
    pub(crate) policy: PolicyArguments,

    #[command(flatten)]
    pub(crate) output: OutputArguments,
}

#[derive(Args, Clone, Debug)]
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

#[derive(Args, Clone, Debug)]
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
    #[arg(
        long,
        value_name = "DAYS",
        allow_hyphen_values = true,
        value_parser = clap::value_parser!(u32).range(0..=364)
    )]
    grace_days: Option<u32>,

    /// Questions that block the asker longer, at the 95th percentile, are marked [default: 4h].
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, value_parser = values::duration)]
    reply_within: Option<Minutes>,

    /// Granularity of proposed moves; divides 24 hours [default: 15m].
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, value_parser = values::duration)]
    step: Option<Minutes>,
}

impl PolicyArguments {
    /// What was said.
    pub(crate) fn settings(&self) -> PolicySettings {
        let mut settings = PolicySettings::default();
        settings.target = self.target;
        settings.comfortable = self.comfortable;
        settings.max_shift = self.max_shift;
        settings.reasonable = self.reasonable;
        settings.night = self.night;
        settings.grace_days = self.grace_days;
        settings.reply_within = self.reply_within;
        settings.step = self.step;
        settings
    }
}

#[derive(Args, Clone, Debug)]
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

    /// Says nothing on standard error but what stops an answer: no notes, no warnings.
    #[arg(long)]
    pub(crate) quiet: bool,

    /// Takes zone rules from a zoneinfo directory instead of the embedded database.
    #[arg(long, value_name = "DIR")]
    pub(crate) tzdata: Option<PathBuf>,
}

impl OutputArguments {
    /// The file that the answer goes to, if not to standard output.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.output.as_deref()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// For documents that people pass on.
    #[value(alias = "md")]
    Markdown,
    /// For programs; the shape is versioned.
    Json,
    /// For spreadsheets: one table, its columns named with their units.
    Csv,
    /// For everybody: one file to send round, under `agreement` and `fit`.
    Html,
}

impl Format {
    /// The form of a document, as text in this style.
    pub(crate) fn form(self, style: impl FnOnce() -> Style) -> Form {
        match self {
            Self::Text => Form::Text(style()),
            Self::Markdown => Form::Markdown,
            Self::Json => Form::Json,
            Self::Csv => Form::Csv,
            Self::Html => Form::Html,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that has them, unless NO_COLOR is set.
    Auto,
    Always,
    Never,
}
