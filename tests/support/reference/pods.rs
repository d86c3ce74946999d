//! Pods: every partition of the profiles, one after the other; bridges and hand-offs.

use std::cmp::Ordering;
use std::collections::HashMap;

use tzplan::PerDay;

use super::target::{Rules, common, compare};
use super::verdict::Lineup;
use super::week::count;

/// A partition; people by their place in the lineup.
#[derive(Clone, PartialEq, Debug)]
pub struct ExpectedPods {
    pub pods: Vec<Vec<usize>>,
    pub sharing: usize,
    /// Of the pods of two or more.
    pub worst_year_min: Option<PerDay>,
}

/// The best partition into two or more pods that each meet the target, at least half of the people sharing one.
///
/// Fewest pods, then most people sharing, then the greatest year minimum of the worst shared pod, then roster
/// order: the pod numbers of the people, pods numbered by their first one, in lexicographic order.
pub fn partition(lineup: &Lineup<'_>, rules: &Rules) -> Option<ExpectedPods> {
    best_partition(lineup, rules, |sharing| 2 * sharing >= lineup.people.len())
}

/// Pods whatever the verdict: everybody in one where they meet the target, else the best partition with half of the
/// people sharing, else the fewest pods there can be.
pub fn pods(lineup: &Lineup<'_>, rules: &Rules) -> Option<Vec<Vec<usize>>> {
    if lineup.meet(&lineup.everybody(), rules) {
        return Some(vec![lineup.everybody()]);
    }
    partition(lineup, rules).or_else(|| best_partition(lineup, rules, |_| true)).map(|best| best.pods)
}

fn best_partition(
    lineup: &Lineup<'_>,
    rules: &Rules,
    enough_share: impl Fn(usize) -> bool,
) -> Option<ExpectedPods> {
    let profiles = lineup.profiles();
    let firsts: Vec<usize> = lineup.everybody().into_iter().filter(|one| profiles[*one] == *one).collect();
    let people_of = |numbers: &[usize], pod: usize| -> Vec<usize> {
        let pod_of =
            |one: usize| numbers[firsts.iter().position(|f| *f == profiles[one]).expect("a profile")];
        lineup.everybody().into_iter().filter(|one| pod_of(*one) == pod).collect()
    };

    let mut known: HashMap<Vec<usize>, bool> = HashMap::new();
    let mut best: Option<ExpectedPods> = None;
    for numbers in partitions(firsts.len()) {
        let pods: Vec<Vec<usize>> =
            (0..).map(|pod| people_of(&numbers, pod)).take_while(|pod| !pod.is_empty()).collect();
        let shared: Vec<&Vec<usize>> = pods.iter().filter(|pod| pod.len() > 1).collect();
        let sharing = shared.iter().map(|pod| pod.len()).sum::<usize>();
        if pods.len() < 2
            || !enough_share(sharing)
            || !pods.iter().all(|pod| *known.entry(pod.clone()).or_insert_with(|| lineup.meet(pod, rules)))
        {
            continue;
        }
        let minima = shared.iter().map(|pod| lineup.year_min(pod));
        let worst_year_min = minima.min_by(|a, b| compare(*a, *b));
        let found = ExpectedPods { pods, sharing, worst_year_min };
        let better = best.as_ref().is_none_or(|best| {
            let by_count = best.pods.len().cmp(&found.pods.len());
            let by_sharing = found.sharing.cmp(&best.sharing);
            by_count.then(by_sharing).then(compare_worst(found.worst_year_min, best.worst_year_min)).is_gt()
        });
        if better {
            best = Some(found);
        }
    }
    best
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
/// larger of their own and the pod's fewest) with the pod's common minutes. By pod, then roster order of profiles.
pub fn bridges(lineup: &Lineup<'_>, pods: &ExpectedPods) -> Vec<(usize, usize)> {
    let profiles = lineup.profiles();
    let mut bridges = Vec::new();
    for (number, pod) in pods.pods.iter().enumerate() {
        for one in lineup.everybody().into_iter().filter(|one| !pod.contains(one) && profiles[*one] == *one) {
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
