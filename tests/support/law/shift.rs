//! Moving a day (§6): the shift that a window needs, and what is affordable.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::circle::{Circle, DAY};
use super::lineup::Someone;
use super::rules::Rules;
use super::week::Week;

/// A week's spans with their lengths, moved by a shift that a window may need.
pub struct Moved {
    shift: i32,
    spans: Vec<(Circle, u32)>,
}

/// "A multiple of `step`, at most 12 h", the smallest |s| first. "Ties: the positive (later) shift."
pub fn moves(week: &Week, rules: &Rules) -> Vec<Moved> {
    let by_size = [0].into_iter().chain(rules.moves_up_to(720));
    let spans = |shift: i32| week.spans.iter().map(|(span, _)| (span.turned(shift), span.count())).collect();
    by_size.map(|shift| Moved { shift, spans: spans(shift) }).collect()
}

/// "For a window `[w, w+T)` of the UTC day and a member in a season: the shift needed is the smallest |s|,
/// one for all workdays, such that on every workday the span moved by s covers min(T, span length) minutes of
/// the window, both read as sets on the 24 h circle. None may exist."
pub fn shift_needed(moves: &[Moved], start: i32, length: i32) -> Option<i32> {
    let window = Circle::arc(DAY, start, length);
    let whole = window.count();
    let covers = |moved: &&Moved| {
        moved.spans.iter().all(|(span, minutes)| span.shared(&window) >= whole.min(*minutes))
    };
    moves.iter().find(covers).map(|moved| moved.shift)
}

/// The shift that each window of a length needs, by its start; found out once for equal days.
pub fn shifts_needed(week: &Week, length: i32, rules: &Rules) -> Rc<Vec<Option<i32>>> {
    type Known = HashMap<(Vec<Circle>, i32, i32), Rc<Vec<Option<i32>>>>;
    thread_local!(static KNOWN: RefCell<Known> = RefCell::default());
    let spans = week.spans.iter().map(|(span, _)| span.clone()).collect();
    KNOWN.with_borrow_mut(|known| {
        let find = || {
            let moves = moves(week, rules);
            let starts = (0..DAY).step_by(rules.step as usize);
            Rc::new(starts.map(|start| shift_needed(&moves, start, length)).collect())
        };
        known.entry((spans, length, rules.step)).or_insert_with(find).clone()
    })
}

/// "A member's shift is affordable when |s| ≤ their own flex where one is stated, else `max_shift`, and on
/// every workday the minutes of the moved span outside `reasonable` (local, on the 24 h circle) do not exceed
/// that same day's before. No shift is always affordable."
///
/// In one season. Somebody moved already counts from the stated hours.
pub fn affordable(someone: &Someone, season: usize, shift: i32, rules: &Rules) -> bool {
    if shift == 0 {
        return true;
    }
    let total = someone.moved + shift;
    let outside = |span: &Circle, lead: i32| {
        span.filter(|minute| !rules.is_reasonable((minute + lead).rem_euclid(DAY))).count()
    };
    let no_worse = |(span, lead): &(Circle, i32)| {
        outside(&span.turned(shift), *lead) <= outside(&span.turned(-someone.moved), *lead)
    };
    // "At most 12 h": no day is moved further, whatever flex is stated.
    total.abs() <= someone.flex.unwrap_or(rules.max_shift).min(720)
        && someone.weeks[season].spans.iter().all(no_worse)
}

/// The same on every day of the horizon.
pub fn affordable_all_year(someone: &Someone, shift: i32, rules: &Rules) -> bool {
    (0..someone.weeks.len()).all(|season| affordable(someone, season, shift, rules))
}
