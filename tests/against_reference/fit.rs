//! Hire fit: the answer with its shift, plan or trap, what plans ask, what is shared, the hours gained, the
//! waits.

use std::cell::RefCell;

use proptest::prelude::*;
use tzplan::fit::{Fit, FitResult, Opening};
use tzplan::{Model, PerDay, PreparedTeam, ProfileId, Standing};

use super::reply::equal;
use crate::support::crew::Crew as DatedCrew;
use crate::support::generators::dated_crew;
use crate::support::law::fit::{Answer, Fit as Expected, Hire};
use crate::support::law::generators::{rules, yearly_crew};
use crate::support::law::lineup::Lineup;
use crate::support::law::people::Crew;
use crate::support::law::rules::Rules;
use crate::support::law::season::seasons;
use crate::support::law::target::Daily;
use crate::support::law::verdict::{Model as LawModel, Standing as LawStanding, standing};
use crate::support::reference::reply::waits;
use crate::support::{cases, drawn_until_whole, library, tz_versions};

/// What the comparisons came upon.
#[derive(Clone, Default, Debug)]
struct Reached {
    fits: u32,
    by_shift: u32,
    by_plan: u32,
    async_only: u32,
    trap_beyond_half_a_day: u32,
    bridges: u32,
    relieves: u32,
    async_better: u32,
    asked_of_candidate: u32,
    asked_of_others: u32,
    night: u32,
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

/// The model, and under hybrid and async how many share a pod and how many parts there are.
fn shape(standing: LawStanding) -> (Model, Option<u32>, Option<u32>) {
    let in_parts = !standing.model.is_of_everyone();
    let part = |count: usize| in_parts.then_some(count as u32);
    (model(standing.model), part(standing.sharing), part(standing.parts))
}

fn found_shape(standing: Standing) -> (Model, Option<u32>, Option<u32>) {
    (standing.model, standing.sharing, standing.parts)
}

fn answer(expected: &Expected) -> FitResult {
    match expected.answer {
        Answer::Fits => FitResult::Fits,
        Answer::FitsWithShift => FitResult::FitsWithShift,
        Answer::FitsAsync => FitResult::FitsAsync,
    }
}

/// The last person of a crew is the candidate.
fn check(mut crew: Crew, rules: &Rules) -> Result<(), TestCaseError> {
    let candidate = crew.people.pop().expect("somebody");
    let hire = Hire::new(crew, candidate.clone());
    let team = library::team(&hire.team);
    let prepared = PreparedTeam::new(&team, library::horizon(&hire.team));
    let opening = Opening::new(&prepared, &library::policy(rules));
    let one = library::schedule(&candidate);
    let (fit, expected) = (opening.judge(&one), hire.fit(rules));
    let about = format!("{fit:?} {expected:?} {}", tz_versions());
    let minutes =
        |moved: &Option<tzplan::fit::ProposedMove>| moved.as_ref().map(|moved| moved.shift.minutes());
    prop_assert_eq!(fit.result, answer(&expected), "{}", about);
    prop_assert_eq!((minutes(&fit.shift), fit.is_by_plan()), (expected.shift, expected.by_plan), "{}", about);
    prop_assert_eq!(minutes(&fit.trap), expected.trap, "{}", about);
    prop_assert_eq!(fit.team_before.model, model(expected.team_before), "{}", about);
    prop_assert_eq!(
        fit.team_after_shift.map(|after| after.model),
        expected.team_after_shift.map(model),
        "{}",
        about
    );
    let joined = Lineup::of(&hire.joined);
    let after = shape(standing(&joined, rules));
    prop_assert_eq!(after.0, model(expected.team_after));
    prop_assert_eq!(found_shape(fit.team_after), after, "{}", about);
    if let (Some(found), Some(shift)) = (fit.team_after_shift, expected.shift) {
        let moved = joined.with_one_moved(joined.people.len() - 1, shift);
        prop_assert_eq!(found_shape(found), shape(standing(&moved, rules)), "{}", about);
    }
    prop_assert_eq!(fit.stated_night_minutes_per_week.get(), expected.night_minutes, "{}", about);
    prop_assert_eq!((&fit.pods, &fit.bridges), (&expected.pods, &expected.bridged), "{}", about);
    let profile = |place: usize| prepared.profile_of(team.member(place).expect("a member"));
    let relieved: Vec<ProfileId> = expected.relieves.iter().map(|place| profile(*place)).collect();
    prop_assert_eq!(&fit.relieves, &relieved, "{}", about);

    let asked = &expected.asked;
    prop_assert_eq!(fit.asked.anybody.get(), asked.before as u32, "{}", about);
    prop_assert_eq!(fit.asked.candidate.get(), asked.candidate as u32, "{}", about);
    let mut others: Vec<(ProfileId, u32)> = Vec::new();
    for (place, minutes) in &asked.others {
        if !others.contains(&(profile(*place), *minutes as u32)) {
            others.push((profile(*place), *minutes as u32));
        }
    }
    let found: Vec<_> = fit.asked.others.iter().map(|(profile, minutes)| (*profile, minutes.get())).collect();
    prop_assert_eq!(found, others, "{}", about);
    moves_ask_what_is_asked(&fit)?;

    for mate in hire.team.required() {
        let found = fit.teammates.iter().find(|entry| entry.profile == profile(mate)).expect("a teammate");
        let (year_min, meets) = hire.pair_year(mate, rules);
        prop_assert_eq!((exact(found.year_min), found.meets), (year_min, meets), "{}", about);
    }
    let heads = fit.teammates.iter().map(|mate| mate.members).sum::<u32>();
    prop_assert_eq!(heads as usize, hire.team.required().len());

    REACHED.with_borrow_mut(|reached| {
        reached.fits += u32::from(fit.result == FitResult::Fits);
        reached.by_shift += u32::from(fit.shift.is_some());
        reached.by_plan += u32::from(fit.is_by_plan());
        reached.async_only += u32::from(fit.result == FitResult::FitsAsync);
        reached.trap_beyond_half_a_day += u32::from(expected.trap.is_some_and(|shift| shift.abs() > 720));
        reached.bridges += u32::from(!fit.bridges.is_empty());
        reached.relieves += u32::from(!fit.relieves.is_empty());
        let is_async = fit.team_before.model == Model::Async;
        reached.async_better += u32::from(is_async && fit.result != FitResult::FitsAsync);
        reached.asked_of_candidate += u32::from(asked.candidate > 0);
        reached.asked_of_others += u32::from(!asked.others.is_empty());
        reached.night += u32::from(expected.night_minutes > 0);
    });
    Ok(())
}

/// What is asked is the most of any season's moves, from the stated hours.
fn moves_ask_what_is_asked(fit: &Fit) -> Result<(), TestCaseError> {
    let Some(plan) = &fit.plan else { return Ok(()) };
    prop_assert_eq!(fit.team_after_shift.unwrap_or(fit.team_after).model, Model::OverlapWithShifts);
    let own = fit.shift.as_ref().map_or(0, |moved| moved.shift.minutes());
    let moves = || plan.iter().flat_map(|season| &season.moves);
    let by_season = plan.iter().map(|season| {
        let further =
            season.moves.iter().find(|one| one.profile.is_none()).map(|one| one.moved.shift.minutes());
        (own + further.unwrap_or(0)).unsigned_abs()
    });
    prop_assert_eq!(by_season.max(), Some(fit.asked.candidate.get()));
    for (profile, minutes) in &fit.asked.others {
        let of = moves().filter(|one| one.profile == Some(*profile));
        prop_assert_eq!(of.map(|one| one.moved.shift.length()).max(), Some(*minutes));
    }
    for season in plan.iter().filter(|season| !season.moves.is_empty()) {
        prop_assert!(season.moves.iter().all(|one| one.share > 0.0 && one.share <= 1.0));
    }
    Ok(())
}

fn exact(daily: PerDay) -> Daily {
    Daily { minutes: daily.minutes_per_week, days: daily.days }
}

#[test]
fn the_answer_with_everything_that_it_rests_on() {
    let crews = (yearly_crew(3..=4), rules());
    let is_whole = |reached: &Reached| {
        let Reached { fits, by_shift, by_plan, async_only, bridges, relieves, .. } = reached;
        let Reached { trap_beyond_half_a_day, async_better, .. } = reached;
        let Reached { asked_of_candidate, asked_of_others, night, .. } = reached;
        let answers = [fits, by_shift, by_plan, async_only, trap_beyond_half_a_day, async_better];
        let evidence = [bridges, relieves, asked_of_candidate, asked_of_others, night];
        answers.into_iter().chain(evidence).all(|count| *count > 0)
    };
    let check = |(crew, rules)| check(crew, &rules);
    let whole = drawn_until_whole(cases(150), &crews, check, || REACHED.with_borrow(is_whole));
    REACHED.with_borrow(|reached| assert!(whole, "{reached:?}"));
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn in_quarters_of_an_hour(crew in yearly_crew(2..=3), rules in rules()) {
        // Every quarter of an hour is tried: a fortnight is enough.
        check(Crew { days: 14, ..crew }, &Rules { step: 15, ..rules })?;
    }
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn what_is_shared_and_gained(crew in yearly_crew(2..=6), rules in rules()) {
        let mut crew = crew;
        let candidate = crew.people.pop().expect("somebody");
        let hire = Hire::new(crew, candidate.clone());
        let team = library::team(&hire.team);
        let prepared = PreparedTeam::new(&team, library::horizon(&hire.team));
        let opening = Opening::new(&prepared, &library::policy(&rules));
        let candidate = opening.candidate(&library::schedule(&candidate));

        for mate in team.members() {
            let found = candidate.pair(prepared.profile_of(mate));
            let expected = hire.pair(mate.index(), &rules);
            let found: Vec<_> = found
                .seasons
                .iter()
                .map(|(season, shared)| (season.first(), season.days(), exact(shared.daily), shared.meets))
                .collect();
            let expected: Vec<_> =
                expected.into_iter().map(|(s, daily, _, meets)| (s.first, s.days, daily, meets)).collect();
            prop_assert_eq!(found, expected, "{}", tz_versions());
        }

        let found: Vec<_> = candidate
            .coverage_gained()
            .iter()
            .map(|gained| (gained.season.first(), gained.season.days(), gained.minutes_per_week.get()))
            .collect();
        let expected: Vec<_> =
            hire.coverage_gained().into_iter().map(|(season, minutes)| (season.first, season.days, minutes)).collect();
        prop_assert_eq!(found, expected, "{}", tz_versions());

        let (before, after) = (Lineup::of(&hire.team), Lineup::of(&hire.joined));
        let overlap = candidate.team_overlap();
        let dates: Vec<_> = overlap.seasons.iter().map(|(season, ..)| (season.first(), season.days())).collect();
        let expected: Vec<_> = after.seasons.iter().map(|season| (season.first, season.days)).collect();
        prop_assert_eq!(dates, expected);
        prop_assert_eq!(exact(overlap.before.min), before.year_min(&before.everybody()));
        prop_assert_eq!(exact(overlap.after.min), after.year_min(&after.everybody()));
        let people = hire.joined.required();
        prop_assert_eq!(seasons(&hire.joined.settled(), &people).len(), candidate.seasons().len());
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn the_waits_both_ways(crew in dated_crew(2..=5)) {
        let joined = crew.clone();
        let (crew, candidate): (DatedCrew, _) = crew.with_candidate();
        let prepared = PreparedTeam::new(&crew.team(), crew.horizon());
        let opening = Opening::new(&prepared, &tzplan::Policy::default());
        let found = opening.candidate(&candidate.schedule()).waits();
        let (required, candidate) = (crew.required(), joined.people.len() - 1);
        equal(found.asks, waits(&joined, &[(candidate, required.clone())]))?;
        let asking: Vec<_> = required.into_iter().map(|mate| (mate, vec![candidate])).collect();
        equal(found.asked, waits(&joined, &asking))?;
    }
}
