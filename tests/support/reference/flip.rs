//! The smallest change that improves a verdict, by trying every change in order; the headroom.

use tzplan::Model;

use super::target::Rules;
use super::verdict::{Lineup, model};
use super::window::affordable;
use crate::support::crew::Shift;

/// People by their place in the roster.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExpectedFlip {
    Move { person: usize, shift: i32, model: Model },
    Optional { person: usize, model: Model },
    Target { target: u32, model: Model },
}

/// The first change that reaches a better model than the present one.
pub fn flip(lineup: &Lineup<'_>, rules: &Rules) -> Option<ExpectedFlip> {
    let (present, _) = model(lineup, rules);
    if present == Model::Overlap {
        return None;
    }
    let better = |lineup: &Lineup<'_>, rules: &Rules| Some(model(lineup, rules).0).filter(|m| *m < present);

    for shift in (1..=rules.max_shift / rules.step).flat_map(|n| [n * rules.step, -n * rules.step]) {
        for one in lineup.everybody() {
            let may = |weeks: &Vec<_>| affordable(&weeks[one], shift, rules);
            if !lineup.seasons.iter().all(|(_, weeks)| may(weeks)) {
                continue;
            }
            if let Some(model) = better(&with_one_moved(lineup, one, shift), rules) {
                return Some(ExpectedFlip::Move { person: lineup.people[one].0, shift, model });
            }
        }
    }
    if lineup.people.len() >= 3 {
        for one in lineup.everybody() {
            if let Some(model) = better(&without_one(lineup, one), rules) {
                return Some(ExpectedFlip::Optional { person: lineup.people[one].0, model });
            }
        }
    }
    let mut lowered = rules.clone();
    while lowered.target > rules.step as u32 {
        lowered.target -= rules.step as u32;
        if let Some(model) = better(lineup, &lowered) {
            return Some(ExpectedFlip::Target { target: lowered.target, model });
        }
    }
    None
}

pub fn with_one_moved<'c>(lineup: &Lineup<'c>, one: usize, shift: i32) -> Lineup<'c> {
    let mut moved = lineup.clone();
    for (_, weeks) in &mut moved.seasons {
        weeks[one] = weeks[one].moved_by(shift);
    }
    for post in &mut moved.people[one].1.posts {
        post.shifts = post.shifts.iter().map(|stretch| moved_shift(*stretch, shift)).collect();
    }
    moved
}

fn moved_shift((day, start, end): Shift, by: i32) -> Shift {
    let moved = (i32::from(day) * 1440 + i32::from(start) + by).rem_euclid(10_080);
    ((moved / 1440) as u8, (moved % 1440) as u16, (moved % 1440) as u16 + (end - start))
}

fn without_one<'c>(lineup: &Lineup<'c>, one: usize) -> Lineup<'c> {
    let mut others = lineup.clone();
    others.people.remove(one);
    for (_, weeks) in &mut others.seasons {
        weeks.remove(one);
    }
    others
}
