//! The `required` column.

use tzplan::Attendance;

use crate::cells::text;
use crate::diagnostic::Fault;
use crate::text::shorten;

/// Reads a cell: yes, no, or nothing said.
pub(super) fn read(cell: &[u8]) -> Result<Attendance, Fault> {
    let is_one_of = |words: &[&str]| words.iter().any(|word| cell.eq_ignore_ascii_case(word.as_bytes()));
    if cell.is_empty() {
        Ok(Attendance::Unmarked)
    } else if is_one_of(&["yes", "y", "true", "1", "required", "x"]) {
        Ok(Attendance::Required)
    } else if is_one_of(&["no", "n", "false", "0", "optional"]) {
        Ok(Attendance::Optional)
    } else {
        let value = shorten(text(cell), 60);
        Err(Fault::error(
            "bad-required",
            format!("`{value}` says neither yes nor no"),
            "write yes, no, or nothing at all",
        ))
    }
}
