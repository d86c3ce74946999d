//! The cheapest window of a season, with the shifts it asks and what they cost.

use proptest::prelude::*;
use tzplan::{Plan, PreparedTeam};

use crate::support::crew::Crew;
use crate::support::generators::{rules, yearly_crew};
use crate::support::reference::target::{Rules, in_clock_range};
use crate::support::reference::verdict::Lineup;
use crate::support::reference::window::cheapest;
use crate::support::{cases, tz_versions};

fn check(crew: &Crew, rules: &Rules) -> Result<(), TestCaseError> {
    let team = crew.team();
    let prepared = PreparedTeam::new(&team, crew.horizon());
    let plan = Plan::of(&prepared, &rules.policy());
    let lineup = Lineup::of(crew);
    for (found, (season, weeks)) in plan.seasons().zip(&lineup.seasons) {
        if found.overlap.meets {
            prop_assert!(found.window.is_none(), "nobody moves where the target is met");
            continue;
        }
        let expected = cheapest(weeks, rules);
        let about = format!("{:?} {expected:?} {}", season.first, tz_versions());
        prop_assert_eq!(found.window.is_some(), expected.is_some(), "{:?} {}", found.window, about);
        let (Some(found), Some(expected)) = (found.window, expected) else { continue };
        prop_assert_eq!(
            (found.start.get(), found.length.get(), found.affordable),
            (expected.start as u32, expected.length as u32, expected.affordable),
            "{}",
            about
        );
        prop_assert_eq!(found.largest_shift.get(), expected.largest as u32, "{}", about);
        prop_assert_eq!(found.sum_of_shifts, expected.sum as u64, "{}", about);
        for ((place, _), (week, shift)) in lineup.people.iter().zip(weeks.iter().zip(&expected.shifts)) {
            let profile = prepared.profile_of(team.member(*place).expect("a member"));
            let asked = found.moves.iter().find(|asked| asked.profile == profile);
            prop_assert_eq!(asked.map_or(0, |asked| asked.shift.minutes()), *shift, "{}", about);
            let Some(asked) = asked else { continue };
            let at_night = week.moved_by(*shift).minutes_when(|minute| in_clock_range(minute, rules.night));
            prop_assert_eq!(asked.night_minutes_per_week.get(), at_night, "{}", about);
            prop_assert!((asked.share - f64::from(shift.abs()) / f64::from(expected.sum)).abs() < 1e-12);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn the_cheapest_window_is_the_first_that_holds(crew in yearly_crew(2..=4), rules in rules()) {
        check(&crew, &rules)?;
    }
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn the_cheapest_window_in_quarters_of_an_hour(crew in yearly_crew(2..=3), rules in rules()) {
        // Every quarter of an hour is tried: a week is enough.
        check(&Crew { days: 7, ..crew }, &Rules { step: 15, ..rules })?;
    }
}
