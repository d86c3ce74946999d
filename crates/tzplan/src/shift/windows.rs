//! The windows of a class of seasons, and the shifts that they need.

use std::cell::OnceCell;
use std::sync::Arc;

use super::affordances::Affordances;
use super::candidate::{Candidate, Origin};
use crate::lineup::{Crowd, Lineup, WeekClass};
use crate::minutes::{DAY, Minutes, PerDay};
use crate::season::Week;
use crate::shift_tables::{Cost, Needed, OpenWindows, WeekShifts};

/// Every window to be tried of a class of seasons.
#[derive(Debug)]
pub(super) struct ClassWindows {
    /// The place of the class.
    class: usize,
    /// In order.
    lengths: Vec<i32>,
    columns: Vec<Column>,
    /// By slot.
    column_of: Vec<usize>,
    /// By length, then column.
    needed: Vec<OnceCell<Vec<Needed>>>,
    /// How many starts a day has.
    starts: usize,
    /// The slot of somebody who joins.
    newcomer: Option<usize>,
    open: Option<Arc<OpenWindows>>,
}

/// Members of whom each window needs the same.
#[derive(Debug)]
struct Column {
    shifts: WeekShifts,
    heads: u32,
    /// Heads but for a newcomer.
    team: u32,
    slots: Vec<usize>,
    /// For each shift of −12 h to +12 h in steps, whether everybody here but a newcomer can afford it in some
    /// season: found when first needed.
    affordable: OnceCell<Vec<bool>>,
}

impl ClassWindows {
    pub(super) fn of(lineup: &Lineup<'_>, place: usize) -> Self {
        let (class, step) = (&lineup.classes[place], lineup.policy.step().get() as i32);
        let mut columns: Vec<Column> = Vec::new();
        let of_crowd = |crowd: &Crowd<'_>| {
            let shifts = lineup.shifts_of(crowd).needed.clone();
            columns.iter().position(|column| column.shifts.equals(&shifts)).unwrap_or_else(|| {
                columns.push(Column {
                    shifts,
                    heads: 0,
                    team: 0,
                    slots: Vec::new(),
                    affordable: OnceCell::new(),
                });
                columns.len() - 1
            })
        };
        let column_of_crowd: Vec<usize> = class.crowds.iter().map(of_crowd).collect();
        let column_of: Vec<usize> = class.crowd_of.iter().map(|crowd| column_of_crowd[*crowd]).collect();
        for ((place, slot), column) in lineup.slots.iter().enumerate().zip(&column_of) {
            columns[*column].heads += slot.heads;
            columns[*column].team += if lineup.newcomer == Some(place) { 0 } else { slot.heads };
            columns[*column].slots.push(place);
        }
        let lengths = lengths(class, lineup.target, step);
        let needed = lengths.iter().map(|_| OnceCell::new()).collect();
        Self {
            class: place,
            lengths,
            columns,
            column_of,
            needed,
            starts: (DAY / step) as usize,
            newcomer: lineup.newcomer,
            open: class.open.clone(),
        }
    }

    /// The windows for which everybody has a shift that they can afford in some season.
    ///
    /// # Complexity
    ///
    /// Lengths × starts × columns at most; most starts are ruled out by the first few columns. Where somebody
    /// joins a team for which that is known, lengths × the windows open to the team.
    pub(super) fn affordable(&self, affordances: &Affordances) -> Vec<Candidate> {
        let mut found = Vec::new();
        for length in &self.lengths {
            let open = match &self.open {
                Some(open) => {
                    open.0.get_or_make(*length, |length| self.open_to_team(*length, affordances).into())
                }
                None => self.open_to_team(*length, affordances).into(),
            };
            let newcomer =
                self.newcomer.map(|slot| (slot, self.columns[self.column_of[slot]].shifts.needed(*length)));
            let with_newcomer = |(start, cost): &(usize, Cost)| match &newcomer {
                None => Some((*start, *cost)),
                Some((slot, needed)) => {
                    let steps = needed.at(*start).filter(|steps| affordances.somewhere(*slot, *steps))?;
                    Some((*start, if steps == 0 { *cost } else { cost.with(1, steps) }))
                }
            };
            found.extend(open.iter().filter_map(with_newcomer).map(|(start, cost)| Candidate {
                cost,
                origin: Origin::Window { class: self.class, length: *length, start },
            }));
        }
        found
    }

    /// The starts of windows of a length for which everybody but a newcomer has a shift that they can afford
    /// in some season, with what these cost.
    fn open_to_team(&self, length: i32, affordances: &Affordances) -> Vec<(usize, Cost)> {
        let mut open: Vec<(usize, Cost)> = (0..self.starts).map(|start| (start, Cost::NONE)).collect();
        for column in self.columns.iter().filter(|column| column.team > 0) {
            let needed = column.shifts.needed(length);
            let affordable =
                column.affordable.get_or_init(|| column.affordable(affordances, self.starts, self.newcomer));
            let middle = affordable.len() as i32 / 2;
            open.retain_mut(|(start, cost)| {
                let steps = needed.at(*start).filter(|steps| affordable[(steps + middle) as usize]);
                if let Some(steps) = steps.filter(|steps| *steps != 0) {
                    *cost = cost.with(column.team, steps);
                }
                steps.is_some()
            });
            if open.is_empty() {
                break;
            }
        }
        open
    }

    /// The windows for which everybody has a shift.
    ///
    /// # Complexity
    ///
    /// Lengths × starts × columns.
    pub(super) fn all(&self) -> impl Iterator<Item = Candidate> {
        let starts = move |number| (0..self.starts).filter_map(move |start| self.candidate(number, start));
        (0..self.lengths.len()).flat_map(starts)
    }

    /// The shift that a window needs of each slot, in steps.
    pub(super) fn shifts(&self, length: i32, start: usize) -> Vec<i32> {
        let asked = self.asked(length, start);
        (0..self.column_of.len()).map(|slot| asked.of(slot)).collect()
    }

    /// The same of any slot.
    pub(super) fn asked(&self, length: i32, start: usize) -> AskedByWindow<'_> {
        let number = self.lengths.binary_search(&length).expect("a length of this class");
        AskedByWindow { needed: self.needed(number), column_of: &self.column_of, start }
    }

    fn candidate(&self, number: usize, start: usize) -> Option<Candidate> {
        let mut cost = Cost::NONE;
        for (column, needed) in self.columns.iter().zip(self.needed(number)) {
            let steps = needed.at(start)?;
            if steps != 0 {
                cost = cost.with(column.heads, steps);
            }
        }
        Some(Candidate {
            cost,
            origin: Origin::Window { class: self.class, length: self.lengths[number], start },
        })
    }

    fn needed(&self, number: usize) -> &[Needed] {
        let of = |column: &Column| column.shifts.needed(self.lengths[number]);
        self.needed[number].get_or_init(|| self.columns.iter().map(of).collect())
    }
}

/// What a window that everybody reaches needs of each slot.
pub(super) struct AskedByWindow<'c> {
    /// By column.
    needed: &'c [Needed],
    column_of: &'c [usize],
    start: usize,
}

impl AskedByWindow<'_> {
    /// The shift of a slot, in steps.
    pub(super) fn of(&self, slot: usize) -> i32 {
        self.needed[self.column_of[slot]].at(self.start).expect("a window that everybody reaches")
    }
}

impl Column {
    fn affordable(&self, affordances: &Affordances, starts: usize, newcomer: Option<usize>) -> Vec<bool> {
        let most = starts as i32 / 2;
        let team = || self.slots.iter().filter(|slot| Some(**slot) != newcomer);
        let everybody = |steps| team().all(|slot| affordances.somewhere(*slot, steps));
        (-most..=most).map(everybody).collect()
    }
}

/// The lengths to try, in order: the group's effective target, and at or above it every multiple of `step`
/// and every member's average day, rounded up to a whole minute, as far as the longest span. None where
/// somebody has no hours.
fn lengths(class: &WeekClass<'_>, target: Minutes, step: i32) -> Vec<i32> {
    let weeks = || class.crowds.iter().map(Crowd::week);
    let longest = weeks().flat_map(Week::spans).map(|span| span.length).max();
    let averages: Option<Vec<PerDay>> = weeks().map(Week::average_day).collect();
    let (Some(longest), Some(averages)) = (longest, averages) else { return Vec::new() };
    let whole = |day: PerDay| day.ceil().get() as i32;
    let effective = whole(class.group().effective_target(target));
    let first = effective.div_euclid(step) * step;
    let multiples = (first..=longest).step_by(step as usize);
    let mut lengths: Vec<i32> = multiples.chain(averages.into_iter().map(whole)).collect();
    lengths.retain(|length| (effective..=longest).contains(length));
    lengths.push(effective);
    lengths.sort_unstable();
    lengths.dedup();
    lengths
}
