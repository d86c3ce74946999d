//! The lines of a text by the places of its bytes.

use std::cell::OnceCell;
use std::ops::Range;

use memchr::memchr_iter;

use crate::diagnostic::SourceLine;
use crate::faults::Pointer;

/// A text and where its lines start.
pub(super) struct Lines<'t> {
    text: &'t [u8],
    starts: Vec<u32>,
    /// How many characters start before every block: a file may be a single line.
    before_blocks: OnceCell<Vec<usize>>,
}

/// The bytes of a block.
const BLOCK: usize = 4096;

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t [u8]) -> Self {
        let ends = memchr_iter(b'\n', text).map(|end| end as u32 + 1);
        let starts = std::iter::once(0).chain(ends).collect();
        Self { text, starts, before_blocks: OnceCell::new() }
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, at: usize) -> u64 {
        self.starts.partition_point(|start| *start as usize <= at) as u64
    }

    /// Where a span is, named by its path, and its line.
    pub(super) fn pointer(&self, path: String, span: Range<usize>, record: usize) -> Pointer {
        Pointer { place: Some(path), source: Some(self.source(span)), record }
    }

    /// `line 3, column 5`, and the line.
    pub(super) fn position(&self, span: Range<usize>) -> Pointer {
        let source = self.source(span);
        let place = source.column.map(|column| format!("line {}, column {column}", source.line));
        Pointer { place, source: Some(source), record: 0 }
    }

    /// The line on which a span starts, and what of the span is on it.
    fn source(&self, span: Range<usize>) -> SourceLine {
        let (line, start) = (self.line(span.start), self.start(span.start));
        let next = self.starts.get(line as usize).map_or(self.text.len(), |next| *next as usize);
        let text = self.text[start..next].trim_ascii_end();
        let within = |at: usize| at.saturating_sub(start).min(text.len());
        let from = within(span.start);
        let column = self.characters(span.start) - self.characters(start) + 1;
        SourceLine::new(line, column as u64, text, from..within(span.end).max(from))
    }

    /// How many characters start before a byte.
    fn characters(&self, at: usize) -> usize {
        let starts = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        let at = at.min(self.text.len());
        let before = self.before_blocks.get_or_init(|| {
            let blocks = self.text.chunks(BLOCK);
            let ends = blocks.scan(0, |count, block| {
                *count += starts(block);
                Some(*count)
            });
            std::iter::once(0).chain(ends).collect()
        });
        before[at / BLOCK] + starts(&self.text[at / BLOCK * BLOCK..at])
    }

    /// Where the line of a byte starts.
    fn start(&self, at: usize) -> usize {
        self.starts[self.line(at) as usize - 1] as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        let lines = Lines::of("a\né: b\r\n\nc".as_bytes());
        let found = |span: Range<usize>| {
            let Pointer { place, source, .. } = lines.position(span);
            let source = source.unwrap();
            (place.unwrap(), source.line, source.text[source.span].to_owned())
        };
        assert_eq!(found(0..1), ("line 1, column 1".to_owned(), 1, "a".to_owned()));
        assert_eq!(found(6..7), ("line 2, column 4".to_owned(), 2, "b".to_owned()));
        assert_eq!(found(6..11), ("line 2, column 4".to_owned(), 2, "b".to_owned()));
        assert_eq!(found(11..11), ("line 4, column 2".to_owned(), 4, String::new()));
        assert_eq!(found(99..100).1, 4);
        let long = format!("{}x", "é".repeat(10_000));
        let source = Lines::of(long.as_bytes()).position(20_000..20_001).source.unwrap();
        assert_eq!((source.column, &source.text[source.span]), (Some(10_001), "x"));
    }
}
