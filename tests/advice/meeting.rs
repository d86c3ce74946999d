//! Meetings and rotations.

use std::collections::BTreeMap;

use crate::corpus::{Meet, Rotate};
use crate::facts::{Facts, hold};
use crate::reading::{Roster, clock, duration, place, shown, weekday};
use crate::support::law::meeting::{Asks, Occurrence, Question, Slot, choices};
use crate::support::law::rotation::rotation;

const ALL_DAYS: [u32; 7] = [0, 1, 2, 3, 4, 5, 6];

#[test]
fn meetings() {
    hold("meet", |facts, file, roster| {
        if roster.holidays_left_out > 0 {
            facts.left_out(
                "public holidays, by the number of rows",
                &format!(" {}", roster.holidays_left_out),
            );
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

fn question(roster: &Roster, anchor: &str, minutes: &str) -> Question {
    Question::new(roster.crew.clone(), place(anchor), duration(minutes), roster.rules.clone())
}

fn held(facts: &mut Facts, expected: &Meet, roster: &Roster) {
    let question = question(roster, &expected.anchor, &expected.duration);
    let ranked = question.ranked(&question.slots(&ALL_DAYS));
    let (first, required, _) = ranked[0];

    let days = expected.first.days.as_ref();
    let days: Vec<u32> =
        days.map_or(ALL_DAYS.to_vec(), |days| days.iter().map(|day| weekday(day).into()).collect());
    facts.equal("time of a meeting", "", shown(clock(&expected.first.time) as u32), shown(first.time as u32));
    if expected.first.days.is_some() {
        let mut sorted = days.clone();
        sorted.sort();
        facts.equal("days of a meeting", "", sorted, choices(&question, &ranked)[0].0.clone());
    }
    facts.equal("clean", "", expected.clean, required.is_clean());
    facts.equal("nobody at night", "", expected.nobody_at_night, required.night == 0);

    let by_place = |(name, minutes): (&String, &u32)| (roster.names[roster.place(name)].clone(), *minutes);
    let worst = worst_stretch(&question.occurrences(first), roster);
    facts.equal("worst stretch", "", expected.worst_stretch.iter().map(by_place).collect(), worst);
    if let Some(off) = &expected.off {
        let slot = Slot { weekday: days[0], time: clock(&expected.first.time) };
        let off = off.iter().map(|off| (off.date.0, roster.place(&off.name)));
        let mut off: Vec<_> = off.collect();
        off.sort();
        facts.equal("dates missed", "", off, missed(&question.occurrences(slot)));
    }
    // "Never stand before it": before any of the days at that time.
    let rank = |slot: &Slot| ranked.iter().position(|(ranked, ..)| ranked == slot).expect("a slot");
    let time = clock(&expected.first.time);
    let first = days.into_iter().map(|weekday| rank(&Slot { weekday, time })).min();
    for slot in &expected.never {
        let (day, time) = slot.split_once(' ').expect("a day and a time");
        let never = Slot { weekday: weekday(day).into(), time: clock(time) };
        facts.equal("never before it", slot, true, first < Some(rank(&never)));
    }
}

/// The worst of each person who has one.
fn worst_stretch(occurrences: &[Occurrence], roster: &Roster) -> BTreeMap<String, u32> {
    let mut worst = BTreeMap::new();
    for (one, name) in roster.names.iter().enumerate() {
        let stretch = |occurrence: &Occurrence| match occurrence.demands[one].asks {
            Asks::Workday { stretch, .. } => stretch,
            Asks::NoWorkday => 0,
        };
        worst.insert(name.clone(), occurrences.iter().map(stretch).max().unwrap_or(0));
    }
    worst.retain(|_, minutes| *minutes > 0);
    worst
}

fn missed(occurrences: &[Occurrence]) -> Vec<(chrono::NaiveDate, usize)> {
    let off = |occurrence: &Occurrence| {
        let demands = occurrence.demands.iter().enumerate();
        let off = demands.filter(|(_, demand)| demand.off).map(|(one, _)| (occurrence.date, one));
        off.collect::<Vec<_>>()
    };
    occurrences.iter().flat_map(off).collect()
}

/// Every sequence of the slots of one weekday is tried: of all weekdays there would be too many.
fn held_in_turn(facts: &mut Facts, expected: &Rotate, roster: &Roster) {
    let question = question(roster, &expected.anchor, &expected.duration);
    let (best, ..) = question.ranked(&question.slots(&ALL_DAYS))[0];
    facts.left_out("rotations over other weekdays than the best single slot's", "");
    let slots = question.slots(&[best.weekday]);
    let found = rotation(&question, &slots, expected.weeks, &[]).expect("weeks enough");

    let limit = (expected.limit.stretch.clone(), expected.limit.night, expected.limit.unreasonable);
    let cap = (shown(found.cap.stretch), found.cap.night, found.cap.unreasonable);
    facts.equal("limit of a rotation", "", limit, cap);
    let cost = &found.cost;
    facts.equal("nobody at night in a rotation", "", expected.nobody_at_night, cost.total_night == 0);
    facts.equal("largest of a rotation", "", expected.largest.clone(), shown(cost.largest));
    facts.equal("total of a rotation", "", expected.total.clone(), shown(cost.total));
    let times = |times: Vec<i32>| times.into_iter().map(|time| shown(time as u32)).collect::<Vec<_>>();
    let expected_times = expected.times.iter().map(|time| clock(time)).collect();
    let found_times = found.weeks.iter().map(|slot| slot.time).collect();
    facts.equal("times of a rotation", "", times(expected_times), times(found_times));
}
