//! XLSX: the parts of a workbook, and the cells of a sheet.

mod cells;
mod format;
mod shared;
mod text;

use quick_xml::events::Event;
use rustc_hash::FxHashMap;

use super::archive::Archive;
use super::fault::broken;
use super::sheet::Sheet;
use super::table::SheetTable;
use super::xml::attribute;
use crate::faults::Fault;
use cells::Sheets;
use format::NumberFormats;
use shared::SharedStrings;

/// Reads the sheet that is asked for into a table.
pub(super) fn read(archive: &mut Archive<'_>, table: &mut SheetTable<'_>) -> Result<(), Fault> {
    let main = main_part(archive)?;
    let parts = related(archive, &main)?;
    let Contents { sheets, since_1904 } = contents(archive, &main, &parts)?;
    let names = sheets.iter().map(|(sheet, _)| sheet.clone()).collect();
    let (_, path) = &sheets[table.choose(names)?];
    let of_type = |kind: &str| parts.iter().find(|part| part.kind.ends_with(kind)).map(|part| &*part.target);
    let strings = match of_type("/sharedStrings") {
        Some(path) => SharedStrings::read(archive, path)?,
        None => SharedStrings::default(),
    };
    let formats = match of_type("/styles") {
        Some(path) => format::read(archive, path)?,
        None => NumberFormats::default(),
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

/// Workbooks of people have some dozen parts.
const MOST_PARTS: usize = 10_000;

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
        if parts.len() == MOST_PARTS {
            return Err(broken("it has too many parts"));
        }
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
    let worksheets = parts.iter().rev().filter(|part| part.kind.ends_with("/worksheet"));
    let worksheets: FxHashMap<&str, &Related> = worksheets.map(|part| (&*part.id, part)).collect();
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
                let Some(part) = worksheets.get(&*id) else { continue };
                if contents.sheets.len() == MOST_PARTS {
                    return Err(broken("it has too many sheets"));
                }
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
}
