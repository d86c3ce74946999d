//! Two columns for each weekday, of its start and of its end: `Monday start`, `Monday end`.

use super::synonym::{fold, named};
use super::{ColumnUse, Columns, Field};
use crate::work::steps;

impl Columns {
    /// Finds those of the weekdays that no other column gives: a weekday is read from its start, with its
    /// end.
    pub(super) fn read_weekday_times(&mut self) {
        let mut times = [[None; 2]; 7];
        for (place, column) in self.list.iter().enumerate() {
            if column.usage != ColumnUse::Unknown {
                continue;
            }
            if let Some((day, half)) = time_of_weekday(&column.header) {
                times[day][half].get_or_insert(place);
            }
        }
        for (day, field) in Field::OF_WEEKDAYS.into_iter().enumerate() {
            if let ([Some(start), Some(end)], None) = (times[day], self.place(field)) {
                self.place[field as usize] = Some(start);
                self.weekday_ends[day] = Some(end);
                self.list[start].usage = ColumnUse::Read(field);
                self.list[end].usage = ColumnUse::Read(field);
            }
        }
    }

    /// The columns of the ends of weekdays whose own columns are those of their starts.
    pub(crate) fn weekday_ends(&self) -> [Option<usize>; 7] {
        self.weekday_ends
    }
}

/// No header of a weekday and a time is longer, in bytes.
const LONGEST: usize = 100;

/// The weekday of such a header, and whether it is that of the start or of the end.
fn time_of_weekday(header: &str) -> Option<(usize, usize)> {
    // Each of its places is tried: a header of a thousand bytes would take a thousand times as long.
    if header.len() > LONGEST {
        return None;
    }
    steps(header.len().pow(2));
    let folded = fold(header);
    let cuts = folded.char_indices().map(|(at, _)| at).skip(1);
    let both = cuts.flat_map(|at| {
        let (front, behind) = folded.split_at(at);
        [(front, behind), (behind, front)]
    });
    both.into_iter().find_map(|(day, time)| {
        let (day, _) = named(day)?;
        let day = Field::OF_WEEKDAYS.iter().position(|known| *known == day)?;
        match (named(time).map(|(field, _)| field), time) {
            (Some(Field::Start), _) | (_, "in" | "from" | "open" | "opens") => Some((day, 0)),
            (Some(Field::End), _) | (_, "out" | "to" | "until" | "till" | "close" | "closes") => {
                Some((day, 1))
            }
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_weekdays_and_times() {
        for (header, expected) in [
            ("Monday start", Some((0, 0))),
            ("Mon End", Some((0, 1))),
            ("start_tuesday", Some((1, 0))),
            ("wednesdayEndTime", Some((2, 1))),
            ("Thu in", Some((3, 0))),
            ("Fri to", Some((4, 1))),
            ("saturday.start", Some((5, 0))),
            ("Sunday finish", Some((6, 1))),
            ("Monday", None),
            ("Start", None),
            ("Monday notes", None),
        ] {
            assert_eq!(time_of_weekday(header), expected, "{header}");
        }
    }
}
