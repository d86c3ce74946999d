//! Every distinct week of a team, kept once.

use std::collections::HashMap;

use super::track::Lead;
use super::week::Week;
use crate::hours::WeeklyHours;

/// A week of a [`WeekTable`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct WeekId(pub(crate) u32);

/// Every distinct week, kept once. Weeks of other hours or offsets are other weeks even where their patterns
/// are equal: a season ends where an offset changes.
#[derive(Debug, Default)]
pub(super) struct WeekTable {
    weeks: Vec<Week>,
    hours: HashMap<WeeklyHours, u32>,
    known: HashMap<Box<[(u32, Lead)]>, WeekId>,
    moved: HashMap<(WeekId, i32), WeekId>,
    key: Vec<(u32, Lead)>,
}

impl WeekTable {
    pub(super) fn intern(&mut self, posts: &[(&WeeklyHours, Lead)]) -> WeekId {
        self.key.clear();
        for (hours, lead) in posts {
            let next = self.hours.len() as u32;
            let id = match self.hours.get(*hours) {
                Some(id) => *id,
                None => *self.hours.entry((*hours).clone()).or_insert(next),
            };
            self.key.push((id, *lead));
        }
        if let Some(id) = self.known.get(&*self.key) {
            return *id;
        }
        let id = WeekId(self.weeks.len() as u32);
        self.weeks.push(Week::new(posts));
        self.known.insert(self.key.as_slice().into(), id);
        id
    }

    /// A week with the day moved by this many minutes.
    pub(super) fn moved(&mut self, stated: WeekId, by: i32) -> WeekId {
        let next = WeekId(self.weeks.len() as u32);
        let id = *self.moved.entry((stated, by)).or_insert(next);
        if id == next {
            self.weeks.push(self.get(stated).moved(by));
        }
        id
    }

    pub(super) fn len(&self) -> usize {
        self.weeks.len()
    }

    pub(super) fn get(&self, id: WeekId) -> &Week {
        &self.weeks[id.0 as usize]
    }
}
