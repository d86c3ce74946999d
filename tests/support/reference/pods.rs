//! Pods: every partition of the profiles, one after the other; bridges and hand-offs.

use std::cmp::Ordering;
use std::collections::HashMap;

use tzplan::{Attendance, PerDay};

use super::target::{Rules, common, compare};
use super::verdict::Lineup;
use super::week::count;
use crate::support::minute_set::runs;

/// A partition; people by their place in the lineup.
#[derive(Clone, PartialEq, Debug)]
pub struct ExpectedPods {
    /// The parts of two or more, in profile order of their first people.
    pub pods: Vec<Vec<usize>>,
    /// In roster order.
    pub isolated: Vec<usize>,
    pub sharing: usize,
    /// Of the pods.
    pub worst_year_min: Option<PerDay>,
}

/// The best partition into two or more parts that each meet the target, at least half of the people sharing
/// one, and everybody marked, where some but not all are.
///
/// Fewest parts, then most people sharing, then the greatest year minimum of the worst pod, then profile
/// order.
pub fn partition(lineup: &Lineup<'_>, rules: &Rules) -> Option<ExpectedPods> {
    let is_marked = |one: &usize| lineup.people[*one].1.attendance == Attendance::Required;
    let (marked, others): (Vec<usize>, Vec<usize>) = lineup.everybody().into_iter().partition(is_marked);
    best_partition(lineup, rules, |found| {
        let marked_share = others.is_empty() || marked.iter().all(|one| !found.isolated.contains(one));
        2 * found.sharing >= lineup.people.len() && marked_share
    })
}

fn best_partition(
    lineup: &Lineup<'_>,
    rules: &Rules,
    enough_share: impl Fn(&ExpectedPods) -> bool,
) -> Option<ExpectedPods> {
    let units = units(lineup);
    let people_of = |numbers: &[usize], part: usize| -> Vec<usize> {
        let of_part = numbers.iter().zip(&units).filter(|(own, _)| **own == part);
        let mut people: Vec<usize> = of_part.flat_map(|(_, people)| people.clone()).collect();
        people.sort_unstable();
        people
    };

    let mut known: HashMap<Vec<usize>, bool> = HashMap::new();
    let mut best: Option<(usize, ExpectedPods)> = None;
    for numbers in partitions(units.len()) {
        let parts: Vec<Vec<usize>> =
            (0..).map(|part| people_of(&numbers, part)).take_while(|part| !part.is_empty()).collect();
        let mut meets =
            |part: &Vec<usize>| *known.entry(part.clone()).or_insert_with(|| lineup.meet(part, rules));
        if parts.len() < 2 || !parts.iter().all(&mut meets) {
            continue;
        }
        let count = parts.len();
        let (pods, isolated): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part.len() > 1);
        let mut isolated = isolated.concat();
        isolated.sort_unstable();
        let sharing = pods.iter().map(Vec::len).sum();
        let worst_year_min = pods.iter().map(|pod| lineup.year_min(pod)).min_by(|a, b| compare(*a, *b));
        let found = ExpectedPods { pods, isolated, sharing, worst_year_min };
        let better = best.as_ref().is_none_or(|(parts, best)| {
            let by_count = parts.cmp(&count);
            let by_sharing = found.sharing.cmp(&best.sharing);
            by_count.then(by_sharing).then(compare_worst(found.worst_year_min, best.worst_year_min)).is_gt()
        });
        if better && enough_share(&found) {
            best = Some((count, found));
        }
    }
    best.map(|(_, found)| found)
}

/// People whose week patterns are equal in every season, in profile order: by the runs of their patterns,
/// first season first.
fn units(lineup: &Lineup<'_>) -> Vec<Vec<usize>> {
    let pattern = |one: usize| -> Vec<Vec<(usize, usize)>> {
        let at_work = |flags: &[bool]| -> Vec<(usize, usize)> {
            runs(flags).into_iter().filter(|run| run.2).map(|(start, end, _)| (start, end)).collect()
        };
        lineup.seasons.iter().map(|(_, weeks)| at_work(&weeks[one].at_work)).collect()
    };
    type Weeks = Vec<Vec<(usize, usize)>>;
    let mut units: Vec<(Weeks, Vec<usize>)> = Vec::new();
    for one in lineup.everybody() {
        let own = pattern(one);
        match units.iter_mut().find(|(known, _)| *known == own) {
            Some((_, people)) => people.push(one),
            None => units.push((own, vec![one])),
        }
    }
    units.sort();
    units.into_iter().map(|(_, people)| people).collect()
}

/// Where nobody shares there is nothing to compare: the same people share in both.
fn compare_worst(a: Option<PerDay>, b: Option<PerDay>) -> Ordering {
    a.zip(b).map_or(Ordering::Equal, |(a, b)| compare(a, b))
}

/// Every way to number `n` places by pods that are numbered by their first place, in lexicographic order.
pub fn partitions(n: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..n {
        all = all
            .into_iter()
            .flat_map(|numbers| {
                let open = numbers.iter().max().map_or(0, |last| last + 1);
                (0..=open).map(move |pod| [&numbers[..], &[pod]].concat())
            })
            .collect();
    }
    all
}

/// `(person, pod)`: members of another pod who in every season share at least an hour for each workday (the
/// larger of their own and the pod's fewest) with the pod's common minutes. Nobody isolated is one. By pod,
/// then roster order of profiles.
pub fn bridges(lineup: &Lineup<'_>, pods: &ExpectedPods) -> Vec<(usize, usize)> {
    let profiles = lineup.profiles();
    let mut bridges = Vec::new();
    for (number, pod) in pods.pods.iter().enumerate() {
        let in_a_pod = |one: &usize| !pod.contains(one) && !pods.isolated.contains(one);
        for one in lineup.everybody().into_iter().filter(|one| in_a_pod(one) && profiles[*one] == *one) {
            let reaches = |season: usize| {
                let of_pod = lineup.weeks(season, pod);
                let own = &lineup.seasons[season].1[one];
                let shared =
                    common(&of_pod).iter().zip(&own.at_work).map(|(a, b)| *a && *b).collect::<Vec<_>>();
                let fewest = of_pod.iter().map(|week| week.workdays).min().expect("somebody");
                count(&shared) >= 60 * own.workdays.max(fewest)
            };
            if (0..lineup.seasons.len()).all(reaches) {
                bridges.push((lineup.people[one].0, number));
            }
        }
    }
    bridges
}

/// The ends of one person's stretches that are the start of another's or inside it.
pub fn handoff_minutes(from: &[bool], to: &[bool]) -> Vec<u16> {
    let week = from.len();
    let ends = (0..week).filter(|minute| from[(minute + week - 1) % week] && !from[*minute]);
    ends.filter(|minute| to[*minute]).map(|minute| minute as u16).collect()
}
