//! Rotations, by trying every sequence of slots.

use super::meeting::{ExpectedAsk, ExpectedBurden, asked, occurrences};
use super::target::Rules;
use crate::support::crew::{Crew, Place};

/// What is asked.
#[derive(Debug)]
pub struct Rota {
    pub crew: Crew,
    pub anchor: Place,
    pub rules: Rules,
    pub duration: u32,
    pub weeks: usize,
    /// Weekday and time, in order.
    pub slots: Vec<(u32, u16)>,
    /// Minutes of stretch, and of night, by person; some may be missing.
    pub carried: [Vec<u64>; 2],
}

/// What a sequence comes to; less is better.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Value {
    pub missed: u64,
    pub largest_night: u64,
    pub largest: u64,
    pub total_night: u64,
    pub total: u64,
    /// The largest cumulative stretch after each week.
    pub after: Vec<u64>,
}

/// What each slot asks of each person in each week.
pub type Asked = Vec<Vec<Vec<ExpectedAsk>>>;

impl Rota {
    pub fn asked(&self) -> Asked {
        let slot = |(day, time): &(u32, u16)| {
            let dates = occurrences(&self.crew, &self.anchor, *day, (*time).into());
            let of = |start: i32| {
                let people = self.crew.people.iter();
                people.map(|person| asked(person, &self.rules, start, start + self.duration as i32)).collect()
            };
            dates.into_iter().map(|(_, start)| of(start)).collect()
        };
        self.slots.iter().map(slot).collect()
    }

    /// The most that the best single slot asks of anybody required: stretch, night, unreasonable.
    pub fn worst_of_the_best(&self, asked: &Asked) -> [u32; 3] {
        let required = self.crew.required();
        let burden = |weeks: &Vec<Vec<ExpectedAsk>>, wanted: bool| {
            let mut burden = ExpectedBurden::default();
            for (i, asked) in weeks.iter().flat_map(|people| people.iter().enumerate()) {
                if required.contains(&i) == wanted {
                    burden.add(*asked);
                }
            }
            burden
        };
        let best = asked.iter().min_by_key(|weeks| [burden(weeks, true), burden(weeks, false)]);
        let of_anybody = |minutes: fn(&ExpectedAsk) -> u32| {
            let weeks = best.expect("a slot").iter();
            weeks.flat_map(|people| required.iter().map(move |i| minutes(&people[*i]))).max().unwrap_or(0)
        };
        [
            of_anybody(|asked| asked.stretch),
            of_anybody(|asked| asked.night),
            of_anybody(|asked| asked.unreasonable),
        ]
    }

    /// Whether a slot may be taken in a week.
    pub fn allowed(
        &self,
        asked: &Asked,
        [stretch, night, unreasonable]: [u32; 3],
        slot: usize,
        week: usize,
    ) -> bool {
        self.crew.required().into_iter().all(|i| {
            let of = asked[slot][week][i];
            of.stretch <= stretch + 60 && of.night <= night && of.unreasonable <= unreasonable
        })
    }

    pub fn value(&self, asked: &Asked, sequence: &[usize]) -> Value {
        let required = self.crew.required();
        let carried = |kind: usize| -> Vec<u64> {
            required.iter().map(|i| self.carried[kind].get(*i).copied().unwrap_or(0)).collect()
        };
        let (mut stretch, mut night) = (carried(0), carried(1));
        let (before, night_before): (u64, u64) = (stretch.iter().sum(), night.iter().sum());
        let (mut missed, mut after) = (0, Vec::new());
        for (week, slot) in sequence.iter().enumerate() {
            for (place, i) in required.iter().enumerate() {
                let of = asked[*slot][week][*i];
                if of.missed() {
                    missed += 1;
                } else {
                    stretch[place] += u64::from(of.stretch);
                    night[place] += u64::from(of.night);
                }
            }
            after.push(stretch.iter().copied().max().unwrap_or(0));
        }
        Value {
            missed,
            largest_night: night.iter().copied().max().unwrap_or(0),
            largest: stretch.iter().copied().max().unwrap_or(0),
            total_night: night.iter().sum::<u64>() - night_before,
            total: stretch.iter().sum::<u64>() - before,
            after,
        }
    }

    /// The best of all sequences: of equal ones the first in the order of slots.
    pub fn best(&self, asked: &Asked) -> Vec<usize> {
        let limit = self.worst_of_the_best(asked);
        let mut all = vec![Vec::new()];
        for week in 0..self.weeks {
            let allowed = || (0..self.slots.len()).filter(|slot| self.allowed(asked, limit, *slot, week));
            let longer = |sequence: &Vec<usize>| {
                let sequence = sequence.clone();
                allowed().map(move |slot| [sequence.clone(), vec![slot]].concat()).collect::<Vec<_>>()
            };
            all = all.iter().flat_map(longer).collect();
        }
        all.into_iter().min_by_key(|sequence| self.value(asked, sequence)).expect("the best slot every week")
    }
}
