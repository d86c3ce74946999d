//! The cheapest shifts of each season that misses its target, and the shift trap.

use tzplan::shift::{PlanKind, ProfileMove};
use tzplan::{Minutes, Model, SeasonPlan};

use super::rich::Rich;
use crate::plan::text::shifts::Kept;
use crate::plan::text::{shifts, trap};
use crate::plan::view::View;
use crate::words::{clock, dates, people};

/// The most rows of a table.
const MOST: usize = 16;
/// The most seasons named for the same moves.
const MOST_SEASONS: usize = 4;

/// The section.
pub(super) struct Shifts {
    pub(super) lead: String,
    pub(super) windows: Vec<WindowRow>,
    pub(super) asked: Vec<Asked>,
    pub(super) trap: Option<Trap>,
    /// What is left out of the tables.
    pub(super) left_out: Vec<String>,
}

/// The cheapest shifts of a season.
pub(super) struct WindowRow {
    pub(super) season: String,
    /// The window that needs them, on the home clock.
    pub(super) window: String,
    pub(super) largest: String,
    pub(super) people: String,
    pub(super) affordable: bool,
    pub(super) exists: bool,
}

/// Moves that are kept together.
pub(super) struct Asked {
    /// `all year`, or the seasons.
    pub(super) when: String,
    pub(super) moves: Vec<Move>,
}

/// Who moves.
pub(super) struct Move {
    pub(super) who: Rich,
    pub(super) by: String,
    pub(super) hours: String,
    pub(super) night: String,
    pub(super) at_night: bool,
    pub(super) share: String,
}

/// The trap.
pub(super) struct Trap {
    pub(super) lead: String,
    pub(super) moves: Vec<Move>,
}

impl Shifts {
    pub(super) fn of(view: &View<'_>) -> Self {
        let mut left_out = Vec::new();
        let below: Vec<SeasonPlan<'_>> = view.plan.seasons().filter(|season| !season.overlap.meets).collect();
        let shown = cut(below.len());
        if shown < below.len() {
            let more = dates::counted((below.len() - shown) as u64, "more season", "more seasons");
            left_out.push(format!("{more} below the target."));
        }
        let mut room = MOST;
        let (mut asked, mut unlisted) = (Vec::new(), 0);
        for one in shifts::asked(view.plan) {
            let moves = &one.moves[..one.moves.len().min(room)];
            room -= moves.len();
            unlisted += one.moves.len() - moves.len();
            if !moves.is_empty() {
                let when = when(view, &one.kept);
                asked.push(Asked { when, moves: moves.iter().map(|one| row(view, one)).collect() });
            }
        }
        if unlisted > 0 {
            left_out.push(format!("{}.", dates::counted(unlisted as u64, "more shift", "more shifts")));
        }
        let trap = trap_of(view, &mut left_out);
        let windows = below[..shown].iter().map(|season| window(view, season)).collect();
        Self { lead: lead(view, &below), windows, asked, trap, left_out }
    }
}

fn lead(view: &View<'_>, below: &[SeasonPlan<'_>]) -> String {
    if view.prepared.required_members() < 2 {
        return "One person alone: nobody has to move for anybody.".to_owned();
    }
    if below.is_empty() {
        return "The target is met in every season: nobody has to move.".to_owned();
    }
    let policy = view.plan.policy();
    let grace = match view.plan.verdict().model {
        Model::Overlap => {
            " The verdict forgives these days as grace; what they would take is told all the same."
        }
        _ => "",
    };
    let all_year = match view.plan.all_year() {
        Some(_) => {
            "One set of hours, kept all year, meets the target; what asks least of people in each season below it \
                    stands beside."
        }
        None => "What asks least of people in each season below the target.",
    };
    format!(
        "{all_year} A shift is affordable by {} and not out of {}.{grace}",
        view.farthest_move(),
        policy.reasonable().to_string().replace('-', "–"),
    )
}

fn window(view: &View<'_>, season: &SeasonPlan<'_>) -> WindowRow {
    let dates = view.dates.range(season.season.first(), season.season.last());
    let Some(plan) = season.plan else {
        let none = "none holds".to_owned();
        let blank = String::new;
        return WindowRow {
            season: dates,
            window: none,
            largest: blank(),
            people: blank(),
            affordable: false,
            exists: false,
        };
    };
    let ahead = view.home.most(&season.season).ahead;
    let heads = view.people.heads_of(plan.moves.iter().map(|one| one.profile));
    let window = match plan.kind {
        PlanKind::Window { start, length } => clock::times(start.get() as i32 + ahead, length.get() as i32),
        PlanKind::Alone => "no window: these people alone".to_owned(),
    };
    WindowRow {
        season: dates,
        window,
        largest: plan.largest_shift.to_string(),
        people: dates::people(heads),
        affordable: plan.affordable,
        exists: true,
    }
}

fn row(view: &View<'_>, one: &ProfileMove) -> Move {
    let hours = clock::of_posts(view.prepared.posts_of(one.profile), &one.hours);
    Move {
        who: Rich::name(&view.people.label(one.profile)),
        by: clock::moved(one.shift.minutes()),
        hours: clock::joined(&hours),
        night: one.night_minutes_per_week.to_string(),
        at_night: one.night_minutes_per_week > Minutes::ZERO,
        share: trap::share(one.share),
    }
}

fn trap_of(view: &View<'_>, left_out: &mut Vec<String>) -> Option<Trap> {
    let trap = view.plan.verdict().trap.as_ref()?;
    let season = view.plan.seasons().nth(trap.season)?;
    let mut moves: Vec<&ProfileMove> = trap.moves.iter().collect();
    // Stable: roster order among equals.
    moves.sort_by_key(|one| std::cmp::Reverse(one.shift.minutes().abs()));
    let shown = cut(moves.len());
    if shown < moves.len() {
        let left = view.people.heads_of(moves[shown..].iter().map(|one| one.profile));
        let most = moves[shown].shift.length();
        let more = dates::counted(left as u64, "more person", "more people");
        left_out.push(format!("In the trap {more} by up to {most}."));
    }
    let lead = format!(
        "A plan that works only if people move their days too far: sharing {} a day {} would take these hours.",
        season.overlap.effective_target,
        view.dates.during(season.season.first(), season.season.last()),
    );
    Some(Trap { lead, moves: moves[..shown].iter().map(|one| row(view, one)).collect() })
}

fn cut(rows: usize) -> usize {
    if rows <= MOST + 1 { rows } else { MOST }
}

fn when(view: &View<'_>, kept: &Kept) -> String {
    let Kept::In(seasons) = kept else { return dates::span(view.prepared.horizon()).to_owned() };
    let shown = if seasons.len() <= MOST_SEASONS + 1 { seasons.len() } else { MOST_SEASONS };
    let mut named: Vec<String> =
        seasons[..shown].iter().map(|s| view.dates.range(s.first(), s.last())).collect();
    if shown < seasons.len() {
        named.push(format!("{} more", seasons.len() - shown));
    }
    people::and(&named)
}
