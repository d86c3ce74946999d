//! Pods (§7): every partition there is, one after the other; isolated people, bridges, hand-offs.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::circle::Circle;
use super::lineup::Lineup;
use super::rules::Rules;
use super::target::{Daily, common};
use super::week::Week;

/// Parts that each meet the target naturally, in profile order of their first one; people by their place in
/// the lineup, in roster order.
#[derive(Clone, PartialEq, Debug)]
pub struct Partition {
    pub parts: Vec<Vec<usize>>,
    /// "Members who share a part".
    pub sharing: usize,
    /// The least daily overlap of any part of two or more.
    pub worst_year_min: Option<Daily>,
}

impl Partition {
    /// "A part of two or more is a pod."
    pub fn pods(&self) -> Vec<&Vec<usize>> {
        self.parts.iter().filter(|part| part.len() > 1).collect()
    }

    /// "A part of one is no pod: that person is isolated." In roster order.
    pub fn isolated(&self) -> Vec<usize> {
        let mut isolated: Vec<usize> =
            self.parts.iter().filter(|part| part.len() == 1).flatten().copied().collect();
        isolated.sort_unstable();
        isolated
    }
}

/// "A partition into two or more parts that each meet the target naturally, in which 2 × (members who share a
/// part) ≥ members. Where some but not all required members are marked, every marked one shares a part."
pub fn hybrid(lineup: &Lineup, rules: &Rules) -> Option<Partition> {
    let people = &lineup.people;
    let (marked, unmarked): (Vec<usize>, Vec<usize>) =
        lineup.everybody().into_iter().partition(|one| people[*one].marked);
    best(lineup, rules, |partition| {
        let shares = |one: &usize| !partition.isolated().contains(one);
        2 * partition.sharing >= people.len() && (unmarked.is_empty() || marked.iter().all(shares))
    })
}

/// "The partition with the fewest parts that each meet the target; the half and the marks are not asked."
pub fn fewest(lineup: &Lineup, rules: &Rules) -> Option<Partition> {
    best(lineup, rules, |_| true)
}

/// "Fewest parts first; then most members sharing, then the greatest year-minimum of the worst shared pod,
/// then profile order."
fn best(lineup: &Lineup, rules: &Rules, allowed: impl Fn(&Partition) -> bool) -> Option<Partition> {
    let patterns = patterns(lineup);
    let mut known: HashMap<Vec<usize>, (bool, Daily)> = HashMap::new();
    let mut best: Option<Partition> = None;
    for numbers in
        numberings(patterns.len()).into_iter().filter(|numbers| numbers.iter().any(|part| *part > 0))
    {
        let parts: Vec<Vec<usize>> = parts_of(&numbers, &patterns);
        let mut judge = |part: &Vec<usize>| {
            let judged = || (lineup.meet(part, rules), lineup.year_min(part));
            *known.entry(part.clone()).or_insert_with(judged)
        };
        if !parts.iter().all(|part| judge(part).0) {
            continue;
        }
        let shared = || parts.iter().filter(|part| part.len() > 1);
        let worst_year_min = shared().map(|part| judge(part).1).min();
        let sharing = shared().map(Vec::len).sum();
        let found = Partition { parts, sharing, worst_year_min };
        // Where nobody shares there is nothing to compare: nobody shares in either.
        let order = |partition: &Partition| {
            (partition.parts.len(), Reverse(partition.sharing), partition.worst_year_min.map(Reverse))
        };
        // Numberings come in order, so that of equal ones the first stays.
        if allowed(&found) && best.as_ref().is_none_or(|best| order(&found) < order(best)) {
            best = Some(found);
        }
    }
    best
}

/// "Members whose week patterns are equal in every season always share a part. Profiles compare by their week
/// patterns (first season first; `[start, end)` from Monday 00:00 UTC, one over Sunday midnight cut in two;
/// lists element by element, a beginning of another first)."
pub fn patterns(lineup: &Lineup) -> Vec<Vec<usize>> {
    type Pattern = Vec<Vec<(i32, i32)>>;
    let pattern =
        |one: usize| -> Pattern { lineup.people[one].weeks.iter().map(|week| week.at_work.runs()).collect() };
    let mut patterns: Vec<(Pattern, Vec<usize>)> = Vec::new();
    for one in lineup.everybody() {
        let own = pattern(one);
        match patterns.iter_mut().find(|(other, _)| *other == own) {
            Some((_, people)) => people.push(one),
            None => patterns.push((own, vec![one])),
        }
    }
    patterns.sort();
    patterns.into_iter().map(|(_, people)| people).collect()
}

/// "Partitions by the part numbers of the profiles in that order, parts numbered by their first profile": all
/// of them, in lexicographic order.
pub fn numberings(profiles: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..profiles {
        let longer = |numbers: Vec<usize>| {
            let open = numbers.iter().max().map_or(0, |last| last + 1);
            (0..=open).map(move |part| [&numbers[..], &[part]].concat())
        };
        all = all.into_iter().flat_map(longer).collect();
    }
    all
}

fn parts_of(numbers: &[usize], patterns: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let count = numbers.iter().max().map_or(0, |last| last + 1);
    let part = |number: usize| {
        let of_part = numbers.iter().zip(patterns).filter(|(own, _)| **own == number);
        let mut people: Vec<usize> = of_part.flat_map(|(_, people)| people.clone()).collect();
        people.sort_unstable();
        people
    };
    (0..count).map(part).collect()
}

/// "Members of another pod who in every season share with a pod's common minutes at least 60 × the larger of
/// their own workdays and the pod's smallest; isolated people are neither bridge nor bridged." `(person,
/// pod)`, the pod by its place among the pods.
pub fn bridges(lineup: &Lineup, partition: &Partition) -> Vec<(usize, usize)> {
    let mut bridges = Vec::new();
    for (number, pod) in partition.pods().into_iter().enumerate() {
        let others = partition.pods().into_iter().flatten().copied().filter(|one| !pod.contains(one));
        bridges.extend(others.filter(|one| reaches(lineup, *one, pod)).map(|one| (one, number)));
    }
    bridges.sort_unstable();
    bridges
}

/// Whether somebody shares an hour a day of a pod's common minutes in every season.
pub fn reaches(lineup: &Lineup, one: usize, pod: &[usize]) -> bool {
    (0..lineup.seasons.len()).all(|season| {
        let (own, of_pod) = (&lineup.people[one].weeks[season], lineup.weeks(season, pod));
        let fewest = of_pod.iter().map(|week| week.workdays).min().expect("somebody");
        common(&of_pod).shared(&own.at_work) >= 60 * own.workdays.max(fewest)
    })
}

/// "Hand-offs (the end of one member's stretch that is the start of another's, or inside it)": minutes of the
/// week.
pub fn handoffs(from: &Week, to: &Week) -> Vec<i32> {
    let ends = |circle: &Circle| -> Vec<i32> {
        let ends =
            circle.stretches().into_iter().map(|(start, minutes)| (start + minutes) % super::circle::WEEK);
        ends.filter(|end| !circle.contains(*end)).collect()
    };
    let mut handoffs: Vec<i32> =
        ends(&from.at_work).into_iter().filter(|end| to.at_work.contains(*end)).collect();
    handoffs.sort_unstable();
    handoffs
}
