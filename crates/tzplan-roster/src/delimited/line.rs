//! Lines without quotes: cut at every separator, eight bytes at a time.
//!
//! Most lines of most rosters are like this, and a parser of quoted text spends a nanosecond on every byte of
//! them. What is found here is what that parser finds; a property test holds the two together.

/// Where a cell starts and ends in its text.
pub(crate) type Bounds = (u32, u32);

/// How a line was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Line {
    /// To its end, the place of the line end or the end of the text.
    Whole {
        /// Where it ends.
        end: usize,
        /// Whether all of it is printable ASCII (separators aside).
        plain: bool,
    },
    /// Not at all: a cell starts with a quote.
    Quoted,
    /// Not to its end, which is not in the text.
    Open,
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGHS: u64 = ONES << 7;

/// Cuts the line at the start of a text.
pub(super) fn cut(text: &[u8], separator: u8, bounds: &mut Vec<Bounds>) -> Line {
    bounds.clear();
    if text.first() == Some(&b'"') {
        return Line::Quoted;
    }
    let mut cut = Cut { text, separator, bounds, start: 0, odd: 0 };
    let (words, rest) = text.as_chunks::<8>();
    let separators = ONES * u64::from(separator);
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        // Each sets the high bit of the bytes it looks for; of the bytes behind one it may set more, which
        // are looked at for nothing.
        let low = word.wrapping_sub(ONES * 0x20) & !word;
        let marks = zero_bytes(word ^ separators) | low;
        let odd = (word | word.wrapping_add(ONES)) & HIGHS;
        let mut marks = marks & HIGHS;
        while marks != 0 {
            let place = marks.trailing_zeros() / 8;
            if let Some(line) = cut.look(index * 8 + place as usize) {
                let before = (1 << (8 * place)) - 1;
                return cut.end(line, odd & before);
            }
            marks &= marks - 1;
        }
        cut.odd |= odd;
    }
    for (index, byte) in rest.iter().enumerate() {
        if let Some(line) = cut.look(words.len() * 8 + index) {
            return cut.end(line, 0);
        }
        cut.odd |= u64::from(*byte >= 0x7f);
    }
    Line::Open
}

/// Ends the last cell of a text that [`cut`] found open, where nothing follows it.
pub(super) fn close(text: &[u8], bounds: &mut Vec<Bounds>) -> Line {
    let start = bounds.last().map_or(0, |(_, end)| end + 1);
    bounds.push((start, text.len() as u32));
    Line::Whole { end: text.len(), plain: false }
}

fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word
}

struct Cut<'a> {
    text: &'a [u8],
    separator: u8,
    bounds: &'a mut Vec<Bounds>,
    /// Where the present cell starts.
    start: usize,
    /// Not zero once a byte was seen that is not printable ASCII.
    odd: u64,
}

impl Cut<'_> {
    /// Looks at a byte that may mean something.
    fn look(&mut self, at: usize) -> Option<Line> {
        let byte = self.text[at];
        if byte == self.separator {
            self.bounds.push((self.start as u32, at as u32));
            self.start = at + 1;
            if self.text.get(self.start) == Some(&b'"') {
                return Some(Line::Quoted);
            }
        } else if matches!(byte, b'\n' | b'\r') {
            self.bounds.push((self.start as u32, at as u32));
            return Some(Line::Whole { end: at, plain: true });
        } else if byte < 0x20 {
            self.odd = 1;
        }
        None
    }

    fn end(&self, line: Line, odd: u64) -> Line {
        match line {
            Line::Whole { end, .. } => Line::Whole { end, plain: self.odd | odd == 0 },
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &[u8], separator: u8) -> Option<(Vec<Vec<u8>>, bool)> {
        let mut bounds = Vec::new();
        let plain = match cut(text, separator, &mut bounds) {
            Line::Quoted => return None,
            Line::Open => close(text, &mut bounds) == Line::Whole { end: text.len(), plain: true },
            Line::Whole { plain, .. } => plain,
        };
        let cells = bounds.iter().map(|(start, end)| text[*start as usize..*end as usize].to_vec());
        Some((cells.collect(), plain))
    }

    #[test]
    fn cells_end_at_separators_and_lines_at_line_ends() {
        assert_eq!(cells(b"ab,c\nd,e\n", b','), Some((vec![b"ab".to_vec(), b"c".to_vec()], true)));
        assert_eq!(cells(b"a\tb\r\n", b'\t'), Some((vec![b"a".to_vec(), b"b".to_vec()], true)));
        assert_eq!(cells(b"a,\"b\"\n", b','), None);
        assert_eq!(cells(b"a\"b,c\n", b',').unwrap().0.len(), 2);
    }

    proptest! {
        #[test]
        fn it_is_what_the_parser_of_quoted_text_finds(
            text in proptest::collection::vec(
                prop_oneof![Just(b','), Just(b'"'), Just(b'\n'), Just(b'\r'), Just(b'a'), Just(0xc3), Just(0x7f), Just(1), any::<u8>()],
                1..60,
            ),
            separator in prop_oneof![Just(b','), Just(b';'), Just(b'\t'), Just(b'|')],
        ) {
            prop_assume!(!matches!(text[0], b'\n' | b'\r') && !text.starts_with(b"\xef\xbb\xbf"));
            if let Some((ours, plain)) = cells(&text, separator) {
                let mut reader =
                    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(&*text);
                let mut record = csv::ByteRecord::new();
                prop_assert!(reader.read_byte_record(&mut record).unwrap());
                prop_assert_eq!(&ours, &record.iter().map(<[u8]>::to_vec).collect::<Vec<_>>());
                let printable = ours.iter().flatten().all(|byte| (0x20..0x7f).contains(byte));
                let ends = text.iter().any(|byte| matches!(byte, b'\n' | b'\r'));
                prop_assert!(!plain || printable);
                prop_assert!(plain || !printable || !ends || text.contains(&0xff));
            }
        }
    }
}
