//! Words beside the dates of days off that say nothing more: `PTO: Dec 24-31`, `24 Dec (vacation)`.

use std::sync::LazyLock;

use crate::word_table::WordTable;

const TSV: &str = include_str!("../../../data/leave_words.tsv");

static WORDS: LazyLock<WordTable<()>> = LazyLock::new(|| WordTable::of(TSV, |_| Some(())));

/// The most words of one saying.
const MOST_WORDS: usize = 3;

/// A part of a cell without such words before or behind the dates.
pub(super) fn without_words(part: &str) -> &str {
    // Most dates begin and end with a digit.
    let is_bare = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if is_bare(part.chars().next()) && is_bare(part.chars().next_back()) {
        return part;
    }
    let part = part.trim();
    if let Some((before, inside)) = part.strip_suffix(')').and_then(|part| part.split_once('(')) {
        match (says_leave(before), says_leave(inside)) {
            (true, false) => return inside.trim(),
            (false, true) => return before.trim(),
            _ => {}
        }
    }
    for mark in [": ", " - ", " \u{2013} "] {
        match part.split_once(mark) {
            Some((words, dates)) if says_leave(words) => return dates.trim(),
            _ => {}
        }
        match part.rsplit_once(mark) {
            Some((dates, words)) if says_leave(words) => return dates.trim(),
            _ => {}
        }
    }
    let blanks = part.match_indices(' ').map(|(at, _)| at).take(MOST_WORDS);
    let before = blanks.filter(|at| says_leave(&part[..*at])).last().map(|at| part[at..].trim_start());
    let part = before.unwrap_or(part);
    let blanks = part.rmatch_indices(' ').map(|(at, _)| at).take(MOST_WORDS);
    blanks.filter(|at| says_leave(&part[*at..])).last().map_or(part, |at| part[..at].trim_end())
}

fn says_leave(words: &str) -> bool {
    WORDS.get(words.trim().trim_end_matches(':').to_lowercase().as_str()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_data() {
        crate::word_table::assert_well_formed(TSV, &WORDS, true);
        assert!(WORDS.rows().iter().all(|(word, ())| word.to_lowercase() == *word));
        assert!(WORDS.rows().iter().all(|(word, ())| word.split(' ').count() <= MOST_WORDS));
    }

    #[test]
    fn dates_stay_without_them() {
        for (part, dates) in [
            ("PTO Dec 24-31", "Dec 24-31"),
            ("PTO: Dec 24-31", "Dec 24-31"),
            ("Vacation 24 Dec - 2 Jan", "24 Dec - 2 Jan"),
            ("vacation (24 Dec - 2 Jan)", "24 Dec - 2 Jan"),
            ("24 Dec - 2 Jan (vacation)", "24 Dec - 2 Jan"),
            ("24-31 Dec: Urlaub", "24-31 Dec"),
            ("Urlaub 24.12.-31.12.", "24.12.-31.12."),
            ("out of office 24 Dec", "24 Dec"),
            ("24 Dec off", "24 Dec"),
            ("отпуск с 24 по 31 декабря", "с 24 по 31 декабря"),
            ("24 Dec (half day)", "24 Dec (half day)"),
            ("half day 24 Dec", "half day 24 Dec"),
            ("24 Dec", "24 Dec"),
            ("off", "off"),
            ("2026-12-24", "2026-12-24"),
        ] {
            assert_eq!(without_words(part), dates, "{part}");
        }
    }
}
