//! The year as a step chart of what everyone shares a day.

use super::drawing::{Drawing, Frame, end, legend, line, middle, rect, width};
use super::markup::{Markup, Px};
use super::year::{Step, Year};
use crate::words::dates;

/// Room above the steps for the marks of drift weeks.
const TOP: f64 = 26.0;

#[derive(Clone, Copy, Debug)]
struct Plot {
    left: f64,
    right: f64,
    bottom: f64,
    days: f64,
    minutes: f64,
}

impl Plot {
    fn x(self, day: u32) -> f64 {
        self.left + (self.right - self.left) * f64::from(day) / self.days
    }

    fn y(self, minutes: u32) -> f64 {
        self.bottom - (self.bottom - TOP) * f64::from(minutes) / self.minutes
    }
}

/// The chart of a year.
pub(crate) fn draw_year(year: &Year, frame: Frame) -> Drawing {
    let height = if frame == Frame::Wide { 176.0 } else { 150.0 };
    let plot = Plot {
        left: 38.0,
        right: frame.width() - 6.0,
        bottom: TOP + height,
        days: f64::from(year.days.max(1)),
        minutes: f64::from(year.hours.max(1) * 60),
    };
    let mut body = Markup::default();
    axes(&mut body, plot, year, frame);
    drift(&mut body, plot, year);
    for step in &year.steps {
        season(&mut body, plot, step);
    }
    outline(&mut body, plot, &year.steps);
    target(&mut body, plot, year);
    values(&mut body, plot, &year.steps);
    let mut below = plot.bottom + 28.0;
    if !year.off.is_empty() {
        for (first, days) in &year.off {
            let (x, until) = (plot.x(*first), plot.x(first + days));
            rect(&mut body, (x, below), ((until - x).max(1.2), 8.0), "off");
        }
        below += 16.0;
    }
    below += legend(&mut body, frame, (plot.left, below), &meanings(year));
    Drawing {
        width: frame.width(),
        height: below,
        title: "What everyone shares a day, through the year".to_owned(),
        described: year.described(),
        body,
    }
}

fn axes(body: &mut Markup, plot: Plot, year: &Year, frame: Frame) {
    // At most nine labels.
    let every = year.hours.div_ceil(8).max(1);
    for hour in (0..=year.hours).step_by(every as usize) {
        let y = plot.y(hour * 60);
        line(body, (plot.left, y), (plot.right, y), if hour == 0 { "base" } else { "grid" });
        end(body, plot.left - 6.0, y + 4.0, "axis", &format!("{hour} h"));
    }
    let mut free = plot.left;
    let sparse = if frame == Frame::Wide { 1 } else { 2 };
    for (place, (day, label)) in year.ticks.iter().enumerate() {
        let x = plot.x(*day);
        line(body, (x, plot.bottom), (x, plot.bottom + 4.0), "tick");
        let half = width(label) / 2.0;
        if place % sparse == 0 && x - half >= free && x + half <= plot.right {
            middle(body, x, plot.bottom + 17.0, "axis", label);
            free = x + half + 6.0;
        }
    }
}

/// A season's area.
fn season(body: &mut Markup, plot: Plot, step: &Step) {
    let (x, until, y) = (plot.x(step.start), plot.x(step.start + step.days), plot.y(step.daily.0));
    let class = if step.meets { "step" } else { "step below" };
    body.open("g", &[("class", &"season")]);
    let short = if step.short.is_empty() { String::new() } else { format!(", {}", step.short) };
    body.element("title", &[], &format!("{}: {} a day{short}", step.dates, step.daily.1));
    // The whole height answers to a pointer.
    rect(body, (x, TOP), (until - x, plot.bottom - TOP), "reach");
    // A little wider, so that no gap shows between neighbours.
    rect(body, (x, y), (f64::min(until + 0.6, plot.right) - x, plot.bottom - y), class);
    body.close("g");
}

/// The line over the areas.
fn outline(body: &mut Markup, plot: Plot, steps: &[Step]) {
    let mut points = String::new();
    for step in steps {
        let y = Px(plot.y(step.daily.0));
        let (from, until) = (Px(plot.x(step.start)), Px(plot.x(step.start + step.days)));
        points.push_str(&format!("{from},{y} {until},{y} "));
    }
    body.empty("polyline", &[("points", &points.trim_end()), ("class", &"outline")]);
}

/// The target in force; where it is lower than the policy's because days are short, the line is lower.
fn target(body: &mut Markup, plot: Plot, year: &Year) {
    for same in year.steps.chunk_by(|a, b| a.target == b.target) {
        let (Some(first), Some(last)) = (same.first(), same.last()) else { continue };
        let y = plot.y(first.target);
        line(body, (plot.x(first.start), y), (plot.x(last.start + last.days), y), "target");
    }
}

/// Each value where there is room for it: above its step, or in it where the target's line is close above.
fn values(body: &mut Markup, plot: Plot, steps: &[Step]) {
    let mut free = plot.left - 6.0;
    // What stays the same is shown once.
    for same in steps.chunk_by(|a, b| (&a.daily, &a.short) == (&b.daily, &b.short)) {
        let [step, ..] = same else { continue };
        let days: u32 = same.iter().map(|step| step.days).sum();
        let (x, until) = (plot.x(step.start), plot.x(step.start + days));
        let y = plot.y(step.daily.0);
        let (wide, long) = (width(&step.daily.1), format!("{} · {}", step.daily.1, step.short));
        let label =
            if !step.short.is_empty() && width(&long) + 8.0 <= until - x { &long } else { &step.daily.1 };
        // Bold text is wider.
        let half = if label == &long { width(&long) * 0.58 } else { wide * 0.58 };
        let centre = f64::midpoint(x, until);
        // A label may stand out of a narrow step where nothing is in its way.
        if centre - half < free || centre + half > plot.right + 2.0 || until - x < 4.0 {
            continue;
        }
        let gap = y - plot.y(step.target);
        let inside = (0.0..22.0).contains(&gap) && plot.bottom - y > 22.0 && gap > 0.0;
        middle(body, centre, if inside { y + 15.0 } else { y - 6.0 }, "value", label);
        free = centre + half + 4.0;
    }
}

/// Drift weeks: a tint behind them and a mark above.
fn drift(body: &mut Markup, plot: Plot, year: &Year) {
    for step in year.steps.iter().filter(|step| step.drift.is_some()) {
        let (x, until) = (plot.x(step.start), plot.x(step.start + step.days));
        rect(body, (x, TOP - 12.0), (until - x, plot.bottom - TOP + 12.0), "drift");
        middle(body, f64::midpoint(x, until), TOP - 14.0, "mark", "▾");
    }
}

fn meanings(year: &Year) -> Vec<(&'static str, String)> {
    let mut meanings = Vec::new();
    if year.steps.iter().any(|step| step.meets) {
        meanings.push(("step", "target met".to_owned()));
    }
    if year.steps.iter().any(|step| !step.meets) {
        meanings.push(("step below", "below the target".to_owned()));
    }
    let lower = year.steps.iter().any(|step| step.target < year.target.0);
    let target = if lower { "target in force" } else { "target" };
    meanings.push(("line target", format!("{target} {}", year.target.1)));
    if let Some((_, last)) = meanings.last_mut()
        && lower
    {
        *last = format!("{target}, {} where days are long enough", year.target.1);
    }
    if let Some(weeks) = year.drift_weeks() {
        meanings.push(("drift swatch", format!("▾ {weeks}")));
    }
    if year.days_off > 0 {
        let days = dates::counted(year.days_off as u64, "workday", "workdays");
        meanings.push(("off", format!("{days} with somebody off")));
    }
    meanings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_starts_at_zero_and_holds_everything() {
        let plot = Plot { left: 30.0, right: 830.0, bottom: 200.0, days: 364.0, minutes: 300.0 };
        assert_eq!((plot.x(0), plot.x(364)), (30.0, 830.0));
        assert_eq!((plot.y(0), plot.y(300)), (200.0, TOP));
    }
}
