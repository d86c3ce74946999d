//! What stands around times and between them: a shift's name, words for and, words that belong to the next
//! time.

use super::spelling::brackets;
use super::spelling_words::{AND, FROM, SHIFTS};

/// The times of a shift that is named before them: `14-22` of `2nd shift (14-22)`, `22:00-06:00` of `Night
/// 22:00-06:00`.
pub(super) fn of_shift(plain: &str) -> Option<&str> {
    let is_name = |name: &str| {
        let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
        words.peek().is_some() && words.all(|word| SHIFTS.contains(&word))
    };
    if let Some((_, times, "")) = brackets(plain).filter(|(name, ..)| is_name(name)) {
        return Some(times);
    }
    let at = plain.match_indices(' ').map(|(at, _)| at).filter(|at| {
        plain[at + 1..].trim_start_matches(['-', ' ']).starts_with(|c: char| c.is_ascii_digit())
    });
    let mut named = at.rev().filter(|at| is_name(&plain[..*at]));
    named.next().map(|at| plain[at + 1..].trim_start_matches(['-', ' ']))
}

/// Times with commas between them in place of words: `9-14 y de 16-19` as `9-14,16-19`.
pub(super) fn listed(times: &str) -> String {
    let times = AND.iter().fold(times.to_owned(), |times, word| times.replace(word, ","));
    if !times.contains(char::is_alphabetic) {
        return times;
    }
    let plain = |range: &str| {
        let range = range.trim();
        FROM.iter().find_map(|word| range.strip_prefix(word)).unwrap_or(range).to_owned()
    };
    times.split(',').map(plain).collect::<Vec<_>>().join(",")
}

/// `lunes-viernes de` without the word that belongs to the times behind it.
pub(super) fn without_from(days: &str) -> &str {
    let before = |word: &str| days.strip_suffix(word.trim_end()).filter(|rest| rest.ends_with([' ', ',']));
    FROM.iter().find_map(|word| before(word)).unwrap_or(days)
}
