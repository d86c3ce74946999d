//! Columns among those of weekdays that are not read: `Tu` between `Mo` and `Fr`.

use super::{Column, ColumnUse, Columns, Field};
use crate::faults::Fault;

/// Names of days are short, also those that are written out.
const LONGEST: usize = 12;
/// Short forms are shorter.
const LONGEST_SHORT: usize = 4;
/// With as many days read, those beside them are hardly days.
const WHOLE_WEEK: usize = 5;

impl Columns {
    /// A warning where headers among those of weekdays, or two and more short ones beside a few of them, are
    /// not read: they may be days, too.
    pub(super) fn unread_weekdays(&self) -> Option<(usize, Fault)> {
        let read: Vec<usize> = Field::OF_WEEKDAYS.iter().filter_map(|day| self.place(*day)).collect();
        let (first, last) = (*read.iter().min()?, *read.iter().max()?);
        let mut unread: Vec<usize> =
            (first..last).filter(|index| self.may_be_a_day(*index, LONGEST)).collect();
        if read.len() < WHOLE_WEEK {
            let is_short = |index: &usize| self.may_be_a_day(*index, LONGEST_SHORT);
            let before: Vec<usize> = (0..first).rev().take_while(is_short).collect();
            let after: Vec<usize> = (last + 1..self.list.len()).take_while(is_short).collect();
            if before.len() + after.len() > 1 {
                unread.extend(before.into_iter().chain(after));
            }
        }
        unread.sort_unstable();
        let named: Vec<String> =
            unread.iter().map(|index| format!("`{}`", self.list[*index].header)).collect();
        let place = *unread.first()?;
        let known: Vec<String> = read.iter().map(|index| format!("`{}`", self.list[*index].header)).collect();
        let fault = Fault::warning(
            "unread-weekdays",
            format!("{} not read beside the weekdays {}", are(&named), known.join(", ")),
            "if they are days, name them Mon, Tue, Wed, Thu, Fri, Sat, Sun",
        );
        Some((place, fault))
    }

    fn may_be_a_day(&self, index: usize, longest: usize) -> bool {
        let Column { header, usage } = &self.list[index];
        let letters = header.trim_end_matches('.');
        let is_a_word = !letters.is_empty() && letters.chars().all(char::is_alphabetic);
        *usage == ColumnUse::Unknown && is_a_word && letters.chars().count() <= longest
    }
}

/// `A is`, `A, B are`.
fn are(named: &[String]) -> String {
    format!("{} {}", named.join(", "), if named.len() == 1 { "is" } else { "are" })
}
