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

use tzplan::{IntervalSet, Plan, Policy, PreparedTeam, UtcMinute};

use crate::context::Context;
use crate::coverage::Staffing;
use crate::pairs::answerers::Answerers;
pub use page::Page;
pub use style::Style;

/// The plan of a team: the verdict, what to do, the day as bars, the seasons, and the evidence.
///
/// # Errors
///
/// Those of the writer.
pub fn plan(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam,
    plan: &Plan,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::plan::text::print(&mut Page::new(out, style), prepared, plan, context)
}

/// Every season of a plan with what everyone shares, a bar of the year, and its drift weeks.
///
/// # Errors
///
/// Those of the writer.
pub fn year(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam,
    plan: &Plan,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::plan::text::print_year(&mut Page::new(out, style), prepared, plan, context)
}

/// Who overlaps with whom, profile by profile, and how long they wait for each other's replies; with `answerers`,
/// also how long each waits for any of them. Of more profiles than can be read, those of most members; the page
/// says how many are left out.
///
/// # Errors
///
/// Those of the writer.
pub fn pairs(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam,
    policy: &Policy,
    answerers: Option<&Answerers>,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::pairs::text::print(&mut Page::new(out, style), prepared, policy, answerers, context)
}

/// How much of the service hours is covered, an ordinary week hour by hour, the gaps with what makes them, and the
/// hand-offs.
///
/// # Errors
///
/// Those of the writer.
pub fn coverage(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam,
    staffing: &Staffing<'_>,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::coverage::text::print(&mut Page::new(out, style), prepared, staffing, context)
}

/// Dated windows within the horizon, those at equal local times on the home clock in one line.
///
/// # Errors
///
/// Those of the writer.
pub fn windows(
    out: &mut dyn io::Write,
    windows: &IntervalSet<UtcMinute>,
    prepared: &PreparedTeam,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::windows::text::print(&mut Page::new(out, style), windows, prepared, context)
}
