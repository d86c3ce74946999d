//! The seasons of a plan as a table.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use tzplan::shift::{MovePlan, PlanKind, ProfileMove};
use tzplan::target::WeekWindow;
use tzplan::{Horizon, Model, Plan, SeasonPlan};

use super::{PlanDocument, YearDocument};
use crate::csv::cell::{text, yes_no};
use crate::csv::table::table;
use crate::json::who::{ListedPer, Who};
use crate::words::clock;
use crate::words::home::Home;

/// A season with what everyone shares in it.
#[derive(Default, Serialize)]
struct SeasonRow {
    first: NaiveDate,
    last: NaiveDate,
    days: u32,
    overlap_minutes_per_week: u32,
    workdays: u32,
    /// Rounded down.
    overlap_minutes_a_day: u32,
    /// What the season asks of this team, rounded up.
    target_minutes_a_day: u32,
    #[serde(serialize_with = "yes_no")]
    meets: bool,
    #[serde(serialize_with = "yes_no")]
    drift: bool,
    /// Weekly hours as in a roster: `13:00-17:00 Mon-Fri`.
    windows_utc: String,
    /// The same on the home clock; where that changes within a season, each part behind its first date,
    /// separated by ` / `.
    windows_home: String,
}

/// The verdict, and what the plan asks in a season; empty where nobody has to move, and where no plan
/// holds; the window also where one profile alone moves.
#[derive(Default, Serialize)]
struct PlanColumns {
    /// There in every row.
    model: String,
    /// Who moves when the shifts are kept all year, as under `moves`; the same in every row.
    #[serde(serialize_with = "text")]
    all_year_moves: String,
    /// `window` or `alone`: where the shifts of this season come from.
    plan: Option<&'static str>,
    window_start_utc: Option<String>,
    window_minutes: Option<u32>,
    #[serde(serialize_with = "yes_no")]
    affordable: Option<bool>,
    largest_shift_minutes: Option<u32>,
    /// The sum of the squared shifts over members, in minutes².
    burden: Option<u64>,
    /// Who moves by how many minutes: `Ana -30; Ben +30`. Beyond
    /// [10,000](crate::json::LISTED_PER_MEMBER_UP_TO) required members one of each profile:
    /// `Ana +12 others -30`.
    #[serde(serialize_with = "text")]
    moves: String,
}

pub(super) fn write(document: &PlanDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let PlanDocument { prepared, plan, .. } = document;
    let who = Who::new(prepared);
    let all_year = plan.all_year().map(|all_year| moves(&all_year.plan.moves, &who)).unwrap_or_default();
    let row = |season: SeasonPlan<'_>| {
        let columns = plan_columns(plan.verdict().model, season.plan, &who);
        let columns = PlanColumns { all_year_moves: all_year.clone(), ..columns };
        (season_row(prepared.horizon(), plan, &season), columns)
    };
    table(out, plan.seasons().map(row))
}

pub(super) fn write_year(document: &YearDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let YearDocument { prepared, plan, .. } = document;
    table(out, plan.seasons().map(|season| season_row(prepared.horizon(), plan, &season)))
}

fn season_row(horizon: &Horizon, plan: &Plan, season: &SeasonPlan<'_>) -> SeasonRow {
    let (dates, overlap) = (season.season, season.overlap);
    SeasonRow {
        first: dates.first(),
        last: dates.last(),
        days: dates.days(),
        overlap_minutes_per_week: overlap.daily.minutes_per_week,
        workdays: overlap.daily.days,
        overlap_minutes_a_day: overlap.daily.floor().get(),
        target_minutes_a_day: overlap.effective_target.ceil().get(),
        meets: overlap.meets,
        drift: plan.year().is_drift(&dates),
        windows_utc: weekly(&overlap.windows, 0),
        windows_home: on_home_clock(horizon, season),
    }
}

fn on_home_clock(horizon: &Horizon, season: &SeasonPlan<'_>) -> String {
    let parts = Home::of(horizon).dates(&season.season);
    let windows = &season.overlap.windows;
    match &parts[..] {
        _ if windows.is_empty() => String::new(),
        [only] => weekly(windows, only.ahead),
        parts => {
            let parts = parts.iter().map(|part| format!("{} {}", part.first, weekly(windows, part.ahead)));
            parts.collect::<Vec<_>>().join(" / ")
        }
    }
}

/// Windows as weekly hours on a clock; nothing where there are none.
fn weekly(windows: &[WeekWindow], ahead: i32) -> String {
    if windows.is_empty() { String::new() } else { clock::hours_of(windows, ahead).to_string() }
}

fn plan_columns(model: Model, plan: Option<&MovePlan>, who: &Who<'_>) -> PlanColumns {
    let window = plan.and_then(|plan| match plan.kind {
        PlanKind::Window { start, length } => Some((start, length)),
        PlanKind::Alone => None,
    });
    PlanColumns {
        model: model.to_string(),
        all_year_moves: String::new(),
        plan: plan.map(|plan| match plan.kind {
            PlanKind::Window { .. } => "window",
            PlanKind::Alone => "alone",
        }),
        window_start_utc: window.map(|(start, _)| clock::time(start.get() as i32)),
        window_minutes: window.map(|(_, length)| length.get()),
        affordable: plan.map(|plan| plan.affordable),
        largest_shift_minutes: plan.map(|plan| plan.largest_shift.get()),
        burden: plan.map(|plan| plan.burden),
        moves: plan.map(|plan| moves(&plan.moves, who)).unwrap_or_default(),
    }
}

/// In roster order.
fn moves(moves: &[ProfileMove], who: &Who<'_>) -> String {
    let mut named: Vec<(usize, String)> = Vec::new();
    for one in moves {
        match who.listed_per() {
            ListedPer::Member => named.extend(
                who.of(one.profile)
                    .map(|member| (member.index(), format!("{} {:+}", member.name(), one.shift.minutes()))),
            ),
            ListedPer::Profile => {
                let (first, others) = (who.first_name(one.profile), who.heads(one.profile) - 1);
                named.push((named.len(), format!("{first} +{others} others {:+}", one.shift.minutes())));
            }
        }
    }
    named.sort_by_key(|(place, _)| *place);
    named.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("; ")
}
