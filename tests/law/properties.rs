//! What must hold whatever the team.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::cases;
use crate::support::law::circle::{Circle, WEEK};
use crate::support::law::fit::{Answer, Hire};
use crate::support::law::generators::{dated_crew, rules, yearly_crew};
use crate::support::law::lineup::Lineup;
use crate::support::law::plan::{Plan, Plans};
use crate::support::law::reply::replies;
use crate::support::law::steps::{best_move, reach};
use crate::support::law::target::{average_day, daily_overlap, effective_target, meets};
use crate::support::law::verdict::{Model, Verdict, standing};
use crate::support::law::week::Week;

/// "Enough to test: the members with at least d workdays and an average day of at least a, for each d and a
/// present."
fn meets_by_short_cut(group: &[&Week], target: u32) -> bool {
    group.iter().all(|least| {
        group.iter().all(|other| {
            let (days, average) = (least.workdays, average_day(other));
            let counts = |week: &&&Week| week.workdays >= days && average_day(week) >= average;
            let chosen: Vec<&Week> = group.iter().filter(counts).copied().collect();
            chosen.is_empty() || daily_overlap(&chosen) >= effective_target(&chosen, target)
        })
    })
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn a_turned_circle_is_a_circle_of_turned_minutes(minutes in vec(0..WEEK, 0..9), by in -WEEK..WEEK) {
        let circle = |by: i32| {
            let mut circle = Circle::empty(WEEK);
            minutes.iter().for_each(|minute| circle.add(minute + by));
            circle
        };
        prop_assert_eq!(circle(0).turned(by), circle(by));
    }

    #[test]
    fn subgroups_need_not_all_be_tested(crew in yearly_crew(2..=5), rules in rules()) {
        let lineup = Lineup::of(&crew);
        for season in 0..lineup.seasons.len() {
            let group = lineup.weeks(season, &lineup.everybody());
            prop_assert_eq!(meets(&group, rules.target), meets_by_short_cut(&group, rules.target));
        }
    }

    #[test]
    fn who_meets_the_target_goes_on_when_somebody_leaves(crew in yearly_crew(2..=5), rules in rules()) {
        let lineup = Lineup::of(&crew);
        if lineup.meet(&lineup.everybody(), &rules) {
            for one in lineup.everybody() {
                let mut others = lineup.everybody();
                others.retain(|other| *other != one);
                prop_assert!(others.is_empty() || lineup.meet(&others, &rules));
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn what_a_higher_target_reaches_a_lower_one_does(crew in yearly_crew(2..=3), rules in rules()) {
        let lineup = Lineup::of(&crew);
        let reach = reach(&lineup, &rules);
        prop_assert!(reach.natural <= reach.with_plans);
        let mut target = rules.step as u32;
        while target <= reach.with_plans {
            let lower = rules.with_target(target);
            prop_assert!(standing(&lineup, &lower).model.is_of_everyone(), "{target} of {reach:?}");
            prop_assert!(target > reach.natural || lineup.meet(&lineup.everybody(), &lower));
            target += rules.step as u32;
        }
    }

    #[test]
    fn a_plan_for_all_the_year_is_one_for_its_seasons(crew in yearly_crew(2..=4), rules in rules()) {
        let lineup = Lineup::of(&crew);
        let plans = Plans::of(&lineup, &rules);
        if let Some((season, plan)) = plans.all_year() {
            prop_assert!(plans.overlap_with_shifts());
            prop_assert!(plans.cheapest(season).is_some_and(|cheapest| cheapest.burden <= plan.burden));
        }
    }

    #[test]
    fn the_order_of_people_changes_nothing(crew in yearly_crew(3..=4), rules in rules(), by in 1_usize..3) {
        let count = crew.people.len();
        let order: Vec<usize> = (0..count).map(|place| (place + by) % count).collect();
        let other = crew.reordered(&order);
        let (a, b) = (Lineup::of(&crew), Lineup::of(&other));
        let (here, there) = (Verdict::of(&a, &rules), Verdict::of(&b, &rules));
        prop_assert_eq!(here.standing, there.standing);
        let cost = |plan: &Option<(usize, Plan)>| {
            plan.as_ref().map(|(season, plan)| (*season, plan.burden, plan.largest, plan.moved))
        };
        prop_assert_eq!(cost(&here.all_year), cost(&there.all_year));
        prop_assert_eq!(cost(&here.trap), cost(&there.trap));
        // The same parts in the same order, by places in the first roster.
        let parts = |verdict: &Verdict, lineup: &Lineup, place: &dyn Fn(usize) -> usize| {
            let places = |part: &Vec<usize>| {
                let places = part.iter().map(|one| place(lineup.people[*one].place));
                places.collect::<BTreeSet<usize>>()
            };
            verdict.pods.as_ref().map(|pods| pods.parts.iter().map(places).collect::<Vec<_>>())
        };
        prop_assert_eq!(parts(&here, &a, &|place| place), parts(&there, &b, &|place| order[place]));
    }
}

proptest! {
    #![proptest_config(cases(50))]

    #[test]
    fn a_clone_of_a_member_fits_and_one_of_somebody_isolated_relieves_them(
        crew in yearly_crew(2..=3), rules in rules(), of in 0_usize..3,
    ) {
        let lineup = Lineup::of(&crew);
        let one = of % lineup.people.len();
        let place = lineup.people[one].place;
        let verdict = Verdict::of(&lineup, &rules);
        let fit = Hire::new(crew.clone(), crew.people[place].clone()).fit(&rules);
        match verdict.pods.as_ref().map(|pods| pods.isolated().contains(&one)) {
            Some(true) => {
                prop_assert_ne!(fit.answer, Answer::Fits);
                prop_assert!(fit.relieves.contains(&place));
            }
            None if verdict.model == Model::Async => {}
            _ => prop_assert_eq!(fit.answer, Answer::Fits, "{:?}", fit),
        }
    }

    #[test]
    fn the_order_of_people_changes_no_fit(crew in yearly_crew(3..=4), rules in rules()) {
        let mut team = crew;
        let candidate = team.people.pop().expect("somebody");
        let order: Vec<usize> = (0..team.people.len()).rev().collect();
        let here = Hire::new(team.clone(), candidate.clone()).fit(&rules);
        let there = Hire::new(team.reordered(&order), candidate).fit(&rules);
        prop_assert_eq!(
            (here.answer, here.shift, here.trap, here.asked.before, here.pods, here.bridged),
            (there.answer, there.shift, there.trap, there.asked.before, there.pods, there.bridged)
        );
    }

    #[test]
    fn a_move_reaches_what_the_moved_team_has(crew in yearly_crew(2..=3), rules in rules()) {
        if let Some(step) = best_move(&crew, &rules) {
            let lineup = Lineup::of(&crew);
            let one = lineup.people.iter().position(|one| one.place == step.person).expect("required");
            let moved = Verdict::of(&lineup.with_one_moved(one, step.shift), &rules);
            prop_assert_eq!(moved.standing, step.reaches);
        }
    }

    #[test]
    fn nobody_is_blocked_longer_than_they_wait(crew in dated_crew(2..=3)) {
        if let Some(replies) = replies(&crew, &[(0, vec![1])]) {
            prop_assert_eq!(replies.wait.none, replies.blocked.none);
            for (wait, blocked) in [
                (replies.wait.mean, replies.blocked.mean),
                (replies.wait.p50, replies.blocked.p50),
                (replies.wait.p95, replies.blocked.p95),
                (replies.wait.worst, replies.blocked.worst),
            ] {
                prop_assert!(wait.is_some() == blocked.is_some() && blocked <= wait);
            }
        }
    }
}
