//! YAML rewritten as JSON.

use std::cell::Cell;
use std::ops::Range;
use std::str::Chars;

use saphyr_parser::{Event, Parser, Span};

use super::rewritten::{Rewritten, refused};
use super::writer::Writer;
use crate::faults::Fault;
use crate::structured::document::Wrong;
use crate::work::steps;

/// Aliases repeat what they stand for: the JSON may be this many times as long as the file, and this much
/// longer.
const LONGEST: usize = 4;
const SLACK: usize = 64 << 10;

/// What is in brackets may turn out to be a key at its end, and is held until then, in a hundred times its
/// room: no more characters may stand between two events of the parser.
const LONGEST_PART: usize = 256 << 10;

/// Rewrites a file; what YAML has and JSON has not is refused, but for aliases and merged mappings (`<<`).
pub(in crate::structured) fn rewrite(text: &str) -> Result<Rewritten, Wrong> {
    let mut writer = Writer::new(text.len().saturating_mul(LONGEST) + SLACK);
    let mut bytes = Bytes { text, characters: 0, at: 0 };
    let mut documents = 0;
    let left = Cell::new(LONGEST_PART);
    for event in Parser::new_from_iter(Limited { characters: text.chars(), left: &left }) {
        let (event, span) = match event {
            _ if left.get() == 0 => return Err(too_long(bytes.at)),
            Ok((event, span)) => (event, bytes.of(&span)),
            Err(error) => {
                let at = text.char_indices().nth(error.marker().index()).map_or(text.len(), |(at, _)| at);
                return Err(refused(&format!("this is not YAML: {}", error.info()), at..at + 1));
            }
        };
        match event {
            Event::DocumentStart(_) if documents > 0 => {
                return Err(refused("the file holds several documents", span));
            }
            Event::DocumentStart(_) => documents += 1,
            event => {
                left.set(LONGEST_PART);
                let behind = text.get(span.end..).unwrap_or_default().trim_start();
                writer.take(event, span, behind.starts_with([',', '}']))?;
            }
        }
    }
    Ok(writer.out)
}

fn too_long(at: usize) -> Wrong {
    let message = format!(
        "from here on, one list in brackets, text or remark is longer than {} KiB",
        LONGEST_PART >> 10
    );
    let help = "write an entry a line, each behind `- `, or save it as JSON or CSV";
    Wrong::new(Fault::error("too-large", message, help), at..at + 1)
}

/// The characters of a text, which end early once as many as are left were taken.
struct Limited<'t> {
    characters: Chars<'t>,
    left: &'t Cell<usize>,
}

impl Iterator for Limited<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let left = self.left.get().checked_sub(1).filter(|left| *left > 0);
        self.left.set(left.unwrap_or(0));
        left.and_then(|_| self.characters.next())
    }
}

/// Places in bytes, of places in characters that come nearly in their order.
struct Bytes<'t> {
    text: &'t str,
    characters: usize,
    at: usize,
}

impl Bytes<'_> {
    fn of(&mut self, span: &Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        let rest = &self.text[start..];
        let length = span.end.index().saturating_sub(span.start.index());
        // A fault is shown on one line.
        let end = rest.char_indices().take(length + 1).find(|(_, c)| *c == '\n').map(|(at, _)| at);
        steps(end.unwrap_or(length));
        let end = end.or_else(|| rest.char_indices().nth(length).map(|(at, _)| at)).unwrap_or(rest.len());
        start..start + end
    }

    /// From the place asked for last, in either direction.
    fn byte(&mut self, characters: usize) -> usize {
        steps(characters.abs_diff(self.characters));
        let text = self.text;
        for c in text[self.at..].chars().take(characters.saturating_sub(self.characters)) {
            self.at += c.len_utf8();
            self.characters += 1;
        }
        for c in text[..self.at].chars().rev().take(self.characters.saturating_sub(characters)) {
            self.at -= c.len_utf8();
            self.characters -= 1;
        }
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list in brackets of so many characters.
    fn list(characters: usize) -> String {
        format!("a: [{}]\n", "x".repeat(characters))
    }

    #[test]
    fn what_is_in_brackets_has_a_limit() {
        assert!(rewrite(&list(LONGEST_PART - 100)).is_ok());
        let is_too_long =
            |text: &str| rewrite(text).err().is_some_and(|wrong| wrong.fault.code == "too-large");
        // Also where what is left would be whole.
        for text in [list(LONGEST_PART), format!("b: 1\n# {}\n", "x".repeat(LONGEST_PART + 20))] {
            assert!(is_too_long(&text));
        }
        // Lists below each other are as long together as they like.
        assert!(
            rewrite(&list(LONGEST_PART / 2).repeat(3).replacen("a:", "b:", 1).replacen("a:", "c:", 1))
                .is_ok()
        );
    }
}
