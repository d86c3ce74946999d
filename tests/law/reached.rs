//! A property is worth no more than the teams it is tried on: every branch of the semantics is reached.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::support::law::fit::{Answer, Fit, Hire};
use crate::support::law::generators::{dated_crew, rules, yearly_crew};
use crate::support::law::lineup::Lineup;
use crate::support::law::meeting::{Asks, Question};
use crate::support::law::people::{Crew, Mark, Person, Place, Stay};
use crate::support::law::plan::{Origin, Plan, Plans};
use crate::support::law::pods::bridges;
use crate::support::law::rotation::rotation;
use crate::support::law::rules::Rules;
use crate::support::law::steps::{MadeOptional, Move, Reach, best_move, best_optional, reach};
use crate::support::law::verdict::{Model, Verdict, binding, night_work, without_peer};

/// The same values in every run.
fn sample<T: std::fmt::Debug>(strategy: impl Strategy<Value = T>, values: usize) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..values).map(|_| strategy.new_tree(&mut runner).expect("a value").current()).collect()
}

/// At least one in so many has it.
fn one_in<T>(all: &[T], share: usize, what: &str, has: impl Fn(&T) -> bool) {
    let found = all.iter().filter(|one| has(one)).count();
    println!("{what}: {found} of {}", all.len());
    assert!(found * share >= all.len(), "{what}: {found} of {}", all.len());
}

fn people<'c>(crew: &'c Crew, test: impl Fn(&Person) -> bool + 'c) -> bool {
    crew.people.iter().any(test)
}

fn stays(crew: &Crew, test: impl Fn(&Stay) -> bool) -> bool {
    crew.people.iter().flat_map(|person| &person.posts).flat_map(|post| &post.stays).any(test)
}

#[test]
fn people_come_in_every_kind() {
    let crews = sample(yearly_crew(2..=4), 300);
    one_in(&crews, 6, "hours on another clock", |crew| {
        people(crew, |person| person.posts.iter().any(|post| post.hours_on.is_some()))
    });
    one_in(&crews, 3, "flex", |crew| people(crew, |person| person.flex.is_some_and(|flex| flex > 0)));
    one_in(&crews, 6, "a day that does not move", |crew| people(crew, |person| person.flex == Some(0)));
    one_in(&crews, 6, "some marked", |crew| {
        let required = crew.required();
        let marked = required.iter().filter(|one| crew.people[**one].mark == Mark::Required).count();
        0 < marked && marked < required.len()
    });
    one_in(&crews, 30, "all marked", |crew| !people(crew, |person| person.mark != Mark::Required));
    one_in(&crews, 6, "somebody optional", |crew| people(crew, |person| person.mark == Mark::Optional));
    one_in(&crews, 60, "all optional", |crew| !people(crew, |person| person.mark != Mark::Optional));
    one_in(&crews, 10, "days off", |crew| people(crew, |person| !person.days_off.is_empty()));
    one_in(&crews, 20, "two posts", |crew| people(crew, |person| person.posts.len() == 2));
    one_in(&crews, 8, "a short stay", |crew| stays(crew, |stay| stay.is_short(crew)));
    one_in(&crews, 20, "a longer stay", |crew| stays(crew, |stay| stay.to.is_some() && !stay.is_short(crew)));
    one_in(&crews, 20, "a move for good", |crew| stays(crew, |stay| stay.to.is_none()));
    let days = |stay: &Stay| stay.to.map_or(0, |to| (to - stay.from).num_days());
    for lengths in [1..=7, 8..=21, 22..=42, 43..=60] {
        one_in(&crews, 30, "a length of stays", |crew| stays(crew, |stay| lengths.contains(&days(stay))));
    }
}

/// What the reference finds for a crew.
struct Found {
    lineup: Lineup,
    verdict: Verdict,
    plans: Vec<Option<Plan>>,
    step: Option<Move>,
    optional: Option<MadeOptional>,
    reach: Reach,
    night: usize,
}

fn found((crew, rules): (Crew, Rules)) -> Found {
    let lineup = Lineup::of(&crew);
    let plans = Plans::of(&lineup, &rules);
    let plans = (0..lineup.seasons.len()).map(|season| plans.cheapest(season)).collect();
    Found {
        verdict: Verdict::of(&lineup, &rules),
        plans,
        step: best_move(&crew, &rules),
        optional: best_optional(&crew, &rules),
        reach: reach(&lineup, &rules),
        night: night_work(&crew, &rules).len(),
        lineup,
    }
}

#[test]
fn verdicts_of_every_kind_come_up_with_their_evidence() {
    let all: Vec<Found> = sample((yearly_crew(2..=4), rules()), 240).into_iter().map(found).collect();
    let is = |model| move |found: &Found| found.verdict.model == model;
    one_in(&all, 10, "overlap", is(Model::Overlap));
    one_in(&all, 20, "overlap with shifts", is(Model::OverlapWithShifts));
    one_in(&all, 20, "hybrid", is(Model::Hybrid));
    one_in(&all, 5, "async", is(Model::Async));
    one_in(&all, 30, "an all-year plan", |found| found.verdict.all_year.is_some());
    one_in(&all, 60, "a plan of some seasons only", |found| {
        found.verdict.all_year.is_some() && found.plans.iter().any(Option::is_none)
    });
    one_in(&all, 120, "plans by season, none all year", |found| {
        is(Model::OverlapWithShifts)(found) && found.verdict.all_year.is_none()
    });
    let origin = |found: &Found, test: &dyn Fn(Origin, usize) -> bool| {
        let plans = found.plans.iter().enumerate();
        plans
            .filter_map(|(season, plan)| Some((plan.as_ref()?, season)))
            .any(|(plan, season)| test(plan.origin, season))
    };
    one_in(&all, 20, "one profile alone", |found| origin(found, &|origin, _| origin == Origin::Alone));
    one_in(&all, 10, "a window", |found| {
        origin(found, &|origin, season| matches!(origin, Origin::Window { season: own, .. } if own == season))
    });
    one_in(&all, 120, "another season's window", |found| {
        origin(found, &|origin, season| matches!(origin, Origin::Window { season: own, .. } if own != season))
    });
    one_in(&all, 20, "a trap", |found| found.verdict.trap.is_some());
    one_in(&all, 20, "somebody isolated", |found| {
        found.verdict.pods.as_ref().is_some_and(|pods| !pods.isolated().is_empty())
    });
    one_in(&all, 60, "two pods", |found| {
        found.verdict.pods.as_ref().is_some_and(|pods| pods.pods().len() > 1)
    });
    one_in(&all, 120, "bridges", |found| {
        found.verdict.pods.as_ref().is_some_and(|pods| !bridges(&found.lineup, pods).is_empty())
    });
    one_in(&all, 60, "marks that forbid pods", |found| {
        let standing = found.verdict.standing;
        is(Model::Async)(found) && 2 * standing.sharing >= found.lineup.people.len()
    });
    one_in(&all, 4, "binding members", |found| !binding(&found.lineup).is_empty());
    one_in(&all, 10, "nobody's peer", |found| !without_peer(&found.lineup, &Rules::default()).is_empty());
    one_in(&all, 5, "night work", |found| found.night > 0);
    one_in(&all, 10, "drift weeks", |found| !found.lineup.year(&found.lineup.everybody()).drift.is_empty());
    one_in(&all, 12, "a move", |found| found.step.is_some());
    one_in(&all, 12, "one optional", |found| found.optional.is_some());
    one_in(&all, 8, "no step", |found| {
        !is(Model::Overlap)(found) && found.step.is_none() && found.optional.is_none()
    });
    one_in(&all, 8, "a reach by plans", |found| found.reach.with_plans > found.reach.natural);
    one_in(&all, 8, "no reach", |found| found.reach.with_plans == 0);
    one_in(&all, 60, "a move that changes pods alone", |found| {
        found.step.is_some_and(|step| step.reaches.model == found.verdict.model)
    });
}

#[test]
fn candidates_fit_in_every_way() {
    let all: Vec<Fit> = sample((yearly_crew(3..=4), rules()), 240)
        .into_iter()
        .map(|(mut crew, rules)| {
            let candidate = crew.people.pop().expect("somebody");
            Hire::new(crew, candidate).fit(&rules)
        })
        .collect();
    one_in(&all, 6, "fits", |fit| fit.answer == Answer::Fits);
    one_in(&all, 30, "fits with a shift", |fit| fit.shift.is_some());
    one_in(&all, 60, "fits by the team's plan", |fit| fit.by_plan);
    one_in(&all, 4, "fits async", |fit| fit.answer == Answer::FitsAsync);
    one_in(&all, 10, "a trap", |fit| fit.trap.is_some());
    one_in(&all, 60, "fits into a pod", |fit| !fit.pods.is_empty());
    one_in(&all, 100, "bridged pods", |fit| !fit.bridged.is_empty());
    one_in(&all, 100, "somebody relieved", |fit| !fit.relieves.is_empty());
    one_in(&all, 60, "others are asked for more", |fit| !fit.asked.others.is_empty());
    one_in(&all, 20, "plans before", |fit| fit.asked.before > 0);
    one_in(&all, 100, "fits and is asked", |fit| fit.answer == Answer::Fits && fit.asked.candidate > 0);
    one_in(&all, 100, "fits an async team", |fit| {
        fit.answer == Answer::Fits && fit.team_before == Model::Async
    });
    one_in(&all, 10, "night work", |fit| fit.night_minutes > 0);
}

#[test]
fn meetings_ask_for_everything() {
    let rules = Rules { step: 120, ..Rules::default() };
    let crews = sample(dated_crew(2..=4), 60);
    let all: Vec<_> = crews
        .into_iter()
        .enumerate()
        .map(|(number, crew)| {
            let anchor = Place::Iana("Europe/Berlin");
            let question = Question::new(crew, anchor, 60, rules.clone());
            let slots = question.slots(&[0, 2, 6]);
            let ranked = question.ranked(&slots);
            let dates = ranked.iter().flat_map(|(slot, _, _)| question.occurrences(*slot));
            let demands: Vec<_> = dates.flat_map(|occurrence| occurrence.demands).collect();
            // The best ones, or some that are far from good.
            let few =
                ranked.iter().skip(if number % 2 == 0 { 0 } else { ranked.len() / 2 }).step_by(2).take(4);
            let few: Vec<_> = few.map(|(slot, _, _)| *slot).collect();
            (ranked, demands, rotation(&question, &few, 3, &[]).expect("four weeks"))
        })
        .collect();
    let asks = |test: fn(Asks) -> bool| {
        move |(_, demands, _): &(_, Vec<crate::support::law::meeting::Demand>, _)| {
            demands.iter().any(|demand| test(demand.asks))
        }
    };
    one_in(&all, 2, "no workday", asks(|asks| asks == Asks::NoWorkday));
    one_in(&all, 2, "night", asks(|asks| matches!(asks, Asks::Workday { night: 1.., .. })));
    one_in(&all, 2, "unreasonable", asks(|asks| matches!(asks, Asks::Workday { unreasonable: 1.., .. })));
    one_in(&all, 2, "no stretch", asks(|asks| matches!(asks, Asks::Workday { stretch: 0, .. })));
    one_in(&all, 3, "a date off", |(_, demands, _)| demands.iter().any(|demand| demand.off));
    one_in(&all, 4, "a clean slot", |(ranked, _, _)| ranked[0].1.is_clean());
    one_in(&all, 4, "no clean slot", |(ranked, _, _)| !ranked[0].1.is_clean());
    one_in(&all, 10, "a rotation over slots", |(_, _, rotation)| {
        rotation.weeks.iter().any(|slot| *slot != rotation.weeks[0])
    });
    one_in(&all, 10, "a cap with night", |(_, _, rotation)| rotation.cap.night > 0);
    one_in(&all, 10, "missed in a rotation", |(_, _, rotation)| rotation.cost.missed > 0);
}
