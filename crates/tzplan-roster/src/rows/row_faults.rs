//! What is wrong with single rows, by their columns.

use std::borrow::Cow;

use crate::cells::{CellBuffer, Cells, Place};
use crate::columns::{Columns, Field};
use crate::diagnostic::Diagnostic;
use crate::faults::{Fault, Faults, Pointer, Spot};
use crate::text::clean;

/// The faults of a file and the columns that they are about.
pub(super) struct RowFaults {
    pub(super) columns: Columns,
    pub(super) faults: Faults,
}

impl RowFaults {
    /// Adds a fault of the cell of a field; of the row where that has no column.
    pub(super) fn of_field(
        &mut self,
        fault: &Fault,
        field: Option<Field>,
        cells: Cells<'_>,
        place: &dyn Place,
    ) {
        let index = field.and_then(|field| self.columns.place(field));
        self.of_cell(fault, index, index.map_or("", |index| cells.text(index)), place);
    }

    /// Adds a fault of a cell with a value, or of the row.
    pub(super) fn of_cell(&mut self, fault: &Fault, index: Option<usize>, value: &str, place: &dyn Place) {
        let spot = self.spot(index, value, place.line());
        self.faults.add_of_row(fault, spot, || place.pointer(index.unwrap_or(0)));
    }

    /// Adds a fault whose place is known.
    pub(super) fn at(
        &mut self,
        fault: &Fault,
        index: Option<usize>,
        value: &str,
        (line, pointer): (u64, Pointer),
    ) {
        let spot = self.spot(index, value, line);
        self.faults.add_of_row(fault, spot, || pointer);
    }

    /// A fault of a cell that is not added.
    pub(super) fn unsaid(&self, fault: &Fault, index: usize, value: &str, place: &dyn Place) -> Diagnostic {
        let spot = self.spot(Some(index), value, place.line());
        self.faults.diagnostic(fault, spot, place.pointer(index))
    }

    /// Copies a row without control characters; `false`, and faults, when it is not UTF-8.
    pub(super) fn clean(&mut self, row: Cells<'_>, cleaned: &mut CellBuffer, place: &dyn Place) -> bool {
        cleaned.clear();
        let mut sound = true;
        for (index, cell) in row.iter().enumerate() {
            let text = String::from_utf8_lossy(cell);
            let is_read = Field::ALL.iter().any(|field| self.columns.place(*field) == Some(index));
            if is_read && matches!(text, Cow::Owned(_)) {
                let fault = Fault::error(
                    "not-utf8",
                    "this cell is not text in UTF-8",
                    if cfg!(feature = "encodings") {
                        "save the file as CSV in UTF-8 and try again"
                    } else {
                        "save the file as CSV in UTF-8, or build with the feature `encodings`, which reads \
                        others"
                    },
                );
                self.of_cell(&fault, Some(index), &clean(&text), place);
                sound = false;
            }
            cleaned.push(&clean(&text));
        }
        sound
    }

    /// Cells beyond the header's mean that the others may stand in the wrong columns.
    pub(super) fn has_no_more_cells(&mut self, cells: Cells<'_>, place: &dyn Place) -> bool {
        let width = self.columns.list.len();
        let Some(index) = (width..cells.len()).find(|index| !cells.get(*index).is_empty()) else {
            return true;
        };
        let fault = Fault::error(
            "extra-cells",
            format!("this row has {} cells, the header only {width}", cells.len()),
            "put a cell that contains the separator into double quotes, the opening one right behind the \
            separator",
        );
        self.of_cell(&fault, Some(index), cells.text(index), place);
        false
    }

    fn spot<'v>(&self, index: Option<usize>, value: &'v str, row: u64) -> Spot<'v> {
        let column = index.and_then(|index| self.columns.header(index));
        Spot { row, column, position: index.unwrap_or(0), value }
    }
}
