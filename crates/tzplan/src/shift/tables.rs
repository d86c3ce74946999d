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
    shapes: RefCell<HashMap<Vec<Arc>, Rc<Shape>>>,
    /// By days on the UTC circle and days on the local clock, for those who keep their stated hours.
    families: RefCell<HashMap<FamilyKey, Rc<Family>>>,
    affordable: RefCell<HashMap<Vec<Arc>, Rc<Affordable>>>,
}

/// Days on the UTC circle, moved back to its first step, and the same days on the local clock.
type FamilyKey = (Vec<Arc>, Vec<Arc>);

/// Days that differ by whole steps of the circle only: windows that differ by as many steps need the same of
/// them. Kept as the days moved back to the first step.
#[derive(Debug)]
struct Shape {
    spans: Vec<Arc>,
    step: i32,
    by_length: RefCell<Vec<(i32, Rc<Table>)>>,
}

/// What windows of one length need, by their start in steps.
#[derive(Debug)]
struct Table {
    /// The shift in steps.
    shifts: Vec<i16>,
    /// Its size.
    sizes: Vec<i16>,
}

/// Members of one shape to whom the same shifts are affordable.
#[derive(Debug)]
struct Family {
    shape: Rc<Shape>,
    /// For each shift of `-12 h ..= 12 h` in steps.
    affordable: Vec<bool>,
    by_length: RefCell<Vec<(i32, Rc<[u8]>)>>,
}

/// The shift is not affordable.
pub(super) const UNAFFORDABLE: u8 = 1;
/// No shift reaches the window.
pub(super) const OUT_OF_REACH: u8 = 2;

/// The shifts of one crowd.
#[derive(Clone, Debug)]
pub(super) struct CrowdShifts {
    family: Rc<Family>,
    steps_later: usize,
}

/// The shifts that windows of one length need of one crowd.
#[derive(Clone, Debug)]
pub(super) struct Needed {
    table: Rc<Table>,
    /// [`UNAFFORDABLE`] and [`OUT_OF_REACH`], by start in steps.
    flags: Rc<[u8]>,
    steps_later: usize,
}

impl ShiftTables {
    pub(super) fn of_crowd(&self, crowd: &Crowd<'_>, policy: &Policy) -> CrowdShifts {
        let step = policy.step().get() as i32;
        let steps_later = crowd.week.spans().first().map_or(0, |span| span.utc_start / step);
        let back = |start: i32| (start - steps_later * step).rem_euclid(DAY);
        let spans: Vec<Arc> =
            crowd.week.spans().iter().map(|span| (back(span.utc_start), span.length)).collect();
        let new_family = |spans: &Vec<Arc>| {
            let affordable = self.affordable(crowd.stated, policy).on_top_of(crowd.moved, DAY / 2 / step);
            Rc::new(Family { shape: self.shape(spans, step), affordable, by_length: RefCell::default() })
        };
        // Whoever is tried out with a moved day comes once: nothing is kept of them but the shape.
        let family = if crowd.moved == 0 {
            let mut families = self.families.borrow_mut();
            families
                .entry((spans, local_days(crowd.stated)))
                .or_insert_with_key(|(spans, _)| new_family(spans))
                .clone()
        } else {
            new_family(&spans)
        };
        CrowdShifts { family, steps_later: steps_later as usize }
    }

    pub(crate) fn affordable(&self, stated: &Week, policy: &Policy) -> Rc<Affordable> {
        let mut known = self.affordable.borrow_mut();
        known
            .entry(local_days(stated))
            .or_insert_with_key(|days| Rc::new(Affordable::of(days, policy)))
            .clone()
    }

    fn shape(&self, spans: &Vec<Arc>, step: i32) -> Rc<Shape> {
        let mut shapes = self.shapes.borrow_mut();
        if let Some(known) = shapes.get(spans) {
            return known.clone();
        }
        let shape = Rc::new(Shape { spans: spans.clone(), step, by_length: RefCell::default() });
        shapes.entry(spans.clone()).or_insert(shape).clone()
    }
}

fn local_days(week: &Week) -> Vec<Arc> {
    week.spans().iter().map(|span| (span.local_start, span.length)).collect()
}

impl CrowdShifts {
    pub(super) fn needed(&self, length: i32) -> Needed {
        let shape = &self.family.shape;
        let table = kept(&shape.by_length, length, || {
            let shifts = needed_shifts(&shape.spans, length, shape.step);
            Rc::new(Table { sizes: shifts.iter().map(|shift| shift.abs()).collect(), shifts })
        });
        let flags = kept(&self.family.by_length, length, || self.family.flags(&table.shifts));
        Needed { table, flags, steps_later: self.steps_later }
    }
}

impl Family {
    fn flags(&self, shifts: &[i16]) -> Rc<[u8]> {
        let most = self.affordable.len() as i32 / 2;
        let flags = shifts.iter().map(|shift| match *shift {
            IMPOSSIBLE => OUT_OF_REACH | UNAFFORDABLE,
            shift if self.affordable[(i32::from(shift) + most) as usize] => 0,
            _ => UNAFFORDABLE,
        });
        flags.collect()
    }
}

/// The value of a length, made once.
fn kept<T: ?Sized>(known: &RefCell<Vec<(i32, Rc<T>)>>, length: i32, make: impl FnOnce() -> Rc<T>) -> Rc<T> {
    let mut known = known.borrow_mut();
    match known.binary_search_by_key(&length, |(length, _)| *length) {
        Ok(place) => known[place].1.clone(),
        Err(place) => {
            let value = make();
            known.insert(place, (length, value.clone()));
            value
        }
    }
}

impl Needed {
    /// The shift in steps that the window at a start needs; the start in steps too.
    pub(super) fn at(&self, start: usize) -> i16 {
        self.table.shifts[(start + self.table.shifts.len() - self.steps_later) % self.table.shifts.len()]
    }

    /// The flags of the window at a start.
    pub(super) fn flags_at(&self, start: usize) -> u8 {
        self.flags[(start + self.flags.len() - self.steps_later) % self.flags.len()]
    }

    /// The sizes of the shifts, as two runs: for starts from 0 on, then for the rest.
    pub(super) fn sizes(&self) -> [&[i16]; 2] {
        turned(&self.table.sizes, self.steps_later)
    }

    /// The flags, as two runs.
    pub(super) fn flags(&self) -> [&[u8]; 2] {
        turned(&self.flags, self.steps_later)
    }
}

fn turned<T>(circle: &[T], later: usize) -> [&[T]; 2] {
    let (rest, first) = circle.split_at(circle.len() - later);
    [first, rest]
}
