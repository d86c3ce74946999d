//! The text of a row of separated text, in which its cells can be found again.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr2, memrchr2};

use crate::diagnostic::SourceLine;
use crate::faults::Pointer;
use crate::text::line_ends;

/// The text of a row, without its line end.
#[derive(Clone, Debug)]
pub(crate) struct KeptRow<'a> {
    text: Cow<'a, [u8]>,
    separator: u8,
    /// The line on which it starts.
    line: u64,
}

impl<'a> KeptRow<'a> {
    pub(crate) fn new(text: &'a [u8], separator: u8, line: u64) -> Self {
        Self { text: Cow::Borrowed(text), separator, line }
    }

    /// The text and the separator in it.
    pub(crate) fn parts(&self) -> (&[u8], u8) {
        (&self.text, self.separator)
    }

    /// The line on which it starts.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// The row with a copy of its text.
    pub(crate) fn into_owned(self) -> KeptRow<'static> {
        KeptRow { text: Cow::Owned(self.text.into_owned()), ..self }
    }

    /// Whether a quote is still open at its end.
    pub(crate) fn ends_in_quotes(&self) -> bool {
        CellRanges::of(&self.text, self.separator).last().is_some_and(|(_, open)| open)
    }

    /// The line with a cell in it, and where; the end of the row's last line for a cell that is missing.
    pub(crate) fn pointer(&self, cell: usize) -> Pointer {
        let text = &*self.text;
        let found = CellRanges::of(text, self.separator).nth(cell).map(|(range, _)| range);
        let last = text.trim_ascii_end().len();
        let cell = found.map_or(last..last, |range| trimmed(text, range));
        let line = self.line + line_ends(&text[..cell.start]);
        let start = memrchr2(b'\n', b'\r', &text[..cell.start]).map_or(0, |end| end + 1);
        let end = memchr2(b'\n', b'\r', &text[cell.start..]).map_or(text.len(), |end| cell.start + end);
        let column = text[start..cell.start].iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u64 + 1;
        let within = cell.start - start..cell.end.min(end) - start;
        let source = SourceLine::new(line, column, &text[start..end], within);
        Pointer { place: Some(format!("line {line}, column {column}")), source: Some(source), record: 0 }
    }
}

/// The cell without the blanks around it.
fn trimmed(record: &[u8], range: Range<usize>) -> Range<usize> {
    let cell = &record[range.clone()];
    let start = range.start + (cell.len() - cell.trim_ascii_start().len());
    start..(start + cell.trim_ascii().len()).max(start)
}

/// The cells of a row's text, quotes included, and whether the text ends inside quotes: the rules of the
/// `csv` crate, and between bars those of Markdown, where `\|` is a bar within a cell.
pub(crate) struct CellRanges<'a> {
    text: &'a [u8],
    next: Option<usize>,
    separator: u8,
}

impl<'a> CellRanges<'a> {
    pub(crate) fn of(text: &'a [u8], separator: u8) -> Self {
        Self { text, next: Some(0), separator }
    }

    /// Whether the separator behind a part of a cell is one of its characters.
    fn is_escaped(&self, before: Range<usize>) -> bool {
        self.separator == b'|' && ends_in_escape(&self.text[before])
    }
}

/// Whether a cell of a table with bars goes on behind the next bar: it ends in a backslash that is not itself
/// escaped.
pub(crate) fn ends_in_escape(cell: &[u8]) -> bool {
    cell.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

impl Iterator for CellRanges<'_> {
    type Item = (Range<usize>, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.next.take()?;
        let mut quoted = self.text.get(start) == Some(&b'"');
        let mut at = start + usize::from(quoted);
        while let Some(byte) = self.text.get(at) {
            if quoted && *byte == b'"' {
                // A doubled quote stays inside, a single one ends the quoted part for good.
                let doubled = self.text.get(at + 1) == Some(&b'"');
                quoted = doubled;
                at += usize::from(doubled);
            } else if !quoted && *byte == self.separator && !self.is_escaped(start..at) {
                self.next = Some(at + 1);
                break;
            } else if !quoted && matches!(byte, b'\n' | b'\r') {
                break;
            }
            at += 1;
        }
        Some((start..at.min(self.text.len()), quoted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_where_the_parser_finds_them() {
        let cases: &[(&str, &[&str])] = &[
            ("a,b,c\n", &["a", "b", "c"]),
            ("\"a,b\",c\r\n", &["\"a,b\"", "c"]),
            ("\"a\"\"b,\",c", &["\"a\"\"b,\"", "c"]),
            (" \"a,b\",c", &[" \"a", "b\"", "c"]),
            ("\"a\"x\"y,b", &["\"a\"x\"y", "b"]),
            ("a,", &["a", ""]),
            ("\"a\nb\",c", &["\"a\nb\"", "c"]),
            ("a\\,b", &["a\\", "b"]),
        ];
        for (text, expected) in cases {
            let cells = CellRanges::of(text.as_bytes(), b',').map(|(range, _)| &text[range]);
            assert_eq!(cells.collect::<Vec<_>>(), *expected, "{text}");
            let mut parsed = csv::ByteRecord::new();
            let mut builder = csv::ReaderBuilder::new();
            let mut reader = builder.has_headers(false).flexible(true).from_reader(text.as_bytes());
            reader.read_byte_record(&mut parsed).unwrap();
            assert_eq!(parsed.len(), expected.len(), "{text}");
        }
        assert!(CellRanges::of(b"a,\"b,c\n", b',').last().unwrap().1);
        let bars = CellRanges::of(br"a \| b|c\\|d\", b'|').map(|(range, _)| range).collect::<Vec<_>>();
        assert_eq!(bars, [0..6, 7..10, 11..13]);
    }
}
