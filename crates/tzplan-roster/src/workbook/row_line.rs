//! A row of a sheet as a line, to show with a mark under a cell.

use std::borrow::Cow;
use std::ops::Range;

use super::cell::{CellRun, SheetValue};
use crate::text::{clean, shorten};

/// The cells of a row from the first, each with how many times it stands there.
#[derive(Clone, Default)]
pub(super) struct RowLine<'s> {
    pub(super) cells: Vec<(Cow<'s, str>, u32)>,
}

/// What stands between cells.
const BETWEEN: &str = " | ";
/// Cells shown on either side of the one that is meant.
const SHOWN: usize = 20;
/// The most bytes of a cell that are shown.
const LONGEST: usize = 60;

impl<'s> RowLine<'s> {
    pub(super) fn of(runs: &'s [CellRun<'s>]) -> Self {
        let mut runs: Vec<&CellRun<'_>> = runs.iter().collect();
        // A row may name its cells in any order.
        runs.sort_by_key(|run| run.column);
        let (mut cells, mut next) = (Vec::new(), 0);
        for run in runs.into_iter().filter(|run| !run.value.is_blank()) {
            if run.column > next {
                cells.push(("".into(), run.column - next));
            }
            let text = match run.value {
                SheetValue::Bool(true) => "TRUE".into(),
                SheetValue::Bool(false) => "FALSE".into(),
                _ => run.value.text(None).unwrap_or_else(|_| "(formula)".into()),
            };
            cells.push((text, run.times));
            next = next.max(run.column).saturating_add(run.times);
        }
        Self { cells }
    }

    /// The cells around one, and where it stands among them.
    pub(super) fn around(&self, cell: usize) -> (String, Range<usize>) {
        let first = cell.saturating_sub(SHOWN);
        let (mut line, mut span) = (String::new(), 0..0);
        let all = self.cells.iter().flat_map(|(text, times)| std::iter::repeat_n(&**text, *times as usize));
        let mut all = all.skip(first);
        for column in first..=cell + SHOWN {
            let text = match all.next() {
                Some(text) => shorten(&clean(text), LONGEST).into_owned(),
                None if column > cell => break,
                None => String::new(),
            };
            line.push_str(if column > first { BETWEEN } else { "" });
            if column == cell {
                span = line.len()..line.len() + text.len();
            }
            line.push_str(&text);
        }
        (line, span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_marked_among_its_neighbours() {
        let run = |column, times, text: &'static str| CellRun {
            column,
            times,
            value: SheetValue::Text(text.into()),
        };
        let runs = [run(3, 2, "c"), run(0, 1, "Ana\n Maria")];
        let line = RowLine::of(&runs);
        let marked = |cell: usize| {
            let (text, span) = line.around(cell);
            (text[span].to_owned(), text)
        };
        let text = "Ana  Maria |  |  | c | c".to_owned();
        assert_eq!(marked(4), ("c".to_owned(), text.clone()));
        assert_eq!(marked(1), (String::new(), text.clone()));
        assert_eq!(marked(0).0, "Ana  Maria");
        assert_eq!(marked(6), (String::new(), text + " |  | "));
        // A row that repeats a cell to the last column costs no more.
        let runs = [run(0, 16_384, "x")];
        assert_eq!(RowLine::of(&runs).around(9000).0.len(), 41 + 40 * BETWEEN.len());
    }
}
