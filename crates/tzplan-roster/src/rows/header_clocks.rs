//! The clocks that the headers of hours name: `hours (UTC)`, `Shift start (IST)`.

use std::sync::Arc;

use tzplan::Zone;

use super::zone_label::ZoneLabels;
use crate::columns::{Columns, Field, is_local};
use crate::faults::Fault;

/// The clocks that the headers of hours name.
#[derive(Default)]
pub(super) struct HeaderClocks {
    clocks: Vec<HeaderClock>,
    /// Those that say that they are on everybody's own: `End (local)`.
    local: Vec<Field>,
}

/// The clock in the header of a field.
struct HeaderClock {
    field: Field,
    label: Arc<str>,
    means: Meaning,
}

/// What a label means.
enum Meaning {
    /// Always the same.
    Zone(Zone),
    /// One of several clocks, which one the homes of those with hours tell: `IST` is India's where all of
    /// them are there. So far the clock of this one.
    Open { index: usize, home: Option<Zone> },
    /// Nothing that is known, or several clocks between which nothing decides.
    Unclear { index: usize, fault: Fault },
}

impl HeaderClocks {
    pub(super) fn of(columns: &Columns, zones: &ZoneLabels<'_>) -> Self {
        let mut read = Self::default();
        for field in Field::OF_HOURS.into_iter().chain(Field::OF_WEEKDAYS) {
            let Some(index) = columns.place(field) else { continue };
            let Some(label) = columns.clock(field) else {
                read.local.extend(
                    Some(field).filter(|_| columns.header(index).is_some_and(|header| is_local(&header))),
                );
                continue;
            };
            let means = match zones.clock(label, None) {
                Ok(zone) => Meaning::Zone(zone),
                Err(_) if zones.may_be_several(label) => Meaning::Open { index, home: None },
                Err(fault) => Meaning::Unclear { index, fault },
            };
            read.clocks.push(HeaderClock { field, label: label.clone(), means });
        }
        read
    }

    /// Whether the header of a field says that hours are on everybody's own clock.
    pub(super) fn is_local(&self, field: Field) -> bool {
        self.local.contains(&field)
    }

    /// The clock of a cell in the row of somebody at home in a zone.
    pub(super) fn of_field(
        &mut self,
        field: Field,
        home: Option<&Zone>,
        zones: &ZoneLabels<'_>,
    ) -> Option<Zone> {
        let clock = self.clocks.iter_mut().find(|clock| clock.field == field)?;
        match &mut clock.means {
            Meaning::Zone(zone) => Some(zone.clone()),
            Meaning::Unclear { .. } => None,
            Meaning::Open { index, home: known } => {
                let found = zones.clock(&clock.label, Some(home?));
                let other = |zone: &Zone| known.as_ref().is_some_and(|known| !zones.agree(known, zone));
                match found {
                    Ok(zone) if !other(&zone) => Some(known.insert(zone).clone()),
                    // What the homes of some decide is not so for others: nobody knows whose clock it is.
                    found => {
                        let fault = zones.clock(&clock.label, None).err().or(found.err())?;
                        clock.means = Meaning::Unclear { index: *index, fault };
                        None
                    }
                }
            }
        }
    }

    /// What is wrong with the headers, by field and column.
    pub(super) fn take_faults(&mut self) -> impl Iterator<Item = (Field, usize, Fault)> {
        std::mem::take(&mut self.clocks).into_iter().filter_map(|clock| match clock.means {
            Meaning::Unclear { index, fault } => Some((clock.field, index, fault)),
            _ => None,
        })
    }
}
