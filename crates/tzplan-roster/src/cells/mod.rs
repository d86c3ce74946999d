//! The cells of a row and where it stands in its file, whatever the format.

mod kept_row;

use crate::faults::Pointer;
use crate::text::{is_suspicious, is_tidy};
pub(crate) use kept_row::{CellRanges, KeptRow, ends_in_escape};

/// Where a cell starts and ends in its text.
pub(crate) type Bounds = (u32, u32);

/// No part of a text.
pub(crate) const NOWHERE: Bounds = (u32::MAX, 0);

/// All of a text.
pub(crate) const EVERYWHERE: Bounds = (0, u32::MAX);

/// The cells of a row: parts of a text.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'a> {
    text: &'a [u8],
    bounds: &'a [Bounds],
    /// Where bytes may stand that are not printable ASCII.
    odd: Bounds,
}

/// Where a row stands in its file.
pub(crate) trait Place {
    /// Its line, from 1.
    fn line(&self) -> u64;

    /// Where a cell stands, in words and as a line to show.
    fn pointer(&self, cell: usize) -> Pointer;

    /// The text of the row, where that is enough to find its cells again.
    fn keep(&self) -> Option<KeptRow<'_>> {
        None
    }

    /// Its place among rows that were cut together.
    #[cfg(feature = "threads")]
    fn in_batch(&self) -> Option<usize> {
        None
    }
}

impl<'a> Cells<'a> {
    /// Cells that are known to be tidy but where they reach into a part of the text.
    pub(crate) fn new(text: &'a [u8], bounds: &'a [Bounds], odd: Bounds) -> Self {
        Self { text, bounds, odd }
    }

    /// How many there are.
    pub(crate) fn len(self) -> usize {
        self.bounds.len()
    }

    /// Whether all are UTF-8 in which nothing needs cleaning.
    pub(crate) fn are_tidy(self) -> bool {
        let (from, to) = self.odd;
        from >= to || self.odd == EVERYWHERE && self.are_unsuspicious() || {
            let odd = self.bounds.iter().filter(|(start, end)| *end > from && *start < to);
            odd.into_iter().all(|(start, end)| is_tidy(&self.text[*start as usize..*end as usize]))
        }
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

    /// A cell as text without the blanks around it. The cells must be UTF-8.
    pub(crate) fn text(self, index: usize) -> &'a str {
        text(self.get(index))
    }

    /// The text from the start of one cell to the end of another.
    pub(crate) fn span(self, first: usize, last: usize) -> Option<&'a [u8]> {
        let (start, end) = (self.bounds.get(first)?.0, self.bounds.get(last)?.1);
        Some(&self.text[start as usize..end as usize])
    }

    /// Whether all are tidy, where one look at the whole row tells; `false` where it takes a look at each
    /// cell.
    fn are_unsuspicious(self) -> bool {
        let Some(row) = self.len().checked_sub(1).and_then(|last| self.span(0, last)) else { return false };
        let from = self.bounds[0].0;
        // Cells that stand side by side may share out the bytes of one character.
        let is_whole = |text: &str, at: u32| text.is_char_boundary((at - from) as usize);
        !is_suspicious(row)
            && std::str::from_utf8(row).is_ok_and(|text| {
                self.bounds.iter().all(|(start, end)| is_whole(text, *start) && is_whole(text, *end))
            })
    }

    /// The cells as they stand.
    pub(crate) fn iter(self) -> impl Iterator<Item = &'a [u8]> {
        self.bounds.iter().map(move |(start, end)| &self.text[*start as usize..*end as usize])
    }
}

/// A cell as text; empty where it is not UTF-8.
pub(crate) fn text(cell: &[u8]) -> &str {
    std::str::from_utf8(cell).unwrap_or_default()
}

/// Cells that are copied one behind the other.
#[derive(Default)]
pub(crate) struct CellBuffer {
    text: Vec<u8>,
    bounds: Vec<Bounds>,
}

impl CellBuffer {
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.bounds.clear();
    }

    pub(crate) fn push(&mut self, cell: &str) {
        self.push_bytes(cell.as_bytes());
    }

    pub(crate) fn push_bytes(&mut self, cell: &[u8]) {
        let start = self.text.len() as u32;
        self.text.extend_from_slice(cell);
        self.bounds.push((start, self.text.len() as u32));
    }

    /// Adds empty cells until there are `count`.
    #[cfg_attr(not(feature = "workbook"), allow(dead_code, reason = "only sheets leave cells out"))]
    pub(crate) fn fill(&mut self, count: usize) {
        let end = self.text.len() as u32;
        self.bounds.resize(count, (end, end));
    }

    pub(crate) fn cells(&self) -> Cells<'_> {
        Cells::new(&self.text, &self.bounds, EVERYWHERE)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn a_row_is_tidy_where_all_its_cells_are(
            parts in proptest::collection::vec(
                prop_oneof![
                    6 => "[a-z é佐Ø]{0,4}".prop_map(String::into_bytes),
                    1 => prop_oneof![Just("\u{a0}"), Just("\u{200b}"), Just("ế"), Just("か"), Just("\n")]
                        .prop_map(|text| text.as_bytes().to_vec()),
                    1 => prop_oneof![Just(vec![0xc3]), Just(vec![0xa9]), Just(vec![0xff]), Just(vec![0x7f])],
                ],
                1..9,
            ),
            gap in 0..2_usize,
        ) {
            let (mut text, mut bounds) = (Vec::new(), Vec::new());
            for part in &parts {
                let start = text.len() as u32;
                text.extend_from_slice(part);
                bounds.push((start, text.len() as u32));
                text.extend_from_slice(&b","[..gap]);
            }
            let are_tidy = parts.iter().all(|part| is_tidy(part));
            prop_assert_eq!(Cells::new(&text, &bounds, EVERYWHERE).are_tidy(), are_tidy);
            let is_odd = |byte: &u8| !(0x20..0x7f).contains(byte);
            let odd = text.iter().position(is_odd).zip(text.iter().rposition(is_odd));
            let odd = odd.map_or(NOWHERE, |(first, last)| (first as u32, last as u32 + 1));
            prop_assert_eq!(Cells::new(&text, &bounds, odd).are_tidy(), are_tidy);
        }
    }
}
