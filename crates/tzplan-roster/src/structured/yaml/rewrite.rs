//! YAML rewritten as JSON.

use std::ops::Range;

use saphyr_parser::{Event, Parser, Span};

use super::rewritten::{Rewritten, refused};
use super::writer::Writer;
use crate::structured::document::Wrong;
use crate::work::steps;

/// Aliases repeat what they stand for: the JSON may be this many times as long as the file, and this much
/// longer.
const LONGEST: usize = 4;
const SLACK: usize = 64 << 10;

/// Rewrites a file; what YAML has and JSON has not is refused, but for aliases and merged mappings (`<<`).
pub(in crate::structured) fn rewrite(text: &str) -> Result<Rewritten, Wrong> {
    let mut writer = Writer::new(text.len().saturating_mul(LONGEST) + SLACK);
    let mut bytes = Bytes { text, characters: 0, at: 0 };
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
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
                let behind = text.get(span.end..).unwrap_or_default().trim_start();
                writer.take(event, span, behind.starts_with([',', '}']))?;
            }
        }
    }
    Ok(writer.out)
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
