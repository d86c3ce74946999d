//! Plans, the trap, the next steps and the reach.

use serde_json::Value;

use crate::corpus::{Moves, Step, TeamFile};
use crate::facts::{Facts, hold};
use crate::reading::{Roster, daily, moves, shown};

#[test]
fn plans() {
    hold("plan", |facts, file, roster| {
        all_year(facts, file, roster);
        seasons(facts, file, roster);
        trap(facts, file, roster);
        let (expected, reach) = (&file.expect.reach, &roster.plan()["verdict"]["reach"]);
        let found = |key: &str| shown(reach[key].as_u64().unwrap());
        facts.equal("reach, naturally", "", expected.natural.clone(), found("natural"));
        facts.equal("reach, with plans", "", expected.with_plans.clone(), found("with_plans"));
    });
}

#[test]
fn steps() {
    hold("steps", |facts, file, roster| {
        let found = roster.plan()["verdict"]["steps"].as_array().unwrap();
        if let Some(expected) = &file.expect.steps {
            let mut expected: Vec<String> = expected.list.iter().map(expected_step).collect();
            let mut found: Vec<String> = found.iter().map(found_step).collect();
            expected.sort();
            found.sort();
            facts.equal("steps", "", expected, found);
        }
        if let Some(expected) = &file.expect.never_asked {
            let all_year = &roster.plan()["all_year"];
            let moved = if all_year.is_null() { Vec::new() } else { moves(all_year) };
            let mut asked: Vec<String> = moved.into_iter().map(|(name, _)| name).collect();
            let steps = found.iter().filter(|step| step["kind"] == "move");
            asked.extend(steps.map(|step| step["name"].as_str().unwrap().to_owned()));
            for name in roster.group(&expected.names) {
                facts.equal("never asked", &name, false, asked.contains(&name));
            }
        }
    });
}

fn all_year(facts: &mut Facts, file: &TeamFile, roster: &Roster) {
    let Some(expected) = &file.expect.all_year else { return };
    let expected = (!expected.none).then(|| expected_moves(&expected.moves, roster));
    let plan = &roster.plan()["all_year"];
    facts.equal("all-year plan", "", expected, (!plan.is_null()).then(|| moves(plan)));
}

fn seasons(facts: &mut Facts, file: &TeamFile, roster: &Roster) {
    let Some(expected) = &file.expect.season_plans else { return };
    let found = roster.plan()["seasons"].as_array().unwrap();
    let expected_dates = expected.seasons.iter().map(|season| (season.first.0, season.last.0));
    let expected_dates = expected_dates.map(|(first, last)| format!("{first}..{last}"));
    facts.equal("seasons", "", expected_dates.collect(), found.iter().map(dates).collect::<Vec<_>>());
    for (found, expected) in found.iter().zip(&expected.seasons) {
        facts.equal("season met", &dates(found), Some(expected.meets), found["meets"].as_bool());
        let plan = &found["plan"];
        let plan = (!plan.is_null()).then(|| (plan["affordable"].as_bool().unwrap(), moves(plan)));
        let expected =
            expected.affordable.map(|affordable| (affordable, expected_moves(&expected.moves, roster)));
        facts.equal("season's plan", &dates(found), expected, plan);
    }
}

fn trap(facts: &mut Facts, file: &TeamFile, roster: &Roster) {
    let Some(expected) = &file.expect.trap else { return };
    let trap = &roster.plan()["verdict"]["trap"];
    let found = (!trap.is_null()).then(|| (dates(trap), moves(trap)));
    let expected_dates = format!("{}..{}", expected.first.0, expected.last.0);
    facts.equal("trap", "", Some((expected_dates, expected_moves(&expected.moves, roster))), found);
}

fn dates(season: &Value) -> String {
    format!("{}..{}", season["first"].as_str().unwrap(), season["last"].as_str().unwrap())
}

/// Everybody who moves, by name.
fn expected_moves(moves: &Moves, roster: &Roster) -> Vec<(String, i64)> {
    let everybody = moves
        .iter()
        .flat_map(|(name, shift)| roster.everybody_of(name).into_iter().map(|one| (one, i64::from(*shift))));
    let mut moves: Vec<_> = everybody.collect();
    moves.sort();
    moves
}

fn expected_step(step: &Step) -> String {
    let reaches = |model: &str, sharing: &Option<usize>, parts: &Option<usize>| {
        let parts = sharing.zip(*parts).map(|(sharing, parts)| format!(", {sharing} share, {parts} parts"));
        format!("{model}{}", parts.unwrap_or_default())
    };
    match step {
        Step::Move { name, shift, model, sharing, parts } => {
            format!("move {name} by {shift}: {}", reaches(model, sharing, parts))
        }
        Step::Optional { name, year_min, model, sharing, parts } => {
            format!("optional {name}, {year_min}: {}", reaches(model, sharing, parts))
        }
    }
}

fn found_step(step: &Value) -> String {
    let name = step["name"].as_str().unwrap();
    let reaches = &step["reaches"];
    let parts = reaches["sharing"].as_u64().zip(reaches["parts"].as_u64());
    let parts = parts.map(|(sharing, parts)| format!(", {sharing} share, {parts} parts"));
    let reaches = format!("{}{}", reaches["model"].as_str().unwrap(), parts.unwrap_or_default());
    match step["kind"].as_str().unwrap() {
        "move" => format!("move {name} by {}: {reaches}", step["shift"]),
        "optional" => format!("optional {name}, {}: {reaches}", daily(&step["year_min"])),
        other => panic!("a step of the kind {other:?}"),
    }
}
