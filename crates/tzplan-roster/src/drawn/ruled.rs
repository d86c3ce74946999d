//! Columns below one another: below a line of `====  ====` or `----  ----`, or two blanks and more apart.

use std::ops::Range;

use super::{Redrawn, is_aligned_header, row};

/// Where the columns stand below a line such as `=====  ====`, in characters; `None` for any other line.
pub(super) fn spans(line: &str) -> Option<Vec<Range<usize>>> {
    let mark = line.trim_start().chars().next().filter(|mark| matches!(mark, '=' | '-'))?;
    if !line.chars().all(|c| c == mark || c == ' ') {
        return None;
    }
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (at, c) in line.chars().enumerate() {
        match spans.last_mut() {
            _ if c == ' ' => {}
            Some(span) if span.end == at => span.end = at + 1,
            _ => spans.push(at..at + 1),
        }
    }
    (spans.len() > 1 && spans.iter().all(|span| span.len() > 1)).then_some(spans)
}

/// The table below such a line with bars.
pub(super) fn redraw(lines: &[&str]) -> Redrawn {
    let mut redrawn = Redrawn::default();
    let Some((rule, columns)) =
        lines.iter().enumerate().find_map(|(at, line)| Some((at, spans(line.trim_end())?)))
    else {
        return redrawn;
    };
    let is_rule = |line: &&str| spans(line.trim_end()).is_some();
    let is_double = lines[rule].contains('=');
    // Of `====` one stands above the header, one below it and one at the end; of `----` one below the header.
    let end = match is_double {
        true => {
            let rules = lines.iter().enumerate().filter(|(_, line)| is_rule(line)).map(|(at, _)| at);
            rules.take(3).last().map_or(lines.len(), |last| last + 1)
        }
        false => lines.len(),
    };
    let begin = if is_double { rule } else { rule.saturating_sub(1) };
    for (at, line) in lines[..end].iter().enumerate() {
        redrawn.lines.push(match at {
            _ if is_rule(line) || line.trim().is_empty() => String::new(),
            _ if at < begin => (*line).to_owned(),
            _ => cut(line, &columns).map_or_else(|| row(&[line]), |cells| row(&cells)),
        });
    }
    let line = |at: usize| end + at + 1;
    redrawn.below = lines[end..].iter().position(|line| !line.trim().is_empty()).map(line);
    redrawn.further = lines[end..].iter().position(is_rule).map(line);
    redrawn
}

/// The cells of a line below columns, as wide as they are shown or as characters are counted; `None` where
/// one stands across the border of two columns.
fn cut(line: &str, columns: &[Range<usize>]) -> Option<Vec<String>> {
    [width as fn(char) -> usize, |_| 1].into_iter().find_map(|width| {
        let mut cells = vec![String::new(); columns.len()];
        let mut at = 0;
        for c in line.trim_end().chars() {
            let column = columns.iter().rposition(|span| span.start <= at).unwrap_or(0);
            // A rule may be as long as its header only: the next column begins behind a blank.
            let next = columns.get(column + 1).map_or(usize::MAX, |next| next.start);
            match c == ' ' || at + 1 < next {
                true => cells[column].push(c),
                false => return None,
            }
            at += width(c);
        }
        Some(cells)
    })
}

/// How many columns of a terminal a character takes: those of East Asia and pictures take two.
fn width(c: char) -> usize {
    match u32::from(c) {
        0x300..=0x36f | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff => 2,
        0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff => 2,
        _ => 1,
    }
}

/// The cells of a line that stand two blanks or more apart, each with where it begins.
pub(super) fn aligned_cells(line: &str) -> Vec<(usize, &str)> {
    let mut cells = Vec::new();
    let mut at = 0;
    for part in line.split("  ") {
        let inner = part.trim();
        if !inner.is_empty() {
            cells.push((at + part.len() - part.trim_start().len(), inner));
        }
        at += part.len() + 2;
    }
    cells
}

/// The table of columns that stand apart, with bars. Where most rows stand below the headers all have to: a
/// cell of several words may have two blanks, and another may be empty. Where they do not, cells are counted.
pub(super) fn redraw_aligned(lines: &[&str]) -> Redrawn {
    let begin = lines.iter().position(|line| is_aligned_header(line)).unwrap_or(0);
    let header = lines.get(begin).copied().unwrap_or_default();
    let count = aligned_cells(header).len();
    let rows = || lines.iter().skip(begin + 1).filter(|line| aligned_cells(line).len() > 1);
    let below = rows().filter(|line| below_headers(header, line).is_some()).count();
    let is_aligned = 2 * below > rows().count();
    let cells_of = |line: &str| {
        below_headers(header, line).or_else(|| {
            let cells = aligned_cells(line);
            let all = cells.iter().map(|(_, cell)| (*cell).to_owned()).collect();
            (!is_aligned && cells.len() == count).then_some(all)
        })
    };
    let redrawn = lines.iter().enumerate().map(|(at, line)| match at {
        _ if at < begin => (*line).to_owned(),
        _ if line.trim().is_empty() => String::new(),
        _ => cells_of(line).map_or_else(|| row(&[line]), |cells| row(&cells)),
    });
    Redrawn { lines: redrawn.collect(), ..Redrawn::default() }
}

/// The cells of a line by the headers below which they begin, as wide as characters are shown or as they are
/// counted; `None` where one begins below none.
fn below_headers(header: &str, line: &str) -> Option<Vec<String>> {
    let (headers, cells) = (aligned_cells(header), aligned_cells(line));
    [width as fn(char) -> usize, |_| 1].into_iter().find_map(|width| {
        let column = |line: &str, at: usize| line[..at].chars().map(width).sum::<usize>();
        let starts: Vec<usize> = headers.iter().map(|(at, _)| column(header, *at)).collect();
        let mut row = vec![String::new(); headers.len()];
        for (at, cell) in &cells {
            let own = starts.iter().position(|start| *start == column(line, *at))?;
            row[own] = (*cell).to_owned();
        }
        Some(row)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<&str> {
        text.lines().collect()
    }

    #[test]
    fn cells_stand_below_their_rule() {
        let text = "=====  =======\nWho    Where\n=====  =======\nAna    Porto\n\u{6771}     Tokyo, JP\n=====  =======\n\nEnd\n";
        let found = redraw(&lines(text));
        let rows = ["", "| Who | Where |", "", "| Ana | Porto |", "| \u{6771} | Tokyo, JP |", ""];
        assert_eq!((&found.lines[..], found.below), (&rows.map(str::to_owned)[..], Some(8)));
        let text = "Who   Where\n---   -----\nAna   Porto\nAna Silva Oslo\n      Oslo\n";
        let rows = ["| Who | Where |", "", "| Ana | Porto |", "| Ana Silva Oslo |", "|  | Oslo |"];
        assert_eq!(redraw(&lines(text)).lines, rows);
    }

    #[test]
    fn cells_stand_below_their_headers() {
        let text =
            "Who   Zone    Hours\nAna   Porto   9-17\nBen           10-18\nIda      Oslo\n\n      UTC\n";
        let rows = [
            "| Who | Zone | Hours |",
            "| Ana | Porto | 9-17 |",
            "| Ben |  | 10-18 |",
            "| Ida      Oslo |",
            "",
            "|  | UTC |  |",
        ];
        assert_eq!(redraw_aligned(&lines(text)).lines, rows);
        // As many cells as headers, but not theirs.
        let text = "Who   Zone    Team    Hours\nAna   Porto   A       9-17\nIda   Oslo    A       9-17\n\
                    Ben   Oslo            9-12  13-17\n";
        assert_eq!(redraw_aligned(&lines(text)).lines[3], "| Ben   Oslo            9-12  13-17 |");
        // Two blanks, wherever cells begin.
        let text = "Who  Zone  Hours\nAna Silva  Porto  9-17\nIda M.  Oslo  9-17\nBen  Oslo  9-17\n";
        let rows = ["| Who | Zone | Hours |", "| Ana Silva | Porto | 9-17 |", "| Ida M. | Oslo | 9-17 |"];
        assert_eq!(redraw_aligned(&lines(text)).lines[..3], rows);
    }
}
