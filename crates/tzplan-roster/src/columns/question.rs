//! Headers that are questions.

use super::field::Field;
use super::header_words::HeaderWord;
use super::synonym::named;

/// The field that a question asks for, as forms put them above their answers: `What is your time zone?`.
pub(super) fn asked(words: &[&str]) -> Option<(Field, u8)> {
    let lower: Vec<String> = words.iter().map(|word| word.to_ascii_lowercase()).collect();
    if !lower.first().is_some_and(|first| HeaderWord::Question.is(first)) {
        return None;
    }
    let without = |idle: &[HeaderWord]| {
        let says = |(lower, _): &(&String, &&str)| !idle.iter().any(|kind| kind.is(lower));
        lower.iter().zip(words).filter(says).map(|(_, word)| *word).collect::<String>()
    };
    // "Which days do you work?", but "What are your work hours?"
    let all = [HeaderWord::InQuestion, HeaderWord::WorkInQuestion];
    named(&without(&all[..1])).or_else(|| named(&without(&all)))
}
