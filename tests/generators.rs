//! The generators themselves: a property is worth no more than the teams it is tried on.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod support;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use support::clock::seconds_ahead;
use support::crew::{Crew, Person, Place};
use support::generators::{dated_crew, rules, yearly_crew};
use support::reference::availability::range;
use support::reference::coverage::everyone;
use support::reference::season::same_profile;
use support::reference::target::Rules;
use support::reference::verdict::Lineup;
use tzplan::verdict::Step;
use tzplan::{Attendance, Minutes, Model, Plan, PreparedTeam};

/// The same values in every run.
fn sample<T: std::fmt::Debug>(strategy: impl Strategy<Value = T>, values: usize) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..values).map(|_| strategy.new_tree(&mut runner).expect("a value").current()).collect()
}

fn dated() -> Vec<Crew> {
    sample(dated_crew(1..=4), 300)
}

fn yearly() -> Vec<(Crew, Rules)> {
    sample((yearly_crew(2..=5), rules()), 300)
}

/// At least one in so many of the crews has it.
fn at_least_one_in<T>(crews: &[T], one_in: usize, what: &str, has: impl Fn(&T) -> bool) {
    let found = crews.iter().filter(|crew| has(crew)).count();
    assert!(found * one_in >= crews.len(), "{what}: {found} of {}", crews.len());
}

fn people(crew: &Crew) -> impl Iterator<Item = &Person> {
    crew.people.iter()
}

/// By how many seconds clocks of the crew are moved forward (or back) inside the horizon.
fn clock_changes(crew: &Crew) -> Vec<i64> {
    let (from, to) = range(crew);
    let places = people(crew).flat_map(|person| person.posts.iter().map(|post| &post.place));
    let hours = (from..to).step_by(60);
    let step = |place: &Place, minute: i32| {
        seconds_ahead(place, i64::from(minute + 60) * 60) - seconds_ahead(place, i64::from(minute) * 60)
    };
    let changes = places.flat_map(|place| hours.clone().map(move |minute| step(place, minute)));
    changes.filter(|seconds| *seconds != 0).collect()
}

fn leads(crew: &Crew) -> Vec<i64> {
    let noon = i64::from(crew.from.to_epoch_days()) * 86_400 + 43_200;
    people(crew).map(|person| seconds_ahead(&person.posts[0].place, noon) / 60).collect()
}

fn any_shift(crew: &Crew, test: impl Fn(u16, u16) -> bool) -> bool {
    let mut shifts = people(crew).flat_map(|person| &person.posts).flat_map(|post| &post.shifts);
    shifts.any(|(_, start, end)| test(*start, *end))
}

/// Whether somebody has two shifts on one day whose end and start compare so.
fn two_on_a_day(crew: &Crew, test: impl Fn(u16, u16) -> bool) -> bool {
    people(crew).flat_map(|person| &person.posts).any(|post| {
        post.shifts.iter().any(|a| post.shifts.iter().any(|b| a != b && a.0 == b.0 && test(a.2, b.1)))
    })
}

fn works_days(person: &Person) -> usize {
    let mut days: Vec<u8> = person.posts.iter().flat_map(|post| &post.shifts).map(|shift| shift.0).collect();
    days.sort_unstable();
    days.dedup();
    days.len()
}

#[test]
fn clocks_change_in_gaps_and_folds() {
    let crews = dated();
    at_least_one_in(&crews, 5, "a gap", |crew| clock_changes(crew).iter().any(|change| *change > 0));
    at_least_one_in(&crews, 5, "a fold", |crew| clock_changes(crew).iter().any(|change| *change < 0));
    at_least_one_in(&crews, 40, "half an hour", |crew| clock_changes(crew).iter().any(|c| c.abs() == 1800));
    at_least_one_in(&crews, 100, "a skipped day", |crew| clock_changes(crew).contains(&86_400));
}

#[test]
fn zones_lie_off_the_hour_and_across_the_date_line() {
    let crews = dated();
    at_least_one_in(&crews, 6, "half an hour", |crew| leads(crew).iter().any(|m| m.rem_euclid(60) == 30));
    at_least_one_in(&crews, 8, "45 minutes", |crew| leads(crew).iter().any(|m| m.rem_euclid(60) == 45));
    let lives_in = |crew: &Crew, id: &'static str| people(crew).any(|p| p.posts[0].place == Place::Iana(id));
    at_least_one_in(&crews, 20, "Lord Howe", |crew| lives_in(crew, "Australia/Lord_Howe"));
    at_least_one_in(&crews, 20, "a fixed offset", |crew| {
        people(crew).any(|person| matches!(person.posts[0].place, Place::Ahead(_)))
    });
    at_least_one_in(&crews, 30, "a day apart", |crew| {
        let leads = leads(crew);
        leads.iter().max().zip(leads.iter().min()).is_some_and(|(most, least)| most - least >= 23 * 60)
    });
}

#[test]
fn shifts_are_of_every_kind() {
    let crews = dated();
    at_least_one_in(&crews, 3, "a night shift", |crew| any_shift(crew, |_, end| end > 1440));
    at_least_one_in(&crews, 10, "a whole day", |crew| any_shift(crew, |start, end| end - start == 1440));
    at_least_one_in(&crews, 5, "a split day", |crew| two_on_a_day(crew, |end, start| end < start));
    at_least_one_in(&crews, 8, "shifts that touch", |crew| two_on_a_day(crew, |end, start| end == start));
    at_least_one_in(&crews, 3, "a part-timer", |crew| people(crew).any(|person| works_days(person) < 5));
    at_least_one_in(&crews, 5, "every day", |crew| people(crew).any(|person| works_days(person) == 7));
    at_least_one_in(&crews, 10, "odd minutes", |crew| any_shift(crew, |start, _| start % 15 != 0));
}

#[test]
fn people_come_with_every_exception() {
    let crews = dated();
    at_least_one_in(&crews, 4, "a day off in the range", |crew| {
        people(crew).any(|person| person.days_off.iter().any(|off| crew.from <= *off && *off < crew.to()))
    });
    at_least_one_in(&crews, 5, "a stay abroad", |crew| people(crew).any(|p| !p.posts[0].stays.is_empty()));
    at_least_one_in(&crews, 6, "two posts", |crew| people(crew).any(|person| person.posts.len() == 2));
    let anybody_is = |crew: &Crew, attendance| people(crew).any(|person| person.attendance == attendance);
    at_least_one_in(&crews, 4, "somebody optional", |crew| anybody_is(crew, Attendance::Optional));
    at_least_one_in(&crews, 6, "somebody marked", |crew| anybody_is(crew, Attendance::Required));
    at_least_one_in(&crews, 60, "nobody required", |crew| {
        people(crew).all(|person| person.attendance == Attendance::Optional)
    });
    at_least_one_in(&crews, 6, "a shared profile", |crew| {
        let mut pairs =
            people(crew).enumerate().flat_map(|(i, a)| people(crew).skip(i + 1).map(move |b| (a, b)));
        pairs.any(|(a, b)| same_profile(crew, a, b))
    });
    at_least_one_in(&crews, 4, "an empty overlap", |crew| {
        crew.people.len() > 1 && everyone(crew).count() == 0
    });
    at_least_one_in(&crews, 4, "a shared overlap", |crew| {
        crew.people.len() > 1 && everyone(crew).count() > 0
    });
}

#[test]
fn years_have_seasons_and_drift_weeks() {
    let crews = yearly();
    let seasons = |(crew, _): &(Crew, Rules)| Lineup::of(crew).seasons;
    at_least_one_in(&crews, 4, "four seasons or more", |crew| seasons(crew).len() >= 4);
    at_least_one_in(&crews, 4, "a short season", |crew| seasons(crew).iter().any(|(s, _)| s.whole_days < 43));
    at_least_one_in(&crews, 20, "one season", |crew| seasons(crew).len() == 1);
    at_least_one_in(&crews, 30, "a season cut short by the range", |crew| {
        seasons(crew).iter().any(|(season, _)| season.days < 43 && season.whole_days >= 43)
    });
    at_least_one_in(&crews, 4, "different workdays", |(crew, _)| {
        people(crew).any(|person| works_days(person) != works_days(&crew.people[0]))
    });
}

#[test]
fn verdicts_of_every_kind_come_up_with_their_evidence() {
    let crews = yearly();
    let plans: Vec<Plan> = crews
        .iter()
        .map(|(crew, rules)| Plan::of(&PreparedTeam::new(&crew.team(), crew.horizon()), &rules.policy()))
        .collect();
    let is = |plan: &Plan, model| plan.verdict().model == model;
    at_least_one_in(&plans, 10, "overlap", |plan| is(plan, Model::Overlap));
    at_least_one_in(&plans, 20, "overlap with shifts", |plan| is(plan, Model::OverlapWithShifts));
    at_least_one_in(&plans, 15, "hybrid", |plan| is(plan, Model::Hybrid));
    at_least_one_in(&plans, 10, "async", |plan| is(plan, Model::Async));
    at_least_one_in(&plans, 20, "a trap", |plan| plan.verdict().trap.is_some());
    at_least_one_in(&plans, 4, "binding members", |plan| !plan.verdict().binding.is_empty());
    at_least_one_in(&plans, 4, "a reach", |plan| plan.verdict().reach.natural > Minutes::ZERO);
    at_least_one_in(&plans, 4, "no reach", |plan| plan.verdict().reach.natural == Minutes::ZERO);
    let pods = |plan: &Plan| plan.verdict().pods.clone();
    at_least_one_in(&plans, 30, "somebody isolated", |plan| {
        pods(plan).is_some_and(|pods| !pods.isolated.is_empty())
    });
    at_least_one_in(&plans, 60, "bridges", |plan| !plan.verdict().bridges.is_empty());
    at_least_one_in(&plans, 40, "nobody's peer", |plan| !plan.verdict().no_peer.is_empty());
    at_least_one_in(&plans, 20, "shifts in some seasons only", |plan| {
        plan.seasons().any(|season| season.plan.is_some())
            && plan.seasons().any(|season| season.plan.is_none())
    });
    let step = |plan: &Plan, wanted: fn(&Step) -> bool| plan.verdict().steps.iter().any(wanted);
    at_least_one_in(&plans, 20, "a move", |plan| step(plan, |step| matches!(step, Step::Move { .. })));
    at_least_one_in(&plans, 20, "one optional", |plan| {
        step(plan, |step| matches!(step, Step::Optional { .. }))
    });
    at_least_one_in(&plans, 20, "no step", |plan| {
        !is(plan, Model::Overlap) && plan.verdict().steps.is_empty()
    });
    at_least_one_in(&plans, 20, "a reach by plans", |plan| {
        plan.verdict().reach.with_plans > plan.verdict().reach.natural
    });
}
