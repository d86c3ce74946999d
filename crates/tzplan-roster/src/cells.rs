//! The cells of a row, whatever the format of the file.

use crate::fast_path::Bounds;

/// The cells of a row: parts of a text.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'a> {
    text: &'a [u8],
    bounds: &'a [Bounds],
    plain: bool,
}

impl<'a> Cells<'a> {
    /// `plain` promises that the cells are printable ASCII.
    pub(crate) fn new(text: &'a [u8], bounds: &'a [Bounds], plain: bool) -> Self {
        Self { text, bounds, plain }
    }

    /// How many there are.
    pub(crate) fn len(self) -> usize {
        self.bounds.len()
    }

    /// Whether all are printable ASCII; `false` also when that was not found out.
    pub(crate) fn are_plain(self) -> bool {
        self.plain
    }

    /// Whether there is nothing in them but blanks.
    pub(crate) fn are_blank(self) -> bool {
        self.iter().all(|cell| cell.trim_ascii().is_empty())
    }

    /// A cell as it stands; `None` where the row has none.
    pub(crate) fn raw(self, index: usize) -> Option<&'a [u8]> {
        let (start, end) = *self.bounds.get(index)?;
        Some(&self.text[start as usize..end as usize])
    }

    /// A cell without the blanks around it; empty where the row has none.
    pub(crate) fn get(self, index: usize) -> &'a [u8] {
        self.raw(index).unwrap_or_default().trim_ascii()
    }

    /// The text from the start of one cell to the end of another.
    pub(crate) fn span(self, first: usize, last: usize) -> Option<&'a [u8]> {
        let (start, end) = (self.bounds.get(first)?.0, self.bounds.get(last)?.1);
        Some(&self.text[start as usize..end as usize])
    }

    /// The cells as they stand.
    pub(crate) fn iter(self) -> impl Iterator<Item = &'a [u8]> {
        self.bounds.iter().map(move |(start, end)| &self.text[*start as usize..*end as usize])
    }
}

/// Cells that are kept.
#[derive(Default)]
pub(crate) struct OwnCells {
    text: Vec<u8>,
    bounds: Vec<Bounds>,
}

impl OwnCells {
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.bounds.clear();
    }

    pub(crate) fn push(&mut self, cell: &str) {
        let start = self.text.len() as u32;
        self.text.extend_from_slice(cell.as_bytes());
        self.bounds.push((start, self.text.len() as u32));
    }

    pub(crate) fn cells(&self) -> Cells<'_> {
        Cells::new(&self.text, &self.bounds, false)
    }
}
