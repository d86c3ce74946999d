//! What is wrong with single rows, told by their columns.

use crate::cells::{Cells, Place};
use crate::columns::{Columns, Field};
use crate::diagnostic::{Diagnostic, Fault, Faults, Pointer, Spot};

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

    fn spot<'v>(&self, index: Option<usize>, value: &'v str, row: u64) -> Spot<'v> {
        let column = index.and_then(|index| self.columns.header(index));
        Spot { row, column, position: index.unwrap_or(0), value }
    }
}
