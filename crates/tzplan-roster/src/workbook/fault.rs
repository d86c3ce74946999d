//! Why a workbook, or the rest of one, cannot be read.

use crate::faults::Fault;
use crate::text::{clean, shorten};

/// The file is damaged, or no workbook.
pub(super) fn broken(why: &str) -> Fault {
    let why = clean(why);
    Fault::error(
        "bad-workbook",
        format!("the workbook cannot be read: {}", shorten(&why, 200)),
        "open it in a spreadsheet program, save it anew (without a password) and try again",
    )
}

/// The sheet is larger than a roster can be.
pub(super) fn too_many_cells() -> Fault {
    Fault::error(
        "too-large",
        "the sheet has more cells or more text than are looked at",
        "save it as CSV, which has no limit",
    )
}
