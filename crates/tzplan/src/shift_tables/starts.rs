//! Sets of the starts of windows, a bit for each step of a day.

/// Bits in a word.
const WORD: usize = u64::BITS as usize;

/// Starts of windows, in steps.
#[derive(Clone, Debug)]
pub(crate) struct Starts {
    words: Vec<u64>,
}

/// Starts on the circle of a day, to be read from any place on: twice in a row.
#[derive(Debug)]
pub(super) struct StartCircle {
    words: Vec<u64>,
    count: usize,
}

impl Starts {
    /// All that a day has.
    pub(crate) fn all(count: usize) -> Self {
        let word = |first: usize| u64::MAX >> (WORD - (count - first).min(WORD));
        Self { words: (0..count).step_by(WORD).map(word).collect() }
    }

    /// Leaves those that are on a circle turned by some steps; says whether any is left.
    pub(super) fn retain(&mut self, circle: &StartCircle, steps_later: usize) -> bool {
        let first = circle.count - steps_later;
        let mut left = 0;
        for (place, word) in self.words.iter_mut().enumerate() {
            *word &= circle.word_from(first + place * WORD);
            left |= *word;
        }
        left != 0
    }

    /// In order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        let of_word = |(place, word): (usize, &u64)| {
            let next = |word: &u64| Some(word & word.wrapping_sub(1));
            let left = std::iter::successors(Some(*word), next).take_while(|word| *word != 0);
            left.map(move |word| place * WORD + word.trailing_zeros() as usize).collect::<Vec<_>>()
        };
        self.words.iter().enumerate().flat_map(of_word)
    }
}

impl StartCircle {
    /// Those of a day's starts that are marked.
    pub(super) fn of(marks: &[bool]) -> Self {
        let count = marks.len();
        let mut words = vec![0; 2 * count.div_ceil(WORD) + 2];
        let twice = marks.iter().chain(marks).enumerate();
        twice.for_each(|(place, mark)| words[place / WORD] |= u64::from(*mark) << (place % WORD));
        Self { words, count }
    }

    fn word_from(&self, place: usize) -> u64 {
        let (word, past) = (place / WORD, place % WORD);
        // Shifted twice, for no word can be shifted by all of its bits.
        self.words[word] >> past | self.words[word + 1] << 1 << (WORD - 1 - past)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As word for word as it gets: a start is left when the circle is marked so many steps before it.
    #[test]
    fn a_circle_is_turned_bit_by_bit() {
        for count in [1_usize, 3, 63, 64, 65, 96, 128, 1440] {
            let marks: Vec<bool> = (0..count).map(|place| place * place % 7 < 3).collect();
            let circle = StartCircle::of(&marks);
            for later in (0..count).step_by(count.div_ceil(50)) {
                let mut starts = Starts::all(count);
                assert_eq!(starts.iter().collect::<Vec<_>>(), (0..count).collect::<Vec<_>>());
                let expected = |start: &usize| marks[(start + count - later) % count];
                let expected: Vec<usize> = (0..count).filter(expected).collect();
                assert_eq!(starts.retain(&circle, later), !expected.is_empty());
                assert_eq!(starts.iter().collect::<Vec<_>>(), expected, "{count} turned by {later}");
            }
        }
    }
}
