//! The matrix of pairs.

use super::drawing::{Drawing, Frame, end, legend, middle, rect, text};
use super::markup::{Markup, Px};
use super::pairs::Pairs;
use crate::words::clean;

const HEAD: f64 = 26.0;
const SIDE: f64 = 220.0;
const ROW: f64 = 38.0;
/// The widest cell.
const MOST: f64 = 64.0;

/// The chart of pairs: rows ask columns, which are numbered as the rows are.
pub(crate) fn draw_pairs(pairs: &Pairs) -> Drawing {
    let frame = Frame::Wide;
    let columns = pairs.rows.len().max(1) as f64;
    let across = ((frame.width() - SIDE) / columns).min(MOST);
    let mut body = Markup::default();
    for column in 0..pairs.rows.len() {
        middle(
            &mut body,
            SIDE + across * (column as f64 + 0.5),
            HEAD - 10.0,
            "axis",
            &(column + 1).to_string(),
        );
    }
    for (row, (one, cells)) in pairs.rows.iter().zip(&pairs.cells).enumerate() {
        let top = HEAD + ROW * row as f64;
        end(&mut body, 18.0, top + ROW / 2.0 + 4.0, "axis", &(row + 1).to_string());
        let name =
            if one.place.is_empty() { format!("{} {}", one.name, one.hours) } else { one.name.clone() };
        text(&mut body, 26.0, top + ROW / 2.0 + 4.0, "name", &clean::cut(&name, 26));
        for (column, pair) in cells.iter().enumerate() {
            let (x, centre) = (SIDE + across * column as f64, SIDE + across * (column as f64 + 0.5));
            let Some(pair) = pair else {
                middle(&mut body, centre, top + ROW / 2.0 + 4.0, "note", "–");
                continue;
            };
            body.empty(
                "rect",
                &[
                    ("x", &Px(x + 1.0)),
                    ("y", &Px(top + 1.0)),
                    ("width", &Px(across - 2.0)),
                    ("height", &Px(ROW - 2.0)),
                    ("rx", &3),
                    ("class", &format!("share{}", pair.level)),
                ],
            );
            let class = format!("count on-share{}", pair.level);
            middle(&mut body, centre, top + 16.0, &format!("figure {class}"), &pair.least);
            let blocked = pair.blocked.as_deref().unwrap_or("–");
            middle(&mut body, centre, top + 31.0, &class, blocked);
        }
    }
    if pairs.rows.is_empty() {
        text(&mut body, 0.0, HEAD, "note", "Nobody is on the team.");
        rect(&mut body, (0.0, 0.0), (0.0, 0.0), "share0");
    }
    let bottom = HEAD + ROW * pairs.rows.len() as f64 + 12.0;
    let entries = [
        ("share3", format!("the target of {} a day is met", pairs.target)),
        ("share2", "half of it".to_owned()),
        ("share1", "less".to_owned()),
        ("share0", "nothing".to_owned()),
        (
            "hidden",
            "above: hours a day at the least of the year; below: hours of its own day a question \
        costs the row"
                .to_owned(),
        ),
    ];
    let height = bottom + legend(&mut body, frame, (10.0, bottom), &entries);
    let title = "What each two share a day, and what questions cost".to_owned();
    Drawing { width: frame.width(), height, title, described: pairs.described(), body }
}
