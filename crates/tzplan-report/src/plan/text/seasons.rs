//! The seasons as a table: what everyone shares, and when that is on whose clock.

use std::collections::BTreeSet;
use std::io;

use tzplan::{Minutes, Model, PerDay, ProfileId, SeasonOverlap, SeasonPlan};

use crate::text::page::Page;
use crate::text::table::{Align, Cell, Table, first_that_fits};
use crate::view::View;
use crate::words::home::HomeDates;
use crate::words::ink::{Ink, Text};
use crate::words::length::{daily, length, on_average};
use crate::words::people::stays;
use crate::words::shared::{Shared, is_even};
use crate::words::verdict::shortfall;
use crate::words::{clock, dates};

/// The most clocks with a column of their own.
pub(crate) const MOST_CLOCKS: usize = 8;
/// The most lines of a cell.
const MOST_LINES: usize = 3;

/// Whether the days of each season are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Days {
    Counted,
    LeftOut,
}

/// How long a shortfall is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Notes {
    /// `1 h less than the target`.
    Long,
    /// `1 h less`.
    Short,
}

/// A season, or the part of it in which the home clock keeps one offset.
pub(crate) struct SeasonRow<'p> {
    pub(crate) season: SeasonPlan<'p>,
    pub(crate) home: HomeDates,
}

/// Members whose clocks agree in every row.
pub(crate) struct Clock {
    pub(crate) head: Cell,
    /// By row, minutes ahead of UTC.
    pub(crate) ahead: Vec<i32>,
}

/// Columns of the head of somebody's clock; longer ones break.
const HEAD: usize = 16;
/// The most names in it, and the most places.
const MOST_NAMES: usize = 2;
const MOST_PLACES: usize = 2;

/// The seasons cut where the home clock changes.
pub(crate) fn rows<'p>(view: &View<'p>) -> Vec<SeasonRow<'p>> {
    let seasons = view.plan.seasons();
    seasons
        .flat_map(|season| view.home.dates(&season.season).into_iter().map(move |home| (season, home)))
        .map(|(season, home)| SeasonRow { season, home })
        .collect()
}

/// Prints at most this many rows.
pub(crate) fn print(page: &mut Page<'_>, view: &View<'_>, most: usize, days: Days) -> io::Result<()> {
    let mut rows = rows(view);
    let left = rows.len().saturating_sub(most);
    let left = if left > 1 { left } else { 0 };
    rows.truncate(rows.len() - left);
    let clocks = clocks(view, &rows);
    let nothing = rows.iter().all(|row| row.season.overlap.windows.is_empty());
    let few = if nothing || clocks.len() > MOST_CLOCKS { &[] } else { &clocks[..] };
    let days = days == Days::Counted;
    let tables = [
        (few, days, Notes::Long),
        (few, days, Notes::Short),
        (few, false, Notes::Short),
        (&[], days, Notes::Long),
        (&[], false, Notes::Long),
        (&[], false, Notes::Short),
    ];
    let tables = tables.map(|(clocks, days, notes)| table(view, &rows, clocks, (days, notes)));
    page.blank()?;
    tables[first_that_fits(page, &tables, 0)].print(page, 0)?;
    if left > 0 {
        let more = dates::counted(left as u64, "more season", "more seasons");
        page.line(&Text::new(Ink::Faint, format!("… and {more} (all in --format json)")))?;
    }
    Ok(())
}

fn table(view: &View<'_>, rows: &[SeasonRow<'_>], clocks: &[Clock], (days, notes): (bool, Notes)) -> Table {
    let mut table = Table::default();
    table.column("Season", Align::Left);
    if days {
        table.column("days", Align::Right);
    }
    table.column("everyone", Align::Left);
    let own_home = rows.iter().map(|row| row.home.ahead).collect::<Vec<_>>();
    let nothing = rows.iter().all(|row| row.season.overlap.windows.is_empty());
    // Nothing to show, or somebody's column shows it.
    let home_shown = nothing || clocks.iter().any(|clock| clock.ahead == own_home);
    if !home_shown {
        table.column(view.home.place(), Align::Left);
    }
    for clock in clocks {
        table.column_under(clock.head.clone(), Align::Left);
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
        let shared_then = Shared::of(overlap, row.home.ahead).short();
        cells.push(vec![Text::new(
            ink,
            if overlap.windows.is_empty() { "never".to_owned() } else { shared_then },
        )]);
        let mut at = Vec::new();
        if !home_shown {
            at.push(row.home.ahead);
        }
        at.extend(clocks.iter().map(|clock| clock.ahead[index]));
        cells.extend(at.into_iter().map(|ahead| shared(overlap, ahead)));
        cells.push(note(view, overlap, notes));
        table.row(cells);
    }
    table
}

/// Of a team in pods what each pod shares by season, pod by pod; seasons alike stand together.
pub(crate) fn print_pods(page: &mut Page<'_>, view: &View<'_>, days: Days) -> io::Result<()> {
    let pods = view.plan.verdict().pods.as_ref().map_or(0, |pods| pods.pods.len()).min(MOST_CLOCKS);
    let mut table = Table::default();
    table.column("Season", Align::Left);
    if days == Days::Counted {
        table.column("days", Align::Right);
    }
    (0..pods).for_each(|place| table.column(format!("pod {}", place + 1), Align::Left));
    let mut written = view.dates;
    for season in view.plan.seasons() {
        let ahead = view.home.most(&season.season).ahead;
        let mut cells: Vec<Cell> =
            vec![vec![written.next(season.season.first(), season.season.last()).into()]];
        if days == Days::Counted {
            cells.push(vec![season.season.days().to_string().into()]);
        }
        for overlap in season.pods.iter().take(pods) {
            let ink = if overlap.meets { Ink::Good } else { Ink::Warn };
            cells.push(vec![Text::new(ink, Shared::of(overlap, ahead).short())]);
        }
        table.row(cells);
    }
    page.blank()?;
    table.print(page, 0)
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
pub(crate) fn note(view: &View<'_>, overlap: &SeasonOverlap, notes: Notes) -> Cell {
    let mut note = Text::default();
    if !overlap.meets {
        let short = shortfall(overlap);
        let short = match short {
            Minutes::ZERO => "some less than their target".to_owned(),
            short if notes == Notes::Short => format!("{} less", length(short)),
            short => format!("{} less than the target{}", length(short), on_average(is_even(overlap, 0))),
        };
        note.push(Ink::Warn, &short);
        if view.plan.verdict().model == Model::Overlap {
            note.push(Ink::Faint, " (grace)");
        }
    }
    if overlap.effective_target.cmp_value(PerDay::of(view.plan.policy().target())).is_lt() {
        let comma = if note.is_empty() { "" } else { ", " };
        let target = format!("{comma}target {}", daily(overlap.effective_target));
        note.push(Ink::Faint, &target);
    }
    vec![note]
}

/// Distinct clocks of required members, at most one more than has a column of its own.
pub(crate) fn clocks(view: &View<'_>, rows: &[SeasonRow<'_>]) -> Vec<Clock> {
    let mut clocks: Vec<(Vec<ProfileId>, Vec<i32>)> = Vec::new();
    for &id in view.prepared.required() {
        let week = |row: &SeasonRow<'_>| view.prepared.week(id, &row.season.season).minutes_ahead();
        let ahead: Vec<i32> = rows.iter().map(week).collect();
        if let Some((with, _)) = clocks.iter_mut().find(|(_, known)| *known == ahead) {
            with.push(id);
        } else if clocks.len() > MOST_CLOCKS {
            break;
        } else {
            clocks.push((vec![id], ahead));
        }
    }
    let clock = |(with, ahead): (Vec<_>, _)| Clock {
        head: view.people.names().flowed(head(view, &with), HEAD),
        ahead,
    };
    clocks.into_iter().map(clock).collect()
}

/// Who lives by a clock: few people by name, more by their places.
fn head(view: &View<'_>, with: &[ProfileId]) -> String {
    let heads: u32 = with.iter().map(|id| view.people.heads(*id)).sum();
    if heads as usize <= MOST_NAMES {
        let members = with.iter().flat_map(|id| view.people.members_of(*id));
        return members.map(|member| view.people.member(member.index())).collect::<Vec<_>>().join(", ");
    }
    let mut places: Vec<String> = with.iter().map(|id| stays::place_through(&view.people, *id)).collect();
    let mut known = BTreeSet::new();
    places.retain(|place| known.insert(place.clone()));
    let more = if places.len() > MOST_PLACES { ", …" } else { "" };
    places.truncate(MOST_PLACES);
    places.join(", ") + more
}
