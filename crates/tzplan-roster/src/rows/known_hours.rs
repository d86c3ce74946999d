//! Hours that were read before: each distinct text of them is read once, whoever works them and wherever.

use chrono::WeekdaySet;
use rustc_hash::FxHashMap;

use super::working_hours::{self, HoursCells, ReadHours};
use crate::columns::Field;
use crate::faults::Fault;

/// The hours read so far, by their cells and by the usual days.
#[derive(Default)]
pub(super) struct KnownHours(FxHashMap<(WeekdaySet, String), ReadHours>);

/// Hours kept; others are read each time.
const MOST: usize = 16_384;

impl KnownHours {
    /// What [`working_hours::read`] makes of the cells. Those with a fault are read each time.
    pub(super) fn read(
        &mut self,
        cells: &HoursCells<'_>,
        usual: WeekdaySet,
        faults: &mut Vec<(Option<Field>, Fault)>,
    ) -> Option<ReadHours> {
        let key = (usual, key(cells));
        if let Some(known) = self.0.get(&key) {
            return Some(known.clone());
        }
        let before = faults.len();
        let read = working_hours::read(cells, usual, faults);
        faults[before..].iter_mut().for_each(|(_, fault)| name_way_out(fault));
        let read = read?;
        if faults.len() == before && self.0.len() < MOST {
            self.0.insert(key, read.clone());
        }
        Some(read)
    }
}

/// What the grammar says of an amount in place of hours.
const HOW_MUCH: &str = "says how much, not when";

/// A column of contracts, `Standard 40 hours/week`, says nothing else in any row.
fn name_way_out(fault: &mut Fault) {
    if fault.message.ends_with(HOW_MUCH) {
        let help = &fault.help;
        fault.help = format!("{help}; a column that says no more is left out by --column hours=none").into();
    }
}

/// The cells as one text. No cell holds a line feed, which is a control character.
fn key(cells: &HoursCells<'_>) -> String {
    let HoursCells { hours, start, end, days, week, .. } = cells;
    let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = week;
    [hours, start, end, days, monday, tuesday, wednesday, thursday, friday, saturday, sunday]
        .map(|cell| *cell)
        .join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Everything that is read, as text.
    fn shown(read: Option<ReadHours>, faults: &[(Option<Field>, Fault)]) -> String {
        let read = read.map(|read| (read.hours, read.assumed, read.are_days_open, read.nights));
        format!("{read:?} {faults:?}")
    }

    proptest! {
        #[test]
        fn hours_read_again_are_those_read_first(
            rows in proptest::collection::vec(
                (
                    prop_oneof![4 => Just(""), 1 => Just("9-17"), 1 => Just("9-5"), 1 => Just("1-5"), 1 => Just("x")],
                    prop_oneof![Just("09:00"), Just("9"), Just(""), Just("x")],
                    prop_oneof![Just("17:00"), Just("5"), Just("23:59"), Just("")],
                    prop_oneof![Just(""), Just("Mon-Fri"), Just("Sun-Thu"), Just("x")],
                    prop_oneof![4 => Just(""), 1 => Just("off"), 1 => Just("10-12")],
                    any::<bool>(),
                ),
                1..40,
            ),
        ) {
            let mut known = KnownHours::default();
            for (hours, start, end, days, monday, is_sunday) in rows {
                let mut week = [""; 7];
                week[if is_sunday { 6 } else { 0 }] = monday;
                let first = if is_sunday { chrono::Weekday::Sun } else { chrono::Weekday::Mon };
                let usual = WeekdaySet::single(first);
                let cells = HoursCells { hours, start, end, days, week, ..HoursCells::default() };
                let (mut ours, mut theirs) = (Vec::new(), Vec::new());
                let remembered = known.read(&cells, usual, &mut ours);
                let read = working_hours::read(&cells, usual, &mut theirs);
                theirs.iter_mut().for_each(|(_, fault)| name_way_out(fault));
                prop_assert_eq!(shown(remembered, &ours), shown(read, &theirs));
            }
        }
    }
}
