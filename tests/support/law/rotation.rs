//! Rotation (§10): every sequence of slots under the cap.

use super::meeting::{Asks, Demand, Occurrence, Question, Slot};

/// What somebody carries in, in minutes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Carried {
    pub stretch: u32,
    pub night: u32,
}

/// "Asks nobody for more night or unreasonable minutes than the best single slot's worst over the horizon, or
/// for a stretch more than an hour beyond its worst."
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cap {
    pub stretch: u32,
    pub night: u32,
    pub unreasonable: u32,
}

/// In the order in which it is made small.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Cost {
    /// No-workday and off occurrences.
    pub missed: u32,
    pub largest_night: u32,
    pub largest: u32,
    pub total_night: u32,
    pub total: u32,
    /// The largest cumulative stretch after the first week, after the second, and so on.
    pub turns: Vec<u32>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Rotation {
    pub cap: Cap,
    pub weeks: Vec<Slot>,
    pub cost: Cost,
}

/// "Over N weeks, for required members: each week a slot under the cap. It minimises no-workday and off
/// occurrences, then the largest cumulative night minutes of any member, then the largest cumulative stretch
/// of any member (carried-in ledger included in both), then the total night, the total stretch, then the
/// largest cumulative stretch after the first week, after the second, and so on, then lexicographic slot
/// order."
///
/// `carried` is by place in the roster, nothing where it ends. The best single slot of a week has an
/// occurrence in every week, so that there is a sequence; `None` where the horizon has fewer weeks.
pub fn rotation(question: &Question, slots: &[Slot], weeks: usize, carried: &[Carried]) -> Option<Rotation> {
    let required = question.crew.required();
    let best = question.ranked(slots).first()?.0;
    let cap = cap(&question.occurrences(best), &required);
    // For each week the slots that it may have, with what they ask of required people.
    let mut by_week: Vec<Vec<(Slot, Vec<Demand>)>> = vec![Vec::new(); weeks];
    for slot in slots {
        for occurrence in question.occurrences(*slot) {
            let week = (occurrence.date - question.crew.from).num_days() as usize / 7;
            let demands: Vec<Demand> = required.iter().map(|one| occurrence.demands[*one]).collect();
            if week < weeks && demands.iter().all(|demand| cap.allows(*demand)) {
                by_week[week].push((*slot, demands));
            }
        }
    }
    let start = carried_by(&required, carried);
    let mut best: Option<(Cost, Vec<Slot>)> = None;
    for sequence in sequences(&by_week) {
        let slots = sequence.iter().map(|(slot, _)| *slot).collect();
        let found = (cost(&sequence, &start), slots);
        if best.as_ref().is_none_or(|best| found < *best) {
            best = Some(found);
        }
    }
    best.map(|(cost, weeks)| Rotation { cap, weeks, cost })
}

/// What taking these slots comes to, week by week.
pub fn cost_of(question: &Question, weeks: &[Slot], carried: &[Carried]) -> Cost {
    let required = question.crew.required();
    let taken = weeks.iter().enumerate().map(|(week, slot)| {
        let occurrences = question.occurrences(*slot);
        let in_week = |one: &&Occurrence| (one.date - question.crew.from).num_days() as usize / 7 == week;
        let occurrence = occurrences.iter().find(in_week).expect("every week has its occurrence");
        (*slot, required.iter().map(|one| occurrence.demands[*one]).collect())
    });
    let taken: Vec<(Slot, Vec<Demand>)> = taken.collect();
    cost(&taken.iter().collect::<Vec<_>>(), &carried_by(&required, carried))
}

fn carried_by(required: &[usize], carried: &[Carried]) -> Vec<Carried> {
    required.iter().map(|one| carried.get(*one).copied().unwrap_or_default()).collect()
}

impl Cap {
    fn allows(self, demand: Demand) -> bool {
        match demand.asks {
            Asks::NoWorkday => true,
            Asks::Workday { night, unreasonable, stretch } => {
                night <= self.night && unreasonable <= self.unreasonable && stretch <= self.stretch
            }
        }
    }
}

fn cap(best: &[Occurrence], required: &[usize]) -> Cap {
    let mut cap = Cap { stretch: 0, night: 0, unreasonable: 0 };
    for demand in best.iter().flat_map(|occurrence| required.iter().map(|one| occurrence.demands[*one])) {
        if let Asks::Workday { night, unreasonable, stretch } = demand.asks {
            cap.stretch = cap.stretch.max(stretch);
            cap.night = cap.night.max(night);
            cap.unreasonable = cap.unreasonable.max(unreasonable);
        }
    }
    Cap { stretch: cap.stretch + 60, ..cap }
}

fn cost(sequence: &[&(Slot, Vec<Demand>)], start: &[Carried]) -> Cost {
    let mut ledger = start.to_vec();
    let mut cost =
        Cost { missed: 0, largest_night: 0, largest: 0, total_night: 0, total: 0, turns: Vec::new() };
    let largest = |ledger: &[Carried]| ledger.iter().map(|one| one.stretch).max().unwrap_or(0);
    for (_, demands) in sequence {
        for (sum, demand) in ledger.iter_mut().zip(demands) {
            match demand.asks {
                Asks::Workday { night, stretch, .. } if !demand.off => {
                    *sum = Carried { stretch: sum.stretch + stretch, night: sum.night + night };
                    cost.total += stretch;
                    cost.total_night += night;
                }
                _ => cost.missed += 1,
            }
        }
        cost.turns.push(largest(&ledger));
    }
    cost.largest = largest(&ledger);
    cost.largest_night = ledger.iter().map(|one| one.night).max().unwrap_or(0);
    cost
}

/// One of each week's, in every way.
fn sequences<T>(by_week: &[Vec<T>]) -> Vec<Vec<&T>> {
    let mut all: Vec<Vec<&T>> = vec![Vec::new()];
    for week in by_week {
        all = all.iter().flat_map(|begun| week.iter().map(|next| [&begun[..], &[next]].concat())).collect();
    }
    all
}
