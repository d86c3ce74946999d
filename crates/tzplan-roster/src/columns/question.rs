//! Headers that are questions.

use super::field::Field;
use super::synonym::named;

/// The field that a question asks for, as forms put them above their answers: `What is your time zone?`.
pub(super) fn asked(words: &[&str]) -> Option<(Field, u8)> {
    const FIRST: [&str; 7] = ["what", "which", "where", "your", "please", "enter", "select"];
    const IDLE: [&str; 20] = [
        "what",
        "which",
        "where",
        "s",
        "is",
        "are",
        "your",
        "you",
        "the",
        "do",
        "in",
        "please",
        "enter",
        "select",
        "usual",
        "usually",
        "normal",
        "current",
        "currently",
        "work",
    ];
    let is = |list: &[&str], word: &str| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    if !words.first().is_some_and(|first| is(&FIRST, first)) {
        return None;
    }
    let without = |idle: &[&str]| words.iter().filter(|word| !is(idle, word)).copied().collect::<String>();
    // "Which days do you work?", but "What are your work hours?"
    named(&without(&IDLE[..IDLE.len() - 1])).or_else(|| named(&without(&IDLE)))
}
