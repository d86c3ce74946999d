//! Whether everybody overlaps once somebody has joined, and what that asks of whom.

use std::cell::OnceCell;

use super::Asked;
use super::after::MovedCandidate;
use super::reach::Reach;
use super::together::Together;
use crate::minutes::Minutes;
use crate::shift::JoinedPlan;
use crate::verdict::Model;

impl MovedCandidate<'_> {
    /// Whether everybody overlaps, and what that asks of whom.
    ///
    /// # Complexity
    ///
    /// Naturally: an intersection for each rung. With shifts: one more for what everybody can reach, then the
    /// search for the plans of the team with them, where everybody can be brought near to them at all.
    pub(super) fn together(&self) -> Option<&Together> {
        let find = || match self.overlaps() {
            true => Some(self.nobody_moves()),
            false if self.opening.is_torn() => None,
            false if !self.is_within_reach(self.opening.everybody_reaches(), &self.near.within_reach) => None,
            false if !self.near.everybody(self.by) => None,
            false => self.with_shifts(),
        };
        self.together.get_or_init(find).as_ref()
    }

    /// Whether everybody overlaps, nobody being asked for more than was asked of anybody before.
    pub(super) fn asks_no_more(&self) -> bool {
        let before = self.opening.asked_of_anybody;
        self.overlaps()
            || self.may_ask_no_more()
                && self
                    .favours(|plan| plan.most(self.by, self.near.joined.minutes(plan.own())) <= before)
                    .is_some()
    }

    /// Whether plans may bring everybody together and ask nobody for more than was asked of anybody before:
    /// what tells most moves of their own day apart before plans are looked for.
    fn may_ask_no_more(&self) -> bool {
        let (team, known) = (self.opening.reaches_modestly(), &self.near.within_modest_reach);
        self.is_within_reach(team, known)
    }

    fn is_within_reach(&self, team: &Reach, known: &OnceCell<bool>) -> bool {
        let find = || {
            self.on_all_but_grace(|meeting| {
                let affordable = self.near.affordable_in(meeting.week);
                team.meets_with(meeting.class, self.week(meeting.week), affordable, self.by)
            })
        };
        // Where they are is one of the places to which they can be asked to go: the same for all of these.
        let is_one_of_all = self.by.abs() <= team.most && self.near.may_ask(self.by);
        if !is_one_of_all {
            return find();
        }
        *known.get_or_init(find)
    }

    fn nobody_moves(&self) -> Together {
        let asked = vec![0; self.opening.lineup.slots.len() + 1];
        Together { model: Model::Overlap, asked, shifts: Vec::new() }
    }

    fn with_shifts(&self) -> Option<Together> {
        let favours = self.favours(|_| true)?;
        let slots = &self.opening.lineup.slots;
        let mut asked = vec![0; slots.len() + 1];
        let by_minute = |plan: JoinedPlan<'_>| -> Vec<i32> {
            plan.shifts().map(|steps| self.near.joined.minutes(steps)).collect()
        };
        let shifts: Vec<Option<Vec<i32>>> = favours.into_iter().map(|plan| plan.map(by_minute)).collect();
        let moved = || slots.iter().map(|slot| slot.moved).chain([self.by]);
        for plan in shifts.iter().flatten() {
            for ((most, shift), moved) in asked.iter_mut().zip(plan).zip(moved()) {
                if *shift != 0 {
                    *most = (moved + shift).abs().max(*most);
                }
            }
        }
        Some(Together { model: Model::OverlapWithShifts, asked, shifts })
    }

    /// By meeting, the cheapest affordable plan; none where nobody needs to move. `None` where more than
    /// grace days have none, and where one does not pass a test.
    fn favours(&self, passes: impl Fn(&JoinedPlan<'_>) -> bool) -> Option<Vec<Option<JoinedPlan<'_>>>> {
        let moves = self.opening.moves();
        let by = self.by / self.near.joined.minutes(1);
        let mut favours = Vec::with_capacity(self.meetings().len());
        let mut all_pass = true;
        let together = self.on_all_but_grace(|meeting| {
            if !all_pass {
                return false;
            }
            let natural = self.overlap_in(meeting);
            let place = favours.len();
            let favour = if natural { None } else { self.near.joined.favour(moves, place, by) };
            all_pass &= favour.as_ref().is_none_or(&passes);
            let holds = natural || favour.is_some();
            favours.push(favour);
            holds
        });
        (together && all_pass).then_some(favours)
    }

    /// What is asked of whom, beside what was asked of anybody before.
    pub(super) fn asked(&self) -> Asked {
        let (opening, before) = (self.opening, self.opening.asked_of_anybody);
        let asked = self.together().map_or(&[][..], |together| &together.asked);
        let others = opening.lineup.slots.iter().zip(asked).filter(|(_, minutes)| **minutes > before);
        Asked {
            anybody: opening.asked_of_anybody(),
            candidate: Minutes(self.asked_of_candidate().unsigned_abs()),
            others: others.map(|(slot, minutes)| (slot.profile, Minutes(*minutes as u32))).collect(),
        }
    }

    /// How far their day is from the stated hours in any season, in minutes: by their own move, and by what a
    /// plan moves them further.
    fn asked_of_candidate(&self) -> i32 {
        let seasons = self.together().map_or(&[][..], |together| &together.shifts);
        let further = |shifts: &Option<Vec<i32>>| shifts.as_ref().and_then(|by_slot| by_slot.last().copied());
        let by_season = seasons.iter().map(|shifts| (self.by + further(shifts).unwrap_or(0)).abs());
        by_season.max().unwrap_or(self.by.abs())
    }
}
