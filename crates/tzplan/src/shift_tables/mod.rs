//! Tables that members with equally long days share, whatever the season: the shifts that windows need, and
//! which of them are affordable.

mod affordable;
mod by_length;
mod by_start;
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
use by_start::ShiftsByStart;
pub(crate) use by_start::{NO_BURDEN, Needed};
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
    by_length: ByLength<Arc<ShiftsByStart>>,
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
    pub(crate) fn affordable_all_year<'w>(
        &self,
        stated: impl IntoIterator<Item = &'w Week>,
        flex: Option<Minutes>,
        policy: &Policy,
    ) -> Arc<Affordable> {
        let weeks = stated.into_iter().map(|week| self.affordable(week, flex, policy));
        let in_all = |one: Arc<Affordable>, other| {
            if Arc::ptr_eq(&one, &other) { one } else { Arc::new(one.and(&other)) }
        };
        weeks.reduce(in_all).expect("at least one week")
    }
}

impl WeekShifts {
    pub(crate) fn needed(&self, length: i32) -> Needed {
        let table = || Arc::new(ShiftsByStart::of(needed_shifts(&self.shape.spans, length, self.shape.step)));
        let by_start = self.shape.by_length.with(length, table, Arc::clone);
        Needed { by_start, steps_later: self.steps_later }
    }

    /// The windows that need an allowed shift; given for −12 h to +12 h in steps.
    pub(crate) fn open(&self, allowed: Vec<bool>) -> Open {
        let make = |_: &Vec<bool>| Arc::new(OpenWindows::of_step(self.shape.step));
        let windows = self.shape.open.get_or_make(allowed.clone(), make);
        Open { week: self.clone(), allowed, windows }
    }

    /// The same for two weeks of which every window needs the same, as long as both live.
    pub(crate) fn identity(&self) -> (usize, usize) {
        (Arc::as_ptr(&self.shape).addr(), self.steps_later)
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
