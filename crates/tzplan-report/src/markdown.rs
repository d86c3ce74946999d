//! Results as Markdown: the pages of [`text`](crate::text) as a document to paste into an issue, a wiki or a mail.
//!
//! CommonMark with GitHub's tables. Nothing is cut to a width: names stand whole, bars and grids in code blocks of 100
//! columns. Names and labels are data: none of them becomes markup, a link, a mention or HTML, and control characters
//! are gone. The only HTML is `<br>` between the lines of a cell.

use std::io;

use tzplan::{IntervalSet, Plan, Policy, PreparedTeam, UtcMinute};

use crate::context::Context;
use crate::coverage::Staffing;
use crate::pairs::answerers::Answerers;
use crate::text::page::Page;

/// As [`text::plan`](crate::text::plan).
///
/// # Errors
///
/// Those of the writer.
pub fn plan(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam,
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
    prepared: &PreparedTeam,
    plan: &Plan,
    context: Context<'_>,
) -> io::Result<()> {
    crate::plan::text::print_year(&mut Page::markdown(out), prepared, plan, context)
}

/// As [`text::pairs`](crate::text::pairs).
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
    prepared: &PreparedTeam,
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
    prepared: &PreparedTeam,
    context: Context<'_>,
) -> io::Result<()> {
    crate::windows::text::print(&mut Page::markdown(out), windows, prepared, context)
}
