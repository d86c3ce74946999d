//! Pods, isolated people, bridges and standing against the reference of the second edition, which tries every
//! partition there is.

use std::cell::RefCell;

use proptest::prelude::*;
use tzplan::pods::Pods;
use tzplan::{Model, PerDay, Plan, PreparedTeam, ProfileId, YearOverlap};

use crate::support::law::generators::{rules, yearly_crew};
use crate::support::law::lineup::Lineup;
use crate::support::law::people::{Crew, Mark};
use crate::support::law::pods::{Partition, bridges, fewest, hybrid};
use crate::support::law::rules::Rules;
use crate::support::law::target::{Daily, Year};
use crate::support::{cases, drawn_until_whole, library, tz_versions};

/// What the comparisons came upon.
#[derive(Default, Debug)]
struct Reached {
    hybrid: u32,
    isolated: u32,
    two_pods: u32,
    bridges: u32,
    marks_forbid: u32,
    marks_change: u32,
    less_than_half: u32,
    alike_in_patterns: u32,
}

thread_local! {
    static REACHED: RefCell<Reached> = RefCell::default();
}

fn check(crew: &Crew, rules: &Rules) -> Result<(), TestCaseError> {
    let team = library::team(crew);
    let prepared = PreparedTeam::new(&team, library::horizon(crew));
    let (policy, law) = (library::policy(rules), rules);
    let lineup = Lineup::of(crew);
    let profile = |one: usize| prepared.profile_of(team.member(lineup.people[one].place).expect("a member"));
    let distinct = |people: &[usize]| {
        let mut profiles: Vec<ProfileId> = Vec::new();
        for one in people {
            if !profiles.contains(&profile(*one)) {
                profiles.push(profile(*one));
            }
        }
        profiles
    };

    let found = Pods::of(&prepared, &policy);
    let plan = Plan::of(&prepared, &policy);
    if lineup.meet(&lineup.everybody(), law) {
        let whole = &[lineup.everybody()][..];
        let (pods, isolated) = if lineup.people.len() > 1 { (whole, &[][..]) } else { (&[][..], whole) };
        let expected: Vec<_> = pods.iter().map(|pod| distinct(pod)).collect();
        prop_assert_eq!((&found.pods, found.isolated.len()), (&expected, isolated.len()));
        return Ok(());
    }
    let (with_half, anyhow) = (hybrid(&lineup, law), fewest(&lineup, law));
    let expected: Partition = with_half.clone().or(anyhow.clone()).expect("everybody has hours");
    let pods: Vec<_> = expected.pods().into_iter().map(|pod| distinct(pod)).collect();
    prop_assert_eq!(&found.pods, &pods, "{}", tz_versions());
    prop_assert_eq!(&found.isolated, &distinct(&expected.isolated()), "{}", tz_versions());
    prop_assert_eq!(
        (found.parts as usize, found.sharing as usize, found.members as usize),
        (expected.parts.len(), expected.sharing, lineup.people.len())
    );
    let minima: Vec<_> = expected.pods().into_iter().map(|pod| lineup.year_min(pod)).collect();
    let found_minima = found.year_min.iter().map(|daily| (daily.minutes_per_week, daily.days));
    prop_assert_eq!(
        found_minima.collect::<Vec<_>>(),
        minima.iter().map(|d| (d.minutes, d.days)).collect::<Vec<_>>()
    );
    let bridged = found.bridges(&prepared, &policy);
    let mut expected_bridges: Vec<(ProfileId, usize)> = Vec::new();
    for (one, pod) in bridges(&lineup, &expected) {
        if !expected_bridges.contains(&(profile(one), pod)) {
            expected_bridges.push((profile(one), pod));
        }
    }
    expected_bridges
        .sort_by_key(|(profile, pod)| (*pod, prepared.required().iter().position(|p| p == profile)));
    prop_assert_eq!(
        bridged.iter().map(|bridge| (bridge.profile, bridge.to_pod)).collect::<Vec<_>>(),
        expected_bridges,
        "{}",
        tz_versions()
    );

    let standing = plan.verdict().standing;
    prop_assert_eq!(standing.model, plan.verdict().model);
    if standing.model >= Model::Hybrid {
        prop_assert_eq!(standing.model == Model::Hybrid, with_half.is_some());
        let of = with_half.clone().or(anyhow.clone()).expect("everybody has hours");
        let shape = (standing.sharing, standing.parts);
        prop_assert_eq!(shape, (Some(of.sharing as u32), Some(of.parts.len() as u32)));
        check_numbers(&plan, &lineup, with_half.as_ref(), rules)?;
    } else {
        prop_assert_eq!((standing.sharing, standing.parts), (None, None));
    }

    REACHED.with_borrow_mut(|reached| {
        let half = |partition: &Partition| 2 * partition.sharing >= lineup.people.len();
        let marked = |one: &usize| crew.people[lineup.people[*one].place].mark == Mark::Required;
        reached.hybrid += u32::from(with_half.is_some());
        reached.isolated += u32::from(!expected.isolated().is_empty());
        reached.two_pods += u32::from(pods.len() > 1);
        reached.bridges += u32::from(!bridged.is_empty());
        reached.less_than_half += u32::from(with_half.is_none() && !anyhow.as_ref().is_some_and(half));
        reached.marks_forbid += u32::from(with_half.is_none() && anyhow.as_ref().is_some_and(half));
        reached.marks_change += u32::from(with_half.as_ref().is_some_and(|pods| {
            pods.pods().into_iter().flatten().any(marked)
                && Some(pods.parts.len()) > anyhow.map(|any| any.parts.len())
        }));
        let patterns = crate::support::law::pods::patterns(&lineup).len();
        reached.alike_in_patterns += u32::from(patterns < prepared.required().len());
    });
    Ok(())
}

/// What a plan says of each pod, season by season and of the year.
fn check_numbers(
    plan: &Plan,
    lineup: &Lineup,
    partition: Option<&Partition>,
    rules: &Rules,
) -> Result<(), TestCaseError> {
    let pods = partition.map(|partition| partition.pods()).unwrap_or_default();
    prop_assert_eq!(plan.pod_years().len(), pods.len());
    for (place, pod) in pods.into_iter().enumerate() {
        let (overlaps, targets) = (lineup.overlaps(pod), lineup.effective_targets(pod, rules));
        for (season, found) in plan.seasons().enumerate() {
            let shared = &found.pods[place];
            prop_assert!(is_daily(shared.daily, overlaps[season]));
            let (found, expected) = (shared.effective_target, targets[season]);
            prop_assert_eq!(
                u64::from(found.minutes_per_week) * u64::from(expected.days),
                u64::from(expected.minutes) * u64::from(found.days)
            );
            let weeks = lineup.weeks(season, pod);
            prop_assert_eq!(shared.meets, crate::support::law::target::meets(&weeks, rules.target));
        }
        let (found, expected): (&YearOverlap, Year) = (&plan.pod_years()[place], lineup.year(pod));
        for (found, expected) in [
            (found.min, expected.min),
            (found.median, expected.median),
            (found.max, expected.max),
            (found.usual, expected.usual),
        ] {
            prop_assert!(found.minutes_per_week * expected.days == expected.minutes * found.days);
        }
        prop_assert_eq!(found.drift.len(), expected.drift.len());
    }
    Ok(())
}

fn is_daily(found: PerDay, expected: Daily) -> bool {
    (found.minutes_per_week, found.days) == (expected.minutes, expected.days)
}

#[test]
fn parts_isolated_people_bridges_and_standing() {
    let crews = (yearly_crew(2..=6), rules());
    let is_whole = |reached: &Reached| {
        let Reached { hybrid, isolated, two_pods, bridges, marks_forbid, less_than_half, .. } = reached;
        let all = [hybrid, isolated, two_pods, bridges, marks_forbid, less_than_half];
        all.into_iter().all(|count| *count > 0)
    };
    let check = |(crew, rules)| check(&crew, &rules);
    let whole = drawn_until_whole(cases(120), &crews, check, || REACHED.with_borrow(is_whole));
    REACHED.with_borrow(|reached| assert!(whole, "{reached:?}"));
}
