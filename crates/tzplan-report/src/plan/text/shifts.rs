//! The shifts of a team that overlaps with them: who moves, all year or in which season, and to which hours.

use std::io;

use tzplan::shift::ProfileMove;
use tzplan::{Model, Plan, Season};

use crate::plan::view::View;
use crate::text::page::Page;
use crate::text::table::{Align, Cell, Table};
use crate::words::ink::{Ink, Text};
use crate::words::{clock, dates};

/// The most rows listed.
const MOST_ROWS: usize = 12;
/// The most seasons named for the same moves.
const MOST_SEASONS: usize = 4;

/// Moves that are kept together.
pub(crate) struct Asked<'p> {
    pub(crate) kept: Kept,
    pub(crate) moves: &'p [ProfileMove],
}

/// When moves are kept.
pub(crate) enum Kept {
    AllYear,
    In(Vec<Season>),
}

/// What a plan asks: the moves that are kept all year, where there are such, then those of the seasons that ask
/// for others.
pub(crate) fn asked(plan: &Plan) -> Vec<Asked<'_>> {
    let mut by_season = by_season(plan);
    let Some(all_year) = plan.all_year().map(|all_year| &all_year.plan.moves[..]) else { return by_season };
    by_season.retain(|asked| asked.moves != all_year);
    by_season.insert(0, Asked { kept: Kept::AllYear, moves: all_year });
    by_season
}

/// The affordable plans of the seasons, those with the same moves together.
fn by_season(plan: &Plan) -> Vec<Asked<'_>> {
    let mut asked: Vec<(Vec<Season>, &[ProfileMove])> = Vec::new();
    for season in plan.seasons() {
        let Some(plan) = season.plan.filter(|plan| plan.affordable) else { continue };
        match asked.iter_mut().find(|(_, moves)| *moves == plan.moves) {
            Some((seasons, _)) => seasons.push(season.season),
            None => asked.push((vec![season.season], &plan.moves)),
        }
    }
    asked.into_iter().map(|(seasons, moves)| Asked { kept: Kept::In(seasons), moves }).collect()
}

pub(crate) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    if view.plan.verdict().model != Model::OverlapWithShifts {
        return Ok(());
    }
    let asked = asked(view.plan);
    let mut table = Table::default();
    for (column, align) in [
        ("Shifts", Align::Left),
        ("who", Align::Left),
        ("moves", Align::Right),
        ("new own hours", Align::Left),
    ] {
        table.column(column, align);
    }
    let total: usize = asked.iter().map(|asked| asked.moves.len()).sum();
    let mut room = MOST_ROWS;
    for asked in asked.iter() {
        let moves = &asked.moves[..asked.moves.len().min(room)];
        if moves.is_empty() {
            break;
        }
        room -= moves.len();
        let hours = |one: &ProfileMove| {
            let hours: Vec<String> = one.hours.iter().flat_map(clock::weekly).collect();
            let mut text = Text::from(clock::joined(&hours));
            if one.night_minutes_per_week.get() > 0 {
                text.push(Ink::Warn, &format!("  {} a week at night", one.night_minutes_per_week));
            }
            text
        };
        table.row(vec![
            kept(view, &asked.kept),
            moves.iter().map(|one| view.people.label(one.profile).into()).collect(),
            moves.iter().map(|one| clock::moved_short(one.shift.minutes()).into()).collect(),
            moves.iter().map(hours).collect(),
        ]);
    }
    page.blank()?;
    table.print(page, 0)?;
    let shown = MOST_ROWS - room;
    if total > shown {
        let left = dates::counted((total - shown) as u64, "more shift", "more shifts");
        page.line(&Text::new(Ink::Faint, format!("… and {left} (all in --format json)")))?;
    }
    Ok(())
}

/// The dates, one season on a line; what goes on says so, for the lines beside them are other people.
fn kept(view: &View<'_>, kept: &Kept) -> Cell {
    let Kept::In(seasons) = kept else {
        return vec![Text::new(Ink::Strong, dates::span(view.prepared.horizon()))];
    };
    let shown = if seasons.len() <= MOST_SEASONS + 1 { seasons.len() } else { MOST_SEASONS };
    let mut lines: Vec<String> =
        seasons[..shown].iter().map(|s| view.dates.range(s.first(), s.last())).collect();
    if shown < seasons.len() {
        lines.push(format!("{} more", seasons.len() - shown));
    }
    let last = lines.len().saturating_sub(1);
    for (place, line) in lines.iter_mut().enumerate().take(last) {
        line.push_str(if place + 1 == last { " and" } else { "," });
    }
    lines.into_iter().map(Text::from).collect()
}
