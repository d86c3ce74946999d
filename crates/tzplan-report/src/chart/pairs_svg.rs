//! The matrix of pairs.

use super::drawing::{Drawing, Frame, end, legend, middle, rect, text};
use super::markup::{Markup, Px};
use super::pairs::Pairs;
use crate::words::clean;

const HEAD: f64 = 34.0;
const SIDE: f64 = 160.0;
const ROW: f64 = 40.0;
/// The widest cell.
const MOST: f64 = 92.0;

/// The chart of pairs: rows ask columns.
pub(crate) fn draw_pairs(pairs: &Pairs, frame: Frame) -> Drawing {
    let columns = pairs.names.len().max(1) as f64;
    let across = ((frame.width() - SIDE) / columns).min(MOST);
    let mut body = Markup::default();
    for (column, name) in pairs.names.iter().enumerate() {
        let x = SIDE + across * (column as f64 + 0.5);
        let short = clean::cut(name, (across / 7.2) as usize);
        middle(&mut body, x, HEAD - 12.0, "axis", &short);
    }
    for (row, (name, cells)) in pairs.names.iter().zip(&pairs.cells).enumerate() {
        let top = HEAD + ROW * row as f64;
        end(&mut body, SIDE - 10.0, top + ROW / 2.0 + 4.0, "name", name);
        for (column, pair) in cells.iter().enumerate() {
            let (x, centre) = (SIDE + across * column as f64, SIDE + across * (column as f64 + 0.5));
            let Some(pair) = pair else {
                middle(&mut body, centre, top + ROW / 2.0 + 4.0, "note", "—");
                continue;
            };
            let class = if pair.meets { "pair met" } else { "pair" };
            body.empty(
                "rect",
                &[
                    ("x", &Px(x + 1.0)),
                    ("y", &Px(top + 1.0)),
                    ("width", &Px(across - 2.0)),
                    ("height", &Px(ROW - 2.0)),
                    ("rx", &3),
                    ("class", &class),
                ],
            );
            let mark = if pair.meets { " ✓" } else { "" };
            middle(&mut body, centre, top + 17.0, "figure", &format!("{}{mark}", pair.least));
            let slow = if pair.is_slow { "!" } else { "" };
            let wait = pair.wait.as_ref().map_or("–".to_owned(), |wait| format!("{wait}{slow}"));
            middle(&mut body, centre, top + 32.0, "note", &wait);
        }
    }
    if pairs.names.is_empty() {
        text(&mut body, 0.0, HEAD, "note", "Nobody is on the team.");
        rect(&mut body, (0.0, 0.0), (0.0, 0.0), "pair");
    }
    let bottom = HEAD + ROW * pairs.names.len() as f64 + 12.0;
    let entries = [
        ("pair met", format!("✓ meets the target of {} a day", pairs.target)),
        ("pair", "less".to_owned()),
        (
            "hidden",
            format!("below: 95% of its questions block the row no longer; ! over {}", pairs.reply_within),
        ),
    ];
    let height = bottom + legend(&mut body, frame, (SIDE.min(10.0), bottom), &entries);
    let title = "What each two share a day, and how long replies take".to_owned();
    Drawing { width: frame.width(), height, title, described: pairs.described(), body, data: Vec::new() }
}
