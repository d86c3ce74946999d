//! Rows of any format become members: the one place where cells meet the team.

mod absence;
mod clocks;
mod difference;
mod home;
mod public_holidays;
mod register;
mod required;
mod said_once;
mod schedule;
mod stays;
pub(crate) mod working_hours;
mod zone_label;

use std::borrow::Cow;

use tzplan::{Attendance, Tzdb};

use crate::cells::{Cells, OwnCells};
use crate::columns::{Columns, Field};
use crate::delimited::pointer_in;
use crate::diagnostic::{Fault, Faults, Pointer, Severity, Spot};
use crate::fast_path::Labels;
use crate::read::{Choose, ReadOptions};
use crate::roster::{NamedCalendar, Roster};
use crate::text::{clean, is_tidy};
use register::{Difference, Entry, Register, Registered};
use schedule::{News, Schedules};

/// Where a row stands in its file.
pub(crate) trait Place {
    /// Its line, from 1.
    fn line(&self) -> u64;

    /// Where a cell stands, to tell and to show.
    fn pointer(&self, cell: usize) -> Pointer;

    /// The text of the row with its separator, where that is enough to find its cells again.
    fn kept(&self) -> Option<(&[u8], u8)> {
        None
    }
}

/// The members so far.
pub(crate) struct Rows<'a> {
    columns: Columns,
    register: Register<'a>,
    faults: Faults,
    schedules: Schedules<'a>,
    team_labels: Labels,
    role_labels: Labels,
    /// The cells of a row that needed cleaning.
    cleaned: OwnCells,
    rows: usize,
    bad_rows: usize,
    /// The errors in them.
    row_errors: usize,
    holidays: Vec<NamedCalendar>,
    /// What separates the cells of rows that are kept.
    separator: u8,
    /// Errors in rows that contradict others.
    late_errors: usize,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(
        tzdb: &'a Tzdb,
        columns: Columns,
        faults: Faults,
        options: &'a ReadOptions,
        choose: Option<Choose<'a>>,
    ) -> Self {
        Self {
            schedules: Schedules::new(tzdb, &columns, options),
            columns,
            register: Register::new(choose),
            faults,
            team_labels: Labels::default(),
            role_labels: Labels::default(),
            cleaned: OwnCells::default(),
            rows: 0,
            bad_rows: 0,
            row_errors: 0,
            holidays: Vec::new(),
            separator: b',',
            late_errors: 0,
        }
    }

    /// Takes a row in; `false` when there is no room for more.
    pub(crate) fn add(&mut self, row: Cells<'_>, place: &dyn Place) -> bool {
        let (bad_rows, errors, late) = (self.bad_rows, self.faults.errors(), self.late_errors);
        let more = self.take(row, place);
        // Those found late are counted apart.
        if self.bad_rows > bad_rows {
            self.row_errors += self.faults.errors() - errors - (self.late_errors - late);
        }
        more
    }

    fn take(&mut self, row: Cells<'_>, place: &dyn Place) -> bool {
        if row.are_plain() || row.iter().all(is_tidy) {
            return self.read(row, true, place);
        }
        // Taken out so that it can be read while the rest of `self` changes.
        let mut cleaned = std::mem::take(&mut self.cleaned);
        let sound = self.clean(row, &mut cleaned, place);
        let more = self.read(cleaned.cells(), sound, place);
        self.cleaned = cleaned;
        more
    }

    /// Counts a row that cannot be read at all, for faults of single cells or of the whole.
    pub(crate) fn reject(&mut self, faults: &[(Option<usize>, Fault)], place: &dyn Place) {
        self.rows += 1;
        self.bad_rows += 1;
        self.row_errors += faults.len();
        for (index, fault) in faults {
            let pointer = place.pointer(index.unwrap_or(0));
            let source = pointer.source.as_ref().filter(|_| index.is_some());
            let value = clean(source.map_or("", |source| &source.text[source.span.clone()])).into_owned();
            let column = index.and_then(|index| self.columns.header(index));
            let spot = Spot { row: place.line(), column, position: index.unwrap_or(0), value: &value };
            self.faults.add(fault, spot, || pointer);
        }
    }

    /// Adds a fault of the file as a whole.
    #[cfg_attr(not(feature = "workbook"), allow(dead_code, reason = "streams of text end as they end"))]
    pub(crate) fn of_file(&mut self, fault: &Fault) {
        self.faults.of_file(fault);
    }

    /// Ends the file whose header stood on a line.
    pub(crate) fn finish(mut self, header: u64) -> Roster {
        self.register.settle();
        self.tell_differences(None);
        if self.rows == 0 {
            let fault = Fault::error(
                "no-rows",
                "there is a header but nobody below it",
                "write a line for every person",
            );
            self.faults.add(
                &fault,
                Spot { row: header, column: None, position: 0, value: "" },
                Pointer::default,
            );
        }
        let zone_labels = self.schedules.zone_labels();
        let (diagnostics, errors, left_out) = self.faults.finish();
        let Registered { team, lines, further_lines } = self.register.finish();
        Roster {
            team,
            diagnostics,
            errors,
            left_out,
            rows: self.rows,
            bad_rows: self.bad_rows,
            file_errors: errors - self.row_errors - self.late_errors,
            columns: self.columns.list,
            zone_labels,
            holidays: self.holidays,
            lines,
            further_lines,
            ..Roster::default()
        }
    }

    /// Copies a row without control characters; `false`, and faults, when it is not UTF-8.
    fn clean(&mut self, row: Cells<'_>, cleaned: &mut OwnCells, place: &dyn Place) -> bool {
        cleaned.clear();
        let mut sound = true;
        for (index, cell) in row.iter().enumerate() {
            let text = String::from_utf8_lossy(cell);
            let is_read = Field::ALL.iter().any(|field| self.columns.place(*field) == Some(index));
            if is_read && matches!(text, Cow::Owned(_)) {
                let fault = Fault::error(
                    "not-utf8",
                    "this cell is not text in UTF-8",
                    if cfg!(feature = "encodings") {
                        "save the file as CSV in UTF-8 and try again"
                    } else {
                        "save the file as CSV in UTF-8, or build with the feature `encodings`, which reads others"
                    },
                );
                self.fault(&fault, Some(index), &clean(&text), place);
                sound = false;
            }
            cleaned.push(&clean(&text));
        }
        sound
    }

    /// Cells beyond the header's mean that the others may stand in the wrong columns.
    fn has_no_more_cells(&mut self, cells: Cells<'_>, place: &dyn Place) -> bool {
        let width = self.columns.list.len();
        let Some(index) = (width..cells.len()).find(|index| !cells.get(*index).is_empty()) else {
            return true;
        };
        let fault = Fault::error(
            "extra-cells",
            format!("this row has {} cells, the header only {width}", cells.len()),
            "put a cell that contains the separator into double quotes, the opening one right behind the separator",
        );
        self.fault(&fault, Some(index), text(cells.get(index)), place);
        false
    }

    /// Reads the cells of a row, which are clean, and adds its member if all is sound.
    fn read(&mut self, cells: Cells<'_>, mut sound: bool, place: &dyn Place) -> bool {
        if cells.are_blank() {
            return true;
        }
        self.rows += 1;
        sound &= cells.len() <= self.columns.list.len() || self.has_no_more_cells(cells, place);
        let reading = self.schedules.read(cells);
        if !self.schedules.is_silent(reading) {
            for (field, fault) in self.schedules.faults(reading) {
                let index = field.and_then(|field| self.columns.place(field));
                let value = index.map_or("", |index| text(cells.get(index)));
                sound &= fault.severity != Severity::Error;
                add_fault(&mut self.faults, &self.columns, &fault, index, value, place);
            }
        }
        if let Some(news) = self.schedules.news() {
            self.note(news, cells, place);
        }
        let attendance = match self.columns.place(Field::Required) {
            None => Attendance::Unmarked,
            Some(index) => match required::read(cells.get(index)) {
                Ok(attendance) => attendance,
                Err(fault) => {
                    self.fault(&fault, Some(index), text(cells.get(index)), place);
                    sound = false;
                    Attendance::Unmarked
                }
            },
        };
        if !sound {
            self.bad_rows += 1;
            return true;
        }
        self.member(cells, reading, attendance, place)
    }

    fn member(
        &mut self,
        cells: Cells<'_>,
        reading: usize,
        attendance: Attendance,
        place: &dyn Place,
    ) -> bool {
        let Some(schedule) = self.schedules.keep(reading, &mut self.register.team) else { return true };
        let cell_of = |field| self.columns.place(field).map(|index| cells.get(index));
        let team = &mut self.register.team;
        let entry = Entry {
            schedule,
            attendance,
            team: cell_of(Field::Team).and_then(|cell| self.team_labels.read(cell, team)),
            role: cell_of(Field::Role).and_then(|cell| self.role_labels.read(cell, team)),
            line: place.line(),
        };
        let email = cell_of(Field::Email);
        let kept = place.kept();
        self.separator = kept.map_or(self.separator, |(_, separator)| separator);
        let row = kept.map(|(row, _)| row);
        let entered = match cell_of(Field::Name).map_or("", text) {
            "" => self.register.enter(&difference::nameless(entry.line), email, entry, row),
            name => self.register.enter(name, email, entry, row),
        };
        if self.register.has_differences() {
            self.tell_differences(Some(place));
        }
        if entered.is_err() {
            let fault = Fault::error(
                "too-large",
                "the names or the e-mail addresses together exceed 4 GiB; nothing is read from here on",
                "split the file",
            );
            self.fault(&fault, None, "", place);
        }
        entered.is_ok()
    }

    /// Tells what rows of one person contradict one another in. Some are found rows later, when only their text is at
    /// hand; others at once, in the row at a `place`.
    fn tell_differences(&mut self, place: Option<&dyn Place>) {
        let mut last_wrong = None;
        for Difference { line, field, fault, row } in self.register.take_differences() {
            let field = if field == Field::Zone { self.columns.of_place().unwrap_or(field) } else { field };
            let index = self.columns.place(field);
            let pointer = match (row, place, index) {
                (Some(row), _, Some(index)) => pointer_in(&row, self.separator, line, index),
                (None, Some(place), Some(index)) => place.pointer(index),
                _ => Pointer::default(),
            };
            let value = pointer.source.as_ref().map_or("", |source| &source.text[source.span.clone()]);
            let value = clean(value.trim_matches('"')).into_owned();
            let column = index.and_then(|index| self.columns.header(index));
            let spot = Spot { row: line, column, position: index.unwrap_or(0), value: &value };
            self.faults.add(&fault, spot, || pointer);
            if fault.severity == Severity::Error {
                self.bad_rows += usize::from(last_wrong.replace(line) != Some(line));
                self.late_errors += 1;
            }
        }
    }

    /// Keeps what a row brings up for the first time.
    fn note(&mut self, news: News, cells: Cells<'_>, place: &dyn Place) {
        for (field, fault) in news.said {
            let index = field.and_then(|field| self.columns.place(field));
            self.fault(&fault, index, index.map_or("", |index| text(cells.get(index))), place);
        }
        let index = self.columns.place(Field::Holidays).unwrap_or(0);
        for calendar in news.calendars {
            let (column, value) = (self.columns.header(index), text(cells.get(index)));
            let spot = Spot { row: place.line(), column, position: index, value };
            // What there is to say about it depends on the years that are planned.
            let blank = Fault::note("holidays", "", "");
            let at = self.faults.diagnostic(&blank, spot, place.pointer(index));
            self.holidays.push(NamedCalendar { calendar, at });
        }
    }

    fn fault(&mut self, fault: &Fault, index: Option<usize>, value: &str, place: &dyn Place) {
        add_fault(&mut self.faults, &self.columns, fault, index, value, place);
    }
}

fn add_fault(
    faults: &mut Faults,
    columns: &Columns,
    fault: &Fault,
    index: Option<usize>,
    value: &str,
    place: &dyn Place,
) {
    let column = index.and_then(|index| columns.header(index));
    let spot = Spot { row: place.line(), column, position: index.unwrap_or(0), value };
    faults.add(fault, spot, || place.pointer(index.unwrap_or(0)));
}

/// A cell as text. Rows that are not UTF-8 were made so before.
pub(crate) fn text(cell: &[u8]) -> &str {
    std::str::from_utf8(cell).unwrap_or_default()
}
