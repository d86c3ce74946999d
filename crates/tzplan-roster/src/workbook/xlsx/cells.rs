//! The cells of a sheet, row by row.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::super::cell::{SheetValue, days_of};
use super::super::fault::broken;
use super::super::row_cells::RowCells;
use super::super::table::SheetTable;
use super::super::xml::{Xml, add_text, attribute};
use super::format::{NumberFormat, NumberFormats};
use super::shared::SharedStrings;
use super::text::{TextDepth, unescaped};
use crate::faults::Fault;

/// What the cells of all sheets refer to.
pub(super) struct Sheets<'s> {
    pub(super) strings: &'s SharedStrings,
    pub(super) formats: &'s NumberFormats,
    pub(super) since_1904: bool,
}

/// Days from 1899-12-30 to 1904-01-01.
const DAYS_TO_1904: f64 = 1462.0;

/// A cell that is being read.
#[derive(Default)]
struct OpenCell {
    column: u32,
    kind: CellType,
    format: NumberFormat,
    text: String,
    depth: TextDepth,
    in_value: bool,
    has_formula: bool,
}

/// What the text of a cell is.
#[derive(Clone, Copy, Default)]
enum CellType {
    #[default]
    Number,
    Shared,
    Bool,
    Date,
    Text,
}

impl CellType {
    fn of(said: &str) -> Self {
        match said {
            "" | "n" => Self::Number,
            "s" => Self::Shared,
            "b" => Self::Bool,
            "d" => Self::Date,
            _ => Self::Text,
        }
    }
}

impl<'s> Sheets<'s> {
    /// Reads a sheet into a table.
    pub(super) fn read(&self, mut xml: Xml<impl BufRead>, table: &mut SheetTable<'_>) -> Result<(), Fault> {
        let (mut number, mut next_column) = (0_u64, 0_u32);
        let mut cells = RowCells::<'s>::default();
        let mut cell: Option<OpenCell> = None;
        while let Some(event) = xml.next()? {
            match (&event, &mut cell) {
                (Event::Start(element), None) => match element.local_name().as_ref() {
                    "row" => {
                        let said = attribute(element, "r").and_then(|row| row.parse().ok());
                        number = said.unwrap_or(number.saturating_add(1));
                        next_column = 0;
                        cells.clear();
                    }
                    "c" => {
                        let open = self.open(element, next_column);
                        next_column = open.column.saturating_add(1);
                        cell = Some(open);
                    }
                    _ => {}
                },
                (Event::Start(element), Some(open)) => {
                    let name = element.local_name();
                    open.depth.enter(name.as_ref());
                    open.in_value |= name.as_ref() == "v";
                    open.has_formula |= name.as_ref() == "f";
                }
                (Event::End(element), Some(open)) => match element.local_name().as_ref() {
                    "c" => {
                        let value = self.value(open);
                        cells.push(open.column, 1, value)?;
                        cell = None;
                    }
                    name => {
                        open.depth.leave(name);
                        open.in_value &= name != "v";
                    }
                },
                (Event::End(element), None) => match element.local_name().as_ref() {
                    "row" if !table.row(number, cells.runs())? => return Ok(()),
                    "row" => cells.clear(),
                    "sheetData" => {
                        merged(xml, table);
                        return Ok(());
                    }
                    _ => {}
                },
                (event, Some(open)) if open.in_value || open.depth.is_text() => {
                    add_text(event, &mut open.text)?;
                }
                _ => {}
            }
        }
        Err(broken("the sheet is cut short"))
    }

    /// Begins a cell, in the column it names or else the next one.
    fn open(&self, element: &BytesStart<'_>, next: u32) -> OpenCell {
        let mut open = OpenCell { column: next, format: self.formats.of(0), ..OpenCell::default() };
        for attribute in element.attributes().with_checks(false).flatten() {
            let value = &*attribute.value;
            match attribute.key.as_ref() {
                "r" => open.column = column(value).unwrap_or(next),
                "s" => open.format = self.formats.of(value.parse().unwrap_or(0)),
                "t" => open.kind = CellType::of(value),
                _ => {}
            }
        }
        open
    }

    fn value(&self, cell: &mut OpenCell) -> SheetValue<'s> {
        let text = std::mem::take(&mut cell.text);
        match cell.kind {
            CellType::Shared => {
                let shared = text.trim().parse().ok().and_then(|index: usize| self.strings.get(index));
                shared.map_or(SheetValue::Blank, |text| SheetValue::Text(Cow::Borrowed(text)))
            }
            CellType::Bool => SheetValue::Bool(text.trim() == "1" || text.trim() == "true"),
            CellType::Date => days_of(text.trim()).map_or(SheetValue::Text(text.into()), SheetValue::Moment),
            CellType::Number => match text.trim() {
                // Programs that compute store a number here; an empty text says that it is a text.
                "" if cell.has_formula => SheetValue::NoResult,
                "" => SheetValue::Blank,
                number => match (number.parse::<f64>(), cell.format) {
                    (Err(_), _) => SheetValue::Text(text.into()),
                    (Ok(number), NumberFormat::Number) => SheetValue::Number(number),
                    (Ok(days), NumberFormat::Duration) => SheetValue::Duration(days),
                    (Ok(days), NumberFormat::Moment) if self.since_1904 && days >= 1.0 => {
                        SheetValue::Moment(days + DAYS_TO_1904)
                    }
                    (Ok(days), NumberFormat::Moment) => SheetValue::Moment(days),
                },
            },
            CellType::Text => SheetValue::Text(unescaped(&text).into()),
        }
    }
}

/// What may follow the list of merged cells.
const BEHIND_MERGED: [&str; 6] =
    ["phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "pageMargins", "drawing"];

/// Reads which cells are merged; what is wrong behind the cells of a sheet is nobody's matter.
fn merged(mut xml: Xml<impl BufRead>, table: &mut SheetTable<'_>) {
    while let Ok(Some(event)) = xml.next() {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "mergeCell" => {
                    let area = attribute(&element, "ref").unwrap_or_default();
                    if let Some((first, last)) = area.split_once(':')
                        && let (Some(left), Some(right)) = (column(first), column(last))
                        && let (Some(top), Some(bottom)) = (row(first), row(last))
                        && table.merged(left..=right, top..=bottom)
                    {
                        return;
                    }
                }
                name if BEHIND_MERGED.contains(&name) => return,
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "mergeCells" => return,
            _ => {}
        }
    }
}

/// The row of a place such as `C4`.
fn row(place: &str) -> Option<u64> {
    place.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()
}

/// The column, from 0, of a place such as `C4`.
fn column(place: &str) -> Option<u32> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0_u32, |number, letter| {
        number.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_from_their_letters() {
        assert_eq!(["A1", "Z9", "AA10", "xfd1"].map(column), [Some(0), Some(25), Some(26), Some(16_383)]);
        assert_eq!([column("12"), column("")], [None, None]);
        assert!(column(&"Z".repeat(50)).is_some_and(|column| column > 16_384));
    }
}
