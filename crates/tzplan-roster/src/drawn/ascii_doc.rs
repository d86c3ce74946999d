//! Tables of AsciiDoc: cells behind `|` between two lines of `|===`, in rows of as many as there are columns.

use super::{Redrawn, row};

/// `|===`
pub(super) fn is_border(line: &str) -> bool {
    line.strip_prefix('|').is_some_and(|rest| rest.len() >= 3 && rest.bytes().all(|byte| byte == b'='))
}

pub(super) fn redraw(lines: &[&str]) -> Redrawn {
    let mut redrawn = Redrawn::default();
    let begin = lines.iter().position(|line| is_border(line.trim())).unwrap_or(lines.len());
    let end = lines.iter().skip(begin + 1).position(|line| is_border(line.trim()));
    let end = end.map_or(lines.len(), |at| begin + 1 + at);
    // Each cell with its line.
    let mut cells: Vec<(usize, String)> = Vec::new();
    let mut first = None;
    for (at, line) in lines[..end].iter().enumerate().skip(begin + 1) {
        // `2+|Ana`, `.2+|Ana`
        let fronts = line.trim().rsplit_once('|').map_or("", |(fronts, _)| fronts);
        redrawn.spanning.extend(fronts.split('|').any(is_span).then_some(at + 1));
        let mut parts = line.trim().split('|');
        let before = parts.next().unwrap_or_default().trim();
        if let Some((_, last)) = cells.last_mut().filter(|_| !before.is_empty()) {
            *last = format!("{last} {before}").trim().to_owned();
        }
        let count = cells.len();
        cells.extend(parts.map(|cell| (at, cell.trim().to_owned())));
        // The first line has a cell for each column, or each of its cells has a line.
        let is_blank = line.trim().is_empty() && count > 0;
        if first.is_none() && (is_blank || cells.len() > count + 1) {
            first = Some(cells.len());
        }
    }
    let columns = named_columns(&lines[..begin]).or(first).unwrap_or(1).max(1);
    redrawn.lines.extend(lines[..begin].iter().map(|line| (*line).to_owned()));
    redrawn.lines.resize(end.min(lines.len()), String::new());
    for cells in cells.chunks(columns) {
        let texts: Vec<&str> = cells.iter().map(|(_, cell)| &**cell).collect();
        redrawn.lines[cells[0].0] = row(&texts);
    }
    let rest = lines.get(end + 1..).unwrap_or_default();
    let line = |at: usize| end + 2 + at;
    redrawn.below = rest.iter().position(|line| !line.trim().is_empty()).map(line);
    redrawn.further = rest.iter().position(|line| is_border(line.trim())).map(line);
    redrawn
}

/// Whether what stands before a bar makes the cell behind it span columns (`2+`), rows (`.2+`) or both.
fn is_span(front: &str) -> bool {
    let spec = front.rsplit(' ').next().unwrap_or_default();
    spec.strip_suffix('+').is_some_and(|numbers| {
        !numbers.is_empty() && numbers != "." && numbers.chars().all(|c| c.is_ascii_digit() || c == '.')
    })
}

/// How many columns `[cols="1,2,3"]` or `[cols="3*"]` above a table gives it.
fn named_columns(above: &[&str]) -> Option<usize> {
    let attributes = above.iter().rev().find(|line| line.trim().starts_with('['))?;
    let behind = attributes.split_once("cols=")?.1.trim_start_matches('"');
    let columns = behind.split(['"', ']']).next()?;
    match columns.split_once('*') {
        Some((count, _)) => count.trim().parse().ok().filter(|count| *count < 100),
        None => Some(columns.split(',').count()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        redraw(&text.lines().collect::<Vec<_>>()).lines
    }

    #[test]
    fn cells_run_on_over_lines() {
        let in_lines = "|===\n|Who |Zone\n\n|Ana |Porto\n|Ben\n|Oslo\n|===\n";
        let expected = ["", "| Who | Zone |", "", "| Ana | Porto |", "| Ben | Oslo |", ""];
        assert_eq!(rows(in_lines), expected);
        let one_each = "|===\n|Who\n|Zone\n\n|Ana\n|Porto\n|===\n";
        assert_eq!(rows(one_each), ["", "| Who | Zone |", "", "", "| Ana | Porto |", ""]);
        let named = "[cols=\"2*\"]\n|===\n|Who\n|Zone\n|Ana\n|Porto\n|===\nEnd\n";
        assert_eq!(rows(named)[2..], ["| Who | Zone |", "", "| Ana | Porto |", ""]);
        let found = redraw(&named.lines().collect::<Vec<_>>());
        assert_eq!((found.below, found.further), (Some(8), None));
        assert!(found.spanning.is_empty());
        let spanning =
            "|===\n|Who |Zone |Team\n\n|Ana |Porto .2+|A\n|Ben |Oslo\n2+|Ida |B\n|UTC +1 |x |y\n|===\n";
        assert_eq!(redraw(&spanning.lines().collect::<Vec<_>>()).spanning, [4, 6]);
    }
}
