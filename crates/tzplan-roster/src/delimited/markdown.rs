//! Tables of Markdown: pipes, and a row of dashes below the header.

use crate::cells::{CellBuffer, Cells, ends_in_escape};
use crate::places::without_links;
use crate::separator::Separator;

/// A table that may be one of Markdown.
#[derive(Default)]
pub(super) struct Markdown {
    has_rule: bool,
    joined: CellBuffer,
    cells: CellBuffer,
    last: u64,
}

/// A row of it.
pub(super) enum MarkdownRow<'a> {
    /// `|---|:--:|`
    Rule,
    /// Text below the table.
    Below,
    Cells(Cells<'a>),
}

impl Markdown {
    /// A table whose cells are separated by pipes; no other is one of Markdown.
    pub(super) fn of(separator: Separator) -> Option<Self> {
        (separator == Separator::Pipe).then(Self::default)
    }

    /// The rows of a wiki follow, whose header has no rule below it.
    pub(super) fn begin_wiki(&mut self, line: u64) {
        (self.has_rule, self.last) = (true, line);
    }

    /// A further table begins, with the rule below its header.
    pub(super) fn begin_again(&mut self) {
        self.has_rule = false;
    }

    /// What a row on a line is.
    pub(super) fn row<'c>(&'c mut self, cells: Cells<'c>, line: u64) -> MarkdownRow<'c> {
        let cells = joined(cells, &mut self.joined);
        let is_dashes =
            |cell: &[u8]| cell.iter().all(|byte| matches!(byte, b'-' | b':' | b' ' | b'+' | b'='));
        if cells.iter().all(is_dashes) && cells.iter().any(|cell| cell.contains(&b'-')) {
            self.has_rule = true;
            self.last = line;
            return MarkdownRow::Rule;
        }
        if !self.has_rule {
            return MarkdownRow::Cells(cells);
        }
        if cells.len() == 1 || line > self.last + 1 {
            return MarkdownRow::Below;
        }
        self.last = line;
        self.cells.clear();
        for cell in cells.iter() {
            self.cells.push(&plain(&String::from_utf8_lossy(cell)));
        }
        MarkdownRow::Cells(self.cells.cells())
    }
}

/// The cells of a header of a wiki, between two bars each: `||Name||Zone||`. `None` for any other row.
pub(super) fn of_wiki<'c>(cells: Cells<'_>, buffer: &'c mut CellBuffer) -> Option<Cells<'c>> {
    let is_blank = |place: usize| cells.text(place).trim().is_empty();
    let last = cells.len().checked_sub(1).filter(|last| *last >= 4 && last % 2 == 0)?;
    let is_one = is_blank(0) && is_blank(last) && (1..last).all(|place| is_blank(place) == (place % 2 == 1));
    if !is_one {
        return None;
    }
    buffer.clear();
    (0..=last).step_by(2).for_each(|place| buffer.push(cells.text(place)));
    Some(buffer.cells())
}

/// The cells between bars, those joined that are parted by `\|`, which is a bar within a cell.
pub(super) fn joined<'c>(cells: Cells<'c>, buffer: &'c mut CellBuffer) -> Cells<'c> {
    let last = cells.len().saturating_sub(1);
    if !cells.iter().take(last).any(ends_in_escape) {
        return cells;
    }
    buffer.clear();
    let mut whole = Vec::new();
    for (place, cell) in cells.iter().enumerate() {
        match cell.split_last() {
            Some((_, before)) if place < last && ends_in_escape(cell) => {
                whole.extend_from_slice(before);
                whole.push(b'|');
            }
            _ => {
                whole.extend_from_slice(cell);
                buffer.push_bytes(&whole);
                whole.clear();
            }
        }
    }
    buffer.cells()
}

/// A cell without links, emphasis and line breaks.
fn plain(cell: &str) -> String {
    let plain = without_links(cell.trim()).replace("<br>", " ").replace("<br/>", " ");
    let emphasis = ["**", "__", "`"];
    emphasis.iter().fold(plain, |text, mark| text.replace(mark, ""))
}
