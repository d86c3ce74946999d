//! Somebody's day moved all year.

use super::verdict::Lineup;
use crate::support::crew::Shift;

/// One of the people with the day moved all year.
pub fn with_one_moved<'c>(lineup: &Lineup<'c>, one: usize, shift: i32) -> Lineup<'c> {
    let mut moved = lineup.clone();
    for (_, weeks) in &mut moved.seasons {
        weeks[one] = weeks[one].moved_by(shift);
    }
    for post in &mut moved.people[one].1.posts {
        post.shifts = post.shifts.iter().map(|stretch| moved_shift(*stretch, shift)).collect();
    }
    moved
}

fn moved_shift((day, start, end): Shift, by: i32) -> Shift {
    let moved = (i32::from(day) * 1440 + i32::from(start) + by).rem_euclid(10_080);
    ((moved / 1440) as u8, (moved % 1440) as u16, (moved % 1440) as u16 + (end - start))
}
