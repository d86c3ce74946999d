//! The clock that hours are on, where it is not that of the person: `hours (UTC)`, `9-5 ET`.

use std::borrow::Cow;
use std::sync::Arc;

use tzplan::{Tzdb, Zone};

use super::zone_label::ZoneLabels;
use crate::columns::{Columns, Field, is_idle};
use crate::faults::Fault;
use crate::places::{ResolveOptions, cut_clock};
use crate::wording::Quoted;

/// The clocks that the headers of hours name.
#[derive(Default)]
pub(super) struct HeaderClocks {
    clocks: Vec<(Field, Zone)>,
    /// What is wrong with a header, by its column.
    pub(super) faults: Vec<(usize, Fault)>,
}

impl HeaderClocks {
    /// The clocks that headers name; one that may be several is a fault of the header.
    pub(super) fn of(columns: &Columns, zones: &ZoneLabels<'_>) -> Self {
        let mut read = Self::default();
        for field in Field::OF_HOURS.into_iter().chain(Field::OF_WEEKDAYS) {
            let (Some(label), Some(index)) = (columns.clock(field), columns.place(field)) else { continue };
            match zones.clock(label, None) {
                Ok(zone) => read.clocks.push((field, zone)),
                Err(fault) => read.faults.push((index, fault)),
            }
        }
        read
    }

    fn of_field(&self, field: Field) -> Option<&Zone> {
        self.clocks.iter().find(|(known, _)| *known == field).map(|(_, zone)| zone)
    }
}

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

/// The cells of hours without the clocks that they name, and the clock they are on, if it is another than
/// that of the person: the one that a cell names itself, that of the column beside them, that of the header.
pub(super) fn read<'c>(
    cells: [&'c str; 3],
    beside: &str,
    has_week: bool,
    headers: &HeaderClocks,
    home: Option<&Zone>,
    zones: &ZoneLabels<'_>,
    faults: &mut Vec<(Option<Field>, Fault)>,
) -> ([Cow<'c, str>; 3], Option<Zone>) {
    let mut clock: Option<(Zone, Arc<str>)> = None;
    let mut plain = cells.map(Cow::Borrowed);
    let beside = match zones.clock(beside, home) {
        _ if is_idle(beside) => None,
        Ok(zone) => Some(zone),
        Err(fault) => {
            faults.push((Some(Field::Clock), fault));
            None
        }
    };
    for (index, field) in Field::OF_HOURS.into_iter().enumerate() {
        if cells[index].is_empty() {
            continue;
        }
        let named: Option<(Zone, Arc<str>)> = match cut_clock(cells[index]) {
            Some((rest, label)) => {
                plain[index] = rest.into();
                match zones.clock(&label, home) {
                    Ok(zone) => Some((zone, label.into())),
                    Err(fault) => {
                        faults.push((Some(field), fault));
                        continue;
                    }
                }
            }
            None => {
                beside.as_ref().or(headers.of_field(field)).map(|zone| (zone.clone(), zone.name().into()))
            }
        };
        match (&clock, named) {
            (Some((known, ours)), Some((zone, theirs))) if *known != zone => {
                let message =
                    format!("these hours are on two clocks, {} and {}", Quoted(ours), Quoted(&theirs));
                faults.push((
                    Some(field),
                    Fault::error("two-clocks", message, "write all of them on one clock"),
                ));
            }
            (None, named) => clock = named,
            _ => {}
        }
    }
    let clock = clock.map(|(zone, _)| zone);
    (plain, clock.or(beside.filter(|_| has_week)))
}
