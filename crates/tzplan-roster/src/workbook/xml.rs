//! XML as a stream of events.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;

use super::fault::broken;
use crate::faults::Fault;

/// The events of a part. Empty elements start and end like others.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(input: R) -> Self {
        let mut reader = Reader::from_reader(input);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new() }
    }

    /// The next event; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Event<'_>>, Fault> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Eof) => Ok(None),
            Ok(event) => Ok(Some(event)),
            Err(error) => Err(broken(&error.to_string())),
        }
    }
}

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

/// Adds the text of an event to a text.
pub(super) fn add_text(event: &Event<'_>, text: &mut String) {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(entity) => text.extend(character(entity)),
        _ => {}
    }
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
