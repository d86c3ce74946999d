//! The words of an event's summary, and what they mean that are no names.

use std::sync::LazyLock;

use crate::word_table::WordTable;

const TSV: &str = include_str!("../../data/calendar_words.tsv");

/// What words of a summary mean that are no names.
static WORDS: LazyLock<WordTable<CalendarWord>> = LazyLock::new(|| WordTable::of(TSV, CalendarWord::of));

/// What a word means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum CalendarWord {
    /// Nobody is away for it: a birthday.
    Work,
    /// In a title of nothing else but names: somebody is there again, or on a first or last day.
    There,
    /// A first name that is a word of every day, too: May.
    Word,
    /// It joins two names: and.
    Joins,
    /// It stands beside the name of somebody who is away: out.
    Away,
    /// It stands beside both, and says nothing by itself: of.
    Beside,
    /// It is about a part of a day: half day.
    Part,
    /// What a program writes before the title of an event that is cancelled.
    Cancelled,
}

impl CalendarWord {
    fn of(meaning: &str) -> Option<Self> {
        match meaning {
            "work" => Some(Self::Work),
            "there" => Some(Self::There),
            "word" => Some(Self::Word),
            "joins" => Some(Self::Joins),
            "away" => Some(Self::Away),
            "beside" => Some(Self::Beside),
            "part" => Some(Self::Part),
            "cancelled" => Some(Self::Cancelled),
            _ => None,
        }
    }
}

/// Stands for the signs between the parts of a summary.
const SIGN: &str = "-";

/// The words of a text in small letters; `Ana's` is Ana. What joins names is a word, too, and other signs
/// between words are [one](SIGN).
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let text = text.to_lowercase().replace('\u{2019}', "'");
    for piece in text.split_whitespace() {
        let mut word = String::new();
        let mut end = |word: &mut String| {
            let own = word.strip_suffix("'s").unwrap_or(word).replace('\'', "");
            if !own.is_empty() {
                words.push(own);
            }
            word.clear();
        };
        let characters: Vec<char> = piece.chars().collect();
        for (place, c) in characters.iter().copied().enumerate() {
            let is_inside = place > 0 && characters.get(place + 1).is_some_and(|next| next.is_alphanumeric());
            match c {
                c if c.is_alphanumeric() || c == '\'' => word.push(c),
                // `Jean-Pierre`, `J.R.`
                '-' | '.' | '_' if is_inside || c == '.' => end(&mut word),
                '&' | '+' | '/' | ',' => {
                    end(&mut word);
                    end(&mut c.to_string());
                }
                _ => {
                    end(&mut word);
                    end(&mut SIGN.to_owned());
                }
            }
        }
        end(&mut word);
    }
    words
}

/// Whether a summary says that nobody is away.
pub(super) fn is_no_absence(text: &[String]) -> bool {
    says(text, CalendarWord::Work)
}

/// How many words at the beginning of a text say that somebody is there: 2 of `first day`.
pub(super) fn words_for_being_there(text: &[String]) -> Option<usize> {
    let lengths = (1..=MOST_WORDS.min(text.len())).rev();
    lengths.into_iter().find(|length| WORDS.get(&text[..*length].join(" ")) == Some(&CalendarWord::There))
}

/// Whether a word is nothing but the signs between others, or joins names.
pub(super) fn is_between(word: &str) -> bool {
    word == SIGN || joins_names(word)
}

/// Whether a summary is about a part of a day.
pub(super) fn is_part_of_a_day(text: &[String]) -> bool {
    says(text, CalendarWord::Part)
}

/// No row has more words.
const MOST_WORDS: usize = 4;

fn says(text: &[String], meaning: CalendarWord) -> bool {
    let is_it = |words: &[String]| WORDS.get(&words.join(" ")) == Some(&meaning);
    (1..=MOST_WORDS).any(|length| text.windows(length).any(is_it))
}

/// Whether a program says of an event in its title that it is cancelled: `Canceled: Ana out`.
pub(super) fn is_cancelled(title: &str) -> bool {
    let front = title.split_once([':', '\u{ff1a}']).map(|(front, _)| front.trim().to_lowercase());
    front.is_some_and(|front| WORDS.get(front.as_str()) == Some(&CalendarWord::Cancelled))
}

/// Whether a word beside a first name is no part of a name.
pub(super) fn says_nothing_of_names(word: &str) -> bool {
    let is_number = word.chars().any(|c| c.is_ascii_digit());
    let known = WORDS
        .get(word)
        .is_some_and(|word| matches!(word, CalendarWord::Joins | CalendarWord::Away | CalendarWord::Beside));
    known || is_number || word == SIGN || word == "will"
}

/// Whether a word says that somebody is away.
pub(super) fn is_away(word: &str) -> bool {
    WORDS.get(word) == Some(&CalendarWord::Away)
}

/// Whether a word stands between two names.
pub(super) fn joins_names(word: &str) -> bool {
    WORDS.get(word) == Some(&CalendarWord::Joins)
}

/// Whether a first name is a word of every day, too.
pub(super) fn is_word_of_every_day(name: &str) -> bool {
    WORDS.get(name) == Some(&CalendarWord::Word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_table::assert_well_formed;

    #[test]
    fn every_word_is_read() {
        assert_well_formed(TSV, &WORDS, true);
        assert!(WORDS.rows().iter().all(|(words, _)| words.split(' ').count() <= MOST_WORDS));
        // Whatever is looked for in a summary is written as it is cut.
        let is_cut = |row: &&(&str, CalendarWord)| {
            matches!(row.1, CalendarWord::Part | CalendarWord::Work | CalendarWord::There)
                && words(row.0).join(" ") != row.0
        };
        assert_eq!(WORDS.rows().iter().find(is_cut), None);
    }

    #[test]
    fn parts_of_days_and_cancelled_events_are_told_by_their_titles() {
        for title in
            ["Ana: half day", "Ana half-day", "Ana \u{bd} day", "Ana 1/2 day", "Ana (0.5 days)", "Ana (AM)"]
        {
            assert!(is_part_of_a_day(&words(title)), "{title}");
        }
        for title in ["Ana out", "Urlaub am Montag", "Ana 10.5 days", "Ana AM"] {
            assert!(!is_part_of_a_day(&words(title)), "{title}");
        }
        for (title, is_it) in [
            ("Canceled: Ana out", true),
            ("Abgesagt: Ana", true),
            ("Ana: canceled", false),
            ("Canceled flight", false),
        ] {
            assert_eq!(is_cancelled(title), is_it, "{title}");
        }
    }

    #[test]
    fn what_stands_inside_a_word_ends_it_and_other_signs_are_one() {
        let cases: [(&str, &[&str]); 8] = [
            ("Jean-Pierre's leave", &["jean", "pierre", "leave"]),
            ("J.R. away", &["j", "r", "away"]),
            ("Ana/Bo & Cy", &["ana", "/", "bo", "&", "cy"]),
            ("Ana, Bo", &["ana", ",", "bo"]),
            ("Ana - out", &["ana", SIGN, "out"]),
            ("-Ana", &[SIGN, "ana"]),
            ("Ana-", &["ana", SIGN]),
            ("(Ana)", &[SIGN, "ana", SIGN]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
