//! What is known of windows, by their length.

use std::sync::{Arc, OnceLock};

use crate::memo::Memo;
use crate::minutes::DAY;

/// A value for each length of a window; made when first needed. Threads may ask at once.
///
/// Most lengths are multiples of a step and no longer than a day: these have a place each, where nothing is locked or
/// searched. (The day of somebody with several posts may be longer than 24 hours.)
#[derive(Debug)]
pub(super) struct ByLength<T> {
    step: i32,
    /// By length in steps.
    multiples: Box<[OnceLock<T>]>,
    others: Memo<i32, T>,
}

impl<T> ByLength<T> {
    pub(super) fn of_step(step: i32) -> Self {
        let multiples = (0..=DAY / step).map(|_| OnceLock::new()).collect();
        Self { step, multiples, others: Memo::default() }
    }

    /// What is made of the value of a length.
    pub(super) fn with<R>(&self, length: i32, make: impl FnOnce() -> T, then: impl FnOnce(&T) -> R) -> R {
        let place = usize::try_from(length / self.step).ok().filter(|_| length % self.step == 0);
        match place.and_then(|place| self.multiples.get(place)) {
            Some(value) => then(value.get_or_init(make)),
            None => then(&self.others.get_or_make(length, |_| Arc::new(make()))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_may_be_longer_than_a_day() {
        let known = ByLength::of_step(15);
        for length in [0, 15, 16, DAY, DAY + 15, DAY + 16, 2 * DAY] {
            assert_eq!(
                [1, 2].map(|first| known.with(length, || length + first, |value| *value)),
                [length + 1; 2]
            );
        }
    }
}
