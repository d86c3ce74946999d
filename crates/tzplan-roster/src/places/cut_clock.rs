//! The clock that a cell of hours names.

use tzplan::hours::WeekdayNames;

use super::token::{is_abbreviation, offset_at, word_at};

/// A cell of hours without the clock that it names, and that clock: `9-5 ET` as `9-5` and `ET`, `9:30-18:30
/// (GMT+5:30)` as `9:30-18:30` and `GMT+5:30`. It may stand behind each time, `9am EST - 5pm EST`, and
/// several names of it together: of `9-17 CET (UTC+2)` it is `CET UTC+2`.
pub(crate) fn cut_clock(text: &str) -> Option<(String, String)> {
    let Some((mut rest, mut clock)) = cut_first(text) else { return cut_name(text) };
    while let Some((behind, again)) = cut_first(&rest) {
        if !clock.split(' ').any(|known| known.eq_ignore_ascii_case(&again)) {
            clock = format!("{clock} {again}");
        }
        rest = behind;
    }
    Some((rest, clock))
}

/// Words that are capitals of sentences before `time`, not names of places.
const NO_NAMES: [&str; 14] = [
    "Local", "My", "Own", "Their", "Your", "Our", "Full", "Part", "Flex", "Core", "Lunch", "Break", "Half",
    "Over",
];
/// Times that go without the word.
const TIMES: [&str; 5] = ["Eastern", "Central", "Mountain", "Pacific", "\u{41c}\u{421}\u{41a}"];
/// The most words of a name.
const MOST_WORDS: usize = 4;

/// `9-5 Eastern Time`, `9-17 (Berlin time)`, `9-5 Pacific`: a clock that is named in words behind the hours.
fn cut_name(text: &str) -> Option<(String, String)> {
    let plain = text.strip_suffix([')', ']']).unwrap_or(text).trim_end();
    let name = plain.strip_suffix(" time").or_else(|| plain.strip_suffix(" Time")).unwrap_or(plain);
    let is_short = name.len() == plain.len();
    let begins = |at: usize| (at, name[at..].trim_start_matches([' ', '(', '[']));
    let cuts = name.rmatch_indices([' ', '(', '[']).map(|(at, _)| begins(at)).take(MOST_WORDS);
    let is_name = |words: &str| {
        let is_word = |word: &str| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(char::is_alphabetic)
                && !NO_NAMES.contains(&word)
        };
        if is_short { TIMES.contains(&words) } else { words.split(' ').all(is_word) }
    };
    let (at, words) = cuts.filter(|(_, words)| is_name(words)).last()?;
    let hours = name[..at].trim_end_matches([' ', '(', '[']);
    let is_of_hours = hours.ends_with(|c: char| c.is_ascii_digit() || matches!(c, 'm' | 'h' | '.'));
    let clock = if is_short { words.to_owned() } else { format!("{words} time") };
    (is_of_hours && hours.contains(|c: char| c.is_ascii_digit())).then(|| (hours.to_owned(), clock))
}

fn cut_first(text: &str) -> Option<(String, String)> {
    // Most hours are numbers alone.
    if !text.contains(char::is_alphabetic) {
        return None;
    }
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
            None if is_path(&text[at..zone]) => zone - at,
            None => word_at(&text[at..]),
        };
        let word = &text[at..at + length];
        // `14:00-22:00Z`
        let is_zulu = word == "Z" && before.is_some_and(|c| c.is_ascii_digit());
        let is_utc = is_zulu || word.eq_ignore_ascii_case("utc") || word.eq_ignore_ascii_case("gmt");
        if is_of_days(word, &text[..at], &text[at + length..]) {
            at += length;
            continue;
        }
        if is_utc || is_abbreviation(word) || word.contains('/') || offset_at(word, None).is_some() {
            let after = text[at + length..].trim_start();
            let after =
                after.strip_prefix("time zone").or_else(|| after.strip_prefix("time")).unwrap_or(after);
            let rest = format!("{} {after}", &text[..at]);
            let rest = rest.replace("( )", " ").replace("[ ]", " ");
            let clock = if is_zulu { "UTC" } else { word };
            return Some((rest.trim().to_owned(), clock.to_owned()));
        }
        at += length;
    }
    None
}

/// `America/New_York`, but neither `Mon/Wed/Fri` nor `T/Th`.
fn is_path(text: &str) -> bool {
    let is_day = |part: &str| part.len() < 2 || WeekdayNames::of(&part.to_lowercase()).next().is_some();
    text.contains('/') && text.contains(char::is_uppercase) && !text.split('/').all(is_day)
}

/// Whether a word is the first or the last of a range of weekdays: `PON-PT` ends on a Friday in Polish.
fn is_of_days(word: &str, before: &str, behind: &str) -> bool {
    let is_day = |word: &str| WeekdayNames::of(&word.to_lowercase()).next().is_some();
    let dash = |c: char| matches!(c, '-' | '\u{2013}');
    let last = before.strip_suffix(dash).and_then(|text| text.rsplit(|c: char| !c.is_alphabetic()).next());
    let next = behind.strip_prefix(dash).and_then(|text| text.split(|c: char| !c.is_alphabetic()).next());
    is_day(word) && last.or(next).is_some_and(is_day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_cut_out_of_hours() {
        for (text, expected) in [
            ("9-5 ET", Some("9-5|ET")),
            ("9-5 America/New_York", Some("9-5|America/New_York")),
            ("Mon/Wed/Fri 9-13", None),
            ("T/Th 1pm-5pm", None),
            ("9-17 CET (UTC+2)", Some("9-17|CET UTC+2")),
            ("9am EST - 5pm EST", Some("9am  - 5pm|EST")),
            ("9am EST - 5pm PST", Some("9am  - 5pm|EST PST")),
            ("Mon-Thu 9-17 UTC+1", Some("Mon-Thu 9-17|UTC+1")),
            ("PON-PT 9-17", None),
            ("PT-ND 9-17", None),
            ("9-17 PT", Some("9-17|PT")),
            ("14:00-22:00Z", Some("14:00-22:00|UTC")),
            ("14:00Z-22:00Z", Some("14:00 -22:00|UTC")),
            ("9-17 Z", None),
            ("9-5 Eastern Time", Some("9-5|Eastern time")),
            ("9am-5pm Pacific", Some("9am-5pm|Pacific")),
            ("9-17 (Berlin time)", Some("9-17|Berlin time")),
            ("9-17 Central European Time", Some("9-17|Central European time")),
            ("9-17 local time", None),
            ("9-17 Full Time", None),
            ("9-17 (Fri home)", None),
            ("Core Time", None),
        ] {
            let cut = cut_clock(text).map(|(rest, clock)| format!("{rest}|{clock}"));
            assert_eq!(cut.as_deref(), expected, "{text}");
        }
    }
}
