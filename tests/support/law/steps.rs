//! Next steps (§7), by trying every one: a move, somebody optional, and the targets that can be reached.

use std::cmp::Reverse;

use super::lineup::Lineup;
use super::people::Crew;
use super::plan::Plans;
use super::rules::Rules;
use super::shift::affordable_all_year;
use super::target::{Daily, average_day};
use super::verdict::{Standing, standing};

/// People by their place in the roster.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Move {
    pub person: usize,
    pub shift: i32,
    pub reaches: Standing,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MadeOptional {
    pub person: usize,
    pub year_min: Daily,
    pub reaches: Standing,
}

/// Targets in minutes; 0 is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reach {
    pub natural: u32,
    pub with_plans: u32,
}

/// "One member's day moved all year by an affordable multiple of `step`: the best standing, then least |s|,
/// later before earlier, roster order." Only an improvement.
pub fn best_move(crew: &Crew, rules: &Rules) -> Option<Move> {
    let lineup = Lineup::of(crew);
    let present = standing(&lineup, rules);
    let most = lineup.people.iter().filter_map(|one| one.flex).chain([rules.max_shift]).max().unwrap_or(0);
    let alike = alike(&lineup);
    let mut best: Option<Move> = None;
    // In the order of the ties, so that of equal ones the first stays.
    for shift in rules.moves_up_to(most) {
        for one in alike.iter().copied() {
            if !affordable_all_year(&lineup.people[one], shift, rules) {
                continue;
            }
            let reaches = standing(&lineup.with_one_moved(one, shift), rules);
            if reaches < best.map_or(present, |best| best.reaches) {
                best = Some(Move { person: lineup.people[one].place, shift, reaches });
            }
        }
    }
    best
}

/// "One required member, not marked (or any, where all are), made optional, two required ones remaining: the
/// best standing, then the greatest year minimum, then roster order." Only an improvement.
pub fn best_optional(crew: &Crew, rules: &Rules) -> Option<MadeOptional> {
    let lineup = Lineup::of(crew);
    let present = standing(&lineup, rules);
    let all_marked = lineup.people.iter().all(|one| one.marked);
    if lineup.people.len() < 3 {
        return None;
    }
    let without = |person: usize| {
        let others = Lineup::without(crew, person);
        let year_min = others.year_min(&others.everybody());
        MadeOptional { person, year_min, reaches: standing(&others, rules) }
    };
    let someone = |one: usize| &lineup.people[one];
    let may = alike(&lineup).into_iter().map(someone).filter(|one| all_marked || !one.marked);
    let better = may.map(|one| without(one.place)).filter(|step| step.reaches < present);
    better.min_by_key(|step| (step.reaches, Reverse(step.year_min)))
}

/// Of people who are alike in everything the first in the roster: what one of them does comes to the same as
/// what another does, and ties are in roster order.
fn alike(lineup: &Lineup) -> Vec<usize> {
    lineup.grouped(|one| (one.flex, one.moved, one.marked)).into_iter().map(|group| group[0]).collect()
}

/// "The highest target (a multiple of `step`, at most the largest average day) that is met naturally, and the
/// highest that is met with affordable plans."
pub fn reach(lineup: &Lineup, rules: &Rules) -> Reach {
    let averages = lineup.people.iter().flat_map(|one| &one.weeks).map(|week| average_day(week));
    let largest = averages.max().expect("somebody");
    let most = (largest.minutes / largest.days).min(1440);
    let targets = || (1..=most / rules.step as u32).rev().map(|n| rules.with_target(n * rules.step as u32));
    let natural = |rules: &Rules| lineup.meet(&lineup.everybody(), rules);
    let with_plans = |rules: &Rules| natural(rules) || Plans::of(lineup, rules).overlap_with_shifts();
    Reach {
        natural: targets().find(natural).map_or(0, |rules| rules.target),
        with_plans: targets().find(with_plans).map_or(0, |rules| rules.target),
    }
}
