//! Meetings and rotations.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::corpus::{Meet, Rotate};
use crate::facts::{Facts, hold};
use crate::reading::{Roster, minutes, shown};

const ALL_DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

#[test]
fn meetings() {
    hold("meet", |facts, file, roster| {
        if roster.holidays_left_out > 0 {
            let rows = format!(" {}", roster.holidays_left_out);
            facts.left_out("public holidays, by the number of rows", &rows);
        }
        for meet in &file.meet {
            held(facts, meet, roster);
        }
    });
}

#[test]
fn rotations() {
    hold("rotate", |facts, file, roster| {
        for rotate in &file.rotate {
            held_in_turn(facts, rotate, roster);
        }
    });
}

fn held(facts: &mut Facts, expected: &Meet, roster: &Roster) {
    let (duration, anchor) = (&expected.duration, &expected.anchor);
    let flags = ["--duration", duration, "--anchor", anchor, "--days", "Mon-Sun", "--top", "1000"];
    let answer = roster.run(&["meet"], &flags);
    let slots = answer["slots"].as_array().unwrap();
    let first = &slots[0];
    let days = expected.first.days.as_ref();
    let days: Vec<&str> = days.map_or(ALL_DAYS.to_vec(), |days| days.iter().map(String::as_str).collect());

    facts.equal("time of a meeting", "", expected.first.time.as_str(), first["time"].as_str().unwrap());
    if expected.first.days.is_some() {
        facts.equal("day of a meeting", "", true, days.contains(&first["day"].as_str().unwrap()));
    }
    facts.equal("clean", "", Some(expected.clean), first["clean"].as_bool());
    facts.equal("nobody at night", "", expected.nobody_at_night, first["required"]["night"] == 0);

    let costs = first["costs"].as_array().unwrap();
    let mut worst: BTreeMap<String, u32> = BTreeMap::new();
    for cost in costs {
        let stretch = cost["stretch"].as_u64().unwrap() as u32;
        let worst = worst.entry(cost["name"].as_str().unwrap().to_owned()).or_default();
        *worst = (*worst).max(stretch);
    }
    worst.retain(|_, minutes| *minutes > 0);
    facts.equal("worst stretch", "", expected.worst_stretch.clone(), worst);
    let rank = |day: &str, time: &str| {
        slots.iter().position(|slot| slot["day"] == day && slot["time"] == time).expect("every slot")
    };
    if let Some(off) = &expected.off {
        let slot = &slots[rank(days[0], &expected.first.time)];
        let of = |off: &Value| {
            (off["date"].as_str().unwrap().to_owned(), off["name"].as_str().unwrap().to_owned())
        };
        let mut found: Vec<_> = slot["off"].as_array().unwrap().iter().map(of).collect();
        let mut off: Vec<_> = off.iter().map(|off| (off.date.0.to_string(), off.name.clone())).collect();
        off.sort();
        found.sort();
        facts.equal("dates missed", "", off, found);
    }
    let first = days.iter().map(|day| rank(day, &expected.first.time)).min();
    for slot in &expected.never {
        let (day, time) = slot.split_once(' ').expect("a day and a time");
        facts.equal("never before it", slot, true, first < Some(rank(day, time)));
    }
}

fn held_in_turn(facts: &mut Facts, expected: &Rotate, roster: &Roster) {
    let weeks = expected.weeks.to_string();
    let flags = ["--duration", &expected.duration, "--anchor", &expected.anchor, "--rotate", &weeks];
    let found = roster.run(&["meet"], &flags);

    let limit = &found["limit"];
    let minutes_of = |value: &Value| value.as_u64().unwrap();
    let expected_limit =
        (minutes(&expected.limit.stretch), expected.limit.night, expected.limit.unreasonable);
    let found_limit = (
        minutes_of(&limit["stretch"]),
        minutes_of(&limit["night"]) as u32,
        minutes_of(&limit["unreasonable"]) as u32,
    );
    facts.equal("limit of a rotation", "", expected_limit, found_limit);
    facts.equal("nobody at night in a rotation", "", expected.nobody_at_night, found["total_night"] == 0);
    facts.equal("largest of a rotation", "", expected.largest.clone(), shown(minutes_of(&found["largest"])));
    facts.equal("total of a rotation", "", expected.total.clone(), shown(minutes_of(&found["total"])));
    let times = found["weeks"].as_array().unwrap().iter();
    let times: Vec<&str> = times.map(|week| week["time"].as_str().unwrap()).collect();
    facts.equal("times of a rotation", "", expected.times.iter().map(String::as_str).collect(), times);
}
