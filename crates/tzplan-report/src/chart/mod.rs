//! Charts as SVG files of their own: the day, the year, the week, the pairs.
//!
//! Each has a title and a description, carries its style for light and dark, and says in text what it says in
//! colour. Under it stand what was tried and the settings that are not the usual ones. Names are escaped,
//! clean and cut; nothing in a file runs or is fetched.

pub(crate) mod band;
pub(crate) mod day;
pub(crate) mod day_svg;
pub(crate) mod drawing;
pub(crate) mod markup;
mod notes;
pub(crate) mod pairs;
pub(crate) mod pairs_svg;
pub(crate) mod rows;
pub(crate) mod theme;
pub(crate) mod week;
pub(crate) mod week_svg;
pub(crate) mod world;
pub(crate) mod world_svg;
pub(crate) mod year;
pub(crate) mod year_svg;

use std::io;

use tzplan::coverage::Coverage;
use tzplan::days_off::DaysOff;
use tzplan::reply::Replies;
use tzplan::{Plan, Policy, PreparedTeam};

use crate::context::Context;
use crate::view::View;
use crate::words::people::Names;
use day::{Day, Days};
use day_svg::draw_day;
use drawing::{Drawing, Frame};
use notes::notes;
use pairs::Pairs;
use pairs_svg::draw_pairs;
use rows::Rows;
use week::Week;
use week_svg::draw_week;
use year::Year;
use year_svg::draw_year;

/// The most days drawn in a file.
const MOST_DAYS: usize = 8;

/// The team's day as bands on the home clock, a chart for each part of the year in which clocks stand alike,
/// with nights shaded and the hours that everyone, or each pod, shares. Up to 15 people everybody has a row;
/// of more, those with equal schedules share one. Of many days those of most dates; what is left out is
/// counted.
///
/// # Errors
///
/// Those of the writer.
pub fn day(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam,
    plan: &Plan,
    context: Context<'_>,
) -> io::Result<()> {
    let view = View::of(prepared, plan, Names::Cut);
    let days = Days::of(&view);
    let mut drawn: Vec<&Day> = days.days.iter().collect();
    let left = drawn.len().saturating_sub(MOST_DAYS);
    if left > 0 {
        // Stable: the earlier of equals.
        drawn.sort_by_key(|day| std::cmp::Reverse(day.count));
        drawn.truncate(MOST_DAYS);
        drawn.sort_by_key(|day| day.first);
    }
    let charts = drawn.into_iter().map(|day| draw_day(&view, &days, day));
    let mut title = "The team's day, season by season".to_owned();
    if left > 0 {
        title.push_str(&format!(" ({left} of fewer dates are not drawn)"));
    }
    write(out, Drawing::stacked(charts.collect(), title), &notes(plan.policy(), context))
}

/// What everyone shares a day through the year as steps, with the target, drift weeks and days off.
///
/// # Errors
///
/// Those of the writer.
pub fn year(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam,
    plan: &Plan,
    context: Context<'_>,
) -> io::Result<()> {
    let year = Year::of(&View::of(prepared, plan, Names::Cut), &DaysOff::of(prepared), None);
    write_one(out, draw_year(&year, Frame::Wide), &notes(plan.policy(), context))
}

/// How many are at work in each hour of an ordinary week on the home clock.
///
/// # Errors
///
/// Those of the writer.
pub fn week(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam,
    coverage: &Coverage,
    context: Context<'_>,
) -> io::Result<()> {
    // No threshold decides who is at work.
    let notes = notes(&Policy::default(), context);
    write_one(out, draw_week(&Week::of(prepared.horizon(), coverage)), &notes)
}

/// What each two profiles share a day at the least of the year, and how long questions to the column block
/// the row. Of many profiles those of most members.
///
/// # Errors
///
/// Those of the writer.
pub fn pairs(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam,
    policy: &Policy,
    context: Context<'_>,
) -> io::Result<()> {
    let rows = Rows::of(prepared, None, prepared.team().len());
    let pairs = Pairs::of(prepared, &rows, policy, &Replies::new(prepared));
    write_one(out, draw_pairs(&pairs), &notes(policy, context))
}

fn write_one(out: &mut dyn io::Write, drawing: Drawing, notes: &[String]) -> io::Result<()> {
    let title = drawing.title.clone();
    write(out, Drawing::stacked(vec![drawing], title), notes)
}

fn write(out: &mut dyn io::Write, drawing: Drawing, notes: &[String]) -> io::Result<()> {
    out.write_all(drawing.with_notes(notes).standalone(theme::CHART).as_bytes())
}
