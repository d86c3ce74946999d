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
use tzplan::pods::{Bridge, Pods};
use tzplan::regions::Region;
use tzplan::{IntervalSet, Plan, Policy, PreparedTeam, UtcMinute, WeeklyHours};

use crate::context::Context;
use crate::coverage::Staffing;
use crate::meet::{Meeting, Turns};
use crate::pairs::answerers::Answerers;
use crate::pool::Pool;
use crate::words::places::BestKnown;
use page::Page;
pub use style::Style;

/// The plan of a team: the verdict, what to do, the day as bars, the seasons, and the evidence.
///
/// # Errors
///
/// Those of the writer.
pub fn plan(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam<'_>,
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
    prepared: &PreparedTeam<'_>,
    plan: &Plan,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::plan::text::print_year(&mut Page::new(out, style), prepared, plan, context)
}

/// The pods of a team with what each shares, and the bridges between them. `None` stands for a team of one
/// profile, which cannot be split.
///
/// # Errors
///
/// Those of the writer.
pub fn pods(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam<'_>,
    pods: Option<&Pods>,
    bridges: &[Bridge],
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::pods::text::print(&mut Page::new(out, style), prepared, pods, bridges, context)
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
    prepared: &PreparedTeam<'_>,
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
    prepared: &PreparedTeam<'_>,
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
    prepared: &PreparedTeam<'_>,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::windows::text::print(&mut Page::new(out, style), windows, prepared, context)
}

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
    opening: &Opening<'_>,
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
    opening: &Opening<'_>,
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
    prepared: &PreparedTeam<'_>,
    meetings: &Meetings<'_>,
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
    prepared: &PreparedTeam<'_>,
    meetings: &Meetings<'_>,
    turns: &Turns<'_>,
    context: Context<'_>,
    style: Style,
) -> io::Result<()> {
    crate::meet::text::print_rotation(&mut Page::new(out, style), prepared, meetings, turns, context)
}
