//! Grids: `+-----+-----+` above, below and between rows of `| Ana | Lisbon |`.

use super::{Redrawn, row};

/// A line of a grid between its rows, drawn with plain characters or with those for boxes.
pub(super) fn is_rule_of_grid(line: &str) -> bool {
    let corners = line.chars().filter(|c| is_corner(*c)).count();
    let is_of_rule = |c: char| is_corner(c) || is_line(c) || c == ':';
    corners > 1
        && line.chars().count() > corners
        && line.starts_with(is_corner)
        && line.ends_with(is_corner)
        && line.chars().all(is_of_rule)
}

/// `+`, and the corners and crossings of boxes.
fn is_corner(c: char) -> bool {
    c == '+' || matches!(c, '\u{250c}'..='\u{254b}' | '\u{2552}'..='\u{2570}')
}

/// What stands between corners.
fn is_line(c: char) -> bool {
    matches!(c, '-' | '=' | '\u{2500}' | '\u{2501}' | '\u{2550}')
}

/// Whether a line stands between rows in some of the columns only: what is beside it spans both.
fn is_rule_of_a_part(line: &str) -> bool {
    let characters: Vec<char> = line.chars().collect();
    let is_rule =
        |[a, b, c]: [char; 3]| is_line(b) && (is_corner(a) && is_line(c) || is_line(a) && is_corner(c));
    characters.windows(3).any(|three| is_rule([three[0], three[1], three[2]]))
}

/// The sides of boxes as bars.
fn with_bars(line: &str) -> String {
    line.replace(['\u{2502}', '\u{2503}', '\u{2551}'], "|")
}

/// The table with bars. Where lines stand between all rows, a row may have several lines.
pub(super) fn redraw(lines: &[&str]) -> Redrawn {
    let mut redrawn = Redrawn::default();
    let is_of_table = |line: &&&str| {
        let line = line.trim();
        with_bars(line).starts_with('|') || line.starts_with(is_corner) && is_rule_of_a_part(line)
    };
    let begin = lines.iter().position(|line| is_rule_of_grid(line.trim())).unwrap_or(lines.len());
    let count = lines[begin..].iter().take_while(is_of_table).count();
    let (titles, table) = lines[..begin + count].split_at(begin);
    let rules = table.iter().filter(|line| is_rule_of_grid(line.trim())).count();
    // Above, below the header, and at the end are three.
    let has_rules = rules > 3 || table.iter().any(|line| line.contains(['=', '\u{2550}']) && rules > 2);
    redrawn.lines.extend(titles.iter().map(|title| (*title).to_owned()));
    // The row that is begun: where it stands, and its cells.
    let mut begun: Option<(usize, Vec<String>)> = None;
    for line in table {
        let line = with_bars(line.trim());
        let at = redrawn.lines.len();
        redrawn.lines.push(String::new());
        if is_rule_of_grid(&line) {
            finish(&mut redrawn, begun.take());
            continue;
        }
        // `|     +------+`
        redrawn.spanning.extend(is_rule_of_a_part(&line).then_some(at + 1));
        let inner = line.strip_prefix('|').unwrap_or(&line);
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        let cells: Vec<String> = inner.split('|').map(|cell| cell.trim().to_owned()).collect();
        match &mut begun {
            Some((_, before)) if has_rules && before.len() == cells.len() => {
                for (before, cell) in before.iter_mut().zip(cells) {
                    *before = format!("{before} {cell}").trim().to_owned();
                }
            }
            _ => {
                finish(&mut redrawn, begun.take());
                begun = Some((at, cells));
            }
        }
    }
    finish(&mut redrawn, begun);
    let rest = &lines[begin + count..];
    let line = |at: usize| begin + count + at + 1;
    redrawn.below = rest.iter().position(|line| !line.trim().is_empty()).map(line);
    redrawn.further = rest.iter().position(|line| is_rule_of_grid(line.trim())).map(line);
    redrawn
}

fn finish(redrawn: &mut Redrawn, begun: Option<(usize, Vec<String>)>) {
    if let Some((at, cells)) = begun {
        redrawn.lines[at] = row(&cells);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_a_grid_may_have_several_lines() {
        let of_text = "+-----+--------+\n| Who | Where  |\n+=====+========+\n| Ana | Porto, |\n|     | PT     |\n\
                       +-----+--------+\n";
        let redrawn = redraw(&of_text.lines().collect::<Vec<_>>());
        assert_eq!(redrawn.lines, ["", "| Who | Where |", "", "| Ana | Porto, PT |", "", ""]);
        assert_eq!((redrawn.below, redrawn.further), (None, None));
    }

    #[test]
    fn cells_of_several_rows_are_told() {
        let of_text = "+-----+------+\n| Who | Zone |\n+=====+======+\n| Ana | UTC  |\n+-----+      |\n| Ben |      |\n\
                       +-----+------+\n| Ida | UTC  |\n|     +------+\n|     | GMT  |\n+-----+------+\n";
        assert_eq!(redraw(&of_text.lines().collect::<Vec<_>>()).spanning, [5, 9]);
        let of_text = "+-----+------+\n| A-+ | -+-  |\n+-----+------+\n";
        assert!(redraw(&of_text.lines().collect::<Vec<_>>()).spanning.is_empty());
    }

    #[test]
    fn rows_of_a_database_are_lines() {
        let of_text = "+-----+------+\n| who | zone |\n+-----+------+\n| Ana | UTC  |\n| Ben | UTC  |\n+-----+------+\n\
                       2 rows in set\n\n+---+---+\n";
        let redrawn = redraw(&of_text.lines().collect::<Vec<_>>());
        assert_eq!(redrawn.lines, ["", "| who | zone |", "", "| Ana | UTC |", "| Ben | UTC |", ""]);
        assert_eq!((redrawn.below, redrawn.further), (Some(7), Some(9)));
    }
}
