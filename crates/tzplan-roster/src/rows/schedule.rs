//! The cells that decide when somebody works, read once for each distinct combination.

use std::hash::Hasher;
use std::mem::swap;
use std::sync::Arc;

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use tzplan::{Schedule, ScheduleId, Team, Tzdb};

use super::public_holidays::PublicHolidays;
use super::said_once::Once;
use super::zone_label::ZoneLabels;
use super::{absence, home, public_holidays, text, working_hours};
use crate::cells::Cells;
use crate::columns::{Columns, Field};
use crate::diagnostic::{Fault, Severity};
use crate::holidays::HolidayCalendar;
use crate::places::ResolveOptions;
use crate::read::ReadOptions;
use crate::roster::ZoneLabel;
use crate::working_week::{WorkingWeek, monday_to_friday, usual_in};

/// The cells that decide a schedule.
const DECIDING: [Field; 11] = [
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
    /// The columns among `places` that the file has, in file order, and whether they stand side by side.
    columns: Vec<usize>,
    side_by_side: bool,
    /// The cells of the present row where they do not.
    gathered: Vec<u8>,
    known: HashTable<u32>,
    readings: Vec<Reading>,
    /// The text of the cells of each reading, and their lengths.
    keys: Vec<(Box<[u8]>, u64)>,
    faulty: usize,
    /// The place of a reading that is not remembered.
    passing: Option<usize>,
    once: Once,
    holidays: PublicHolidays<'a>,
}

/// Lengths of cells are told apart below this; longer ones are gathered with marks between them.
const LENGTH_BITS: u32 = 9;

/// So many lengths fit into one number.
const MOST_LENGTHS: usize = (u64::BITS / LENGTH_BITS) as usize;

/// Stands for the lengths of gathered cells.
const GATHERED: u64 = u64::MAX;

#[derive(Default)]
struct Reading {
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
    pub(super) said: Vec<(Option<Field>, Fault)>,
    pub(super) calendars: Vec<Arc<HolidayCalendar>>,
}

impl<'a> Schedules<'a> {
    pub(super) fn new(tzdb: &'a Tzdb, columns: &Columns, options: &'a ReadOptions) -> Self {
        let places = DECIDING.map(|field| columns.place(field));
        let of_place = columns.of_place();
        let mut columns: Vec<usize> = places.into_iter().flatten().collect();
        columns.sort_unstable();
        Self {
            zones: ZoneLabels::new(tzdb, ResolveOptions { years: options.planned }),
            places,
            of_place,
            side_by_side: columns.len() <= MOST_LENGTHS
                && columns.windows(2).all(|pair| pair[0] + 1 == pair[1]),
            columns,
            gathered: Vec::new(),
            known: HashTable::new(),
            readings: Vec::new(),
            keys: Vec::new(),
            faulty: 0,
            passing: None,
            once: Once::default(),
            holidays: PublicHolidays::new(&options.calendars),
        }
    }

    /// Reads the schedule of a row and returns the place of the reading.
    pub(super) fn read(&mut self, cells: Cells<'_>) -> usize {
        let mut gathered = std::mem::take(&mut self.gathered);
        let (key, lengths) = match self.adjacent(cells) {
            Some(key) => key,
            None => {
                self.gather(cells, &mut gathered);
                (gathered.as_slice(), GATHERED)
            }
        };
        let is_same = |place: usize| self.keys[place].1 == lengths && *self.keys[place].0 == *key;
        let hash = hash(key, lengths);
        let place = match self.known.find(hash, |place| is_same(*place as usize)) {
            Some(place) => *place as usize,
            None => self.read_new(cells, key, lengths),
        };
        swap(&mut self.gathered, &mut gathered);
        let Reading { label, abroad, .. } = &self.readings[place];
        for label in label.iter().chain(abroad) {
            self.zones.count(*label);
        }
        place
    }

    /// The deciding cells as one text with their lengths, where they stand side by side.
    fn adjacent<'c>(&self, cells: Cells<'c>) -> Option<(&'c [u8], u64)> {
        let (first, last) = (*self.columns.first()?, *self.columns.last()?);
        if !self.side_by_side {
            return None;
        }
        let mut lengths = 0;
        for column in first..=last {
            let length = cells.raw(column)?.len() as u64;
            if length >> LENGTH_BITS > 0 {
                return None;
            }
            lengths = lengths << LENGTH_BITS | length;
        }
        Some((cells.span(first, last)?, lengths))
    }

    fn gather(&self, cells: Cells<'_>, gathered: &mut Vec<u8>) {
        gathered.clear();
        for column in &self.columns {
            gathered.extend_from_slice(cells.get(*column));
            // No byte of UTF-8: keys of different cells differ.
            gathered.push(0xff);
        }
    }

    /// Whether nothing is wrong with a reading.
    pub(super) fn is_silent(&self, reading: usize) -> bool {
        self.readings[reading].faults.is_empty()
    }

    /// What is wrong with it, cheap to copy. Notes are about the label, not the row: they are told once.
    pub(super) fn faults(&mut self, reading: usize) -> Vec<(Option<Field>, Fault)> {
        let faults = &mut self.readings[reading].faults;
        let told = faults.clone();
        faults.retain(|(_, fault)| fault.severity != Severity::Note);
        told
    }

    /// What is said once in a file and has been found since it was last asked for, and the holiday calendars that
    /// have been named since.
    pub(super) fn news(&mut self) -> Option<News> {
        if !self.holidays.has_new() && !self.once.has_news() {
            return None;
        }
        let calendars = self.holidays.take_new();
        for calendar in &calendars {
            let remark = public_holidays::remarks(calendar);
            remark
                .into_iter()
                .for_each(|fault| self.once.say(calendar.code(), (Some(Field::Holidays), fault)));
        }
        Some(News { said: self.once.take(), calendars })
    }

    /// The schedule's id in the team; `None` when it has an error.
    pub(super) fn keep(&mut self, reading: usize, team: &mut Team) -> Option<ScheduleId> {
        let reading = &mut self.readings[reading];
        if reading.id.is_none() {
            reading.id = reading.schedule.take().map(|schedule| team.intern(schedule));
        }
        reading.id
    }

    pub(super) fn zone_labels(&mut self) -> Vec<ZoneLabel> {
        self.zones.take_list()
    }

    fn read_new(&mut self, cells: Cells<'_>, key: &[u8], lengths: u64) -> usize {
        let reading = self.parse(cells);
        if reading.schedule.is_none() && self.faulty == MOST_FAULTY {
            let passing = *self.passing.get_or_insert(self.readings.len());
            if passing == self.readings.len() {
                self.readings.push(Reading::default());
                self.keys.push(Default::default());
            }
            self.readings[passing] = reading;
            self.keys[passing] = (key.into(), lengths);
            return passing;
        }
        self.faulty += usize::from(reading.schedule.is_none());
        let place = self.readings.len();
        self.readings.push(reading);
        self.keys.push((key.into(), lengths));
        self.known.insert_unique(hash(key, lengths), place as u32, |place| {
            let (key, lengths) = &self.keys[*place as usize];
            hash(key, *lengths)
        });
        place
    }

    /// Where a deciding field stands in the file.
    fn column_of(&self, field: Field) -> Option<usize> {
        DECIDING.iter().zip(self.places).find(|(known, _)| **known == field)?.1
    }

    fn parse(&mut self, cells: Cells<'_>) -> Reading {
        let mut faults: Vec<(Option<Field>, Fault)> = Vec::new();
        let mut content = |index: usize| {
            let content = self.places[index].map_or("", |place| text(cells.get(place)));
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
        let [zone, city, location, state, country, hours, start, end, days, off, holidays] =
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(&mut content);
        let places = home::Cells { zone, city, location, state, country };
        let home::Home { whereabouts, field, is_unchecked } = places.read(&mut self.zones);
        let zone_field = field.or(self.of_place);
        faults.extend(
            whereabouts.faults.iter().map(|(of, fault)| (field.map(|_| *of).or(zone_field), fault.clone())),
        );
        if is_unchecked {
            self.once.say("", (zone_field, unchecked()));
        }
        let cells = working_hours::Cells { hours, start, end, days };
        let week = whereabouts.home.as_ref().and_then(|zone| usual_in(zone, whereabouts.country));
        let days = week.map_or_else(monday_to_friday, |week| week.days);
        let hours = working_hours::read(&cells, days, &mut faults);
        if let (Some(week), Some(_)) = (week.filter(|week| !week.is_monday_to_friday()), &hours)
            && working_hours::leave_days_open(&cells)
        {
            let has_days = self.column_of(Field::Days).is_some();
            let field = if has_days { Some(Field::Days) } else { zone_field };
            self.once.say(week.country, (field, usual_week(&week)));
        }
        let mut days_off = absence::read(off).unwrap_or_else(|wrong| {
            faults.extend(wrong.into_iter().map(|fault| (Some(Field::Off), fault)));
            Vec::new()
        });
        let mut wrong = Vec::new();
        days_off.extend(self.holidays.read(holidays, &mut wrong));
        faults.extend(wrong.into_iter().map(|fault| (Some(Field::Holidays), fault)));
        let sound = faults.iter().all(|(_, fault)| fault.severity != Severity::Error);
        let schedule = match (whereabouts.home.clone(), hours) {
            (Some(home), Some(hours)) if sound => {
                Some(whereabouts.in_schedule(Schedule::new(home, hours)).with_days_off(days_off))
            }
            _ => None,
        };
        Reading { schedule, id: None, faults, label: whereabouts.listed, abroad: whereabouts.abroad }
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

fn hash(key: &[u8], lengths: u64) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(key);
    hasher.write_u64(lengths);
    let hash = hasher.finish();
    // The table takes its tags from the high bits, which this hash leaves poor.
    hash ^ (hash << 38)
}
