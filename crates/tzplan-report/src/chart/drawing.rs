//! A chart before it is put somewhere: its size, its words, its marks.

use std::fmt::Display;

use super::markup::{Markup, Px};
use crate::words::clean;

/// The room a chart is drawn for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Frame {
    /// A page, a screen, a sheet of paper: names beside their bands.
    Wide,
    /// A phone: names above them.
    Narrow,
}

impl Frame {
    pub(crate) const BOTH: [Self; 2] = [Self::Wide, Self::Narrow];

    /// Units of width; text of 13 units is read as text of 13 pixels.
    pub(crate) fn width(self) -> f64 {
        match self {
            Self::Wide => 860.0,
            Self::Narrow => 340.0,
        }
    }

    /// The class of an inline chart.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
        }
    }
}

/// Units around a chart in a file of its own.
const MARGIN: f64 = 20.0;

/// A chart.
#[derive(Clone, Debug)]
pub(crate) struct Drawing {
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// What it is, and what it shows in words.
    pub(crate) title: String,
    pub(crate) described: String,
    pub(crate) body: Markup,
}

impl Drawing {
    /// As a part of a page; the id is distinct there.
    pub(crate) fn inline(self, id: &str, frame: Frame) -> String {
        let mut markup = Markup::default();
        let class = format!("chart {}", frame.name());
        self.write(&mut markup, id, &[("class", &class)], 0.0, "");
        markup.finish()
    }

    /// As a file of its own, with its style.
    pub(crate) fn standalone(self, style: &str) -> String {
        let mut markup = Markup::default();
        let (width, height) = (Px(self.width + 2.0 * MARGIN), Px(self.height + 2.0 * MARGIN));
        let attributes: [(&str, &dyn Display); 4] = [
            ("xmlns", &"http://www.w3.org/2000/svg"),
            ("width", &width),
            ("height", &height),
            ("class", &"chart alone"),
        ];
        self.write(&mut markup, "chart", &attributes, MARGIN, style);
        markup.raw("\n");
        markup.finish()
    }

    fn write(
        self,
        markup: &mut Markup,
        id: &str,
        attributes: &[(&str, &dyn Display)],
        margin: f64,
        style: &str,
    ) {
        let (width, height) = (Px(self.width + 2.0 * margin), Px(self.height + 2.0 * margin));
        let view_box = format!("{0} {0} {width} {height}", Px(-margin));
        let words = format!("{id}-title {id}-words");
        let mut all: Vec<(&str, &dyn Display)> = attributes.to_vec();
        all.extend([
            ("id", &id as &dyn Display),
            ("viewBox", &view_box),
            ("role", &"img"),
            ("aria-labelledby", &words),
        ]);
        markup.open("svg", &all);
        markup.element("title", &[("id", &format!("{id}-title"))], &self.title);
        markup.element("desc", &[("id", &format!("{id}-words"))], &self.described);
        if !style.is_empty() {
            markup.open("style", &[]);
            markup.raw(style);
            markup.close("style");
            rect(markup, (-margin, -margin), (width.0, height.0), "paper");
        }
        markup.raw(&self.body.finish());
        markup.close("svg");
    }

    /// Charts below each other, each under its title.
    pub(crate) fn stacked(drawings: Vec<Self>, title: String) -> Self {
        const GAP: f64 = 28.0;
        const HEAD: f64 = 24.0;
        let mut body = Markup::default();
        let (mut top, mut width) = (0.0, 0.0_f64);
        let described: Vec<String> = drawings.iter().map(|drawing| drawing.described.clone()).collect();
        for drawing in drawings {
            text(&mut body, 0.0, top + 14.0, "heading", &drawing.title);
            body.open("g", &[("transform", &format!("translate(0 {})", Px(top + HEAD)))]);
            body.raw(&drawing.body.finish());
            body.close("g");
            top += HEAD + drawing.height + GAP;
            width = width.max(drawing.width);
        }
        let described = described.join(" ");
        Self { width, height: f64::max(top - GAP, 8.0), title, described, body }
    }
}

/// Text from a point of its baseline on.
pub(crate) fn text(body: &mut Markup, x: f64, y: f64, class: &str, words: &str) {
    body.element("text", &[("x", &Px(x)), ("y", &Px(y)), ("class", &class)], words);
}

/// Text around a point of its baseline.
pub(crate) fn middle(body: &mut Markup, x: f64, y: f64, class: &str, words: &str) {
    let class = format!("{class} middle");
    text(body, x, y, &class, words);
}

/// Text up to a point of its baseline.
pub(crate) fn end(body: &mut Markup, x: f64, y: f64, class: &str, words: &str) {
    let class = format!("{class} end");
    text(body, x, y, &class, words);
}

/// A rectangle.
pub(crate) fn rect(body: &mut Markup, (x, y): (f64, f64), (width, height): (f64, f64), class: &str) {
    body.empty(
        "rect",
        &[("x", &Px(x)), ("y", &Px(y)), ("width", &Px(width)), ("height", &Px(height)), ("class", &class)],
    );
}

/// A line.
pub(crate) fn line(body: &mut Markup, (x1, y1): (f64, f64), (x2, y2): (f64, f64), class: &str) {
    body.empty(
        "line",
        &[("x1", &Px(x1)), ("y1", &Px(y1)), ("x2", &Px(x2)), ("y2", &Px(y2)), ("class", &class)],
    );
}

/// How wide text of 12 units is, roughly.
pub(crate) fn width(text: &str) -> f64 {
    clean::width(text) as f64 * 6.7
}

/// What marks mean: swatches of a class with words, in lines that fit. Returns the height taken.
pub(crate) fn legend(body: &mut Markup, frame: Frame, (x, y): (f64, f64), entries: &[(&str, String)]) -> f64 {
    const LINE: f64 = 20.0;
    let (mut left, mut top) = (x, y);
    for (class, words) in entries {
        let wide = 18.0 + width(words) + 18.0;
        if left > x && left + wide - 18.0 > frame.width() {
            left = x;
            top += LINE;
        }
        match class.strip_prefix("line ") {
            Some(class) => line(body, (left, top + 8.0), (left + 12.0, top + 8.0), class),
            // Lines over what they are drawn on.
            None if *class == "late" => {
                rect(body, (left, top + 2.0), (12.0, 12.0), "work");
                line(body, (left, top + 2.0), (left + 12.0, top + 14.0), class);
                line(body, (left + 6.0, top + 2.0), (left + 12.0, top + 8.0), class);
                line(body, (left, top + 8.0), (left + 6.0, top + 14.0), class);
            }
            None => rect(body, (left, top + 2.0), (12.0, 12.0), class),
        }
        text(body, left + 18.0, top + 12.0, "note", words);
        left += wide;
    }
    top + LINE - y
}
