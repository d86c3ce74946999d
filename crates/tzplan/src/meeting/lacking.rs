//! Which required members keep a slot from being clean.

use chrono::WeekdaySet;

use super::grid::Grid;
use super::{Meetings, Slot};
use crate::minutes::Minutes;

/// Which required members a slot lacks: those with some schedule, by its place, whose day does not hold one
/// of its occurrences, days off aside.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lacking {
    Nobody,
    One(usize),
    Several,
}

/// Slots, in order, and which required members each lacks.
pub(super) type SlotsLacking = [(Slot, Lacking)];

impl Lacking {
    fn and(self, crowd: usize) -> Self {
        match self {
            Self::Nobody => Self::One(crowd),
            Self::One(other) if other == crowd => self,
            _ => Self::Several,
        }
    }

    /// Whether nobody is lacking but those with one schedule, if given.
    fn is_at_most(self, excused: Option<usize>) -> bool {
        match self {
            Self::Nobody => true,
            Self::One(crowd) => excused == Some(crowd),
            Self::Several => false,
        }
    }
}

impl Meetings {
    /// The slots on some weekdays, and which required members each lacks when it lasts as long as this.
    pub(super) fn lacking(&self, days: WeekdaySet, duration: Minutes) -> Vec<(Slot, Lacking)> {
        let grid = Grid::new(self, days, duration);
        grid.slots().zip(grid.lacking()).collect()
    }
}

/// The slots that lack no required members but those who are excused.
pub(super) fn candidates(slots: &SlotsLacking, excused: Option<usize>) -> impl Iterator<Item = Slot> {
    slots.iter().filter(move |(_, lacking)| lacking.is_at_most(excused)).map(|(slot, _)| *slot)
}

impl Grid<'_> {
    /// Which required members each slot lacks, in the order of slots.
    fn lacking(&self) -> Vec<Lacking> {
        let mut lacking = vec![Lacking::Nobody; self.len()];
        let required = self.meetings.crowds().iter().enumerate();
        for (place, crowd) in required.filter(|(_, crowd)| crowd.heads.required > 0) {
            if lacking.iter().all(|lacking| *lacking == Lacking::Several) {
                break;
            }
            for dates in self.alike(crowd) {
                let rows = self.rows_of(&dates);
                for (time, occurrence) in self.occurrences(dates[0]).enumerate() {
                    let slots = || rows.iter().map(|(row, _)| self.place(*row, time));
                    let is_known = |slot: usize| lacking[slot].and(place) == lacking[slot];
                    if slots().all(is_known) || crowd.holds(&occurrence) {
                        continue;
                    }
                    slots().for_each(|slot| lacking[slot] = lacking[slot].and(place));
                }
            }
        }
        lacking
    }
}
