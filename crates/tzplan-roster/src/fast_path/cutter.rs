//! Records cut at every separator, eight bytes at a time.
//!
//! A parser of quoted text spends a nanosecond on every byte. Here cells without quotes, and those in quotes
//! that hold none, are found where they stand; every other record is left to that parser. What is found is
//! what the parser finds: a property test holds the two together.

use memchr::memchr;

use crate::cells::{Bounds, NOWHERE};
use crate::text::is_plain;

/// How a record was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CutRecord {
    /// To its end.
    Whole {
        /// The place of the line end.
        end: usize,
        /// Where bytes stand that are not printable ASCII.
        odd: Bounds,
        /// Whether some cell was in quotes, and may hold a line end.
        quoted: bool,
    },
    /// Not at all: it takes a parser of quoted text.
    Quoted,
    /// Not to the end of a cell in quotes, which is not in the text.
    OpenQuote,
    /// Not to its end, which is not in the text; the last cell is not among the bounds.
    Open,
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGHS: u64 = ONES << 7;

/// Cuts the record at the start of a text.
pub(super) fn cut(text: &[u8], separator: u8, bounds: &mut Vec<Bounds>) -> CutRecord {
    bounds.clear();
    let mut cut = Cut { text, separator, bounds, start: 0, odd: NOWHERE, quoted: false };
    loop {
        let step = if text.get(cut.start) == Some(&b'"') { cut.quoted_cell() } else { cut.cells() };
        match step {
            Step::Quote => {}
            Step::End(end) => {
                return CutRecord::Whole { end, odd: cut.odd, quoted: cut.quoted };
            }
            Step::Over(line) => return line,
        }
    }
}

/// Ends the last cell of a text that [`cut`] found open, where nothing follows it.
pub(super) fn close(text: &[u8], bounds: &mut Vec<Bounds>) {
    // Behind a cell in quotes the separator stands one further.
    let start = bounds.last().map_or(0, |(_, end)| end + if text[*end as usize] == b'"' { 2 } else { 1 });
    bounds.push((start, text.len() as u32));
}

struct Cut<'a> {
    text: &'a [u8],
    separator: u8,
    bounds: &'a mut Vec<Bounds>,
    /// Where the present cell starts.
    start: usize,
    /// From the first byte on that is not printable ASCII, or shortly before it, to the last.
    odd: Bounds,
    quoted: bool,
}

enum Step {
    /// The cell that starts here may be in quotes.
    Quote,
    /// The line ends here.
    End(usize),
    Over(CutRecord),
}

impl Cut<'_> {
    /// The cells from here to the line end, or to a quote at the start of one.
    fn cells(&mut self) -> Step {
        let from = self.start;
        let (words, rest) = self.text[from..].as_chunks::<8>();
        let separators = ONES * u64::from(self.separator);
        for (index, word) in words.iter().enumerate() {
            let word = u64::from_le_bytes(*word);
            // Each sets the high bit of the bytes it looks for: the separators, and what is below a space. Of
            // the bytes behind one it may set more, which are looked at for nothing.
            let differing = word ^ separators;
            let found = differing.wrapping_sub(ONES) & !differing | word.wrapping_sub(ONES * 0x20) & !word;
            let odd = (word | word.wrapping_add(ONES)) & HIGHS;
            let mut marks = found & HIGHS;
            while marks != 0 {
                let place = marks.trailing_zeros() / 8;
                if let Some(step) = self.look(from + index * 8 + place as usize) {
                    if odd & ((1 << (8 * place)) - 1) != 0 {
                        self.find_odd(from + index * 8, place as usize);
                    }
                    return step;
                }
                marks &= marks - 1;
            }
            if odd != 0 {
                self.find_odd(from + index * 8, 8);
            }
        }
        for (index, byte) in rest.iter().enumerate() {
            if let Some(step) = self.look(from + words.len() * 8 + index) {
                return step;
            }
            if *byte >= 0x7f {
                self.find_odd(from + words.len() * 8 + index, 1);
            }
        }
        Step::Over(CutRecord::Open)
    }

    /// Looks at a byte that may mean something.
    fn look(&mut self, at: usize) -> Option<Step> {
        let byte = self.text[at];
        if byte == self.separator {
            self.bounds.push((self.start as u32, at as u32));
            self.start = at + 1;
            return (self.text.get(self.start) == Some(&b'"')).then_some(Step::Quote);
        }
        if matches!(byte, b'\n' | b'\r') {
            self.bounds.push((self.start as u32, at as u32));
            return Some(Step::End(at));
        }
        if byte < 0x20 {
            self.find_odd(at, 1);
        }
        None
    }

    /// Bytes were found of which some are not printable ASCII.
    fn find_odd(&mut self, at: usize, length: usize) {
        let (from, to) = self.odd;
        self.odd = (from.min(at as u32), to.max((at + length) as u32));
    }

    /// A cell in quotes, if it holds none and nothing stands between them and the separators.
    fn quoted_cell(&mut self) -> Step {
        self.quoted = true;
        let start = self.start + 1;
        let end = memchr(b'"', &self.text[start..]).map(|length| start + length);
        let Some((end, next)) = end.and_then(|end| Some((end, *self.text.get(end + 1)?))) else {
            return Step::Over(CutRecord::OpenQuote);
        };
        if next != self.separator && !matches!(next, b'\n' | b'\r') {
            return Step::Over(CutRecord::Quoted);
        }
        self.bounds.push((start as u32, end as u32));
        if !is_plain(&self.text[start..end]) {
            self.find_odd(start, end - start);
        }
        self.start = end + 2;
        if next == self.separator { Step::Quote } else { Step::End(end + 1) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cells::EVERYWHERE;

    /// The cells, and whether each is found to be printable ASCII.
    fn cells(text: &[u8], separator: u8) -> Option<(Vec<Vec<u8>>, Vec<bool>)> {
        let mut bounds = Vec::new();
        let (from, to) = match cut(text, separator, &mut bounds) {
            CutRecord::Quoted | CutRecord::OpenQuote => return None,
            CutRecord::Open => {
                close(text, &mut bounds);
                EVERYWHERE
            }
            CutRecord::Whole { odd, .. } => odd,
        };
        let cells = bounds.iter().map(|(start, end)| text[*start as usize..*end as usize].to_vec());
        let plain = bounds.iter().map(|(start, end)| *end <= from || *start >= to);
        Some((cells.collect(), plain.collect()))
    }

    #[test]
    fn cells_end_at_separators_and_lines_at_line_ends() {
        let texts = |cells: &[&str]| cells.iter().map(|cell| cell.as_bytes().to_vec()).collect::<Vec<_>>();
        let cases: &[(&str, u8, &[&str], &[bool])] = &[
            ("ab,c\nd,e\n", b',', &["ab", "c"], &[true, true]),
            ("a\tb\r\n", b'\t', &["a", "b"], &[true, true]),
            ("a\"b,c \" d\n", b',', &["a\"b", "c \" d"], &[true, true]),
            ("\"a,b\",c,\"\"\r\n", b',', &["a,b", "c", ""], &[true, true, true]),
            ("x,\"a\nb\",\n", b',', &["x", "a\nb", ""], &[true, false, true]),
            ("x,\"a\",", b',', &["x", "a", ""], &[false, false, false]),
            ("12345678,é,12345678\n", b',', &["12345678", "é", "12345678"], &[true, false, false]),
            (
                "12345678,1234567é,1234567,x\n",
                b',',
                &["12345678", "1234567é", "1234567", "x"],
                &[true, false, false, true],
            ),
        ];
        for (text, separator, expected, plain) in cases {
            let found = cells(text.as_bytes(), *separator);
            assert_eq!(found, Some((texts(expected), plain.to_vec())), "{text:?}");
        }
        for text in ["\"a\"\"b\",c\n", "\"a\" ,c\n", "a,\"b", "a,\"b\""] {
            assert_eq!(cells(text.as_bytes(), b','), None, "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn it_is_what_the_parser_of_quoted_text_finds(
            text in proptest::collection::vec(
                prop_oneof![
                    3 => Just(b','),
                    3 => Just(b'"'),
                    1 => Just(b'\n'),
                    1 => Just(b'\r'),
                    6 => Just(b'a'),
                    2 => prop_oneof![Just(0xc3), Just(0x7f), Just(1), any::<u8>()],
                ],
                1..60,
            ),
            separator in prop_oneof![4 => Just(b','), 1 => Just(b';'), 1 => Just(b'\t'), 1 => Just(b'|')],
        ) {
            prop_assume!(!matches!(text[0], b'\n' | b'\r') && !text.starts_with(b"\xef\xbb\xbf"));
            if let Some((ours, plain)) = cells(&text, separator) {
                let mut builder = csv::ReaderBuilder::new();
                builder.has_headers(false).flexible(true).delimiter(separator);
                let mut record = csv::ByteRecord::new();
                prop_assert!(builder.from_reader(&*text).read_byte_record(&mut record).unwrap());
                prop_assert_eq!(&ours, &record.iter().map(<[u8]>::to_vec).collect::<Vec<_>>());
                for (cell, _) in ours.iter().zip(&plain).filter(|(_, plain)| **plain) {
                    prop_assert!(cell.iter().all(|byte| (0x20..0x7f).contains(byte)));
                }
            }
        }
    }
}
