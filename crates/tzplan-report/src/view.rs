//! What every form of a plan shows.

use tzplan::{Model, PerDay, Plan, PreparedTeam, Season, SeasonPlan};

use crate::words::dates::Dates;
use crate::words::home::Home;
use crate::words::length::length;
use crate::words::people::{Names, People, everybody};
use crate::words::shared::Shared;

/// A plan with what its sentences need.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'v> {
    pub(crate) prepared: &'v PreparedTeam,
    pub(crate) plan: &'v Plan,
    pub(crate) people: People<'v>,
    pub(crate) home: Home<'v>,
    pub(crate) dates: Dates,
}

impl<'v> View<'v> {
    pub(crate) fn of(prepared: &'v PreparedTeam, plan: &'v Plan, names: Names) -> Self {
        let horizon = prepared.horizon();
        let people = People::of(prepared, names);
        let (home, dates) = (Home::of(horizon), Dates::of(horizon));
        Self { prepared, plan, people, home, dates }
    }

    /// The season that decides, which is drawn: that of the shift trap, else the one short of the target for
    /// longest, else the longest.
    pub(crate) fn season_drawn(&self) -> Option<SeasonPlan<'v>> {
        let below = self.plan.verdict().model != Model::Overlap;
        let trap = self.plan.verdict().trap.as_ref().map(|trap| trap.season);
        let seasons: Vec<SeasonPlan<'v>> = self.plan.seasons().collect();
        if let Some(season) = trap.and_then(|trap| seasons.get(trap)) {
            return Some(*season);
        }
        // `max_by_key` takes the last of equals, hence from the end.
        let longest = |wanted: &dyn Fn(&SeasonPlan<'_>) -> bool| {
            let wanted = seasons.iter().rev().filter(|season| wanted(season));
            wanted.max_by_key(|season| season.season.days()).copied()
        };
        longest(&|season| below && !season.overlap.meets).or_else(|| longest(&|_| true))
    }

    /// Whether everyone shares as much on each of the days of a season.
    pub(crate) fn is_even(&self) -> bool {
        let even = |season: SeasonPlan<'_>| Shared::of(season.overlap, 0).is_even();
        self.plan.seasons().all(even)
    }

    /// The same of each pod.
    pub(crate) fn pods_are_even(&self) -> bool {
        let mut pods = self.plan.seasons().flat_map(|season| season.pods);
        pods.all(|overlap| Shared::of(overlap, 0).is_even())
    }

    /// The shortest average day of anybody required, in any season.
    pub(crate) fn shortest_day(&self) -> Option<PerDay> {
        let required = self.prepared.required();
        let days = self.plan.seasons().flat_map(|season| {
            required.iter().filter_map(move |id| self.prepared.week(*id, &season.season).average_day())
        });
        days.reduce(PerDay::min_value)
    }

    /// How far a day may be moved: `2 hours at most`, with a word on flex where somebody required states one.
    pub(crate) fn farthest_move(&self) -> String {
        let most = length(self.plan.policy().max_shift());
        if self.prepared.required().iter().any(|profile| self.prepared.flex_of(*profile).is_some()) {
            return format!("{most} at most, or as far as their own flex says");
        }
        format!("{most} at most")
    }
}

/// The part of a season that is drawn: the longest in which nobody moves, optional people neither; of equals
/// the first.
pub(crate) fn part_drawn(prepared: &PreparedTeam, season: Season) -> Season {
    if prepared.required_members() == prepared.team().len() {
        return season;
    }
    let parts = prepared.seasons_of(&everybody(prepared));
    let within: Vec<Season> = parts.into_iter().filter(|part| season.contains(part.first())).collect();
    // `max_by_key` takes the last of equals, hence from the end.
    within.into_iter().rev().max_by_key(Season::days).unwrap_or(season)
}
