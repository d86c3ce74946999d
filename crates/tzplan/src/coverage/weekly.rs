//! Working hours week by week: a week in which everybody works as in the one before is counted once.

use super::HeadCount;
use super::head_count::{Changes, Segments};
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{UtcMinute, WEEK};

/// Bits in a word.
const WORD: usize = u64::BITS as usize;

/// The working hours of a range, and which of its weeks, counted from its start, are like the one before.
#[derive(Debug)]
pub(super) struct Weekly {
    at_work: IntervalSet<UtcMinute>,
    /// A bit for each whole week.
    like_before: Vec<u64>,
}

/// Somebody comes, or leaves.
type Change = (UtcMinute, i64);

impl Weekly {
    /// Of hours within a range.
    ///
    /// # Complexity
    ///
    /// Linear in the intervals.
    pub(super) fn of(at_work: IntervalSet<UtcMinute>, range: Interval<UtcMinute>) -> Self {
        let mut weekly = Self { at_work, like_before: Vec::new() };
        let (mut before, mut here): (Vec<Change>, Vec<Change>) = (Vec::new(), Vec::new());
        for (place, week) in weeks(range).enumerate() {
            here.clear();
            weekly.each_change(week, |at, change| here.push((at, change)));
            let later = before.iter().map(|(at, change)| (UtcMinute(at.0 + WEEK), *change));
            let is_like = place > 0 && is_whole(week) && later.eq(here.iter().copied());
            if place % WORD == 0 {
                weekly.like_before.push(0);
            }
            weekly.like_before[place / WORD] |= u64::from(is_like) << (place % WORD);
            std::mem::swap(&mut before, &mut here);
        }
        weekly
    }

    /// Looks at who comes and leaves in a week.
    fn each_change(&self, week: Interval<UtcMinute>, mut each: impl FnMut(UtcMinute, i64)) {
        let all = self.at_work.as_slice();
        let first = all.partition_point(|work| work.end() < week.start());
        for work in all[first..].iter().take_while(|work| work.start() < week.end()) {
            if work.start() >= week.start() {
                each(work.start(), 1);
            }
            if work.end() < week.end() {
                each(work.end(), -1);
            }
        }
    }
}

/// How many are at work through a range, of so many who keep each of some hours.
///
/// # Complexity
///
/// Linear in the segments, and sorting the changes of the weeks that are not like the one before.
pub(super) fn head_count_by_week(sets: &[(&Weekly, u32)], range: Interval<UtcMinute>) -> Vec<HeadCount> {
    let like_before = |place: usize| {
        let is_like =
            |(weekly, _): &(&Weekly, u32)| weekly.like_before[place / WORD] >> (place % WORD) & 1 == 1;
        place > 0 && sets.iter().all(is_like)
    };
    let (mut segments, mut changes) = (Segments::of(range), Changes::of(range));
    let mut first_of_week = 0;
    for (place, week) in weeks(range).enumerate() {
        let next = if place == 0 { 0 } else { segments.settled().len() };
        if is_whole(week) && like_before(place) {
            segments.repeat(first_of_week, next, WEEK);
        } else {
            changes.turn_to(week);
            for (weekly, heads) in sets {
                let heads = i64::from(*heads);
                weekly.each_change(week, |at, change| changes.add(at, change * heads));
            }
            changes.in_order(|at, change| segments.change(at, change));
        }
        first_of_week = next;
    }
    segments.finish()
}

/// The weeks of a range, from its start on; the last may be shorter.
fn weeks(range: Interval<UtcMinute>) -> impl Iterator<Item = Interval<UtcMinute>> {
    let starts = (range.start().0..range.end().0).step_by(WEEK as usize);
    starts.filter_map(move |start| Interval::new(UtcMinute(start), UtcMinute(start + WEEK).min(range.end())))
}

fn is_whole(week: Interval<UtcMinute>) -> bool {
    week.length().get() == WEEK as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::head_count::head_count;

    /// Weeks that repeat, some of them with a day left out, moved by an hour or run through: as all changes
    /// sorted at once.
    #[test]
    fn weeks_that_repeat_are_counted_as_all_others() {
        let mut state = 5_u32;
        let mut draw = |end: i32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as i32 % end
        };
        let mut repeated = 0;
        for _ in 0..400 {
            let start = draw(20_000) - 10_000;
            let length =
                [1, 3 * WEEK, 5 * WEEK + 60, 12 * WEEK - 60, 70 * WEEK + draw(WEEK)][draw(5) as usize];
            let range = Interval::new(UtcMinute(start), UtcMinute(start + length)).expect("some minutes");
            let mut set = |_| {
                let grid = [1, 60, 1440][draw(3) as usize];
                let week: Vec<(i32, i32)> = (0..draw(8))
                    .map(|_| (draw(WEEK / grid) * grid, (1 + draw(1440 / grid)) * grid))
                    .collect();
                let (changes_after, always) = (draw(8), draw(9) == 0);
                let mut stretches = Vec::new();
                for place in -1..=length / WEEK + 1 {
                    let later = start + place * WEEK + if place > changes_after { 60 } else { 0 };
                    for (number, (from, long)) in week.iter().enumerate() {
                        if number > 0 || draw(6) > 0 {
                            stretches.push((later + from, later + from + long));
                        }
                    }
                    if always {
                        stretches.push((later - 60, later + WEEK));
                    }
                }
                let stretches = stretches.into_iter();
                let all: IntervalSet<UtcMinute> = stretches
                    .filter_map(|(from, to)| Interval::new(UtcMinute(from), UtcMinute(to)))
                    .collect();
                all.clip(range)
            };
            let sets: Vec<_> = (0..8).map(&mut set).take(length as usize % 9).collect();
            let counted: Vec<_> = sets.iter().map(|set| Weekly::of(set.clone(), range)).collect();
            let heads = |number: usize| 1 + number as u32 % 3;
            let of_weeks: Vec<_> =
                counted.iter().enumerate().map(|(number, weekly)| (weekly, heads(number))).collect();
            let at_once =
                head_count(sets.iter().enumerate().map(|(number, set)| (set, heads(number))), range);
            assert_eq!(head_count_by_week(&of_weeks, range), at_once);
            repeated += counted
                .iter()
                .flat_map(|weekly| &weekly.like_before)
                .map(|word| word.count_ones())
                .sum::<u32>();
        }
        assert!(repeated > 2000, "{repeated}");
    }
}
