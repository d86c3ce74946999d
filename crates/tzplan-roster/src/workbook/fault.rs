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

/// The texts of a workbook are longer than those of a roster can be.
pub(super) fn too_much_text() -> Fault {
    Fault::error(
        "too-large",
        "the workbook has more text than is held at once",
        "remove what is not the roster from it, or save the sheet as CSV, which has no limit",
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
