//! The gaps of the hours that have to be covered, with what makes them.

use std::io;

use tzplan::Horizon;
use tzplan::coverage::{Gap, GapCause};

use crate::text::page::Page;
use crate::text::table::{Align, Table, first_that_fits};
use crate::words::dates::{self, Dates};
use crate::words::ink::{Ink, Text};
use crate::words::people::Names;
use crate::words::runs::{Run, runs};
use crate::words::shown_of;

/// The most rows.
const MOST: usize = 20;
/// Columns of the reason: the first that fit; it breaks between words.
const WHY_COLUMNS: [usize; 3] = [20, 13, 8];

/// A table of gaps: dates, times, how often, why. Of many those with most minutes, in order of dates.
pub(crate) fn print(page: &mut Page<'_>, gaps: &[Gap], horizon: &Horizon) -> io::Result<()> {
    let mut rows = rows(gaps, horizon);
    let shown = shown_of(rows.len(), MOST);
    if shown < rows.len() {
        // Stable: order of dates among equals.
        rows.sort_by_key(|(run, _)| std::cmp::Reverse(run.minutes()));
        rows[..shown].sort_by_key(|(run, _)| run.first);
    }
    let tables = WHY_COLUMNS.map(|columns| table(&rows[..shown], page.names(), columns, horizon));
    tables[first_that_fits(page, &tables, 2)].print(page, 2)?;
    if shown < rows.len() {
        let left: u32 = rows[shown..].iter().map(|(run, _)| run.count).sum();
        let text = format!("  … and {} more gaps (all in --format json)", dates::number(left.into()));
        page.line(&Text::new(Ink::Faint, text))?;
    }
    Ok(())
}

/// With the reason in this many columns.
fn table(rows: &[(Run, &str)], names: Names, columns: usize, horizon: &Horizon) -> Table {
    let mut written = Dates::of(horizon);
    let mut table = Table::default();
    for align in [Align::Left, Align::Left, Align::Right, Align::Left] {
        table.column("", align);
    }
    for (run, why) in rows {
        table.row(vec![
            vec![written.next(run.first, run.last).into()],
            vec![run.times().into()],
            vec![Text::new(Ink::Faint, run.often())],
            names.flowed(Text::new(Ink::Warn, *why), columns),
        ]);
    }
    table
}

/// Runs of gaps alike, by date, with what makes them where it is not the weekly hours alone.
fn rows(gaps: &[Gap], horizon: &Horizon) -> Vec<(Run, &'static str)> {
    const WHY: [&str; 5] =
        ["", "clock changes", "days off", "longer for days off", "clock changes and days off"];
    let why = |gap: &Gap| match gap.cause {
        GapCause::ClockChange if gap.for_days_off.get() == 0 => 1,
        GapCause::ClockChange => 4,
        GapCause::DaysOff => 2,
        _ if gap.for_days_off.get() > 0 => 3,
        _ => 0,
    };
    let mut rows: Vec<(Run, &str)> = Vec::new();
    for (kind, words) in WHY.into_iter().enumerate() {
        let alike = gaps.iter().filter(|gap| why(gap) == kind).map(|gap| (gap.start, gap.end));
        rows.extend(runs(alike, horizon).into_iter().map(|run| (run, words)));
    }
    rows.sort_by_key(|(run, _)| run.first);
    rows
}
