//! A good partition for more profiles than the exact search takes: each profile joins the first pod it fits,
//! in several orders; the best one is kept, with a lower bound on the count.

use super::compatible::{Compatible, PodSet};
use super::{Pods, describe};
use crate::interval::IntervalSet;
use crate::lineup::{Lineup, WeekClass};
use crate::minutes::{DAY, PerDay, WeekMinute};

/// How many rotations of the day the profiles are taken in, besides roster order.
const ROTATIONS: i32 = 8;
/// Beyond this many profiles only roster order and one rotation are tried.
const FEW: usize = 200;

pub(super) fn partition(lineup: &Lineup<'_>) -> Pods {
    let compatible = Compatible::new(lineup);
    let lower_bound = compatible.apart().len().max(2);
    let mut orders = vec![(0..lineup.slots.len()).collect::<Vec<_>>()];
    let rotations = if lineup.slots.len() <= FEW { ROTATIONS } else { 1 };
    orders.extend((0..rotations).map(|n| by_start_of_day(lineup, n * DAY / ROTATIONS)));
    let partitions = orders.into_iter().map(|order| {
        let mut pods = first_fit(lineup, &order);
        split_if_one(&mut pods);
        pair_up_the_lone(&compatible, &mut pods);
        describe(&compatible, pods, false, lower_bound)
    });
    partitions.reduce(better).expect("at least one order")
}

/// Half sharing first, then fewer pods, more members sharing, the better worst pod; the first of equals.
fn better(a: Pods, b: Pods) -> Pods {
    let aims = |pods: &Pods| (!pods.half_share(), pods.count(), std::cmp::Reverse(pods.sharing));
    let worst = |pods: &Pods| pods.worst_year_min.unwrap_or(PerDay { minutes_per_week: 0, days: 1 });
    let order = aims(&b).cmp(&aims(&a)).then_with(|| worst(&a).cmp_value(worst(&b)));
    if order.is_lt() { b } else { a }
}

fn by_start_of_day(lineup: &Lineup<'_>, from: i32) -> Vec<usize> {
    let Some(class) = lineup.classes.first() else { return Vec::new() };
    let start = |slot: &usize| {
        let spans = class.crowds[class.crowd_of[*slot]].week().spans();
        spans.first().map(|span| (span.utc_start - from).rem_euclid(DAY))
    };
    let mut order: Vec<usize> = (0..lineup.slots.len()).collect();
    order.sort_by_key(start);
    order
}

/// A pod with what its members share in each class of seasons.
struct OpenPod {
    slots: PodSet,
    common: Vec<IntervalSet<WeekMinute>>,
}

fn first_fit(lineup: &Lineup<'_>, order: &[usize]) -> Vec<PodSet> {
    let mut pods: Vec<OpenPod> = Vec::new();
    for &slot in order {
        let joined = pods.iter_mut().any(|pod| {
            let grace = lineup.grace();
            let (mut failing, mut common) = (0, Vec::with_capacity(pod.common.len()));
            let fits = lineup.classes.iter().zip(&pod.common).all(|(class, shared)| {
                common.push(shared.intersection(pattern(class, slot)));
                if !fits(lineup, class, &pod.slots, slot, &common[common.len() - 1]) {
                    failing += class.days;
                }
                failing <= grace
            });
            if fits {
                pod.slots.push(slot);
                pod.common = common;
            }
            fits
        });
        if !joined {
            let common = lineup.classes.iter().map(|class| pattern(class, slot).clone()).collect();
            pods.push(OpenPod { slots: vec![slot], common });
        }
    }
    pods.into_iter().map(|pod| pod.slots).collect()
}

fn pattern<'c>(class: &'c WeekClass<'_>, slot: usize) -> &'c IntervalSet<WeekMinute> {
    class.crowds[class.crowd_of[slot]].week().pattern()
}

/// Whether a pod meets the target in a class of seasons with one more member, given what all would share.
fn fits(
    lineup: &Lineup<'_>,
    class: &WeekClass<'_>,
    pod: &[usize],
    slot: usize,
    common: &IntervalSet<WeekMinute>,
) -> bool {
    let week = |slot: usize| class.crowds[class.crowd_of[slot]].week();
    let target = PerDay::of(lineup.target);
    let full = |slot: usize| week(slot).average_day().is_some_and(|day| day.reaches(target));
    let workdays = week(slot).workdays();
    let shared = PerDay { minutes_per_week: common.total().get(), days: workdays.max(1) };
    // Where everybody works as many days, at least the target on each, the group decides for its subgroups.
    if full(slot) && pod.iter().all(|other| week(*other).workdays() == workdays && full(*other)) {
        return shared.reaches(target);
    }
    class.group_of(pod.iter().copied().chain([slot])).meets(lineup.target)
}

/// Everybody fits into one pod only where grace or a rounding differs from the verdict's own test; two pods
/// are asked for.
fn split_if_one(pods: &mut Vec<PodSet>) {
    if let [pod] = &mut pods[..] {
        let last = pod.pop();
        pods.extend(last.map(|slot| vec![slot]));
    }
}

/// Gives members who are alone a partner from a pod that can spare one.
fn pair_up_the_lone(compatible: &Compatible<'_, '_>, pods: &mut [PodSet]) {
    for lone in 0..pods.len() {
        if compatible.heads(&pods[lone]) != 1 {
            continue;
        }
        let alone = pods[lone][0];
        let partner = (0..pods.len()).find_map(|pod| {
            let place = pods[pod].iter().position(|slot| {
                let heads = compatible.lineup.slots[*slot].heads;
                let left = compatible.heads(&pods[pod]) - heads;
                pod != lone && left >= 2 && compatible.meets(&[alone, *slot])
            })?;
            Some((pod, place))
        });
        if let Some((pod, place)) = partner {
            let slot = pods[pod].remove(place);
            pods[lone].push(slot);
        }
    }
}
