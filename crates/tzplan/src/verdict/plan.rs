//! The plan: the verdict with the seasons behind it.

use std::borrow::Cow;
use std::cmp::Reverse;

use chrono::NaiveDate;

use super::judged::judged_by;
use super::{Model, NightWork, Reach, Verdict, binding, peers, steps};
use crate::lineup::Lineup;
use crate::minutes::PerDay;
use crate::pods;
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId, Season, Week};
use crate::shift::{MovePlan, Plans, ProfileMove, ShiftTrap, move_plan};
use crate::target::{Group, SeasonOverlap, YearOverlap};

/// What a team's time zones allow through the horizon.
///
/// ```
/// use tzplan::{Horizon, Member, Model, Plan, Policy, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// for (name, zone) in [("Ana", "America/Sao_Paulo"), ("Ben", "Europe/Berlin"), ("Chloé", "Europe/London")] {
///     team.add(Member::new(name, Zone::iana(zone).unwrap()));
/// }
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::iana("Europe/Berlin").unwrap()).unwrap();
/// let plan = Plan::of(&PreparedTeam::new(&team, horizon), &Policy::default());
///
/// assert_eq!(plan.verdict().model, Model::OverlapWithShifts);
/// assert_eq!(plan.year().min.to_string(), "3:00");
/// let summer = plan.seasons().nth(1).unwrap();
/// assert_eq!(summer.season.first().to_string(), "2027-03-28");
/// let shifts: Vec<String> = summer.plan.unwrap().moves.iter().map(|one| one.shift.to_string()).collect();
/// assert_eq!(shifts, ["-0:30", "+0:30"]); // Ana earlier, Ben later
/// // Kept all year, the same shifts meet the target in winter too: nobody needs two sets of hours.
/// let all_year = plan.all_year().unwrap();
/// assert_eq!((all_year.season, &all_year.plan), (1, summer.plan.unwrap()));
/// ```
#[derive(Clone, Debug)]
pub struct Plan {
    policy: Policy,
    year: YearOverlap,
    pod_years: Vec<YearOverlap>,
    verdict: Verdict,
    all_year: Option<AllYearPlan>,
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
    plan: Option<MovePlan>,
}

/// Shifts that are kept all year.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AllYearPlan {
    /// The first date of the first season below the target of which it is a plan.
    pub first: NaiveDate,
    /// The place of that season among the plan's.
    pub season: usize,
    /// Days of the horizon, no more than its grace days, on which the target is missed all the same.
    pub days_below: u32,
    /// The shifts, affordable in every season; night minutes are those of that season.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub plan: MovePlan,
    /// What the shifts take away on dates on which nobody needs them.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub lowers: Option<Lowered>,
}

/// What shifts that are kept all year make of a season that meets the target without them: of those in which
/// everyone then shares less the one in which it is least.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Lowered {
    /// The daily overlap as stated.
    pub stated: PerDay,
    /// The same with the shifts.
    pub kept: PerDay,
}

/// A season of a [`Plan`].
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SeasonPlan<'p> {
    /// Its dates.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub season: Season,
    /// What everyone required shares in it.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub overlap: &'p SeasonOverlap,
    /// What each pod of a hybrid team shares in it, in the order of [`Pods::pods`](crate::Pods::pods); empty
    /// under other verdicts.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::or_null"))]
    pub pods: &'p [SeasonOverlap],
    /// Where the target is not met naturally: the cheapest plan, if any holds.
    pub plan: Option<&'p MovePlan>,
}

impl Plan {
    /// The plan of a prepared team under a policy. Seasons with equal weeks are judged once.
    ///
    /// A team of nobody meets any target, sharing nothing.
    pub fn of(prepared: &PreparedTeam, policy: &Policy) -> Self {
        let lineup = Lineup::of(prepared, policy);
        let plans = Plans::of(&lineup);
        let mut outcomes: Vec<Outcome> = (0..)
            .zip(&*lineup.classes)
            .map(|(place, class)| Outcome {
                overlap: class.group().season_overlap(lineup.target),
                pods: Vec::new(),
                plan: plans.cheapest(place).map(|plan| move_plan(&lineup, class, plan)),
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
        let verdict = judge(&lineup, &plans, &outcomes, &outcome_of, &year);
        let pods = verdict.pods.as_ref().map(|pods| lineup.slots_of_each(&pods.pods));
        for slots in pods.into_iter().flatten() {
            for (class, outcome) in lineup.classes.iter().zip(&mut outcomes) {
                let group = class.group_of(slots.iter().copied());
                outcome.pods.push(group.season_overlap(lineup.target));
            }
        }
        let pod_years = (0..outcomes[0].pods.len())
            .map(|pod| year_of(&outcomes, &|outcome| outcome.pods[pod].daily))
            .collect();
        let all_year = if verdict.model == Model::OverlapWithShifts { plans.all_year() } else { None };
        let all_year = all_year.map(|kept| AllYearPlan {
            first: prepared.seasons()[prepared.classes()[kept.class].season].first(),
            season: prepared.classes()[kept.class].season,
            days_below: kept.days_below,
            plan: move_plan(&lineup, &lineup.classes[kept.class], &kept.plan),
            lowers: None,
        });
        let all_year = all_year.map(|all_year| AllYearPlan {
            lowers: lowered(prepared, &outcomes, &all_year.plan.moves),
            ..all_year
        });
        Self {
            policy: policy.clone(),
            year,
            pod_years,
            verdict,
            all_year,
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

    /// The same for each pod of a hybrid team, in the order of [`Pods::pods`](crate::Pods::pods); empty under
    /// other verdicts.
    pub fn pod_years(&self) -> &[YearOverlap] {
        &self.pod_years
    }

    /// Under overlap with shifts: the affordable plan of a season below the target that meets it when kept on
    /// every day of the horizon (but grace days), if there is one. Of several the smallest burden, then the
    /// smallest largest shift, the fewest members moved, the earliest season.
    pub fn all_year(&self) -> Option<&AllYearPlan> {
        self.all_year.as_ref()
    }

    /// The seasons, in order.
    pub fn seasons(&self) -> impl ExactSizeIterator<Item = SeasonPlan<'_>> {
        self.seasons.iter().zip(&self.outcome_of).map(|(season, outcome)| {
            let Outcome { overlap, pods, plan } = &self.outcomes[*outcome];
            SeasonPlan { season: *season, overlap, pods, plan: plan.as_ref() }
        })
    }
}

fn judge(
    lineup: &Lineup<'_>,
    plans: &Plans<'_>,
    outcomes: &[Outcome],
    outcome_of: &[usize],
    year: &YearOverlap,
) -> Verdict {
    let (standing, pods) = judged_by(lineup, plans);
    let model = standing.model;
    let steps::Steps { steps, exact: steps_exact } = steps::steps(lineup, standing, pods.as_ref());
    Verdict {
        model,
        standing,
        binding: binding::binding(lineup, year.min),
        bridges: pods.as_ref().map(|pods| pods::bridges(lineup, pods)).unwrap_or_default(),
        pods,
        trap: if model >= Model::Hybrid { trap(lineup, outcomes, outcome_of) } else { None },
        steps,
        steps_exact,
        reach: Reach::of(lineup, plans),
        no_peer: if model == Model::Async { peers::without_peer(lineup) } else { Vec::new() },
        night: NightWork::of(lineup, model, year.min),
    }
}

/// Of the seasons that meet the target as they are, what moves make of the one that they lower most.
fn lowered(prepared: &PreparedTeam, outcomes: &[Outcome], moves: &[ProfileMove]) -> Option<Lowered> {
    let natural = prepared.classes().iter().zip(outcomes).filter(|(_, outcome)| outcome.overlap.meets);
    let lowered = natural.filter_map(|(class, outcome)| {
        let season = &prepared.seasons()[class.season];
        let by = |profile: ProfileId| moves.iter().find(|one| one.profile == profile);
        let week = |profile: &ProfileId| {
            let stated = prepared.week(*profile, season);
            by(*profile).map_or(Cow::Borrowed(stated), |one| Cow::Owned(stated.moved(one.shift.minutes())))
        };
        let weeks: Vec<Cow<'_, Week>> = prepared.required().iter().map(week).collect();
        let kept = Group::new(weeks.iter().map(|week| &**week).collect()).daily_overlap();
        let stated = outcome.overlap.daily;
        kept.cmp_value(stated).is_lt().then_some(Lowered { stated, kept })
    });
    lowered.reduce(|least, one| if one.kept.cmp_value(least.kept).is_lt() { one } else { least })
}

/// Where every season but grace days has a plan: the unaffordable season with the largest burden, then the
/// largest shift, then the most days; the earliest of equals.
fn trap(lineup: &Lineup<'_>, outcomes: &[Outcome], outcome_of: &[usize]) -> Option<ShiftTrap> {
    let seasons = || lineup.prepared.seasons().iter().zip(outcome_of.iter().map(|place| &outcomes[*place]));
    let without_plan = seasons().filter(|(_, outcome)| !outcome.overlap.meets && outcome.plan.is_none());
    if without_plan.map(|(season, _)| season.days()).sum::<u32>() > lineup.grace() {
        return None;
    }
    let plans = seasons().enumerate().filter_map(|(place, (season, outcome))| {
        let plan = outcome.plan.as_ref().filter(|plan| !plan.affordable)?;
        Some((place, plan, (plan.burden, plan.largest_shift, season.days())))
    });
    let (season, plan, _) = plans.min_by_key(|(_, _, size)| Reverse(*size))?;
    let dates = lineup.prepared.seasons()[season].dates();
    Some(ShiftTrap { dates, season, burden: plan.burden, moves: plan.moves.clone() })
}
