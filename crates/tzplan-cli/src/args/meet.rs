//! Arguments of `tzplan meet`.

use std::path::PathBuf;

use clap::Args;
use tzplan::{DateRange, Minutes};

use super::{CommonArguments, HorizonArguments, TeamArguments};
use crate::values::{self, Quorum};

#[derive(Args, Debug)]
pub(crate) struct MeetArguments {
    /// How long the meeting lasts, up to 24 hours.
    #[arg(
        help_heading = "Meeting",
        long,
        value_name = "TIME",
        default_value = "1h",
        value_parser = values::duration
    )]
    pub(crate) duration: Minutes,

    /// The weekdays on which it may be, on the anchor's clock [default: the common workdays; with --once
    /// every day].
    #[arg(help_heading = "Meeting", long, value_name = "DAYS")]
    pub(crate) days: Option<String>,

    /// The zone on whose clock it stays [default: the one of --home].
    #[arg(help_heading = "Meeting", long, value_name = "ZONE", allow_hyphen_values = true)]
    pub(crate) anchor: Option<String>,

    /// Only these people count as required: names, or rows as `#12`, separated by commas or the flag
    /// repeated.
    #[arg(help_heading = "Meeting", long, value_name = "NAME")]
    pub(crate) required: Vec<String>,

    /// So many people (`3`, `80%`) within their hours are enough, with everyone who is marked as required.
    #[arg(help_heading = "Meeting", long, value_name = "K|P%", value_parser = values::quorum)]
    pub(crate) quorum: Option<Quorum>,

    /// A single meeting on one of these dates, the last included, instead of one that recurs.
    #[arg(
        help_heading = "Meeting",
        long,
        value_name = "DATE..DATE",
        value_parser = values::dates,
        conflicts_with_all = ["from", "to", "weeks"]
    )]
    pub(crate) once: Option<DateRange>,

    /// Lists this many choices, each with everybody's dates off [default: the best and two at other times];
    /// in JSON and CSV this many slots [default: 10].
    #[arg(
        help_heading = "Meeting",
        long,
        value_name = "N",
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub(crate) top: Option<u32>,

    #[command(flatten)]
    pub(crate) rotation: RotationArguments,

    #[command(flatten)]
    pub(crate) calendar: CalendarFileArguments,

    #[command(flatten)]
    pub(crate) team: TeamArguments,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Taking turns")]
pub(crate) struct RotationArguments {
    /// A slot for each of this many weeks: turns are taken in turn, and nobody is asked for much more than by
    /// the best single slot.
    #[arg(
        long,
        value_name = "N",
        value_parser = clap::value_parser!(u32).range(1..=520),
        conflicts_with_all = ["once", "quorum"]
    )]
    pub(crate) rotate: Option<u32>,

    /// Chooses among the best K slots only [default: all].
    #[arg(long, value_name = "K", requires = "rotate", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) slots: Option<u32>,

    /// What earlier rotations asked of whom: the JSON or CSV of one, or a CSV with the columns name, minutes
    /// and (if any) night_minutes; repeat it for more.
    #[arg(long, value_name = "FILE", requires = "rotate")]
    pub(crate) ledger: Vec<PathBuf>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "iCalendar file")]
pub(crate) struct CalendarFileArguments {
    /// Writes an iCalendar file: of the best choice the first slot; or the rotation.
    #[arg(long)]
    pub(crate) ics: bool,

    /// Writes the N-th of the choices that the page lists.
    #[arg(
        long,
        value_name = "N",
        requires = "ics",
        conflicts_with = "rotate",
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub(crate) pick: Option<u32>,

    /// The title of the meeting.
    #[arg(long, value_name = "TEXT", requires = "ics", default_value = "Team meeting")]
    pub(crate) title: String,

    /// Keeps the dates on which somebody required misses it for a day off; otherwise they are left out.
    #[arg(long, requires = "ics")]
    pub(crate) keep_holidays: bool,
}

impl MeetArguments {
    /// The common flags; the dates of a single meeting are its planning range.
    pub(crate) fn common(&self) -> CommonArguments {
        let common = self.team.common.clone();
        let Some(dates) = self.once else { return common };
        let horizon = HorizonArguments {
            from: Some(dates.first()),
            to: Some(dates.after()),
            weeks: None,
            ..common.horizon
        };
        CommonArguments { horizon, ..common }
    }
}
