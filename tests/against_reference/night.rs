//! Night work as stated, and what everyone shares in reasonable hours.

use proptest::prelude::*;
use tzplan::fit::Opening;
use tzplan::{Model, PerDay, Plan, PreparedTeam};

use crate::support::crew::Crew;
use crate::support::generators::{rules, yearly_crew};
use crate::support::law::lineup::Lineup;
use crate::support::law::verdict::{night_work, reasonable_year_min};
use crate::support::law::week::{Week, night_work as night_of};
use crate::support::law::{self, people};
use crate::support::reference::target::Rules;
use crate::support::{cases, tz_versions};

/// The minutes that somebody shares with everyone at night, in the season with the most.
fn shared_at_night(lineup: &Lineup, one: usize, rules: &law::rules::Rules) -> u32 {
    let in_season = |season: usize| {
        let weeks = lineup.weeks(season, &lineup.everybody());
        let shared = weeks.iter().skip(1).fold(weeks[0].at_work.clone(), |all, week| all.and(&week.at_work));
        // Work outside what is shared taken away, what is left at night is shared.
        let posts = weeks[one].posts.iter().map(|(post, lead)| (post.and(&shared), *lead)).collect();
        Week { posts, ..weeks[one].clone() }.night_minutes(rules)
    };
    (0..lineup.seasons.len()).map(in_season).max().expect("a season")
}

fn check(crew: &Crew, by_the_law: &people::Crew, rules: &Rules) -> Result<(), TestCaseError> {
    let team = crew.team();
    let prepared = PreparedTeam::new(&team, crew.horizon());
    let (policy, rules) = (rules.policy(), rules.by_the_law());
    let plan = Plan::of(&prepared, &policy);
    let (night, lineup) = (&plan.verdict().night, Lineup::of(by_the_law));

    for (member, person) in team.members().zip(&by_the_law.settled().people) {
        let found = prepared.night_minutes_per_week(prepared.profile_of(member), &policy);
        prop_assert_eq!(found.get(), night_of(person, by_the_law.from, &rules), "{}", tz_versions());
    }

    let of = |place: usize| {
        let profile = prepared.profile_of(team.member(place).expect("a member"));
        night.profiles.iter().find(|one| one.profile == profile)
    };
    let required = by_the_law.required();
    let found: Vec<_> =
        required.iter().filter_map(|one| Some((*one, of(*one)?.minutes_per_week.get()))).collect();
    prop_assert_eq!(found, night_work(by_the_law, &rules), "{}", tz_versions());
    for (one, place) in required.iter().enumerate() {
        if let Some(found) = of(*place) {
            let expected = shared_at_night(&lineup, one, &rules);
            prop_assert_eq!(found.shared_minutes_per_week.get(), expected, "{}", tz_versions());
        }
    }

    let least = reasonable_year_min(&lineup, &rules);
    let expected = PerDay { minutes_per_week: least.minutes, days: least.days };
    prop_assert!(night.reasonable_year_min.cmp_value(expected).is_eq(), "{:?} {}", night, tz_versions());

    let everybody = lineup.everybody();
    let targets = lineup.effective_targets(&everybody, &rules).into_iter();
    let needed = targets.chain([lineup.year_min(&everybody)]).min().expect("a season");
    let rests = everybody.len() > 1
        && plan.verdict().model <= Model::OverlapWithShifts
        && night.is_shared()
        && least < needed;
    prop_assert_eq!(night.carries_overlap, rests);
    Ok(())
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn whose_nights_a_team_takes(
        crew in yearly_crew(2..=5), rules in rules(),
    ) {
        check(&crew, &crew.by_the_law(), &rules)?;
    }

    #[test]
    fn the_nights_of_a_candidate(
        crew in yearly_crew(2..=3), rules in rules(),
    ) {
        let mut by_the_law = crew.by_the_law().settled();
        let (team, candidate) = crew.with_candidate();
        let prepared = PreparedTeam::new(&team.team(), team.horizon());
        let opening = Opening::new(&prepared, &rules.policy());
        let (fit, rank) = (opening.judge(&candidate.schedule()), opening.rank(&candidate.schedule()));
        let candidate = by_the_law.people.pop().expect("somebody");
        let expected = night_of(&candidate, by_the_law.from, &rules.by_the_law());
        prop_assert_eq!(fit.stated_night_minutes_per_week.get(), expected, "{}", tz_versions());
        prop_assert_eq!(rank.night_minutes_per_week.get(), expected);
    }
}

/// The generated teams work at night, share nights, rest on them or not; otherwise the properties would say
/// little.
#[test]
fn every_kind_of_night_is_reached() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let (mut none, mut alone, mut part, mut carries, mut two_posts) = (0, 0, 0, 0, 0);
    for _ in 0..600 {
        let crew = yearly_crew(2..=5).new_tree(&mut runner).expect("a crew").current();
        let rules = rules().new_tree(&mut runner).expect("rules").current();
        let prepared = PreparedTeam::new(&crew.team(), crew.horizon());
        let plan = Plan::of(&prepared, &rules.policy());
        let night = &plan.verdict().night;
        let overlaps = plan.verdict().model <= Model::OverlapWithShifts;
        none += i32::from(night.profiles.is_empty());
        alone += i32::from(!night.profiles.is_empty() && !night.is_shared());
        part += i32::from(overlaps && night.is_shared() && !night.carries_overlap);
        carries += i32::from(night.carries_overlap);
        two_posts += i32::from(night.profiles.iter().any(|one| prepared.hours_of(one.profile).count() > 1));
    }
    let seen = [none, alone, part, carries, two_posts];
    assert!(seen.iter().all(|times| *times > 2), "{seen:?}");
}
