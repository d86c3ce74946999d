//! The `holidays` column: codes of countries and regions.

use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use tzplan::{Holidays, Zone, zone};

use super::zone_label::Within;
use crate::faults::Fault;
use crate::holidays::{HolidayCalendar, HolidayLabelError, LabelFault, find, region_or_country};
use crate::places::Regions;

/// Codes remembered; others are looked up each time.
const MOST: usize = 4096;

/// The calendars that the rows of a file name.
pub(super) struct PublicHolidays<'o> {
    own: &'o [HolidayCalendar],
    known: FxHashMap<Box<str>, Result<Arc<HolidayCalendar>, Fault>>,
    /// The codes that were named, and the calendars named since that was last asked.
    named: Vec<Arc<str>>,
    new: Vec<NewCalendar>,
}

/// A calendar, and where somebody lives who names it first.
type NewCalendar = (Arc<HolidayCalendar>, Within);

impl<'o> PublicHolidays<'o> {
    pub(super) fn new(own: &'o [HolidayCalendar]) -> Self {
        Self { own, known: FxHashMap::default(), named: Vec::new(), new: Vec::new() }
    }

    /// The days off of a cell such as `DE-BY; AT`, with those of them that have a name. Of several calendars
    /// the first one's name counts. `within` and the zone `home`
    /// say where the person lives.
    pub(super) fn read(
        &mut self,
        cell: &str,
        within: Within,
        home: Option<&Zone>,
        faults: &mut Vec<Fault>,
    ) -> (Vec<NaiveDate>, Holidays) {
        let (mut dates, mut holidays) = (Vec::new(), Holidays::default());
        // Most people name none, and every schedule asks.
        if cell.is_empty() {
            return (dates, holidays);
        }
        // Of an id of a zone the countries that keep its clock.
        let id = home.map(Zone::name).unwrap_or_default();
        let countries: Vec<&str> = match within.country {
            Some(country) => vec![country],
            None => zone::countries(&id).collect(),
        };
        for label in cell.split([';', ',']).map(str::trim) {
            // What people write where they mean nothing at all.
            let is_nothing = |word: &&str| label.eq_ignore_ascii_case(word);
            if label.is_empty() || ["-", "none", "n/a"].iter().any(is_nothing) {
                continue;
            }
            if label != "NO" && label.eq_ignore_ascii_case("no") {
                let message = format!("`{label}` is read as Norway, not as no");
                faults.push(Fault::warning("holidays-of-norway", message, "write none, or NO for Norway"));
            }
            let own = self.own.iter().any(|own| own.code().eq_ignore_ascii_case(label));
            if let Some(error) =
                countries.iter().filter(|_| !own).find_map(|home| region_or_country(label, home))
                && !countries.iter().any(|home| home.eq_ignore_ascii_case(label))
            {
                faults.push(fault(&error));
                continue;
            }
            match self.calendar(label, within) {
                Ok(calendar) => {
                    dates.extend_from_slice(calendar.dates());
                    holidays = holidays.union(calendar.holidays());
                }
                Err(fault) => faults.push(fault),
            }
        }
        (dates, holidays)
    }

    /// Whether there are calendars to [take](Self::take_new).
    pub(super) fn has_new(&self) -> bool {
        !self.new.is_empty()
    }

    /// The calendars that were named for the first time since this was last asked.
    pub(super) fn take_new(&mut self) -> Vec<NewCalendar> {
        std::mem::take(&mut self.new)
    }

    fn calendar(&mut self, label: &str, within: Within) -> Result<Arc<HolidayCalendar>, Fault> {
        if let Some(known) = self.known.get(label) {
            return known.clone();
        }
        let found = find(label, self.own)
            .or_else(|error| self.by_other_name(label).ok_or(error))
            .map(Arc::new)
            .map_err(|error| fault(&error));
        if let Ok(calendar) = &found
            && !self.named.iter().any(|code| **code == *calendar.code())
        {
            self.named.push(calendar.code().into());
            self.new.push((calendar.clone(), within));
        }
        if self.known.len() < MOST {
            self.known.insert(label.into(), found.clone());
        }
        found
    }
}

impl PublicHolidays<'_> {
    /// The calendar of a country by its name in another language than English: `Deutschland`.
    fn by_other_name(&self, label: &str) -> Option<HolidayCalendar> {
        let Regions { states, country } = Regions::of(label);
        // Letters are codes.
        let is_name = states.is_empty() && (label.chars().count() > 3 || !label.is_ascii());
        find(country.filter(|_| is_name)?, self.own).ok()
    }
}

/// What else somebody should know who wrote the code of a country: the region that they live in has other
/// days.
pub(super) fn remarks(calendar: &HolidayCalendar, within: Within) -> Option<Fault> {
    calendar.has_regions().then(|| {
        let (code, name) = (calendar.code(), calendar.name());
        let region = within.region.filter(|_| within.country == Some(code));
        let help = match region.and_then(|region| calendar.region(region)) {
            Some(region) => format!("write {region} for somebody who lives there"),
            None => "write the code of the region behind it, where there is one".to_owned(),
        };
        let message = format!("{code} brings the public holidays of all of {name}; its regions keep others");
        Fault::note("regional-holidays", message, help)
    })
}

fn fault(error: &HolidayLabelError) -> Fault {
    match error.kind {
        LabelFault::Unknown => Fault::error("unknown-holidays", error.to_string(), error.help()),
        LabelFault::Ambiguous => Fault::error("ambiguous-holidays", error.to_string(), error.help()),
        LabelFault::NotBuilt => Fault::warning("holidays-not-read", error.to_string(), error.help()),
    }
}
