//! Moving days: what asks least of people in each season that misses its target, and the shift trap.

use tzplan::shift::{PlanKind, ProfileMove};
use tzplan::{Model, SeasonPlan};

use super::verdict::{MoveRow, move_row};
use crate::chart::rows::Rows;
use crate::plan::text::shifts::{self, Kept};
use crate::view::View;
use crate::words::people::and;
use crate::words::shown_of;
use crate::words::{clock, dates, length};

/// The most rows of a table.
const MOST: usize = 16;
/// The most seasons named for the same moves.
const MOST_SEASONS: usize = 4;

/// The section.
pub(super) struct Shifts {
    pub(super) teaser: String,
    pub(super) lead: String,
    pub(super) windows: Vec<WindowRow>,
    pub(super) asked: Vec<Asked>,
    /// What is left out of the tables.
    pub(super) left_out: Vec<String>,
}

/// What asks least in a season.
pub(super) struct WindowRow {
    pub(super) season: String,
    /// The window that needs it, on the home clock.
    pub(super) window: String,
    pub(super) largest: String,
    pub(super) people: String,
    pub(super) affordable: bool,
    pub(super) exists: bool,
}

/// Moves that are kept together.
pub(super) struct Asked {
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) is_trap: bool,
    pub(super) moves: Vec<MoveRow>,
}

impl Shifts {
    /// `None` where the target is met in every season.
    pub(super) fn of(view: &View<'_>, rows: &Rows) -> Option<Self> {
        let below: Vec<SeasonPlan<'_>> = view.plan.seasons().filter(|season| !season.overlap.meets).collect();
        if below.is_empty() || view.prepared.required_members() < 2 {
            return None;
        }
        let mut left_out = Vec::new();
        let shown = cut(below.len());
        if shown < below.len() {
            let more = dates::counted((below.len() - shown) as u64, "more season", "more seasons");
            left_out.push(format!("{more} below the target."));
        }
        let mut room = MOST;
        let (mut asked, mut unlisted) = (Vec::new(), 0);
        let all_year = view.plan.all_year().is_some();
        for one in shifts::asked(view.plan) {
            // Beside hours that are kept all year, those of some dates are no second set to keep.
            let what = match (all_year, &one.kept) {
                (true, Kept::In(_)) => "New hours that are enough on",
                _ => "New hours,",
            };
            let moves = &one.moves[..one.moves.len().min(room)];
            room -= moves.len();
            unlisted += one.moves.len() - moves.len();
            if !moves.is_empty() {
                asked.push(Asked {
                    title: format!("{what} {}", when(view, &one.kept)),
                    lead: String::new(),
                    is_trap: false,
                    moves: moves.iter().map(|one| move_row(view, rows, one)).collect(),
                });
            }
        }
        if unlisted > 0 {
            left_out.push(format!(
                "{}.",
                dates::counted(unlisted as u64, "more person’s hours", "more people’s hours")
            ));
        }
        let trap = trap(view, rows, &mut left_out);
        let teaser = match (trap.is_some(), asked.is_empty()) {
            (true, _) => "a plan that works only if people move too far",
            (false, true) => "no shift that can be asked helps",
            (false, false) => "who would start earlier or later, and when",
        };
        asked.extend(trap);
        // Every season alike that no plan helps is one line.
        let hopeless = below.iter().all(|season| season.plan.is_none());
        let windows = if hopeless {
            Vec::new()
        } else {
            below[..shown].iter().map(|season| window(view, season)).collect()
        };
        Some(Self { teaser: teaser.to_owned(), lead: lead(view, hopeless), windows, asked, left_out })
    }
}

fn lead(view: &View<'_>, hopeless: bool) -> String {
    if hopeless {
        return "In no season do any shifts of people’s days, however large, bring everyone together for \
        long enough."
            .to_owned();
    }
    let grace = match view.plan.verdict().model {
        Model::Overlap => " The verdict forgives these days as grace.",
        _ => "",
    };
    format!(
        "What asks least of people in each season below the target. What can be asked of a day: {}, and not \
        out of {}.{grace}",
        view.farthest_move(),
        view.plan.policy().reasonable().to_string().replace('-', "–"),
    )
}

fn window(view: &View<'_>, season: &SeasonPlan<'_>) -> WindowRow {
    let season_dates = view.dates.range(season.season.first(), season.season.last());
    let Some(plan) = season.plan else {
        return WindowRow {
            season: season_dates,
            window: "none holds".to_owned(),
            largest: String::new(),
            people: String::new(),
            affordable: false,
            exists: false,
        };
    };
    let ahead = view.home.most(&season.season).ahead;
    let heads = view.people.heads_of(plan.moves.iter().map(|one| one.profile));
    let window = match plan.kind {
        PlanKind::Window { start, length } => clock::times(start.get() as i32 + ahead, length.get() as i32),
        PlanKind::Alone => "as their hours are then".to_owned(),
    };
    WindowRow {
        season: season_dates,
        window,
        largest: length::length(plan.largest_shift),
        people: dates::people(heads),
        affordable: plan.affordable,
        exists: true,
    }
}

fn trap(view: &View<'_>, rows: &Rows, left_out: &mut Vec<String>) -> Option<Asked> {
    let trap = view.plan.verdict().trap.as_ref()?;
    let season = view.plan.seasons().nth(trap.season)?;
    let mut moves: Vec<&ProfileMove> = trap.moves.iter().collect();
    // Stable: roster order among equals.
    moves.sort_by_key(|one| std::cmp::Reverse(one.shift.minutes().abs()));
    let shown = cut(moves.len());
    if shown < moves.len() {
        let left = view.people.heads_of(moves[shown..].iter().map(|one| one.profile));
        let most = length::length(moves[shown].shift.length());
        let more = dates::counted(left as u64, "more person", "more people");
        left_out.push(format!("In the trap {more} by up to {most}."));
    }
    let lead = format!(
        "A plan that works only if people move their days too far: sharing {} a day {} would take these \
        hours.",
        length::daily(season.overlap.effective_target),
        view.dates.during(season.season.first(), season.season.last()),
    );
    let moves = moves[..shown].iter().map(|one| move_row(view, rows, one)).collect();
    Some(Asked { title: "Shift trap".to_owned(), lead, is_trap: true, moves })
}

fn cut(rows: usize) -> usize {
    shown_of(rows, MOST)
}

fn when(view: &View<'_>, kept: &Kept) -> String {
    let Kept::In(seasons) = kept else { return dates::span(view.prepared.horizon()).to_owned() };
    let shown = shown_of(seasons.len(), MOST_SEASONS);
    let mut named: Vec<String> =
        seasons[..shown].iter().map(|s| view.dates.range(s.first(), s.last())).collect();
    if shown < seasons.len() {
        named.push(format!("{} more", seasons.len() - shown));
    }
    and(&named)
}
