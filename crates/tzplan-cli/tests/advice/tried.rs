//! What the program advises is tried: the flags and the lines to type beside every step give what the step
//! says. Teams of up to 15 people, who all have names of their own in the answers.

use serde_json::Value;

use crate::corpus::TeamFile;
use crate::facts::{Facts, hold};
use crate::reading::{Roster, daily, minutes, people};
use crate::support::steps::Step;

const MOST_PEOPLE: usize = 15;

/// `8 of 9 people in 2 pods`: how many of how many, in how many pods.
fn sharing(text: &str) -> Option<(u64, u64, usize)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let place = words.iter().position(|word| *word == "people")?;
    let number = |place: usize| words.get(place)?.parse::<u64>().ok();
    let pods = words[place..].iter().find_map(|word| word.parse().ok())?;
    Some((number(place.checked_sub(3)?)?, number(place - 1)?, pods))
}

/// `4 h`, `½ h`, `6 h 42 min` at the start of a text, in minutes.
pub(crate) fn length(text: &str) -> Option<u64> {
    let mut all = None;
    let words: Vec<&str> = text.split([' ', ',']).collect();
    for pair in words.chunks(2) {
        let halves = |hours: &str| match hours.strip_suffix('½') {
            Some("") => Some(30),
            Some(hours) => Some(hours.parse::<u64>().ok()? * 60 + 30),
            None => Some(hours.parse::<u64>().ok()? * 60),
        };
        match pair {
            [hours, "h"] => all = Some(all.unwrap_or(0) + halves(hours)?),
            [minutes, "min"] => all = Some(all.unwrap_or(0) + minutes.parse::<u64>().ok()?),
            _ => break,
        }
    }
    all
}

fn model(text: &str) -> &'static str {
    match text {
        text if text.starts_with("OVERLAP with shifts") => "overlap-with-shifts",
        text if text.starts_with("OVERLAP") => "overlap",
        text if text.starts_with("HYBRID") => "hybrid",
        text if text.starts_with("ASYNC") => "async",
        text => panic!("no model in {text}"),
    }
}

#[test]
fn steps_of_plans() {
    hold("tried", |facts, file, roster| {
        let (page, line) = (roster.page(&[]), roster.line(&[]));
        for step in roster.small_steps(&page) {
            // Hours of many, in a table below, are no flags.
            if step.typed == [""] {
                facts.left_out("no flags", &step.text);
                continue;
            }
            of_plan(facts, file, &step, &step.answer(roster.desk(), &strs(&line)));
        }
    });
}

fn of_plan(facts: &mut Facts, file: &TeamFile, step: &Step, plan: &Value) {
    let (told, verdict) = (step.reaches(), &plan["verdict"]);
    let least = minutes(&daily(&plan["year"]["min"]));
    let target = plan["policy"]["target"].as_u64().unwrap();
    let _ = file;
    if told.starts_with("everyone shares ") || told.starts_with("the target is met") {
        facts.equal("a plan that is kept", told, "overlap", verdict["model"].as_str().unwrap());
        if let Some(shared) = told.strip_prefix("everyone shares ") {
            facts.equal(
                "what everyone shares",
                told,
                true,
                length(shared) == Some(target) && least >= target,
            );
        }
        return;
    }
    facts.equal("a step's model", told, model(told), verdict["model"].as_str().unwrap());
    if let Some(shared) = told.strip_prefix("OVERLAP, ") {
        facts.equal("a step's hours", told, length(shared), Some(least));
    }
    if let Some((share, all, pods)) = sharing(told).filter(|_| told.starts_with("HYBRID")) {
        facts.equal("a step's sharing", told, Some(share), verdict["standing"]["sharing"].as_u64());
        let required = plan["members"].as_array().unwrap().iter().filter(|member| member["required"] == true);
        facts.equal("a step's people", told, all, required.count() as u64);
        facts.equal("a step's pods", told, pods, verdict["pods"].as_array().unwrap().len());
        let isolated = people(&verdict["isolated"]);
        let without = told.split(" (without ").nth(1).and_then(|told| told.split(')').next());
        let named = |told: &str| -> Vec<String> {
            let mut names: Vec<String> = told.replace(" and ", ", ").split(", ").map(str::to_owned).collect();
            names.sort();
            names
        };
        facts.equal("whom a step leaves", told, without.map(named).unwrap_or_default(), isolated.clone());
        for name in told.split("; brings in ").nth(1).map(named).unwrap_or_default() {
            facts.equal("whom a step brings in", told, false, isolated.contains(&name));
        }
    }
}

#[test]
fn hires_of_regions() {
    hold("tried", |facts, _, roster| {
        let page = roster.page(&["regions"]);
        for step in roster.small_steps(&page) {
            of_hire(facts, roster, &step, &step.answer(roster.desk(), &[]));
        }
    });
}

pub(crate) fn of_hire(facts: &mut Facts, roster: &Roster, step: &Step, fit: &Value) {
    let told = step.reaches();
    facts.equal("a hire fits", &step.text, true, fit["result"] != "fits-async");
    if let Some(peers) = told.split("; works with ").nth(1) {
        let count = peers.split(' ').next().unwrap();
        let met = fit["teammates"].as_array().unwrap().iter();
        let met = met.filter(|mate| mate["required"] == true && mate["meets"] == true).count();
        facts.equal("with whom a hire works", told, count.parse().unwrap_or(0), met);
    }
    let others = told.split(" by up to ").nth(1).and_then(length);
    let most = fit["asked"]["others"].as_array().unwrap().iter().map(|one| one["minutes"].as_u64().unwrap());
    facts.equal("what a hire asks of others", told, others, most.max());
    let after = match &fit["team_after_shift"] {
        Value::Null => &fit["team_after"],
        shifted => shifted,
    };
    if let Some(team) = told.strip_prefix("the team stays ") {
        facts.equal("the team then", told, model(team), after["model"].as_str().unwrap());
        facts.equal("the team now", told, &fit["team_before"]["model"], &after["model"]);
    } else if let Some(to) =
        told.strip_prefix("the team goes from ").and_then(|told| told.split(" to ").nth(1))
    {
        facts.equal("the team then", told, model(to), after["model"].as_str().unwrap());
    } else if let Some(pods) = told.strip_prefix("can join pod ") {
        let pods = pods.split(';').next().unwrap().replace(" or ", ", ");
        let places = fit["pods"].as_array().unwrap().iter().map(|place| place.as_u64().unwrap() + 1);
        let places: Vec<String> = places.map(|place| place.to_string()).collect();
        facts.equal("pods that a hire can join", told, pods, places.join(", "));
        facts.equal("a pod that there is", told, false, roster.plan()["verdict"]["pods"].is_null());
    } else {
        panic!("{told}");
    }
}

#[test]
fn additions_of_coverage() {
    hold("tried", |facts, _, roster| {
        let (page, line) = (roster.page(&["coverage"]), roster.line(&["coverage"]));
        for step in roster.small_steps(&page) {
            let answer = step.answer(roster.desk(), &strs(&line));
            if step.typed[0] == "tzplan" {
                facts.equal(
                    "places to look at",
                    &step.text,
                    false,
                    answer["regions"].as_array().unwrap().is_empty(),
                );
                continue;
            }
            let number = |key: &str| answer[key].as_u64().unwrap();
            let thousandths = number("covered_minutes") * 1000 / number("minutes");
            let covered = format!("{}.{}% covered", thousandths / 10, thousandths % 10);
            facts.equal(
                "what is covered then",
                &step.text,
                covered.replace("100.0%", "100%"),
                step.reaches().to_owned(),
            );
        }
    });
}

pub(crate) fn strs(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

impl Roster {
    /// The steps of a page of a small team.
    pub(crate) fn small_steps(&self, page: &str) -> Vec<Step> {
        match self.names.len() {
            0..=MOST_PEOPLE => crate::support::steps::steps(page),
            _ => Vec::new(),
        }
    }
}
