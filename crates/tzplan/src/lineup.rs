//! Who counts, with which target and with which day moved: what a verdict is passed on, and what a small
//! change to it is tried on.

use std::borrow::Cow;
use std::sync::Arc;

use crate::minutes::Minutes;
use crate::policy::Policy;
use crate::season::{Newcomer, PreparedTeam, ProfileId, Week};
use crate::shift::ShiftTables;
use crate::target::Group;

/// Required members of one profile whose day is moved by the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Slot {
    pub(crate) profile: ProfileId,
    pub(crate) heads: u32,
    /// How many of them are marked as required.
    pub(crate) marked: u32,
    /// How far their day may be moved, where that is stated.
    pub(crate) flex: Option<Minutes>,
    /// Minutes by which their day is moved already, all year.
    pub(crate) moved: i32,
}

/// One member of a slot, who is marked as required or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct OneOf {
    pub(crate) slot: usize,
    pub(crate) marked: bool,
}

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
}

/// Members whose week and flex are the same.
#[derive(Clone, Debug)]
pub(crate) struct Crowd<'a> {
    /// The week on the stated hours.
    pub(crate) stated: Cow<'a, Week>,
    /// The week after the move made already, where there is one.
    after_move: Option<Week>,
    /// How far their day may be moved, where that is stated.
    pub(crate) flex: Option<Minutes>,
    pub(crate) heads: u32,
}

impl<'a> Lineup<'a> {
    pub(crate) fn of(prepared: &'a PreparedTeam, policy: &Policy) -> Self {
        let slots = prepared.required().iter().map(|&profile| {
            let members = prepared.profile(profile);
            let (heads, marked) = (members.required(), members.marked());
            Slot { profile, heads, marked, flex: prepared.flex_of(profile), moved: 0 }
        });
        Self::with_slots(prepared, policy, policy.target(), slots.collect(), Arc::default())
    }

    /// The same, owning the weeks that it holds.
    pub(crate) fn into_owned(self) -> Lineup<'static> {
        let classes = self.classes.iter().map(|class| WeekClass {
            first_day: class.first_day,
            days: class.days,
            crowds: class.crowds.iter().map(Crowd::owned).collect(),
            crowd_of: class.crowd_of.clone(),
        });
        let classes = classes.collect();
        let Self { prepared, policy, target, slots, tables, .. } = self;
        Lineup { prepared, policy, target, slots, classes, tables }
    }

    /// The same with one member moved by so many minutes all year.
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

    /// The same with one member made optional. Seasons stay as they are: cutting the year finer than the others'
    /// clocks do changes no sum of days.
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

    /// The same with one more member, whose day is moved by so many minutes all year; marked as required where
    /// everybody is.
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
            WeekClass { first_day: meeting.first_day, days: meeting.days, crowds, crowd_of }
        });
        let classes = classes.collect();
        let (prepared, policy) = (self.prepared.clone(), self.policy.clone());
        Lineup { prepared, policy, target: self.target, slots, classes, tables: self.tables.clone() }
    }

    /// The places of some profiles' slots.
    pub(crate) fn slots_of<'s>(&'s self, profiles: &'s [ProfileId]) -> impl Iterator<Item = usize> + 's {
        (0..self.slots.len()).filter(|slot| profiles.contains(&self.slots[*slot].profile))
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
            };
            for slot in &slots {
                let id = prepared.week_id(slot.profile, season);
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

impl<'a> Crowd<'a> {
    fn new(stated: &'a Week, flex: Option<Minutes>, moved: i32) -> Self {
        let after_move = (moved != 0).then(|| stated.moved(moved));
        Self { stated: Cow::Borrowed(stated), after_move, flex, heads: 0 }
    }

    /// The week as it stands.
    pub(crate) fn week(&self) -> &Week {
        self.after_move.as_ref().unwrap_or(&self.stated)
    }

    fn borrowed(&'a self) -> Self {
        Self { stated: Cow::Borrowed(&self.stated), after_move: self.after_move.clone(), ..*self }
    }

    fn owned(&self) -> Crowd<'static> {
        let (stated, after_move) = (Cow::Owned(Week::clone(&self.stated)), self.after_move.clone());
        Crowd { stated, after_move, ..*self }
    }
}

/// Somebody about to join a lineup.
#[derive(Clone, Debug)]
pub(crate) struct Joining {
    pub(crate) newcomer: Newcomer,
    /// Each class of the lineup with each week of theirs that falls into it; the most days first.
    pub(crate) meetings: Vec<Meeting>,
}

/// Days of a class on which somebody joining has one week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Meeting {
    pub(crate) class: usize,
    pub(crate) week: usize,
    /// The first of them, since 1970.
    pub(crate) first_day: i32,
    pub(crate) days: u32,
}

impl Joining {
    pub(crate) fn new(prepared: &PreparedTeam, newcomer: Newcomer) -> Self {
        let mut meetings: Vec<Meeting> = Vec::with_capacity(8);
        for season in prepared.seasons_with(prepared.required(), &newcomer) {
            let class = prepared.class_of(prepared.season_on(season.first_day()));
            let (week, days) = (newcomer.week_on(season.first_day()), season.days());
            match meetings.iter_mut().find(|known| (known.class, known.week) == (class, week)) {
                Some(known) => known.days += days,
                None => meetings.push(Meeting { class, week, first_day: season.first_day(), days }),
            }
        }
        meetings.sort_by_key(|meeting| std::cmp::Reverse(meeting.days));
        Self { newcomer, meetings }
    }

    /// The slot whose profile they have: equal offsets on every day, equal hours, equal flex. Somebody moved has
    /// none: what is asked of them counts from other hours.
    pub(crate) fn twin_in(&self, lineup: &Lineup<'_>, moved: i32) -> Option<usize> {
        (0..lineup.slots.len()).find(|slot| moved == 0 && self.is_twin_of(lineup, *slot))
    }

    fn is_twin_of(&self, lineup: &Lineup<'_>, slot: usize) -> bool {
        let profile = lineup.slots[slot].profile;
        let same_clocks = |meeting: &Meeting| {
            let class = &lineup.classes[meeting.class];
            let theirs = class.crowds[class.crowd_of[slot]].week().clocks();
            self.newcomer.weeks()[meeting.week].clocks().eq(theirs)
        };
        if self.newcomer.flex() != lineup.slots[slot].flex {
            return false;
        }
        let hours = self.newcomer.hours().iter();
        self.meetings.iter().all(same_clocks) && hours.eq(lineup.prepared.hours_of(profile))
    }
}

impl WeekClass<'_> {
    /// Everybody's weeks.
    pub(crate) fn group(&self) -> Group<'_> {
        Group::new(self.crowds.iter().map(Crowd::week).collect())
    }

    /// The group of some slots.
    pub(crate) fn group_of(&self, slots: impl Iterator<Item = usize>) -> Group<'_> {
        Group::new(self.weeks_of(slots).collect())
    }

    /// The weeks of some slots, each distinct one once.
    pub(crate) fn weeks_of(&self, slots: impl Iterator<Item = usize>) -> impl Iterator<Item = &Week> {
        let mut places: Vec<_> = slots.map(|slot| self.crowd_of[slot]).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|place| self.crowds[place].week())
    }
}
