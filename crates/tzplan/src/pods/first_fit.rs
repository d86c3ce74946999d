//! Each unit into the first part that it fits, in one order; and whether that goes the same way with somebody
//! more.

use super::compatible::{Compatible, Part};
use super::joins::Joins;
use super::open_part::{Days, Newcomer, OpenPart, Shared};
use crate::minutes::DAY;
use crate::season::Week;

/// In which order units are taken; those that come alike in profile order.
#[derive(Clone, Copy, Debug)]
pub(super) enum Order {
    Profiles,
    /// By the start of the day, counted from a minute of the UTC day.
    DayFrom(i32),
}

/// What first fit does with a team, step by step.
#[derive(Debug)]
pub(super) struct FirstFit {
    order: Order,
    /// What a unit comes by, and the unit.
    units: Vec<(i32, usize)>,
    /// By unit in that order.
    steps: Vec<Step>,
    parts: usize,
    /// Whether a part has one member only.
    has_isolated: bool,
}

#[derive(Debug)]
struct Step {
    part: usize,
    /// The part after the step, by class.
    classes: Vec<Shared>,
}

impl Order {
    /// The units of a team in this order.
    pub(super) fn of(self, compatible: &Compatible<'_, '_>) -> Vec<(i32, usize)> {
        let class = compatible.lineup.classes.iter().min_by_key(|class| class.first_day);
        // Units are alike in their patterns; of the days that may differ in them the earliest counts.
        let key = |unit: usize| {
            let slots = compatible.units[unit].slots.iter();
            let weeks = class
                .into_iter()
                .flat_map(|class| slots.clone().map(|slot| class.crowds[class.crowd_of[*slot]].week()));
            weeks.map(|week| self.key(week)).min().unwrap_or(-1)
        };
        let mut units: Vec<(i32, usize)> =
            (0..compatible.units.len()).map(|unit| (key(unit), unit)).collect();
        units.sort_unstable();
        units
    }

    /// What somebody with a week comes by.
    fn key(self, week: &Week) -> i32 {
        match self {
            Self::Profiles => 0,
            Self::DayFrom(from) => {
                let starts = week.spans().iter().map(|span| (span.utc_start - from).rem_euclid(DAY));
                starts.min().unwrap_or(-1)
            }
        }
    }
}

/// Each unit into the first part that it fits.
pub(super) fn first_fit(compatible: &Compatible<'_, '_>, order: Order) -> Vec<Part> {
    let mut parts: Vec<OpenPart> = Vec::new();
    order.of(compatible).into_iter().for_each(|(_, unit)| {
        put(compatible, &mut parts, unit);
    });
    parts.into_iter().map(|part| part.units).collect()
}

/// Puts a unit into the first part that it fits, or a new one: its place.
fn put(compatible: &Compatible<'_, '_>, parts: &mut Vec<OpenPart>, unit: usize) -> usize {
    let newcomer = Newcomer::of(compatible, unit);
    match parts.iter().position(|part| part.may_take(compatible, &newcomer)) {
        Some(place) => {
            parts[place].take(compatible, &newcomer);
            place
        }
        None => {
            parts.push(OpenPart::of(&newcomer));
            parts.len() - 1
        }
    }
}

impl FirstFit {
    pub(super) fn of(compatible: &Compatible<'_, '_>, order: Order) -> Self {
        let units = order.of(compatible);
        let mut parts: Vec<OpenPart> = Vec::new();
        let step = |(_, unit): &(i32, usize)| {
            let part = put(compatible, &mut parts, *unit);
            Step { part, classes: parts[part].classes.clone() }
        };
        let steps = units.iter().map(step).collect();
        let has_isolated = parts.iter().any(|part| compatible.heads(&part.units) == 1);
        Self { order, units, steps, parts: parts.len(), has_isolated }
    }

    /// How many parts there are, and whether somebody is isolated.
    pub(super) fn result(&self) -> (usize, bool) {
        (self.parts, self.has_isolated)
    }

    /// How many parts there are with somebody more, where all others go the same way and nobody is isolated;
    /// `None` where that is not so.
    ///
    /// # Complexity
    ///
    /// An intersection for each part and kind of season until they join one, and for each unit that joins it
    /// after them.
    pub(super) fn parts_with(&self, compatible: &Compatible<'_, '_>, joins: &Joins<'_>) -> Option<usize> {
        if self.has_isolated || self.parts < 2 {
            return None;
        }
        if joins.unit.is_some() {
            return joins.is_like_the_unit.then_some(self.parts);
        }
        let own = (self.order.key(joins.first), joins.place);
        let at = self.units.partition_point(|(key, unit)| (*key, *unit) < own);
        let mut latest: Vec<Option<&Step>> = vec![None; self.parts];
        self.steps[..at].iter().for_each(|step| latest[step.part] = Some(step));
        let (part, classes) = latest.iter().flatten().find_map(|step| {
            let joins_it = joins.may_join(compatible, &step.classes, || self.members(at, step.part));
            joins_it.then_some((step.part, &step.classes))
        })?;
        let stretches = joins.stretches.iter();
        let mut shared: Vec<Shared> =
            stretches.map(|own| classes[own.class].and(own.week.pattern(), Days::of(&own.week))).collect();
        let mut members = self.members(at, part);
        // Whom other parts refused they refuse still, and this one with them in it.
        for ((_, unit), _) in
            self.units[at..].iter().zip(&self.steps[at..]).filter(|(_, step)| step.part == part)
        {
            if !joins.let_join(compatible, &shared, &members, *unit) {
                return None;
            }
            members.push(*unit);
            for (known, own) in shared.iter_mut().zip(joins.stretches) {
                *known = known.and_unit(compatible, own.class, *unit);
            }
        }
        Some(self.parts)
    }

    /// The units of a part before a step.
    fn members(&self, at: usize, part: usize) -> Part {
        let before = self.steps[..at].iter().zip(&self.units);
        before.filter(|(step, _)| step.part == part).map(|(_, (_, unit))| *unit).collect()
    }
}
