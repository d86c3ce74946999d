//! The cells that decide when somebody works, read once for each distinct combination.

use csv::ByteRecord;
use rustc_hash::FxHashMap;
use tzplan::{Schedule, ScheduleId, Team, Tzdb};

use super::zone_label::ZoneLabels;
use super::{absence, cell, text, working_hours};
use crate::columns::{Columns, Field};
use crate::diagnostic::{Fault, Severity};
use crate::roster::ZoneLabel;

/// The cells that decide a schedule.
const DECIDING: [Field; 6] = [Field::Zone, Field::Hours, Field::Start, Field::End, Field::Days, Field::Off];

/// Cells longer than this are no hours, days or dates anybody wrote by hand.
const LONGEST_CELL: usize = 10_000;

/// Distinct combinations with a fault that are remembered; more are read each time.
const MOST_FAULTY: usize = 10_000;

/// Schedules by the text of the cells that decide them.
pub(super) struct Schedules<'a> {
    zones: ZoneLabels<'a>,
    places: [Option<usize>; DECIDING.len()],
    /// The columns among `places` that the file has.
    columns: Vec<usize>,
    /// The cells of the present row, and of the last one.
    key: Vec<u8>,
    last_key: Vec<u8>,
    last: usize,
    known: FxHashMap<Box<[u8]>, u32>,
    readings: Vec<Reading>,
    faulty: usize,
    /// The place of a reading that is not remembered.
    passing: Option<usize>,
}

#[derive(Default)]
struct Reading {
    schedule: Option<Schedule>,
    /// Its id once a member has it.
    id: Option<ScheduleId>,
    faults: Vec<(Option<Field>, Fault)>,
    /// The zone label's place in the list.
    label: Option<u32>,
}

impl<'a> Schedules<'a> {
    pub(super) fn new(tzdb: &'a Tzdb, columns: &Columns) -> Self {
        let places = DECIDING.map(|field| columns.place(field));
        Self {
            zones: ZoneLabels::new(tzdb),
            places,
            columns: places.into_iter().flatten().collect(),
            key: Vec::new(),
            last_key: Vec::new(),
            last: usize::MAX,
            known: FxHashMap::default(),
            readings: Vec::new(),
            faulty: 0,
            passing: None,
        }
    }

    /// Reads the schedule of a row and returns the place of the reading.
    pub(super) fn read(&mut self, cells: &ByteRecord) -> usize {
        self.key.clear();
        for column in &self.columns {
            self.key.extend_from_slice(cell(cells, *column));
            // No byte of UTF-8: keys of different cells differ.
            self.key.push(0xff);
        }
        if self.key != self.last_key || self.last == usize::MAX {
            self.last = match self.known.get(&*self.key) {
                Some(known) => *known as usize,
                None => self.read_new(cells),
            };
            std::mem::swap(&mut self.key, &mut self.last_key);
        }
        if let Some(label) = self.readings[self.last].label {
            self.zones.count(label);
        }
        self.last
    }

    /// Whether nothing is wrong with a reading.
    pub(super) fn is_silent(&self, reading: usize) -> bool {
        self.readings[reading].faults.is_empty()
    }

    /// What is wrong with it, cheap to copy.
    pub(super) fn faults(&self, reading: usize) -> Vec<(Option<Field>, Fault)> {
        self.readings[reading].faults.clone()
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

    fn read_new(&mut self, cells: &ByteRecord) -> usize {
        let reading = self.parse(cells);
        let place = if reading.schedule.is_none() && self.faulty == MOST_FAULTY {
            *self.passing.get_or_insert_with(|| {
                self.readings.push(Reading::default());
                self.readings.len() - 1
            })
        } else {
            self.faulty += usize::from(reading.schedule.is_none());
            self.readings.push(Reading::default());
            let place = self.readings.len() - 1;
            self.known.insert(self.key.as_slice().into(), place as u32);
            place
        };
        self.readings[place] = reading;
        place
    }

    fn parse(&mut self, cells: &ByteRecord) -> Reading {
        let mut faults: Vec<(Option<Field>, Fault)> = Vec::new();
        let mut content = |index: usize| {
            let content = self.places[index].map_or("", |place| text(cell(cells, place)));
            if content.len() > LONGEST_CELL && index > 0 {
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
        let [zone, hours, start, end, days, off] = [0, 1, 2, 3, 4, 5].map(&mut content);
        let zone = self.zones.read(zone);
        faults.extend(zone.fault.map(|fault| (Some(Field::Zone), fault)));
        let hours = working_hours::read(&working_hours::Cells { hours, start, end, days }, &mut faults);
        let days_off = absence::read(off).unwrap_or_else(|wrong| {
            faults.extend(wrong.into_iter().map(|fault| (Some(Field::Off), fault)));
            Vec::new()
        });
        let sound = faults.iter().all(|(_, fault)| fault.severity != Severity::Error);
        let schedule = match (zone.zone, hours) {
            (Some(zone), Some(hours)) if sound => Some(Schedule::new(zone, hours).with_days_off(days_off)),
            _ => None,
        };
        Reading { schedule, id: None, faults, label: zone.listed }
    }
}
