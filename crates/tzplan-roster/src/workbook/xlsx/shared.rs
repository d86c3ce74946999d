//! The texts that cells refer to.

use quick_xml::events::Event;

use super::super::archive::Archive;
use super::super::fault::too_much_text;
use super::super::xml::add_text;
use super::text::{TextDepth, unescaped};
use crate::faults::Fault;

/// Texts one behind the other.
#[derive(Default)]
pub(super) struct SharedStrings {
    text: String,
    ends: Vec<u32>,
}

impl SharedStrings {
    /// Reads them from a part. They are held while the sheet is read, and so have a limit: see
    /// [`Archive::most_held`].
    pub(super) fn read(archive: &mut Archive<'_>, path: &str) -> Result<Self, Fault> {
        let most = archive.most_held();
        let mut strings = Self::default();
        let Some(mut xml) = archive.part(path)? else { return Ok(strings) };
        let (mut text, mut depth) = (String::new(), TextDepth::default());
        while let Some(event) = xml.next()? {
            match &event {
                Event::Start(element) => depth.enter(element.local_name().as_ref()),
                Event::End(element) => {
                    let name = element.local_name();
                    depth.leave(name.as_ref());
                    if name.as_ref() == "si" {
                        strings.push(&unescaped(&text), most)?;
                        text.clear();
                    }
                }
                event if depth.is_text() => add_text(event, &mut text)?,
                _ => {}
            }
        }
        Ok(strings)
    }

    fn push(&mut self, text: &str, most: usize) -> Result<(), Fault> {
        let held = self.text.len() + text.len() + size_of::<u32>() * (self.ends.len() + 1);
        if held > most {
            return Err(too_much_text());
        }
        self.text.push_str(text);
        // The limit is below 4 GiB.
        self.ends.push(self.text.len() as u32);
        Ok(())
    }

    /// The text at a place.
    pub(super) fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)? as usize;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..end)
    }
}
