//! The plan: the verdict with the seasons behind it.

use super::model::judged_where;
use super::{Model, NightWork, Reach, Verdict, binding, flip, peers};
use crate::lineup::Lineup;
use crate::minutes::PerDay;
use crate::pods;
use crate::policy::Policy;
use crate::season::{PreparedTeam, Season};
use crate::shift::{ShiftTrap, WindowPlan, WindowSearch, window_plan};
use crate::target::{SeasonOverlap, YearOverlap};

/// What a team's time zones allow through the horizon.
///
/// ```
/// use tzplan::{Horizon, Member, Model, Plan, Policy, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// for (name, zone, hours) in [("Ana", "America/Sao_Paulo", "9-17"), ("Ben", "Europe/Berlin", "9-17"), ("Chloé", "Europe/London", "9-17")] {
///     team.add(Member::new(name, Zone::iana(zone).unwrap()).hours(hours.parse().unwrap()));
/// }
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::iana("Europe/Berlin").unwrap()).unwrap();
/// let plan = Plan::of(&PreparedTeam::new(&team, horizon), &Policy::default());
///
/// assert_eq!(plan.verdict().model, Model::OverlapWithShifts);
/// assert_eq!(plan.year().min.to_string(), "3:00");
/// let summer = plan.seasons().nth(1).unwrap();
/// assert_eq!(summer.season.first().to_string(), "2027-03-28");
/// let shifts: Vec<String> = summer.window.unwrap().moves.iter().map(|one| one.shift.to_string()).collect();
/// assert_eq!(shifts, ["-0:30", "+0:30"]); // Ana earlier, Ben later
/// ```
#[derive(Clone, Debug)]
pub struct Plan {
    policy: Policy,
    year: YearOverlap,
    pod_years: Vec<YearOverlap>,
    verdict: Verdict,
    seasons: Vec<Season>,
    /// Seasons whose weeks are the same share an outcome.
    outcomes: Vec<Outcome>,
    outcome_of: Vec<usize>,
}

#[derive(Clone, Debug)]
struct Outcome {
    overlap: SeasonOverlap,
    /// Of each pod of a hybrid team.
    pods: Vec<SeasonOverlap>,
    window: Option<WindowPlan>,
}

/// A season of a [`Plan`].
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SeasonPlan<'p> {
    /// Its dates.
    pub season: Season,
    /// What everyone required shares in it.
    pub overlap: &'p SeasonOverlap,
    /// What each pod of a hybrid team shares in it, in the order of [`Pods::pods`](crate::Pods::pods); empty under
    /// other verdicts.
    pub pods: &'p [SeasonOverlap],
    /// Where the target is not met naturally: the cheapest window that holds, if any does.
    pub window: Option<&'p WindowPlan>,
}

impl Plan {
    /// The plan of a prepared team under a policy. Seasons with equal weeks are judged once.
    ///
    /// A team of nobody meets any target, sharing nothing.
    pub fn of(prepared: &PreparedTeam, policy: &Policy) -> Self {
        let lineup = Lineup::of(prepared, policy);
        let mut outcomes: Vec<Outcome> = lineup
            .classes
            .iter()
            .map(|class| {
                let overlap = class.group().season_overlap(lineup.target);
                let search = || WindowSearch::new(&lineup, class).cheapest();
                let window = if overlap.meets { None } else { search() };
                let window = window.map(|window| window_plan(&lineup, class, &window));
                Outcome { overlap, pods: Vec::new(), window }
            })
            .collect();
        let outcome_of: Vec<usize> =
            (0..prepared.seasons().len()).map(|season| prepared.class_of(season)).collect();
        let year_of = |outcomes: &[Outcome], daily: &dyn Fn(&Outcome) -> PerDay| {
            let seasons = prepared.seasons().iter().zip(&outcome_of);
            let seasons: Vec<_> = seasons.map(|(s, outcome)| (*s, daily(&outcomes[*outcome]))).collect();
            YearOverlap::of(&seasons).expect("a horizon has at least one season")
        };
        let year = year_of(&outcomes, &|outcome| outcome.overlap.daily);
        let verdict = judge(&lineup, &outcomes, &outcome_of, &year);
        let pods = verdict.pods.iter().flat_map(|pods| &pods.pods);
        for pod in pods {
            let slots: Vec<usize> = lineup.slots_of(pod).collect();
            for (class, outcome) in lineup.classes.iter().zip(&mut outcomes) {
                let group = class.group_of(slots.iter().copied());
                outcome.pods.push(group.season_overlap(lineup.target));
            }
        }
        let pod_years = (0..outcomes[0].pods.len())
            .map(|pod| year_of(&outcomes, &|outcome| outcome.pods[pod].daily))
            .collect();
        Self {
            policy: policy.clone(),
            year,
            pod_years,
            verdict,
            seasons: prepared.seasons().to_vec(),
            outcomes,
            outcome_of,
        }
    }

    /// The thresholds it was made with.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The verdict with its evidence.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// Least, median, most and usual daily overlap of the year, and the drift weeks.
    pub fn year(&self) -> &YearOverlap {
        &self.year
    }

    /// The same for each pod of a hybrid team, in the order of [`Pods::pods`](crate::Pods::pods); empty under other
    /// verdicts.
    pub fn pod_years(&self) -> &[YearOverlap] {
        &self.pod_years
    }

    /// The seasons, in order.
    pub fn seasons(&self) -> impl ExactSizeIterator<Item = SeasonPlan<'_>> {
        self.seasons.iter().zip(&self.outcome_of).map(|(season, outcome)| {
            let Outcome { overlap, pods, window } = &self.outcomes[*outcome];
            SeasonPlan { season: *season, overlap, pods, window: window.as_ref() }
        })
    }
}

fn judge(lineup: &Lineup<'_>, outcomes: &[Outcome], outcome_of: &[usize], year: &YearOverlap) -> Verdict {
    let seasons = lineup.prepared.seasons();
    let days_where = |test: &dyn Fn(&Outcome) -> bool| -> u32 {
        let days = seasons.iter().zip(outcome_of).filter(|(_, outcome)| test(&outcomes[**outcome]));
        days.map(|(season, _)| season.days()).sum()
    };
    let grace = lineup.grace();
    let affordable = |outcome: &Outcome| outcome.window.as_ref().is_some_and(|window| window.affordable);
    let (standing, pods) = judged_where(
        lineup,
        || days_where(&|outcome| !outcome.overlap.meets) <= grace,
        || days_where(&|outcome| !outcome.overlap.meets && !affordable(outcome)) <= grace,
    );
    let model = standing.model;
    let no_window_days = days_where(&|outcome| !outcome.overlap.meets && outcome.window.is_none());
    let trapped = model >= Model::Hybrid && no_window_days <= grace;
    Verdict {
        model,
        standing,
        binding: binding::binding(lineup, year.min),
        bridges: pods.as_ref().map(|pods| pods::bridges(lineup, pods)).unwrap_or_default(),
        pods,
        trap: if trapped { trap(seasons, outcomes, outcome_of) } else { None },
        flip: flip::flip(lineup, model),
        reach: Reach::of(lineup),
        no_peer: if model == Model::Async { peers::without_peer(lineup) } else { Vec::new() },
        night: NightWork::of(lineup, model, year.min),
    }
}

/// The unaffordable season with the largest shift, then the largest sum, then the most days; the earliest of
/// equals.
fn trap(seasons: &[Season], outcomes: &[Outcome], outcome_of: &[usize]) -> Option<ShiftTrap> {
    let windows = seasons.iter().enumerate().filter_map(|(index, season)| {
        let window = outcomes[outcome_of[index]].window.as_ref().filter(|window| !window.affordable)?;
        Some((index, window, (window.largest_shift, window.sum_of_shifts, season.days())))
    });
    // `max_by_key` takes the last of equals, hence from the end.
    let (season, window, _) =
        windows.collect::<Vec<_>>().into_iter().rev().max_by_key(|(_, _, size)| *size)?;
    Some(ShiftTrap { season, moves: window.moves.clone() })
}

#[cfg(feature = "serde")]
impl serde::Serialize for Plan {
    /// Policy, verdict, year, the pods' years and seasons; profiles by their places among
    /// [`PreparedTeam::profiles`].
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut plan = serializer.serialize_struct("Plan", 5)?;
        plan.serialize_field("policy", &self.policy)?;
        plan.serialize_field("verdict", &self.verdict)?;
        plan.serialize_field("year", &self.year)?;
        plan.serialize_field("pod_years", &self.pod_years)?;
        plan.serialize_field("seasons", &self.seasons().collect::<Vec<_>>())?;
        plan.end()
    }
}
