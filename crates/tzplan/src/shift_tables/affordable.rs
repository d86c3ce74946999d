//! Which shifts may be asked of a person's day as a favour.

use crate::minutes::{DAY, Minutes};
use crate::policy::Policy;

/// The affordable shifts of a week, counted from its stated hours.
///
/// A shift is affordable when it is no longer than the member's flex, or than `max_shift` where none is
/// stated, and on every workday the minutes of the moved span outside the `reasonable` local hours do not
/// exceed that day's before. No shift always is.
#[derive(Clone, Debug)]
pub(crate) struct Affordable {
    step: i32,
    /// Minutes past a whole step at which the shifts lie, of a day that is moved by no multiple of `step`
    /// already.
    past: i32,
    /// For `-most ..= most` steps.
    by_steps: Vec<bool>,
}

impl Affordable {
    /// Of days given as their start on the local clock and their length: whole steps, `past` minutes (less
    /// than a step) added to each.
    pub(crate) fn of(days: &[(i32, i32)], flex: Option<Minutes>, past: i32, policy: &Policy) -> Self {
        let step = policy.step().get() as i32;
        // No shift is longer than 12 h.
        let farthest = flex.unwrap_or(policy.max_shift()).get().min(DAY as u32 / 2) as i32;
        let most = farthest / step + i32::from(past > 0);
        let inside = |(start, length): (i32, i32), by: i32| {
            policy.reasonable().minutes_within(start + by, start + by + length)
        };
        // A span keeps its length: less inside is more outside.
        let affordable = |steps: i32| {
            let by = steps * step + past;
            by.abs() <= farthest && days.iter().all(|day| inside(*day, by) >= inside(*day, 0))
        };
        Self { step, past, by_steps: (-most..=most).map(affordable).collect() }
    }

    /// What is affordable by both, which have the same bound.
    pub(crate) fn and(&self, other: &Self) -> Self {
        let both = self.by_steps.iter().zip(&other.by_steps).map(|(one, other)| *one && *other);
        Self { by_steps: both.collect(), ..*self }
    }

    /// Whether this many minutes in all are affordable.
    pub(crate) fn allows(&self, minutes: i32) -> bool {
        (minutes - self.past) % self.step == 0 && self.allows_steps((minutes - self.past) / self.step)
    }

    /// The longest shift that may be looked at, in steps.
    pub(crate) fn most_steps(&self) -> i32 {
        self.by_steps.len() as i32 / 2
    }

    pub(crate) fn allows_steps(&self, steps: i32) -> bool {
        let most = self.most_steps();
        steps.abs() <= most && self.by_steps[(steps + most) as usize]
    }

    /// All affordable shifts, in minutes from the stated hours.
    pub(crate) fn all(&self) -> impl Iterator<Item = i32> {
        let steps = (-self.most_steps()..=self.most_steps()).filter(|steps| self.allows_steps(*steps));
        steps.map(|steps| steps * self.step + self.past)
    }

    /// The affordable shifts other than none, least first, later before earlier.
    pub(crate) fn moves(&self) -> impl Iterator<Item = i32> {
        let both_ways = (1..=self.most_steps()).flat_map(|steps| [steps, -steps]);
        both_ways.filter(|steps| self.allows_steps(*steps)).map(|steps| steps * self.step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nine to five; out of 07:00–21:00 no day may move further than before, and none moves by more than 12
    /// hours.
    #[test]
    fn flex_stands_for_the_policys_max_shift() {
        let farthest = |flex: Option<u32>| {
            let affordable = Affordable::of(&[(540, 480)], flex.map(Minutes), 0, &Policy::default());
            let moves: Vec<i32> = affordable.moves().collect();
            (moves.iter().min().copied(), moves.iter().max().copied())
        };
        assert_eq!(farthest(None), (Some(-120), Some(120)));
        assert_eq!(farthest(Some(0)), (None, None));
        assert_eq!(farthest(Some(50)), (Some(-45), Some(45)));
        assert_eq!(farthest(Some(300)), (Some(-120), Some(240)));
        assert_eq!(farthest(Some(u32::MAX)), (Some(-120), Some(240)));
    }
}
