//! The team's day as bands on one UTC axis.

use super::band::{Often, Segment};
use super::day::Day;
use super::day_bands::{DayBand, Everyone};
use super::day_plot::{AXIS, Plot};
use super::drawing::{Drawing, Frame, end, legend, line, middle, rect, text, width};
use super::markup::{Markup, Px};
use crate::words::clean;

/// The chart of a day.
pub(crate) fn draw_day(day: &Day, place: usize, frame: Frame) -> Drawing {
    let plot = Plot::of(day, frame);
    let mut body = Markup::default();
    axes(&mut body, plot, day);
    each(&mut body, day, |body, row, band| {
        for segment in &band.segments {
            bar(body, plot, row, *segment, if segment.often == Often::Usually { "work" } else { "some" });
        }
    });
    if let Some(everyone) = &day.everyone {
        // Over the bands, which it darkens.
        body.open("g", &[("class", &"share")]);
        for segment in usual(everyone) {
            let (x, until) = (plot.x(segment.start.into()), plot.x(segment.end.into()));
            let height = plot.row_top(day.bands.len()) - plot.top + 4.0;
            rect(&mut body, (x, plot.top - 4.0), (until - x, height), "shared");
        }
        body.close("g");
    }
    each(&mut body, day, |body, row, band| words(body, plot, row, band));
    if let Some(everyone) = &day.everyone {
        together(&mut body, plot, everyone, day);
    }
    body.empty(
        "line",
        &[
            ("class", &"moment"),
            ("visibility", &"hidden"),
            ("x1", &Px(plot.left)),
            ("x2", &Px(plot.left)),
            ("y1", &Px(plot.top - 6.0)),
            ("y2", &Px(plot.bottom())),
        ],
    );
    let mut height = plot.bottom() + if day.home.1 == 0 { 10.0 } else { AXIS + 10.0 };
    height += legend(&mut body, frame, (plot.left, height), &meanings(day));
    let data = vec![
        ("data-day", place.to_string()),
        ("data-left", Px(plot.left).to_string()),
        ("data-right", Px(plot.right).to_string()),
        ("data-top", Px(plot.top - 4.0).to_string()),
        ("data-bottom", Px(plot.row_top(day.bands.len())).to_string()),
        ("data-band", Px(plot.band_top(day.bands.len())).to_string()),
        ("data-thick", Px(plot.band).to_string()),
    ];
    let title = format!("The day, {}", day.dates);
    Drawing { width: frame.width(), height, title, described: described(day), body, data }
}

/// A group for each person.
fn each(body: &mut Markup, day: &Day, draw: impl Fn(&mut Markup, usize, &DayBand)) {
    for (row, band) in day.bands.iter().enumerate() {
        body.open("g", &[("class", &"person"), ("data-person", &row)]);
        draw(body, row, band);
        body.close("g");
    }
}

fn axes(body: &mut Markup, plot: Plot, day: &Day) {
    let step = if plot.frame == Frame::Wide { 2 } else { 3 };
    for hour in (0..=24).step_by(step) {
        let x = plot.x(f64::from(hour) * 60.0);
        let class = if hour % 6 == 0 { "grid strong" } else { "grid" };
        line(body, (x, plot.top - 4.0), (x, plot.bottom()), class);
        anchored(body, plot, x, AXIS - 2.0, &hour.to_string());
        if day.home.1 != 0 {
            let minutes = (hour * 60 + day.home.1).rem_euclid(1440);
            let local = match (minutes % 60, hour) {
                (0, _) => (minutes / 60).to_string(),
                // Half hours are told where there is room.
                (half, hour) if hour % (2 * step as i32) == 0 => format!("{}:{half:02}", minutes / 60),
                _ => continue,
            };
            anchored(body, plot, x, plot.bottom() + AXIS - 4.0, &local);
        }
    }
    if plot.frame == Frame::Wide {
        end(body, plot.left - 12.0, AXIS - 2.0, "axis label", "UTC");
        if day.home.1 != 0 {
            end(body, plot.left - 12.0, plot.bottom() + AXIS - 4.0, "axis label", &day.home.0);
        }
    }
}

/// Centred, but inside the drawing at its edges.
fn anchored(body: &mut Markup, plot: Plot, x: f64, y: f64, words: &str) {
    match plot.frame {
        Frame::Narrow if x <= plot.left => text(body, x - 2.0, y, "axis", words),
        Frame::Narrow if x >= plot.right => end(body, x + 2.0, y, "axis", words),
        _ => middle(body, x, y, "axis", words),
    }
}

/// Who it is, where, and their hours.
fn words(body: &mut Markup, plot: Plot, row: usize, band: &DayBand) {
    let (top, middle) = (plot.row_top(row), plot.row_top(row) + plot.row / 2.0);
    let place = match (band.place.as_str(), band.offset.as_str()) {
        (place, "") => place.to_owned(),
        (place, offset) => format!("{place} · {offset}"),
    };
    match plot.frame {
        Frame::Wide if plot.row > 30.0 => {
            text(body, 0.0, middle - 2.0, "name", &band.name);
            text(body, 0.0, middle + 12.0, "note", &place);
            text(body, plot.right + 14.0, middle + 4.0, "note", &clean::cut(&band.hours, 22));
        }
        Frame::Wide => {
            text(body, 0.0, middle + 4.0, "name", &band.name);
            let hours = format!("{} · {}", band.place, band.hours);
            text(body, plot.right + 14.0, middle + 4.0, "note", &clean::cut(&hours, 26));
        }
        Frame::Narrow => {
            text(body, plot.left, top + 14.0, "name", &band.name);
            // The most words that fit beside the name.
            let room = ((plot.right - plot.left - width(&band.name) * 1.15 - 10.0) / width(" ")) as usize;
            let all = format!("{place} · {}", band.hours);
            let choices = [all, format!("{} · {}", band.place, band.hours), band.hours.clone()];
            let fitting = choices.iter().find(|words| clean::width(words) <= room).unwrap_or(&choices[2]);
            end(body, plot.right, top + 14.0, "note", &clean::cut(fitting, room.max(8)));
        }
    }
}

fn together(body: &mut Markup, plot: Plot, everyone: &Everyone, day: &Day) {
    let row = day.bands.len();
    let (top, middle) = (plot.row_top(row), plot.row_top(row) + plot.row / 2.0);
    let times = clean::cut(&everyone.in_utc, 30);
    let daily = format!("{} a day", everyone.daily);
    body.open("g", &[("class", &"everyone")]);
    match plot.frame {
        Frame::Wide if plot.row > 30.0 => {
            text(body, 0.0, middle - 2.0, "name", "everyone");
            text(body, 0.0, middle + 12.0, "note daily", &daily);
            text(body, plot.right + 14.0, middle + 4.0, "note times", &times);
        }
        Frame::Wide => {
            text(body, 0.0, middle + 4.0, "name", "everyone");
            text(body, plot.right + 14.0, middle + 4.0, "note times", &times);
        }
        Frame::Narrow => {
            text(body, plot.left, top + 14.0, "name", "everyone");
            end(body, plot.right, top + 14.0, "note times", &times);
        }
    }
    body.open("g", &[("class", &"together")]);
    for segment in &everyone.segments {
        bar(body, plot, row, *segment, if segment.often == Often::Usually { "all" } else { "all some-days" });
    }
    body.close("g");
    body.close("g");
}

fn bar(body: &mut Markup, plot: Plot, row: usize, segment: Segment, class: &str) {
    let (x, until) = (plot.x(segment.start.into()), plot.x(segment.end.into()));
    body.empty(
        "rect",
        &[
            ("x", &Px(x)),
            ("y", &Px(plot.band_top(row))),
            ("width", &Px(until - x)),
            ("height", &Px(plot.band)),
            ("rx", &2),
            ("class", &class),
        ],
    );
}

fn usual(everyone: &Everyone) -> impl Iterator<Item = &Segment> {
    everyone.segments.iter().filter(|segment| segment.often == Often::Usually)
}

fn meanings(day: &Day) -> Vec<(&'static str, String)> {
    let mut meanings = vec![("work", "at work".to_owned())];
    let some = |segments: &[Segment]| segments.iter().any(|segment| segment.often == Often::Sometimes);
    if day.bands.iter().any(|band| some(&band.segments)) {
        meanings.push(("some", "on some workdays".to_owned()));
    }
    if let Some(everyone) = &day.everyone {
        if usual(everyone).next().is_some() {
            meanings.push(("all", "everyone at work".to_owned()));
        }
        if some(&everyone.segments) {
            meanings.push(("all some-days", "everyone, on some workdays".to_owned()));
        }
    }
    meanings
}

fn described(day: &Day) -> String {
    let everyone = day.everyone.as_ref().map_or(String::new(), |everyone| match everyone.in_utc.as_str() {
        "never" => " At no time is everyone at work.".to_owned(),
        times => format!(" Everyone shares {} a day: {times}.", everyone.daily),
    });
    let bands: Vec<String> =
        day.bands.iter().map(|band| format!("{} in {} {}", band.name, band.place, band.hours)).collect();
    format!("Bands of work on a UTC axis from 0 to 24. {}.{everyone}", bands.join("; "))
}
