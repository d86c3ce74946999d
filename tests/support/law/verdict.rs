//! The verdict in its order, and its evidence (§7).

use std::cmp::{Ordering, Reverse};

use super::lineup::Lineup;
use super::people::Crew;
use super::plan::{Plan, Plans, Trap};
use super::pods::{Partition, fewest, hybrid};
use super::rules::Rules;
use super::target::{Daily, daily_overlap};
use super::week::Week;

/// Better ones first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Model {
    Overlap,
    OverlapWithShifts,
    Hybrid,
    Async,
}

impl Model {
    /// Everyone meets the target, with or without moved days.
    pub fn is_of_everyone(self) -> bool {
        self <= Self::OverlapWithShifts
    }
}

/// "The model; then, under hybrid and async, more members sharing a pod, then fewer parts." Better ones are
/// less.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    pub model: Model,
    pub sharing: usize,
    pub parts: usize,
}

impl PartialOrd for Standing {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Standing {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |standing: &Self| (standing.model, Reverse(standing.sharing), standing.parts);
        key(self).cmp(&key(other))
    }
}

/// What holds for a lineup.
pub struct Verdict {
    pub model: Model,
    pub standing: Standing,
    /// Under hybrid.
    pub pods: Option<Partition>,
    /// Under *overlap with shifts*, where there is one.
    pub all_year: Option<(usize, Plan)>,
    /// Under hybrid and async.
    pub trap: Option<Trap>,
    /// The most that the plans ask of each of the people.
    pub asked: Vec<i32>,
}

/// What the verdict of a lineup is, with what it was found from.
pub struct Judged<'l> {
    pub standing: Standing,
    /// Under hybrid.
    pub pods: Option<Partition>,
    /// Where the target is not met naturally.
    pub plans: Option<Plans<'l>>,
}

impl<'l> Judged<'l> {
    /// "In this order; the first that holds is the verdict."
    pub fn of(lineup: &'l Lineup, rules: &'l Rules) -> Self {
        let whole = |model| Standing { model, sharing: 0, parts: 0 };
        let in_parts = |model, partition: &Partition| Standing {
            model,
            sharing: partition.sharing,
            parts: partition.parts.len(),
        };
        if lineup.meet(&lineup.everybody(), rules) {
            return Self { standing: whole(Model::Overlap), pods: None, plans: None };
        }
        let plans = Plans::of(lineup, rules);
        if plans.overlap_with_shifts() {
            return Self { standing: whole(Model::OverlapWithShifts), pods: None, plans: Some(plans) };
        }
        if let Some(pods) = hybrid(lineup, rules) {
            return Self { standing: in_parts(Model::Hybrid, &pods), pods: Some(pods), plans: Some(plans) };
        }
        let nobody = Standing { model: Model::Async, sharing: 0, parts: lineup.people.len() };
        let standing = fewest(lineup, rules).map_or(nobody, |parts| in_parts(Model::Async, &parts));
        Self { standing, pods: None, plans: Some(plans) }
    }

    /// The most that the plans ask of each of the people: nothing but under *overlap with shifts*.
    pub fn asked(&self, lineup: &Lineup) -> Vec<i32> {
        match &self.plans {
            Some(plans) if self.standing.model == Model::OverlapWithShifts => plans.asked(),
            _ => vec![0; lineup.people.len()],
        }
    }
}

/// The standing alone.
pub fn standing(lineup: &Lineup, rules: &Rules) -> Standing {
    Judged::of(lineup, rules).standing
}

impl Verdict {
    pub fn of(lineup: &Lineup, rules: &Rules) -> Self {
        let judged = Judged::of(lineup, rules);
        let model = judged.standing.model;
        Self {
            model,
            standing: judged.standing,
            all_year: judged.plans.as_ref().filter(|_| model.is_of_everyone()).and_then(Plans::all_year),
            trap: judged.plans.as_ref().filter(|_| !model.is_of_everyone()).and_then(Plans::trap),
            asked: judged.asked(lineup),
            pods: judged.pods,
        }
    }
}

/// "The binding members (every profile whose removal raises the year minimum, most first, then roster
/// order)": the profile's people, and the minimum without them.
pub fn binding(lineup: &Lineup) -> Vec<(Vec<usize>, Daily)> {
    let year_min = lineup.year_min(&lineup.everybody());
    let without = |profile: Vec<usize>| {
        let others: Vec<usize> =
            lineup.everybody().into_iter().filter(|one| !profile.contains(one)).collect();
        (!others.is_empty()).then(|| (profile, lineup.year_min(&others)))
    };
    let mut binding: Vec<_> = lineup.profiles().into_iter().filter_map(without).collect();
    binding.retain(|(_, without)| *without > year_min);
    binding.sort_by_key(|(_, without)| Reverse(*without));
    binding
}

/// "Who works how many minutes a week at night as stated": by place in the roster.
pub fn night_work(crew: &Crew, rules: &Rules) -> Vec<(usize, u32)> {
    let settled = crew.settled();
    let of = |one: usize| (one, super::week::night_work(&settled.people[one], crew.from, rules));
    crew.required().into_iter().map(of).filter(|(_, minutes)| *minutes > 0).collect()
}

/// "What everyone's year minimum is when all keep to their reasonable hours (workdays as stated)."
pub fn reasonable_year_min(lineup: &Lineup, rules: &Rules) -> Daily {
    let overlap = |season: usize| {
        let all = lineup.weeks(season, &lineup.everybody());
        let kept: Vec<Week> = all.into_iter().map(|week| week.within_reasonable(rules)).collect();
        daily_overlap(&kept.iter().collect::<Vec<_>>())
    };
    (0..lineup.seasons.len()).map(overlap).min().expect("a season")
}

/// "Who has no peer (a required member with whom they meet the target as a pair)."
pub fn without_peer(lineup: &Lineup, rules: &Rules) -> Vec<usize> {
    let has_peer = |one: usize| {
        let mut others = lineup.everybody().into_iter().filter(|other| *other != one);
        others.any(|other| lineup.meet(&[one, other], rules))
    };
    lineup.everybody().into_iter().filter(|one| !has_peer(*one)).collect()
}
