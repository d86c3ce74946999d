//! Arguments of `tzplan meet`.

use clap::Args;
use tzplan::Minutes;

use super::TeamArguments;
use crate::values;

#[derive(Args, Debug)]
pub(crate) struct MeetArguments {
    #[command(flatten)]
    pub(crate) team: TeamArguments,

    /// How long the meeting lasts, up to 24 hours.
    #[arg(long, value_name = "TIME", default_value = "1h", value_parser = values::duration)]
    pub(crate) duration: Minutes,

    /// The weekdays on which it may be, on the anchor's clock.
    #[arg(long, value_name = "DAYS", default_value = "Mon-Fri")]
    pub(crate) days: String,

    /// The zone on whose clock it stays [default: the one of --home].
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    pub(crate) anchor: Option<String>,

    /// Only these people count as required: names, or rows as `#12`, separated by commas or the flag repeated.
    #[arg(long, value_name = "NAME")]
    pub(crate) required: Vec<String>,

    /// How many slots are listed.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) top: u32,
}
