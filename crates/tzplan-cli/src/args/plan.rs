//! The arguments of the plan.

use clap::{Args, ValueEnum};
use tzplan::Model;

use super::common::CommonArguments;
use super::roster::TeamSourceArguments;
use super::what_if::WhatIfArguments;
use crate::values::{self, Quorum};

#[derive(Args, Debug)]
pub(crate) struct PlanArguments {
    /// Exit code 1 where the verdict is worse than this: a check for scripts.
    #[arg(long, value_name = "MODEL", conflicts_with_all = ["windows", "quorum"])]
    pub(crate) require: Option<RequiredModel>,

    #[command(flatten)]
    pub(crate) roster: TeamSourceArguments,

    /// Prints the dated windows that everyone shares instead of the plan; days off count.
    #[arg(long)]
    pub(crate) windows: bool,

    /// Dated windows with this many people at work (`3`, `80%`) and everyone marked as required.
    #[arg(long, value_name = "K|P%", value_parser = values::quorum)]
    pub(crate) quorum: Option<Quorum>,

    /// Lists who is in every row and pod, by name; up to 15 people are named anyway. Text and Markdown only.
    #[arg(long)]
    pub(crate) everyone: bool,

    #[command(flatten)]
    pub(crate) what_if: WhatIfArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

/// The worst verdict that is accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum RequiredModel {
    Overlap,
    OverlapWithShifts,
    Hybrid,
}

impl From<RequiredModel> for Model {
    fn from(model: RequiredModel) -> Self {
        match model {
            RequiredModel::Overlap => Self::Overlap,
            RequiredModel::OverlapWithShifts => Self::OverlapWithShifts,
            RequiredModel::Hybrid => Self::Hybrid,
        }
    }
}
