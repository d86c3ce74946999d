//! ODS: all sheets in one part, cells and rows that repeat written once.

mod content;

use std::collections::HashSet;
use std::io::BufRead;
use std::ops::RangeInclusive;

use quick_xml::events::{BytesStart, Event};

use super::archive::Archive;
use super::fault::broken;
use super::row_cells::RowCells;
use super::sheet::Sheet;
use super::table::{MOST_COLUMNS, SheetTable};
use super::xml::{Xml, attribute};
use crate::faults::Fault;
use content::{OfficeValue, content};

const CONTENT: &str = "content.xml";

/// Rows that are copies of the one before, in a whole sheet. A few bytes make any number of them; beyond this
/// nobody wrote them.
const MOST_COPIES: u64 = 100_000;

/// Workbooks of people have some dozen.
const MOST_SHEETS: usize = 10_000;

/// Reads the sheet that is asked for into a table.
pub(super) fn read(archive: &mut Archive<'_>, table: &mut SheetTable<'_>) -> Result<(), Fault> {
    if is_encrypted(archive)? {
        return Err(broken("it is protected with a password"));
    }
    let chosen = table.choose(sheets(archive.needed(CONTENT)?)?)?;
    let mut xml = archive.needed(CONTENT)?;
    let (mut seen, mut depth) = (0, 0);
    while let Some(event) = xml.next()? {
        match &event {
            Event::Start(element) if element.name().as_ref() == "table:table" => {
                if depth == 0 && seen == chosen {
                    return rows(&mut xml, table);
                }
                seen += usize::from(depth == 0);
                depth += 1;
            }
            Event::End(element) if element.name().as_ref() == "table:table" => depth -= 1,
            _ => {}
        }
    }
    Err(broken("it is cut short"))
}

fn is_encrypted(archive: &mut Archive<'_>) -> Result<bool, Fault> {
    let Some(mut xml) = archive.part("META-INF/manifest.xml")? else { return Ok(false) };
    while let Some(event) = xml.next()? {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "encryption-data"
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The sheets, in the order of the file; tables within tables are none.
fn sheets(mut xml: Xml<impl BufRead>) -> Result<Vec<Sheet>, Fault> {
    let (mut sheets, mut hidden) = (Vec::new(), HashSet::new());
    let (mut style, mut depth) = (String::new(), 0_u32);
    while let Some(event) = xml.next()? {
        match &event {
            Event::Start(element) => match element.name().as_ref() {
                "style:style" => style = attribute(element, "name").unwrap_or_default(),
                "style:table-properties" if attribute(element, "display").is_some_and(|d| d == "false") => {
                    hidden.insert(style.clone());
                    if hidden.len() > MOST_SHEETS {
                        return Err(broken("it has too many styles of sheets"));
                    }
                }
                "table:table" => {
                    if depth == 0 {
                        if sheets.len() == MOST_SHEETS {
                            return Err(broken("it has too many sheets"));
                        }
                        let is_hidden = attribute(element, "style-name").is_some_and(|s| hidden.contains(&s));
                        sheets
                            .push(Sheet { name: attribute(element, "name").unwrap_or_default(), is_hidden });
                    }
                    depth += 1;
                }
                _ => {}
            },
            Event::End(element) if element.name().as_ref() == "table:table" => {
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
    }
    Ok(sheets)
}

/// Reads the rows of a sheet.
fn rows(xml: &mut Xml<impl BufRead>, table: &mut SheetTable<'_>) -> Result<(), Fault> {
    let (mut number, mut copies, mut times) = (1_u64, 0_u64, 1_u64);
    let (mut column, mut depth) = (0_u32, 0_u32);
    let mut cells = RowCells::<'static>::default();
    // Cells that are merged with those below them.
    let mut merged: Vec<(RangeInclusive<u32>, RangeInclusive<u64>)> = Vec::new();
    while let Some(event) = xml.next()? {
        match &event {
            Event::Start(element) => match element.name().as_ref() {
                "table:table" => depth += 1,
                "table:table-row" if depth == 0 => {
                    times = repeated(element, "number-rows-repeated");
                    column = 0;
                    cells.clear();
                }
                "table:table-cell" | "table:covered-table-cell" if depth == 0 => {
                    let wide =
                        repeated(element, "number-columns-repeated").min(u64::from(MOST_COLUMNS)) as u32;
                    let below = repeated(element, "number-rows-spanned");
                    if below > 1 && merged.len() < MOST_MERGED {
                        let right = column.saturating_add(
                            repeated(element, "number-columns-spanned").min(u64::from(MOST_COLUMNS)) as u32
                                - 1,
                        );
                        merged.push((column..=right, number..=number.saturating_add(below - 1)));
                    }
                    let kind = OfficeValue::of(element);
                    let value = kind.value(&content(xml)?);
                    cells.push(column, wide, value)?;
                    column = column.saturating_add(wide);
                }
                _ => {}
            },
            Event::End(element) => match element.name().as_ref() {
                "table:table" if depth == 0 => {
                    merged.into_iter().any(|(columns, below)| table.merged(columns, below));
                    return Ok(());
                }
                "table:table" => depth -= 1,
                "table:table-row" if depth == 0 => {
                    if !cells.runs().is_empty() {
                        copies = copies.saturating_add(times - 1);
                        if copies > MOST_COPIES {
                            return Err(too_many_copies());
                        }
                        for copy in 0..times {
                            if !table.row(number.saturating_add(copy), cells.runs())? {
                                return Ok(());
                            }
                        }
                    }
                    number = number.saturating_add(times);
                }
                _ => {}
            },
            _ => {}
        }
    }
    Err(broken("the sheet is cut short"))
}

/// So many merged cells are looked at.
const MOST_MERGED: usize = 10_000;

fn too_many_copies() -> Fault {
    Fault::error(
        "too-large",
        format!("the sheet repeats rows more than {MOST_COPIES} times"),
        "remove what is repeated, or save it as CSV, which has no limit",
    )
}

/// How often a row or a cell is there: once where no number is given.
fn repeated(element: &BytesStart<'_>, name: &str) -> u64 {
    attribute(element, name).and_then(|times| times.parse().ok()).unwrap_or(1).max(1)
}
