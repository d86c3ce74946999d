//! Words, abbreviations and offsets in a text: where they end, and whether they are one.

use super::script::is_native;
use super::time_names;

/// Whether a word is an abbreviation of a time, in capitals.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    // Most words are none, which is quickly seen.
    if !word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.') {
        return false;
    }
    let plain = word.replace('.', "");
    plain.len() > 1
        && (time_names::of_abbreviation(&plain).is_some()
            || time_names::several_of_abbreviation(&plain).is_some())
}

/// The length of a word: letters and digits of one script, with the dots and apostrophes inside.
pub(super) fn word_at(text: &str) -> usize {
    // Most words are ASCII, and end at a blank or a comma.
    let plain = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let ends = |next: &u8| next.is_ascii() && !matches!(next, b'.' | b'\'');
    if plain > 0 && text.as_bytes().get(plain).is_none_or(ends) {
        return plain;
    }
    let mut native = None;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let inside = matches!(c, '.' | '\'' | '\u{2019}')
            && text[at + c.len_utf8()..].starts_with(char::is_alphanumeric);
        let is_mark = !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() && is_native(&text[..end]);
        if !c.is_alphanumeric() && !inside && !is_mark {
            break;
        }
        if c.is_alphabetic() && !is_mark {
            let is_other = is_native(c.encode_utf8(&mut [0; 4]));
            if *native.get_or_insert(is_other) != is_other {
                break;
            }
        }
        end = at + c.len_utf8();
    }
    // `E.S.T.`
    end + usize::from(text[end..].starts_with('.') && text[..end].contains('.'))
}

/// `UTC+5:30`, `GMT -5`, `+0530`, `−3` at the start of a text: its length.
pub(super) fn offset_at(text: &str, before: Option<char>) -> Option<usize> {
    if before.is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let head =
        text.get(..3).filter(|head| head.eq_ignore_ascii_case("UTC") || head.eq_ignore_ascii_case("GMT"));
    if head.is_some() && before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let behind = &text[head.map_or(0, str::len)..];
    let mut rest = behind.trim_start();
    let sign = ['+', '-', '\u{2212}', '\u{b1}', '\u{2013}'].into_iter().find(|sign| rest.starts_with(*sign));
    match sign {
        Some(sign) => {
            rest = &rest[sign.len_utf8()..];
            if let Some(other) = rest.strip_prefix(['-', '/']) {
                rest = other.trim_start_matches(['-', '\u{2212}']).trim_start();
            }
            if head.is_some() || sign == '\u{b1}' {
                rest = rest.trim_start();
            }
        }
        None if head.is_some() && behind.starts_with(|c: char| c.is_ascii_digit() || c == ' ') => {}
        None => return None,
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 {
        return None;
    }
    let mut end = text.len() - rest.len() + digits;
    if let Some(fraction) = text[end..].strip_prefix([':', '.', ',', 'h'])
        && let count @ 1..=2 = fraction.bytes().take_while(u8::is_ascii_digit).count()
    {
        end += 1 + count;
    }
    let after = text[end..].chars().next();
    let is_hours = matches!(after, Some('h' | 'H'));
    if after.is_some_and(char::is_alphanumeric) && !is_hours {
        return None;
    }
    Some(end + usize::from(is_hours))
}
