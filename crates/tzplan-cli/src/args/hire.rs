//! Arguments of the commands about hiring.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tzplan::Minutes;
use tzplan::fit::SortBy;
use tzplan_roster::NamedColumn;

use super::TeamArguments;
use crate::values;

#[derive(Args, Debug)]
pub(crate) struct FitArguments {
    /// Only these people of the roster count as required: those who matter most to the candidate, such as a
    /// manager or a pair. A name, or `#12` for row 12; several separated by commas, or the flag repeated.
    #[arg(long, value_name = "NAME")]
    pub(crate) with: Vec<String>,

    #[command(flatten)]
    pub(crate) candidate: CandidateArguments,

    #[command(flatten)]
    pub(crate) pool: PoolArguments,

    #[command(flatten)]
    pub(crate) reach: ReachArguments,

    #[command(flatten)]
    pub(crate) team: TeamArguments,
}

// Whom a hire has to share hours with, and from where.
#[derive(Args, Debug)]
#[command(next_help_heading = "Job post")]
pub(crate) struct ReachArguments {
    /// Offsets from UTC in which a hire may live: -8..+2, 'UTC-8 to UTC+2', 'CET +/- 2h', +5:30. What counts
    /// is the standard time of a zone, not summer time.
    #[arg(long, value_name = "RANGE", allow_hyphen_values = true)]
    pub(crate) offsets: Option<String>,

    /// Of several --against one is enough ("US or EU hours"): each hire is judged for the one that suits
    /// best.
    #[arg(long, requires = "against")]
    pub(crate) any: bool,
}

// One candidate.
#[derive(Args, Debug)]
#[command(next_help_heading = "Candidate")]
pub(crate) struct CandidateArguments {
    /// Where the candidate lives: a zone as in a roster, and hours behind it in place of --hours (`Lisbon
    /// 9-17`).
    #[arg(
        long,
        value_name = "ZONE",
        allow_hyphen_values = true,
        required_unless_present_any = ["candidates", "offsets"],
        conflicts_with = "candidates"
    )]
    pub(crate) zone: Option<String>,

    /// The candidate's hours, as in a roster: on their own clock, or on the one named (`9-5 ET`) [default:
    /// 9-17].
    #[arg(long, value_name = "HOURS", conflicts_with = "candidates")]
    pub(crate) hours: Option<String>,

    /// The days on which the candidate works [default: the usual ones of their country].
    #[arg(long, value_name = "DAYS", conflicts_with = "candidates")]
    pub(crate) days: Option<String>,

    /// The zone on whose clock hours and days are meant, where that is not the candidate's own: `--hours 9-18
    /// --hours-in America/Los_Angeles` for somebody who must work Pacific hours.
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true, conflicts_with = "candidates")]
    pub(crate) hours_in: Option<String>,

    /// The public holidays that the candidate keeps, as in a roster's column `holidays`: the code or the name
    /// of a country or a region (DE-BY), several separated by commas [default: none].
    #[arg(long, value_name = "CODE", conflicts_with_all = ["candidates", "offsets"])]
    pub(crate) holidays: Option<String>,

    /// How far the candidate's day may be moved, in place of --max-shift; 0 if it does not move.
    #[arg(long, value_name = "TIME", value_parser = values::flex, conflicts_with = "candidates")]
    pub(crate) flex: Option<Minutes>,

    /// What to call the candidate.
    #[arg(long, value_name = "NAME", default_value = "candidate", conflicts_with = "candidates")]
    pub(crate) name: String,
}

// Many candidates.
#[derive(Args, Debug)]
#[command(next_help_heading = "Pool of candidates")]
pub(crate) struct PoolArguments {
    /// Ranks the candidates of a file like a roster, of any kind, the best first; `-` for standard input.
    #[arg(long, value_name = "POOL")]
    pub(crate) candidates: Option<PathBuf>,

    /// The sheet of a workbook that holds the pool [default: the first].
    #[arg(long, value_name = "NAME|N")]
    pub(crate) candidates_sheet: Option<String>,

    /// Which column of the pool gives a field, as `--column` says it of the roster. May be repeated.
    #[arg(long, value_name = "FIELD=HEADER")]
    pub(crate) candidates_column: Vec<NamedColumn>,

    /// Lists only the best N.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) top: Option<u32>,

    /// What comes first: `fit`, whoever fits best, or `bridges`, whoever shares an hour a day or more with
    /// all of most pods of a team in pods [default: fit].
    #[arg(long, value_name = "WHAT")]
    pub(crate) sort: Option<Sort>,

    /// Skips rows of the pool that have faults, and says how many; without it they stop the ranking.
    #[arg(long)]
    pub(crate) skip_bad: bool,
}

#[derive(Args, Debug)]
pub(crate) struct RegionsArguments {
    /// Only these people of the roster count as required; as under `fit`.
    #[arg(long, value_name = "NAME")]
    pub(crate) with: Vec<String>,

    /// The hours of whoever is hired, on their own clock, as in a roster [default: 9-17].
    #[arg(long, value_name = "HOURS")]
    pub(crate) hours: Option<String>,

    /// The days on which they work [default: Mon-Fri].
    #[arg(long, value_name = "DAYS")]
    pub(crate) days: Option<String>,

    /// The zone on whose clock hours and days are meant wherever somebody is hired, as under `fit`: `--hours
    /// 9-18
    /// --hours-in America/Los_Angeles` for whoever must work Pacific hours.
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    pub(crate) hours_in: Option<String>,

    /// Only zones of this country, by its two-letter code (BR, IN); repeat it for more.
    #[arg(long, value_name = "CODE")]
    pub(crate) country: Vec<String>,

    /// What comes first: `fit`, where a hire fits best, or `bridges`, where one shares an hour a day or more
    /// with all of most pods of a team in pods.
    #[arg(long, value_name = "WHAT", default_value = "fit")]
    pub(crate) sort: Sort,

    /// Shows every region: also those of fewer than 500,000 people, and all of a long list. CSV and JSON have
    /// them anyway.
    #[arg(long)]
    pub(crate) all: bool,

    #[command(flatten)]
    pub(crate) reach: ReachArguments,

    #[command(flatten)]
    pub(crate) team: TeamArguments,
}

/// What comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sort {
    #[default]
    Fit,
    Bridges,
}

impl From<Sort> for SortBy {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Fit => Self::Fit,
            Sort::Bridges => Self::Bridges,
        }
    }
}
