//! Tables that are drawn with characters: grids of reStructuredText, Emacs and databases, boxes, columns below
//! one another, tables of MediaWiki, AsciiDoc and web pages. Each is rewritten as a table with bars, line for
//! line, so that what is found keeps its line in the file.

mod as_drawn;
mod ascii_doc;
mod grid;
mod html;
mod ruled;
mod wiki;

use std::io;

use crate::delimited::{MOST_TITLES, further_table, names_columns, read_delimited};
use crate::fast_path::Tape;
use crate::faults::{Fault, Pointer, Spot};
use crate::options::ReadContext;
use crate::other_kind;
use crate::roster::Roster;
use grid::is_rule_of_grid;
use ruled::{aligned_cells, spans};

/// How a table is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Drawing {
    /// `+-----+-----+`, or the same with lines: `┌─────┬─────┐`.
    Grid,
    /// Columns below a line of `====  ====` or `----  ----`.
    Ruled,
    /// Columns that stand two blanks or more apart.
    Aligned,
    /// `{| class="wikitable"`.
    Wiki,
    /// `|===`.
    AsciiDoc,
    /// `<table>`.
    Html,
}

/// A table with bars instead of a drawing.
#[derive(Default)]
struct Redrawn {
    /// As many lines as the file has.
    lines: Vec<String>,
    /// The line below the table on which something else stands, from 1.
    below: Option<usize>,
    /// That on which a further table begins.
    further: Option<usize>,
    /// The lines, from 1, of cells that span several rows or columns: what stands beside and below them is no
    /// longer told by counting cells.
    spanning: Vec<usize>,
}

impl Drawing {
    /// How the table is drawn that a text begins with, below some lines of titles; `None` for any other text.
    pub(crate) fn of(beginning: &[u8]) -> Option<Self> {
        if other_kind::is_web_page(beginning) {
            return Some(Self::Html);
        }
        let mut before = "";
        // A line below headers says where the columns are.
        let mut is_aligned = false;
        for line in beginning.split(|byte| *byte == b'\n').take(MOST_TITLES) {
            let Ok(line) = std::str::from_utf8(line) else { return None };
            let line = line.trim_end().trim_start_matches('\u{feff}');
            let inner = line.trim();
            if inner.starts_with("{|") {
                return Some(Self::Wiki);
            }
            if ascii_doc::is_border(inner) {
                return Some(Self::AsciiDoc);
            }
            if is_rule_of_grid(inner) {
                return Some(Self::Grid);
            }
            if spans(line).is_some_and(|_| line.contains('=') || !before.is_empty()) {
                return Some(Self::Ruled);
            }
            // `[cols="1,1"]` stands above a table of AsciiDoc.
            let is_attribute = inner.starts_with('[') && inner.ends_with(']') && inner.contains('=');
            if is_aligned || inner.contains([',', ';', '\t', '|', '{']) && !is_attribute {
                break;
            }
            is_aligned = is_aligned_header(line);
            before = inner;
        }
        is_aligned.then_some(Self::Aligned)
    }

    fn redraw(self, text: &str) -> Redrawn {
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        match self {
            Self::Grid => grid::redraw(&lines),
            Self::Ruled => ruled::redraw(&lines),
            Self::Aligned => ruled::redraw_aligned(&lines),
            Self::Wiki => wiki::redraw(&lines),
            Self::AsciiDoc => ascii_doc::redraw(&lines),
            Self::Html => html::redraw(text),
        }
    }
}

/// Whether columns that stand apart are headers.
fn is_aligned_header(line: &str) -> bool {
    let cells = aligned_cells(line);
    cells.len() > 1 && {
        let headers: Vec<&str> = cells.iter().map(|(_, cell)| *cell).collect();
        names_columns(headers.join("\t").as_bytes())
    }
}

/// Reads a table that is drawn.
pub(crate) fn read_drawn(
    tape: Tape<'_>,
    drawing: Drawing,
    mut context: ReadContext<'_>,
) -> io::Result<Roster> {
    let most = context.options.most_bytes;
    let Some(bytes) = tape.drain(most)? else {
        let fault = Fault::error(
            "too-large",
            format!("the table is drawn with characters, and longer than {most} bytes"),
            "save it as CSV, which has no limit",
        );
        return Ok(Roster::refused(context.faults, &fault));
    };
    let drawn = String::from_utf8_lossy(&bytes);
    let redrawn = drawing.redraw(&drawn);
    if let Some(fault) = other_kind::refusal(&bytes).filter(|_| redrawn.lines.is_empty()) {
        return Ok(Roster::refused(context.faults, &fault));
    }
    for line in &redrawn.spanning {
        let message = "a cell spans several rows or columns, which is not read";
        let fault = Fault::error("spanning-cell", message, "give each row a cell for each column");
        context.faults.add(&fault, Spot::line(*line as u64), Pointer::default);
    }
    if let Some(line) = redrawn.further {
        let spot = Spot::line(line as u64);
        context.faults.add(&further_table(line as u64), spot, Pointer::default);
    } else if let Some(line) = redrawn.below {
        let message = format!("the table ends above line {line}; what stands below it is not read");
        let note = Fault::note("below-table", message, "nothing, if it is no table of people");
        context.faults.add(&note, Spot::line(line as u64), Pointer::default);
    }
    let text = redrawn.lines.join("\n");
    let mut roster = read_delimited(Tape::new(&mut text.as_bytes()), context)?;
    let drawing: Vec<&str> = drawn.trim_start_matches('\u{feff}').lines().collect();
    as_drawn::point_at_drawing(&mut roster.diagnostics, &drawing, &redrawn.lines);
    Ok(roster)
}

/// Cells between bars.
fn row<S: AsRef<str>>(cells: &[S]) -> String {
    let mut row = String::from("|");
    for cell in cells {
        let cell = cell.as_ref().trim();
        row.push(' ');
        row.push_str(&if cell.contains('|') { cell.replace('|', "\\|") } else { cell.to_owned() });
        row.push_str(" |");
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_are_told_by_their_beginning() {
        let cases = [
            ("+----+----+\n| a | b |\n", Some(Drawing::Grid)),
            ("\u{250c}\u{2500}\u{252c}\u{2500}\u{2510}\n", Some(Drawing::Grid)),
            ("The team\n========\n\n=====  ====\nName   Zone\n", Some(Drawing::Ruled)),
            ("Name Zone\n---- ----\nAna  Oslo\n", Some(Drawing::Ruled)),
            ("Name Zone  Hours\n---- ----  -----\nAna  Oslo\n", Some(Drawing::Ruled)),
            ("Name   Zone    Hours\nAna    Oslo    9-17\n", Some(Drawing::Aligned)),
            ("{| class=\"wikitable\"\n! Name\n", Some(Drawing::Wiki)),
            (".Team\n[cols=\"1,1\"]\n|===\n|Name |Zone\n", Some(Drawing::AsciiDoc)),
            ("<table>\n<tr><td>Name\n", Some(Drawing::Html)),
            ("\n<!DOCTYPE html>\n<html>", Some(Drawing::Html)),
            ("name,zone\nAna,Oslo\n", None),
            ("| Name | Zone |\n|------|------|\n", None),
            ("| Name | Zone |\n|------+------|\n", None),
            ("name;zone\n+---+---+\n", None),
            ("zone\nEurope/Oslo\n", None),
            ("--- ---\n", None),
            ("", None),
        ];
        for (text, drawing) in cases {
            assert_eq!(Drawing::of(text.as_bytes()), drawing, "{text}");
        }
    }
}
