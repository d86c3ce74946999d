//! The columns `required` and `optional`.

use std::sync::LazyLock;

use tzplan::Attendance;

use super::Rows;
use crate::cells::{Cells, Place, text};
use crate::columns::Field;
use crate::faults::Fault;
use crate::word_table::WordTable;
use crate::wording::Quoted;

const TSV: &str = include_str!("../../data/attendance.tsv");

static WORDS: LazyLock<WordTable<Attendance>> = LazyLock::new(|| WordTable::of(TSV, attendance));

impl Rows<'_> {
    /// Whether somebody has to be there; `None`, and a fault, where a row does not say it, or twice.
    pub(super) fn attendance(&mut self, cells: Cells<'_>, place: &dyn Place) -> Option<Attendance> {
        let mut said = Attendance::Unmarked;
        for field in [Field::Required, Field::Optional] {
            let Some(index) = self.found.columns.place(field) else { continue };
            let read = match field {
                Field::Optional => read_optional(cells.get(index)),
                _ => read(cells.get(index)),
            };
            let read = read.and_then(|read| match (said, read) {
                (Attendance::Unmarked, read) => Ok(read),
                (said, read) if read == said || read == Attendance::Unmarked => Ok(said),
                _ => Err(contradicting()),
            });
            match read {
                Ok(read) => said = read,
                Err(fault) => {
                    self.found.of_field(&fault, Some(field), cells, place);
                    return None;
                }
            }
        }
        Some(said)
    }
}

fn contradicting() -> Fault {
    let message = "this row says required and optional of one person";
    Fault::error("attendance-conflict", message, "say it in one of the two columns")
}

/// Reads a cell of `optional`: the opposite of what yes and no say under `required`.
fn read_optional(cell: &[u8]) -> Result<Attendance, Fault> {
    let is_word = |word: &str| cell.eq_ignore_ascii_case(word.as_bytes());
    Ok(match read(cell)? {
        said if is_word("required") || is_word("optional") => said,
        Attendance::Required => Attendance::Optional,
        Attendance::Optional => Attendance::Required,
        Attendance::Unmarked => Attendance::Unmarked,
    })
}

/// Reads a cell of `required`: yes, no, or empty.
fn read(cell: &[u8]) -> Result<Attendance, Fault> {
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
            assert_eq!(read(word.to_ascii_uppercase().as_bytes()).ok(), Some(*attendance), "{word}");
        }
    }
}
