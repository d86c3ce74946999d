//! Reply waits.

use proptest::prelude::*;
use tzplan::PreparedTeam;
use tzplan::reply::{Delay, Replies, Wait};

use crate::support::generators::dated_crew;
use crate::support::reference::reply::{ExpectedDelay, ExpectedWait, waits};
use crate::support::{cases, tz_versions};

pub(crate) fn equal(found: Option<Wait>, expected: Option<ExpectedWait>) -> Result<(), TestCaseError> {
    let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-6 * b.abs().max(1.0),
        (a, b) => a == b,
    };
    let same_figures = |found: [Option<f64>; 4], worst: Option<u32>, expected: &ExpectedDelay| {
        let figures = [Some(expected.none), expected.mean, expected.p50, expected.p95];
        found.into_iter().zip(figures).all(|(found, expected)| close(found, expected))
            && worst == expected.worst
    };
    let same = match (&found, &expected) {
        (Some(found), Some(expected)) => {
            let Wait { none, mean, p50, p95, worst, blocked, .. } = *found;
            let Delay { none: free, mean: blocked_mean, p50: half, p95: most, worst: longest, .. } = blocked;
            same_figures([Some(none), mean, p50, p95], worst, &expected.elapsed)
                && same_figures([Some(free), blocked_mean, half, most], longest, &expected.blocked)
        }
        (None, None) => true,
        _ => false,
    };
    prop_assert!(same, "{:?} instead of {:?}; {}", found, expected, tz_versions());
    Ok(())
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn one_waits_for_another(crew in dated_crew(2..=3), silent in proptest::bool::weighted(0.1)) {
        let mut crew = crew;
        if silent {
            // Who never works never answers.
            crew.people[1].posts.iter_mut().for_each(|post| post.shifts.clear());
        }
        let (team, horizon) = (crew.team(), crew.horizon());
        let replies = Replies::new(&PreparedTeam::new(&team, horizon.clone()));
        equal(replies.between(0, 1), waits(&crew, &[(0, vec![1])]))?;
        equal(replies.between(1, 0), waits(&crew, &[(1, vec![0])]))?;
    }

    #[test]
    fn one_waits_for_anybody_else(crew in dated_crew(2..=5), chosen in 0_u8..32) {
        let (team, horizon) = (crew.team(), crew.horizon());
        let answers = |person: usize| chosen & (1 << person) != 0;
        let answerers = (1..crew.people.len()).filter(|person| answers(*person)).collect();
        let found = Replies::new(&PreparedTeam::new(&team, horizon.clone())).for_anybody(0, |other| answers(other.index()));
        equal(found, waits(&crew, &[(0, answerers)]))?;
    }

    /// Of every two people of one profile the waits are the same, by the reference; and a copy of somebody is
    /// always of their profile.
    #[test]
    fn a_profile_waits_alike(crew in dated_crew(2..=3), copied in 0_usize..3, chosen in 0_u8..16) {
        let mut crew = crew;
        let copied = copied % crew.people.len();
        crew.people.push(crew.people[copied].clone());
        let copy = crew.people.len() - 1;
        let (team, horizon) = (crew.team(), crew.horizon());
        let answers = |person: usize| chosen & (1 << person) != 0;
        let prepared = PreparedTeam::new(&team, horizon);
        let profiles = Replies::new(&prepared).profiles(|member| answers(member.index()));
        let everybody: usize = profiles.iter().map(|profile| profile.members.len()).sum();
        prop_assert_eq!(everybody, crew.people.len());
        prop_assert!(profiles.is_sorted_by_key(|profile| profile.members[0].index()));
        let place = |person: usize| {
            profiles.iter().position(|profile| profile.members.iter().any(|member| member.index() == person))
        };
        prop_assert_eq!(place(copied) == place(copy), answers(copied) == answers(copy));
        for profile in &profiles {
            let members: Vec<usize> = profile.members.iter().map(|member| member.index()).collect();
            prop_assert!(members.is_sorted() && members.iter().all(|one| answers(*one) == answers(members[0])));
            for (other, one) in (0..crew.people.len()).flat_map(|other| members.iter().map(move |one| (other, *one))) {
                // The first speaks for the others.
                if members.contains(&other) || one == members[0] {
                    continue;
                }
                let (asks, asked) = (waits(&crew, &[(one, vec![other])]), waits(&crew, &[(other, vec![one])]));
                let replies = Replies::new(&prepared);
                equal(replies.between(members[0], other), asks)?;
                equal(replies.between(other, members[0]), asked)?;
            }
        }
    }

    #[test]
    fn the_required_wait_for_each_other(crew in dated_crew(1..=5)) {
        let (team, horizon) = (crew.team(), crew.horizon());
        let required = crew.required();
        let others = |one: usize| required.iter().copied().filter(|other| *other != one).collect();
        let questions: Vec<_> = required.iter().map(|one| (*one, others(*one))).collect();
        equal(Replies::new(&PreparedTeam::new(&team, horizon.clone())).within_team(), waits(&crew, &questions))?;
    }
}
