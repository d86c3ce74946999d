//! The shifts that windows need of a team in a class of seasons, and which of them everybody can afford.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::affordances::Affordances;
use crate::lineup::{Crowd, Lineup};
use crate::minutes::DAY;
use crate::shift_tables::{Cost, NO_BURDEN, Needed, Open, Starts, WeekShifts};

/// Where fewer than one in this many windows of a length is asked about, each is summed up by itself.
const SIDE_BY_SIDE: usize = 16;

/// The members of a lineup in a class of seasons, by what windows need of them.
#[derive(Debug)]
pub(super) struct Columns {
    columns: Vec<Column>,
    /// By slot.
    pub(super) column_of: Vec<usize>,
    /// The places of the columns: first those whose day is where it is stated, of which much is known.
    stated_first: Vec<usize>,
    /// How many starts a day has.
    pub(super) starts: usize,
}

/// Members of whom each window needs the same.
#[derive(Debug)]
struct Column {
    shifts: WeekShifts,
    heads: u32,
    slots: Vec<usize>,
    /// The windows that need a shift which everybody here can afford in some season: found when first needed.
    open: OnceLock<Open>,
}

impl Columns {
    /// Of a class, by its place.
    pub(super) fn of(lineup: &Lineup<'_>, class: usize) -> Self {
        let (class, step) = (&lineup.classes[class], lineup.policy.step().get() as i32);
        let mut columns: Vec<Column> = Vec::new();
        let mut known = HashMap::with_capacity(class.crowds.len());
        let of_crowd = |crowd: &Crowd<'_>| {
            let shifts = &lineup.shifts_of(crowd).needed;
            *known.entry(shifts.identity()).or_insert_with(|| {
                let (shifts, slots, open) = (shifts.clone(), Vec::new(), OnceLock::new());
                columns.push(Column { shifts, heads: 0, slots, open });
                columns.len() - 1
            })
        };
        let column_of_crowd: Vec<usize> = class.crowds.iter().map(of_crowd).collect();
        let column_of: Vec<usize> = class.crowd_of.iter().map(|crowd| column_of_crowd[*crowd]).collect();
        for ((place, slot), column) in lineup.slots.iter().enumerate().zip(&column_of) {
            columns[*column].heads += slot.heads;
            columns[*column].slots.push(place);
        }
        let mut stated_first: Vec<usize> = (0..columns.len()).collect();
        stated_first
            .sort_by_key(|column| columns[*column].slots.iter().any(|slot| lineup.slots[*slot].moved != 0));
        Self { columns, column_of, stated_first, starts: (DAY / step) as usize }
    }

    /// What windows of a length need, by column.
    pub(super) fn needed(&self, length: i32) -> Vec<Needed> {
        self.columns.iter().map(|column| column.shifts.needed(length)).collect()
    }

    /// The cost of a window, given what windows of its length need; `None` where no shift of somebody
    /// reaches it.
    pub(super) fn cost(&self, needed: &[Needed], start: usize) -> Option<Cost> {
        let mut cost = Cost::NONE;
        for (column, needed) in self.columns.iter().zip(needed) {
            let steps = needed.at(start)?;
            if steps != 0 {
                cost = cost.with(column.heads, steps);
            }
        }
        Some(cost)
    }

    /// What all windows of a length ask, by start, in steps²: the burden of [`cost`](Self::cost), and more
    /// than any burden where no shift of somebody reaches a window.
    fn burdens(&self, needed: &[Needed], by_start: &mut [u64]) {
        for (column, needed) in self.columns.iter().zip(needed) {
            needed.add_burdens(column.heads, by_start);
        }
    }

    /// The costs of those of some windows of a length that ask for one of some burdens, with their starts.
    pub(super) fn costs(
        &self,
        needed: &[Needed],
        starts: &[u16],
        burdens: &Range<u64>,
    ) -> Vec<(usize, Cost)> {
        if starts.len() < self.starts / SIDE_BY_SIDE {
            let below = |start: usize| Some((start, self.cost_below(needed, start, burdens.end)?));
            let below = starts.iter().filter_map(|start| below((*start).into()));
            return below.filter(|(_, cost)| cost.burden >= burdens.start).collect();
        }
        let mut by_start = vec![0; self.starts];
        self.burdens(needed, &mut by_start);
        let asks = |start: &usize| by_start[*start] < NO_BURDEN && burdens.contains(&by_start[*start]);
        let starts: Vec<usize> = starts.iter().map(|start| usize::from(*start)).filter(asks).collect();
        if starts.is_empty() {
            return Vec::new();
        }
        let (mut largest, mut moved) = (vec![0; self.starts], vec![0; self.starts]);
        for (column, needed) in self.columns.iter().zip(needed) {
            needed.add_moves(column.heads, &mut largest, &mut moved);
        }
        let cost = |start: usize| Cost {
            burden: by_start[start],
            largest: largest[start].into(),
            moved: moved[start],
        };
        starts.into_iter().map(|start| (start, cost(start))).collect()
    }

    /// The [`cost`](Self::cost) of a window, where it asks for less than a burden.
    fn cost_below(&self, needed: &[Needed], start: usize, burden: u64) -> Option<Cost> {
        let mut cost = Cost::NONE;
        for (column, needed) in self.columns.iter().zip(needed) {
            let steps = needed.at(start)?;
            if steps != 0 {
                cost = cost.with(column.heads, steps);
            }
            if cost.burden >= burden {
                return None;
            }
        }
        Some(cost)
    }

    /// What windows of a length need of a slot, by start.
    pub(super) fn by_start(&self, slot: usize, length: i32) -> Vec<i16> {
        self.columns[self.column_of[slot]].shifts.needed(length).by_start()
    }

    /// The starts of windows of a length for which everybody has a shift that they can afford in some season,
    /// with what these cost.
    ///
    /// # Complexity
    ///
    /// Words of starts × columns at most; the first few columns mostly rule all out.
    pub(super) fn affordable(&self, length: i32, affordances: &Affordances) -> Vec<(usize, Cost)> {
        let mut starts = Starts::all(self.starts);
        for column in self.stated_first.iter().map(|column| &self.columns[*column]) {
            let open = || column.shifts.open(column.affordable(affordances, self.starts));
            if !column.open.get_or_init(open).retain(&mut starts, length) {
                return Vec::new();
            }
        }
        let needed = self.needed(length);
        let cost = |start| self.cost(&needed, start).expect("a window that everybody reaches");
        starts.iter().map(|start| (start, cost(start))).collect()
    }
}

impl Column {
    fn affordable(&self, affordances: &Affordances, starts: usize) -> Vec<bool> {
        let most = starts as i32 / 2;
        let everybody = |steps| self.slots.iter().all(|slot| affordances.somewhere(*slot, steps));
        (-most..=most).map(everybody).collect()
    }
}
