//! What-if flags.

use clap::Args;

use super::CalendarArguments;

// Changes to the roster that are tried without editing its file.
#[derive(Args, Debug)]
#[command(next_help_heading = "What-if")]
pub(crate) struct WhatIfArguments {
    /// Somebody lives in another zone: all their hours are kept on its clock. A name is one of the roster,
    /// `#12` whoever stands in row 12; the file stays as it is, and each of these flags may be repeated.
    #[arg(long = "move", value_name = "NAME=ZONE")]
    pub(crate) moves: Vec<String>,

    /// Somebody works other hours, written as in a roster (`9-17 Mon-Thu`, `9-5 ET`); without days, on the days
    /// they work now.
    #[arg(long, value_name = "NAME=HOURS")]
    pub(crate) hours_of: Vec<String>,

    /// Somebody is optional: nobody needs their hours.
    #[arg(long, value_name = "NAME")]
    pub(crate) optional: Vec<String>,

    /// Somebody leaves.
    #[arg(long, value_name = "NAME")]
    pub(crate) without: Vec<String>,

    /// Somebody joins: a zone and hours, each as in a roster [default hours: 9-17 Mon-Fri].
    #[arg(long, value_name = "NAME=ZONE[,HOURS]")]
    pub(crate) add: Vec<String>,

    #[command(flatten)]
    pub(crate) calendars: CalendarArguments,
}
