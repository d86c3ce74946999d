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

    #[test]
    fn the_required_wait_for_each_other(crew in dated_crew(1..=5)) {
        let (team, horizon) = (crew.team(), crew.horizon());
        let required = crew.required();
        let others = |one: usize| required.iter().copied().filter(|other| *other != one).collect();
        let questions: Vec<_> = required.iter().map(|one| (*one, others(*one))).collect();
        equal(Replies::new(&PreparedTeam::new(&team, horizon.clone())).within_team(), waits(&crew, &questions))?;
    }
}
