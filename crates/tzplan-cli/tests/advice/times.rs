//! What the program advises where no time suits everyone is tried: with the flag beside a step the time suits,
//! and somebody who works longer for it is the only one who does, by no more.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::facts::{Facts, hold};
use crate::support::steps::Step;
use crate::tried::{length, strs};

#[test]
fn changes_that_make_a_time_suit() {
    hold("tried", |facts, _, roster| {
        let (page, line) = (roster.page(&["meet"]), roster.line(&["meet"]));
        let line: Vec<&str> = strs(&line).into_iter().chain(["--top", "2000"]).collect();
        for step in roster.small_steps(&page) {
            let without_flag = step.typed == [""];
            let answer = match without_flag {
                true => roster.desk().run(&[&line[..], &["--format", "json"]].concat()).json(),
                false => step.answer(roster.desk(), &line),
            };
            let slot = slot(&answer, step.reaches());
            match without_flag {
                true => longer(facts, &step, slot),
                false => facts.equal("a time that suits then", &step.text, true, slot["clean"] == true),
            }
            let off: BTreeSet<&str> =
                slot["off"].as_array().unwrap().iter().map(|off| off["date"].as_str().unwrap()).collect();
            let told = step
                .text
                .split("somebody is off on ")
                .nth(1)
                .map_or(0, |told| told.split(' ').next().unwrap().parse().unwrap());
            facts.equal("dates off then", &step.text, told, off.len());
        }
    });
}

/// The slot of `Mon 16:30 suits everyone`.
fn slot<'a>(answer: &'a Value, told: &str) -> &'a Value {
    let words: Vec<&str> = told.split(' ').collect();
    let mut slots = answer["slots"].as_array().unwrap().iter();
    slots.find(|slot| slot["day"] == words[0] && slot["time"] == words[1]).expect("a slot that is listed")
}

/// `Ana works ½ h longer on that day`, `Ana and Ben work 1 h longer on that day`.
fn longer(facts: &mut Facts, step: &Step, slot: &Value) {
    let (who, much) = step.text.split_once(" works ").or_else(|| step.text.split_once(" work ")).unwrap();
    facts.equal("how much longer", &step.text, length(much), slot["required"]["worst"].as_u64());
    let costs = slot["costs"].as_array().unwrap().iter();
    let payers: BTreeSet<&str> = costs.map(|cost| cost["name"].as_str().unwrap()).collect();
    let named = who.split(" and ").flat_map(|names| names.split(", ")).collect::<BTreeSet<&str>>();
    facts.equal("who works longer", &step.text, true, payers.is_subset(&named) && !payers.is_empty());
}
