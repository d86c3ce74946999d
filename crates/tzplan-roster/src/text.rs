//! Text from outside: control characters stop here.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr2_iter};

/// Lines longer than this are shown in part: that many bytes on either side of where the cell starts.
const SHOWN: usize = 160;

/// The text without control characters and the blanks around it.
///
/// Line breaks and tabs become a space. Every other control character (C0, DEL, C1), the marks that turn the
/// direction of the text around them (U+200E, U+200F, U+202A–202E, U+2066–2069) and characters that nobody
/// sees (soft hyphen, zero-width space, word joiner, invisible operators, byte order mark, Hangul fillers,
/// tags) are removed.
/// Letters of any script and the joiners they need stay.
///
/// ```
/// assert_eq!(tzplan_roster::clean("  Ana\u{1b}[31m\nSão \u{202e}Paulo\0 "), "Ana[31m São Paulo");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if !is_suspicious(text.as_bytes()) || !text.chars().any(is_unwanted) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        if !is_unwanted(c) {
            kept.push(c);
        } else if breaks_line(c) && !kept.ends_with(' ') {
            kept.push(' ');
        }
    }
    Cow::Owned(kept.trim().to_owned())
}

/// The text with every unwanted character replaced by one that shows where it stood: for source lines, whose
/// characters must stay in place.
pub(crate) fn show(text: &str) -> String {
    // True of most lines, and quick to find out.
    if !is_suspicious(text.as_bytes()) {
        return text.to_owned();
    }
    text.chars()
        .map(|c| {
            if !is_unwanted(c) {
                c
            } else if breaks_line(c) {
                ' '
            } else {
                '\u{fffd}'
            }
        })
        .collect()
}

/// A line as it can be shown, cut where it is very long, and the span of the cell in it.
pub(crate) fn excerpt(line: &[u8], cell: Range<usize>) -> (String, Range<usize>) {
    let boundary = |mut at: usize| {
        while at < line.len() && line[at] & 0xc0 == 0x80 {
            at += 1;
        }
        at
    };
    let from = if cell.start <= SHOWN { 0 } else { boundary(cell.start - SHOWN).min(cell.start) };
    let to = boundary(line.len().min(cell.start + SHOWN)).max(cell.start);
    let end = cell.end.min(to);
    let readable = |bytes: &[u8]| show(&String::from_utf8_lossy(bytes));
    let mut text = if from == 0 { String::new() } else { "…".to_owned() };
    text.push_str(&readable(&line[from..cell.start]));
    let start = text.len();
    text.push_str(&readable(&line[cell.start..end]));
    let span = start..text.len();
    text.push_str(&readable(&line[end..to]));
    text.push_str(if to < line.len() { "…" } else { "" });
    (text, span)
}

/// How many lines end in a text: line feeds, and carriage returns without one.
pub(crate) fn line_ends(text: &[u8]) -> u64 {
    if memchr(b'\r', text).is_none() {
        return memchr_iter(b'\n', text).count() as u64;
    }
    let is_end = |at: &usize| text[*at] == b'\n' || text.get(at + 1) != Some(&b'\n');
    memchr2_iter(b'\n', b'\r', text).filter(is_end).count() as u64
}

/// Whether the bytes are printable ASCII and nothing else: true of most rows, and quick to find out.
pub(crate) fn is_plain(bytes: &[u8]) -> bool {
    bytes.iter().fold(true, |plain, byte| plain & (byte.wrapping_sub(b' ') < 95))
}

/// Whether a cell is UTF-8 in which nothing needs cleaning and no blanks but spaces stand anywhere.
pub(crate) fn is_tidy(cell: &[u8]) -> bool {
    is_plain(cell)
        || std::str::from_utf8(cell).is_ok_and(|text| {
            !is_suspicious(cell) || !text.chars().any(|c| is_unwanted(c) || (c.is_whitespace() && c != ' '))
        })
}

/// Whether a byte stands in a text that may begin something to be cleaned.
pub(crate) fn is_suspicious(text: &[u8]) -> bool {
    // Many bytes at once where there are many; the rest of a row, or a cell, is looked up.
    let (front, rest) = text.split_at(text.len() - text.len() % AT_ONCE);
    front.iter().fold(false, |found, byte| found | may_begin(*byte))
        | rest.iter().fold(false, |found, byte| found | SUSPICIOUS[usize::from(*byte)])
}

/// How many bytes are compared at once.
const AT_ONCE: usize = 32;

/// What [`may_begin`] says of each byte.
const SUSPICIOUS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = may_begin(byte as u8);
        byte += 1;
    }
    table
};

/// C0 and DEL, then what U+0080–00BF, U+0600–063F, U+1000–3FFF, U+F000–FFFF, U+C0000–FFFFF begin with.
const fn may_begin(byte: u8) -> bool {
    (byte < 0x20)
        | (byte == 0x7f)
        | (byte == 0xc2)
        | (byte == 0xd8)
        | (byte.wrapping_sub(0xe1) < 3)
        | (byte == 0xef)
        | (byte == 0xf3)
}

/// A text cut to at most that many bytes, with an ellipsis where something is missing.
pub(crate) fn shorten(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most {
        return Cow::Borrowed(text);
    }
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    Cow::Owned(format!("{}…", &text[..end]))
}

fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
        || is_unseen(c)
}

/// Characters of format that no script needs; those that join letters or hold them apart (U+200C, U+200D) are
/// not among them. Tags are: whoever reads a page does not see what they spell, but for three flags.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{e0000}'..='\u{e007f}')
}

fn breaks_line(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_gets_through() {
        for code in 0..=0x1_0000_u32 {
            let Some(c) = char::from_u32(code) else { continue };
            let text = format!("a{c}b");
            let cleaned = clean(&text);
            assert!(!cleaned.chars().any(char::is_control), "{code:x}");
            assert!(!show(&text).chars().any(char::is_control), "{code:x}");
            assert_eq!(
                is_tidy(text.as_bytes()),
                !is_unwanted(c) && (c == ' ' || !c.is_whitespace()),
                "{code:x}"
            );
            assert_eq!(is_plain(text.as_bytes()), (0x20..0x7f).contains(&code), "{code:x}");
        }
    }

    #[test]
    fn scripts_and_joiners_stay() {
        for name in ["Ōe Kenzaburō", "नेहा", "محمد", "👩‍💻 Zoë", "O’Brien-Łuk"] {
            assert_eq!(clean(name), name);
        }
        assert_eq!(clean("\u{a0}Ana\u{a0}"), "Ana");
        assert_eq!(clean("Ana\r\nMaria"), "Ana Maria");
        // Persian holds letters apart, Sinhala joins them, a family is one picture.
        for name in ["می\u{200c}نا", "ක්\u{200d}ෂ", "👩\u{200d}👧"] {
            assert_eq!(clean(name), name);
        }
    }

    #[test]
    fn what_nobody_sees_is_taken_out() {
        assert_eq!(clean("\u{200b}A\u{ad}n\u{2060}a\u{feff}"), "Ana");
        assert_eq!(clean("\u{200b} Ana \u{200b}"), "Ana");
        assert_eq!(clean("\u{200b}"), "");
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(shorten("ééé", 3), "é…");
        assert_eq!(shorten("abc", 3), "abc");
    }

    #[test]
    fn long_lines_are_shown_around_the_cell() {
        let line = format!("{},Berln,{}", "é".repeat(200), "x".repeat(400));
        let start = line.find("Berln").unwrap();
        let (text, span) = excerpt(line.as_bytes(), start..start + 5);
        assert_eq!(&text[span], "Berln");
        assert!(text.starts_with("…é") && text.ends_with("x…") && text.len() < 340);
        let (text, span) = excerpt(b"a\x1b[1m\tb\xff,c", 0..8);
        assert_eq!((text.as_str(), span), ("a\u{fffd}[1m b\u{fffd},c", 0..12));
    }
}
