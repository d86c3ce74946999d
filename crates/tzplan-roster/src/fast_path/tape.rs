//! The input as it runs past: a window that holds the present record whole, and the line it starts on.

use std::io::{self, Read};

/// How much is read at a time.
pub(super) const CHUNK: usize = 64 << 10;

/// A record longer than this is not a row of a roster but a quote that nobody closed.
pub(crate) const LONGEST_RECORD: usize = 4 << 20;

/// Input on its way to the parser.
pub(crate) struct Tape<'a> {
    /// `None` once it was [given away](Self::give_away).
    input: Option<&'a mut dyn Read>,
    /// The bytes at hand are the first `filled` of it.
    buffer: Vec<u8>,
    filled: usize,
    /// Where the present record starts, its line, and how much stood before it.
    at: usize,
    line: u64,
    passed: usize,
    ended: bool,
    overlong: bool,
    #[cfg(feature = "threads")]
    kept: Kept,
}

/// What is passed and kept all the same.
#[cfg(feature = "threads")]
#[derive(Default)]
struct Kept {
    /// Whether what is at hand is to be kept.
    is_wanted: bool,
    /// What was kept of what is not at hand any more.
    aside: Option<Vec<u8>>,
    /// A buffer to be filled again.
    spare: Vec<u8>,
}

impl<'a> Tape<'a> {
    pub(crate) fn new(input: &'a mut dyn Read) -> Self {
        Self {
            input: Some(input),
            buffer: vec![0; 2 * CHUNK],
            filled: 0,
            at: 0,
            line: 1,
            passed: 0,
            ended: false,
            overlong: false,
            #[cfg(feature = "threads")]
            kept: Kept::default(),
        }
    }

    /// A tape whose first line is another one's.
    #[cfg(feature = "threads")]
    pub(crate) fn from_line(input: &'a mut dyn Read, line: u64) -> Self {
        Self { line, ..Self::new(input) }
    }

    /// Ends the tape here, and gives away the input and what is at hand of it; `None` where nothing follows.
    #[cfg(feature = "threads")]
    pub(crate) fn give_away(&mut self) -> Option<(&'a mut dyn Read, Vec<u8>)> {
        let input = self.input.take().filter(|_| !self.ended)?;
        let rest = self.rest().to_vec();
        (self.filled, self.ended) = (self.at, true);
        Some((input, rest))
    }

    /// Keeps what is at hand, the present record included, until it is [taken](Self::take_kept): the next
    /// reading sets it aside. Returns where the present record stands in it.
    #[cfg(feature = "threads")]
    pub(super) fn keep(&mut self) -> usize {
        self.kept.is_wanted = true;
        self.at
    }

    /// What was kept, once something was read behind it.
    #[cfg(feature = "threads")]
    pub(super) fn take_kept(&mut self) -> Option<Vec<u8>> {
        self.kept.aside.take()
    }

    /// What was kept, at the end of the input.
    #[cfg(feature = "threads")]
    pub(super) fn into_kept(self) -> Vec<u8> {
        self.kept.aside.unwrap_or(self.buffer)
    }

    /// Takes a buffer that is to be filled again.
    #[cfg(feature = "threads")]
    pub(super) fn reuse(&mut self, buffer: Vec<u8>) {
        self.kept.spare = buffer;
    }

    /// How many bytes stood before the present record.
    #[cfg(feature = "threads")]
    pub(crate) fn passed(&self) -> usize {
        self.passed
    }

    /// The bytes at hand, from the present record's first.
    pub(crate) fn rest(&self) -> &[u8] {
        &self.buffer[self.at..self.filled]
    }

    /// The line on which the present record starts, from 1.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// Reads on, at least as much again as is at hand, so that a record that is begun anew with every reading
    /// costs no more than its length; `false` at the end of the input.
    pub(crate) fn fill(&mut self) -> io::Result<bool> {
        if !self.set_aside() {
            self.buffer.copy_within(self.at..self.filled, 0);
        }
        self.filled -= self.at;
        self.at = 0;
        if self.filled > LONGEST_RECORD {
            (self.overlong, self.ended) = (true, true);
        }
        let wanted = 2 * self.filled.max(1);
        let mut more = false;
        while !self.ended && self.filled < wanted {
            more |= self.read_chunk()? > 0;
        }
        Ok(more)
    }

    /// Goes on in another buffer where what is at hand is to be kept.
    #[cfg(feature = "threads")]
    fn set_aside(&mut self) -> bool {
        let is_wanted = std::mem::take(&mut self.kept.is_wanted);
        if is_wanted {
            let mut next = std::mem::take(&mut self.kept.spare);
            next.clear();
            next.extend_from_slice(self.rest());
            self.kept.aside = Some(std::mem::replace(&mut self.buffer, next));
        }
        is_wanted
    }

    #[cfg(not(feature = "threads"))]
    fn set_aside(&mut self) -> bool {
        false
    }

    fn read_chunk(&mut self) -> io::Result<usize> {
        if self.buffer.len() < self.filled + CHUNK {
            self.buffer.resize(self.filled + CHUNK, 0);
        }
        let Some(input) = &mut self.input else { return Ok(0) };
        let read = read_once(input, &mut self.buffer[self.filled..][..CHUNK])?;
        self.filled += read;
        self.ended = read == 0;
        Ok(read)
    }

    /// All that is left, at hand or not; `None` when that is more than `most` bytes.
    pub(crate) fn drain(mut self, most: u64) -> io::Result<Option<Vec<u8>>> {
        self.buffer.truncate(self.filled);
        self.buffer.drain(..self.at);
        let left = most.saturating_sub(self.buffer.len() as u64);
        let read = match self.input {
            Some(input) => input.take(left.saturating_add(1)).read_to_end(&mut self.buffer)?,
            None => 0,
        };
        Ok((self.buffer.len() as u64 <= most && read as u64 <= left).then_some(self.buffer))
    }

    /// Whether nothing follows what is at hand.
    pub(crate) fn has_ended(&self) -> bool {
        self.ended
    }

    /// Whether reading ended because a record was longer than [`LONGEST_RECORD`].
    pub(crate) fn is_overlong(&self) -> bool {
        self.overlong
    }

    /// Ends the input within a record that is longer than [`LONGEST_RECORD`]; how much of it is left.
    pub(super) fn end_overlong(&mut self) -> usize {
        (self.overlong, self.ended) = (true, true);
        self.filled = self.filled.min(self.at + LONGEST_RECORD + 1);
        self.filled - self.at
    }

    /// Goes on behind that many bytes, which end that many lines.
    pub(crate) fn advance(&mut self, bytes: usize, lines: u64) {
        self.at += bytes;
        self.passed += bytes;
        self.line += lines;
    }
}

/// Reads what there is, once.
pub(super) fn read_once(input: &mut dyn Read, free: &mut [u8]) -> io::Result<usize> {
    loop {
        match input.read(free) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return Ok(result?.min(free.len())),
        }
    }
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
    fn what_lies_behind_is_dropped() {
        let mut input = Drip(b"abcdef");
        let mut tape = Tape::new(&mut input);
        assert!(tape.fill().unwrap() && tape.rest() == b"ab");
        tape.advance(1, 0);
        assert!(tape.fill().unwrap() && tape.rest() == b"bc");
        tape.advance(1, 0);
        while tape.fill().unwrap() {}
        assert_eq!((tape.rest(), tape.has_ended()), (&b"cdef"[..], true));
    }
}
