//! The bar of a row: a drawing 1,440 minutes wide that stretches with the page.

use super::rich::Rich;
use crate::chart::band::{Often, Segment};

/// Units of height, and where a band is in them.
const HEIGHT: u16 = 24;
const TOP: u16 = 5;
const THICK: u16 = 14;

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

/// Rectangles of one height.
fn path(segments: &[Segment], top: u16, height: u16) -> String {
    let rectangle = |segment: &Segment| {
        let wide = segment.end - segment.start;
        format!("M{} {top}h{wide}v{height}h-{wide}z", segment.start)
    };
    segments.iter().map(rectangle).collect()
}
