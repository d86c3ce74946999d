//! Witnesses: a few members who missed their target after some shifts, and so tell most others apart.

use std::cell::Cell;

/// Slots that missed their target once.
#[derive(Debug)]
pub(super) struct Witness {
    slots: Vec<usize>,
    /// Of two: whether they miss it, by the steps that the second moves more than the first, from the least;
    /// found when first needed. What two share depends on nothing else.
    by_steps_apart: Box<[Cell<Option<bool>>]>,
}

impl Witness {
    /// Of slots that miss their target: two of them who do so by themselves, else all. No shift is longer
    /// than this many steps.
    pub(super) fn among(slots: Vec<usize>, most: i32, misses: impl Fn(&[usize]) -> bool) -> Self {
        let mut pairs =
            slots.iter().enumerate().flat_map(|(place, b)| slots[..place].iter().map(|a| [*a, *b]));
        match pairs.find(|pair| misses(pair)) {
            Some(pair) => {
                let by_steps_apart = (-2 * most..=2 * most).map(|_| Cell::new(None)).collect();
                Self { slots: pair.to_vec(), by_steps_apart }
            }
            None => Self { slots, by_steps_apart: Box::default() },
        }
    }

    /// The two slots of a pair.
    pub(super) fn pair(&self) -> Option<[usize; 2]> {
        if self.by_steps_apart.is_empty() { None } else { self.slots[..].try_into().ok() }
    }

    /// Whether the two of a pair miss their target when the second moves this many steps more than the first;
    /// `None` where that has not been found yet.
    pub(super) fn known_apart(&self, apart: i32) -> Option<bool> {
        self.by_steps_apart.get((apart + self.by_steps_apart.len() as i32 / 2) as usize)?.get()
    }

    /// Whether the slots miss their target when each moves by this many steps, given what tells it of any
    /// slots.
    pub(super) fn objects(&self, shift: impl Fn(usize) -> i32, misses: impl Fn(&[usize]) -> bool) -> bool {
        let Some([a, b]) = self.pair() else { return misses(&self.slots) };
        let middle = self.by_steps_apart.len() as i32 / 2;
        let known = &self.by_steps_apart[(shift(b) - shift(a) + middle) as usize];
        let objects = known.get().unwrap_or_else(|| misses(&self.slots));
        known.set(Some(objects));
        objects
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// Two who miss the target when the second moves more than an hour (four steps) further than the first.
    #[test]
    fn what_two_share_is_asked_once_for_each_distance() {
        let asked = RefCell::new(Vec::new());
        let among = |pair: &[usize]| pair == [3, 7];
        let witness = Witness::among(vec![1, 3, 7], 8, among);
        let objects = |a: i32, b: i32| {
            let shift = |slot: usize| if slot == 3 { a } else { b };
            witness.objects(shift, |slots| {
                asked.borrow_mut().push((slots.to_vec(), b - a));
                b - a > 4
            })
        };
        assert!(objects(-8, 8) && objects(0, 5) && objects(-5, 0) && objects(2, 7));
        assert!(!objects(8, -8) && !objects(0, 4) && !objects(-4, 0));
        let pair = || vec![3, 7];
        assert_eq!(*asked.borrow(), [(pair(), 16), (pair(), 5), (pair(), -16), (pair(), 4)]);
    }

    #[test]
    fn more_than_two_are_asked_every_time() {
        let witness = Witness::among(vec![1, 3, 7], 8, |_| false);
        assert!(witness.objects(|_| 0, |slots| slots == [1, 3, 7]));
        assert!(!witness.objects(|_| 0, |_| false));
    }
}
