//! In which order a cell writes day and month: `24/12/2026` says it for `05/06/2027` beside it.

/// Which of the two numbers of `05/06/2027` is the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

impl Order {
    /// The order that the dates of a text have which can only have one: `24/12/2026-02/01/2027`, `24-12-2026
    /// to 02-01-2027`. `None` where none is such a date, or two are that differ.
    pub(super) fn of(text: &str) -> Option<Self> {
        let dates = |mark: char| text.split(move |c: char| !c.is_ascii_digit() && c != mark);
        // Of dashes those of whole dates: `5-13` may be two days.
        let dashed = dates('-').filter(|date| date.split('-').count() == 3);
        let slashed = dates('/').filter(|date| date.contains('/'));
        let mut found = slashed.chain(dashed).filter_map(|date| {
            let numbers: Vec<u32> = date
                .split(['/', '-'])
                .take(2)
                .filter(|n| n.len() <= 2)
                .filter_map(|n| n.parse().ok())
                .collect();
            match numbers[..] {
                [13..=31, 1..=12] => Some(Self::DayFirst),
                [1..=12, 13..=31] => Some(Self::MonthFirst),
                _ => None,
            }
        });
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }
}
