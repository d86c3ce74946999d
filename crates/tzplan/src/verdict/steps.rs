//! The search for next steps: every move of one member's day, and every member made optional.

use std::cell::{Cell, OnceCell};
use std::cmp::Reverse;

use super::others::Others;
use super::tries::{Try, affordable_moves, ones};
use super::{Model, Standing, Step};
use crate::duration::Shift;
use crate::lineup::{Lineup, OneOf};
use crate::minutes::{Minutes, PerDay};
use crate::pods::{self, Aim, Pods, Regroup, Shape};
use crate::shift::Plans;
use crate::team::{MemberId, PostHours};

/// The best move and the best member to make optional, where they improve the standing; the better one first,
/// a move before an optional one.
///
/// Of moves the best standing, then the least, later before earlier, then roster order; of members made
/// optional (not one who is marked as required, unless all are; two remain required) the best standing, then
/// the greatest year-minimum, then roster order.
///
/// Beyond 24 profiles, where pods are the best found, what changes pods alone is looked for among isolated
/// people.
///
/// # Complexity
///
/// Profiles × affordable shifts, each judged as little as it takes to tell that it cannot be the best.
pub(super) fn steps(lineup: &Lineup<'_>, present: Standing, pods: Option<&Pods>) -> Steps {
    if present.model == Model::Overlap {
        return Steps { steps: Vec::new(), exact: true };
    }
    let search = Search::new(lineup, present, pods);
    let mut steps: Vec<Step> = search.best_move().into_iter().chain(search.best_optional()).collect();
    // Stable: a move stays first.
    steps.sort_by_key(Step::reaches);
    Steps { steps, exact: !search.unsure.get() }
}

/// The steps found.
pub(super) struct Steps {
    pub(super) steps: Vec<Step>,
    /// Whether there can be no better ones.
    pub(super) exact: bool,
}

pub(super) struct Search<'s, 'l> {
    pub(super) lineup: &'s Lineup<'l>,
    present: Standing,
    others: Others<'s, 'l>,
    /// One member for each way to be told apart, in roster order.
    ones: Vec<(OneOf, MemberId)>,
    pods: Option<&'s Pods>,
    /// `None` beyond the exact search.
    regroup: OnceCell<Option<Regroup<'s, 'l>>>,
    /// Slots of isolated people.
    isolated: OnceCell<Vec<usize>>,
    /// Whether a step that was not found, or found so good only, may be better: beyond the exact search.
    unsure: Cell<bool>,
}

impl<'s, 'l> Search<'s, 'l> {
    pub(super) fn new(lineup: &'s Lineup<'l>, present: Standing, pods: Option<&'s Pods>) -> Self {
        let (others, ones) = (Others::of(lineup), ones(lineup));
        let (regroup, isolated) = (OnceCell::new(), OnceCell::new());
        Self { lineup, present, others, ones, pods, regroup, isolated, unsure: Cell::new(false) }
    }

    fn best_move(&self) -> Option<Step> {
        let tries = self.moves();
        let all = || tries.iter().copied();
        let natural = |(by, one, _): &Try| self.meets_naturally(*by, *one);
        let with_shifts = |(by, one, _): &Try| self.meets_with_shifts(*by, *one);
        let found = |model| move |found| (found, Standing::of_everyone(model));
        let mut best = all().find(natural).map(found(Model::Overlap));
        if best.is_none() && self.present.model > Model::OverlapWithShifts {
            best = all().find(with_shifts).map(found(Model::OverlapWithShifts));
        }
        if best.is_none() && self.present.model > Model::OverlapWithShifts {
            for (by, one, member) in all() {
                let least = best.map_or(self.present, |(_, least)| least);
                if let Some(standing) = self.apart(one, Some(by)).filter(|standing| *standing < least) {
                    best = Some(((by, one, member), standing));
                }
            }
        }
        best.map(|(tried, reaches)| self.step(tried, reaches))
    }

    pub(super) fn meets_naturally(&self, by: i32, one: OneOf) -> bool {
        self.others.meet(one.slot) && self.lineup.with_one_moved(one, by).meets_naturally()
    }

    pub(super) fn meets_with_shifts(&self, by: i32, one: OneOf) -> bool {
        self.others.may_plan_with(one.slot)
            && Plans::of(&self.lineup.with_one_moved(one, by)).overlap_with_shifts()
    }

    pub(super) fn step(&self, (by, one, member): Try, reaches: Standing) -> Step {
        let (profile, shift) = (self.lineup.slots[one.slot].profile, Shift::of(by));
        Step::Move {
            member,
            shift,
            hours: PostHours::stated(self.lineup.prepared.posts_of(profile), shift),
            night_minutes_per_week: self.night_minutes(one, shift),
            reaches,
        }
    }

    /// Minutes of work a week at night after a move, on the clock of the horizon's first day.
    pub(super) fn night_minutes(&self, one: OneOf, shift: Shift) -> Minutes {
        let class = &self.lineup.classes[0];
        let stated = &class.crowds[class.crowd_of[one.slot]].stated;
        stated.minutes_within(self.lineup.policy.night(), shift)
    }

    fn best_optional(&self) -> Option<Step> {
        if self.lineup.heads() < 3 {
            return None;
        }
        let all_marked = self.lineup.slots.iter().all(|slot| slot.marked == slot.heads);
        let may = self.ones.iter().filter(|(one, _)| all_marked || !one.marked);
        let improving = may.filter_map(|(one, member)| {
            let reaches = self.without(*one).filter(|standing| *standing < self.present)?;
            Some((*member, self.others.year_min(one.slot), reaches))
        });
        let better = |a: &(MemberId, PerDay, Standing), b: &(MemberId, PerDay, Standing)| {
            a.2.cmp(&b.2).then_with(|| b.1.cmp_value(a.1))
        };
        let unsure_before = self.unsure.get();
        // The first of equals.
        let (member, year_min, reaches) = improving.min_by(better)?;
        if reaches.model <= Model::OverlapWithShifts {
            // No pods are as good.
            self.unsure.set(unsure_before);
        }
        Some(Step::Optional { member, year_min, reaches })
    }

    /// Every affordable move, in the order of the ties.
    pub(super) fn moves(&self) -> Vec<Try> {
        let mut moves: Vec<_> = self
            .ones
            .iter()
            .flat_map(|(one, member)| {
                affordable_moves(self.lineup, one.slot).into_iter().map(|by| (by, *one, *member))
            })
            .collect();
        moves.sort_by_key(|(by, _, member)| (by.abs(), Reverse(*by), *member));
        moves
    }

    /// The standing without somebody, where it may be an improvement.
    fn without(&self, one: OneOf) -> Option<Standing> {
        if self.others.meet(one.slot) {
            return Some(Standing::of_everyone(Model::Overlap));
        }
        if self.present.model <= Model::OverlapWithShifts {
            return None;
        }
        if self.others.plan(one.slot) {
            return Some(Standing::of_everyone(Model::OverlapWithShifts));
        }
        self.apart(one, None)
    }

    /// The standing in parts with somebody moved, or without them, where it may be an improvement.
    pub(super) fn apart(&self, one: OneOf, moved_by: Option<i32>) -> Option<Standing> {
        let Some(regroup) = self.regroup() else { return self.apart_beyond(one, moved_by) };
        let split = match moved_by {
            Some(by) => regroup.moved(one, by),
            None => regroup.without(one),
        };
        let Some(split) = split else {
            return self.in_parts(|aim| pods::shape(&self.changed(one, moved_by), aim));
        };
        if moved_by.is_some() && !self.may_improve(split.bounds(), split.heads()) {
            return None;
        }
        self.in_parts(|aim| split.shape(aim))
    }

    /// The same beyond the exact search: of isolated people.
    fn apart_beyond(&self, one: OneOf, moved_by: Option<i32>) -> Option<Standing> {
        self.unsure.set(true);
        if !self.isolated().contains(&one.slot) {
            return None;
        }
        self.in_parts(|aim| pods::shape(&self.changed(one, moved_by), aim))
    }

    fn in_parts(&self, shape: impl Fn(Aim) -> Option<Shape>) -> Option<Standing> {
        let of = |model| move |Shape { parts, sharing }| Standing::in_parts(model, sharing, parts);
        let hybrid = shape(Aim::Hybrid).map(of(Model::Hybrid));
        if hybrid.is_some() || self.present.model == Model::Hybrid {
            return hybrid;
        }
        shape(Aim::Fewest).map(of(Model::Async))
    }

    /// Whether a split within these bounds can stand better.
    fn may_improve(&self, bounds: Shape, heads: u32) -> bool {
        let (sharing, parts) = (self.present.sharing.unwrap_or(0), self.present.parts.unwrap_or(0));
        let half = self.present.model == Model::Async && 2 * bounds.sharing >= heads;
        half || bounds.sharing > sharing || (bounds.sharing == sharing && bounds.parts < parts)
    }

    fn changed(&self, one: OneOf, moved_by: Option<i32>) -> Lineup<'_> {
        match moved_by {
            Some(by) => self.lineup.with_one_moved(one, by),
            None => self.lineup.without_one(one),
        }
    }

    fn regroup(&self) -> Option<&Regroup<'s, 'l>> {
        self.regroup.get_or_init(|| Regroup::of(self.lineup)).as_ref()
    }

    fn isolated(&self) -> &[usize] {
        self.isolated.get_or_init(|| {
            let fewest = || pods::partition(self.lineup, Aim::Fewest);
            let found = self.pods.cloned().or_else(fewest);
            let slots = found.map(|pods| self.lineup.slots_of(&pods.isolated).collect());
            slots.unwrap_or_default()
        })
    }
}
