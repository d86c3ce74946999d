//! The cells of one row as they are read.

use super::cell::{CellRun, SheetValue};
use super::fault::too_many_cells;
use super::table::MOST_COLUMNS;
use crate::faults::Fault;

/// The most bytes of text in a row, as in a row of CSV.
const LONGEST_ROW: usize = 4 << 20;

/// The cells of a row that are not blank.
#[derive(Default)]
pub(super) struct RowCells<'s> {
    runs: Vec<CellRun<'s>>,
    /// The bytes of their own texts.
    text: usize,
}

impl<'s> RowCells<'s> {
    /// Forgets the cells of the row before.
    pub(super) fn clear(&mut self) {
        self.runs.clear();
        self.text = 0;
    }

    /// Takes in a value that fills some columns from one on.
    pub(super) fn push(&mut self, column: u32, times: u32, value: SheetValue<'s>) -> Result<(), Fault> {
        if value.is_blank() || column >= MOST_COLUMNS {
            return Ok(());
        }
        if let SheetValue::Text(text) = &value {
            self.text += text.len();
        }
        // A row may name one column many times.
        if self.text > LONGEST_ROW || self.runs.len() >= MOST_COLUMNS as usize {
            return Err(too_many_cells());
        }
        self.runs.push(CellRun { column, times, value });
        Ok(())
    }

    pub(super) fn runs(&self) -> &[CellRun<'s>] {
        &self.runs
    }
}
