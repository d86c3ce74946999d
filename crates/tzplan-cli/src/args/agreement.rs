//! Arguments of `tzplan agreement`.

use clap::Args;
use tzplan::Minutes;

use super::TeamArguments;
use crate::values;

#[derive(Args, Debug)]
pub(crate) struct AgreementArguments {
    #[command(flatten)]
    pub(crate) team: TeamArguments,

    /// How long stand-ups last, up to 24 hours.
    #[arg(
        help_heading = "Agreement",
        long,
        value_name = "TIME",
        default_value = "30m",
        value_parser = values::duration
    )]
    pub(crate) duration: Minutes,

    /// What one of them agrees to, on their own clock: NAME, a first name that only one has, or #ROW;
    /// repeatable.
    #[arg(help_heading = "Agreement", long = "for", value_name = "NAME", conflicts_with = "ics")]
    pub(crate) people: Vec<String>,

    /// Writes an iCalendar file: core hours, stand-ups, and a notice on each date on which clocks change.
    #[arg(help_heading = "iCalendar file", long)]
    pub(crate) ics: bool,
}

#[derive(Args, Debug)]
pub(crate) struct YearArguments {
    #[command(flatten)]
    pub(crate) team: TeamArguments,

    /// Writes an iCalendar file: a notice on each date on which clocks change, with what moves for whom.
    #[arg(help_heading = "iCalendar file", long)]
    pub(crate) ics: bool,
}
