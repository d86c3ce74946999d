//! XML as a stream of events.

use std::io::{self, BufRead, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;

use super::fault::broken;
use crate::faults::Fault;

/// The events of a part. Empty elements start and end like others.
pub(super) struct Xml<R> {
    reader: Reader<Bounded<R>>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(input: R) -> Self {
        let mut reader = Reader::from_reader(Bounded { input, left: LONGEST });
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new() }
    }

    /// The next event; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Event<'_>>, Fault> {
        self.buffer.clear();
        self.reader.get_mut().left = LONGEST;
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Eof) => Ok(None),
            Ok(event) => Ok(Some(event)),
            Err(error) => Err(match error.to_string() {
                why if why.contains("UTF-8") => broken(NOT_UTF_8),
                why => broken(&why),
            }),
        }
    }
}

/// The most bytes of a text or a tag. Spreadsheet programs hold 32,767 characters in a cell.
const LONGEST: usize = 1 << 20;

/// An input of which one event takes no more than this many bytes.
struct Bounded<R> {
    input: R,
    left: usize,
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let most = into.len().min(self.left);
        let read = self.input.read(&mut into[..most])?;
        self.left -= read;
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other(TOO_LONG));
        }
        let all = self.input.fill_buf()?;
        Ok(&all[..all.len().min(self.left)])
    }

    fn consume(&mut self, count: usize) {
        self.left -= count.min(self.left);
        self.input.consume(count);
    }
}

/// Allowed, but no spreadsheet program writes it.
const NOT_UTF_8: &str = "the text in it is not UTF-8; UTF-16, ISO-8859-1 and others are not read";

const TOO_LONG: &str = "a cell or a tag is longer than 1 MiB";

/// The value of an attribute, by its name with the prefix or without.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let is_named = |key: QName<'_>| key.as_ref() == name || key.local_name().as_ref() == name;
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| is_named(attribute.key))?;
    Some(match quick_xml::escape::unescape(&found.value) {
        Ok(value) => value.into_owned(),
        Err(_) => found.value.into_owned(),
    })
}

/// Adds this many spaces to the text of a cell.
pub(super) fn add_spaces(count: usize, text: &mut String) -> Result<(), Fault> {
    has_room(text)?;
    text.extend(std::iter::repeat_n(' ', count));
    Ok(())
}

/// Adds the text of an event to a text; a cell may be made of many.
pub(super) fn add_text(event: &Event<'_>, text: &mut String) -> Result<(), Fault> {
    has_room(text)?;
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(entity) => text.extend(character(entity)),
        _ => {}
    }
    Ok(())
}

fn has_room(text: &str) -> Result<(), Fault> {
    if text.len() > LONGEST { Err(broken(TOO_LONG)) } else { Ok(()) }
}

/// The character that an entity stands for. Entities that a file defines for itself are none.
fn character(entity: &BytesRef<'_>) -> Option<char> {
    match entity.as_ref() {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => entity.resolve_char_ref().ok().flatten(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_encodings_are_said() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet/>";
        let wide: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let latin = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><t>Jos\xe9</t>".to_vec();
        for bytes in [wide, latin] {
            let mut xml = Xml::new(bytes.as_slice());
            let said = loop {
                match xml.next() {
                    Ok(Some(_)) => {}
                    Ok(None) => panic!("it was read"),
                    Err(fault) => break format!("{fault:?}"),
                }
            };
            assert!(said.contains("is not UTF-8; UTF-16, ISO-8859-1"), "{said}");
        }
    }
}
