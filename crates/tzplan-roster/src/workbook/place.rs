//! Where a row of a sheet stands, and how its cells are named.

use super::row_line::RowLine;
use crate::cells::Place;
use crate::diagnostic::SourceLine;
use crate::faults::Pointer;

/// A row of a sheet.
pub(super) struct SheetRow<'a> {
    pub(super) sheet: &'a str,
    pub(super) number: u64,
    pub(super) line: &'a dyn Fn() -> RowLine<'a>,
}

impl SheetRow<'_> {
    /// The row as a whole.
    pub(super) fn whole(&self) -> Pointer {
        let place = format!("{}!{}:{}", quoted(self.sheet), self.number, self.number);
        Pointer { place: Some(place), ..Pointer::default() }
    }
}

impl Place for SheetRow<'_> {
    fn line(&self) -> u64 {
        self.number
    }

    fn pointer(&self, cell: usize) -> Pointer {
        let place = format!("{}!{}{}", quoted(self.sheet), letters(cell), self.number);
        let (line, span) = (self.line)().around(cell);
        let source = SourceLine::of_cells(self.number, &line, span);
        Pointer { place: Some(place), source: Some(source), record: 0 }
    }
}

/// The name of a sheet as formulas write it.
fn quoted(sheet: &str) -> String {
    let is_plain = sheet.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.');
    let is_name = is_plain && !sheet.starts_with(|c: char| c.is_ascii_digit());
    if is_name { sheet.to_owned() } else { format!("'{}'", sheet.replace('\'', "''")) }
}

/// The letters of a column, from 0: A to Z, AA, AB and so on.
pub(super) fn letters(column: usize) -> String {
    let (more, last) = (column / 26, (b'A' + (column % 26) as u8) as char);
    match more {
        0 => last.to_string(),
        more => letters(more - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_in_formulas() {
        let named = [0, 25, 26, 701, 702, 16_383].map(letters);
        assert_eq!(named, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
        assert_eq!(quoted("Sheet1"), "Sheet1");
        assert_eq!(quoted("My team's"), "'My team''s'");
        assert_eq!(quoted("2026"), "'2026'");
    }
}
