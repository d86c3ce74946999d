//! Hire fit: the answer with its shift or trap, what is shared, the hours gained, the waits.

use proptest::prelude::*;
use tzplan::fit::Opening;
use tzplan::{Model, PreparedTeam, Schedule};

use super::reply::equal;
use crate::support::crew::Crew;
use crate::support::generators::{dated_crew, rules, yearly_crew};
use crate::support::reference::fit::Hire;
use crate::support::reference::reply::waits;
use crate::support::reference::season::seasons;
use crate::support::reference::target::Rules;
use crate::support::reference::verdict::Lineup;
use crate::support::{cases, tz_versions};

/// The last person of a crew is the candidate.
fn hire(crew: Crew) -> (Hire, Schedule) {
    let (team, candidate) = crew.with_candidate();
    let schedule = candidate.schedule();
    (Hire::new(team, candidate), schedule)
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn the_answer_with_its_shift(crew in yearly_crew(2..=5), rules in rules()) {
        let rules = Rules { step: if crew.people.len() > 3 { rules.step.max(120) } else { rules.step }, ..rules };
        let (hire, schedule) = hire(crew);
        let team = hire.team.team();
        let prepared = PreparedTeam::new(&team, hire.team.horizon());
        let policy = rules.policy();
        let opening = Opening::new(&prepared, &policy);
        let fit = opening.judge(&schedule);
        let expected = hire.fit(&rules);

        prop_assert_eq!(fit.team_before, expected.team_before);
        prop_assert_eq!(fit.team_after, expected.team_after);
        prop_assert_eq!(fit.team_after_shift, expected.team_after_shift);
        prop_assert_eq!(fit.result, expected.result, "{:?} {:?}", &fit, &expected);
        prop_assert_eq!(fit.shift.as_ref().map(|moved| moved.shift.minutes()), expected.shift, "{}", tz_versions());
        prop_assert_eq!(fit.trap.as_ref().map(|moved| moved.shift.minutes()), expected.trap, "{}", tz_versions());
        let moved = fit.shift.as_ref().or(fit.trap.as_ref());
        prop_assert_eq!(moved.map(|moved| moved.night_minutes_per_week.get()), expected.night);
        prop_assert_eq!((&fit.pods, &fit.bridges), (&expected.pods, &expected.bridges));
        let profile = |place: usize| prepared.profile_of(team.member(hire.team.required()[place]).expect("a member"));
        let relieved: Vec<_> = expected.relieves.iter().map(|place| profile(*place)).collect();
        prop_assert_eq!(&fit.relieves, &relieved);

        let mut required = 0;
        for mate in hire.team.required() {
            let profile = prepared.profile_of(team.member(mate).expect("a member"));
            let found = fit.teammates.iter().find(|entry| entry.profile == profile).expect("a teammate");
            prop_assert_eq!((found.year_min, found.meets), hire.pair_year(mate, &rules));
            required += 1;
        }
        prop_assert_eq!(fit.teammates.iter().map(|mate| mate.members).sum::<u32>(), required);
    }
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn what_is_shared_and_gained(crew in yearly_crew(2..=6), rules in rules()) {
        let (hire, schedule) = hire(crew);
        let team = hire.team.team();
        let prepared = PreparedTeam::new(&team, hire.team.horizon());
        let policy = rules.policy();
        let opening = Opening::new(&prepared, &policy);
        let candidate = opening.candidate(&schedule);

        for mate in team.members() {
            let found = candidate.pair(prepared.profile_of(mate));
            let expected = hire.pair(mate.index(), &rules);
            let found: Vec<_> = found
                .seasons
                .iter()
                .map(|(season, shared)| (season.first(), season.last(), shared.daily, shared.meets))
                .collect();
            let expected: Vec<_> = expected.into_iter().map(|(s, daily, meets)| (s.first, s.last, daily, meets)).collect();
            prop_assert_eq!(found, expected, "{}", tz_versions());
        }

        let found: Vec<_> = candidate
            .coverage_gained()
            .iter()
            .map(|gained| (gained.season.first(), gained.season.last(), gained.minutes_per_week.get()))
            .collect();
        let expected: Vec<_> =
            hire.coverage_gained().into_iter().map(|(season, minutes)| (season.first, season.last, minutes)).collect();
        prop_assert_eq!(found, expected, "{}", tz_versions());

        let (before, after) = (Lineup::of(&hire.team), Lineup::of(&hire.joined));
        let overlap = candidate.team_overlap();
        let dates: Vec<_> = overlap.seasons.iter().map(|(season, ..)| (season.first(), season.last())).collect();
        let expected: Vec<_> = after.seasons.iter().map(|(season, _)| (season.first, season.last)).collect();
        prop_assert_eq!(dates, expected);
        prop_assert_eq!(overlap.before.min, before.year_min(&before.everybody()));
        prop_assert_eq!(overlap.after.min, after.year_min(&after.everybody()));
        let people = hire.joined.required();
        prop_assert_eq!(seasons(&hire.joined, &people).len(), candidate.seasons().len());
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn the_waits_both_ways(crew in dated_crew(2..=5)) {
        let (hire, schedule) = hire(crew);
        let team = hire.team.team();
        let prepared = PreparedTeam::new(&team, hire.team.horizon());
        let policy = Rules::default().policy();
        let opening = Opening::new(&prepared, &policy);
        let found = opening.candidate(&schedule).waits();
        let (required, candidate) = (hire.team.required(), hire.candidate());
        equal(found.asks, waits(&hire.joined, &[(candidate, required.clone())]))?;
        let asking: Vec<_> = required.into_iter().map(|mate| (mate, vec![candidate])).collect();
        equal(found.asked, waits(&hire.joined, &asking))?;
    }
}

/// The generated teams reach every answer; otherwise the properties above would say little.
#[test]
fn every_answer_is_reached() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;
    use tzplan::fit::FitResult;

    let mut runner = TestRunner::deterministic();
    let mut seen: Vec<(FitResult, Model, bool)> = Vec::new();
    for _ in 0..600 {
        let crew = yearly_crew(2..=5).new_tree(&mut runner).expect("a crew").current();
        let rules = rules().new_tree(&mut runner).expect("rules").current();
        let (hire, schedule) = hire(crew);
        let (team, policy) = (hire.team.team(), rules.policy());
        let prepared = PreparedTeam::new(&team, hire.team.horizon());
        let fit = Opening::new(&prepared, &policy).judge(&schedule);
        let kind = (fit.result, fit.team_before, fit.trap.is_some());
        if !seen.contains(&kind) {
            seen.push(kind);
        }
    }
    for before in [Model::Overlap, Model::OverlapWithShifts, Model::Hybrid, Model::Async] {
        for result in [FitResult::Fits, FitResult::FitsWithShift, FitResult::FitsAsync] {
            let reached = seen.iter().any(|(r, b, _)| (*r, *b) == (result, before));
            assert!(reached, "{result} for a team that is {before}");
        }
        assert!(seen.contains(&(FitResult::FitsAsync, before, true)), "a trap for a team that is {before}");
    }
}
