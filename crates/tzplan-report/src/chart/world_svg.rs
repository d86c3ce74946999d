//! The world strip: every region at its offset, by how somebody hired there fits.

use tzplan::fit::FitResult;

use super::drawing::{Drawing, Frame, legend, line, middle, text};
use super::markup::{Markup, Px};
use super::world::{Column, World, words};
use crate::words::{clean, dates};

/// The offsets of the strip, in hours ahead of UTC: those of the world today, with room at both ends.
const WEST: i32 = -12;
const EAST: i32 = 14;
const MARK: f64 = 11.0;
/// The most marks of a row on a phone.
const MOST_MARKS: usize = 12;

/// The strip from west to east; from west down to east on a phone.
pub(crate) fn draw_world(world: &World, frame: Frame) -> Drawing {
    let mut body = Markup::default();
    let height = match frame {
        Frame::Wide => strip(&mut body, world),
        Frame::Narrow => rows(&mut body, world),
    };
    let used = |result: FitResult| {
        world.columns.iter().flat_map(|column| &column.regions).filter(|mark| mark.result == result).count()
    };
    let all = [FitResult::Fits, FitResult::FitsWithShift, FitResult::FitsAsync];
    let entries: Vec<(&str, String)> = all
        .into_iter()
        .filter(|result| used(*result) > 0)
        .map(|result| (class(result), format!("{} {}: {}", letter(result), words(result), used(result))))
        .collect();
    let height = height + legend(&mut body, frame, (4.0, height), &entries);
    let regions: usize = world.columns.iter().map(|column| column.regions.len()).sum();
    let told: Vec<String> = all
        .into_iter()
        .filter(|result| used(*result) > 0)
        .map(|result| format!("{} {}", used(result), words(result)))
        .collect();
    let described = format!(
        "{} by offset from UTC−12 to UTC+14: {}.",
        dates::counted(regions as u64, "region", "regions"),
        told.join(", ")
    );
    let title = "Where somebody hired would overlap".to_owned();
    Drawing { width: frame.width(), height, title, described, body }
}

fn strip(body: &mut Markup, world: &World) -> f64 {
    let (left, right) = (18.0, Frame::Wide.width() - 18.0);
    let x = |ahead: i32| left + (right - left) * f64::from(ahead - WEST * 60) / f64::from((EAST - WEST) * 60);
    // What lies on quarter hours stands with the half hour before.
    let slot = |column: &Column| column.ahead.div_euclid(30);
    let stacks: Vec<Vec<&Column>> =
        world.columns.chunk_by(|a, b| slot(a) == slot(b)).map(|columns| columns.iter().collect()).collect();
    let highest =
        stacks.iter().map(|stack| stack.iter().map(|c| c.regions.len()).sum::<usize>()).max().unwrap_or(0);
    let base = 8.0 + (MARK + 2.0) * highest as f64;
    for stack in &stacks {
        let mut y = base;
        for (column, mark) in
            stack.iter().flat_map(|column| column.regions.iter().map(move |mark| (column, mark)))
        {
            y -= MARK + 2.0;
            let centre = x(column.ahead.div_euclid(30) * 30);
            body.open("g", &[]);
            body.element("title", &[], &format!("{}, {}: {}", mark.place, column.label, words(mark.result)));
            dot(body, centre - MARK / 2.0, y, mark.result);
            body.close("g");
        }
    }
    line(body, (left - 12.0, base + 3.0), (right + 12.0, base + 3.0), "base");
    for hour in WEST..=EAST {
        let at = x(hour * 60);
        line(body, (at, base + 3.0), (at, base + 7.0), "tick");
        if hour % 2 == 0 {
            let label = match hour {
                0 => "UTC".to_owned(),
                hour if hour < 0 => format!("−{}", -hour),
                hour => format!("+{hour}"),
            };
            middle(body, at, base + 20.0, "axis", &label);
        }
    }
    base + 34.0
}

fn rows(body: &mut Markup, world: &World) -> f64 {
    let mut top = 4.0;
    for column in &world.columns {
        text(body, 0.0, top + 11.0, "axis", &column.label);
        let shown = column.regions.len().min(MOST_MARKS);
        for (place, mark) in column.regions[..shown].iter().enumerate() {
            dot(body, 66.0 + (MARK + 2.0) * place as f64, top, mark.result);
        }
        if let Some(best) = column.regions.first() {
            let x = 66.0 + (MARK + 2.0) * shown as f64 + 6.0;
            let room = ((Frame::Narrow.width() - x) / 6.7) as usize;
            text(body, x, top + 10.0, "note", &clean::cut(&best.place, room));
        }
        top += 16.0;
    }
    top + 8.0
}

/// A mark with its letter in it.
fn dot(body: &mut Markup, x: f64, y: f64, result: FitResult) {
    let class = class(result);
    body.empty(
        "rect",
        &[
            ("x", &Px(x)),
            ("y", &Px(y)),
            ("width", &Px(MARK)),
            ("height", &Px(MARK)),
            ("rx", &2),
            ("class", &class),
        ],
    );
    middle(body, x + MARK / 2.0, y + MARK - 2.4, &format!("letter on-{class}"), letter(result));
}

fn class(result: FitResult) -> &'static str {
    match result {
        FitResult::Fits => "fits",
        FitResult::FitsWithShift => "shifts",
        FitResult::FitsAsync => "apart",
    }
}

fn letter(result: FitResult) -> &'static str {
    match result {
        FitResult::Fits => "F",
        FitResult::FitsWithShift => "S",
        FitResult::FitsAsync => "A",
    }
}
