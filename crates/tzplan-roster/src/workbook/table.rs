//! The rows of a sheet on their way to members.

use std::sync::Arc;

use super::cell::Run;
use super::line::Line;
use super::sheet::{Sheet, choose, listed};
use crate::cells::Cells;
use crate::columns::{Columns, Field, meaning};
use crate::diagnostic::{Fault, Faults, Pointer, SourceLine, Spot};
use crate::fast_path::Bounds;
use crate::read::Reading;
use crate::roster::Roster;
use crate::rows::{Place, Rows};
use crate::text::{clean, shorten};

/// The most columns that programs write.
pub(super) const MOST_COLUMNS: u32 = 16_384;

/// Headers are looked at only so far.
const LONGEST_HEADER: usize = 200;

/// The table of a sheet, as far as it is read.
pub(super) struct Table<'a> {
    reading: Option<Reading<'a>>,
    sheet: Arc<str>,
    others: Vec<Sheet>,
    /// A row above the header that may be the title of the sheet, or a header that says nothing.
    title: Option<(u64, Vec<String>)>,
    body: Option<Body<'a>>,
    roster: Option<Roster>,
    cells_left: u64,
    text_left: u64,
    text: Vec<u8>,
    bounds: Vec<Bounds>,
}

/// What stands below the header.
struct Body<'a> {
    rows: Rows<'a>,
    header: u64,
    /// The columns that are read, in the order of the sheet.
    read: Vec<(usize, Field)>,
}

impl<'a> Table<'a> {
    pub(super) fn new(reading: Reading<'a>) -> Self {
        Self {
            cells_left: reading.options.most_cells,
            // Places in the text of a row are counted with 32 bits.
            text_left: reading.options.most_unpacked.min(u64::from(u32::MAX)),
            reading: Some(reading),
            sheet: "".into(),
            others: Vec::new(),
            title: None,
            body: None,
            roster: None,
            text: Vec::new(),
            bounds: Vec::new(),
        }
    }

    /// The place of the sheet to read, of all sheets.
    pub(super) fn choose(&mut self, mut sheets: Vec<Sheet>) -> Result<usize, Fault> {
        let wanted = self.reading.as_ref().and_then(|reading| reading.options.sheet.as_deref());
        let chosen = choose(&sheets, wanted)?;
        self.sheet = clean(&sheets.remove(chosen).name).into();
        self.others = sheets;
        Ok(chosen)
    }

    /// Takes a row in, by its number from 1; `false` when no more is wanted.
    pub(super) fn row(&mut self, number: u64, runs: &[Run<'_>]) -> Result<bool, Fault> {
        if runs.iter().all(|run| run.value.is_blank()) {
            return Ok(true);
        }
        if self.body.is_some() { self.member(number, runs) } else { self.header(number, runs) }
    }

    fn header(&mut self, number: u64, runs: &[Run<'_>]) -> Result<bool, Fault> {
        let mut headers = Vec::new();
        for run in runs {
            let label = run.value.text(None).map(|text| shorten(&clean(&text), LONGEST_HEADER).into_owned());
            let label = label.unwrap_or_else(|fault| fault.message.to_string());
            let end = run.column.saturating_add(run.times).min(MOST_COLUMNS) as usize;
            // A row may name its cells in any order.
            headers.resize(headers.len().max(end), String::new());
            headers[(run.column as usize).min(end)..end].fill(label);
        }
        while headers.last().is_some_and(String::is_empty) {
            headers.pop();
        }
        let mut filled = headers.iter().filter(|header| !header.is_empty());
        match (filled.next(), filled.next()) {
            (None, _) => Ok(true),
            (Some(only), None) if only.starts_with('#') => Ok(true),
            // A title stands alone in its row; so does the header of a list of zones.
            (Some(only), None) if meaning(only).is_none() => {
                self.title.get_or_insert((number, headers));
                Ok(true)
            }
            _ => self.begin(number, &headers),
        }
    }

    fn begin(&mut self, number: u64, headers: &[String]) -> Result<bool, Fault> {
        let Some(Reading { mut faults, tzdb, options, choose }) = self.reading.take() else {
            return Ok(false);
        };
        self.text.clear();
        self.bounds.clear();
        for header in headers {
            let start = self.text.len() as u32;
            self.text.extend_from_slice(header.as_bytes());
            self.bounds.push((start, self.text.len() as u32));
        }
        let (columns, wrong) = Columns::of(Cells::new(&self.text, &self.bounds, false));
        let lost = wrong.iter().any(|(column, _)| column.is_none());
        let line = Line { cells: headers.iter().map(|header| (header.as_str().into(), 1)).collect() };
        let at = At { sheet: &self.sheet, number, line: &|| line.clone() };
        for (place, fault) in wrong {
            let column = place.and_then(|index| columns.header(index));
            let value = column.clone();
            let spot = Spot {
                row: number,
                column,
                position: place.unwrap_or(0),
                value: value.as_deref().unwrap_or(""),
            };
            faults.add(&fault, spot, || place.map_or_else(|| at.whole(), |place| at.pointer(place)));
        }
        if lost {
            self.other_sheets(&mut faults);
            self.roster = Some(Roster { columns: columns.list, ..Roster::unreadable(faults) });
            return Ok(false);
        }
        let places = Field::ALL.into_iter().filter_map(|field| Some((columns.place(field)?, field)));
        let mut read: Vec<(usize, Field)> = places.collect();
        read.sort_unstable_by_key(|(column, _)| *column);
        self.body =
            Some(Body { rows: Rows::new(tzdb, columns, faults, options, choose), header: number, read });
        Ok(true)
    }

    fn member(&mut self, number: u64, runs: &[Run<'_>]) -> Result<bool, Fault> {
        let Some(Body { rows, read, .. }) = &mut self.body else { return Ok(false) };
        let width = read.last().map_or(0, |(column, _)| column + 1);
        let cells = (width + runs.len()) as u64;
        self.cells_left = self.cells_left.checked_sub(cells).ok_or_else(too_many_cells)?;
        self.text.clear();
        self.bounds.clear();
        let mut wrong = Vec::new();
        for (column, field) in read.iter() {
            let covers = |run: &&Run<'_>| {
                (*column as u64)
                    .checked_sub(u64::from(run.column))
                    .is_some_and(|at| at < u64::from(run.times))
            };
            let start = self.text.len() as u32;
            // Cells stand one behind the other, those that are not read or not there empty.
            self.bounds.resize(*column, (start, start));
            let Some(run) = runs.iter().find(covers) else { continue };
            match run.value.text(Some(*field)) {
                Ok(text) => {
                    let length = text.len() as u64;
                    self.text_left = self.text_left.checked_sub(length).ok_or_else(too_many_cells)?;
                    self.text.extend_from_slice(text.as_bytes());
                }
                Err(fault) => wrong.push((Some(*column), fault)),
            }
            self.bounds.push((start, self.text.len() as u32));
        }
        let at = At { sheet: &self.sheet, number, line: &|| Line::of(runs) };
        if wrong.is_empty() {
            return Ok(rows.add(Cells::new(&self.text, &self.bounds, false), &at));
        }
        rows.reject(&wrong, &at);
        Ok(true)
    }

    /// The roster, and what is wrong with the file where it could not be read to its end.
    pub(super) fn finish(mut self, wrong: Option<Fault>) -> Roster {
        if let Some((number, headers)) = self.title.take()
            && self.body.is_none()
            && wrong.is_none()
        {
            // Nothing below it: it is the header after all.
            let _ = self.begin(number, &headers);
        }
        let sheet = (!self.sheet.is_empty()).then(|| self.sheet.clone());
        if let Some(Body { mut rows, header, .. }) = self.body.take() {
            if let Some(fault) = wrong {
                rows.of_file(&fault);
            }
            return Roster { sheet, ..rows.finish(header) };
        }
        if let Some(roster) = self.roster {
            return Roster { sheet, ..roster };
        }
        let Some(Reading { mut faults, .. }) = self.reading.take() else { return Roster::default() };
        match wrong {
            Some(fault) => faults.of_file(&fault),
            None => {
                let message = format!("the sheet `{}` holds no table", self.sheet);
                let help = "start it with a header such as name, zone, hours and a row for every person";
                let spot = Spot { row: 1, column: None, position: 0, value: "" };
                let at = At { sheet: &self.sheet, number: 1, line: &Line::default };
                faults.add(&Fault::error("empty-file", message, help), spot, || at.whole());
                self.other_sheets(&mut faults);
            }
        }
        Roster { sheet, ..Roster::unreadable(faults) }
    }

    /// Where a sheet holds no roster, another one may.
    fn other_sheets(&self, faults: &mut Faults) {
        if self.others.is_empty() {
            return;
        }
        faults.of_file(&Fault::note(
            "other-sheets",
            format!("the workbook has other sheets: {}", listed(&self.others)),
            "name the one that holds the roster (--sheet NAME)",
        ));
    }
}

fn too_many_cells() -> Fault {
    Fault::error(
        "too-large",
        "the sheet has more cells or more text than are looked at",
        "save it as CSV, which has no limit",
    )
}

/// A row of a sheet.
struct At<'a> {
    sheet: &'a str,
    number: u64,
    line: &'a dyn Fn() -> Line<'a>,
}

impl At<'_> {
    fn whole(&self) -> Pointer {
        let place = format!("{}!{}:{}", quoted(self.sheet), self.number, self.number);
        Pointer { place: Some(place), ..Pointer::default() }
    }
}

impl Place for At<'_> {
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
fn letters(column: usize) -> String {
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
