//! The pods after a next step, and who stays in none whoever moves.

use super::steps::Search;
use super::tries::{Try, affordable_moves};
use super::{Model, Plan, Standing, Step};
use crate::duration::Shift;
use crate::lineup::{Lineup, OneOf};
use crate::minutes::Minutes;
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

    /// A move as good as the best one among the [next steps](super::Verdict::steps), which ends somebody's
    /// night work where that one does not: it reaches the same, and may ask for more minutes. Of several the
    /// first in the order of the ties. `None` where there is none, or no move among the steps.
    ///
    /// # Panics
    ///
    /// When the plan is not of this team.
    ///
    /// # Complexity
    ///
    /// That of the search for steps, for those who work at night.
    ///
    /// ```
    /// use tzplan::verdict::Step;
    /// use tzplan::{Horizon, Member, Minutes, Plan, Policy, PreparedTeam, Team, Zone};
    /// // They share 18:00 to 21:00. An hour later does for Ada as an hour earlier does for Zoe, who works
    /// // from 22:00 to 23:00 at night.
    /// let mut team = Team::new();
    /// team.add(Member::new("Ada", Zone::UTC).hours("12-21".parse().unwrap()));
    /// team.add(Member::new("Zoe", Zone::UTC).hours("18-23".parse().unwrap()));
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
    /// let prepared = PreparedTeam::new(&team, horizon);
    /// let policy = Policy::default().with_reasonable("07:00-23:00".parse().unwrap());
    /// let plan = Plan::of(&prepared, &policy);
    /// assert_eq!(plan.verdict().steps[0].member().index(), 0);
    /// let Some(Step::Move { member, shift, night_minutes_per_week, .. }) = plan.move_ending_night(&prepared)
    /// else { panic!() };
    /// assert_eq!((member.index(), shift.minutes(), night_minutes_per_week), (1, -60, Minutes(0)));
    /// ```
    pub fn move_ending_night(&self, prepared: &PreparedTeam) -> Option<Step> {
        let verdict = self.verdict();
        let best = verdict.steps.iter().find(|step| matches!(step, Step::Move { .. }))?;
        let nights: Vec<ProfileId> = verdict.night.profiles.iter().map(|one| one.profile).collect();
        let mover = prepared.team().member(best.member()).expect("a member of this team");
        let ends = |step: &Step| match step {
            Step::Move { night_minutes_per_week, .. } => *night_minutes_per_week == Minutes::ZERO,
            Step::Optional { .. } => false,
        };
        if nights.is_empty() || (nights.contains(&prepared.profile_of(mover)) && ends(best)) {
            return None;
        }
        let lineup = Lineup::of(prepared, self.policy());
        let search = Search::new(&lineup, verdict.standing, verdict.pods.as_ref());
        search.move_ending_night(&nights, best.reaches())
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

impl Search<'_, '_> {
    /// The first move in the order of the ties that reaches as much and ends the night work of one of these
    /// profiles.
    pub(super) fn move_ending_night(&self, nights: &[ProfileId], reaches: Standing) -> Option<Step> {
        let works_at_night = |(_, one, _): &Try| nights.contains(&self.lineup.slots[one.slot].profile);
        let tries = self.moves().into_iter().filter(works_at_night);
        let mut ending =
            tries.filter(|(by, one, _)| self.night_minutes(*one, Shift::of(*by)) == Minutes::ZERO);
        let found = ending.find(|(by, one, _)| match reaches.model {
            Model::Overlap => self.meets_naturally(*by, *one),
            Model::OverlapWithShifts => self.meets_with_shifts(*by, *one),
            _ => self.apart(*one, Some(*by)) == Some(reaches),
        });
        found.map(|tried| self.step(tried, reaches))
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
