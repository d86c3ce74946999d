//! Candidates.

use crate::corpus;
use crate::facts::{Facts, hold};
use crate::reading::{Roster, candidate};
use crate::support::law::fit::{Answer, Hire};
use crate::support::law::lineup::Lineup;
use crate::support::law::verdict::Judged;
use crate::support::law::week::Week;

#[test]
fn hires() {
    hold("hire", |facts, file, roster| {
        for hire in &file.hire {
            held(facts, hire, roster);
        }
    });
}

fn held(facts: &mut Facts, expected: &corpus::Hire, roster: &Roster) {
    let (who, rules) = (&expected.name, &roster.rules);
    let person = candidate(expected);
    let fit = Hire::new(roster.crew.clone(), person.clone()).fit(rules);

    let answer = match fit.answer {
        Answer::Fits => "fits",
        Answer::FitsWithShift => "fits-with-shift",
        Answer::FitsAsync => "fits-async",
    };
    facts.equal("result", who, expected.result.as_str(), answer);
    if expected.result == "fits-with-shift" {
        facts.equal("shift of a candidate", who, expected.shift, fit.shift);
        facts.equal("fits by the plan", who, expected.by_plan, fit.by_plan);
    }
    let night = expected.stated_night_minutes_per_week;
    facts.equal("night work of a candidate", who, night, fit.night_minutes);
    if let Some(relieves) = &expected.relieves {
        facts.equal("relieves", who, roster.group(relieves), fit.relieves.clone());
    }
    if let Some(trap) = &expected.trap {
        facts.equal("trap of a candidate", who, trap.shift, fit.trap);
        let moved = |shift| Week::of(&person, roster.crew.from).moved_by(shift).night_minutes(rules);
        facts.equal("night work in a trap", who, trap.night_minutes_per_week, fit.trap.map(moved));
    }

    let lineup = Lineup::of(&roster.crew);
    let pods_before = || {
        let partition = Judged::of(&lineup, rules).pods;
        let pods = partition.iter().flat_map(|partition| partition.pods()).cloned();
        let place = |one: usize| lineup.people[one].place;
        pods.map(|pod| pod.into_iter().map(place).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let sorted = |numbers: &[usize]| {
        let pods = pods_before();
        let mut pods: Vec<Vec<usize>> = numbers.iter().map(|number| pods[*number].clone()).collect();
        pods.sort();
        pods
    };
    if let Some(pods) = &expected.pods {
        facts.equal("joins pods", who, roster.groups(pods), sorted(&fit.pods));
    }
    if let Some(pods) = &expected.bridges {
        facts.equal("bridges of a candidate", who, roster.groups(pods), sorted(&fit.bridged));
    }
}
