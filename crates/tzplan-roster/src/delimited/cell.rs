//! Where a cell stands in the text of its record.

use std::ops::Range;

use memchr::{memchr2, memrchr2};

use super::table::line_ends;
use crate::diagnostic::SourceLine;
use crate::text::show;

/// The text of a record, without its line end.
#[derive(Clone, Copy)]
pub(super) struct RecordText<'a> {
    text: &'a [u8],
    separator: u8,
    /// The line on which it starts.
    line: u64,
}

/// Lines longer than this are shown in part: that many bytes on either side of where the cell starts.
const SHOWN: usize = 160;

impl<'a> RecordText<'a> {
    pub(super) fn new(text: &'a [u8], separator: u8, line: u64) -> Self {
        Self { text, separator, line }
    }

    /// Whether a quote is still open at its end.
    pub(super) fn ends_in_quotes(self) -> bool {
        CellRanges::of(self.text, self.separator).last().is_some_and(|(_, open)| open)
    }

    /// The line with a cell in it, and where; the end of the record's last line for a cell that is missing.
    pub(super) fn source(self, cell: usize) -> SourceLine {
        let Self { text, separator, line } = self;
        let found = CellRanges::of(text, separator).nth(cell).map(|(range, _)| range);
        let last = text.trim_ascii_end().len();
        let cell = found.map_or(last..last, |range| trimmed(text, range));
        let line = line + line_ends(&text[..cell.start]);
        let start = memrchr2(b'\n', b'\r', &text[..cell.start]).map_or(0, |end| end + 1);
        let end = memchr2(b'\n', b'\r', &text[cell.start..]).map_or(text.len(), |end| cell.start + end);
        let (text, span) = shown(&text[start..end], cell.start - start..cell.end.min(end) - start);
        SourceLine { line, text, span }
    }
}

/// The cell without the blanks around it.
fn trimmed(record: &[u8], range: Range<usize>) -> Range<usize> {
    let cell = &record[range.clone()];
    let start = range.start + (cell.len() - cell.trim_ascii_start().len());
    start..(start + cell.trim_ascii().len()).max(start)
}

/// A line as it can be shown, and the span of the cell in it.
fn shown(line: &[u8], cell: Range<usize>) -> (String, Range<usize>) {
    let boundary = |mut at: usize| {
        while at < line.len() && line[at] & 0xc0 == 0x80 {
            at += 1;
        }
        at
    };
    let from = if cell.start <= SHOWN { 0 } else { boundary(cell.start - SHOWN) };
    let to = boundary(line.len().min(cell.start + SHOWN)).max(cell.start);
    let end = cell.end.min(to);
    let readable = |bytes: &[u8]| show(&String::from_utf8_lossy(bytes));
    let mut text = if from == 0 { String::new() } else { "…".to_owned() };
    text.push_str(&readable(&line[from..cell.start]));
    let start = text.len();
    text.push_str(&readable(&line[cell.start..end]));
    let span = start..text.len();
    text.push_str(&readable(&line[end..to]));
    text.push_str(if to < line.len() { "…" } else { "" });
    (text, span)
}

/// The cells of a record's text, quotes included, and whether the text ends inside quotes: `csv`'s rules.
pub(super) struct CellRanges<'a> {
    text: &'a [u8],
    next: Option<usize>,
    separator: u8,
}

impl<'a> CellRanges<'a> {
    pub(super) fn of(text: &'a [u8], separator: u8) -> Self {
        Self { text, next: Some(0), separator }
    }
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
            } else if !quoted && *byte == self.separator {
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
    }

    #[test]
    fn long_lines_are_shown_around_the_cell() {
        let line = format!("{},Berln,{}", "é".repeat(200), "x".repeat(400));
        let start = line.find("Berln").unwrap();
        let (text, span) = shown(line.as_bytes(), start..start + 5);
        assert_eq!(&text[span], "Berln");
        assert!(text.starts_with("…é") && text.ends_with("x…") && text.len() < 340);
        let (text, span) = shown(b"a\x1b[1m\tb\xff,c", 0..8);
        assert_eq!((text.as_str(), span), ("a\u{fffd}[1m b\u{fffd},c", 0..12));
    }
}
