//! Where somebody lives: the columns that give it, read together.
//!
//! An explicit zone wins where it is filled; what the other columns say is then held against it. Otherwise
//! city, state and country are one label, as somebody would write it: `Portland, Maine, USA`.

use super::home_label::{differs, joined, unknown_state};
use super::home_offset::in_hours;
use super::home_state::StateMeaning;
use super::stays::{self, Whereabouts};
use super::zone_label::{Trial, ZoneLabels};
use crate::columns::{Field, StateColumn};

/// The cells of a row, empty where there is none.
#[derive(Clone, Copy)]
pub(super) struct HomeCells<'c> {
    pub(super) zone: &'c str,
    pub(super) city: &'c str,
    pub(super) location: &'c str,
    pub(super) state: &'c str,
    pub(super) country: &'c str,
    pub(super) state_column: StateColumn,
    /// Whether the zones are said to be offsets, which may be numbers: `UTC offset`.
    pub(super) are_offsets: bool,
}

/// Where somebody is, and the column that says so.
pub(super) struct Home<'c> {
    pub(super) whereabouts: Whereabouts,
    /// The place as the cell has it; `None` where it holds a zone or a time.
    pub(super) place: Option<&'c str>,
    /// `None` where all cells are empty.
    pub(super) field: Option<Field>,
    /// Whether what stands beside the zone was not looked at any more.
    pub(super) is_unchecked: bool,
}

impl<'c> HomeCells<'c> {
    /// Reads them.
    pub(super) fn read(&self, zones: &mut ZoneLabels<'_>) -> Home<'c> {
        let cells = [
            (Field::Zone, self.zone),
            (Field::City, self.city),
            (Field::Location, self.location),
            (Field::State, self.state),
            (Field::Country, self.country),
        ];
        let Some((field, cell)) = cells.into_iter().find(|(_, cell)| !cell.is_empty()) else {
            let whereabouts = Whereabouts::read("", "", zones);
            return Home { whereabouts, place: None, field: None, is_unchecked: false };
        };
        let is_alone = field == Field::Zone && cells[1..].iter().all(|(_, cell)| cell.is_empty());
        // Of a hundred thousand schedules most differ in their hours.
        if let Some(home) = zones.read_cell(cell).filter(|_| is_alone) {
            let place = home.is_place.then_some(cell);
            let whereabouts = Whereabouts::at_home(home);
            return Home { whereabouts, place, field: Some(field), is_unchecked: false };
        }
        if let Some(home) = self.of_zone_and_place(zones) {
            return home;
        }
        let home = stays::home(cell);
        let (mut remark, mut taken) = (None, None);
        let label = match (field, home) {
            (Field::Zone, Some(home)) => match in_hours(home).filter(|_| self.are_offsets) {
                Some(label) => label,
                None => self.beside_zone(home, zones),
            },
            (Field::City | Field::Location, Some(home)) => {
                let label = joined(&[home, self.state, self.country]);
                let stateless = joined(&[home, self.country]);
                if label != stateless
                    && matches!(zones.try_out(&label), Trial::Unknown)
                    && matches!(zones.try_out(&stateless), Trial::Place(..))
                {
                    remark = Some((Field::State, unknown_state(self.state, &stateless)));
                    stateless
                } else if label != home && self.is_whole(home, &label, zones) {
                    home.to_owned()
                } else {
                    label
                }
            }
            (Field::State, Some(home)) if self.country.is_empty() => {
                match StateMeaning::of(home, self.state_column) {
                    StateMeaning::AsWritten => home.to_owned(),
                    StateMeaning::Known { label, note } => {
                        taken = note.map(|note| ("place", note));
                        label
                    }
                    StateMeaning::Unclear(fault) => {
                        let whereabouts = Whereabouts::nowhere(Field::State, fault);
                        return Home { whereabouts, place: None, field: Some(field), is_unchecked: false };
                    }
                }
            }
            (Field::State, Some(home)) => joined(&[home, self.country]),
            _ => home.unwrap_or_default().to_owned(),
        };
        let mut whereabouts = Whereabouts::read(cell, &label, zones);
        whereabouts.faults.iter_mut().for_each(|(of, _)| *of = field);
        whereabouts.faults.extend(remark);
        whereabouts.taken.extend(taken);
        let is_unchecked = self.compare(field, &label, &mut whereabouts, zones);
        if is_alone && label == cell {
            zones.keep_cell(cell);
        }
        let place = home.filter(|_| whereabouts.is_place);
        Home { whereabouts, place, field: Some(field), is_unchecked }
    }

    /// The label of a filled zone: a place is one in the state and the country beside it, if there is such a
    /// place.
    fn beside_zone(&self, home: &str, zones: &mut ZoneLabels<'_>) -> String {
        let label = joined(&[home, self.state, self.country]);
        if label == home {
            return label;
        }
        let alone = zones.try_out(home);
        if matches!(alone, Trial::Time(_)) {
            return home.to_owned();
        }
        match (zones.try_out(&label), alone) {
            // `CST` in the USA, `Portland` in Oregon.
            (Trial::Place(..), _) | (Trial::Time(_) | Trial::Ambiguous(_), Trial::Ambiguous(_)) => label,
            _ => home.to_owned(),
        }
    }

    /// Holds what the other columns say against the home that was read; `true` when that was too much.
    fn compare(
        &self,
        field: Field,
        label: &str,
        whereabouts: &mut Whereabouts,
        zones: &mut ZoneLabels<'_>,
    ) -> bool {
        let Some(zone) = whereabouts.home.clone() else { return false };
        let place = match field {
            Field::Zone if !self.city.is_empty() => self.city,
            Field::Zone | Field::City => self.location,
            _ => return false,
        };
        let mut beside = joined(&[stays::home(place).unwrap_or_default(), self.state, self.country]);
        if place.is_empty() && self.country.is_empty() {
            match StateMeaning::of(self.state, self.state_column) {
                StateMeaning::AsWritten => {}
                StateMeaning::Known { label, .. } => beside = label,
                StateMeaning::Unclear(_) => return false,
            }
        }
        let is_part = place.is_empty() && label != stays::home(self.zone).unwrap_or_default();
        if beside.is_empty() || beside == label || is_part || (field == Field::City && place.is_empty()) {
            return false;
        }
        match zones.try_beside(&beside) {
            None => return true,
            Some(Trial::Place(other, within)) if zones.agree(&zone, &other) => {
                if whereabouts.within.country.is_none() {
                    whereabouts.within = within;
                }
            }
            Some(Trial::Place(other, _) | Trial::Time(other)) if !zones.agree(&zone, &other) => {
                whereabouts.faults.push((field, differs(label, &zone, &beside, &other)));
            }
            Some(Trial::Ambiguous(several)) => {
                if let Some(other) = zones.none_agrees(&zone, &several) {
                    whereabouts.faults.push((field, differs(label, &zone, &beside, other)));
                }
            }
            Some(_) => {}
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use tzplan::Tzdb;

    use super::*;
    use crate::places::ResolveOptions;

    /// A cell that was read before says what it says when it is read whole: its zone, its faults but for
    /// notes, which are made once, and what it is called.
    #[test]
    fn a_cell_read_again_is_that_read_first() {
        let cells = [
            "Europe/Berlin",
            "UTC+2",
            "Nowhere Land",
            "Europe/Berlin; Asia/Bangkok from 2027-02-01",
            "Asia/Bangkok from 2027-02-01",
            "Europe/Berlin;",
            ";",
            "IST",
            #[cfg(feature = "places")]
            "Pune",
            #[cfg(feature = "places")]
            "Springfield",
            #[cfg(feature = "places")]
            "São Paulo",
        ];
        let mut zones = ZoneLabels::new(Tzdb::bundled(), ResolveOptions::default());
        let shown = |whereabouts: &Whereabouts| {
            let faults: Vec<_> =
                whereabouts.faults.iter().map(|(field, fault)| (field, fault.code)).collect();
            let Whereabouts { home, listed, abroad, is_place, assumed, .. } = whereabouts;
            format!(
                "{home:?} {listed:?} {abroad:?} {is_place} {assumed:?} {} {faults:?}",
                whereabouts.has_stays()
            )
        };
        for cell in cells {
            let mut read = || {
                HomeCells {
                    zone: cell,
                    city: "",
                    location: "",
                    state: "",
                    country: "",
                    state_column: StateColumn::default(),
                    are_offsets: false,
                }
                .read(&mut zones)
            };
            let (_, again) = (read(), read());
            let whole = Whereabouts::read(cell, stays::home(cell).unwrap_or_default(), &mut zones);
            assert_eq!(shown(&again.whereabouts), shown(&whole), "{cell}");
            assert_eq!(again.place.is_some(), whole.is_place, "{cell}");
            assert_eq!(zones.read_cell(cell).is_some(), stays::home(cell) == Some(cell), "{cell}");
        }
        // A label of two columns is no cell of one.
        let two = HomeCells {
            zone: "",
            city: "Paris",
            location: "",
            state: "",
            country: "France",
            state_column: StateColumn::default(),
            are_offsets: false,
        };
        two.read(&mut zones);
        assert!(zones.read_cell("Paris, France").is_none());
    }
}
