//! The bar of a row: a drawing 1,440 minutes wide that stretches with the page. Work at night is hatched, so
//! that it is seen without colours too.

use std::fmt::Write;

use super::rich::Rich;
use crate::chart::band::{Often, Segment};

/// Units of height, and where a band is in them.
const HEIGHT: u16 = 24;
const TOP: u16 = 5;
const THICK: u16 = 14;

/// Minutes from one line of a hatching to the next; each falls by a unit in two minutes.
const HATCH: u16 = 2 * THICK;

/// A line every three hours.
const LINES: &str = "M0 0v24M180 0v24M360 0v24M540 0v24M720 0v24M900 0v24M1080 0v24M1260 0v24M1440 0v24";

/// What a bar shows, on the clock that is looked at.
#[derive(Default)]
pub(crate) struct Bar {
    pub(crate) night: Vec<Segment>,
    /// What the people around share.
    pub(crate) tint: Vec<Segment>,
    pub(crate) work: Vec<Segment>,
    /// What they share of this work.
    pub(crate) all: Vec<Segment>,
}

impl Bar {
    pub(crate) fn draw(&self) -> Rich {
        let usual = |segments: &[Segment], often: Often| -> Vec<Segment> {
            segments.iter().copied().filter(|segment| segment.often == often).collect()
        };
        let (usually, sometimes) = (Often::Usually, Often::Sometimes);
        let paths = [
            ("night", path(&self.night, 0, HEIGHT)),
            ("tint", path(&usual(&self.tint, usually), 0, HEIGHT)),
            ("lines", LINES.to_owned()),
            ("work", path(&usual(&self.work, usually), TOP, THICK)),
            ("some", path(&usual(&self.work, sometimes), TOP, THICK)),
            ("all", path(&usual(&self.all, usually), TOP, THICK)),
            ("all some-days", path(&usual(&self.all, sometimes), TOP, THICK)),
            ("late", hatching(&usual(&self.work, usually), &self.night)),
            ("late some-days", hatching(&usual(&self.work, sometimes), &self.night)),
        ];
        let mut svg =
            "<svg class=\"bar\" viewBox=\"0 0 1440 24\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                .to_owned();
        for (class, path) in paths {
            svg.push_str(&match path.is_empty() {
                true => format!("<path class=\"{class}\"/>"),
                false => format!("<path class=\"{class}\" d=\"{path}\"/>"),
            });
        }
        svg.push_str("</svg>");
        Rich::drawing(svg)
    }
}

/// Falling lines where work is at night.
fn hatching(work: &[Segment], night: &[Segment]) -> String {
    let mut lines = String::new();
    for (work, night) in work.iter().flat_map(|work| night.iter().map(move |night| (work, night))) {
        let (start, end) = (work.start.max(night.start), work.end.min(night.end));
        for from in (start..end).step_by(HATCH.into()) {
            let down = HATCH.min(end - from) / 2;
            let _infallible = write!(lines, "M{from} {TOP}l{} {down}", 2 * down);
        }
    }
    lines
}

/// Rectangles of one height.
fn path(segments: &[Segment], top: u16, height: u16) -> String {
    let rectangle = |segment: &Segment| {
        let wide = segment.end - segment.start;
        format!("M{} {top}h{wide}v{height}h-{wide}z", segment.start)
    };
    segments.iter().map(rectangle).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_at_night_is_hatched_and_other_work_is_not() {
        let usually = |start, end| Segment { start, end, often: Often::Usually };
        // At work 20:00 to 23:10, night from 22:00 on: 70 minutes are two lines and a half.
        assert_eq!(
            hatching(&[usually(1200, 1390)], &[usually(0, 360), usually(1320, 1440)]),
            "M1320 5l28 14M1348 5l28 14M1376 5l14 7"
        );
        assert_eq!(hatching(&[usually(540, 1020)], &[usually(0, 360), usually(1320, 1440)]), "");
    }
}
