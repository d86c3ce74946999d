//! Results as Markdown: the pages of [`text`](crate::text) as a document to paste into an issue, a wiki or a mail.
//!
//! CommonMark with GitHub's tables. Nothing is cut to a width: names stand whole, bars and grids in code blocks of 100
//! columns. Names and labels are data: none of them becomes markup, a link, a mention or HTML, and control characters
//! are gone. The only HTML is `<br>` between the lines of a cell.

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
use crate::text::markup;
use crate::text::page::Page;
use crate::words::places::BestKnown;

pub use crate::check::markdown::{CheckedRoster, check};
pub use crate::zones::markdown::{zone_list, zones};

/// Writes the text of an example roster as a code block.
///
/// # Errors
///
/// Those of the writer.
pub fn example(out: &mut dyn io::Write, roster: &str) -> io::Result<()> {
    writeln!(out, "{}", markup::fenced(roster))
}

/// As [`text::plan`](crate::text::plan).
///
/// # Errors
///
/// Those of the writer.
pub fn plan(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam<'_>,
    plan: &Plan,
    context: Context<'_>,
) -> io::Result<()> {
    crate::plan::text::print(&mut Page::markdown(out), prepared, plan, context)
}

/// As [`text::year`](crate::text::year).
///
/// # Errors
///
/// Those of the writer.
pub fn year(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam<'_>,
    plan: &Plan,
    context: Context<'_>,
) -> io::Result<()> {
    crate::plan::text::print_year(&mut Page::markdown(out), prepared, plan, context)
}

/// As [`text::pods`](crate::text::pods).
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
) -> io::Result<()> {
    crate::pods::text::print(&mut Page::markdown(out), prepared, pods, bridges, context)
}

/// As [`text::pairs`](crate::text::pairs).
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
) -> io::Result<()> {
    crate::pairs::text::print(&mut Page::markdown(out), prepared, policy, answerers, context)
}

/// As [`text::coverage`](crate::text::coverage).
///
/// # Errors
///
/// Those of the writer.
pub fn coverage(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam<'_>,
    staffing: &Staffing<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    crate::coverage::text::print(&mut Page::markdown(out), prepared, staffing, context)
}

/// As [`text::windows`](crate::text::windows).
///
/// # Errors
///
/// Those of the writer.
pub fn windows(
    out: &mut dyn io::Write,
    windows: &IntervalSet<UtcMinute>,
    prepared: &PreparedTeam<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    crate::windows::text::print(&mut Page::markdown(out), windows, prepared, context)
}

/// As [`text::fit`](crate::text::fit).
///
/// # Errors
///
/// Those of the writer.
pub fn fit(
    out: &mut dyn io::Write,
    name: &str,
    candidate: &Candidate<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    crate::fit::text::print(&mut Page::markdown(out), name, candidate, context)
}

/// As [`text::pool`](crate::text::pool).
///
/// # Errors
///
/// Those of the writer.
pub fn pool(
    out: &mut dyn io::Write,
    opening: &Opening<'_>,
    pool: &Pool<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    crate::pool::text::print(&mut Page::markdown(out), opening, pool, context)
}

/// As [`text::regions`](crate::text::regions).
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
) -> io::Result<()> {
    crate::regions::text::print(&mut Page::markdown(out), opening, hours, regions, best_known, context)
}

/// As [`text::meet`](crate::text::meet).
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
) -> io::Result<()> {
    crate::meet::text::print(&mut Page::markdown(out), prepared, meetings, meeting, context)
}

/// As [`text::rotation`](crate::text::rotation).
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
) -> io::Result<()> {
    crate::meet::text::print_rotation(&mut Page::markdown(out), prepared, meetings, turns, context)
}
