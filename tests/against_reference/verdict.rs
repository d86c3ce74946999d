//! The verdict with its evidence: pods, bridges, binding members, trap, peers and flip.

use proptest::prelude::*;
use tzplan::{Flip, Model, Plan, PreparedTeam, ProfileId};

use crate::support::crew::Crew;
use crate::support::generators::{rules, yearly_crew};
use crate::support::reference::flip::{ExpectedFlip, flip};
use crate::support::reference::pods::bridges;
use crate::support::reference::target::Rules;
use crate::support::reference::verdict::{Lineup, binding, model, trap, without_peer};
use crate::support::{cases, tz_versions};

fn check(crew: &Crew, rules: &Rules) -> Result<(), TestCaseError> {
    let team = crew.team();
    let prepared = PreparedTeam::new(&team, crew.horizon());
    let plan = Plan::of(&prepared, &rules.policy());
    let verdict = plan.verdict();
    let lineup = Lineup::of(crew);
    let profile = |place: usize| prepared.profile_of(team.member(place).expect("a member"));

    let (model, pods) = model(&lineup, rules);
    prop_assert_eq!(verdict.model, model, "{}", tz_versions());

    let found: Option<Vec<Vec<ProfileId>>> = verdict.pods.as_ref().map(|pods| pods.pods.clone());
    let expected = pods.as_ref().map(|expected| {
        let profiles_of = |pod: &Vec<usize>| {
            let mut profiles: Vec<ProfileId> = Vec::new();
            for place in pod.iter().map(|one| lineup.people[*one].0) {
                if !profiles.contains(&profile(place)) {
                    profiles.push(profile(place));
                }
            }
            profiles
        };
        expected.pods.iter().map(profiles_of).collect::<Vec<_>>()
    });
    prop_assert_eq!(found, expected, "{}", tz_versions());
    if let (Some(found), Some(expected)) = (&verdict.pods, &pods) {
        prop_assert!(found.exact);
        prop_assert_eq!(
            (found.sharing as usize, found.members as usize),
            (expected.sharing, lineup.people.len())
        );
        let isolated = expected.isolated.iter().map(|one| profile(lineup.people[*one].0));
        prop_assert_eq!(&found.isolated, &isolated.collect::<Vec<_>>());
        prop_assert_eq!(found.worst_year_min, expected.worst_year_min);
        let found: Vec<_> = verdict.bridges.iter().map(|bridge| (bridge.profile, bridge.to_pod)).collect();
        let expected = bridges(&lineup, expected);
        prop_assert_eq!(
            found,
            expected.into_iter().map(|(place, pod)| (profile(place), pod)).collect::<Vec<_>>()
        );
    }

    let found: Vec<_> =
        verdict.binding.iter().map(|binding| (binding.profile, binding.year_min_without)).collect();
    let expected = binding(&lineup).into_iter().map(|(place, without)| (profile(place), without));
    prop_assert_eq!(found, expected.collect::<Vec<_>>(), "{}", tz_versions());

    let expected = if model >= Model::Hybrid { trap(&lineup, rules) } else { None };
    prop_assert_eq!(
        verdict.trap.as_ref().map(|trap| trap.season),
        expected.as_ref().map(|(season, _)| *season)
    );
    let alone = if model == Model::Async { without_peer(&lineup, rules) } else { Vec::new() };
    prop_assert_eq!(&verdict.no_peer, &alone.into_iter().map(profile).collect::<Vec<_>>());
    Ok(())
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn the_first_model_that_holds_with_its_evidence(crew in yearly_crew(2..=5), rules in rules()) {
        check(&crew, &rules)?;
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn the_flip_is_the_first_change_that_helps(crew in yearly_crew(2..=4), rules in rules()) {
        // Every move is tried with every window of every season: coarse steps only.
        let rules = Rules { step: if crew.people.len() > 2 { rules.step.max(120) } else { rules.step.max(60) }, ..rules };
        let team = crew.team();
        let prepared = PreparedTeam::new(&team, crew.horizon());
        let found = Plan::of(&prepared, &rules.policy()).verdict().flip;
        let profile = |place: usize| prepared.profile_of(team.member(place).expect("a member"));
        let same = match (found, flip(&Lineup::of(&crew), &rules)) {
            (None, None) => true,
            (Some(found), Some(expected)) => match (found, expected) {
                (Flip::Move { profile: p, shift: s, model: m }, ExpectedFlip::Move { person, shift, model }) => {
                    (p, s.minutes(), m) == (profile(person), shift, model)
                }
                (Flip::Optional { profile: p, model: m }, ExpectedFlip::Optional { person, model }) => {
                    (p, m) == (profile(person), model)
                }
                (Flip::Target { target: t, model: m }, ExpectedFlip::Target { target, model }) => {
                    (t.get(), m) == (target, model)
                }
                _ => false,
            },
            _ => false,
        };
        prop_assert!(same, "{:?} instead of {:?}; {}", found, flip(&Lineup::of(&crew), &rules), tz_versions());
    }
}
