//! The shifts of a team that overlaps with them: who moves, all year or in which season, and to which hours.

use std::io;

use tzplan::shift::ProfileMove;
use tzplan::{Model, Plan, Season};

use super::steps;
use crate::text::moves::{self, NewHours, Together};
use crate::text::page::Page;
use crate::view::View;
use crate::words::clock;

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

/// What a plan asks: the moves that are kept all year, where there are such, then those of the seasons that
/// ask for others.
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

/// The new hours; not where the same few people keep them all year, which is a step already.
pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    if view.plan.verdict().model != Model::OverlapWithShifts {
        return Ok(());
    }
    let asked = asked(view.plan);
    if matches!(&asked[..], [Asked { kept: Kept::AllYear, .. }]) && steps::tells_all_year(view) {
        return Ok(());
    }
    let new_hours = |one: &ProfileMove| NewHours {
        who: view.people.label(one.profile).into(),
        shift: one.shift.minutes(),
        hours: clock::joined(&clock::of_posts(view.prepared.posts_of(one.profile), &one.hours)),
        night: one.night_minutes_per_week,
    };
    let together = |asked: &Asked<'_>| Together {
        dates: match &asked.kept {
            Kept::AllYear => Vec::new(),
            Kept::In(seasons) => seasons.iter().map(|season| (season.first(), season.last())).collect(),
        },
        moves: asked.moves.iter().map(new_hours).collect(),
    };
    moves::print(page, &asked.iter().map(together).collect::<Vec<_>>(), view.prepared.horizon())
}
