//! Results as text for a terminal: answers first, the numbers behind them below.
//!
//! Everything fits the width it is given (60 columns at least) and is measured in columns, so that names in any
//! script line up. Marks made in colour are made in text too. Names and labels are data: control characters,
//! escape sequences and direction overrides never reach the terminal. Profiles are folded (`Ana +3`), and what
//! is left out of a long list is counted.

mod clean;
mod clock;
mod dates;
mod day;
mod head;
mod home;
mod ink;
mod page;
mod people;
mod plan;
mod replies;
mod table;

use std::io;

use tzplan::{Plan, PreparedTeam};

use crate::Context;

/// How text is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Style {
    /// Columns of the terminal; fewer than 60 count as 60.
    pub width: usize,
    /// Whether to colour marks with ANSI sequences.
    pub color: bool,
}

impl Default for Style {
    /// 80 columns, no colour.
    fn default() -> Self {
        Self { width: 80, color: false }
    }
}

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
    plan::print(&mut page::Page::new(out, style), prepared, plan, context)
}
