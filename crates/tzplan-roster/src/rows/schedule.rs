//! The cells that decide when somebody works, read once for each distinct combination.

use std::sync::Arc;

use tzplan::team::TeamBuilder;
use tzplan::{Schedule, ScheduleId, Tzdb};

use super::public_holidays::PublicHolidays;
use super::said_once::SaidOnce;
use super::zone_label::ZoneLabels;
use super::{absence, flex, home, public_holidays, working_hours};
use crate::cells::Cells;
use crate::columns::{Columns, Field};
use crate::diagnostic::Severity;
use crate::fast_path::Combinations;
use crate::faults::Fault;
use crate::holidays::HolidayCalendar;
use crate::options::ReadOptions;
use crate::places::ResolveOptions;
use crate::roster::ZoneLabel;
use crate::working_week::{WorkingWeek, monday_to_friday, usual_in};

/// The cells that decide a schedule.
const DECIDING: [Field; 12] = [
    Field::Zone,
    Field::City,
    Field::Location,
    Field::State,
    Field::Country,
    Field::Hours,
    Field::Start,
    Field::End,
    Field::Days,
    Field::Off,
    Field::Holidays,
    Field::Flex,
];

/// Cells longer than this are no hours, days or dates anybody wrote by hand. Long places mean nothing anyway.
const LONGEST_CELL: usize = 10_000;

/// Distinct combinations with a fault that are remembered; more are read each time.
const MOST_FAULTY: usize = 10_000;

/// Schedules by the text of the cells that decide them.
pub(super) struct Schedules<'a> {
    zones: ZoneLabels<'a>,
    places: [Option<usize>; DECIDING.len()],
    /// The column that says where somebody is, where all cells are empty.
    of_place: Option<Field>,
    /// The places of `read` by the cells that are read.
    known: Combinations,
    read: Vec<ReadSchedule>,
    faulty: usize,
    /// The place of a schedule that is not remembered.
    passing: Option<usize>,
    remarks: SaidOnce,
    holidays: PublicHolidays<'a>,
}

/// What the cells of a combination say.
#[derive(Default)]
struct ReadSchedule {
    schedule: Option<Schedule>,
    /// Its id once a member has it.
    id: Option<ScheduleId>,
    faults: Vec<(Option<Field>, Fault)>,
    /// The home zone label's place in the list.
    label: Option<u32>,
    /// Those of stays: most people have none.
    abroad: Vec<u32>,
}

/// What a row brings up for the first time in its file.
pub(super) struct News {
    pub(super) remarks: Vec<(Option<Field>, Fault)>,
    pub(super) calendars: Vec<Arc<HolidayCalendar>>,
}

impl<'a> Schedules<'a> {
    pub(super) fn new(tzdb: &'a Tzdb, columns: &Columns, options: &'a ReadOptions) -> Self {
        let places = DECIDING.map(|field| columns.place(field));
        Self {
            zones: ZoneLabels::new(tzdb, ResolveOptions { years: options.planned }),
            places,
            of_place: columns.of_place(),
            known: Combinations::new(places.into_iter().flatten().collect()),
            read: Vec::new(),
            faulty: 0,
            passing: None,
            remarks: SaidOnce::default(),
            holidays: PublicHolidays::new(&options.calendars),
        }
    }

    /// Reads the schedule of a row and returns its place.
    pub(super) fn read(&mut self, cells: Cells<'_>) -> usize {
        let place = match self.known.find(cells) {
            Some(place) => place as usize,
            None => self.read_new(cells),
        };
        let ReadSchedule { label, abroad, .. } = &self.read[place];
        for label in label.iter().chain(abroad) {
            self.zones.count(*label);
        }
        place
    }

    /// Whether nothing is wrong with a schedule.
    pub(super) fn is_silent(&self, place: usize) -> bool {
        self.read[place].faults.is_empty()
    }

    /// What is wrong with it, cheap to copy. Notes are about the label, not the row: they come once.
    pub(super) fn faults(&mut self, place: usize) -> Vec<(Option<Field>, Fault)> {
        let faults = &mut self.read[place].faults;
        let all = faults.clone();
        faults.retain(|(_, fault)| fault.severity != Severity::Note);
        all
    }

    /// The remarks made since the last call, each once in a file, and the holiday calendars named since.
    pub(super) fn news(&mut self) -> Option<News> {
        if !self.holidays.has_new() && !self.remarks.has_new() {
            return None;
        }
        let calendars = self.holidays.take_new();
        for calendar in &calendars {
            if let Some(fault) = public_holidays::remarks(calendar) {
                self.remarks.say(calendar.code(), (Some(Field::Holidays), fault));
            }
        }
        Some(News { remarks: self.remarks.take_new(), calendars })
    }

    /// The schedule's id in the team; `None` when it has an error.
    pub(super) fn keep(&mut self, place: usize, team: &mut TeamBuilder) -> Option<ScheduleId> {
        let read = &mut self.read[place];
        if read.id.is_none() {
            read.id = read.schedule.take().map(|schedule| team.intern(schedule));
        }
        read.id
    }

    pub(super) fn zone_labels(&mut self) -> Vec<ZoneLabel> {
        self.zones.take_list()
    }

    fn read_new(&mut self, cells: Cells<'_>) -> usize {
        let read = self.parse(cells);
        let is_faulty = read.schedule.is_none();
        if is_faulty && self.faulty == MOST_FAULTY {
            let passing = *self.passing.get_or_insert(self.read.len());
            if passing == self.read.len() {
                self.read.push(ReadSchedule::default());
            }
            self.read[passing] = read;
            return passing;
        }
        self.faulty += usize::from(is_faulty);
        self.known.add(cells, self.read.len() as u32);
        self.read.push(read);
        self.read.len() - 1
    }

    /// Where a deciding field stands in the file.
    fn column_of(&self, field: Field) -> Option<usize> {
        DECIDING.iter().zip(self.places).find(|(known, _)| **known == field)?.1
    }

    fn parse(&mut self, cells: Cells<'_>) -> ReadSchedule {
        let mut faults: Vec<(Option<Field>, Fault)> = Vec::new();
        let mut content = |index: usize| {
            let content = self.places[index].map_or("", |place| cells.text(place));
            if content.len() > LONGEST_CELL && !Field::OF_PLACES.contains(&DECIDING[index]) {
                let fault = Fault::error(
                    "overlong-cell",
                    format!("this cell is longer than {LONGEST_CELL} bytes"),
                    "write it shorter",
                );
                faults.push((Some(DECIDING[index]), fault));
                return "";
            }
            content
        };
        let [zone, city, location, state, country, hours, start, end, days, off, holidays, flex] =
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(&mut content);
        let home = home::HomeCells { zone, city, location, state, country };
        let home::Home { whereabouts, field, is_unchecked } = home.read(&mut self.zones);
        let zone_field = field.or(self.of_place);
        faults.extend(
            whereabouts.faults.iter().map(|(of, fault)| (field.map(|_| *of).or(zone_field), fault.clone())),
        );
        if is_unchecked {
            self.remarks.say("", (zone_field, unchecked()));
        }
        let cells = working_hours::HoursCells { hours, start, end, days };
        let week = whereabouts.home.as_ref().and_then(|zone| usual_in(zone, whereabouts.country));
        let days = week.map_or_else(monday_to_friday, |week| week.days);
        let hours = working_hours::read(&cells, days, &mut faults);
        if let (Some(week), Some(_)) = (week.filter(|week| !week.is_monday_to_friday()), &hours)
            && working_hours::leave_days_open(&cells)
        {
            let has_days = self.column_of(Field::Days).is_some();
            let field = if has_days { Some(Field::Days) } else { zone_field };
            self.remarks.say(week.country, (field, usual_week(&week)));
        }
        let mut days_off = absence::read(off).unwrap_or_else(|wrong| {
            faults.extend(wrong.into_iter().map(|fault| (Some(Field::Off), fault)));
            Vec::new()
        });
        let mut wrong = Vec::new();
        days_off.extend(self.holidays.read(holidays, &mut wrong));
        faults.extend(wrong.into_iter().map(|fault| (Some(Field::Holidays), fault)));
        let flex = flex::read(flex).unwrap_or_else(|fault| {
            faults.push((Some(Field::Flex), fault));
            None
        });
        let sound = faults.iter().all(|(_, fault)| fault.severity != Severity::Error);
        let schedule = match (whereabouts.home.clone(), hours) {
            (Some(home), Some(hours)) if sound => {
                let schedule = whereabouts.in_schedule(Schedule::new(home, hours)).with_days_off(days_off);
                Some(match flex {
                    Some(flex) => schedule.with_flex(flex),
                    None => schedule,
                })
            }
            _ => None,
        };
        ReadSchedule { schedule, id: None, faults, label: whereabouts.listed, abroad: whereabouts.abroad }
    }
}

/// Places beside zones that mean nothing, too many to go on.
fn unchecked() -> Fault {
    Fault::note(
        "places-not-compared",
        "from here on, places beside a zone are not compared with it: a thousand of them are not known",
        "name the column otherwise if it does not hold places",
    )
}

/// Days that nobody wrote, and that are not those most would expect.
fn usual_week(week: &WorkingWeek) -> Fault {
    Fault::note(
        "usual-week",
        format!("no days given: {week} is taken in {}", week.country),
        "write a column `days`, such as Mon-Fri, to say otherwise",
    )
}
