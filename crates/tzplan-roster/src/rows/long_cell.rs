//! Cells that are too long for what stands in them.

use crate::faults::Fault;

/// Longer cells are no hours, days or dates anybody wrote by hand, and no home with its stays. A long place
/// means nothing anyway.
pub(super) const LONGEST_CELL: usize = 10_000;

pub(super) fn overlong() -> Fault {
    let message = format!("this cell is longer than {LONGEST_CELL} bytes");
    Fault::error("overlong-cell", message, "write it shorter")
}
