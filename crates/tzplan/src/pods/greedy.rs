//! A good partition for more units than the exact search takes: each unit joins the first part it fits, in
//! several orders; the best one is kept.

use std::cmp::Ordering;

use super::compatible::{Aim, Compatible, Part};
use super::first_fit::{FirstFit, Order, first_fit};
use super::open_part::Newcomer;
use crate::minutes::{DAY, PerDay};

/// How many rotations of the day the units are taken in, besides profile order.
const ROTATIONS: i32 = 8;
/// Beyond this many units only profile order and one rotation are tried.
pub(super) const FEW: usize = 200;

/// The best partition found, its parts numbered by their first unit. `None` when none was found that meets
/// the aim, or somebody meets no target at all.
pub(super) fn partition(compatible: &Compatible<'_, '_>, aim: Aim) -> Option<Vec<Part>> {
    let units = compatible.units.len();
    if (0..units).any(|unit| !Newcomer::of(compatible, unit).meets_alone(compatible)) {
        return None;
    }
    let orders = orders(units);
    let found = orders.map(|order| {
        let mut parts = first_fit(compatible, order);
        split_if_one(&mut parts);
        pair_up_the_isolated(compatible, &mut parts);
        for part in &mut parts {
            part.sort_unstable();
        }
        parts.sort_unstable_by_key(|part| part[0]);
        Found::of(compatible, parts)
    });
    let best = found.filter(|found| found.is_enough(compatible, aim)).reduce(Found::better)?;
    Some(best.parts)
}

/// What first fit does with a team in each order, those with the fewest parts first.
pub(super) fn runs(compatible: &Compatible<'_, '_>) -> Vec<FirstFit> {
    let mut runs: Vec<_> =
        orders(compatible.units.len()).map(|order| FirstFit::of(compatible, order)).collect();
    runs.sort_by_key(FirstFit::result);
    runs
}

/// Profile order, and rotations of the day.
fn orders(units: usize) -> impl Iterator<Item = Order> {
    let rotations = if units <= FEW { ROTATIONS } else { 1 };
    let days = (0..rotations).map(|n| Order::DayFrom(n * DAY / ROTATIONS));
    std::iter::once(Order::Profiles).chain(days)
}

/// A partition with what it is compared by.
struct Found {
    parts: Vec<Part>,
    isolated: u32,
    worst: Option<PerDay>,
    marked_share: bool,
}

impl Found {
    fn of(compatible: &Compatible<'_, '_>, parts: Vec<Part>) -> Self {
        let is_pod = |part: &&Part| compatible.heads(part) > 1;
        let isolated = || parts.iter().filter(|part| !is_pod(part));
        let pods = parts.iter().filter(is_pod);
        Self {
            isolated: isolated().count() as u32,
            worst: pods.map(|pod| compatible.year_min(pod)).reduce(PerDay::min_value),
            marked_share: isolated().flatten().all(|unit| compatible.units[*unit].marked == 0),
            parts,
        }
    }

    fn is_enough(&self, compatible: &Compatible<'_, '_>, aim: Aim) -> bool {
        let heads = compatible.lineup.heads();
        let marked = compatible.units.iter().map(|unit| unit.marked).sum();
        self.isolated <= aim.most_isolated(heads) && (self.marked_share || !aim.marked_share(heads, marked))
    }

    /// Fewer parts, more members sharing, the better worst pod, profile order.
    fn better(self, other: Self) -> Self {
        let worst = |one: &Self| one.worst.unwrap_or(PerDay { minutes_per_week: 0, days: 1 });
        let order = (self.parts.len(), self.isolated).cmp(&(other.parts.len(), other.isolated));
        let order = order.then_with(|| worst(&other).cmp_value(worst(&self)));
        let order = order.then_with(|| self.numbers().cmp(&other.numbers()));
        if order == Ordering::Greater { other } else { self }
    }

    /// The part numbers of the units in profile order.
    fn numbers(&self) -> Vec<usize> {
        let mut numbers = vec![0; self.parts.iter().map(Vec::len).sum()];
        for (number, part) in self.parts.iter().enumerate() {
            part.iter().for_each(|unit| numbers[*unit] = number);
        }
        numbers
    }
}

/// Everybody fits into one part only where somebody has to be apart; two parts are asked for.
fn split_if_one(parts: &mut Vec<Part>) {
    if let [part] = &mut parts[..] {
        let last = part.pop();
        parts.extend(last.map(|unit| vec![unit]));
    }
}

/// Gives members who are isolated a partner from a part that can spare one.
fn pair_up_the_isolated(compatible: &Compatible<'_, '_>, parts: &mut [Part]) {
    for isolated in 0..parts.len() {
        if compatible.heads(&parts[isolated]) != 1 {
            continue;
        }
        let alone = parts[isolated][0];
        let partner = (0..parts.len()).find_map(|part| {
            let place = parts[part].iter().position(|unit| {
                let left = compatible.heads(&parts[part]) - compatible.units[*unit].heads;
                part != isolated && left >= 2 && compatible.all_meet(&[alone, *unit])
            })?;
            Some((part, place))
        });
        if let Some((part, place)) = partner {
            let unit = parts[part].remove(place);
            parts[isolated].push(unit);
        }
    }
}
