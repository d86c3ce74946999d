//! A sound row becomes a member, several that it counts, or one more row of somebody who is one.

use tzplan::Attendance;

use super::register::{Difference, NewMember};
use super::{Rows, difference};
use crate::cells::{Cells, Place};
use crate::columns::Field;
use crate::diagnostic::Severity;
use crate::faults::{Fault, Pointer, Spot};
use crate::text::clean;

impl Rows<'_> {
    /// Adds the people of a row; `false` when there is no room for more.
    pub(super) fn members(
        &mut self,
        cells: Cells<'_>,
        schedule: usize,
        attendance: Attendance,
        count: u64,
        place: &dyn Place,
    ) -> bool {
        let Some(kept) = self.schedules.keep(schedule, &mut self.register.team) else { return true };
        let cell_of = |field| self.found.columns.place(field).map(|index| cells.get(index));
        let team = &mut self.register.team;
        let entry = NewMember {
            schedule: kept.schedule,
            attendance,
            team: None,
            role: cell_of(Field::Role).and_then(|cell| self.role_labels.read(cell, team)),
            home: kept.home,
            line: place.line(),
        };
        let email = cell_of(Field::Email);
        let team = cell_of(Field::Team).unwrap_or_default();
        let text = place.keep();
        let mut name = self.name_cell(cells);
        let mut is_first = false;
        if name.is_empty()
            && let Some((index, first)) =
                self.other_names.iter().find(|(index, _)| !cells.get(*index).is_empty())
        {
            (name, is_first) = (cells.get(*index), *first);
        }
        self.has_names |= !name.is_empty();
        if self.has_surnames || self.first_names.is_some() || is_first {
            let name_text = crate::cells::text(name);
            let surname = cell_of(Field::Surname)
                .filter(|_| self.has_surnames || is_first)
                .map_or("", crate::cells::text);
            let (first, last) = match self.first_names.filter(|_| !is_first) {
                Some(index) => (cells.text(index), name_text),
                None => (name_text, surname),
            };
            let other = if first == name_text { last } else { first };
            let has_both = || name_text.to_lowercase().contains(&other.to_lowercase());
            if !(self.names_are_short && !name.is_empty() && has_both()) {
                self.joined.clear();
                self.joined.extend_from_slice(first.as_bytes());
                self.joined.extend_from_slice(if first.is_empty() || last.is_empty() { b"" } else { b" " });
                self.joined.extend_from_slice(last.as_bytes());
                name = &self.joined;
            }
        }
        let called;
        if name.is_empty() {
            self.has_blank_names = true;
            called = difference::nameless(entry.line);
            name = called.as_bytes();
        }
        let mut enter = |name: &[u8]| self.register.enter(name, email, team, entry, text.as_ref());
        let entered = match count {
            1 => enter(name),
            count => (1..=count)
                .try_for_each(|number| enter(format!("{} ({number})", crate::cells::text(name)).as_bytes())),
        };
        if self.register.has_differences() {
            self.report_differences(Some(place));
        }
        if entered.is_err() {
            let fault = Fault::error(
                "too-large",
                "the names or the e-mail addresses together exceed 4 GiB; nothing is read from here on",
                "split the file",
            );
            self.found.faults.add(&fault, Spot::line(place.line()), || place.pointer(0));
        }
        entered.is_ok()
    }

    /// Reports what rows of one person contradict one another in. Some are found rows later, when only their
    /// text is at hand; others at once, in the row at a `place`.
    pub(super) fn report_differences(&mut self, place: Option<&dyn Place>) {
        let mut last_wrong = None;
        for Difference { line, field, fault, row } in self.register.take_differences() {
            let columns = &self.found.columns;
            let field = if field == Field::Zone { columns.of_place().unwrap_or(field) } else { field };
            let index = columns.place(field);
            let pointer = match (row, place, index) {
                (Some(row), _, Some(index)) => row.pointer(index),
                (None, Some(place), Some(index)) => place.pointer(index),
                _ => Pointer::default(),
            };
            let value = clean(pointer.shown().trim_matches('"')).into_owned();
            self.found.at(&fault, index, &value, (line, pointer));
            if fault.severity == Severity::Error {
                self.bad_rows += usize::from(last_wrong.replace(line) != Some(line));
            }
        }
    }
}
