//! Tables: columns as wide as what stands in them, cells of several lines. Columns for which a page has no
//! room stand below their row.

use std::io;

use super::markup;
use super::page::Page;
use crate::words::ink::{Ink, Text};

/// Columns between two columns.
const GAP: usize = 2;
/// Columns by which cells that have no room beside the others are indented.
const BELOW: usize = 4;

/// Where a cell's text stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Align {
    Left,
    Right,
}

/// The place of the first of some tables that fits behind an indent; of the last where none does.
pub(crate) fn first_that_fits(page: &Page<'_>, tables: &[Table], indent: usize) -> usize {
    let fits = |table: &Table| page.holds(table.width() + indent);
    tables.iter().position(fits).unwrap_or(tables.len().saturating_sub(1))
}

/// The lines of a cell.
pub(crate) type Cell = Vec<Text>;

/// A table that is built whole and measured before it is printed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    columns: Vec<(Cell, Align)>,
    rows: Vec<Row>,
}

/// Lines across all columns, and cells below them.
#[derive(Clone, Debug, Default)]
struct Row {
    across: Cell,
    cells: Vec<Cell>,
}

impl Table {
    /// Adds a column; rows then give it a cell.
    pub(crate) fn column(&mut self, head: impl Into<Text>, align: Align) {
        self.column_under(vec![head.into()], align);
    }

    /// A column under a head of several lines.
    pub(crate) fn column_under(&mut self, head: Cell, align: Align) {
        self.columns.push((head, align));
    }

    pub(crate) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { across: Cell::new(), cells });
    }

    /// A row under lines that run across all columns.
    pub(crate) fn row_under(&mut self, across: Cell, cells: Vec<Cell>) {
        self.rows.push(Row { across, cells });
    }

    fn widths(&self) -> Vec<usize> {
        let cells = |column: usize| self.rows.iter().filter_map(move |row| row.cells.get(column)).flatten();
        let widest = |column: usize| cells(column).map(Text::width).max().unwrap_or(0);
        let head = |head: &Cell| head.iter().map(Text::width).max().unwrap_or(0);
        self.columns.iter().enumerate().map(|(column, (of, _))| head(of).max(widest(column))).collect()
    }

    /// Columns it takes.
    pub(crate) fn width(&self) -> usize {
        let widths = self.widths();
        widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1)
    }

    /// Prints it, every line indented.
    pub(crate) fn print(&self, page: &mut Page<'_>, indent: usize) -> io::Result<()> {
        if page.is_markdown() {
            return page.pipes(&self.as_pipes());
        }
        let (widths, beside) = self.fitting(page.width().saturating_sub(indent));
        let strong = |line: &Text| Text::new(Ink::Strong, line.render(false));
        let heads = self.columns[..beside].iter().map(|(head, _)| head.iter().map(strong).collect());
        let heads: Vec<Cell> = heads.collect();
        if heads.iter().flatten().any(|line| !line.is_empty()) {
            for line in 0..heads.iter().map(Vec::len).max().unwrap_or(0) {
                self.print_line(page, indent, &widths, |column| heads.get(column)?.get(line))?;
            }
        }
        for Row { across, cells: row } in &self.rows {
            for line in across {
                let mut indented = Text::from(" ".repeat(indent));
                indented.append(line);
                page.line(&indented)?;
            }
            let beside = beside.min(row.len());
            let height = row[..beside].iter().map(Vec::len).max().unwrap_or(0);
            for line in 0..height {
                self.print_line(page, indent, &widths, |column| row[..beside].get(column)?.get(line))?;
            }
            let below = self.below(&row[beside..], beside);
            if !below.is_empty() {
                page.paragraph(indent + BELOW, &below)?;
            }
        }
        Ok(())
    }

    /// The widths of the columns that stand beside each other in this many columns of text, and how many they
    /// are.
    fn fitting(&self, room: usize) -> (Vec<usize>, usize) {
        let mut widths = self.widths();
        let mut end = 0;
        let beside = widths.iter().take_while(|width| {
            let fits = end + **width <= room;
            end += **width + GAP;
            fits
        });
        let beside = beside.count().max(1).min(widths.len());
        widths.truncate(beside);
        (widths, beside)
    }

    /// The cells of a row for which there is no room: `relieves Olivia Chen · clock UTC+1`.
    fn below(&self, cells: &[Cell], from: usize) -> Text {
        let mut below = Text::default();
        for ((head, _), cell) in self.columns[from..].iter().zip(cells) {
            if cell.iter().all(Text::is_empty) {
                continue;
            }
            if !below.is_empty() {
                below.push(Ink::Faint, " · ");
            }
            below.push(Ink::Faint, &as_line(head));
            for line in cell {
                below.plain(if below.is_empty() { "" } else { " " });
                below.append(line);
            }
        }
        below
    }

    /// As Markdown: a header, empty where there is none, and every row with as many cells.
    fn as_pipes(&self) -> String {
        let heads = self.columns.iter().map(|(head, _)| vec![markup::inline(&as_line(head).into())]);
        let rule = self.columns.iter().map(|(_, align)| match align {
            Align::Left => vec!["---".to_owned()],
            Align::Right => vec!["---:".to_owned()],
        });
        let mut rows = vec![markup::row(heads), markup::row(rule)];
        for row in &self.rows {
            let cell = |place| row.cells.get(place).into_iter().flatten().map(markup::inline).collect();
            rows.push(markup::row((0..self.columns.len()).map(cell)));
        }
        rows.join("\n")
    }

    fn print_line<'t>(
        &self,
        page: &mut Page<'_>,
        indent: usize,
        widths: &[usize],
        text: impl Fn(usize) -> Option<&'t Text>,
    ) -> io::Result<()> {
        let mut line = Text::from(" ".repeat(indent));
        let mut start = indent;
        for (column, ((_, align), width)) in self.columns.iter().zip(widths).enumerate() {
            if let Some(text) = text(column) {
                let before = if *align == Align::Right { width - text.width().min(*width) } else { 0 };
                line.pad_to(start + before);
                line.append(text);
            }
            start += width + GAP;
        }
        page.line(&line)
    }
}

/// A head in one line.
fn as_line(head: &Cell) -> String {
    head.iter().map(|line| line.render(false)).collect::<Vec<_>>().join(" ")
}
