//! The week as a heat map: how many are at work, hour by hour.

use super::drawing::{Drawing, Frame, end, legend, middle};
use super::markup::{Markup, Px};
use super::week::{Hour, Week};

/// Hours of a day.
const HOURS: usize = 24;
/// What the shades look like.
const CLASSES: [&str; 5] = ["heat0", "heat1", "heat2", "heat3", "heat4"];
const HEAD: f64 = 22.0;
const SIDE: f64 = 40.0;

/// The chart of a week: days as rows, hours as columns.
pub(crate) fn draw_week(week: &Week) -> Drawing {
    const DOWN: f64 = 28.0;
    let frame = Frame::Wide;
    let across = (frame.width() - SIDE) / HOURS as f64;
    let mut body = Markup::default();
    for hour in 0..HOURS {
        middle(&mut body, SIDE + across * (hour as f64 + 0.5), HEAD - 8.0, "axis", &hour.to_string());
    }
    for (row, (day, hours)) in week.days.iter().enumerate() {
        let top = HEAD + DOWN * row as f64;
        end(&mut body, SIDE - 8.0, top + DOWN / 2.0 + 4.0, "axis", day);
        for (hour, count) in hours.iter().enumerate() {
            cell(&mut body, (SIDE + across * hour as f64, top), (across, DOWN), count);
        }
    }
    let bottom = HEAD + DOWN * week.days.len() as f64 + 10.0;
    let meanings: Vec<(&str, String)> = week
        .legend
        .iter()
        .map(|(shade, words)| (CLASSES[*shade as usize % CLASSES.len()], words.clone()))
        .collect();
    let height = bottom + legend(&mut body, frame, (SIDE, bottom), &meanings);
    Drawing {
        width: frame.width(),
        height,
        title: format!("At work in a typical week, {}", week.clock),
        described: week.described(),
        body,
    }
}

fn cell(body: &mut Markup, (x, y): (f64, f64), (across, down): (f64, f64), hour: &Hour) {
    if hour.count.is_none() {
        return;
    }
    let shade = hour.shade as usize % CLASSES.len();
    body.empty(
        "rect",
        &[
            ("x", &Px(x + 0.75)),
            ("y", &Px(y + 0.75)),
            ("width", &Px(across - 1.5)),
            ("height", &Px(down - 1.5)),
            ("rx", &2),
            ("class", &CLASSES[shade]),
        ],
    );
    let class = format!("count on{shade}");
    middle(body, x + across / 2.0, y + down / 2.0 + 4.0, &class, &hour.shown());
}
