//! Words with emphasis as markup.

use std::fmt::{self, Display, Write};

use askama::filters::HtmlSafe;

use crate::chart::markup::push_escaped;
use crate::words::ink::{Ink, Text};

/// Opens and closes a run of text whose direction is its own.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// Markup made here: every word in it is escaped.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Rich(String);

impl Rich {
    /// A name or a place, whatever its direction.
    pub(crate) fn name(name: &str) -> Self {
        let mut markup = "<bdi>".to_owned();
        push_escaped(&mut markup, &name.replace([ISOLATE.0, ISOLATE.1], ""));
        markup.push_str("</bdi>");
        Self(markup)
    }

    /// Plain text.
    pub(crate) fn plain(text: &str) -> Self {
        Self::from(&Text::from(text))
    }

    /// A drawing.
    pub(crate) fn drawing(svg: String) -> Self {
        Self(svg)
    }
}

impl From<&Text> for Rich {
    fn from(text: &Text) -> Self {
        let mut markup = String::new();
        for (ink, run) in text.closed().runs() {
            let (open, close) = match ink {
                Ink::Plain => ("", ""),
                Ink::Strong => ("<strong>", "</strong>"),
                Ink::Faint => ("<span class=\"faint\">", "</span>"),
                Ink::Good | Ink::Work => ("<strong class=\"good\">", "</strong>"),
                Ink::Warn => ("<strong class=\"warn\">", "</strong>"),
                Ink::Bad => ("<strong class=\"bad\">", "</strong>"),
            };
            markup.push_str(open);
            push_isolated(&mut markup, run);
            markup.push_str(close);
        }
        Self(markup)
    }
}

impl Display for Rich {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Rich {}

/// Isolates become `bdi` elements where they are whole.
fn push_isolated(markup: &mut String, run: &str) {
    let mut rest = run;
    while let Some((before, after)) = rest.split_once(ISOLATE.0) {
        let Some((inside, behind)) = after.split_once(ISOLATE.1) else { break };
        push_escaped(markup, before);
        markup.push_str("<bdi>");
        push_escaped(markup, inside);
        markup.push_str("</bdi>");
        rest = behind;
    }
    push_escaped(markup, rest);
}

/// A moment or a length for programs and people: `<time datetime="…">`.
pub(crate) fn date(date: chrono::NaiveDate, shown: &str) -> Rich {
    let mut markup = String::new();
    let _infallible = write!(markup, "<time datetime=\"{date}\">");
    push_escaped(&mut markup, shown);
    markup.push_str("</time>");
    Rich(markup)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_and_direction_are_markup_and_nothing_else_is() {
        let mut text = Text::new(Ink::Strong, "<b>\u{2068}שלום\u{2069}");
        text.plain(" & co \u{2068}cut");
        let expected = "<strong>&lt;b&gt;<bdi>שלום</bdi></strong> &amp; co \u{2068}cut";
        assert_eq!(Rich::from(&text).to_string(), expected);
        assert_eq!(Rich::name("\u{2068}</bdi>\u{2069}").to_string(), "<bdi>&lt;/bdi&gt;</bdi>");
    }
}
