//! A writer of markup that escapes.

use std::fmt::{self, Display, Write};

/// Elements, text and attributes; what was data stays data.
#[derive(Clone, Debug, Default)]
pub(crate) struct Markup {
    text: String,
}

impl Markup {
    /// Opens an element.
    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.start(name, attributes);
        self.text.push('>');
    }

    /// Closes an element.
    pub(crate) fn close(&mut self, name: &str) {
        self.text.extend(["</", name, ">"]);
    }

    /// An element with nothing in it.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.start(name, attributes);
        self.text.push_str("/>");
    }

    /// An element with text in it.
    pub(crate) fn element(&mut self, name: &str, attributes: &[(&str, &dyn Display)], text: &str) {
        self.open(name, attributes);
        self.data(text);
        self.close(name);
    }

    /// Text.
    pub(crate) fn data(&mut self, text: &str) {
        push_escaped(&mut self.text, text);
    }

    /// Markup made by this writer, or text of this crate.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    pub(crate) fn finish(self) -> String {
        self.text
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.text.extend(["<", name]);
        for (key, value) in attributes {
            self.text.extend([" ", key, "=\""]);
            let _infallible = write!(Escaping(&mut self.text), "{value}");
            self.text.push('"');
        }
    }
}

struct Escaping<'s>(&'s mut String);

impl Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        push_escaped(self.0, text);
        Ok(())
    }
}

/// Text in which nothing is markup, within quotes or without; what XML cannot hold is `U+FFFD`.
pub(crate) fn push_escaped(into: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            '\t' | '\n' => into.push(' '),
            '\u{fffe}' | '\u{ffff}' => into.push('\u{fffd}'),
            control if control.is_control() => into.push('\u{fffd}'),
            other => into.push(other),
        }
    }
}

/// A coordinate: at most two decimals, no trailing zeros.
#[derive(Clone, Copy, PartialEq, PartialOrd, Debug)]
pub(crate) struct Px(pub(crate) f64);

impl Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 * 100.0).round() as i64;
        let (sign, hundredths) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
        match (hundredths / 100, hundredths % 100) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{sign}{whole}.{}", part / 10),
            (whole, part) => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_text_or_attributes_is_markup() {
        let mut markup = Markup::default();
        let nasty = "<script>alert('x')</script>\" onload=\"x ]]> --!> \u{0}\u{1b}\u{ffff}&amp;";
        markup.element("text", &[("x", &Px(1.5)), ("data-name", &nasty)], nasty);
        let written = markup.finish();
        assert!(written.starts_with("<text x=\"1.5\" data-name=\"&lt;script&gt;"), "{written}");
        assert_eq!(written.matches('<').count(), 2);
        assert_eq!(written.matches('"').count(), 4);
        assert!(!written.contains(|c: char| c.is_control() || c == '\u{ffff}'));
        assert!(written.contains("&amp;amp;"));
    }

    #[test]
    fn coordinates_are_short() {
        let written = [0.0, 12.0, 12.5, 12.345, -0.004, -3.25].map(|px| Px(px).to_string());
        assert_eq!(written, ["0", "12", "12.5", "12.35", "0", "-3.25"]);
    }
}
