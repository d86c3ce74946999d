//! The team's day: a figure for each season that differs, and the members to switch.

use super::rich::Rich;
use crate::chart::day::{Day, Days};
use crate::chart::day_bands::QUARTERS;
use crate::chart::day_svg::draw_day;
use crate::chart::drawing::Frame;
use crate::words::dates;

/// The section.
pub(super) struct DaySection {
    pub(super) figures: Vec<DayFigure>,
    pub(super) members: Vec<Member>,
    pub(super) left_out: Vec<String>,
    /// The quarter of an hour looked at first: in the middle of what is shared, else noon in UTC.
    pub(super) moment: usize,
    /// Whether somebody has the same hours on some days only; told in the caption.
    pub(super) switches: &'static str,
}

/// A figure.
pub(super) struct DayFigure {
    /// The first of its seasons, by its place in the plan.
    pub(super) season: usize,
    pub(super) dates: String,
    pub(super) days: String,
    pub(super) charts: Vec<Rich>,
    pub(super) caption: Rich,
}

/// Somebody with a band.
pub(super) struct Member {
    pub(super) name: Rich,
    pub(super) place: String,
    pub(super) is_optional: bool,
}

impl DaySection {
    pub(super) fn of(days: &Days, switches: &'static str) -> Self {
        let members = days.days.first().map_or(&[][..], |day| &day.bands);
        Self {
            figures: days.days.iter().enumerate().map(|(place, day)| figure(day, place)).collect(),
            members: members
                .iter()
                .map(|band| Member {
                    name: Rich::name(&band.name),
                    place: band.place.clone(),
                    is_optional: band.is_optional,
                })
                .collect(),
            left_out: days.left_out.clone(),
            moment: days.days.first().and_then(Day::middle).unwrap_or(QUARTERS / 2),
            switches,
        }
    }
}

fn figure(day: &Day, place: usize) -> DayFigure {
    let chart = |frame: Frame| {
        let id = format!("day-{place}-{}", frame.name());
        Rich::drawing(draw_day(day, place, frame).inline(&id, frame))
    };
    DayFigure {
        season: day.season,
        dates: day.dates.clone(),
        days: dates::days(day.count),
        charts: Frame::BOTH.map(chart).into(),
        caption: Rich::plain(&caption(day)),
    }
}

/// What everyone shares in these dates, on the home clock.
fn caption(day: &Day) -> String {
    let Some(everyone) = &day.everyone else { return "One person alone.".to_owned() };
    let clock = match day.home.0.as_str() {
        zone if zone.starts_with("UTC") => zone.to_owned(),
        place => format!("{place} time"),
    };
    match everyone.at_home.as_str() {
        "never" => format!("At no time is everyone at work: {}.", everyone.note),
        times => format!("Everyone shares {} a day, {times} in {clock}: {}.", everyone.daily, everyone.note),
    }
}
