//! Dated windows, grouped by equal local times.

use std::io;

use tzplan::{IntervalSet, PreparedTeam, UtcMinute};

use crate::context::Context;
use crate::text::head;
use crate::text::page::Page;
use crate::text::table::{Align, Table};
use crate::words::clock::in_hours;
use crate::words::dates::{self, Dates};
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::runs::{Run, runs};

/// The most rows printed.
const MOST_ROWS: usize = 60;

pub(crate) fn print(
    page: &mut Page<'_>,
    windows: &IntervalSet<UtcMinute>,
    prepared: &PreparedTeam<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    head::print(page, prepared, context)?;
    if windows.is_empty() {
        page.blank()?;
        return page.line(&Text::from("No window in these dates."));
    }
    let home = Home::of(prepared.horizon());
    let title = format!(
        "{}, {} in all, in {}",
        dates::counted(windows.len() as u64, "window", "windows"),
        in_hours(windows.total()),
        home.time(),
    );
    page.heading(&title)?;
    let runs = runs(windows.iter().map(|window| (window.start(), window.end())), prepared.horizon());
    rows(page, prepared, &runs, MOST_ROWS, "windows")
}

/// Runs as a table: dates, times, how often.
pub(crate) fn rows(
    page: &mut Page<'_>,
    prepared: &PreparedTeam<'_>,
    runs: &[Run],
    most: usize,
    what: &str,
) -> io::Result<()> {
    let mut dates = Dates::of(prepared.horizon());
    let mut table = Table::default();
    for align in [Align::Left, Align::Left, Align::Right] {
        table.column("", align);
    }
    let shown = if runs.len() <= most + 1 { runs.len() } else { most };
    for run in &runs[..shown] {
        table.row(vec![
            vec![dates.next(run.first, run.last).into()],
            vec![run.times().into()],
            vec![Text::new(Ink::Faint, run.often())],
        ]);
    }
    table.print(page, 2)?;
    if shown < runs.len() {
        let left: u32 = runs[shown..].iter().map(|run| run.count).sum();
        let text = format!("  … and {} more {what} (all in --format json)", dates::number(left.into()));
        page.line(&Text::new(Ink::Faint, text))?;
    }
    Ok(())
}
