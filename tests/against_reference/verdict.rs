//! The verdict with its evidence: standing, binding members, peers, reach and next steps.

use std::cell::RefCell;

use proptest::prelude::*;
use tzplan::verdict::{Standing, Step};
use tzplan::{Change, Model, PerDay, Plan, PreparedTeam, ProfileId, Team};

use crate::support::law::generators::{rules, yearly_crew};
use crate::support::law::lineup::Lineup;
use crate::support::law::people::{Crew, Mark};
use crate::support::law::rules::Rules;
use crate::support::law::steps::{best_move, best_optional, reach};
use crate::support::law::target::Daily;
use crate::support::law::verdict::{
    Model as LawModel, Standing as LawStanding, Verdict, binding, without_peer,
};
use crate::support::{cases, drawn_until_whole, library, tz_versions};

/// What the comparisons came upon.
#[derive(Default, Debug)]
struct Reached {
    moves: u32,
    moves_of_pods: u32,
    optional: u32,
    optional_marked: u32,
    both: u32,
    doubles: u32,
    none: u32,
    reach_by_plans: u32,
    no_reach: u32,
}

thread_local! {
    static REACHED: RefCell<Reached> = RefCell::default();
}

fn model(model: LawModel) -> Model {
    match model {
        LawModel::Overlap => Model::Overlap,
        LawModel::OverlapWithShifts => Model::OverlapWithShifts,
        LawModel::Hybrid => Model::Hybrid,
        LawModel::Async => Model::Async,
    }
}

fn is_standing(found: Standing, expected: LawStanding) -> bool {
    let in_parts = !expected.model.is_of_everyone();
    let count = |count: usize| in_parts.then_some(count as u32);
    (found.model, found.sharing, found.parts)
        == (model(expected.model), count(expected.sharing), count(expected.parts))
}

fn is_daily(found: PerDay, expected: Daily) -> bool {
    (found.minutes_per_week, found.days) == (expected.minutes, expected.days)
}

struct Planned {
    team: Team,
    prepared: PreparedTeam,
    plan: Plan,
}

impl Planned {
    fn of(team: Team, crew: &Crew, rules: &Rules) -> Self {
        let prepared = PreparedTeam::new(&team, library::horizon(crew));
        let plan = Plan::of(&prepared, &library::policy(rules));
        Self { team, prepared, plan }
    }

    fn profile(&self, place: usize) -> ProfileId {
        self.prepared.profile_of(self.team.member(place).expect("a member"))
    }
}

fn check_evidence(crew: &Crew, rules: &Rules) -> Result<(), TestCaseError> {
    let (lineup, library) = (Lineup::of(crew), Planned::of(library::team(crew), crew, rules));
    let (found, expected) = (library.plan.verdict(), Verdict::of(&lineup, rules));
    prop_assert_eq!(found.model, model(expected.model), "{}", tz_versions());
    prop_assert!(
        is_standing(found.standing, expected.standing),
        "{:?} {:?}",
        found.standing,
        expected.standing
    );

    let profile = |one: usize| library.profile(lineup.people[one].place);
    let expected = binding(&lineup);
    prop_assert_eq!(found.binding.len(), expected.len(), "{:?} {:?}", &found.binding, expected);
    for (found, (people, without)) in found.binding.iter().zip(expected) {
        prop_assert_eq!(found.profile, profile(people[0]));
        prop_assert!(is_daily(found.year_min_without, without), "{:?} {:?}", found, without);
    }
    let mut alone: Vec<ProfileId> = Vec::new();
    if found.model == Model::Async {
        for one in without_peer(&lineup, rules) {
            if !alone.contains(&profile(one)) {
                alone.push(profile(one));
            }
        }
    }
    prop_assert_eq!(&found.no_peer, &alone);
    Ok(())
}

fn check_steps(crew: &Crew, rules: &Rules) -> Result<(), TestCaseError> {
    let (lineup, library) = (Lineup::of(crew), Planned::of(library::team(crew), crew, rules));
    let verdict = library.plan.verdict();
    let about = || format!("{:?} of {:?}; {}", verdict.steps, verdict.standing, tz_versions());
    let (mut moved, mut optional) = (best_move(crew, rules), best_optional(crew, rules));
    if library.plan.verdict().model == Model::Overlap {
        (moved, optional) = (None, None);
    }
    let found = |wanted: fn(&Step) -> bool| verdict.steps.iter().find(|step| wanted(step));
    let (found_move, found_optional) = (
        found(|step| matches!(step, Step::Move { .. })),
        found(|step| matches!(step, Step::Optional { .. })),
    );
    prop_assert_eq!(found_move.is_some(), moved.is_some(), "{:?} {}", moved, about());
    if let (Some(Step::Move { member, shift, reaches, .. }), Some(expected)) = (found_move, moved) {
        prop_assert_eq!((member.index(), shift.minutes()), (expected.person, expected.shift), "{}", about());
        prop_assert!(is_standing(*reaches, expected.reaches), "{:?} {}", expected, about());
    }
    prop_assert_eq!(found_optional.is_some(), optional.is_some(), "{:?} {}", optional, about());
    if let (Some(Step::Optional { member, year_min, reaches, .. }), Some(expected)) =
        (found_optional, optional)
    {
        prop_assert_eq!(member.index(), expected.person, "{:?} {}", expected, about());
        prop_assert!(is_daily(*year_min, expected.year_min), "{:?} {}", expected, about());
        prop_assert!(is_standing(*reaches, expected.reaches), "{:?} {}", expected, about());
    }
    let order = |step: &Step| (step.reaches(), matches!(step, Step::Optional { .. }));
    prop_assert!(verdict.steps.is_sorted_by_key(order), "{}", about());

    let expected = reach(&lineup, rules);
    let reach = verdict.reach;
    prop_assert_eq!(
        (reach.natural.get(), reach.with_plans.get()),
        (expected.natural, expected.with_plans),
        "{}",
        about()
    );
    told_again(&library, crew, rules)?;

    REACHED.with_borrow_mut(|reached| {
        let same_model = |step: &&Step| step.reaches().model == verdict.model;
        let all_marked = lineup.people.iter().all(|one| one.marked);
        reached.moves += u32::from(found_move.is_some());
        reached.moves_of_pods += u32::from(found_move.as_ref().is_some_and(same_model));
        reached.optional += u32::from(found_optional.is_some());
        reached.optional_marked += u32::from(found_optional.is_some() && all_marked);
        let profiles = library.prepared.required().len();
        reached.doubles += u32::from(profiles < lineup.people.len() && !verdict.steps.is_empty());
        reached.both += u32::from(verdict.steps.len() == 2);
        reached.none += u32::from(verdict.steps.is_empty() && verdict.model != Model::Overlap);
        reached.reach_by_plans += u32::from(reach.with_plans > reach.natural);
        reached.no_reach += u32::from(reach.with_plans.get() == 0);
    });
    Ok(())
}

/// What a step says is what a plan of the changed team says.
fn told_again(library: &Planned, crew: &Crew, rules: &Rules) -> Result<(), TestCaseError> {
    for step in &library.plan.verdict().steps {
        let change = match step {
            Step::Move { member, shift, .. } => Change::Shift { member: *member, by: *shift },
            Step::Optional { member, .. } => Change::Optional { member: *member },
            _ => continue,
        };
        let changed = library.team.changed([change]).expect("a member");
        let then = Planned::of(changed, crew, rules);
        prop_assert_eq!(then.plan.verdict().standing, step.reaches(), "{:?}", step);
        if let Step::Optional { year_min, .. } = step {
            prop_assert_eq!(then.plan.year().min, *year_min);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn the_first_model_that_holds_with_its_evidence(crew in yearly_crew(2..=5), rules in rules()) {
        check_evidence(&crew, &rules)?;
    }
}

/// Crews in which some people have doubles, who may be marked otherwise.
fn crew_with_doubles() -> impl Strategy<Value = Crew> {
    let doubles = prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..=2);
    (yearly_crew(2..=4), doubles).prop_map(|(mut crew, doubles)| {
        for (whom, marked) in doubles {
            let mut double = whom.get(&crew.people).clone();
            if marked && double.mark != Mark::Optional {
                double.mark = Mark::Required;
            }
            crew.people.push(double);
        }
        crew
    })
}

#[test]
fn next_steps_and_reach() {
    let crews = (crew_with_doubles(), rules());
    let is_whole = |reached: &Reached| {
        let Reached { moves, moves_of_pods, optional, both, doubles, none, .. } = reached;
        let steps = [moves, moves_of_pods, optional, both, doubles, none];
        let others = [reached.reach_by_plans, reached.no_reach, reached.optional_marked];
        steps.into_iter().copied().chain(others).all(|count| count > 0)
    };
    let check = |(crew, rules)| check_steps(&crew, &rules);
    let whole = drawn_until_whole(cases(150), &crews, check, || REACHED.with_borrow(is_whole));
    REACHED.with_borrow(|reached| assert!(whole, "{reached:?}"));
}
