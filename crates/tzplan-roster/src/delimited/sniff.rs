//! What separates the cells.

use std::fmt;

use crate::columns::meaning;

/// What separates the cells of a row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
    /// `|`
    Pipe,
}

impl Separator {
    /// In the order in which ties are broken.
    const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The character.
    pub const fn as_byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }

    /// The separator that a byte is.
    pub(super) fn of(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|separator| separator.as_byte() == byte)
    }

    /// The separator of a header: the one with which the most columns are recognised, then the one that makes
    /// the most columns.
    pub(super) fn of_header(header: &[u8]) -> Self {
        let mut best = (Self::Comma, (0, 0));
        for separator in Self::ALL {
            let cells: Vec<_> = super::cell::CellRanges::of(header, separator.as_byte()).collect();
            let is_known = |cell: &[u8]| {
                let text = String::from_utf8_lossy(cell);
                meaning(text.trim().trim_matches('"')).is_some()
            };
            let known = cells.iter().filter(|(range, _)| is_known(&header[range.clone()]));
            let score = (known.count(), cells.len());
            if score > best.1 {
                best = (separator, score);
            }
        }
        best.0
    }
}

impl fmt::Display for Separator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
            Self::Pipe => "pipe",
        })
    }
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
            assert_eq!(Separator::of_header(header.as_bytes()), separator, "{header}");
        }
    }
}
