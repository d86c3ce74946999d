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
    #[arg(help_heading = "Agreement", long, value_name = "TIME", default_value = "30m", value_parser = values::duration)]
    pub(crate) duration: Minutes,
}
