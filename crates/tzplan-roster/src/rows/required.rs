//! The `required` column.

use std::sync::LazyLock;

use tzplan::Attendance;

use crate::cells::text;
use crate::faults::Fault;
use crate::word_table::WordTable;
use crate::wording::Quoted;

const TSV: &str = include_str!("../../data/attendance.tsv");

static WORDS: LazyLock<WordTable<Attendance>> = LazyLock::new(|| WordTable::of(TSV, attendance));

/// Reads a cell: yes, no, or empty.
pub(super) fn read(cell: &[u8]) -> Result<Attendance, Fault> {
    if cell.is_empty() {
        return Ok(Attendance::Unmarked);
    }
    let mut words = WORDS.rows().iter();
    words
        .find(|(word, _)| cell.eq_ignore_ascii_case(word.as_bytes()))
        .map(|(_, attendance)| *attendance)
        .ok_or_else(|| {
            let message = format!("{} says neither yes nor no", Quoted(text(cell)));
            Fault::error("bad-required", message, "write yes, no, or nothing at all")
        })
}

fn attendance(word: &str) -> Option<Attendance> {
    match word {
        "required" => Some(Attendance::Required),
        "optional" => Some(Attendance::Optional),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read() {
        crate::word_table::assert_well_formed(TSV, &WORDS, true);
        for (word, attendance) in WORDS.rows() {
            assert_eq!(read(word.to_uppercase().as_bytes()).ok(), Some(*attendance), "{word}");
        }
    }
}
