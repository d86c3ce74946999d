//! Rows of any format become members: the one place where cells meet the team.

mod about_when;
mod absence;
mod chosen_hours;
mod clock_label;
mod count;
mod date_order;
mod date_range;
mod date_signs;
mod date_span;
mod date_text;
mod date_weekday;
mod difference;
mod finish;
mod flex;
mod free_days;
mod header_clocks;
mod home;
mod home_label;
mod home_offset;
mod home_state;
mod hours_cells;
mod hours_clock;
mod known_hours;
pub(crate) mod left;
mod long_cell;
mod member;
mod months;
mod other_hours;
mod other_offset;
mod other_places;
mod public_holidays;
mod register;
mod required;
mod row_faults;
mod said_once;
mod schedule;
mod short_years;
mod stays;
mod times_in_numbers;
mod unread;
mod weekdays;
pub(crate) mod working_hours;
mod written;
mod zone_label;

use crate::cells::{CellBuffer, Cells, Place};
use crate::columns::{Columns, Field};
use crate::diagnostic::Severity;
use crate::fast_path::Labels;
#[cfg(feature = "threads")]
use crate::fast_path::{KeyColumns, RecordBatch};
use crate::faults::Fault;
use crate::options::ReadContext;
use crate::roster::NamedCalendar;
use crate::text::clean;
pub(crate) use hours_clock::named_clock;
use other_places::OtherPlaces;
use register::Register;
use row_faults::RowFaults;
use schedule::{News, Schedules};
use unread::UnreadColumns;

/// The members so far.
pub(crate) struct Rows<'a> {
    found: RowFaults,
    register: Register<'a>,
    schedules: Schedules<'a>,
    /// The combinations of rows that were cut together, as far as they are known.
    #[cfg(feature = "threads")]
    looked_up: Vec<Option<u32>>,
    role_labels: Labels,
    /// The cells of a row that needed cleaning.
    cleaned: CellBuffer,
    rows: usize,
    bad_rows: usize,
    holidays: Vec<NamedCalendar>,
    unread: UnreadColumns,
    other_places: OtherPlaces,
    /// A first name and a surname, joined.
    joined: Vec<u8>,
    has_surnames: bool,
    /// Whether a name may have the surname beside it already.
    names_are_short: bool,
    /// The column of first names beside that of names.
    first_names: Option<usize>,
    /// Columns of names that are read where the other is empty, and whether they are of first names.
    other_names: Vec<(usize, bool)>,
    /// Whether a row gives a name.
    has_names: bool,
    /// Whether a row gives no name, where there is a column of names.
    has_blank_names: bool,
    /// How many people counts may make besides those of the rows.
    counts_left: u64,
    most_people: u64,
    /// The line of the first row.
    first_line: Option<u64>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(columns: Columns, context: ReadContext<'a>) -> Self {
        let ReadContext { faults, tzdb, options, choose, .. } = context;
        Self {
            schedules: Schedules::new(tzdb, &columns, options),
            unread: UnreadColumns::of(&columns, options.planned),
            other_places: OtherPlaces::of(&columns),
            has_surnames: columns.has_surnames(),
            names_are_short: columns.names_are_short(),
            first_names: columns.first_names(),
            other_names: columns.other_names(),
            joined: Vec::new(),
            has_names: false,
            has_blank_names: false,
            counts_left: options.most_people,
            most_people: options.most_people,
            first_line: None,
            found: RowFaults { columns, faults },
            register: Register::new(choose),
            #[cfg(feature = "threads")]
            looked_up: Vec::new(),
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
            let schedule = self.looked_up(place);
            return self.read(row, true, schedule, place);
        }
        // Taken out so that it can be read while the rest of `self` changes.
        let mut cleaned = std::mem::take(&mut self.cleaned);
        let sound = self.found.clean(row, &mut cleaned, place);
        let more = self.read(cleaned.cells(), sound, None, place);
        self.cleaned = cleaned;
        more
    }

    /// The columns that decide schedules.
    #[cfg(feature = "threads")]
    pub(crate) fn key_columns(&self) -> KeyColumns {
        self.schedules.key_columns().clone()
    }

    /// Looks up the schedules of rows that were cut together, before they are [added](Self::add) one by one.
    #[cfg(feature = "threads")]
    pub(crate) fn look_up(&mut self, batch: &RecordBatch) {
        self.schedules.look_up(batch, &mut self.looked_up);
    }

    #[cfg(feature = "threads")]
    fn looked_up(&self, place: &dyn Place) -> Option<u32> {
        *self.looked_up.get(place.in_batch()?)?
    }

    #[cfg(not(feature = "threads"))]
    fn looked_up(&self, _: &dyn Place) -> Option<u32> {
        None
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
    pub(crate) fn of_file(&mut self, fault: &Fault) {
        self.found.faults.of_file(fault);
    }

    /// Whether the next row's cells are looked at that are not read.
    #[cfg(any(feature = "structured", feature = "workbook"))]
    pub(crate) fn looks_at_unread(&self) -> bool {
        self.unread.wants_more() || !self.other_places.is_empty()
    }

    /// Reads the cells of a row, which are clean, and adds its member if all is sound. `known` is its
    /// schedule, where that was looked up.
    fn read(&mut self, cells: Cells<'_>, mut sound: bool, known: Option<u32>, place: &dyn Place) -> bool {
        if cells.are_blank() {
            return true;
        }
        self.rows += 1;
        self.first_line.get_or_insert(place.line());
        sound &= cells.len() <= self.found.columns.list.len() || self.found.has_no_more_cells(cells, place);
        let schedule = self.schedules.read(cells, known);
        if self.unread.wants_more() {
            let (are_days_open, amount) = self.schedules.amount(schedule);
            let columns = &self.found.columns;
            self.unread.look_at(cells, are_days_open, amount, || called(columns, cells, place.line()));
        }
        if !self.other_places.is_empty()
            && let Some((home, zones)) = self.schedules.home(schedule)
        {
            let columns = &self.found.columns;
            let called = || called(columns, cells, place.line());
            self.other_places.look_at(cells, schedule, &home, zones, called);
        }
        if !self.schedules.is_settled(schedule) {
            sound &= self.judge(schedule, cells, place);
        }
        let attendance = self.attendance(cells, place);
        let count = self.count(cells, place);
        match count.zip(attendance).filter(|_| sound) {
            Some((count, attendance)) => self.members(cells, schedule, attendance, count, place),
            None => {
                self.bad_rows += 1;
                true
            }
        }
    }

    /// Says what there is to say about the schedule of a row; `false` when it has an error.
    fn judge(&mut self, schedule: usize, cells: Cells<'_>, place: &dyn Place) -> bool {
        let mut sound = true;
        self.schedules.count_assumed(schedule, place.line());
        for (field, fault) in self.schedules.faults(schedule) {
            sound &= fault.severity != Severity::Error;
            self.found.of_field(&fault, field, cells, place);
        }
        if let Some(news) = self.schedules.news() {
            self.note(news, cells, place);
        }
        sound
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

/// What a message calls the person of a row.
fn called(columns: &Columns, cells: Cells<'_>, line: u64) -> String {
    let at = |place: Option<usize>| place.map_or("", |at| cells.text(at));
    let names = [
        at(columns.first_names()),
        at(columns.place(Field::Name)),
        at(columns.place(Field::Surname).filter(|_| columns.has_surnames())),
    ];
    let name = names.join(" ");
    if name.trim().is_empty() { difference::nameless(line) } else { name.trim().to_owned() }
}
