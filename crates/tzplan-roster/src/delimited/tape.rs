//! The input as it runs past: the part that the present record is in, and how many lines came before.
//!
//! `csv`'s own line numbers are wrong after CRLF, blank lines and comments (rust-csv #184, #208, #395), and it
//! does not keep the text of a line. The tape lies between input and parser, keeps what the parser may still
//! be asked about, and counts line ends where that is dropped.

use std::io::{self, Read};

use memchr::{memchr, memchr_iter, memchr2, memchr2_iter, memrchr2};

/// How much is read at a time.
pub(crate) const CHUNK: usize = 32 << 10;

/// A record longer than this is not a row of a roster but a quote that nobody closed.
pub(crate) const LONGEST_RECORD: usize = 4 << 20;

/// Input on its way to the parser.
pub(crate) struct Tape<'a> {
    input: &'a mut dyn Read,
    /// The bytes at hand are the first `filled` of it.
    buffer: Vec<u8>,
    filled: usize,
    /// How much of the window the parser has.
    served: usize,
    /// The offset of the window's first byte.
    base: u64,
    /// A place whose line is known: lines are counted from there.
    counted: (usize, u64),
    /// Bytes from here on are kept.
    keep: u64,
    /// Whether the file ends its lines with lone carriage returns, which are passed on as line feeds.
    old_mac: bool,
    ended: bool,
    overlong: bool,
}

impl<'a> Tape<'a> {
    pub(crate) fn new(input: &'a mut dyn Read) -> Self {
        Self {
            input,
            buffer: vec![0; 2 * CHUNK],
            filled: 0,
            served: 0,
            base: 0,
            counted: (0, 1),
            keep: 0,
            old_mac: false,
            ended: false,
            overlong: false,
        }
    }

    /// The bytes at hand.
    pub(crate) fn window(&self) -> &[u8] {
        &self.buffer[..self.filled]
    }

    /// Reads on; `false` at the end of the input.
    pub(crate) fn fill(&mut self) -> io::Result<bool> {
        self.forget();
        if self.filled > LONGEST_RECORD {
            (self.overlong, self.ended) = (true, true);
            return Ok(false);
        }
        if self.buffer.len() < self.filled + CHUNK {
            self.buffer.resize(2 * (self.filled + CHUNK), 0);
        }
        let free = &mut self.buffer[self.filled..][..CHUNK];
        let read = loop {
            match self.input.read(free) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => break result?.min(CHUNK),
            }
        };
        if self.old_mac {
            line_feeds(&mut free[..read]);
        }
        self.filled += read;
        self.ended = read == 0;
        Ok(!self.ended)
    }

    /// Whether the input is known to end at an offset.
    pub(crate) fn ends_at(&self, offset: u64) -> bool {
        self.ended && offset == self.base + self.filled as u64
    }

    /// Whether reading ended because a record was longer than [`LONGEST_RECORD`].
    pub(crate) fn is_overlong(&self) -> bool {
        self.overlong
    }

    /// Reads lone carriage returns as line ends from here on.
    pub(crate) fn end_lines_with_carriage_returns(&mut self) {
        self.old_mac = true;
        line_feeds(&mut self.buffer[..self.filled]);
    }

    /// Drops what stands before a place in the window and numbers offsets from there, as the parser will.
    pub(crate) fn start_at(&mut self, place: usize) {
        let line = self.line_at(place);
        self.drop_before(place);
        (self.base, self.served, self.keep) = (0, 0, 0);
        self.counted = (0, line);
    }

    /// Lets go of everything before an offset, which stands in a line.
    pub(crate) fn keep_from(&mut self, offset: u64, line: u64) {
        self.keep = offset;
        self.counted = (self.place(offset), line);
    }

    /// The bytes between two offsets, which must be at hand.
    pub(crate) fn bytes(&self, from: u64, to: u64) -> &[u8] {
        &self.window()[self.place(from)..self.place(to)]
    }

    /// The byte at an offset, if it is at hand.
    pub(crate) fn byte(&self, offset: u64) -> Option<u8> {
        self.window().get(usize::try_from(offset.checked_sub(self.base)?).ok()?).copied()
    }

    /// The line, from 1, in which the byte at an offset stands; offsets behind those that are kept only.
    pub(crate) fn line_of(&self, offset: u64) -> u64 {
        let place = self.place(offset);
        self.line_at(place)
    }

    /// The whole line around an offset, as far as it is at hand, and the offset of its first byte.
    pub(crate) fn line_around(&self, offset: u64) -> (u64, &[u8]) {
        let window = self.window();
        let place = self.place(offset).min(window.len());
        let start = memrchr2(b'\n', b'\r', &window[..place]).map_or(0, |end| end + 1);
        let rest = &window[place..];
        let end = place + memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        (self.base + start as u64, &window[start..end])
    }

    fn place(&self, offset: u64) -> usize {
        usize::try_from(offset - self.base).expect("a window fits into memory")
    }

    fn line_at(&self, place: usize) -> u64 {
        let (from, line) = self.counted;
        let window = self.window();
        let passed = &window[from..place];
        let ends = if memchr(b'\r', passed).is_none() {
            memchr_iter(b'\n', passed).count()
        } else {
            // CRLF ends one line, a carriage return elsewhere does too.
            let is_end = |at: &usize| passed[*at] == b'\n' || window.get(from + at + 1) != Some(&b'\n');
            memchr2_iter(b'\n', b'\r', passed).filter(is_end).count()
        };
        line + ends as u64
    }

    /// Drops what nobody will ask for.
    fn forget(&mut self) {
        let place = self.place(self.keep.max(self.base)).min(self.served);
        if place > 0 {
            self.counted = (0, self.line_at(place));
            self.base += place as u64;
            self.served -= place;
            self.drop_before(place);
        }
    }

    fn drop_before(&mut self, place: usize) {
        self.buffer.copy_within(place..self.filled, 0);
        self.filled -= place;
    }
}

impl Read for Tape<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.served == self.filled && !self.fill()? {
            return Ok(0);
        }
        let waiting = &self.buffer[self.served..self.filled];
        let length = waiting.len().min(buffer.len());
        buffer[..length].copy_from_slice(&waiting[..length]);
        self.served += length;
        Ok(length)
    }
}

fn line_feeds(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A byte at a time: every boundary falls between two reads.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.0.len().min(1);
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }

    #[test]
    fn lines_are_counted_however_they_end_and_whatever_was_dropped() {
        let text = b"a\nb\r\nc\rd\n\ne\r\n\r\nf";
        //           1   2     3  4   5 6    7     8
        let lines = [1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 6, 6, 7, 7, 8];
        let mut input = Drip(text);
        let mut tape = Tape::new(&mut input);
        let mut buffer = [0; 1];
        for (offset, line) in lines.into_iter().enumerate() {
            assert_eq!(tape.read(&mut buffer).unwrap(), 1);
            assert_eq!(buffer[0], text[offset]);
            assert_eq!(tape.line_of(offset as u64), line, "byte {offset}");
            tape.keep_from(offset as u64, line);
        }
        assert_eq!(tape.read(&mut buffer).unwrap(), 0);
        assert!(tape.window().len() <= 2);
    }

    #[test]
    fn a_line_is_found_around_any_of_its_bytes() {
        let mut input: &[u8] = b"ab\r\ncd\nef";
        let mut tape = Tape::new(&mut input);
        while tape.fill().unwrap() {}
        assert_eq!(tape.line_around(1), (0, &b"ab"[..]));
        assert_eq!(tape.line_around(4), (4, &b"cd"[..]));
        assert_eq!(tape.line_around(9), (7, &b"ef"[..]));
    }
}
