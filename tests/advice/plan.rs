//! Plans, the trap and the next steps.

use crate::corpus::{Moves, Step, TeamFile};
use crate::facts::{Facts, hold};
use crate::reading::{Roster, shown};
use crate::support::law::lineup::Lineup;
use crate::support::law::plan::{Plan, Plans};
use crate::support::law::steps::{best_move, best_optional, reach};
use crate::support::law::verdict::{Model, Standing};
use crate::verdict::name;

#[test]
fn plans() {
    hold("plan", |facts, file, roster| {
        let lineup = Lineup::of(&roster.crew);
        let plans = Plans::of(&lineup, &roster.rules);
        all_year(facts, file, roster, &lineup, &plans);
        seasons(facts, file, roster, &lineup, &plans);
        trap(facts, file, roster, &lineup, &plans);
        let expected = &file.expect.reach;
        let found = reach(&lineup, &roster.rules);
        facts.equal("reach, naturally", "", expected.natural.clone(), shown(found.natural));
        facts.equal("reach, with plans", "", expected.with_plans.clone(), shown(found.with_plans));
    });
}

#[test]
fn steps() {
    hold("steps", |facts, file, roster| {
        let (crew, rules) = (&roster.crew, &roster.rules);
        if file.expect.steps.is_none() && file.expect.never_asked.is_none() {
            return;
        }
        let step = best_move(crew, rules);
        if let Some(expected) = &file.expect.steps {
            let mut expected: Vec<String> =
                expected.list.iter().map(|step| expected_step(step, roster)).collect();
            let moved = step.map(|step| {
                let by = format!("move {} by {}", roster.names[step.person], step.shift);
                format!("{by}: {}", standing(step.reaches))
            });
            let optional = best_optional(crew, rules).map(|step| {
                let who = format!("optional {}, {}", roster.names[step.person], step.year_min.shown());
                format!("{who}: {}", standing(step.reaches))
            });
            let mut found: Vec<String> = moved.into_iter().chain(optional).collect();
            expected.sort();
            found.sort();
            facts.equal("steps", "", expected, found);
        }
        if let Some(expected) = &file.expect.never_asked {
            let lineup = Lineup::of(crew);
            let all_year = Plans::of(&lineup, rules).all_year();
            let moved = all_year.iter().flat_map(|(_, plan)| moves(&lineup, plan)).map(|(one, _)| one);
            let asked: Vec<usize> = moved.chain(step.map(|step| step.person)).collect();
            for one in roster.group(&expected.names) {
                facts.equal("never asked", &roster.names[one], false, asked.contains(&one));
            }
        }
    });
}

fn all_year(facts: &mut Facts, file: &TeamFile, roster: &Roster, lineup: &Lineup, plans: &Plans) {
    let Some(expected) = &file.expect.all_year else { return };
    assert_ne!(expected.none, !expected.moves.is_empty(), "either nobody moves or there is no plan");
    let expected = (!expected.none).then(|| expected_moves(&expected.moves, roster));
    let found = plans.all_year().map(|(_, plan)| moves(lineup, &plan));
    facts.equal("all-year plan", "", expected, found);
}

fn seasons(facts: &mut Facts, file: &TeamFile, roster: &Roster, lineup: &Lineup, plans: &Plans) {
    let Some(expected) = &file.expect.season_plans else { return };
    let dates = |season: usize| {
        let season = &lineup.seasons[season];
        format!("{}..{}", season.first, season.last)
    };
    let all = || 0..lineup.seasons.len();
    let expected_dates =
        expected.seasons.iter().map(|season| format!("{}..{}", season.first.0, season.last.0));
    facts.equal("seasons", "", expected_dates.collect(), all().map(dates).collect::<Vec<_>>());
    for (season, expected) in all().zip(&expected.seasons) {
        facts.equal("season met", &dates(season), expected.meets, lineup.natural(season, &roster.rules));
        let found = plans.cheapest(season).map(|plan| (plan.affordable, moves(lineup, &plan)));
        let expected =
            expected.affordable.map(|affordable| (affordable, expected_moves(&expected.moves, roster)));
        facts.equal("season's plan", &dates(season), expected, found);
    }
}

fn trap(facts: &mut Facts, file: &TeamFile, roster: &Roster, lineup: &Lineup, plans: &Plans) {
    let Some(expected) = &file.expect.trap else { return };
    let found = plans.trap().map(|(season, plan)| {
        let season = &lineup.seasons[season];
        (season.first, season.last, moves(lineup, &plan))
    });
    let expected = (expected.first.0, expected.last.0, expected_moves(&expected.moves, roster));
    facts.equal("trap", "", Some(expected), found);
}

/// Everybody who moves, in roster order.
fn moves(lineup: &Lineup, plan: &Plan) -> Vec<(usize, i32)> {
    let shifts = lineup.people.iter().zip(&plan.shifts).map(|(someone, shift)| (someone.place, *shift));
    shifts.filter(|(_, shift)| *shift != 0).collect()
}

fn expected_moves(moves: &Moves, roster: &Roster) -> Vec<(usize, i32)> {
    let everybody =
        moves.iter().flat_map(|(name, shift)| roster.places(name).into_iter().map(|one| (one, *shift)));
    let mut moves: Vec<_> = everybody.collect();
    moves.sort();
    moves
}

fn expected_step(step: &Step, roster: &Roster) -> String {
    let reaches = |model: &str, sharing: Option<usize>, parts: Option<usize>| {
        let parts = sharing.zip(parts).map(|(sharing, parts)| format!(", {sharing} share, {parts} parts"));
        format!("{model}{}", parts.unwrap_or_default())
    };
    let known = |name: &str| roster.names[roster.place(name)].clone();
    match step {
        Step::Move { name, shift, model, sharing, parts } => {
            format!("move {} by {shift}: {}", known(name), reaches(model, *sharing, *parts))
        }
        Step::Optional { name, year_min, model, sharing, parts } => {
            format!("optional {}, {year_min}: {}", known(name), reaches(model, *sharing, *parts))
        }
    }
}

fn standing(standing: Standing) -> String {
    let Standing { model, sharing, parts } = standing;
    match model {
        Model::Overlap | Model::OverlapWithShifts => name(model).to_owned(),
        Model::Hybrid | Model::Async => format!("{}, {sharing} share, {parts} parts", name(model)),
    }
}
