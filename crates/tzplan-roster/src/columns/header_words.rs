//! Words in headers that name no field themselves.

use std::sync::LazyLock;

use crate::word_table::WordTable;

/// What such a word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum HeaderWord {
    /// A remark about hours that names no other clock than the person's: `local`. `timezone` too, which the
    /// cells then name: `9-5 ET`.
    Remark,
    /// What entries are nested in that are about the person themselves: `profile.tz`, but not `manager.tz`.
    Parent,
    /// Between hours and their clock: `time zone of the hours`.
    OfClock,
    /// The first one of a question.
    Question,
    /// Says nothing in a question.
    InQuestion,
    /// A column of numbers under it may say how many people a row stands for: `employees`.
    MayCount,
    /// It is a number of people or of their shares, which nobody can tell apart: `FTE`.
    Share,
    /// Days under it are those on which nobody works: `non-working days`.
    NoWork,
    /// What stands below it is about days off: `vacation from`.
    Absence,
    /// What stands below it is about a pause in the day: `lunch`.
    Break,
    /// Dates under it are the last ones of people: `contract end`.
    Leaving,
    /// Dates under it are the first ones of people: `hire date`.
    Joining,
    /// Dates under it are those of something else: `probation end`.
    OtherDate,
    /// A day or days, of `days per week`.
    OfDays,
    /// Hours, of `weekly hours`.
    OfHours,
    /// A week.
    OfWeek,
    /// How much of a full week somebody works: `FTE`, `workload`.
    Workload,
    /// Whether somebody works less than a full week: `part time`.
    PartTime,
    /// The terms of employment: `contract type`, `status`.
    Terms,
    /// Yes says that somebody is there.
    Active,
    /// Yes says that somebody is there no more.
    Inactive,
    /// What stands below it is where somebody is: `lives in`.
    OtherPlace,
    /// Or where they go: `travels to`.
    Travel,
    /// What stands below it is about somebody or something else: `client`.
    OfOthers,
    /// Hours ahead of UTC.
    Offset,
    /// Free words about people.
    Notes,
    /// Says nothing in a question where it leaves a field: "Which days do you work?".
    WorkInQuestion,
    /// Beside a clock it is about hours: `available (UTC)`.
    WithClock,
}

const TSV: &str = include_str!("../../data/header_words.tsv");
static WORDS: LazyLock<WordTable<HeaderWord>> = LazyLock::new(|| {
    WordTable::of(TSV, |kind| match kind {
        "remark" => Some(HeaderWord::Remark),
        "parent" => Some(HeaderWord::Parent),
        "of-clock" => Some(HeaderWord::OfClock),
        "question" => Some(HeaderWord::Question),
        "in-question" => Some(HeaderWord::InQuestion),
        "may-count" => Some(HeaderWord::MayCount),
        "share" => Some(HeaderWord::Share),
        "no-work" => Some(HeaderWord::NoWork),
        "absence" => Some(HeaderWord::Absence),
        "break" => Some(HeaderWord::Break),
        "leaving" => Some(HeaderWord::Leaving),
        "joining" => Some(HeaderWord::Joining),
        "other-date" => Some(HeaderWord::OtherDate),
        "of-days" => Some(HeaderWord::OfDays),
        "of-hours" => Some(HeaderWord::OfHours),
        "of-week" => Some(HeaderWord::OfWeek),
        "workload" => Some(HeaderWord::Workload),
        "part-time" => Some(HeaderWord::PartTime),
        "terms" => Some(HeaderWord::Terms),
        "active" => Some(HeaderWord::Active),
        "inactive" => Some(HeaderWord::Inactive),
        "other-place" => Some(HeaderWord::OtherPlace),
        "travel" => Some(HeaderWord::Travel),
        "of-others" => Some(HeaderWord::OfOthers),
        "offset" => Some(HeaderWord::Offset),
        "notes" => Some(HeaderWord::Notes),
        "work-in-question" => Some(HeaderWord::WorkInQuestion),
        "with-clock" => Some(HeaderWord::WithClock),
        _ => None,
    })
});

impl HeaderWord {
    /// Whether a word in small letters is one.
    pub(super) fn is(self, word: &str) -> bool {
        WORDS.all(word).iter().any(|(_, kind)| *kind == self)
    }

    /// Whether one of the words of a header is one: of `vacation_start`, `VacationStart` and `vacation
    /// start`.
    pub(super) fn is_in(self, header: &str) -> bool {
        let mut words: Vec<String> = vec![String::new()];
        let mut was_small = false;
        for c in header.chars() {
            if !c.is_alphanumeric() || was_small && c.is_uppercase() {
                words.push(String::new());
            }
            was_small = c.is_lowercase();
            if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
                word.extend(c.to_lowercase());
            }
        }
        words.iter().any(|word| self.is(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_word_of_a_known_kind() {
        crate::word_table::assert_well_formed(TSV, &WORDS, false);
    }
}
