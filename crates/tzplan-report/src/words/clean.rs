//! Strings of a roster made fit for a terminal: nothing that steers it, nothing wider than its place.

use unicode_width::UnicodeWidthStr;

/// The most marks kept on one character; a pile of them would paint over the lines around.
const MOST_MARKS: usize = 4;
/// Opens and closes a run of text whose direction is its own.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// Columns a text takes.
pub(crate) fn width(text: &str) -> usize {
    // Each of these takes one.
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) { text.len() } else { text.width() }
}

/// A string of a roster in at most this many columns, cut with `…`; right-to-left text in an isolate.
pub(crate) fn fit(text: &str, columns: usize) -> String {
    let cut = cut(&clean(text, columns), columns);
    if cut.chars().any(is_right_to_left) { format!("{}{cut}{}", ISOLATE.0, ISOLATE.1) } else { cut }
}

/// A clean text in at most this many columns, cut with `…`; an isolate that is cut is closed.
pub(crate) fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    if columns == 0 {
        return String::new();
    }
    let mut kept = String::new();
    for character in text.chars() {
        kept.push(character);
        if width(&kept) >= columns {
            kept.pop();
            break;
        }
    }
    kept.truncate(kept.trim_end_matches(['\u{200d}', ' ']).len());
    let isolated = kept.contains(ISOLATE.0) && !kept.contains(ISOLATE.1);
    kept.push('…');
    if isolated {
        kept.push(ISOLATE.1);
    }
    kept
}

/// Without escape sequences, control characters, direction overrides and characters nobody sees; white space
/// is one space. Keeps no more of the text than this many columns can show.
fn clean(text: &str, columns: usize) -> String {
    let mut clean = String::new();
    let mut marks = 0;
    // A column's character and its marks, or a joined one of several characters, in UTF-8.
    let most = columns.saturating_add(1).saturating_mul((MOST_MARKS + 1) * 4);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if clean.len() > most {
            clean.push('…');
            break;
        }
        match character {
            '\u{1b}' => {
                skip_sequence(&mut characters);
                clean.push('\u{fffd}');
            }
            c if c.is_whitespace() => {
                if !clean.is_empty() && !clean.ends_with(' ') {
                    clean.push(' ');
                }
            }
            c if c.is_control() || is_no_character(c) => clean.push('\u{fffd}'),
            c if is_unseen(c) => {}
            c if is_mark(c) => {
                marks += 1;
                if marks <= MOST_MARKS {
                    clean.push(c);
                }
                continue;
            }
            c => clean.push(c),
        }
        marks = 0;
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// The rest of a control sequence (`ESC [ … letter`); of other escape sequences nothing but the escape is
/// taken.
fn skip_sequence(characters: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    if characters.next_if_eq(&'[').is_none() {
        return;
    }
    while characters.next_if(|c| ('\u{20}'..='\u{3f}').contains(c)).is_some() {}
    characters.next_if(|c| ('\u{40}'..='\u{7e}').contains(c));
}

/// Direction embeddings, overrides and isolates, tags, and fillers without a glyph.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// Code points that Unicode keeps from ever being characters; markup may not hold them.
fn is_no_character(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// Takes no column of its own; joiners and variation selectors, which emoji are made with, are no marks.
fn is_mark(c: char) -> bool {
    !matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
        && unicode_width::UnicodeWidthChar::width(c) == Some(0)
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        assert_eq!(fit("a\u{1b}[31mred\u{1b}[0m\u{7}b", 20), "a\u{fffd}red\u{fffd}\u{fffd}b");
        assert_eq!(fit("Ana\u{202e}gnp.exe\r\n\tx\u{9b}2J", 30), "Anagnp.exe x\u{fffd}2J");
        assert_eq!(fit("a\u{ffff}b\u{fdd0}\u{1fffe}", 20), "a\u{fffd}b\u{fffd}\u{fffd}");
        assert_eq!(fit("  \u{feff}Ana\u{ad} \u{2066}B ", 30), "Ana B");
    }

    #[test]
    fn cuts_by_columns() {
        assert_eq!(fit("Chloé", 5), "Chloé");
        assert_eq!(fit("Chloe\u{301} Martin", 7), "Chloe\u{301}…");
        assert_eq!(fit("山田太郎", 5), "山田…");
        assert_eq!(fit("山田太郎", 4), "山…");
        assert_eq!(width(&fit("x".repeat(100_000).as_str(), 12)), 12);
        assert_eq!(fit("שלום", 8), "\u{2068}שלום\u{2069}");
    }

    #[test]
    fn a_pile_of_marks_is_levelled() {
        let pile = format!("a{}b", "\u{301}".repeat(500));
        assert_eq!(fit(&pile, 2), format!("a{}b", "\u{301}".repeat(4)));
    }
}
