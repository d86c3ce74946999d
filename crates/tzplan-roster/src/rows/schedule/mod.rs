//! The cells that decide when somebody works, read once for each distinct combination.

mod news;
mod parse;
mod settled;

use std::sync::Arc;

use chrono::WeekdaySet;
use tzplan::team::{LabelId, TeamBuilder};
use tzplan::{Schedule, ScheduleId, Tzdb, Zone};

use super::chosen_hours::ChosenHours;
use super::header_clocks::HeaderClocks;
use super::known_hours::KnownHours;
use super::other_hours::OtherHours;
use super::public_holidays::PublicHolidays;
use super::said_once::SaidOnce;
use super::unread::Amount;
use super::weekdays;
use super::written::{Writing, Written};
use super::zone_label::ZoneLabels;
use crate::assumption::Assumptions;
use crate::cells::Cells;
use crate::columns::{Columns, Field, StateColumn, is_of_absence};
use crate::diagnostic::Severity;
use crate::fast_path::Combinations;
#[cfg(feature = "threads")]
use crate::fast_path::{KeyColumns, RecordBatch};
use crate::faults::Fault;
use crate::options::ReadOptions;
use crate::places::ResolveOptions;
use crate::roster::ZoneLabel;
pub(super) use news::News;
use parse::DECIDING;
use settled::{About, Kept, Settled};

/// Distinct combinations with a fault that are remembered; more are read each time.
const MOST_FAULTY: usize = 10_000;

/// Schedules by the text of the cells that decide them.
pub(super) struct Schedules<'a> {
    zones: ZoneLabels<'a>,
    places: [Option<usize>; DECIDING.len()],
    /// The columns of am and pm, of the start and of the end.
    halves: [Option<usize>; 2],
    /// Those of the ends of weekdays.
    weekday_ends: [Option<usize>; 7],
    /// The column that says where somebody is, where all cells are empty.
    of_place: Option<Field>,
    /// The places of `read` by the cells that are read.
    known: Combinations,
    /// `None` once all is said about a combination.
    read: Vec<Option<Box<ReadSchedule>>>,
    /// What of these most rows need, and what is looked at beside, in the same order.
    settled: Vec<Settled>,
    about: Vec<About>,
    faulty: usize,
    /// The place of a schedule that is not remembered.
    passing: Option<usize>,
    remarks: SaidOnce,
    holidays: PublicHolidays<'a>,
    clocks: HeaderClocks,
    chosen_hours: Option<ChosenHours>,
    other_hours: Option<OtherHours>,
    known_hours: KnownHours,
    /// The weekdays that have a column.
    week_columns: WeekdaySet,
    state_column: StateColumn,
    /// Whether the header of zones names offsets: `UTC offset`.
    are_offsets: bool,
    /// Whether the column of days off, not of vacations, may hold weekdays, too.
    off_is_open: bool,
    /// The headers of columns of hours and of days that may hold something else.
    vague_hours: Option<Arc<str>>,
    vague_days: Option<Arc<str>>,
    pub(super) assumptions: Assumptions,
    pub(super) written: Written,
}

/// What the cells of a combination say.
#[derive(Default)]
struct ReadSchedule {
    schedule: Option<Schedule>,
    /// Its id once a member has it.
    id: Option<ScheduleId>,
    /// The home as typed, where that is a place; until a member has it.
    place: Option<Box<str>>,
    /// Its label then.
    kept_place: Option<LabelId>,
    faults: Vec<(Option<Field>, Fault)>,
    /// The places of the labels of stays in the list: most people have none.
    abroad: Vec<u32>,
    /// The places of what was assumed.
    assumed: Vec<u32>,
    /// How its hours are written; until a member has it.
    writing: Writing,
}

impl<'a> Schedules<'a> {
    pub(super) fn new(tzdb: &'a Tzdb, columns: &Columns, options: &'a ReadOptions) -> Self {
        let places = DECIDING.map(|field| columns.place(field));
        let resolve = ResolveOptions { years: options.planned, read_as: options.labels.clone() };
        let zones = ZoneLabels::new(tzdb, resolve);
        let header = |field| columns.place(field).and_then(|index| columns.header(index));
        let other_hours = OtherHours::of(columns);
        let beside: Vec<usize> = other_hours.iter().flat_map(OtherHours::places).copied().collect();
        let beside = beside.into_iter();
        let vague = |field| header(field).filter(|_| columns.is_vague(field));
        Self {
            clocks: HeaderClocks::of(columns, &zones),
            chosen_hours: ChosenHours::of(columns),
            vague_hours: vague(Field::Hours),
            vague_days: vague(Field::Days),
            assumptions: Assumptions::default(),
            written: Written::default(),
            known_hours: KnownHours::default(),
            week_columns: weekdays::ALL
                .into_iter()
                .zip(Field::OF_WEEKDAYS)
                .filter_map(|(day, field)| columns.place(field).map(|_| day))
                .collect(),
            off_is_open: header(Field::Off).is_some_and(|header| !is_of_absence(&header)),
            are_offsets: header(Field::Zone).is_some_and(|header| header.to_lowercase().contains("offset")),
            state_column: header(Field::State).map(|header| StateColumn::of(&header)).unwrap_or_default(),
            zones,
            places,
            other_hours,
            of_place: columns.of_place(),
            known: Combinations::new(
                places
                    .into_iter()
                    .chain(columns.halves_of_day())
                    .chain(columns.weekday_ends())
                    .flatten()
                    .chain(beside.filter(|place| !places.contains(&Some(*place))))
                    .collect(),
            ),
            halves: columns.halves_of_day(),
            weekday_ends: columns.weekday_ends(),
            read: Vec::new(),
            settled: Vec::new(),
            about: Vec::new(),
            faulty: 0,
            passing: None,
            remarks: SaidOnce::default(),
            holidays: PublicHolidays::new(&options.calendars),
        }
    }

    /// The columns that are read.
    #[cfg(feature = "threads")]
    pub(super) fn key_columns(&self) -> &KeyColumns {
        self.known.columns()
    }

    /// The places of the schedules of rows that were cut together, as far as they are known.
    #[cfg(feature = "threads")]
    pub(super) fn look_up(&mut self, batch: &RecordBatch, found: &mut Vec<Option<u32>>) {
        let cells = (0..batch.len()).map(|place| batch.cells(place));
        self.known.find_all(batch.combinations(), cells, found);
        // What rows need of them is fetched side by side, too.
        let rows = found.iter().flatten().fold(0_usize, |rows, place| {
            let settled = &self.settled[*place as usize];
            rows.wrapping_add(settled.rows)
        });
        std::hint::black_box(rows);
    }

    /// Reads the schedule of a row and returns its place, which may be known.
    pub(super) fn read(&mut self, cells: Cells<'_>, known: Option<u32>) -> usize {
        let place = match known.or_else(|| self.known.find(cells)) {
            Some(place) => place as usize,
            None => self.read_new(cells),
        };
        let settled = &mut self.settled[place];
        if settled.kept.is_some() {
            settled.rows += 1;
            return place;
        }
        let abroad = self.read[place].iter().flat_map(|read| &read.abroad);
        for label in self.about[place].label.iter().chain(abroad) {
            self.zones.count(*label, 1);
        }
        place
    }

    /// Counts what was assumed in a row with a schedule; whether its hours are assumed, and its days.
    pub(super) fn count_assumed(&mut self, place: usize, line: u64) {
        for assumed in self.read[place].iter().flat_map(|read| &read.assumed) {
            self.assumptions.count_row(*assumed, line);
        }
    }

    /// Whether nobody names the days of a schedule, and how much it works.
    pub(super) fn amount(&self, place: usize) -> (bool, Amount) {
        (self.about[place].are_days_open, self.about[place].amount)
    }

    /// The home of a schedule, and the labels of zones read so far.
    pub(super) fn home(&mut self, place: usize) -> Option<(Zone, &mut ZoneLabels<'a>)> {
        Some((self.about[place].home.clone()?, &mut self.zones))
    }

    /// What is wrong with headers that name clocks, by their columns.
    pub(super) fn clock_faults(&mut self) -> Vec<(usize, Fault)> {
        let faults = self.clocks.take_faults();
        let chosen = self.chosen_hours.as_ref();
        let is_read = |field: Field| chosen.is_none_or(|chosen| chosen.reads(field));
        faults.filter(|(field, ..)| is_read(*field)).map(|(_, index, fault)| (index, fault)).collect()
    }

    /// Whether there is nothing more to say about a schedule, which is [kept](Self::keep).
    pub(super) fn is_settled(&self, place: usize) -> bool {
        self.settled[place].kept.is_some()
    }

    /// What is wrong with it, cheap to copy. Notes are about the label, not the row: they come once.
    pub(super) fn faults(&mut self, place: usize) -> Vec<(Option<Field>, Fault)> {
        let Some(read) = &mut self.read[place] else { return Vec::new() };
        let faults = &mut read.faults;
        let all = faults.clone();
        faults.retain(|(_, fault)| fault.severity != Severity::Note);
        all
    }

    /// The schedule in the team; `None` when it has an error.
    pub(super) fn keep(&mut self, place: usize, team: &mut TeamBuilder) -> Option<Kept> {
        if let Some(kept) = self.settled[place].kept {
            return Some(kept);
        }
        let read = self.read[place].as_mut()?;
        if let Some(typed) = read.place.take() {
            read.kept_place = Some(team.label(&typed));
        }
        if read.id.is_none() {
            read.id = read.schedule.take().map(|schedule| team.intern(schedule));
            if let Some(id) = read.id {
                self.written.add(id, std::mem::take(&mut read.writing));
            }
        }
        let kept = Kept { schedule: read.id?, home: read.kept_place };
        if read.faults.is_empty() && read.assumed.is_empty() && read.abroad.is_empty() {
            self.settled[place].kept = Some(kept);
            self.read[place] = None;
        }
        Some(kept)
    }

    /// Columns of hours on another clock that some row was read from, and what they are read as.
    pub(super) fn hours_read_elsewhere(&self) -> impl Iterator<Item = (usize, Field)> + '_ {
        self.other_hours.iter().flat_map(OtherHours::read)
    }

    pub(super) fn zone_labels(&mut self) -> Vec<ZoneLabel> {
        for (about, settled) in self.about.iter().zip(&self.settled) {
            if let Some(label) = about.label {
                self.zones.count(label, settled.rows);
            }
        }
        self.zones.take_list()
    }

    fn read_new(&mut self, cells: Cells<'_>) -> usize {
        let (read, about) = self.parse(cells);
        let is_faulty = read.schedule.is_none();
        let place = self.read.len();
        let place = match is_faulty && self.faulty == MOST_FAULTY {
            true => *self.passing.get_or_insert(place),
            false => {
                self.faulty += usize::from(is_faulty);
                self.known.add(cells, place as u32);
                place
            }
        };
        if place == self.read.len() {
            self.read.push(None);
            self.about.push(About::default());
            self.settled.push(Settled::default());
        }
        self.read[place] = Some(Box::new(read));
        self.about[place] = about;
        place
    }
}
