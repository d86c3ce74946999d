//! Moving days: the shift that a window needs, what is affordable, and the cheapest window of all.

use super::target::{Rules, effective_target, in_clock_range, meets};
use super::week::{ExpectedWeek, count, turned};

/// A window of the UTC day that holds, with everybody's shift.
#[derive(Clone, PartialEq, Debug)]
pub struct ExpectedWindow {
    pub affordable: bool,
    pub largest: i32,
    pub sum: i32,
    pub length: i32,
    pub start: i32,
    pub shifts: Vec<i32>,
}

/// The smallest |s|, a multiple of the step of at most 12 h, after which every span covers min(T, span)
/// minutes of the window; later before earlier.
pub fn shift_needed(week: &ExpectedWeek, start: i32, length: i32, step: i32) -> Option<i32> {
    let mut window = vec![false; 1440];
    (start..start + length).for_each(|minute| window[(minute % 1440) as usize] = true);
    let covers = |shift: i32| {
        week.spans.iter().all(|(span, _)| {
            let moved = turned(span, shift);
            let shared = moved.iter().zip(&window).filter(|(a, b)| **a && **b).count() as u32;
            shared >= count(&window).min(count(span))
        })
    };
    let by_size = (0..=720 / step).flat_map(|steps| [steps * step, -steps * step]);
    by_size.into_iter().find(|shift| covers(*shift))
}

/// Whether somebody may be asked to move that much further: counted from the stated hours, at most
/// `max_shift`, and no day with more minutes outside the reasonable hours than stated. Staying put is always
/// affordable.
pub fn affordable(week: &ExpectedWeek, shift: i32, rules: &Rules) -> bool {
    let total = week.moved + shift;
    let outside = |span: &[bool], ahead: i32| {
        let local = |minute: usize| (minute as i32 + ahead).rem_euclid(1440);
        let minutes = (0..1440).filter(|minute| span[*minute]);
        minutes.filter(|minute| !in_clock_range(local(*minute), rules.reasonable)).count()
    };
    let no_worse = |(span, ahead): &(Vec<bool>, i32)| {
        outside(&turned(span, shift), *ahead) <= outside(&turned(span, -week.moved), *ahead)
    };
    shift == 0 || (total.abs() <= rules.max_shift && week.spans.iter().all(no_worse))
}

/// Every window at every start and length: those in which everybody has a shift, cheapest first; the first
/// one that holds.
pub fn cheapest(weeks: &[ExpectedWeek], rules: &Rules) -> Option<ExpectedWindow> {
    let group: Vec<&ExpectedWeek> = weeks.iter().collect();
    let effective = effective_target(&group, rules.target);
    let shortest = effective.minutes_per_week.div_ceil(effective.days) as i32;
    let longest = weeks.iter().flat_map(|week| &week.spans).map(|(span, _)| count(span) as i32).max()?;

    let mut windows = Vec::new();
    for length in (shortest..=longest).step_by(rules.step as usize) {
        for start in (0..1440).step_by(rules.step as usize) {
            let shifts = weeks.iter().map(|week| shift_needed(week, start, length, rules.step));
            let Some(shifts) = shifts.collect::<Option<Vec<i32>>>() else { continue };
            windows.push(ExpectedWindow {
                affordable: weeks.iter().zip(&shifts).all(|(week, shift)| affordable(week, *shift, rules)),
                largest: shifts.iter().map(|shift| shift.abs()).max().unwrap_or(0),
                sum: shifts.iter().map(|shift| shift.abs()).sum(),
                length,
                start,
                shifts,
            });
        }
    }
    windows
        .sort_by_key(|window| (!window.affordable, window.largest, window.sum, window.length, window.start));
    windows.into_iter().find(|window| {
        let moved = weeks.iter().zip(&window.shifts).map(|(week, shift)| week.moved_by(*shift));
        let moved: Vec<ExpectedWeek> = moved.collect();
        meets(&moved.iter().collect::<Vec<_>>(), rules.target)
    })
}
