//! Tables that members with equally long days share, whatever the season: the shifts that windows need, and
//! which of them are affordable.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::affordable::Affordable;
use super::needed::{Arc, IMPOSSIBLE, needed_shifts};
use crate::lineup::Crowd;
use crate::minutes::DAY;
use crate::policy::Policy;
use crate::season::Week;

/// The tables of a team under a policy, made when first needed.
#[derive(Debug, Default)]
pub(crate) struct ShiftTables {
    families: RefCell<HashMap<FamilyKey, Rc<Family>>>,
    affordable: RefCell<HashMap<Vec<Arc>, Rc<Affordable>>>,
}

/// The days moved back to the first step of the UTC circle, the same days on the local clock, and the move made
/// already.
type FamilyKey = (Vec<Arc>, Vec<Arc>, i32);

/// The tables of all window lengths for members whose days differ by whole steps of UTC only.
#[derive(Debug)]
struct Family {
    spans: Vec<Arc>,
    step: i32,
    /// For each shift of `-12 h ..= 12 h` in steps.
    affordable: Vec<bool>,
    by_length: RefCell<Vec<(i32, Rc<Table>)>>,
}

/// What windows of one length need, by their start in steps.
#[derive(Debug)]
pub(super) struct Table {
    /// The shift in steps.
    shifts: Vec<i16>,
    /// Its size.
    sizes: Vec<i16>,
    /// [`UNAFFORDABLE`] and [`OUT_OF_REACH`].
    flags: Vec<u8>,
}

/// The shift is not affordable.
pub(super) const UNAFFORDABLE: u8 = 1;
/// No shift reaches the window.
pub(super) const OUT_OF_REACH: u8 = 2;

/// The shifts of one crowd.
#[derive(Clone, Debug)]
pub(super) struct CrowdShifts {
    family: Rc<Family>,
    /// Days that start some steps later need the same of windows that start as many steps later.
    steps_later: usize,
}

/// The shifts that windows of one length need of one crowd.
#[derive(Clone, Debug)]
pub(super) struct Needed {
    table: Rc<Table>,
    steps_later: usize,
}

impl ShiftTables {
    pub(super) fn of_crowd(&self, crowd: &Crowd<'_>, policy: &Policy) -> CrowdShifts {
        let step = policy.step().get() as i32;
        let steps_later = crowd.week.spans().first().map_or(0, |span| span.utc_start / step);
        let back = |start: i32| (start - steps_later * step).rem_euclid(DAY);
        let spans = crowd.week.spans().iter().map(|span| (back(span.utc_start), span.length)).collect();
        let key: FamilyKey = (spans, local_days(crowd.stated), crowd.moved);
        let mut families = self.families.borrow_mut();
        let family = families.entry(key).or_insert_with_key(|(spans, _, moved)| {
            let affordable = self.affordable(crowd.stated, policy).on_top_of(*moved, DAY / 2 / step);
            Rc::new(Family { spans: spans.clone(), step, affordable, by_length: RefCell::default() })
        });
        CrowdShifts { family: family.clone(), steps_later: steps_later as usize }
    }

    pub(crate) fn affordable(&self, stated: &Week, policy: &Policy) -> Rc<Affordable> {
        let mut known = self.affordable.borrow_mut();
        known
            .entry(local_days(stated))
            .or_insert_with_key(|days| Rc::new(Affordable::of(days, policy)))
            .clone()
    }
}

fn local_days(week: &Week) -> Vec<Arc> {
    week.spans().iter().map(|span| (span.local_start, span.length)).collect()
}

impl CrowdShifts {
    pub(super) fn needed(&self, length: i32) -> Needed {
        let mut known = self.family.by_length.borrow_mut();
        let table = match known.binary_search_by_key(&length, |(length, _)| *length) {
            Ok(place) => known[place].1.clone(),
            Err(place) => {
                let table = Rc::new(self.family.table(length));
                known.insert(place, (length, table.clone()));
                table
            }
        };
        Needed { table, steps_later: self.steps_later }
    }
}

impl Family {
    fn table(&self, length: i32) -> Table {
        let shifts = needed_shifts(&self.spans, length, self.step);
        let most = self.affordable.len() as i32 / 2;
        let flags = shifts.iter().map(|shift| match *shift {
            IMPOSSIBLE => OUT_OF_REACH | UNAFFORDABLE,
            shift if self.affordable[(i32::from(shift) + most) as usize] => 0,
            _ => UNAFFORDABLE,
        });
        Table { sizes: shifts.iter().map(|shift| shift.abs()).collect(), flags: flags.collect(), shifts }
    }
}

impl Needed {
    /// The shift in steps that the window at a start needs; the start in steps too.
    pub(super) fn at(&self, start: usize) -> i16 {
        self.table.shifts[(start + self.table.shifts.len() - self.steps_later) % self.table.shifts.len()]
    }

    /// The flags of the window at a start.
    pub(super) fn flags_at(&self, start: usize) -> u8 {
        self.table.flags[(start + self.table.flags.len() - self.steps_later) % self.table.flags.len()]
    }

    /// The sizes of the shifts, as two runs: for starts from 0 on, then for the rest.
    pub(super) fn sizes(&self) -> [&[i16]; 2] {
        turned(&self.table.sizes, self.steps_later)
    }

    /// The flags, as two runs.
    pub(super) fn flags(&self) -> [&[u8]; 2] {
        turned(&self.table.flags, self.steps_later)
    }
}

fn turned<T>(circle: &[T], later: usize) -> [&[T]; 2] {
    let (rest, first) = circle.split_at(circle.len() - later);
    [first, rest]
}
