//! The seasons as a table: what everyone shares, and when that is on whose clock.

use std::io;

use tzplan::{Model, PerDay, SeasonOverlap, SeasonPlan};

use crate::plan::view::View;
use crate::text::page::Page;
use crate::text::table::{Align, Cell, Table, first_that_fits};
use crate::words::home::HomeDates;
use crate::words::ink::{Ink, Text};
use crate::words::verdict::shortfall;
use crate::words::{clock, dates, people};

/// The most clocks with a column of their own.
pub(crate) const MOST_CLOCKS: usize = 8;
/// The most lines of a cell.
const MOST_LINES: usize = 3;

/// A season, or the part of it in which the home clock keeps one offset.
pub(crate) struct SeasonRow<'p> {
    pub(crate) season: SeasonPlan<'p>,
    pub(crate) home: HomeDates,
}

/// Members whose clocks agree in every row.
pub(crate) struct Clock {
    pub(crate) head: String,
    /// By row, minutes ahead of UTC.
    pub(crate) ahead: Vec<i32>,
}

/// The seasons cut where the home clock changes.
pub(crate) fn rows<'p>(view: &View<'p>) -> Vec<SeasonRow<'p>> {
    let seasons = view.plan.seasons();
    seasons
        .flat_map(|season| view.home.dates(&season.season).into_iter().map(move |home| (season, home)))
        .map(|(season, home)| SeasonRow { season, home })
        .collect()
}

/// Prints at most so many rows.
pub(crate) fn print(page: &mut Page<'_>, view: &View<'_>, most: usize) -> io::Result<()> {
    let mut rows = rows(view);
    let left = rows.len().saturating_sub(most);
    let left = if left > 1 { left } else { 0 };
    rows.truncate(rows.len() - left);
    let clocks = clocks(view, &rows);
    let nothing = rows.iter().all(|row| row.season.overlap.windows.is_empty());
    let few = if nothing || clocks.len() > MOST_CLOCKS { &[] } else { &clocks[..] };
    let tables = [(few, true), (few, false), (&[], true), (&[], false)];
    let tables = tables.map(|(clocks, days)| table(view, &rows, clocks, days));
    page.blank()?;
    tables[first_that_fits(page, &tables, 0)].print(page, 0)?;
    if left > 0 {
        let more = dates::counted(left as u64, "more season", "more seasons");
        page.line(&Text::new(Ink::Faint, format!("… and {more} (all in --format json)")))?;
    }
    Ok(())
}

fn table(view: &View<'_>, rows: &[SeasonRow<'_>], clocks: &[Clock], days: bool) -> Table {
    let mut table = Table::default();
    table.column("Season", Align::Left);
    if days {
        table.column("days", Align::Right);
    }
    table.column("shared", Align::Right);
    let own_home = rows.iter().map(|row| row.home.ahead).collect::<Vec<_>>();
    let nothing = rows.iter().all(|row| row.season.overlap.windows.is_empty());
    // Nothing to show, or somebody's column shows it.
    let home_shown = nothing || clocks.iter().any(|clock| clock.ahead == own_home);
    if !home_shown {
        table.column(people::place(&view.home.name()), Align::Left);
    }
    for clock in clocks {
        table.column(clock.head.clone(), Align::Left);
    }
    table.column("", Align::Left);
    let mut dates = view.dates;
    for (index, row) in rows.iter().enumerate() {
        let overlap = row.season.overlap;
        let mut cells: Vec<Cell> = vec![vec![dates.next(row.home.first, row.home.last).into()]];
        if days {
            cells.push(vec![row.home.days().to_string().into()]);
        }
        let ink = if overlap.meets { Ink::Good } else { Ink::Warn };
        cells.push(vec![Text::new(ink, overlap.daily.to_string())]);
        let mut at = Vec::new();
        if !home_shown {
            at.push(row.home.ahead);
        }
        at.extend(clocks.iter().map(|clock| clock.ahead[index]));
        cells.extend(at.into_iter().map(|ahead| shared(overlap, ahead)));
        cells.push(note(view, overlap));
        table.row(cells);
    }
    table
}

/// When everyone shares, on a clock.
fn shared(overlap: &SeasonOverlap, ahead: i32) -> Cell {
    let mut lines = clock::windows(&overlap.windows, ahead);
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES - 1);
        lines.push("…".to_owned());
    }
    lines.into_iter().map(Text::from).collect()
}

/// What is wrong with a season, and the target where it is not the usual one.
pub(crate) fn note(view: &View<'_>, overlap: &SeasonOverlap) -> Cell {
    let mut note = Text::default();
    if !overlap.meets {
        let short = shortfall(overlap);
        let short = if short.get() > 0 { format!("short {short}") } else { "some short".to_owned() };
        note.push(Ink::Warn, &short);
        if view.plan.verdict().model == Model::Overlap {
            note.push(Ink::Faint, " (grace)");
        }
    }
    if overlap.effective_target.cmp_value(PerDay::of(view.plan.policy().target())).is_lt() {
        let target =
            format!("{}target {}", if note.is_empty() { "" } else { ", " }, overlap.effective_target);
        note.push(Ink::Faint, &target);
    }
    vec![note]
}

/// Distinct clocks of required members, at most one more than has a column of its own.
pub(crate) fn clocks(view: &View<'_>, rows: &[SeasonRow<'_>]) -> Vec<Clock> {
    let mut clocks: Vec<(tzplan::ProfileId, u32, Vec<i32>)> = Vec::new();
    for &id in view.prepared.required() {
        let week = |row: &SeasonRow<'_>| view.prepared.week(id, &row.season.season).minutes_ahead();
        let ahead: Vec<i32> = rows.iter().map(week).collect();
        if let Some((_, heads, _)) = clocks.iter_mut().find(|(_, _, known)| *known == ahead) {
            *heads += view.people.heads(id);
        } else if clocks.len() > MOST_CLOCKS {
            break;
        } else {
            clocks.push((id, view.people.heads(id), ahead));
        }
    }
    let clock = |(id, heads, ahead)| {
        let tail =
            if heads > 1 { format!(" +{}", dates::number(u64::from(heads - 1))) } else { String::new() };
        Clock { head: view.people.names().cut(&view.people.first(id), 13) + &tail, ahead }
    };
    clocks.into_iter().map(clock).collect()
}
