//! What kind of file the first bytes announce.

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// Separated text in UTF-8, with or without a byte order mark.
    Delimited,
    /// Text in UTF-16.
    Utf16,
    /// A workbook (`.xlsx`, `.ods`: both are zip archives).
    Workbook,
    /// A workbook of the old binary kind (`.xls`).
    OldWorkbook,
}

/// How many bytes [`Format::of`] wants to see.
pub(crate) const ENOUGH: usize = 8;

impl Format {
    pub(crate) fn of(first: &[u8]) -> Self {
        match first {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Self::Utf16,
            [b'P', b'K', 3, 4, ..] => Self::Workbook,
            [0xd0, 0xcf, 0x11, 0xe0, ..] => Self::OldWorkbook,
            _ => Self::Delimited,
        }
    }
}
