//! Daily overlap, the target with every subgroup, and the statistics of the year.

use proptest::prelude::*;
use tzplan::pairs::pairs;
use tzplan::{PerDay, Plan, PreparedTeam};

use crate::support::crew::Crew;
use crate::support::generators::{rules, yearly_crew};
use crate::support::reference::target::{common, compare, daily_overlap, effective_target, meets, year};
use crate::support::reference::verdict::Lineup;
use crate::support::reference::week::windows;
use crate::support::{cases, tz_versions};

fn check(crew: &Crew, rules: &crate::support::reference::target::Rules) -> Result<(), TestCaseError> {
    let team = crew.team();
    let plan = Plan::of(&PreparedTeam::new(&team, crew.horizon()), &rules.policy());
    let lineup = Lineup::of(crew);
    let mut overlaps: Vec<(_, PerDay)> = Vec::new();
    prop_assert_eq!(plan.seasons().len(), lineup.seasons.len(), "{}", tz_versions());
    for (found, (season, weeks)) in plan.seasons().zip(&lineup.seasons) {
        let group: Vec<_> = weeks.iter().collect();
        let daily = daily_overlap(&group);
        prop_assert_eq!((found.season.first(), found.season.days()), (season.first, season.days));
        prop_assert_eq!(found.overlap.daily, daily, "{}", tz_versions());
        prop_assert!(compare(found.overlap.effective_target, effective_target(&group, rules.target)).is_eq());
        prop_assert_eq!(found.overlap.meets, meets(&group, rules.target), "{:?} {}", season, tz_versions());
        let shown: Vec<_> = found.overlap.windows.iter().map(|w| (w.start.get(), w.minutes.get())).collect();
        prop_assert_eq!(shown, windows(&common(&group)));
        overlaps.push((season.clone(), daily));
    }
    let (found, expected) = (plan.year(), year(&overlaps));
    prop_assert_eq!(
        (found.min, found.median, found.max, found.usual),
        (expected.min, expected.median, expected.max, expected.usual)
    );
    let drift: Vec<_> = found.drift.iter().map(|drift| (drift.dates.first(), drift.dates.last())).collect();
    prop_assert_eq!(
        drift,
        expected.drift.iter().map(|s| (s.first, s.last)).collect::<Vec<_>>(),
        "{}",
        tz_versions()
    );
    Ok(())
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn seasons_and_year_of_a_team(crew in yearly_crew(1..=5), rules in rules()) {
        check(&crew, &rules)?;
    }

    #[test]
    fn pairs_have_seasons_and_years_of_their_own(crew in yearly_crew(2..=3), rules in rules()) {
        let crew = Crew { people: crew.people[..2].to_vec(), ..crew }.all_required();
        let team = crew.team();
        let prepared = PreparedTeam::new(&team, crew.horizon());
        let profile = |place: usize| prepared.profile_of(team.member(place).expect("a member"));
        let pair = pairs(&prepared, profile(0), profile(1), &rules.policy());
        let lineup = Lineup::of(&crew);
        let mut overlaps = Vec::new();
        prop_assert_eq!(pair.seasons.len(), lineup.seasons.len(), "{}", tz_versions());
        for ((found, overlap), (season, weeks)) in pair.seasons.iter().zip(&lineup.seasons) {
            let group: Vec<_> = weeks.iter().collect();
            prop_assert_eq!((found.first(), found.days()), (season.first, season.days));
            prop_assert_eq!(overlap.daily, daily_overlap(&group), "{}", tz_versions());
            prop_assert_eq!(overlap.meets, meets(&group, rules.target));
            overlaps.push((season.clone(), daily_overlap(&group)));
        }
        let expected = year(&overlaps);
        prop_assert_eq!((pair.year.min, pair.year.usual), (expected.min, expected.usual), "{}", tz_versions());
        prop_assert_eq!(pair.year.drift.len(), expected.drift.len(), "{}", tz_versions());
        prop_assert_eq!(pair.meets, lineup.meet(&lineup.everybody(), &rules), "{}", tz_versions());
    }
}
