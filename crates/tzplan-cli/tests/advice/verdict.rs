//! The verdict with its evidence.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::corpus::TeamFile;
use crate::facts::{Facts, hold};
use crate::reading::{Roster, daily, people};

#[test]
fn verdicts() {
    hold("verdict", |facts, file, roster| {
        standing(facts, file, roster);
        pods(facts, file, roster);
        year(facts, file, roster);
        evidence(facts, file, roster);
        stays(facts, file, roster);
    });
}

fn standing(facts: &mut Facts, file: &TeamFile, roster: &Roster) {
    let (expected, verdict) = (&file.expect.verdict, &roster.plan()["verdict"]);
    facts.equal("model", "", expected.model.as_str(), verdict["model"].as_str().unwrap());
    facts.equal("model of the standing", "", &verdict["model"], &verdict["standing"]["model"]);
    for (kind, expected) in [("sharing", expected.sharing), ("parts", expected.parts)] {
        if let Some(expected) = expected {
            facts.equal(kind, "", Some(expected as u64), verdict["standing"][kind].as_u64());
        }
    }
}

/// Those of the standing: under hybrid the verdict's own, which `pods` has too.
fn pods(facts: &mut Facts, file: &TeamFile, roster: &Roster) {
    let expected = &file.expect.verdict;
    if expected.model.starts_with("overlap") {
        return;
    }
    let (plan, found) = (roster.plan(), roster.run(&["pods"], &[]));
    let pods: Vec<Vec<String>> = found["pods"].as_array().unwrap().iter().map(people).collect();
    if let Some(expected) = &expected.pods {
        let mut sorted = pods.clone();
        sorted.sort();
        facts.equal("pods", "", roster.groups(expected), sorted);
    }
    if let Some(isolated) = &expected.isolated {
        facts.equal("isolated", "", roster.group(isolated), people(&found["isolated"]));
    }
    if expected.model == "hybrid" {
        facts.equal("pods of the plan", "", &found["pods"], &plan["verdict"]["pods"]);
        facts.equal("isolated of the plan", "", &found["isolated"], &plan["verdict"]["isolated"]);
        for (pod, year_min) in expected.pods.iter().flatten().zip(expected.pods_year_min.iter().flatten()) {
            let place = pods.iter().position(|found| *found == roster.group(pod));
            let found = place.map(|place| daily(&plan["year"]["pods"][place]["min"]));
            facts.equal("year minimum of a pod", &pod.join(", "), Some(year_min.clone()), found);
        }
    }
    if let Some(expected) = &expected.bridges {
        let of = |(name, bridged): (&String, &Vec<Vec<String>>)| {
            roster.groups(bridged).into_iter().map(|pod| (name.clone(), pod)).collect::<Vec<_>>()
        };
        let mut expected: Vec<_> = expected.iter().flat_map(of).collect();
        let of = |bridge: &Value| {
            let pod = bridge["pod"].as_u64().unwrap() as usize;
            (bridge["name"].as_str().unwrap().to_owned(), pods[pod].clone())
        };
        let mut found: Vec<_> = found["bridges"].as_array().unwrap().iter().map(of).collect();
        expected.sort();
        found.sort();
        facts.equal("bridges", "", expected, found);
    }
}

fn year(facts: &mut Facts, file: &TeamFile, roster: &Roster) {
    let (expected, found) = (&file.expect.year, &roster.plan()["year"]);
    for (kind, expected) in [("min", &expected.min), ("usual", &expected.usual), ("max", &expected.max)] {
        facts.equal("overlap of the year", kind, expected.clone(), daily(&found[kind]));
    }
    let dates = |season: &Value| {
        format!("{}..{}", season["first"].as_str().unwrap(), season["last"].as_str().unwrap())
    };
    let drift = found["drift"].as_array().unwrap().iter().map(dates);
    facts.equal("drift", "", expected.drift.clone(), drift.collect());
}

fn evidence(facts: &mut Facts, file: &TeamFile, roster: &Roster) {
    let (plan, verdict) = (roster.plan(), &roster.plan()["verdict"]);
    if let Some(expected) = &file.expect.binding {
        // Of everybody of one row the first is written.
        let without: Vec<(String, String)> = expected
            .without
            .iter()
            .map(|(name, year_min)| (roster.everybody_of(name)[0].clone(), year_min.get_ref().clone()))
            .collect();
        let of = |binding: &Value| {
            let name = binding["name"].as_str().unwrap().to_owned();
            (name, daily(&binding["year_min_without"]))
        };
        let found: BTreeMap<String, String> = verdict["binding"].as_array().unwrap().iter().map(of).collect();
        for (name, year_min) in without {
            facts.equal("binding", &name, Some(&year_min), found.get(&name));
        }
    }
    if let Some(expected) = &file.expect.night {
        let of = |one: &Value| {
            (one["name"].as_str().unwrap().to_owned(), one["minutes_per_week"].as_u64().unwrap() as u32)
        };
        let found = verdict["night"]["people"].as_array().unwrap().iter().map(of).collect();
        facts.equal("night work", "", expected.minutes_per_week.clone(), found);
        let found = daily(&verdict["night"]["reasonable_year_min"]);
        facts.equal("reasonable year min", "", expected.reasonable_year_min.clone(), found);
    }
    if let Some(expected) = &file.expect.member_night {
        let members = plan["members"].as_array().unwrap();
        for (name, minutes) in &expected.minutes_per_week {
            let found = members.iter().find(|member| member["name"] == **name).unwrap();
            let found = found["night_minutes_per_week"].as_u64();
            facts.equal("night work of optional people", name, Some(u64::from(*minutes)), found);
        }
    }
}

fn stays(facts: &mut Facts, file: &TeamFile, roster: &Roster) {
    let Some(expected) = &file.expect.stays else { return };
    let expected = expected.list.iter().map(|stay| {
        [&stay.name, &stay.zone, &stay.first.0.to_string(), &stay.last.0.to_string()].map(String::clone)
    });
    let of = |stay: &Value| {
        let values = [&stay["name"], &stay["zone"], &stay["first"], &stay["last"]];
        values.map(|value| value.as_str().unwrap().to_owned())
    };
    let found = roster.plan()["stays"].as_array().unwrap().iter().map(of);
    facts.equal("short stays", "", expected.collect::<Vec<_>>(), found.collect());
}
