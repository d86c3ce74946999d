//! Who counts, with which target and with which day moved: what a verdict is passed on, and what a small
//! change to it is tried on.

mod joining;
#[cfg(test)]
pub(crate) mod random;
mod slot;
mod weeks;

use std::sync::{Arc, OnceLock};

use crate::minutes::Minutes;
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId};
use crate::shift_tables::{CrowdShifts, ShiftTables};
pub(crate) use joining::{Joining, Meeting};
pub(crate) use slot::{OneOf, Slot};
pub(crate) use weeks::{Crowd, WeekClass};

/// The required members of a team under a policy.
#[derive(Clone, Debug)]
pub(crate) struct Lineup<'a> {
    pub(crate) prepared: PreparedTeam,
    pub(crate) policy: Policy,
    pub(crate) target: Minutes,
    /// In roster order of their first members.
    pub(crate) slots: Vec<Slot>,
    /// Seasons with equal weeks throughout, which are judged once.
    pub(crate) classes: Arc<[WeekClass<'a>]>,
    /// Shared with every variant of the lineup.
    pub(crate) tables: Arc<ShiftTables>,
}

impl<'a> Lineup<'a> {
    pub(crate) fn of(prepared: &'a PreparedTeam, policy: &Policy) -> Self {
        let slots = prepared.required().iter().map(|&profile| {
            let members = prepared.profile(profile);
            let (heads, marked) = (members.required(), members.marked());
            let (flex, moved) = (prepared.flex_of(profile), prepared.moved(profile));
            Slot { profile, heads, marked, flex, moved }
        });
        Self::with_slots(prepared, policy, policy.target(), slots.collect(), Arc::default())
    }

    /// The same, owning the weeks that it holds: a team that newcomers join.
    pub(crate) fn into_owned(self) -> Lineup<'static> {
        let classes = self.classes.iter().map(|class| WeekClass {
            first_day: class.first_day,
            days: class.days,
            crowds: class.crowds.iter().map(Crowd::owned).collect(),
            crowd_of: class.crowd_of.clone(),
            order: class.order.clone(),
        });
        let classes = classes.collect();
        let Self { prepared, policy, target, slots, tables, .. } = self;
        Lineup { prepared, policy, target, slots, classes, tables }
    }

    /// The same with one member moved by this many minutes from the stated hours, all year.
    pub(crate) fn with_one_moved(&self, one: OneOf, by: i32) -> Lineup<'_> {
        let mut slots = self.slots.clone();
        let moved = Slot { heads: 1, marked: u32::from(one.marked), moved: by, ..slots[one.slot] };
        if slots[one.slot].heads == 1 {
            slots[one.slot] = moved;
        } else {
            slots[one.slot].heads -= 1;
            slots[one.slot].marked -= moved.marked;
            slots.insert(one.slot + 1, moved);
        }
        self.with_other_slots(slots)
    }

    /// The same with one member made optional. Seasons stay as they are: cutting the year finer than the
    /// others' clocks do changes no sum of days.
    pub(crate) fn without_one(&self, one: OneOf) -> Lineup<'_> {
        let mut slots = self.slots.clone();
        slots[one.slot].heads -= 1;
        slots[one.slot].marked -= u32::from(one.marked);
        slots.retain(|slot| slot.heads > 0);
        self.with_other_slots(slots)
    }

    /// The same with another target.
    pub(crate) fn with_target(&self, target: Minutes) -> Self {
        Self { target, ..self.clone() }
    }

    /// The same with one more member, whose day is moved by this many minutes all year; marked as required
    /// where everybody is.
    pub(crate) fn with_newcomer<'n>(&'n self, joining: &'n Joining, moved: i32) -> Lineup<'n> {
        let newcomer = &joining.newcomer;
        let twin = joining.twin_in(self, moved);
        let marked = u32::from(self.slots.iter().all(|slot| slot.marked == slot.heads));
        let mut slots = self.slots.clone();
        match twin {
            Some(slot) => {
                slots[slot].heads += 1;
                slots[slot].marked += marked;
            }
            None => {
                let (profile, flex) = (ProfileId::NOBODY, newcomer.flex());
                slots.push(Slot { profile, heads: 1, marked, flex, moved });
            }
        }
        let classes = joining.meetings.iter().map(|meeting| {
            let class = &self.classes[meeting.class];
            let mut crowds: Vec<Crowd<'n>> = class.crowds.iter().map(Crowd::borrowed).collect();
            let mut crowd_of = class.crowd_of.clone();
            match twin {
                Some(slot) => crowds[crowd_of[slot]].heads += 1,
                None => {
                    crowd_of.push(crowds.len());
                    crowds.push(Crowd {
                        heads: 1,
                        ..Crowd::new(&newcomer.weeks()[meeting.week], newcomer.flex(), moved)
                    });
                }
            }
            let (first_day, days, order) = (meeting.first_day, meeting.days, OnceLock::new());
            WeekClass { first_day, days, crowds, crowd_of, order }
        });
        let classes = classes.collect();
        let (prepared, policy) = (self.prepared.clone(), self.policy.clone());
        let (target, tables) = (self.target, self.tables.clone());
        Lineup { prepared, policy, target, slots, classes, tables }
    }

    /// What the search for plans looks up of a crowd of this lineup.
    pub(crate) fn shifts_of<'c>(&self, crowd: &'c Crowd<'_>) -> &'c CrowdShifts {
        let step = self.policy.step().get() as i32;
        let past = crowd.moved.rem_euclid(step);
        crowd.known.get_or_init(|| CrowdShifts {
            affordable: self.tables.affordable_past(&crowd.stated, crowd.flex, past, &self.policy),
            needed: self.tables.of_week(crowd.week(), step),
        })
    }

    /// The same, looked up now: lineups with a newcomer find it made.
    pub(crate) fn prepared_for_plans(self) -> Self {
        self.classes.iter().flat_map(|class| &class.crowds).for_each(|crowd| {
            self.shifts_of(crowd);
        });
        self
    }

    pub(crate) fn heads(&self) -> u32 {
        self.slots.iter().map(|slot| slot.heads).sum()
    }

    /// Days of the horizon that may miss the target.
    pub(crate) fn grace(&self) -> u32 {
        self.policy.grace_of(self.prepared.horizon().days())
    }

    /// Whether the classes that fail a test have no more days than the grace.
    pub(crate) fn all_but_grace(&self, mut passes: impl FnMut(&WeekClass<'a>) -> bool) -> bool {
        let grace = self.grace();
        let mut failing = 0;
        self.classes.iter().all(|class| {
            if !passes(class) {
                failing += class.days;
            }
            failing <= grace
        })
    }

    /// Whether the members meet the target over the horizon, nobody moving (further).
    pub(crate) fn meets_naturally(&self) -> bool {
        self.all_but_grace(|class| class.group().meets(self.target))
    }

    fn with_other_slots(&self, slots: Vec<Slot>) -> Lineup<'_> {
        Lineup::with_slots(&self.prepared, &self.policy, self.target, slots, self.tables.clone())
    }

    fn with_slots(
        prepared: &'a PreparedTeam,
        policy: &Policy,
        target: Minutes,
        slots: Vec<Slot>,
        tables: Arc<ShiftTables>,
    ) -> Self {
        let mut flexes: Vec<_> = slots.iter().map(|slot| slot.flex).collect();
        flexes.sort_unstable();
        flexes.dedup();
        let classes = prepared.classes().iter().map(|class| {
            let mut place_of = vec![usize::MAX; prepared.distinct_weeks() * flexes.len()];
            let season = &prepared.seasons()[class.season];
            let mut weeks = WeekClass {
                first_day: season.first_day(),
                days: class.days,
                crowds: Vec::new(),
                crowd_of: Vec::with_capacity(slots.len()),
                order: OnceLock::new(),
            };
            for slot in &slots {
                let id = prepared.stated_week_id(slot.profile, season);
                let flex = flexes.binary_search(&slot.flex).expect("one of the slots'");
                let known = &mut place_of[id.0 as usize * flexes.len() + flex];
                let mut place = *known;
                // Members already moved are few: each has a crowd of its own.
                if slot.moved != 0 || place == usize::MAX {
                    place = weeks.crowds.len();
                    weeks.crowds.push(Crowd::new(prepared.week_of(id), slot.flex, slot.moved));
                    if slot.moved == 0 {
                        *known = place;
                    }
                }
                weeks.crowds[place].heads += slot.heads;
                weeks.crowd_of.push(place);
            }
            weeks
        });
        let classes = classes.collect();
        let (prepared, policy) = (prepared.clone(), policy.clone());
        Self { prepared, policy, target, slots, classes, tables }
    }
}
