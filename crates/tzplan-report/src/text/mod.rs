//! Results as text for a terminal: answers first, the numbers behind them below.
//!
//! Everything fits the width it is given (60 columns at least) and is measured in columns, so that names in any
//! script line up. Marks made in colour are made in text too. Names and labels are data: control characters,
//! escape sequences and direction overrides never reach the terminal. Profiles are folded (`Ana +3`), and what
//! is left out of a long list is counted.

pub(crate) mod head;
pub(crate) mod markup;
pub(crate) mod page;
mod style;
pub(crate) mod table;

use std::io;

use tzplan::fit::{Candidate, Opening};
use tzplan::meeting::Meetings;
use tzplan::regions::Region;
use tzplan::{PreparedTeam, WeeklyHours};

use crate::context::Context;
use crate::meet::{Meeting, Turns};
use crate::pool::Pool;
use crate::words::places::BestKnown;
pub use page::Page;
pub use style::Style;

/// Whether a candidate fits a team, and what it takes: the answer, each teammate, the team before and after, the
/// shift or the trap, waits, and the hours gained.
///
/// # Errors
///
/// Those of the writer.
pub fn fit(
    out: &mut dyn io::Write,
    name: &str,
    candidate: &Candidate<'_>,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::fit::text::print(&mut Page::new(out, style), name, candidate, context)
}

/// A pool of candidates, the best first.
///
/// # Errors
///
/// Those of the writer.
pub fn pool(
    out: &mut dyn io::Write,
    opening: &Opening,
    pool: &Pool<'_>,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::pool::text::print(&mut Page::new(out, style), opening, pool, context)
}

/// Where in the world to hire somebody with these hours, in bands: naturally, with a shift, async.
///
/// # Errors
///
/// Those of the writer.
pub fn regions(
    out: &mut dyn io::Write,
    opening: &Opening,
    hours: &WeeklyHours,
    regions: &[Region],
    best_known: BestKnown<'_>,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::regions::text::print(&mut Page::new(out, style), opening, hours, regions, best_known, context)
}

/// Slots for a meeting, the best first, with what each costs whom; where none is clean, why, and what would open one.
///
/// # Errors
///
/// Those of the writer.
pub fn meet(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam,
    meetings: &Meetings,
    meeting: &Meeting<'_>,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::meet::text::print(&mut Page::new(out, style), prepared, meetings, meeting, context)
}

/// A rotation: each week's slot with what it asks of whom, and the ledger.
///
/// # Errors
///
/// Those of the writer.
pub fn rotation(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam,
    meetings: &Meetings,
    turns: &Turns<'_>,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::meet::text::print_rotation(&mut Page::new(out, style), prepared, meetings, turns, context)
}
