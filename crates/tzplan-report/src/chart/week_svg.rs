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

/// The chart of a week: days as rows where there is room, hours as rows on a phone.
pub(crate) fn draw_week(week: &Week, frame: Frame) -> Drawing {
    let (columns, rows) = match frame {
        Frame::Wide => (HOURS, week.days.len()),
        Frame::Narrow => (week.days.len(), HOURS),
    };
    let (across, down) =
        ((frame.width() - SIDE) / columns.max(1) as f64, if frame == Frame::Wide { 28.0 } else { 19.0 });
    let mut body = Markup::default();
    for column in 0..columns {
        let label = match frame {
            Frame::Wide => column.to_string(),
            Frame::Narrow => week.days[column].0.clone(),
        };
        middle(&mut body, SIDE + across * (column as f64 + 0.5), HEAD - 8.0, "axis", &label);
    }
    for row in 0..rows {
        let top = HEAD + down * row as f64;
        let label = match frame {
            Frame::Wide => week.days[row].0.clone(),
            Frame::Narrow => row.to_string(),
        };
        end(&mut body, SIDE - 8.0, top + down / 2.0 + 4.0, "axis", &label);
        for column in 0..columns {
            let (day, hour) = if frame == Frame::Wide { (row, column) } else { (column, row) };
            let at = (SIDE + across * column as f64, top);
            cell(&mut body, at, (across, down), week.days[day].1.get(hour));
        }
    }
    let bottom = HEAD + down * rows as f64 + 10.0;
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
        data: Vec::new(),
    }
}

fn cell(body: &mut Markup, (x, y): (f64, f64), (across, down): (f64, f64), hour: Option<&Hour>) {
    let Some(hour) = hour.filter(|hour| hour.count.is_some()) else { return };
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
