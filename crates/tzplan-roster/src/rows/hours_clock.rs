//! The clock that hours are on, where it is not that of the person: `hours (UTC)`, `9-5 ET`.

use std::borrow::Cow;
use std::fmt::Display;
use std::sync::Arc;

use tzplan::{Tzdb, Zone};

use super::header_clocks::HeaderClocks;
use super::zone_label::ZoneLabels;
use crate::assumption::Assumed;
use crate::columns::{Field, is_idle};
use crate::faults::Fault;
use crate::places::{ResolveOptions, cut_clock};
use crate::wording::Quoted;

/// Hours by themselves without the clock that they name, and that clock, that of `home` where the two agree;
/// `None` where they name none.
pub(crate) fn named_clock(
    text: &str,
    home: Option<&Zone>,
    tzdb: &Tzdb,
    options: &ResolveOptions,
) -> Option<(String, Result<Zone, Fault>)> {
    let (hours, label) = cut_clock(text)?;
    let zones = ZoneLabels::new(tzdb, options.clone());
    let clock = zones.clock(&label, home).map(|clock| match home {
        Some(home) if zones.agree(home, &clock) => home.clone(),
        _ => clock,
    });
    Some((hours, clock))
}

/// What the cells of hours of a row say of clocks.
pub(super) struct ClockReading<'c> {
    /// The cells without the clocks that they name: hours, start, end.
    pub(super) cells: [Cow<'c, str>; 3],
    /// The clock they are on, if it is another than that of the person.
    pub(super) clock: Option<Zone>,
    /// That cells which name no clock are taken on that of others.
    pub(super) assumed: Vec<Assumed>,
}

/// The code of cells that are taken on the clock of others.
const SHARED_CLOCK: &str = "shared-clock";

/// Reads the clocks of the hours, the start and the end, and of the weekdays of a row: the one that a cell
/// names itself, that of the column beside them, that of the header.
pub(super) fn read<'c>(
    cells: [&'c str; 3],
    beside: &str,
    week: &[&str; 7],
    headers: &mut HeaderClocks,
    home: Option<&Zone>,
    zones: &ZoneLabels<'_>,
    faults: &mut Vec<(Option<Field>, Fault)>,
) -> ClockReading<'c> {
    let mut plain = cells.map(Cow::Borrowed);
    let named = |zone: Zone| {
        let name = zone.name().into();
        (zone, name)
    };
    let beside = match (!is_idle(beside)).then(|| zones.clock(beside, home)).transpose() {
        Ok(zone) => zone,
        Err(fault) => {
            faults.push((Some(Field::Clock), fault));
            None
        }
    };
    let mut elsewhere = |field: Field| beside.clone().or_else(|| headers.of_field(field, home, zones));
    let (mut said, mut assumed) = (ClocksSaid::default(), Vec::new());
    for (index, field) in Field::OF_HOURS.into_iter().enumerate() {
        if cells[index].is_empty() {
            continue;
        }
        match cut_clock(cells[index]) {
            Some((rest, label)) => {
                plain[index] = rest.into();
                if label.contains(' ') {
                    assumed.extend(zones.clock_note(&label).map(|note| ("clock", note)));
                }
                match zones.clock(&label, home) {
                    Ok(zone) => said.add(field, Some((zone, label.into())), faults),
                    Err(fault) => faults.push((Some(field), fault)),
                }
            }
            None => said.add(field, elsewhere(field).map(named), faults),
        }
    }
    for (cell, field) in week.iter().zip(Field::OF_WEEKDAYS) {
        // Yes and no say nothing about hours.
        let is_hours = cell.len() > 1 && cell.contains(|c: char| c.is_ascii_digit());
        let clock = if cell.is_empty() { None } else { elsewhere(field) };
        if clock.is_some() || is_hours {
            said.add(field, clock.map(named), faults);
        }
    }
    assumed.extend(said.settle(headers, faults));
    let has_week = week.iter().any(|cell| !cell.is_empty());
    let clock = said.clock.map(|(zone, ..)| zone).or(beside.filter(|_| has_week));
    ClockReading { cells: plain, clock, assumed }
}

/// The clocks that the cells of a row are on.
#[derive(Default)]
struct ClocksSaid {
    /// The first, as it was named, and where.
    clock: Option<(Zone, Arc<str>, Field)>,
    /// The cells without one.
    without: Vec<Field>,
}

impl ClocksSaid {
    fn add(
        &mut self,
        field: Field,
        named: Option<(Zone, Arc<str>)>,
        faults: &mut Vec<(Option<Field>, Fault)>,
    ) {
        match (&self.clock, named) {
            (Some((known, ours, _)), Some((zone, theirs))) if *known != zone => {
                faults.push((Some(field), two_clocks(&Quoted(ours), &Quoted(&theirs))));
            }
            (None, Some((zone, label))) => self.clock = Some((zone, label, field)),
            (_, None) => self.without.push(field),
            _ => {}
        }
    }

    /// Takes the cells without a clock on that of the others, unless their headers say that they are local.
    fn settle(&self, headers: &HeaderClocks, faults: &mut Vec<(Option<Field>, Fault)>) -> Vec<Assumed> {
        let Some((_, label, named)) = &self.clock else { return Vec::new() };
        if let Some(local) = self.without.iter().find(|field| headers.is_local(**field)) {
            faults.push((Some(*local), two_clocks(&Quoted(label), &"the person's own")));
        }
        let sentence = |field: &Field| {
            let (field, named) = (field.as_str(), named.as_str());
            let message =
                format!("{field} names no clock and is taken on that of {named}, {}", Quoted(label));
            (SHARED_CLOCK, message.into())
        };
        self.without.iter().map(sentence).collect()
    }
}

fn two_clocks(ours: &dyn Display, theirs: &dyn Display) -> Fault {
    let message = format!("these hours are on two clocks, {ours} and {theirs}");
    Fault::error("two-clocks", message, "write all of them on one clock")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_home_keeps_is_that_of_home() {
        let clock = |home: &str| {
            let home = Zone::iana(home).expect("a zone");
            let named = named_clock("9-17 CET", Some(&home), Tzdb::bundled(), &ResolveOptions::default());
            let (hours, clock) = named.expect("a clock");
            (hours, clock.map(|zone| zone.name() == home.name()).ok())
        };
        // Oslo keeps the time of Berlin, Lima does not.
        assert_eq!(clock("Europe/Oslo"), ("9-17".to_owned(), Some(true)));
        assert_eq!(clock("America/Lima"), ("9-17".to_owned(), Some(false)));
    }
}
