//! Dated windows, grouped by equal local times.

use std::io;

use tzplan::PreparedTeam;
use tzplan::absence::Absence;

use super::WindowsDocument;
use crate::text::table::{Align, Table};
use crate::text::{Page, head};
use crate::words::absent::dated;
use crate::words::dates::{self, Dates};
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::runs::{Run, runs};
use crate::words::shown_of;

/// The most rows printed.
const MOST_ROWS: usize = 60;
/// The most dates named on which somebody is off.
const MOST_DATES: usize = 12;

pub(super) fn print(document: &WindowsDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let WindowsDocument { prepared, windows, missed, context, .. } = *document;
    head::print(page, prepared, context)?;
    if windows.is_empty() {
        page.blank()?;
        page.line(&Text::from("No window in these dates."))?;
        if prepared.required_members() > 2 && !context.again.is_empty() {
            page.line(&Text::from("Who shares hours with whom, and in which pods:"))?;
            page.paragraph(2, &Text::new(Ink::Faint, context.next_step("pods", "")))?;
        }
        return days_off(page, prepared, missed);
    }
    let home = Home::of(prepared.horizon());
    let title = format!(
        "{}, {} in all, in {}",
        dates::counted(windows.len() as u64, "window", "windows"),
        length(windows.total()),
        home.time(),
    );
    page.heading(&title)?;
    let runs = runs(windows.iter().map(|window| (window.start(), window.end())), prepared.horizon());
    rows(page, &runs, Dates::of(prepared.horizon()))?;
    days_off(page, prepared, missed)
}

/// Who is missed in windows, by date.
fn days_off(page: &mut Page<'_>, prepared: &PreparedTeam, missed: &[Absence]) -> io::Result<()> {
    if missed.is_empty() {
        return Ok(());
    }
    let dates = Dates::of(prepared.horizon());
    let named = dated(prepared.team(), missed, &dates, page.names(), MOST_DATES);
    page.blank()?;
    page.labelled("Days off", &Text::from(format!("Shorter or none for: {named}.")))
}

/// Runs as a table: dates, times, how often.
fn rows(page: &mut Page<'_>, runs: &[Run], mut dates: Dates) -> io::Result<()> {
    let mut table = Table::default();
    for align in [Align::Left, Align::Left, Align::Right] {
        table.column("", align);
    }
    let shown = shown_of(runs.len(), MOST_ROWS);
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
        let text = format!("  … and {} more windows (all in --format json)", dates::number(left.into()));
        page.line(&Text::new(Ink::Faint, text))?;
    }
    Ok(())
}
