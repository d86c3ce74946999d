//! Arguments of the commands about a team: all of it, its pairs, its coverage.

use clap::{Args, ValueEnum};

use super::common::CommonArguments;
use super::roster::TeamSourceArguments;
use super::what_if::WhatIfArguments;

#[derive(Args, Debug)]
pub(crate) struct TeamArguments {
    #[command(flatten)]
    pub(crate) roster: TeamSourceArguments,

    #[command(flatten)]
    pub(crate) what_if: WhatIfArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

#[derive(Args, Debug)]
pub(crate) struct PodsArguments {
    #[command(flatten)]
    pub(crate) team: TeamArguments,

    /// Lists who is in every pod, by name; up to 15 people are named anyway. Text and Markdown only.
    #[arg(long)]
    pub(crate) everyone: bool,
}

#[derive(Args, Debug)]
pub(crate) struct PairsArguments {
    /// Who answers questions to anybody: `role=lead`, `team=Support` or a name; repeat it for more, any of
    /// whom will do [default: everybody].
    #[arg(long, value_name = "WHO")]
    pub(crate) answered_by: Vec<String>,

    #[command(flatten)]
    pub(crate) team: TeamArguments,
}

#[derive(Args, Debug)]
pub(crate) struct CoverageArguments {
    /// Adds the coverage of each team or role, and who hands over to whom between them.
    #[arg(long, value_name = "COLUMN")]
    pub(crate) by: Option<GroupBy>,

    /// The hours that have to be covered, on the home clock: `24x7`, `8-20 Mon-Fri`; without days every day
    /// [default: 24x7].
    #[arg(long, value_name = "HOURS")]
    pub(crate) service: Option<String>,

    /// How many people there have to be at once; fewer are a gap.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) at_least: u32,

    #[command(flatten)]
    pub(crate) team: TeamArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GroupBy {
    Team,
    Role,
}
