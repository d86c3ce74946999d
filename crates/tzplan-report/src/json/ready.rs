//! Long lists whose entries are text already: what is long and plain is set without a serializer for each
//! value.

use std::io;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

/// Text that is collected before it is handed on: no less than a writer takes as it is.
const COLLECTED: usize = 1 << 16;

/// Text of JSON that stands as it is. Nothing else in a document is bytes.
struct Ready<'t>(&'t [u8]);

impl Serialize for Ready<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

/// JSON on one line, in which bytes are text that is ready.
pub(super) struct OneLine;

impl serde_json::ser::Formatter for OneLine {
    fn write_byte_array<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: &[u8]) -> io::Result<()> {
        writer.write_all(value)
    }
}

/// A list that is written entry by entry.
pub(crate) struct ReadyList<S> {
    entries: S,
    /// Entries that wait, with the commas between them.
    text: Vec<u8>,
}

impl<S: SerializeSeq> ReadyList<S> {
    /// Of what a serializer begins a list with.
    pub(crate) fn of(entries: S) -> Self {
        Self { entries, text: Vec::with_capacity(COLLECTED + 256) }
    }

    /// An entry as the text that it has, appended to that of others.
    pub(crate) fn entry(&mut self, append: impl FnOnce(&mut Vec<u8>)) -> Result<(), S::Error> {
        if !self.text.is_empty() {
            self.text.push(b',');
        }
        append(&mut self.text);
        if self.text.len() < COLLECTED { Ok(()) } else { self.hand_on() }
    }

    /// An entry as it is written elsewhere.
    pub(crate) fn element(&mut self, element: &impl Serialize) -> Result<(), S::Error> {
        self.hand_on()?;
        self.entries.serialize_element(element)
    }

    fn hand_on(&mut self) -> Result<(), S::Error> {
        if !self.text.is_empty() {
            self.entries.serialize_element(&Ready(&self.text))?;
            self.text.clear();
        }
        Ok(())
    }

    pub(crate) fn end(mut self) -> Result<S::Ok, S::Error> {
        self.hand_on()?;
        self.entries.end()
    }
}

/// A number's digits.
pub(crate) fn push_number(number: u32, text: &mut Vec<u8>) {
    let mut digits = [0; 10];
    let (mut place, mut left) = (digits.len(), number);
    loop {
        place -= 1;
        digits[place] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    text.extend_from_slice(&digits[place..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    struct List(Vec<u32>);

    impl Serialize for List {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut list = ReadyList::of(serializer.serialize_seq(None)?);
            for number in &self.0 {
                match number % 5 {
                    0 => list.element(number)?,
                    _ => list.entry(|text| push_number(*number, text))?,
                }
            }
            list.end()
        }
    }

    #[test]
    fn what_is_ready_stands_among_other_entries() {
        let numbers = [0, 1, 2, 5, 10, 7, 99, 100, u32::MAX, 4_294_967_290];
        let many: Vec<u32> = (0..20_000).collect();
        for list in [&[], &numbers[..1], &numbers[1..2], &numbers, &many] {
            let mut written = Vec::new();
            let mut serializer = serde_json::Serializer::with_formatter(&mut written, OneLine);
            List(list.to_vec()).serialize(&mut serializer).expect("written to memory");
            assert_eq!(String::from_utf8(written).expect("text"), format!("{list:?}").replace(", ", ","));
        }
    }
}
