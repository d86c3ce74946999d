//! Which separator a file shows.

use crate::cells::CellRanges;
use crate::columns::meaning;
use crate::separator::Separator;

/// The separator that a byte is.
pub(super) fn separator_of_byte(byte: u8) -> Option<Separator> {
    Separator::ALL.into_iter().find(|separator| separator.as_byte() == byte)
}

/// The separator of a header: the one with which the most columns are recognised, then the one that makes the
/// most columns.
pub(super) fn separator_of_header(header: &[u8]) -> Separator {
    let mut best = (Separator::Comma, (0, 0));
    for separator in Separator::ALL {
        let score = score(header, separator);
        if score > best.1 {
            best = (separator, score);
        }
    }
    best.0
}

/// Whether a line is the header of a table rather than a title.
pub(crate) fn names_columns(line: &[u8]) -> bool {
    Separator::ALL.into_iter().any(|separator| score(line, separator).0 >= 2)
}

/// Columns that are looked at: those that people look for stand in front.
const MOST_LOOKED_AT: usize = 1000;

/// How many columns are recognised, and how many there are.
fn score(header: &[u8], separator: Separator) -> (usize, usize) {
    let cells: Vec<_> = CellRanges::of(header, separator.as_byte()).collect();
    let is_known = |cell: &[u8]| {
        let text = String::from_utf8_lossy(cell);
        meaning(text.trim().trim_matches('"')).is_some()
    };
    let known = cells.iter().take(MOST_LOOKED_AT).filter(|(range, _)| is_known(&header[range.clone()]));
    (known.count(), cells.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_decides() {
        let cases = [
            ("name,zone,hours", Separator::Comma),
            ("name;zone;hours", Separator::Semicolon),
            ("name\tzone\thours", Separator::Tab),
            ("name | zone | hours", Separator::Pipe),
            ("zone", Separator::Comma),
            ("\"name, first; last\";zone", Separator::Semicolon),
            ("\"a;b;c;d\",zone", Separator::Comma),
            ("name,zone,notes (a;b;c;d)", Separator::Comma),
            ("x;y;z,w", Separator::Semicolon),
        ];
        for (header, separator) in cases {
            assert_eq!(separator_of_header(header.as_bytes()), separator, "{header}");
        }
    }
}
