//! The clock that a cell of hours names.

use super::token::{is_abbreviation, offset_at, word_at};

/// A cell of hours without the clock that it names, and that clock: `9-5 ET` as `9-5` and `ET`,
/// `9:30-18:30 (GMT+5:30)` as `9:30-18:30` and `GMT+5:30`. It may stand behind each time: `9am EST - 5pm EST`.
pub(crate) fn cut_clock(text: &str) -> Option<(String, String)> {
    let (mut rest, clock) = cut_first(text)?;
    while let Some((behind, again)) = cut_first(&rest).filter(|(_, again)| again.eq_ignore_ascii_case(&clock))
    {
        (rest, _) = (behind, again);
    }
    Some((rest, clock))
}

fn cut_first(text: &str) -> Option<(String, String)> {
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let before = text[..at].chars().next_back();
        if before.is_some_and(char::is_alphabetic) || !c.is_alphabetic() {
            at += c.len_utf8();
            continue;
        }
        let zone = text[at..]
            .find(|c: char| c.is_whitespace() || "()[],;".contains(c))
            .map_or(text.len(), |end| at + end);
        let length = match offset_at(&text[at..], before) {
            Some(length) => length,
            // `America/New_York`
            None if text[at..zone].contains('/') && text[at..zone].contains(char::is_uppercase) => zone - at,
            None => word_at(&text[at..]),
        };
        let word = &text[at..at + length];
        let is_utc = word.eq_ignore_ascii_case("utc") || word.eq_ignore_ascii_case("gmt");
        if is_utc || is_abbreviation(word) || word.contains('/') || offset_at(word, None).is_some() {
            let after = text[at + length..].trim_start();
            let after =
                after.strip_prefix("time zone").or_else(|| after.strip_prefix("time")).unwrap_or(after);
            let rest = format!("{} {after}", &text[..at]);
            let rest = rest.replace("( )", " ").replace("[ ]", " ");
            return Some((rest.trim().to_owned(), word.to_owned()));
        }
        at += length;
    }
    None
}
