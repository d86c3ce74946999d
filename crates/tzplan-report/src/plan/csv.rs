//! The seasons of a plan.

use std::io;

use tzplan::shift::ProfileMove;
use tzplan::{Horizon, Plan, PreparedTeam, SeasonPlan};

use crate::csv::cell::inert;
use crate::csv::rows::{Rows, daily, optional, yes_no};
use crate::json::who::{ListedPer, Who};
use crate::words::clock;
use crate::words::home::Home;

const YEAR: [&str; 11] = [
    "first",
    "last",
    "days",
    "overlap_minutes_per_week",
    "workdays",
    "overlap_minutes_a_day",
    "target_minutes_a_day",
    "meets",
    "drift",
    "windows_utc",
    "windows_home",
];
/// What follows in a plan.
const PLAN: [&str; 6] =
    ["model", "window_start_utc", "window_minutes", "affordable", "largest_shift_minutes", "moves"];

/// Writes the seasons of a plan, each with the verdict and what the plan asks in it: the cheapest window and who moves
/// by how many minutes (`Ana -30; Ben +30`). Those cells are empty where nobody has to move, and where no window holds.
///
/// Windows are weekly hours as in a roster (`13:00-17:00 Mon-Fri`), in UTC and on the home clock; where that changes
/// within a season, each part behind its first date, separated by ` / `. The target is what the season asks of this
/// team, rounded up; the overlap a day is rounded down. Beyond [10,000](crate::json::LISTED_PER_MEMBER_UP_TO) required
/// members a move is told of one member of each profile, as `Ana +12 others -30`.
///
/// # Errors
///
/// Those of the writer.
pub fn plan(out: &mut dyn io::Write, prepared: &PreparedTeam<'_>, plan: &Plan) -> io::Result<()> {
    let header: Vec<&str> = YEAR.into_iter().chain(PLAN).collect();
    let mut rows = Rows::new(out, &header)?;
    let who = Who::new(prepared);
    for season in plan.seasons() {
        let [first, last, days, weekly, workdays, a_day, target, meets, drift, utc, home] =
            year_cells(prepared.horizon(), plan, &season);
        let window = season.window;
        let start = window.map(|window| clock::time(window.start.get() as i32));
        let largest = window.and_then(|window| window.moves.iter().map(|one| one.shift.abs()).max());
        rows.row([
            first,
            last,
            days,
            weekly,
            workdays,
            a_day,
            target,
            meets,
            drift,
            utc,
            home,
            plan.verdict().model.to_string(),
            optional(start),
            optional(window.map(|window| window.length.get())),
            window.map(|window| yes_no(window.affordable)).unwrap_or_default(),
            optional(largest),
            window.map(|window| moves(&window.moves, &who)).unwrap_or_default(),
        ])?;
    }
    rows.finish()
}

/// Writes the seasons of a plan with what everyone shares in each.
///
/// # Errors
///
/// Those of the writer.
pub fn year(out: &mut dyn io::Write, prepared: &PreparedTeam<'_>, plan: &Plan) -> io::Result<()> {
    let mut rows = Rows::new(out, &YEAR)?;
    for season in plan.seasons() {
        rows.row(year_cells(prepared.horizon(), plan, &season))?;
    }
    rows.finish()
}

fn year_cells(horizon: &Horizon, plan: &Plan, season: &SeasonPlan<'_>) -> [String; 11] {
    let (dates, overlap) = (season.season, season.overlap);
    let [weekly, workdays, a_day] = daily(overlap.daily);
    let is_drift =
        plan.year().drift.iter().any(|weeks| weeks.first <= dates.first() && dates.last() <= weeks.last);
    [
        dates.first().to_string(),
        dates.last().to_string(),
        dates.days().to_string(),
        weekly,
        workdays,
        a_day,
        overlap.effective_target.ceil().get().to_string(),
        yes_no(overlap.meets),
        yes_no(is_drift),
        clock::hours_of(&overlap.windows, 0).to_string(),
        on_home_clock(horizon, season),
    ]
}

/// `14:00-18:00 Mon-Fri`, `2026-11-23 13:00-17:00 Mon-Fri / 2027-03-28 14:00-18:00 Mon-Fri`.
fn on_home_clock(horizon: &Horizon, season: &SeasonPlan<'_>) -> String {
    let parts = Home::of(horizon).dates(&season.season);
    let hours = |ahead| clock::hours_of(&season.overlap.windows, ahead).to_string();
    match &parts[..] {
        _ if season.overlap.windows.is_empty() => String::new(),
        [only] => hours(only.ahead),
        parts => {
            let parts = parts.iter().map(|part| format!("{} {}", part.first, hours(part.ahead)));
            parts.collect::<Vec<_>>().join(" / ")
        }
    }
}

fn moves(moves: &[ProfileMove], who: &Who<'_>) -> String {
    let mut told: Vec<(usize, String)> = Vec::new();
    for one in moves {
        match who.listed_per() {
            ListedPer::Member => told.extend(
                who.of(one.profile)
                    .map(|member| (member.index(), format!("{} {:+}", member.name(), one.shift))),
            ),
            ListedPer::Profile => {
                let (first, others) = (who.first_name(one.profile), who.heads(one.profile) - 1);
                told.push((told.len(), format!("{first} +{others} others {:+}", one.shift)));
            }
        }
    }
    // Roster order.
    told.sort_by_key(|(place, _)| *place);
    let told: Vec<String> = told.into_iter().map(|(_, text)| text).collect();
    inert(&told.join("; ")).into_owned()
}
