//! Rows of any format become members: the one place where cells meet the team.

mod absence;
mod difference;
mod flex;
mod home;
mod public_holidays;
mod register;
mod required;
mod row_faults;
mod said_once;
mod schedule;
mod stays;
pub(crate) mod working_hours;
mod zone_label;

use tzplan::Attendance;

use crate::cells::{CellBuffer, Cells, Place};
use crate::columns::{Columns, Field};
use crate::diagnostic::Severity;
use crate::fast_path::Labels;
use crate::faults::{Fault, Found, Pointer, Spot};
use crate::options::ReadContext;
use crate::roster::{NamedCalendar, Roster};
use crate::text::clean;
use register::{Difference, NewMember, Register, Registered};
use row_faults::RowFaults;
use schedule::{News, Schedules};

/// The members so far.
pub(crate) struct Rows<'a> {
    found: RowFaults,
    register: Register<'a>,
    schedules: Schedules<'a>,
    team_labels: Labels,
    role_labels: Labels,
    /// The cells of a row that needed cleaning.
    cleaned: CellBuffer,
    rows: usize,
    bad_rows: usize,
    holidays: Vec<NamedCalendar>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(columns: Columns, context: ReadContext<'a>) -> Self {
        let ReadContext { faults, tzdb, options, choose } = context;
        Self {
            schedules: Schedules::new(tzdb, &columns, options),
            found: RowFaults { columns, faults },
            register: Register::new(choose),
            team_labels: Labels::default(),
            role_labels: Labels::default(),
            cleaned: CellBuffer::default(),
            rows: 0,
            bad_rows: 0,
            holidays: Vec::new(),
        }
    }

    /// Takes a row in; `false` when there is no room for more.
    pub(crate) fn add(&mut self, row: Cells<'_>, place: &dyn Place) -> bool {
        if row.are_tidy() {
            return self.read(row, true, place);
        }
        // Taken out so that it can be read while the rest of `self` changes.
        let mut cleaned = std::mem::take(&mut self.cleaned);
        let sound = self.found.clean(row, &mut cleaned, place);
        let more = self.read(cleaned.cells(), sound, place);
        self.cleaned = cleaned;
        more
    }

    /// Counts a row that cannot be read at all, for errors of single cells or of the whole.
    pub(crate) fn reject(&mut self, faults: &[(Option<usize>, Fault)], place: &dyn Place) {
        self.rows += 1;
        self.bad_rows += 1;
        for (index, fault) in faults {
            let pointer = place.pointer(index.unwrap_or(0));
            let value = index.map_or("", |_| pointer.shown());
            let value = clean(value).into_owned();
            self.found.at(fault, *index, &value, (place.line(), pointer));
        }
    }

    /// Adds a fault of the file as a whole.
    #[cfg_attr(not(feature = "workbook"), allow(dead_code, reason = "streams of text end as they end"))]
    pub(crate) fn of_file(&mut self, fault: &Fault) {
        self.found.faults.of_file(fault);
    }

    /// Ends the file whose header stood on a line.
    pub(crate) fn finish(mut self, header: u64) -> Roster {
        self.register.settle();
        self.report_differences(None);
        if self.rows == 0 {
            let fault = Fault::error(
                "no-rows",
                "there is a header but nobody below it",
                "write a line for every person",
            );
            self.found.faults.add(&fault, Spot::line(header), Pointer::default);
        }
        let zone_labels = self.schedules.zone_labels();
        let Found { diagnostics, errors, file_errors, left_out } = self.found.faults.finish();
        let Registered { team, lines, further_lines } = self.register.finish();
        Roster {
            team,
            diagnostics,
            errors,
            left_out,
            rows: self.rows,
            bad_rows: self.bad_rows,
            file_errors,
            columns: self.found.columns.list,
            zone_labels,
            holidays: self.holidays,
            lines,
            further_lines,
            ..Roster::default()
        }
    }

    /// Reads the cells of a row, which are clean, and adds its member if all is sound.
    fn read(&mut self, cells: Cells<'_>, mut sound: bool, place: &dyn Place) -> bool {
        if cells.are_blank() {
            return true;
        }
        self.rows += 1;
        sound &= cells.len() <= self.found.columns.list.len() || self.found.has_no_more_cells(cells, place);
        let schedule = self.schedules.read(cells);
        if !self.schedules.is_silent(schedule) {
            for (field, fault) in self.schedules.faults(schedule) {
                sound &= fault.severity != Severity::Error;
                self.found.of_field(&fault, field, cells, place);
            }
        }
        if let Some(news) = self.schedules.news() {
            self.note(news, cells, place);
        }
        let attendance = match self.found.columns.place(Field::Required) {
            None => Attendance::Unmarked,
            Some(index) => required::read(cells.get(index)).unwrap_or_else(|fault| {
                self.found.of_field(&fault, Some(Field::Required), cells, place);
                sound = false;
                Attendance::Unmarked
            }),
        };
        if !sound {
            self.bad_rows += 1;
            return true;
        }
        self.member(cells, schedule, attendance, place)
    }

    fn member(
        &mut self,
        cells: Cells<'_>,
        schedule: usize,
        attendance: Attendance,
        place: &dyn Place,
    ) -> bool {
        let Some(schedule) = self.schedules.keep(schedule, &mut self.register.team) else { return true };
        let cell_of = |field| self.found.columns.place(field).map(|index| cells.get(index));
        let team = &mut self.register.team;
        let entry = NewMember {
            schedule,
            attendance,
            team: cell_of(Field::Team).and_then(|cell| self.team_labels.read(cell, team)),
            role: cell_of(Field::Role).and_then(|cell| self.role_labels.read(cell, team)),
            line: place.line(),
        };
        let email = cell_of(Field::Email);
        let text = place.keep();
        let entered = match cell_of(Field::Name).map_or("", crate::cells::text) {
            "" => self.register.enter(&difference::nameless(entry.line), email, entry, text.as_ref()),
            name => self.register.enter(name, email, entry, text.as_ref()),
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
    fn report_differences(&mut self, place: Option<&dyn Place>) {
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

    /// Keeps what a row brings up for the first time.
    fn note(&mut self, news: News, cells: Cells<'_>, place: &dyn Place) {
        for (field, fault) in news.remarks {
            self.found.of_field(&fault, field, cells, place);
        }
        let index = self.found.columns.place(Field::Holidays).unwrap_or(0);
        for calendar in news.calendars {
            // What there is to say about it depends on the years that are planned.
            let blank = Fault::note("holidays", "", "");
            let at = self.found.unsaid(&blank, index, cells.text(index), place);
            self.holidays.push(NamedCalendar { calendar, at });
        }
    }
}
