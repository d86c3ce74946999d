//! XLSX: the parts of a workbook, and the cells of a sheet.

mod cells;
mod format;

use quick_xml::events::Event;

use super::archive::Archive;
use super::broken;
use super::sheet::Sheet;
use super::table::Table;
use super::xml::{add_text, attribute};
use crate::diagnostic::Fault;
use cells::Sheets;
use format::{Format, Formats};

/// Reads the sheet that is asked for into a table.
pub(super) fn read(archive: &mut Archive<'_>, table: &mut Table<'_>) -> Result<(), Fault> {
    let main = main_part(archive)?;
    let parts = related(archive, &main)?;
    let Contents { sheets, since_1904 } = contents(archive, &main, &parts)?;
    let names = sheets.iter().map(|(sheet, _)| sheet.clone()).collect();
    let (_, path) = &sheets[table.choose(names)?];
    let of_type = |kind: &str| parts.iter().find(|part| part.kind.ends_with(kind)).map(|part| &*part.target);
    let strings = match of_type("/sharedStrings") {
        Some(path) => shared_strings(archive, path)?,
        None => Vec::new(),
    };
    let formats = match of_type("/styles") {
        Some(path) => format::read(archive, path)?,
        None => Formats::default(),
    };
    Sheets { strings: &strings, formats: &formats, since_1904 }.read(archive.needed(path)?, table)
}

/// The part that names the sheets.
fn main_part(archive: &mut Archive<'_>) -> Result<String, Fault> {
    let mut xml = archive.needed("[Content_Types].xml")?;
    while let Some(event) = xml.next()? {
        if let Event::Start(element) = event
            && attribute(&element, "ContentType").is_some_and(|kind| kind.ends_with(".main+xml"))
            && let Some(name) = attribute(&element, "PartName")
        {
            return Ok(name.trim_start_matches('/').to_owned());
        }
    }
    Ok("xl/workbook.xml".to_owned())
}

/// A part that another one names.
struct Related {
    id: String,
    kind: String,
    target: String,
}

/// The parts that a part names.
fn related(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Related>, Fault> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let separator = if folder.is_empty() { "" } else { "/" };
    let mut xml = archive.needed(&format!("{folder}{separator}_rels/{name}.rels"))?;
    let mut parts = Vec::new();
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        if element.local_name().as_ref() != "Relationship" {
            continue;
        }
        let of = |name| attribute(&element, name).unwrap_or_default();
        parts.push(Related { id: of("Id"), kind: of("Type"), target: resolve(folder, &of("Target")) });
    }
    Ok(parts)
}

/// A target as seen from a folder: `../a`, `a` or `/xl/a`.
fn resolve(folder: &str, target: &str) -> String {
    let base = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

struct Contents {
    /// The sheets with their parts; charts and macros are none.
    sheets: Vec<(Sheet, String)>,
    since_1904: bool,
}

fn contents(archive: &mut Archive<'_>, main: &str, parts: &[Related]) -> Result<Contents, Fault> {
    let mut contents = Contents { sheets: Vec::new(), since_1904: false };
    let mut xml = archive.needed(main)?;
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        match element.local_name().as_ref() {
            "workbookPr" => {
                let said = attribute(&element, "date1904");
                contents.since_1904 = said.is_some_and(|said| said == "1" || said == "true");
            }
            "sheet" => {
                let id = attribute(&element, "id").unwrap_or_default();
                let part = parts.iter().find(|part| part.id == id && part.kind.ends_with("/worksheet"));
                let Some(part) = part else { continue };
                let is_hidden = attribute(&element, "state").is_some_and(|state| state != "visible");
                let name = attribute(&element, "name").unwrap_or_default();
                contents.sheets.push((Sheet { name, is_hidden }, part.target.clone()));
            }
            _ => {}
        }
    }
    if contents.sheets.is_empty() {
        return Err(broken("it has no sheet"));
    }
    Ok(contents)
}

/// The texts that cells refer to.
fn shared_strings(archive: &mut Archive<'_>, path: &str) -> Result<Vec<Box<str>>, Fault> {
    let mut strings = Vec::new();
    let Some(mut xml) = archive.part(path)? else { return Ok(strings) };
    let (mut text, mut depth) = (String::new(), Depth::default());
    while let Some(event) = xml.next()? {
        match &event {
            Event::Start(element) => depth.enter(element.local_name().as_ref()),
            Event::End(element) => {
                let name = element.local_name();
                depth.leave(name.as_ref());
                if name.as_ref() == "si" {
                    strings.push(unescaped(&text).into());
                    text.clear();
                }
            }
            event if depth.is_text() => add_text(event, &mut text),
            _ => {}
        }
    }
    Ok(strings)
}

/// Whether what is read is the text of a cell, and not how it is pronounced.
#[derive(Default)]
struct Depth {
    in_text: bool,
    in_reading: bool,
}

impl Depth {
    fn enter(&mut self, name: &str) {
        match name {
            "t" => self.in_text = true,
            "rPh" => self.in_reading = true,
            _ => {}
        }
    }

    fn leave(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "rPh" => self.in_reading = false,
            _ => {}
        }
    }

    fn is_text(&self) -> bool {
        self.in_text && !self.in_reading
    }
}

/// A text in which `_x000D_` stands for a character that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        plain.push_str(&rest[..at]);
        match code {
            Some(character) => plain.push(character),
            None => plain.push_str("_x"),
        }
        rest = &rest[at + if code.is_some() { 7 } else { 2 }..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_their_folder() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("xl/a", "../b.xml"), "xl/b.xml");
        assert_eq!(resolve("", "../../b.xml"), "b.xml");
    }

    #[test]
    fn escaped_characters_are_unescaped() {
        assert_eq!(unescaped("a_x000D_b"), "a\rb");
        assert_eq!(unescaped("_x005F_x000D_"), "_x000D_");
        for text in ["_x", "_x00", "_xZZZZ_", "_xD800_", "a_x000Db", "_xé000_", "café_x"] {
            assert_eq!(unescaped(text), text);
        }
    }
}
