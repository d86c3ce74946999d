//! The verdict in its order, and its evidence.

use tzplan::{Model, PerDay};

use super::pods::{ExpectedPods, partition};
use super::season::{ExpectedSeason, same_profile, seasons};
use super::target::{Rules, compare, daily_overlap, meets};
use super::week::ExpectedWeek;
use super::window::{ExpectedWindow, cheapest};
use crate::support::crew::{Crew, Person};

/// The required people with their weeks in every season.
#[derive(Clone, Debug)]
pub struct Lineup<'c> {
    pub crew: &'c Crew,
    /// Places in the roster, in order, with the person as moved all year.
    pub people: Vec<(usize, Person)>,
    pub seasons: Vec<(ExpectedSeason, Vec<ExpectedWeek>)>,
}

impl<'c> Lineup<'c> {
    pub fn of(crew: &'c Crew) -> Self {
        let (required, settled) = (crew.required(), crew.settled());
        let with_weeks = |season: ExpectedSeason| {
            let weeks =
                required.iter().map(|i| ExpectedWeek::of(&settled.people[*i], season.first)).collect();
            (season, weeks)
        };
        let seasons = seasons(crew, &required).into_iter().map(with_weeks).collect();
        let people = required.iter().map(|i| (*i, settled.people[*i].clone())).collect();
        Self { crew, people, seasons }
    }

    /// For each of the people, which of them is the first with the same profile.
    pub fn profiles(&self) -> Vec<usize> {
        let same = |a: usize, b: usize| same_profile(self.crew, &self.people[a].1, &self.people[b].1);
        (0..self.people.len()).map(|one| (0..=one).find(|first| same(*first, one)).unwrap_or(one)).collect()
    }

    /// The weeks of some of the people in a season.
    pub fn weeks(&self, season: usize, group: &[usize]) -> Vec<&ExpectedWeek> {
        group.iter().map(|one| &self.seasons[season].1[*one]).collect()
    }

    /// Whether seasons that fail a test have no more days than the grace.
    pub fn all_but_grace(&self, rules: &Rules, passes: impl Fn(usize) -> bool) -> bool {
        let failing = (0..self.seasons.len()).filter(|season| !passes(*season));
        let days: u32 = failing.map(|season| self.seasons[season].0.days).sum();
        days <= rules.grace_of(self.crew.days)
    }

    /// Whether some of the people meet the target over the horizon.
    pub fn meet(&self, group: &[usize], rules: &Rules) -> bool {
        self.all_but_grace(rules, |season| meets(&self.weeks(season, group), rules.target))
    }

    /// The least daily overlap of some of the people in any season.
    pub fn year_min(&self, group: &[usize]) -> PerDay {
        let each = (0..self.seasons.len()).map(|season| daily_overlap(&self.weeks(season, group)));
        each.min_by(|a, b| compare(*a, *b)).expect("a season")
    }

    pub fn everybody(&self) -> Vec<usize> {
        (0..self.people.len()).collect()
    }
}

/// The first model that holds, with its pods.
pub fn model(lineup: &Lineup<'_>, rules: &Rules) -> (Model, Option<ExpectedPods>) {
    let natural = |season: usize| meets(&lineup.weeks(season, &lineup.everybody()), rules.target);
    let affordable =
        |season: usize| cheapest(&lineup.seasons[season].1, rules).is_some_and(|window| window.affordable);
    if lineup.all_but_grace(rules, natural) {
        return (Model::Overlap, None);
    }
    if lineup.all_but_grace(rules, |season| natural(season) || affordable(season)) {
        return (Model::OverlapWithShifts, None);
    }
    match partition(lineup, rules) {
        Some(pods) => (Model::Hybrid, Some(pods)),
        None => (Model::Async, None),
    }
}

/// The first member of every profile whose removal raises the year minimum, with the minimum without it: most
/// first, then roster order.
pub fn binding(lineup: &Lineup<'_>) -> Vec<(usize, PerDay)> {
    let profiles = lineup.profiles();
    let year_min = lineup.year_min(&lineup.everybody());
    let mut binding = Vec::new();
    for profile in lineup.everybody().into_iter().filter(|one| profiles[*one] == *one) {
        let others: Vec<usize> =
            lineup.everybody().into_iter().filter(|one| profiles[*one] != profile).collect();
        if !others.is_empty() && compare(lineup.year_min(&others), year_min).is_gt() {
            binding.push((lineup.people[profile].0, lineup.year_min(&others)));
        }
    }
    binding.sort_by(|a, b| compare(b.1, a.1));
    binding
}

/// The season of the shift trap with its window, under a hybrid or async verdict.
pub fn trap(lineup: &Lineup<'_>, rules: &Rules) -> Option<(usize, ExpectedWindow)> {
    let natural = |season: usize| meets(&lineup.weeks(season, &lineup.everybody()), rules.target);
    let windows: Vec<Option<ExpectedWindow>> =
        lineup.seasons.iter().map(|(_, weeks)| cheapest(weeks, rules)).collect();
    if !lineup.all_but_grace(rules, |season| natural(season) || windows[season].is_some()) {
        return None;
    }
    let mut worst: Option<(usize, ExpectedWindow)> = None;
    for (season, window) in windows.into_iter().enumerate() {
        let Some(window) = window.filter(|window| !natural(season) && !window.affordable) else { continue };
        let size = |season: usize, w: &ExpectedWindow| (w.largest, w.sum, lineup.seasons[season].0.days);
        if worst.as_ref().is_none_or(|(other, w)| size(season, &window) > size(*other, w)) {
            worst = Some((season, window));
        }
    }
    worst
}

/// The first members of the profiles that have nobody to meet the target with as a pair.
pub fn without_peer(lineup: &Lineup<'_>, rules: &Rules) -> Vec<usize> {
    let profiles = lineup.profiles();
    let firsts = lineup.everybody().into_iter().filter(|one| profiles[*one] == *one);
    let alone = |one: &usize| {
        lineup
            .everybody()
            .into_iter()
            .filter(|other| other != one)
            .all(|other| !lineup.meet(&[*one, other], rules))
    };
    firsts.filter(alone).map(|one| lineup.people[one].0).collect()
}
