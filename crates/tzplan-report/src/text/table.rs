//! Tables: columns as wide as what stands in them, cells of several lines.

use std::io;

use super::markup;
use super::page::Page;
use crate::words::ink::{Ink, Text};

/// Columns between two columns.
const GAP: usize = 2;

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
    columns: Vec<(Text, Align)>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Adds a column; rows then give it a cell.
    pub(crate) fn column(&mut self, head: impl Into<Text>, align: Align) {
        self.columns.push((head.into(), align));
    }

    pub(crate) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(cells);
    }

    fn widths(&self) -> Vec<usize> {
        let cells = |column: usize| self.rows.iter().filter_map(move |row| row.get(column)).flatten();
        let widest = |column: usize| cells(column).map(Text::width).max().unwrap_or(0);
        self.columns.iter().enumerate().map(|(column, (head, _))| head.width().max(widest(column))).collect()
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
        let widths = self.widths();
        let strong = |head: &Text| Text::new(Ink::Strong, head.render(false));
        let heads: Vec<Text> = self.columns.iter().map(|(head, _)| strong(head)).collect();
        if heads.iter().any(|head| !head.is_empty()) {
            self.print_line(page, indent, &widths, |column| heads.get(column))?;
        }
        for row in &self.rows {
            let height = row.iter().map(Vec::len).max().unwrap_or(0);
            for line in 0..height {
                self.print_line(page, indent, &widths, |column| row.get(column)?.get(line))?;
            }
        }
        Ok(())
    }

    /// As Markdown: a header, empty where there is none, and every row with as many cells.
    fn as_pipes(&self) -> String {
        let heads = self.columns.iter().map(|(head, _)| vec![markup::inline(&head.render(false).into())]);
        let rule = self.columns.iter().map(|(_, align)| match align {
            Align::Left => vec!["---".to_owned()],
            Align::Right => vec!["---:".to_owned()],
        });
        let mut rows = vec![markup::row(heads), markup::row(rule)];
        for row in &self.rows {
            let cell = |place| row.get(place).into_iter().flatten().map(markup::inline).collect();
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
