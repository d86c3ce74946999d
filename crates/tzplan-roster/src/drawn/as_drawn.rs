//! What is found in a table with bars, shown where it stands in the drawing.

use crate::cells::CellRanges;
use crate::diagnostic::{Diagnostic, SourceLine};

/// A row of a drawing has no more lines.
const MOST_LINES: usize = 50;

/// Points at the cells of the drawing instead of those between the bars that it was rewritten with. What is
/// on no line of the row stays as it is.
pub(super) fn point_at_drawing(found: &mut [Diagnostic], drawing: &[&str], rewritten: &[String]) {
    for diagnostic in found {
        let Some(source) = &diagnostic.source else { continue };
        let (Some(at), Some(column)) = (usize::try_from(source.line).ok(), source.column) else { continue };
        let Some(row) = at.checked_sub(1).and_then(|at| rewritten.get(at)) else { continue };
        let Some((line, range)) = cell_of(row, column, drawing.get(at - 1..).unwrap_or_default()) else {
            continue;
        };
        let text = drawing[at - 1 + line];
        let column = text[..range.start].chars().count() as u64 + 1;
        let number = (at + line) as u64;
        diagnostic.place = Some(format!("line {number}, column {column}").into());
        diagnostic.source = Some(SourceLine::new(number, column, text.as_bytes(), range));
    }
}

/// Where the cell that begins at a character of a rewritten row stands on the lines from the row's on: which
/// of them, and its bytes. The cells before it are looked for first, for they may say the same.
fn cell_of(row: &str, column: u64, lines: &[&str]) -> Option<(usize, std::ops::Range<usize>)> {
    let start =
        row.char_indices().nth(usize::try_from(column).ok()?.checked_sub(1)?).map_or(row.len(), |(at, _)| at);
    let (mut line, mut from) = (0, 0);
    for (range, _) in CellRanges::of(row.as_bytes(), b'|') {
        let is_meant = range.contains(&start) || range.end == start;
        let cell = row[range.clone()].trim().replace("\\|", "|");
        // Of a cell on several lines the first word.
        let first = cell.split(' ').next().unwrap_or_default();
        let found = [&*cell, first].into_iter().filter(|text| !text.is_empty()).find_map(|text| {
            (line..lines.len().min(MOST_LINES)).find_map(|on| {
                let begin = if on == line { from } else { 0 };
                lines[on][begin..].find(text).map(|at| (on, begin + at..begin + at + text.len()))
            })
        });
        match found {
            Some(found) if is_meant => return Some(found),
            Some((on, range)) => (line, from) = (on, range.end),
            // Nothing stands in it, or other words do.
            None if is_meant => return (!lines.is_empty()).then_some((line, from..from)),
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_in_their_order() {
        let lines = ["|  Ana   | A      | late  |", "|  Lima  |        |       |"];
        let row = "| Ana Lima | A | late |";
        let found = |column| cell_of(row, column, &lines).map(|(line, range)| (line, &lines[line][range]));
        // `A` stands in `Ana`, too.
        assert_eq!(found(3), Some((0, "Ana")));
        assert_eq!(found(14), Some((0, "A")));
        assert_eq!(cell_of(row, 14, &lines).map(|(_, range)| range), Some(11..12));
        assert_eq!(found(18), Some((0, "late")));
        // Cells below one another, as in a wiki.
        let lines = ["| Ana", "| Nowhere", "| 9-17"];
        assert_eq!(cell_of("| Ana | Nowhere | 9-17 |", 9, &lines), Some((1, 2..9)));
    }
}
