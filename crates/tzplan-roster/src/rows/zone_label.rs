//! Zone cells: each distinct label is resolved once.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use tzplan::{Tzdb, Zone};

use crate::diagnostic::Severity;
use crate::faults::Fault;
use crate::places::{How, Place, ResolveOptions, Years, resolve_with, resolve_without_suggestions};
use crate::roster::{Roster, ZoneLabel};

/// The labels seen so far.
pub(super) struct ZoneLabels<'a> {
    pub(super) tzdb: &'a Tzdb,
    pub(super) options: ResolveOptions,
    known: FxHashMap<Box<str>, ZoneReading>,
    list: Vec<ZoneLabel>,
    years: Years,
    tried: FxHashMap<Box<str>, Trial>,
    /// How many more labels beside a zone may mean nothing.
    misses_left: usize,
    /// For how many more labels that mean nothing those are looked for that they resemble.
    suggestions_left: usize,
}

/// What a label would mean that is not read yet.
#[derive(Clone)]
pub(super) enum Trial {
    /// A city, a state, a country or an airport.
    Place(Zone, Within),
    /// An id, an offset, or the name of a time.
    Time(Zone),
    /// A place or a time of one of these zones.
    Ambiguous(Vec<Zone>),
    Unknown,
}

/// The most labels beside a zone that may mean nothing: each of them is compared with all names, which takes
/// time.
const MOST_MISSES: usize = 1000;

/// The most labels for which those are looked for that they resemble. A file with more of them holds no
/// places in that column. A fuzzer is told of every letter that is compared: it meets the limit soon.
const MOST_SUGGESTIONS: usize = if cfg!(fuzzing) { 2 } else { 5000 };

/// What a place is in, as far as it is known.
#[derive(Clone, Copy, Default)]
pub(super) struct Within {
    /// The country's two letters.
    pub(super) country: Option<&'static str>,
    /// The name of the state or region.
    pub(super) region: Option<&'static str>,
}

impl Within {
    fn of(place: Option<Place>) -> Self {
        place.map_or_else(Self::default, |place| Self { country: place.country_code, region: place.region })
    }
}

/// How a label is read.
#[derive(Clone, Default)]
pub(super) struct ZoneReading {
    /// The zone, unless the faults say why there is none.
    pub(super) zone: Option<Zone>,
    /// What the place is in, where the label says more than the zone.
    pub(super) within: Within,
    pub(super) fault: Option<Fault>,
    /// The place among namesakes that was taken.
    pub(super) assumed: Option<Arc<str>>,
    /// Whether it names a place, not a zone or a time.
    pub(super) is_place: bool,
    /// Its place in the list, if it has one.
    pub(super) listed: Option<u32>,
    /// Whether a cell was read that is this label, and alone says where somebody lives.
    is_cell: bool,
}

/// Labels kept; a column with more distinct ones is read all the same.
const MOST: usize = 65_536;

impl<'a> ZoneLabels<'a> {
    pub(super) fn new(tzdb: &'a Tzdb, options: ResolveOptions) -> Self {
        Self {
            tzdb,
            known: FxHashMap::default(),
            list: Vec::new(),
            years: Years::of(options.years, tzdb),
            options,
            tried: FxHashMap::default(),
            misses_left: MOST_MISSES,
            suggestions_left: MOST_SUGGESTIONS,
        }
    }

    /// The first of the dates that are planned.
    pub(super) fn planned_from(&self) -> Option<chrono::NaiveDate> {
        self.options.years.map(|(from, _)| from)
    }

    /// What a label would mean, without a diagnostic.
    pub(super) fn try_out(&mut self, label: &str) -> Trial {
        if let Some(tried) = self.tried.get(label) {
            return tried.clone();
        }
        let trial = match resolve_without_suggestions(self.tzdb, label, &self.options) {
            Ok(found) => match found.how {
                How::City | How::State | How::Country | How::Airport => {
                    Trial::Place(found.zone, Within::of(found.place))
                }
                _ => Trial::Time(found.zone),
            },
            Err(error) if error.is_ambiguous() => {
                let zones = error.candidates().iter().filter_map(|one| self.tzdb.zone(&one.zone).ok());
                Trial::Ambiguous(zones.collect())
            }
            Err(_) => Trial::Unknown,
        };
        if self.tried.len() < MOST {
            self.tried.insert(label.into(), trial.clone());
        }
        trial
    }

    /// What a label beside the zone would mean; `None` when too many of them meant nothing.
    pub(super) fn try_beside(&mut self, label: &str) -> Option<Trial> {
        if self.misses_left == 0 {
            return self.tried.get(label).cloned();
        }
        let is_new = !self.tried.contains_key(label);
        let trial = self.try_out(label);
        self.misses_left -= usize::from(is_new && matches!(trial, Trial::Unknown));
        Some(trial)
    }

    /// Whether the clocks of two zones agree over the dates that are planned.
    pub(super) fn agree(&self, one: &Zone, other: &Zone) -> bool {
        self.years.agree(one, other)
    }

    /// The first of several zones, where the clock of none is that of another.
    pub(super) fn none_agrees<'z>(&self, one: &Zone, several: &'z [Zone]) -> Option<&'z Zone> {
        several.first().filter(|_| several.iter().all(|other| !self.agree(one, other)))
    }

    /// Whether the clocks of a zone change on the dates that are planned.
    pub(super) fn changes(&self, zone: &Zone) -> bool {
        self.years.changes(zone)
    }

    /// Whether a zone is ever so many seconds ahead of UTC on the dates that are planned.
    pub(super) fn has_offset(&self, zone: &Zone, seconds: i32) -> bool {
        self.years.has_offset(zone, seconds)
    }

    /// By how many seconds the clock of one zone is ever ahead of that of another.
    pub(super) fn differences(&self, one: &Zone, other: &Zone) -> Vec<i32> {
        self.years.differences(one, other)
    }

    pub(super) fn read(&mut self, label: &str) -> ZoneReading {
        if let Some(known) = self.known.get(label) {
            return known.clone();
        }
        let reading = self.resolve(label);
        if self.known.len() < MOST {
            // A note is reported once.
            let lasting = |fault: &Fault| fault.severity != Severity::Note;
            let fault = reading.fault.clone().filter(lasting);
            self.known.insert(label.into(), ZoneReading { fault, ..reading.clone() });
        }
        reading
    }

    /// What a cell says that alone says where somebody lives, where one like it was read before.
    pub(super) fn read_cell(&self, cell: &str) -> Option<ZoneReading> {
        self.known.get(cell).filter(|reading| reading.is_cell).cloned()
    }

    /// Notes that a cell of this text is nothing but a label.
    pub(super) fn keep_cell(&mut self, cell: &str) {
        if let Some(reading) = self.known.get_mut(cell) {
            reading.is_cell = true;
        }
    }

    /// Counts rows with a listed label.
    pub(super) fn count(&mut self, listed: u32, rows: usize) {
        self.list[listed as usize].rows += rows;
    }

    pub(super) fn take_list(&mut self) -> Vec<ZoneLabel> {
        std::mem::take(&mut self.list)
    }

    fn resolve(&mut self, label: &str) -> ZoneReading {
        let found = match self.suggestions_left {
            0 => resolve_without_suggestions(self.tzdb, label, &self.options),
            _ => resolve_with(self.tzdb, label, &self.options),
        };
        let found = match found {
            Ok(found) => found,
            Err(error) => {
                let code = match &error {
                    error if error.is_empty() => "missing-zone",
                    error if error.is_ambiguous() => "ambiguous-zone",
                    error if error.is_unusable() => "unusable-zone",
                    _ => "unknown-zone",
                };
                let mut help = error.help();
                if code == "unknown-zone" && self.suggestions_left == 0 {
                    help.push_str(&format!(
                        "; more than {MOST_SUGGESTIONS} labels of the file mean nothing, and what this one \
                         resembles was not looked for"
                    ));
                }
                self.suggestions_left -= usize::from(code == "unknown-zone" && self.suggestions_left > 0);
                let fault = Fault::error(code, error.to_string(), help);
                return ZoneReading { fault: Some(fault), ..ZoneReading::default() };
            }
        };
        let fault = match (found.how, found.note) {
            (How::Offset, note) => {
                let note = note.map(|note| format!("; {note}")).unwrap_or_default();
                Some(Fault::warning(
                    "fixed-offset",
                    format!("the offset `{label}` does not follow clock changes{note}"),
                    "write the place as an IANA id, such as Europe/Berlin, if its clocks change",
                ))
            }
            (How::Abbreviation | How::Name | How::Windows, Some(note)) if !found.is_seasonal => {
                Some(Fault::note("abbreviation", note, "write an IANA id, such as Europe/Berlin, to be sure"))
            }
            (_, Some(note)) => {
                let help = format!("write {} to be sure", found.zone);
                Some(Fault::note("place", note, help))
            }
            (_, None) => None,
        };
        let listed = (self.list.len() < Roster::MOST_ZONE_LABELS).then_some(self.list.len() as u32);
        if listed.is_some() {
            let label: Arc<str> = label.into();
            self.list.push(ZoneLabel { label, zone: found.zone.clone(), how: found.how, rows: 0 });
        }
        let within = Within::of(found.place);
        let note = fault.as_ref().filter(|fault| fault.code == "place");
        let assumed = note.map(|fault| fault.message.clone());
        let is_place = matches!(found.how, How::City | How::State | How::Country | How::Airport);
        ZoneReading { zone: Some(found.zone), within, fault, assumed, is_place, listed, is_cell: false }
    }
}
