//! Who can share a part with whom.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::open_part::{Newcomer, OpenPart};
use super::units::{Unit, units};
use crate::lineup::{Lineup, WeekClass};
use crate::minutes::PerDay;
use crate::season::Week;
use crate::target::Group;

/// Units that form a part, by their places in profile order.
pub(super) type Part = Vec<usize>;
/// The same as a set, of up to 24 units and one more.
pub(super) type Mask = u32;

/// What a partition is asked for, besides that each part meets the target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Aim {
    /// Half of the members share a part; so does everybody marked, where some but not all are.
    Hybrid,
    /// Nothing else.
    Fewest,
}

impl Aim {
    /// The most of this many members that may be isolated.
    pub(super) fn most_isolated(self, heads: u32) -> u32 {
        match self {
            Self::Hybrid => heads / 2,
            Self::Fewest => heads,
        }
    }

    /// Whether, of this many members, all those marked have to share a part.
    pub(super) fn marked_share(self, heads: u32, marked: u32) -> bool {
        self == Self::Hybrid && 0 < marked && marked < heads
    }
}

/// Questions about parts of a lineup; what was asked is kept.
#[derive(Debug)]
pub(super) struct Compatible<'l, 'a> {
    pub(super) lineup: &'l Lineup<'a>,
    pub(super) units: Arc<[Unit]>,
    fewest_workdays: u32,
    known: Arc<KnownParts>,
}

/// What is known of the parts of up to 24 units; threads may share it.
#[derive(Debug, Default)]
pub(super) struct KnownParts {
    conflicts: OnceLock<Vec<Mask>>,
    meets: Mutex<HashMap<Mask, bool>>,
}

/// The most parts that are kept in mind: an opening in a team may be asked about any number of candidates.
const MOST_KNOWN: usize = 1 << 16;

impl<'l, 'a> Compatible<'l, 'a> {
    pub(super) fn new(lineup: &'l Lineup<'a>) -> Self {
        let fewest_workdays = fewest_workdays(lineup);
        Self { lineup, units: units(lineup).into(), fewest_workdays, known: Arc::default() }
    }

    /// The same of a lineup whose units are known, with what is known of its parts.
    pub(super) fn known(lineup: &'l Lineup<'a>, units: &Arc<[Unit]>, known: &Arc<KnownParts>) -> Self {
        let fewest_workdays = fewest_workdays(lineup);
        Self { lineup, units: units.clone(), fewest_workdays, known: known.clone() }
    }

    pub(super) fn heads(&self, part: &[usize]) -> u32 {
        part.iter().map(|unit| self.units[*unit].heads).sum()
    }

    /// Of up to 24 units: for each, those it cannot share a part with.
    pub(super) fn conflicts(&self) -> &[Mask] {
        self.known.conflicts.get_or_init(|| {
            let units = self.units.len();
            let mut conflicts: Vec<Mask> = vec![0; units];
            for a in 0..units {
                for b in a + 1..units {
                    if !self.meets(1 << a | 1 << b) {
                        conflicts[a] |= 1 << b;
                        conflicts[b] |= 1 << a;
                    }
                }
            }
            conflicts
        })
    }

    /// Whether a part meets the target over the horizon. A part that does keeps doing so when somebody
    /// leaves.
    pub(super) fn meets(&self, part: Mask) -> bool {
        let known = || self.known.meets.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known().get(&part) {
            return *known;
        }
        let meets = self.all_meet(&units_of(part).collect::<Vec<_>>());
        let mut known = known();
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        known.insert(part, meets);
        meets
    }

    /// The same of any number of units; not kept.
    pub(super) fn all_meet(&self, part: &[usize]) -> bool {
        let target = self.lineup.target;
        self.lineup.all_but_grace(|class| self.group(class, part).meets(target))
    }

    /// Whether a part meets the target in a class with somebody who has this week there.
    pub(super) fn meets_with(&self, part: Mask, class: usize, week: &Week) -> bool {
        let slots = units_of(part).flat_map(|unit| &self.units[unit].slots).copied();
        let of_part = self.lineup.classes[class].weeks_of(slots);
        Group::new(of_part.chain([week]).collect()).meets(self.lineup.target)
    }

    /// The least daily overlap of any season.
    pub(super) fn year_min(&self, part: &[usize]) -> PerDay {
        let seasons = self.lineup.classes.iter().map(|class| {
            let (common, days) = class.common_of(self.slots_of(part));
            PerDay { minutes_per_week: common.total().get(), days }
        });
        seasons.reduce(PerDay::min_value).unwrap_or(PerDay { minutes_per_week: 0, days: 1 })
    }

    /// What the year-minimum of a part cannot exceed, whoever joins it: the same common minutes over the
    /// fewest workdays of anybody.
    pub(super) fn year_min_at_most(&self, part: &[usize]) -> PerDay {
        let classes = self.lineup.classes.iter();
        let common = classes.map(|class| class.common_of(self.slots_of(part)).0.total().get()).min();
        PerDay { minutes_per_week: common.unwrap_or(0), days: self.fewest_workdays }
    }

    /// A set of units no two of which can share a part, grown greedily: no partition has fewer parts.
    pub(super) fn apart(&self) -> Part {
        let mut apart: Vec<OpenPart> = Vec::new();
        for unit in 0..self.units.len() {
            let newcomer = Newcomer::of(self, unit);
            if !apart.iter().any(|other| other.may_take(self, &newcomer)) {
                apart.push(OpenPart::of(&newcomer));
            }
        }
        apart.into_iter().flat_map(|alone| alone.units).collect()
    }

    fn group<'c>(&self, class: &'c WeekClass<'_>, part: &[usize]) -> Group<'c> {
        class.group_of(self.slots_of(part))
    }

    fn slots_of(&self, part: &[usize]) -> impl Iterator<Item = usize> {
        part.iter().flat_map(|unit| &self.units[*unit].slots).copied()
    }
}

pub(super) fn units_of(part: Mask) -> impl Iterator<Item = usize> {
    (0..Mask::BITS as usize).filter(move |unit| part >> unit & 1 == 1)
}

fn fewest_workdays(lineup: &Lineup<'_>) -> u32 {
    let crowds = lineup.classes.iter().flat_map(|class| &class.crowds);
    crowds.map(|crowd| crowd.week().workdays()).min().unwrap_or(1).max(1)
}
