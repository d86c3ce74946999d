//! In which order a cell writes day and month: `24/12/2026` says it for `05/06/2027` beside it.

use std::ops::RangeInclusive;

/// Which of the two numbers of `05/06/2027` is the day, and whether the year may stand in front of both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
    /// Either, but no year of two digits stands in front: `02/01/27` says it for `30/12/26` beside it.
    YearLast,
}

/// Years of two digits that may stand in front, which is rare: none before this program was. `24/12/26` is a
/// Christmas Eve.
pub(super) const YEARS_IN_FRONT: RangeInclusive<u32> = 26..=39;

impl Order {
    /// The order that the dates of a text have which can only have one: `24/12/2026-02/01/2027`, `24-12-2026
    /// to 02-01-2027`. `None` where none is such a date, or two are that differ.
    pub(super) fn of(text: &str) -> Option<Self> {
        let dates = |mark: char| text.split(move |c: char| !c.is_ascii_digit() && c != mark);
        // Of dashes those of whole dates: `5-13` may be two days.
        let dashed = dates('-').filter(|date| date.split('-').count() == 3);
        let slashed = dates('/').filter(|date| date.contains('/'));
        let found: Vec<Self> = slashed.chain(dashed).filter_map(Self::of_date).collect();
        let mut orders = found.iter().copied().filter(|order| *order != Self::YearLast);
        match orders.next() {
            Some(first) => orders.all(|other| other == first).then_some(first),
            None => found.first().copied(),
        }
    }

    fn of_date(date: &str) -> Option<Self> {
        let fields: Vec<&str> = date.split(['/', '-']).collect();
        let are_short = fields.iter().all(|field| field.len() <= 2);
        let numbers: Vec<u32> =
            fields.iter().take(2).filter(|n| n.len() <= 2).filter_map(|n| n.parse().ok()).collect();
        let is_short = fields.len() == 3 && are_short;
        match numbers[..] {
            [first, _] if is_short && YEARS_IN_FRONT.contains(&first) => None,
            [13..=31, 1..=12] => Some(Self::DayFirst),
            [1..=12, 13..=31] => Some(Self::MonthFirst),
            _ if is_short => Some(Self::YearLast),
            _ => None,
        }
    }
}
