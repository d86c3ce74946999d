//! Charts as SVG files of their own: the day, the year, the week, the pairs.
//!
//! Each has a title and a description, carries its style for light and dark, and says in text what it says in
//! colour. Names are escaped, clean and cut; nothing in a file runs or is fetched.

pub(crate) mod band;
pub(crate) mod day;
pub(crate) mod day_bands;
mod day_plot;
pub(crate) mod day_svg;
pub(crate) mod drawing;
pub(crate) mod markup;
pub(crate) mod pairs;
pub(crate) mod pairs_svg;
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

use crate::plan::view::View;
use crate::words::people::Names;
use day::Days;
use day_svg::draw_day;
use drawing::{Drawing, Frame};
use pairs::Pairs;
use pairs_svg::draw_pairs;
use week::Week;
use week_svg::draw_week;
use year::Year;
use year_svg::draw_year;

/// The team's day as bands on one UTC axis, a chart for each season whose day differs, with everyone's shared
/// hours marked. Of many profiles those of most members, of many seasons those of most days; what is left out
/// is counted.
///
/// # Errors
///
/// Those of the writer.
pub fn day(out: &mut dyn io::Write, prepared: &PreparedTeam, plan: &Plan) -> io::Result<()> {
    let days = Days::of(&View::of(prepared, plan, Names::Cut));
    let charts = days.days.iter().enumerate().map(|(place, one)| draw_day(one, place, Frame::Wide));
    let mut title = "The team's day, season by season".to_owned();
    if !days.left_out.is_empty() {
        title.push_str(&format!(" ({})", days.left_out.join("; ")));
    }
    write(out, Drawing::stacked(charts.collect(), title))
}

/// What everyone shares a day through the year as steps, with the target, drift weeks and days off.
///
/// # Errors
///
/// Those of the writer.
pub fn year(out: &mut dyn io::Write, prepared: &PreparedTeam, plan: &Plan) -> io::Result<()> {
    let year = Year::of(&View::of(prepared, plan, Names::Cut), &DaysOff::of(prepared));
    write_one(out, draw_year(&year, Frame::Wide))
}

/// How many are at work in each hour of an ordinary week on the home clock.
///
/// # Errors
///
/// Those of the writer.
pub fn week(out: &mut dyn io::Write, prepared: &PreparedTeam, coverage: &Coverage) -> io::Result<()> {
    write_one(out, draw_week(&Week::of(prepared.horizon(), coverage), Frame::Wide))
}

/// What each two profiles share a day at the least of the year, and how long questions to the column block
/// the row. Of many profiles those of most members.
///
/// # Errors
///
/// Those of the writer.
pub fn pairs(out: &mut dyn io::Write, prepared: &PreparedTeam, policy: &Policy) -> io::Result<()> {
    write_one(out, draw_pairs(&Pairs::of(prepared, policy, &Replies::new(prepared)), Frame::Wide))
}

fn write_one(out: &mut dyn io::Write, drawing: Drawing) -> io::Result<()> {
    let title = drawing.title.clone();
    write(out, Drawing::stacked(vec![drawing], title))
}

fn write(out: &mut dyn io::Write, drawing: Drawing) -> io::Result<()> {
    out.write_all(drawing.standalone(theme::CHART).as_bytes())
}
