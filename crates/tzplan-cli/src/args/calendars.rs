//! Flags that name iCalendar files.

use clap::Args;

// Days off that stand in calendars instead of the roster.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Calendars")]
pub(crate) struct CalendarArguments {
    /// Somebody is off on the whole days of an iCalendar file's events, besides the days off in the roster. A
    /// name is one of the roster, `#12` whoever stands in row 12; may be repeated, also for one person. A
    /// file alone is the calendar of a whole team: everybody has the events that name them in their title, or
    /// invite their address; events about no known person are listed and ignored.
    #[arg(long, value_name = "[NAME=]FILE")]
    pub(crate) off_ics: Vec<String>,

    /// The public holidays of a code are the whole days of an iCalendar file's events: a code of your own
    /// that the column `holidays` names, or one such as `DE` in place of the holidays that are known.
    #[arg(long, value_name = "CODE=FILE")]
    pub(crate) holidays_ics: Vec<String>,
}
