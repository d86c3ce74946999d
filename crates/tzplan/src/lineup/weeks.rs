//! The weeks of a lineup: seasons in which they are the same, and the members who share one.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::interval::IntervalSet;
use crate::minutes::{Minutes, WeekMinute};
use crate::season::Week;
use crate::shift_tables::CrowdShifts;
use crate::target::{Group, GroupOrder, common};

/// The weeks of a lineup in the seasons in which they are the same.
#[derive(Clone, Debug)]
pub(crate) struct WeekClass<'a> {
    /// The first day of its first season, since 1970.
    pub(crate) first_day: i32,
    /// Days of all its seasons.
    pub(crate) days: u32,
    /// The distinct weeks, one for each flex, with the heads that share it.
    pub(crate) crowds: Vec<Crowd<'a>>,
    /// For each slot, its place in `crowds`.
    pub(crate) crowd_of: Vec<usize>,
    /// Of everybody's weeks, found once.
    pub(super) order: OnceLock<Arc<GroupOrder>>,
}

/// Members whose week and flex are the same.
#[derive(Clone, Debug)]
pub(crate) struct Crowd<'a> {
    /// The week on the stated hours.
    pub(crate) stated: Cow<'a, Week>,
    /// The week after the move made already, where there is one.
    pub(super) after_move: Option<Week>,
    /// Minutes from the stated to the other.
    pub(crate) moved: i32,
    /// How far their day may be moved, where that is stated.
    pub(crate) flex: Option<Minutes>,
    pub(crate) heads: u32,
    /// What the search for plans looks up of the week, once for every lineup that borrows the crowd.
    pub(crate) known: OnceLock<CrowdShifts>,
}

impl WeekClass<'_> {
    /// Everybody's weeks.
    pub(crate) fn group(&self) -> Group<'_> {
        let weeks: Vec<&Week> = self.crowds.iter().map(Crowd::week).collect();
        let order = self.order.get_or_init(|| Arc::new(GroupOrder::of(&weeks))).clone();
        Group::in_order(weeks, order)
    }

    /// The group of some slots.
    pub(crate) fn group_of(&self, slots: impl Iterator<Item = usize>) -> Group<'_> {
        Group::new(self.weeks_of(slots).collect())
    }

    /// What some slots share, and their fewest workdays; 1 for nobody and for somebody without hours.
    pub(crate) fn common_of(&self, slots: impl Iterator<Item = usize>) -> (IntervalSet<WeekMinute>, u32) {
        let weeks: Vec<&Week> = self.weeks_of(slots).collect();
        let fewest = weeks.iter().map(|week| week.workdays()).min().unwrap_or(1).max(1);
        (common(weeks.iter().map(|week| week.pattern())), fewest)
    }

    /// The weeks of some slots, each distinct one once.
    pub(crate) fn weeks_of(&self, slots: impl Iterator<Item = usize>) -> impl Iterator<Item = &Week> {
        let mut places: Vec<_> = slots.map(|slot| self.crowd_of[slot]).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|place| self.crowds[place].week())
    }
}

impl<'a> Crowd<'a> {
    pub(super) fn new(stated: &'a Week, flex: Option<Minutes>, moved: i32) -> Self {
        let after_move = (moved != 0).then(|| stated.moved(moved));
        Self { stated: Cow::Borrowed(stated), after_move, moved, flex, heads: 0, known: OnceLock::new() }
    }

    /// The week as it stands.
    pub(crate) fn week(&self) -> &Week {
        self.after_move.as_ref().unwrap_or(&self.stated)
    }

    pub(super) fn borrowed(&'a self) -> Self {
        let (after_move, known) = (self.after_move.clone(), self.known.clone());
        Self { stated: Cow::Borrowed(&self.stated), after_move, known, ..*self }
    }

    pub(super) fn owned(&self) -> Crowd<'static> {
        let (stated, after_move) = (Cow::Owned(Week::clone(&self.stated)), self.after_move.clone());
        Crowd { stated, after_move, known: self.known.clone(), ..*self }
    }
}
