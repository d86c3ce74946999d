//! What-if flags.

use clap::Args;

use super::CalendarArguments;

// Changes to the roster that are tried without editing its file.
#[derive(Args, Debug)]
#[command(next_help_heading = "What-if")]
pub(crate) struct WhatIfArguments {
    /// Only the people of this team of the roster, as its column `team` names it; repeat it for more teams.
    #[arg(help_heading = "Roster", long, value_name = "NAME")]
    pub(crate) team: Vec<String>,

    /// Somebody lives in another zone, where all their hours are kept on its clock; or with a sign and a unit
    /// (`Ana=+1h`, `Ana=-30m`) their day is moved all year; `everyone like Ana=+1h` moves the days of all
    /// whose clock and hours are Ana's all year. A name is one of the roster, `#12` whoever stands in row 12;
    /// the file stays as it is, and each of these flags may be repeated.
    #[arg(long = "move", value_name = "NAME=ZONE|SHIFT")]
    pub(crate) moves: Vec<String>,

    /// Somebody works other hours, written as in a roster (`9-17 Mon-Thu`, `9-5 ET`); without days, on the
    /// days they work now.
    #[arg(long, value_name = "NAME=HOURS")]
    pub(crate) hours_of: Vec<String>,

    /// Somebody is optional: nobody needs their hours.
    #[arg(long, value_name = "NAME")]
    pub(crate) optional: Vec<String>,

    /// Somebody leaves.
    #[arg(long, value_name = "NAME")]
    pub(crate) without: Vec<String>,

    /// Somebody joins: a zone and hours, each as in a roster [default hours: 9-17 on the usual days].
    #[arg(long, value_name = "NAME=ZONE[,HOURS]")]
    pub(crate) add: Vec<String>,

    #[command(flatten)]
    pub(crate) calendars: CalendarArguments,
}
