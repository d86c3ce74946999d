//! Tables of MediaWiki: `{|`, cells behind `|` and headers behind `!`, rows between lines of `|-`, `|}`.

use super::{Redrawn, row};

pub(super) fn redraw(lines: &[&str]) -> Redrawn {
    let mut redrawn = Redrawn::default();
    let begin = lines.iter().position(|line| line.trim().starts_with("{|")).unwrap_or(lines.len());
    let mut is_over = false;
    // The row that is begun: where it stands, and its cells.
    let mut begun: Option<(usize, Vec<String>)> = None;
    for (at, line) in lines.iter().enumerate() {
        let line = line.trim();
        if at < begin {
            redrawn.lines.push(line.to_owned());
            continue;
        }
        if is_over {
            if line.starts_with("{|") {
                redrawn.further.get_or_insert(at + 1);
            }
            if !line.is_empty() {
                redrawn.below.get_or_insert(at + 1);
            }
            continue;
        }
        redrawn.lines.push(String::new());
        let is_end = line.starts_with("|}");
        if is_end || line.starts_with("|-") || line.starts_with("|+") || line.starts_with("{|") {
            finish(&mut redrawn, begun.take());
            is_over = is_end;
            continue;
        }
        redrawn.spanning.extend(has_span(line).then_some(at + 1));
        let (_, cells) = begun.get_or_insert_with(|| (at, Vec::new()));
        match line.strip_prefix(['|', '!']) {
            Some(inner) if line.starts_with('!') => {
                cells.extend(inner.replace("!!", "||").split("||").map(plain));
            }
            Some(inner) => cells.extend(inner.split("||").map(plain)),
            // A cell may have several lines.
            None if line.is_empty() => {}
            None => match cells.last_mut() {
                Some(last) => *last = format!("{last} {line}").trim().to_owned(),
                None => cells.push(line.to_owned()),
            },
        }
    }
    finish(&mut redrawn, begun);
    redrawn
}

fn finish(redrawn: &mut Redrawn, begun: Option<(usize, Vec<String>)>) {
    if let Some((at, cells)) = begun.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())) {
        redrawn.lines[at] = row(&cells);
    }
}

/// Whether a line has `rowspan="2" |` in front of a cell, or `colspan`.
fn has_span(line: &str) -> bool {
    let spans = |fronts: &str, name: &str| {
        let behind = fronts.split(name).skip(1).map(|behind| behind.trim_start().strip_prefix('='));
        behind.flatten().any(|number| {
            let number = number.trim_start_matches([' ', '"', '\'']);
            let digits = number.bytes().take_while(u8::is_ascii_digit).count();
            number[..digits].parse::<u32>().is_ok_and(|number| number > 1)
        })
    };
    line.rsplit_once('|').is_some_and(|(fronts, _)| {
        let fronts = fronts.to_ascii_lowercase();
        spans(&fronts, "rowspan") || spans(&fronts, "colspan")
    })
}

/// A cell without what it looks like (`style="…" | Ana`), its links (`[[User:Ana|Ana]]`) and its emphasis.
fn plain(cell: &str) -> String {
    let looks = |front: &str| front.contains('=') && !front.contains("[[") && !front.contains("{{");
    let cell = cell.split_once('|').filter(|(front, _)| looks(front)).map_or(cell, |(_, inner)| inner);
    let mut text = String::new();
    let mut rest = cell.trim();
    while let Some((before, behind)) = rest.split_once("[[") {
        let Some((link, after)) = behind.split_once("]]") else { break };
        text.push_str(before);
        text.push_str(link.rsplit('|').next().unwrap_or(link));
        rest = after;
    }
    text.push_str(rest);
    text.replace("'''", "").replace("''", "").replace("<br>", " ").replace("<br />", " ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_in_a_line_or_in_a_line_each() {
        let text = "{| class=\"wikitable\"\n|+ Team\n! Who !! Zone\n|-\n| style=\"x\" | '''Ana''' || Porto\n|-\n! scope=\"row\" | \
                    [[User:Ben|Ben]]\n| [[Oslo]]\n|}\nNotes\n{|\n";
        let found = redraw(&text.lines().collect::<Vec<_>>());
        let rows = ["", "", "| Who | Zone |", "", "| Ana | Porto |", "", "| Ben | Oslo |", "", ""]
            .map(str::to_owned);
        assert_eq!((&found.lines[..], found.below, found.further), (&rows[..], Some(10), Some(11)));
        assert!(found.spanning.is_empty());
        let spanning = "{|\n! Who !! Zone\n|-\n| Ana || rowspan=\"2\" | Porto\n|-\n| Ben\n|-\n| ColSpan = 12 | Ida\n|-\n\
                        | rowspan=\"1\" | Kim || rowspan\n|}\n";
        assert_eq!(redraw(&spanning.lines().collect::<Vec<_>>()).spanning, [4, 8]);
    }
}
