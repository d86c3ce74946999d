//! What is known of windows, by their length.

use std::sync::{Arc, OnceLock};

use crate::memo::Memo;
use crate::minutes::DAY;

/// A value for each length of a window, of at most a day; made when first needed. Threads may ask at once.
///
/// Most lengths are multiples of a step: these have a place each, where nothing is locked or searched.
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
        if length % self.step == 0 {
            then(self.multiples[(length / self.step) as usize].get_or_init(make))
        } else {
            then(&self.others.get_or_make(length, |_| Arc::new(make())))
        }
    }
}
