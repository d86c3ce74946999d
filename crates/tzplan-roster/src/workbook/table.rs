//! The rows of a sheet on their way to members.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::cell::CellRun;
use super::fault::too_many_cells;
use super::place::{SheetRow, letters};
use super::row_line::RowLine;
use super::sheet::{Sheet, choose, listed, unread};
use super::wanted::{Wanted, wanted};
use crate::cells::{CellBuffer, Place};
use crate::columns::{Header, meaning};
use crate::faults::{Fault, Faults, Spot};
use crate::options::ReadContext;
use crate::roster::Roster;
use crate::rows::Rows;
use crate::text::{clean, shorten};

/// The most columns that programs write.
pub(super) const MOST_COLUMNS: u32 = 16_384;

/// The text of all rows may come to this many times the length of the workbook, and this much besides: a long
/// text may stand in many cells. A row counts for some bytes whatever it holds.
const MOST_TEXT_TIMES: u64 = 4;
const TEXT_SLACK: u64 = 32 << 20;
const ROW_BYTES: u64 = 8;

/// Headers are looked at only so far.
const LONGEST_HEADER: usize = 200;

/// The table of a sheet, as far as it is read.
pub(super) struct SheetTable<'a> {
    /// Until the header is read.
    context: Option<ReadContext<'a>>,
    sheet: Arc<str>,
    others: Vec<Sheet>,
    /// That others are not read, where none was asked for.
    unread: Option<Fault>,
    /// A row above the header that may be the title of the sheet, or a header that says nothing.
    title: Option<(u64, Vec<String>)>,
    body: Option<Body<'a>>,
    roster: Option<Roster>,
    cells_left: u64,
    text_left: u64,
    cells: CellBuffer,
}

/// What stands below the header.
struct Body<'a> {
    rows: Rows<'a>,
    header: u64,
    /// The columns that are read, in the order of the sheet, and after how many cells the last of them stands.
    read: Vec<(usize, Wanted)>,
    width: usize,
    /// The rows in which something stands, as ranges.
    filled: Vec<RangeInclusive<u64>>,
}

impl<'a> SheetTable<'a> {
    /// The table of a workbook of this many bytes.
    pub(super) fn new(context: ReadContext<'a>, length: u64) -> Self {
        let most_text = length.saturating_mul(MOST_TEXT_TIMES).saturating_add(TEXT_SLACK);
        Self {
            cells_left: context.options.most_cells,
            // Places in the text of a row are counted with 32 bits.
            text_left: context.options.most_unpacked.min(most_text).min(u64::from(u32::MAX)),
            context: Some(context),
            sheet: "".into(),
            others: Vec::new(),
            unread: None,
            title: None,
            body: None,
            roster: None,
            cells: CellBuffer::default(),
        }
    }

    /// The place of the sheet to read, of all sheets.
    pub(super) fn choose(&mut self, mut sheets: Vec<Sheet>) -> Result<usize, Fault> {
        let wanted = self.context.as_ref().and_then(|context| context.options.sheet.as_deref());
        let chosen = choose(&sheets, wanted)?;
        self.sheet = clean(&sheets.remove(chosen).name).into();
        self.unread = wanted.is_none().then(|| unread(&sheets)).flatten();
        self.others = sheets;
        Ok(chosen)
    }

    /// Takes a row in, by its number from 1; `false` when no more is wanted.
    pub(super) fn row(&mut self, number: u64, runs: &[CellRun<'_>]) -> Result<bool, Fault> {
        if runs.iter().all(|run| run.value.is_blank()) {
            return Ok(true);
        }
        if self.body.is_some() { self.member(number, runs) } else { self.header(number, runs) }
    }

    fn header(&mut self, number: u64, runs: &[CellRun<'_>]) -> Result<bool, Fault> {
        // Of titles the first is kept; what stands far to the right takes room.
        if let [only @ CellRun { times: 1, .. }] = runs {
            let label = label(only);
            if label.starts_with('#') || self.title.is_some() && meaning(&label).is_none() {
                return Ok(true);
            }
        }
        let mut headers = Vec::new();
        for run in runs {
            let label = label(run);
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
        let Some(mut context) = self.context.take() else { return Ok(false) };
        self.cells.clear();
        headers.iter().for_each(|header| self.cells.push(header));
        let line = RowLine { cells: headers.iter().map(|header| (header.as_str().into(), 1)).collect() };
        let row = SheetRow { sheet: &self.sheet, number, line: &|| line.clone() };
        let at =
            |place: Option<usize>| (number, place.map_or_else(|| row.whole(), |place| row.pointer(place)));
        let columns =
            match Header::of(self.cells.cells(), &context.options.columns).report(&mut context.faults, at) {
                Ok(columns) => columns,
                Err(columns) => {
                    self.other_sheets(&mut context.faults);
                    self.roster = Some(Roster { columns, ..Roster::unreadable(context.faults) });
                    return Ok(false);
                }
            };
        let (read, width) = wanted(&columns);
        let rows = Rows::new(columns, context);
        self.body = Some(Body { rows, header: number, read, width, filled: Vec::new() });
        Ok(true)
    }

    fn member(&mut self, number: u64, runs: &[CellRun<'_>]) -> Result<bool, Fault> {
        let Some(Body { rows, read, width, filled, .. }) = &mut self.body else { return Ok(false) };
        match filled.last_mut().filter(|last| last.end().checked_add(1) == Some(number)) {
            Some(last) => *last = *last.start()..=number,
            None => filled.push(number..=number),
        }
        let cells = (*width + runs.len()) as u64;
        self.cells_left = self.cells_left.checked_sub(cells).ok_or_else(too_many_cells)?;
        self.text_left = self.text_left.checked_sub(ROW_BYTES).ok_or_else(too_many_cells)?;
        self.cells.clear();
        let mut wrong = Vec::new();
        let looks_at_unread = rows.looks_at_unread();
        for (column, wanted) in read.iter() {
            let field = match wanted {
                Wanted::Field(field) => Some(*field),
                Wanted::Always => None,
                Wanted::AtFirst if looks_at_unread => None,
                Wanted::AtFirst => continue,
            };
            let covers = |run: &&CellRun<'_>| {
                (*column as u64)
                    .checked_sub(u64::from(run.column))
                    .is_some_and(|at| at < u64::from(run.times))
            };
            // Cells stand one behind the other, those that are not read or not there empty.
            self.cells.fill(*column);
            let Some(run) = runs.iter().find(covers) else { continue };
            match run.value.text(field) {
                Ok(text) => {
                    let length = text.len() as u64;
                    self.text_left = self.text_left.checked_sub(length).ok_or_else(too_many_cells)?;
                    self.cells.push(&text);
                }
                Err(fault) if field.is_some() => wrong.push((Some(*column), fault)),
                Err(_) => {}
            }
        }
        let at = SheetRow { sheet: &self.sheet, number, line: &|| RowLine::of(runs) };
        if wrong.is_empty() {
            return Ok(rows.add(self.cells.cells(), &at));
        }
        rows.reject(&wrong, &at);
        Ok(true)
    }

    /// Takes in that an area is one cell: what stands in it stands in its first row alone, whoever is in the
    /// others. Whether that is a fault.
    pub(super) fn merged(&mut self, columns: RangeInclusive<u32>, below: RangeInclusive<u64>) -> bool {
        let Some(Body { rows, header, read, filled, .. }) = &mut self.body else { return false };
        let is_read = |(column, wanted): &(usize, Wanted)| {
            !matches!(wanted, Wanted::AtFirst) && columns.contains(&(*column as u32))
        };
        let others = below.start() + 1..=*below.end();
        let has_others =
            |range: &RangeInclusive<u64>| range.start() <= others.end() && others.start() <= range.end();
        let is_fault = !others.is_empty()
            && below.start() > header
            && filled.iter().any(has_others)
            && read.iter().any(is_read);
        if is_fault {
            let letters = |column: &u32| letters(*column as usize);
            let (left, right) = (letters(columns.start()), letters(columns.end()));
            let area = format!("{left}{}:{right}{}", below.start(), below.end());
            let message = format!("the cells {area} are merged, and only the first row has what they say");
            let help = "unmerge them, and write into each row what holds of it";
            rows.of_file(&Fault::error("merged-cells", message, help));
        }
        is_fault
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
            match wrong {
                Some(fault) => rows.of_file(&fault),
                None => self.unread.iter().for_each(|fault| rows.of_file(fault)),
            }
            return Roster { sheet, ..rows.finish(header) };
        }
        if let Some(roster) = self.roster {
            return Roster { sheet, ..roster };
        }
        let Some(ReadContext { mut faults, .. }) = self.context.take() else { return Roster::default() };
        match wrong {
            Some(fault) => faults.of_file(&fault),
            None => {
                let message = format!("the sheet `{}` holds no table", self.sheet);
                let help = "start it with a header such as name, zone, hours and a row for every person";
                let at = SheetRow { sheet: &self.sheet, number: 1, line: &RowLine::default };
                faults.add(&Fault::error("empty-file", message, help), Spot::line(1), || at.whole());
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

/// What a cell says as a header.
fn label(run: &CellRun<'_>) -> String {
    let text = run.value.text(None).map(|text| shorten(&clean(&text), LONGEST_HEADER).into_owned());
    text.unwrap_or_else(|fault| fault.message.to_string())
}
