//! Columns of `AM` and `PM` beside those of times: `Start`, `AM/PM`, `End`, `AM/PM`.

use super::synonym::fold;
use super::{ColumnUse, Columns, Field};

/// Headers of such columns, folded; others have them within: `start_ampm`.
const HEADERS: [&str; 4] = ["ampm", "pmam", "amorpm", "meridiem"];

impl Columns {
    /// Finds the one that belongs to the start, and that of the end: right behind it, or named after it.
    pub(super) fn read_halves_of_day(&mut self) {
        for (half, field) in [Field::Start, Field::End].into_iter().enumerate() {
            let Some(time) = self.place(field) else { continue };
            let headers: Vec<String> = self.list.iter().map(|column| fold(&column.header)).collect();
            let is_free = |place: usize| self.list[place].usage == ColumnUse::Unknown;
            let is_half = |place: usize| HEADERS.iter().any(|known| headers[place].contains(known));
            let behind = Some(time + 1).filter(|place| *place < headers.len() && is_free(*place));
            let plain = behind.filter(|place| HEADERS.contains(&&*headers[*place]));
            let named = || {
                let is_named = |place: &usize| {
                    let rest =
                        HEADERS.iter().fold(headers[*place].clone(), |rest, known| rest.replace(known, ""));
                    is_half(*place) && super::meaning(&rest).is_some_and(|(found, _)| found == field)
                };
                (0..headers.len()).filter(|place| is_free(*place)).find(is_named)
            };
            if let Some(place) = plain.or_else(named) {
                self.halves[half] = Some(place);
                self.list[place].usage = ColumnUse::Read(field);
            }
        }
    }

    /// The columns that say whether the start is am or pm, and the end.
    pub(crate) fn halves_of_day(&self) -> [Option<usize>; 2] {
        self.halves
    }
}
