//! What a calendar leaves open, and how it was taken: by line alone, for what an event is called is nobody's
//! business but the reader's of the calendar.

use super::said::MOST_LISTED;
use crate::assumption::Assumption;
use crate::wording::Listed;

/// The kinds, in the order in which they are told.
const KINDS: [Kind; 7] = [
    Kind {
        code: "taken-as-off",
        of_faults: &["taken-as-off"],
        one: "says neither absence nor work, and is taken for a day off",
        more: "say neither absence nor work, and are taken for days off",
    },
    Kind {
        code: "unmatched-event",
        of_faults: &["unmatched-event", "ambiguous-event"],
        one: "names nobody of the roster, or several people, and is nobody's day off",
        more: "name nobody of the roster, or several people, and are nobody's days off",
    },
    Kind {
        code: "free-event",
        of_faults: &["free-event"],
        one: "is marked as free time, and is taken for no day off",
        more: "are marked as free time, and are taken for no days off",
    },
    Kind {
        code: "part-of-a-day",
        of_faults: &["part-of-a-day"],
        one: "covers a part of a day, and is taken for no day off",
        more: "cover parts of days, and are taken for no days off",
    },
    Kind {
        code: "times-in-utc",
        of_faults: &["times-in-utc"],
        one: "has times in UTC and says not whose days they are: they are counted in UTC",
        more: "have times in UTC and say not whose days they are: they are counted in UTC",
    },
    Kind {
        code: "unknown-tzid",
        of_faults: &["unknown-tzid"],
        one: "names a zone that is not known, and is taken on the clock of whoever is off, or in UTC",
        more: "name zones that are not known, and are taken on the clock of whoever is off, or in UTC",
    },
    Kind {
        code: "rule-not-read",
        of_faults: &["rule-not-read"],
        one: "repeats an event in a way that is not read, and counts as if it were not there",
        more: "repeat events in ways that are not read, and count as if they were not there",
    },
];

struct Kind {
    code: &'static str,
    /// The codes of the faults that say it too.
    of_faults: &'static [&'static str],
    one: &'static str,
    more: &'static str,
}

/// The lines of each kind.
#[derive(Default)]
pub(super) struct LeftOpen {
    lines: [Vec<u64>; KINDS.len()],
}

impl LeftOpen {
    /// Adds lines about which a fault is told, if it is one of what is left open.
    pub(super) fn add(&mut self, fault: &str, lines: impl IntoIterator<Item = u64>) {
        if let Some(kind) = KINDS.iter().position(|kind| kind.of_faults.contains(&fault)) {
            self.lines[kind].extend(lines);
        }
    }

    pub(super) fn assumptions(self) -> Vec<Assumption> {
        let of_kind = KINDS.iter().zip(self.lines).filter(|(_, lines)| !lines.is_empty());
        of_kind.map(|(kind, lines)| kind.assumption(lines)).collect()
    }
}

impl Kind {
    fn assumption(&self, mut lines: Vec<u64>) -> Assumption {
        lines.sort_unstable();
        lines.dedup();
        let count = lines.len();
        let listed: Vec<String> = lines.iter().map(u64::to_string).collect();
        let listed = Listed::new(&listed, " and ").first(MOST_LISTED);
        let is_of_lines = matches!(self.code, "unknown-tzid" | "rule-not-read");
        let message = match (is_of_lines, count) {
            (true, 1) => format!("line {listed} {}", self.one),
            (true, _) => format!("lines {listed} {}", self.more),
            (false, 1) => format!("the event on line {listed} {}", self.one),
            (false, _) => format!("the events on lines {listed} {}", self.more),
        };
        lines.truncate(Assumption::MOST_ROWS);
        Assumption { code: self.code, message: message.into(), rows: lines, count }
    }
}
