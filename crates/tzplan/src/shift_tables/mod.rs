//! Tables that members with equally long days share, whatever the season: the shifts that windows need, and
//! which of them are affordable.

mod affordable;
mod by_length;
mod cost;
mod needed;
mod starts;

use std::sync::Arc;

use crate::memo::Memo;
use crate::minutes::{DAY, Minutes};
use crate::policy::Policy;
use crate::season::Week;
pub(crate) use affordable::Affordable;
use by_length::ByLength;
pub(crate) use cost::Cost;
pub(crate) use needed::IMPOSSIBLE;
use needed::{DayArc, needed_shifts};
use starts::StartCircle;
pub(crate) use starts::Starts;

/// The tables of a team under a policy, made when first needed.
#[derive(Debug, Default)]
pub(crate) struct ShiftTables {
    shapes: Memo<Vec<DayArc>, Shape>,
    affordable: Memo<AffordableKey, Affordable>,
}

/// Days, flex, and the minutes past a whole step.
type AffordableKey = (Vec<DayArc>, Option<Minutes>, i32);

/// Days that differ by whole steps of the circle only: windows that differ by as many steps need the same of
/// them. Kept as the days moved back to the first step.
#[derive(Debug)]
struct Shape {
    spans: Vec<DayArc>,
    step: i32,
    /// The shifts in steps that windows need, by start in steps.
    by_length: ByLength<Arc<[i16]>>,
    /// By the shifts that are allowed, from −12 h to +12 h in steps.
    open: Memo<Vec<bool>, OpenWindows>,
}

/// The windows that need an allowed shift, by start in steps.
type OpenWindows = ByLength<StartCircle>;

/// The shifts that windows need of a week.
#[derive(Clone, Debug)]
pub(crate) struct WeekShifts {
    shape: Arc<Shape>,
    steps_later: usize,
}

/// The shifts that windows of one length need of a week.
#[derive(Clone, Debug)]
pub(crate) struct Needed {
    shifts: Arc<[i16]>,
    steps_later: usize,
}

/// The windows that need one of some shifts of a week.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    week: WeekShifts,
    /// For −12 h to +12 h in steps.
    allowed: Vec<bool>,
    windows: Arc<OpenWindows>,
}

/// What the search for plans looks up of a crowd.
#[derive(Clone, Debug)]
pub(crate) struct CrowdShifts {
    /// From where its members are.
    pub(crate) affordable: Arc<Affordable>,
    pub(crate) needed: WeekShifts,
}

impl ShiftTables {
    /// The shifts that windows need of a week.
    pub(crate) fn of_week(&self, week: &Week, step: i32) -> WeekShifts {
        let steps_later = week.spans().first().map_or(0, |span| span.utc_start / step);
        let back = |start: i32| (start - steps_later * step).rem_euclid(DAY);
        let spans = week.spans().iter().map(|span| (back(span.utc_start), span.length)).collect();
        let shape = self.shapes.get_or_make(spans, |spans| {
            Arc::new(Shape {
                spans: spans.clone(),
                step,
                by_length: ByLength::of_step(step),
                open: Memo::default(),
            })
        });
        WeekShifts { shape, steps_later: steps_later as usize }
    }

    /// The same value, not just an equal one, for all who can afford the same.
    pub(crate) fn affordable(
        &self,
        stated: &Week,
        flex: Option<Minutes>,
        policy: &Policy,
    ) -> Arc<Affordable> {
        self.affordable_past(stated, flex, 0, policy)
    }

    /// The same of a day that is moved already: whole steps and what its move is past one.
    pub(crate) fn affordable_past(
        &self,
        stated: &Week,
        flex: Option<Minutes>,
        past: i32,
        policy: &Policy,
    ) -> Arc<Affordable> {
        let mut days = stated.local_days();
        days.sort_unstable();
        let affordable =
            |(days, flex, past): &AffordableKey| Arc::new(Affordable::of(days, *flex, *past, policy));
        self.affordable.get_or_make((days, flex, past), affordable)
    }

    /// What is affordable in each of some weeks: only hours on another clock differ by season.
    pub(crate) fn affordable_all_year(
        &self,
        stated: &[Week],
        flex: Option<Minutes>,
        policy: &Policy,
    ) -> Arc<Affordable> {
        let weeks = stated.iter().map(|week| self.affordable(week, flex, policy));
        let in_all = |one: Arc<Affordable>, other| {
            if Arc::ptr_eq(&one, &other) { one } else { Arc::new(one.and(&other)) }
        };
        weeks.reduce(in_all).expect("at least one week")
    }
}

impl WeekShifts {
    pub(crate) fn needed(&self, length: i32) -> Needed {
        let table = || needed_shifts(&self.shape.spans, length, self.shape.step).into();
        let shifts = self.shape.by_length.with(length, table, Arc::clone);
        Needed { shifts, steps_later: self.steps_later }
    }

    /// The windows that need an allowed shift; given for −12 h to +12 h in steps.
    pub(crate) fn open(&self, allowed: Vec<bool>) -> Open {
        let make = |_: &Vec<bool>| Arc::new(OpenWindows::of_step(self.shape.step));
        let windows = self.shape.open.get_or_make(allowed.clone(), make);
        Open { week: self.clone(), allowed, windows }
    }

    /// Whether every window needs the same of two weeks.
    pub(crate) fn equals(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shape, &other.shape) && self.steps_later == other.steps_later
    }
}

impl Open {
    /// Leaves the starts of such windows of a length; says whether any is left.
    pub(crate) fn retain(&self, starts: &mut Starts, length: i32) -> bool {
        let circle = || {
            let Shape { spans, step, .. } = &*self.week.shape;
            let middle = self.allowed.len() / 2;
            let is_open =
                |shift: i16| shift != IMPOSSIBLE && self.allowed[(i32::from(shift) + middle as i32) as usize];
            let marks: Vec<bool> = needed_shifts(spans, length, *step).into_iter().map(is_open).collect();
            StartCircle::of(&marks)
        };
        self.windows.with(length, circle, |circle| starts.retain(circle, self.week.steps_later))
    }
}

/// Stands for more than any burden: a bit that no sum of squares of half days reaches, whoever moves.
pub(crate) const NO_BURDEN: u64 = 1 << 63;

impl Needed {
    /// Adds what every window asks of this many members, in steps², by start; a window that no shift reaches
    /// is marked by more than any burden.
    pub(crate) fn add_burdens(&self, heads: u32, by_start: &mut [u64]) {
        let add = |burdens: &mut [u64], shifts: &[i16]| {
            for (burden, shift) in burdens.iter_mut().zip(shifts) {
                let (steps, of_none) =
                    if *shift == IMPOSSIBLE { (0, NO_BURDEN) } else { (shift.unsigned_abs(), 0) };
                *burden = (*burden + u64::from(steps).pow(2) * u64::from(heads)) | of_none;
            }
        };
        let (early, late) = by_start.split_at_mut(self.steps_later);
        let (first, rest) = self.shifts.split_at(self.shifts.len() - self.steps_later);
        add(late, first);
        add(early, rest);
    }

    /// Adds whom every window moves of this many members and how far, in steps, by start; of windows that no
    /// shift reaches it says nothing.
    pub(crate) fn add_moves(&self, heads: u32, largest: &mut [u16], moved: &mut [u32]) {
        let mut add = |from: usize, shifts: &[i16]| {
            let by_start = largest[from..].iter_mut().zip(&mut moved[from..]);
            for ((largest, moved), shift) in by_start.zip(shifts) {
                let steps = shift.unsigned_abs();
                *largest = steps.max(*largest);
                *moved += if steps == 0 { 0 } else { heads };
            }
        };
        let (first, rest) = self.shifts.split_at(self.shifts.len() - self.steps_later);
        add(self.steps_later, first);
        add(0, rest);
    }

    /// The shifts in steps that windows need, by start in steps; [`IMPOSSIBLE`] where none reaches one.
    pub(crate) fn by_start(&self) -> Vec<i16> {
        let (first, rest) = self.shifts.split_at(self.shifts.len() - self.steps_later);
        [rest, first].concat()
    }

    /// The shift in steps that the window at a start needs, the start in steps too; `None` where no shift
    /// reaches it.
    pub(crate) fn at(&self, start: usize) -> Option<i32> {
        self.at_once_moved(start, 0)
    }

    /// The same of a week that has been moved by this many steps.
    pub(crate) fn at_once_moved(&self, start: usize, by: i32) -> Option<i32> {
        let place = (start as i32 - by - self.steps_later as i32).rem_euclid(self.shifts.len() as i32);
        let shift = self.shifts[place as usize];
        (shift != IMPOSSIBLE).then_some(shift.into())
    }
}
