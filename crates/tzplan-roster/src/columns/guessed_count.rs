//! Headers under which numbers may say how many people a row stands for: `Employees`, `n`, `FTE`.

use super::header_words::HeaderWord;
use super::synonym::fold;
use super::{ColumnUse, Columns, Field};

/// So many columns are said not to be read.
const MOST_UNREAD: usize = 8;

/// Parts of headers that ask for a number, and not for people: `Team size`.
const OF_NUMBERS: [&str; 8] = ["size", "number", "count", "strength", "seat", "head", "pax", "no"];

impl Columns {
    /// Finds such columns, where no other one gives the count. They are read where rows have no names; where
    /// they have, a row is one person, and `n` may be its number.
    pub(super) fn guess_count(&mut self) {
        if self.place(Field::Count).is_some() {
            return;
        }
        for index in 0..self.list.len() {
            let header = fold(&self.list[index].header);
            let usage = self.list[index].usage;
            let is_open = matches!(
                usage,
                ColumnUse::Unknown | ColumnUse::Read(Field::Name) | ColumnUse::Outranked(Field::Name)
            );
            let is_named = self.place(Field::Name).is_some_and(|name| name != index)
                || self.place(Field::Surname).is_some();
            if !is_open || !HeaderWord::MayCount.is(&header) && !HeaderWord::Share.is(&header) {
                continue;
            }
            if is_named || HeaderWord::Share.is(&header) || self.guessed_count.is_some() {
                if self.unread_counts.len() < MOST_UNREAD {
                    self.unread_counts.push(index);
                }
                continue;
            }
            self.guessed_count = Some(index);
            self.may_name = !OF_NUMBERS.iter().any(|part| header.contains(part));
            if usage == ColumnUse::Unknown {
                self.place[Field::Count as usize] = Some(index);
                self.list[index].usage = ColumnUse::Read(Field::Count);
            }
        }
    }
}
