//! The pods after a next step, and who stays in none whoever moves.

use super::steps::affordable_moves;
use super::{Model, Plan, Step};
use crate::lineup::{Lineup, OneOf};
use crate::pods::{self, Aim, Pods};
use crate::season::{PreparedTeam, ProfileId};
use crate::target::Group;
use crate::team::Attendance;

impl Plan {
    /// The pods of a team that a step makes hybrid, or leaves so; `None` where it becomes no such team.
    ///
    /// # Panics
    ///
    /// When the plan or the step is not of this team.
    ///
    /// # Complexity
    ///
    /// That of [`Pods::of`].
    pub fn pods_after(&self, prepared: &PreparedTeam, step: &Step) -> Option<Pods> {
        if step.reaches().model != Model::Hybrid {
            return None;
        }
        let lineup = Lineup::of(prepared, self.policy());
        let member = prepared.team().member(step.member()).expect("a member of this team");
        let profile = prepared.profile_of(member);
        let slot = lineup.slots.iter().position(|slot| slot.profile == profile).expect("somebody required");
        let one = OneOf { slot, marked: member.attendance() == Attendance::Required };
        let changed = match step {
            Step::Move { shift, .. } => lineup.with_one_moved(one, shift.minutes()),
            Step::Optional { .. } => lineup.without_one(one),
        };
        pods::partition(&changed, Aim::Hybrid)
    }

    /// Who of a hybrid team is in no pod and stays without, whoever moves: no affordable move of one
    /// member's day, their own or another's, all year, lets them meet the target with anybody even as a pair.
    /// In roster order.
    ///
    /// # Panics
    ///
    /// When the plan is not of this team.
    ///
    /// # Complexity
    ///
    /// Isolated people × required profiles × affordable moves of either × different weeks of the year.
    pub fn out_of_reach(&self, prepared: &PreparedTeam) -> Vec<ProfileId> {
        let Some(now) = &self.verdict().pods else { return Vec::new() };
        let lineup = Lineup::of(prepared, self.policy());
        let moves: Vec<Vec<i32>> =
            (0..lineup.slots.len()).map(|slot| affordable_moves(&lineup, slot)).collect();
        let stays = |id: &ProfileId| {
            let mut own = (0..lineup.slots.len()).filter(|slot| lineup.slots[*slot].profile == *id);
            own.all(|own| {
                let mut others = (0..lineup.slots.len()).filter(|other| *other != own);
                !others.any(|other| {
                    let of_own = moves[own].iter().map(|by| (*by, 0));
                    let of_other = moves[other].iter().map(|by| (0, *by));
                    of_own.chain(of_other).any(|by| pair_meets(&lineup, (own, other), by))
                })
            })
        };
        now.isolated.iter().copied().filter(stays).collect()
    }
}

/// Whether members of two slots meet the target as a pair, with their days moved by these minutes from where
/// they are; 0 leaves a day in place.
fn pair_meets(lineup: &Lineup<'_>, (one, other): (usize, usize), (by_one, by_other): (i32, i32)) -> bool {
    lineup.all_but_grace(|class| {
        let week = |slot: usize, by: i32| {
            let crowd = &class.crowds[class.crowd_of[slot]];
            if by == 0 { crowd.week().clone() } else { crowd.stated.moved(by) }
        };
        let weeks = [week(one, by_one), week(other, by_other)];
        Group::new(weeks.iter().collect()).meets(lineup.target)
    })
}
