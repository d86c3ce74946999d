//! The cells that decide when somebody works, read once for each distinct combination.

use std::sync::Arc;

use tzplan::team::TeamBuilder;
use tzplan::{Schedule, ScheduleId, Tzdb};

use super::hours_clock::{self, HeaderClocks};
use super::public_holidays::PublicHolidays;
use super::said_once::SaidOnce;
use super::zone_label::ZoneLabels;
use super::{absence, flex, home, public_holidays, working_hours};
use crate::assumption::{Assumed, Assumptions};
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
const DECIDING: [Field; 19] = [
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
    Field::Monday,
    Field::Tuesday,
    Field::Wednesday,
    Field::Thursday,
    Field::Friday,
    Field::Saturday,
    Field::Sunday,
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
    clocks: HeaderClocks,
    /// The headers of columns of hours and of days that may hold something else.
    vague_hours: Option<Arc<str>>,
    vague_days: Option<Arc<str>>,
    pub(super) assumptions: Assumptions,
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
    /// The places of what was assumed.
    assumed: Vec<u32>,
    /// Whether nobody names its days.
    are_days_open: bool,
}

/// What a row brings up for the first time in its file.
pub(super) struct News {
    pub(super) remarks: Vec<(Option<Field>, Fault)>,
    pub(super) calendars: Vec<Arc<HolidayCalendar>>,
}

impl<'a> Schedules<'a> {
    pub(super) fn new(tzdb: &'a Tzdb, columns: &Columns, options: &'a ReadOptions) -> Self {
        let places = DECIDING.map(|field| columns.place(field));
        let resolve = ResolveOptions { years: options.planned, read_as: options.labels.clone() };
        let zones = ZoneLabels::new(tzdb, resolve);
        let vague = |field| {
            columns.place(field).filter(|_| columns.is_vague(field)).and_then(|index| columns.header(index))
        };
        Self {
            clocks: HeaderClocks::of(columns, &zones),
            vague_hours: vague(Field::Hours),
            vague_days: vague(Field::Days),
            assumptions: Assumptions::default(),
            zones,
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

    /// Counts what was assumed in a row with a schedule; whether its hours are assumed, and its days.
    pub(super) fn count_assumed(&mut self, place: usize, line: u64) {
        for assumed in &self.read[place].assumed {
            self.assumptions.count_row(*assumed, line);
        }
    }

    /// Whether nobody names the days of a schedule.
    pub(super) fn has_open_days(&self, place: usize) -> bool {
        self.read[place].are_days_open
    }

    /// What is wrong with headers that name clocks, by their columns.
    pub(super) fn clock_faults(&mut self) -> Vec<(usize, Fault)> {
        std::mem::take(&mut self.clocks.faults)
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
        let contents: [&str; DECIDING.len()] = std::array::from_fn(&mut content);
        let [zone, city, location, state, country, hours, start, end, days, off, holidays, flex, week @ ..] =
            contents;
        let home = home::HomeCells { zone, city, location, state, country };
        let home::Home { whereabouts, field, is_unchecked } = home.read(&mut self.zones);
        let zone_field = field.or(self.of_place);
        faults.extend(
            whereabouts.faults.iter().map(|(of, fault)| (field.map(|_| *of).or(zone_field), fault.clone())),
        );
        if is_unchecked {
            self.remarks.say("", (zone_field, unchecked()));
        }
        let mut assumed: Vec<Assumed> =
            whereabouts.assumed.iter().map(|place| ("place", place.clone())).collect();
        let ([hours, start, end], clock) = hours_clock::read(
            [hours, start, end],
            &self.clocks,
            whereabouts.home.as_ref(),
            &self.zones,
            &mut faults,
        );
        let mut cells = working_hours::HoursCells { hours: &hours, start: &start, end: &end, days, week };
        if let Some(header) =
            self.vague_hours.as_ref().filter(|_| !hours.is_empty() && !working_hours::may_be_hours(&hours))
        {
            assumed.push(working_hours::no_hours_in(header));
            cells.hours = "";
        }
        if let Some(header) =
            self.vague_days.as_ref().filter(|_| !days.is_empty() && tzplan::hours::parse_days(days).is_err())
        {
            assumed.push(working_hours::no_days_in(header));
            cells.days = "";
        }
        let usual = whereabouts.home.as_ref().and_then(|zone| usual_in(zone, whereabouts.country));
        let days = usual.map_or_else(monday_to_friday, |week| week.days);
        let read = working_hours::read(&cells, days, &mut faults);
        let are_days_open = read.as_ref().is_some_and(|read| read.are_days_open);
        if let Some(week) = usual.filter(|week| !week.is_monday_to_friday() && are_days_open) {
            let has_days = self.column_of(Field::Days).is_some();
            let field = if has_days { Some(Field::Days) } else { zone_field };
            self.remarks.say(week.country, (field, usual_week(&week)));
        }
        let hours = read.map(|read| {
            assumed.extend(read.assumed);
            read.hours
        });
        for (code, message) in assumed.iter().filter(|(code, _)| matches!(*code, "bare-hours" | "full-day")) {
            let note = Fault::note(
                code,
                message.clone(),
                "write both ends on the 24-hour clock, as in 09:00-17:00, to be sure",
            );
            self.remarks.say("", (Some(if start.is_empty() { Field::Hours } else { Field::End }), note));
        }
        let mut days_off = absence::read(off).unwrap_or_else(|wrong| {
            faults.extend(wrong.into_iter().map(|fault| (Some(Field::Off), fault)));
            Vec::new()
        });
        let mut wrong = Vec::new();
        let (public, named) = self.holidays.read(holidays, &mut wrong);
        days_off.extend(public);
        faults.extend(wrong.into_iter().map(|fault| (Some(Field::Holidays), fault)));
        let flex = flex::read(flex).unwrap_or_else(|fault| {
            faults.push((Some(Field::Flex), fault));
            None
        });
        let sound = faults.iter().all(|(_, fault)| fault.severity != Severity::Error);
        let schedule = match (whereabouts.home.clone(), hours) {
            (Some(home), Some(hours)) if sound => {
                // The clock of the place itself is no other one.
                let clock = clock.filter(|clock| whereabouts.has_stays() || !self.zones.agree(&home, clock));
                let schedule = whereabouts.in_schedule(Schedule::new(home, hours)).with_days_off(days_off);
                let schedule = schedule.with_holidays(&named);
                let schedule = match &clock {
                    Some(clock) => schedule.with_hours_on(clock),
                    None => schedule,
                };
                Some(match flex {
                    Some(flex) => schedule.with_flex(flex),
                    None => schedule,
                })
            }
            _ => None,
        };
        let assumed = assumed.into_iter().filter_map(|assumed| self.assumptions.place(assumed)).collect();
        let (label, abroad) = (whereabouts.listed, whereabouts.abroad);
        ReadSchedule { schedule, id: None, faults, label, abroad, assumed, are_days_open }
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
