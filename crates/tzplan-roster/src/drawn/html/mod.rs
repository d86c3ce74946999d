//! A table of a web page, as it is saved or copied: `<table>`, rows in `<tr>`, cells in `<td>` or `<th>`.

mod tags;

use super::{Redrawn, row};
use crate::delimited::names_columns;
use tags::{Piece, pieces};

/// Headers stand in one of the first rows.
const MOST_TITLES: usize = 3;

/// A table as it is read.
#[derive(Default)]
struct Table {
    /// Each with the line on which it begins, from 0.
    rows: Vec<(usize, Vec<String>)>,
    /// The lines of cells that span several.
    spanning: Vec<usize>,
}

impl Table {
    fn names_columns(&self) -> bool {
        self.rows.iter().take(MOST_TITLES).any(|(_, cells)| names_columns(cells.join("\t").as_bytes()))
    }
}

/// The table of people of a page: the first that names columns. Further ones are told by their line.
pub(super) fn redraw(text: &str) -> Redrawn {
    let mut tables = tables(text);
    tables.retain(Table::names_columns);
    let mut tables = tables.into_iter();
    let Some(Table { rows, spanning }) = tables.next() else { return Redrawn::default() };
    let further = tables.next().and_then(|table| Some(table.rows.first()?.0 + 1));
    let mut lines: Vec<String> = Vec::new();
    // A row has the line on which it begins, or the next one where several begin on one.
    for (line, cells) in rows.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())) {
        lines.resize(line.max(lines.len()), String::new());
        lines.push(row(&cells));
    }
    Redrawn { lines, below: None, further, spanning }
}

fn tables(text: &str) -> Vec<Table> {
    let (mut tables, mut open): (Vec<Table>, Vec<Table>) = (Vec::new(), Vec::new());
    // Whether text belongs to a cell: of the innermost table.
    let mut in_cell: Vec<bool> = Vec::new();
    for (line, piece) in pieces(text) {
        match piece {
            Piece::Open("table", _) if open.len() < MOST_NESTED => {
                open.push(Table::default());
                in_cell.push(false);
            }
            Piece::Close("table") => {
                in_cell.pop();
                tables.extend(open.pop());
            }
            Piece::Open("tr", _) => {
                if let (Some(table), Some(in_cell)) = (open.last_mut(), in_cell.last_mut()) {
                    table.rows.push((line, Vec::new()));
                    *in_cell = false;
                }
            }
            Piece::Open("td" | "th", attributes) => {
                if let (Some(table), Some(in_cell)) = (open.last_mut(), in_cell.last_mut()) {
                    table.spanning.extend(has_span(attributes).then_some(line + 1));
                    if table.rows.is_empty() {
                        table.rows.push((line, Vec::new()));
                    }
                    table.rows.last_mut().into_iter().for_each(|(_, cells)| cells.push(String::new()));
                    *in_cell = true;
                }
            }
            Piece::Close("td" | "th" | "tr") => in_cell.last_mut().into_iter().for_each(|cell| *cell = false),
            Piece::Open("br" | "p" | "div" | "li", _) => add(&mut open, &in_cell, " "),
            Piece::Text(text) => add(&mut open, &in_cell, &tags::decoded(text)),
            _ => {}
        }
    }
    tables.extend(open);
    tables
}

/// Tables within tables are those of pages that are laid out with them.
const MOST_NESTED: usize = 20;

/// Adds a text to the cell that is open; blanks of any kind are one.
fn add(open: &mut [Table], in_cell: &[bool], text: &str) {
    let cell = open.last_mut().and_then(|table| table.rows.last_mut()?.1.last_mut());
    let Some(cell) = cell.filter(|_| in_cell.last() == Some(&true)) else { return };
    for c in text.chars() {
        match c.is_whitespace() {
            true if cell.is_empty() || cell.ends_with(' ') => {}
            true => cell.push(' '),
            false => cell.push(c),
        }
    }
}

/// Whether attributes make a cell as large as several.
fn has_span(attributes: &str) -> bool {
    let lower = attributes.to_ascii_lowercase();
    ["colspan", "rowspan"].iter().any(|name| {
        let Some((_, behind)) = lower.split_once(name) else { return false };
        let value = behind.trim_start().trim_start_matches('=').trim_start().trim_start_matches(['"', '\'']);
        let digits = value.bytes().take_while(u8::is_ascii_digit).count();
        value[..digits].parse::<u32>().is_ok_and(|number| number != 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_lines_where_each_has_its_own() {
        let text = "<p>Team</p>\n<table class='a>b'>\n<tr><th>Name<th>Zone</tr>\n<!-- <tr> -->\n<tr>\n<td>Ana&nbsp;&amp; co\n\
                    <td><a href=x>Lis<b>bon</b></a><br>Portugal</td></tr>\n</table>\n";
        let redrawn = redraw(text);
        assert_eq!(redrawn.lines, ["", "", "| Name | Zone |", "", "| Ana & co | Lisbon Portugal |"]);
        let one = redraw("<table><tr><th>Name<th>Zone<tr><td>Ana<td>UTC<tr><td>Ben<td>A|B</table>");
        assert_eq!(one.lines, ["| Name | Zone |", "| Ana | UTC |", "| Ben | A\\|B |"]);
    }

    #[test]
    fn the_table_that_names_columns_is_read() {
        let text = "<table><tr><td><table>\n<tr><th>Name<th>City\n<tr><td>Ana<td>Oslo</table></table>\n<table><tr><td>x</table>";
        assert_eq!(redraw(text).lines, ["", "| Name | City |", "| Ana | Oslo |"]);
        assert!(redraw("<table><tr><td>Ana<td>Oslo</table>").lines.is_empty());
        let two = redraw("<table><tr><th>Name<th>City</table>\n\n<table><tr><th>Name<th>City</table>");
        assert_eq!(two.further, Some(3));
        let spans =
            redraw("<table><tr><th>Name<th>City\n<tr><td rowspan=\"2\">Ana<td colspan=1>Oslo</table>");
        assert_eq!(spans.spanning, [2]);
    }
}
