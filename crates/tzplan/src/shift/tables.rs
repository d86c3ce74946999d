//! Tables that members with equally long days share, whatever the season: the shifts that windows need, and
//! which of them are affordable.

use std::sync::Arc;

use super::affordable::Affordable;
use super::needed::{DayArc, IMPOSSIBLE, needed_shifts};
use crate::memo::Memo;
use crate::minutes::{DAY, Minutes};
use crate::policy::Policy;
use crate::season::Week;

/// The tables of a team under a policy, made when first needed.
#[derive(Debug, Default)]
pub(crate) struct ShiftTables {
    shapes: Memo<Vec<DayArc>, Shape>,
    /// For those who keep their stated hours.
    families: Memo<FamilyKey, Family>,
    affordable: Memo<(Vec<DayArc>, Option<Minutes>), Affordable>,
}

/// Days on the UTC circle, moved back to its first step, the same days on the local clock, and the flex.
type FamilyKey = (Vec<DayArc>, Vec<DayArc>, Option<Minutes>);

/// Days that differ by whole steps of the circle only: windows that differ by as many steps need the same of
/// them. Kept as the days moved back to the first step.
#[derive(Debug)]
struct Shape {
    spans: Vec<DayArc>,
    step: i32,
    by_length: Memo<i32, Table>,
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
    shape: Arc<Shape>,
    /// For each shift of `-12 h ..= 12 h` in steps.
    affordable: Vec<bool>,
    by_length: Memo<i32, [u8]>,
}

/// The shift is not affordable.
pub(super) const UNAFFORDABLE: u8 = 1;
/// No shift reaches the window.
pub(super) const OUT_OF_REACH: u8 = 2;

/// The shifts of one crowd.
#[derive(Clone, Debug)]
pub(super) struct CrowdShifts {
    family: Arc<Family>,
    steps_later: usize,
}

/// The shifts that windows of one length need of one crowd.
#[derive(Clone, Debug)]
pub(super) struct Needed {
    table: Arc<Table>,
    /// [`UNAFFORDABLE`] and [`OUT_OF_REACH`], by start in steps.
    flags: Arc<[u8]>,
    steps_later: usize,
}

impl ShiftTables {
    /// Of a crowd with this week, which is the stated one moved by so many minutes already, and this flex.
    pub(super) fn of_crowd(
        &self,
        week: &Week,
        (stated, moved): (&Week, i32),
        flex: Option<Minutes>,
        policy: &Policy,
    ) -> CrowdShifts {
        let step = policy.step().get() as i32;
        let steps_later = week.spans().first().map_or(0, |span| span.utc_start / step);
        let back = |start: i32| (start - steps_later * step).rem_euclid(DAY);
        let spans: Vec<DayArc> =
            week.spans().iter().map(|span| (back(span.utc_start), span.length)).collect();
        let new_family = |spans: &Vec<DayArc>| {
            let affordable = self.affordable(stated, flex, policy).on_top_of(moved, DAY / 2 / step);
            Arc::new(Family { shape: self.shape(spans, step), affordable, by_length: Memo::default() })
        };
        // Whoever is tried out with a moved day comes once: nothing is kept of them but the shape.
        let family = if moved == 0 {
            self.families.get_or_make((spans, stated.local_days(), flex), |(spans, ..)| new_family(spans))
        } else {
            new_family(&spans)
        };
        CrowdShifts { family, steps_later: steps_later as usize }
    }

    pub(crate) fn affordable(
        &self,
        stated: &Week,
        flex: Option<Minutes>,
        policy: &Policy,
    ) -> Arc<Affordable> {
        let key = (stated.local_days(), flex);
        self.affordable.get_or_make(key, |(days, flex)| Arc::new(Affordable::of(days, *flex, policy)))
    }

    fn shape(&self, spans: &[DayArc], step: i32) -> Arc<Shape> {
        self.shapes.get_or_make(spans.to_vec(), |spans| {
            Arc::new(Shape { spans: spans.clone(), step, by_length: Memo::default() })
        })
    }
}

impl CrowdShifts {
    pub(super) fn needed(&self, length: i32) -> Needed {
        let shape = &self.family.shape;
        let table = shape.by_length.get_or_make(length, |_| {
            let shifts = needed_shifts(&shape.spans, length, shape.step);
            Arc::new(Table { sizes: shifts.iter().map(|shift| shift.abs()).collect(), shifts })
        });
        let flags = self.family.by_length.get_or_make(length, |_| self.family.flags(&table.shifts));
        Needed { table, flags, steps_later: self.steps_later }
    }
}

impl Family {
    fn flags(&self, shifts: &[i16]) -> Arc<[u8]> {
        let most = self.affordable.len() as i32 / 2;
        let flags = shifts.iter().map(|shift| match *shift {
            IMPOSSIBLE => OUT_OF_REACH | UNAFFORDABLE,
            shift if self.affordable[(i32::from(shift) + most) as usize] => 0,
            _ => UNAFFORDABLE,
        });
        flags.collect()
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
