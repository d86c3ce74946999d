//! Relations of plans: verdicts, seasons and years.

use proptest::prelude::*;
use tzplan::verdict::Step;
use tzplan::{Horizon, Member, Minutes, Model, PerDay, Plan, Policy, PreparedTeam, Team, WeeklyHours, Zone};

use crate::support::crew::{Crew, Person, Place, weekdays};
use crate::support::generators::{rules, yearly_crew};
use crate::support::reference::target::Rules;
use crate::support::{cases, date, tz_versions};
use crate::with_plan;

fn model(crew: &Crew, rules: &Rules) -> Model {
    with_plan(crew, rules, |_, plan| plan.verdict().model)
}

/// 900/5 and 720/4 have one value: whose pair is shown depends on who comes first.
pub(crate) fn lowest_terms(daily: PerDay) -> (u32, u32) {
    let common = (1..=daily.days)
        .rev()
        .find(|n| daily.days.is_multiple_of(*n) && daily.minutes_per_week.is_multiple_of(*n));
    let common = common.expect("one divides everything");
    (daily.minutes_per_week / common, daily.days / common)
}

/// Everything of a plan that has nothing to do with who comes first.
fn numbers(crew: &Crew, rules: &Rules) -> impl PartialEq + std::fmt::Debug {
    with_plan(crew, rules, |_, plan| {
        let (verdict, year) = (plan.verdict(), plan.year().clone());
        let seasons: Vec<_> = plan
            .seasons()
            .map(|season| {
                let shifts =
                    season.plan.map(|plan| (plan.kind, plan.affordable, plan.largest_shift, plan.burden));
                let overlap = season.overlap;
                let goal = lowest_terms(overlap.effective_target);
                (season.season, overlap.daily, goal, overlap.meets, overlap.windows.clone(), shifts)
            })
            .collect();
        let mut binding: Vec<_> = verdict.binding.iter().map(|binding| binding.year_min_without).collect();
        // Equal values stand in roster order.
        binding.sort_by(|a, b| a.cmp_value(*b).then(a.days.cmp(&b.days)));
        let kind = |step: &Step| (std::mem::discriminant(step), step.reaches());
        let steps: Vec<_> = verdict.steps.iter().map(kind).collect();
        let pods = verdict
            .pods
            .as_ref()
            .map(|pods| (pods.parts, pods.pods.len(), pods.sharing, pods.worst_year_min.map(lowest_terms)));
        let trap = verdict.trap.as_ref().map(|trap| trap.season);
        let alone = verdict.no_peer.len();
        (verdict.model, year, seasons, binding, pods, trap, alone, verdict.reach, verdict.standing, steps)
    })
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn running_twice_is_identical(crew in yearly_crew(1..=5), rules in rules()) {
        let whole = |crew: &Crew| with_plan(crew, &rules, |_, plan| format!("{plan:?}"));
        prop_assert_eq!(whole(&crew), whole(&crew));
    }

    #[test]
    fn names_change_nothing(crew in yearly_crew(1..=4), rules in rules()) {
        let plan = |team: &Team| format!("{:?}", Plan::of(&PreparedTeam::new(team, crew.horizon()), &rules.policy()));
        let mut renamed = Team::new();
        for (person, name) in crew.people.iter().zip(["Zoë", "", "Ana", "Ana", "O'Neil, \"Pat\""]) {
            renamed.add(person.member(name).team("Blue").role("Support"));
        }
        prop_assert_eq!(plan(&crew.team()), plan(&renamed));
    }

    #[test]
    fn member_order_changes_no_number_of_a_plan(crew in yearly_crew(2..=5), rules in rules(), by in 1_usize..5) {
        let mut turned = crew.clone();
        turned.people.rotate_left(by % crew.people.len());
        prop_assert_eq!(numbers(&crew, &rules), numbers(&turned, &rules), "{}", tz_versions());
    }

    #[test]
    fn who_meets_the_target_keeps_meeting_it_when_somebody_leaves(crew in yearly_crew(2..=5), rules in rules()) {
        let crew = crew.all_required();
        prop_assume!(model(&crew, &rules) == Model::Overlap);
        for leaver in 0..crew.people.len() {
            let mut others = crew.clone();
            others.people.remove(leaver);
            prop_assert_eq!(model(&others, &rules), Model::Overlap, "without {}; {}", leaver, tz_versions());
        }
    }

    #[test]
    fn one_person_alone_always_meets_it(crew in yearly_crew(1..=1), rules in rules()) {
        prop_assert_eq!(model(&crew, &rules), Model::Overlap, "{}", tz_versions());
    }

    #[test]
    fn a_higher_target_never_improves_the_verdict(crew in yearly_crew(2..=4), rules in rules(), by in 1_u32..240) {
        let raised = Rules { target: rules.target + by, ..rules.clone() };
        // A target off the step grid may miss what a higher one hits.
        let by_model = |rules: &Rules| match model(&crew, rules) {
            Model::OverlapWithShifts | Model::Overlap => None,
            other => Some(other),
        };
        let natural = |rules: &Rules| model(&crew, rules) == Model::Overlap;
        prop_assert!(!natural(&raised) || natural(&rules), "{}", tz_versions());
        if let (Some(low), Some(high)) = (by_model(&rules), by_model(&raised)) {
            prop_assert!(high >= low, "{:?} then {:?}; {}", low, high, tz_versions());
        }
    }

    #[test]
    fn a_higher_target_on_the_same_grid_never_improves_the_verdict(
        crew in yearly_crew(2..=4), rules in rules(), steps in 1_u32..6
    ) {
        let step = rules.step as u32;
        let rules = Rules { target: rules.target.next_multiple_of(step), ..rules };
        let raised = Rules { target: rules.target + steps * step, ..rules.clone() };
        prop_assume!(raised.target <= 1440);
        let (low, high) = (model(&crew, &rules), model(&crew, &raised));
        prop_assert!(high >= low, "{} then {}; {}", low, high, tz_versions());
    }

    #[test]
    fn more_grace_and_more_room_to_move_never_worsen_the_verdict(crew in yearly_crew(2..=4), rules in rules()) {
        let patient = Rules { grace_days: rules.grace_days + 30, ..rules.clone() };
        prop_assert!(model(&crew, &patient) <= model(&crew, &rules), "{}", tz_versions());
        let roomy = Rules { max_shift: 720, ..rules.clone() };
        prop_assert!(model(&crew, &roomy) <= model(&crew, &rules), "{}", tz_versions());
    }
}

/// A part-timer excuses nobody: two full-timers three hours apart in their days fail with or without one.
#[test]
fn a_part_timer_excuses_nobody() {
    let person = |text: &str| text.parse::<WeeklyHours>().expect("hours");
    let model = |hours: &[&str]| {
        let mut team = Team::new();
        for hours in hours {
            team.add(Member::new("", Zone::UTC).hours(person(hours)));
        }
        let horizon = Horizon::year(date("2026-11-23"), Zone::UTC).expect("a horizon");
        let prepared = PreparedTeam::new(&team, horizon);
        let plan = Plan::of(&prepared, &Policy::default());
        let season = plan.seasons().next().expect("a season");
        (season.overlap.daily, season.overlap.effective_target.floor(), season.overlap.meets)
    };
    let shared = |minutes_per_week, days| PerDay { minutes_per_week, days };
    // 9–17 and 14–22 share three hours; with 14–16 on Tuesday the group's two hours reach its own short
    // target.
    assert_eq!(model(&["9-17", "14-22"]), (shared(900, 5), Minutes(240), false));
    assert_eq!(model(&["9-17", "14-22", "Tue 14-16"]), (shared(120, 1), Minutes(120), false));
    assert_eq!(model(&["9-17", "9-17", "Tue 14-16"]), (shared(120, 1), Minutes(120), true));
}

#[test]
fn nobody_shares_with_somebody_without_hours() {
    let crew = |shifts| Crew {
        people: vec![Person::new(Place::Ahead(0), weekdays(9, 17)), Person::new(Place::Ahead(0), shifts)],
        from: date("2026-11-23"),
        days: 28,
        home: Place::Ahead(0),
    };
    assert_eq!(model(&crew(Vec::new()), &Rules::default()), Model::Async);
    assert_eq!(model(&crew(weekdays(9, 17)), &Rules::default()), Model::Overlap);
}
