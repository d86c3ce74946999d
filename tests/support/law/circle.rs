//! Minutes on a circle: a day or a week that begins again when it is over. One bit for each.

/// Minutes in a day.
pub const DAY: i32 = 1440;

/// Minutes in a week.
pub const WEEK: i32 = 10_080;

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Circle {
    minutes: usize,
    words: Vec<u64>,
}

impl Circle {
    pub fn empty(minutes: i32) -> Self {
        let minutes = minutes as usize;
        Self { minutes, words: vec![0; minutes.div_ceil(64)] }
    }

    /// The minutes `[start, start + length)`, read around the circle.
    pub fn arc(minutes: i32, start: i32, length: i32) -> Self {
        let mut circle = Self::empty(minutes);
        (start..start + length).for_each(|minute| circle.add(minute));
        circle
    }

    pub fn add(&mut self, minute: i32) {
        let place = minute.rem_euclid(self.minutes as i32) as usize;
        self.words[place / 64] |= 1 << (place % 64);
    }

    pub fn contains(&self, minute: i32) -> bool {
        let place = minute.rem_euclid(self.minutes as i32) as usize;
        self.words[place / 64] & (1 << (place % 64)) != 0
    }

    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    pub fn and(&self, other: &Self) -> Self {
        let words = self.words.iter().zip(&other.words).map(|(a, b)| a & b).collect();
        Self { words, ..*self }
    }

    pub fn or(&self, other: &Self) -> Self {
        let words = self.words.iter().zip(&other.words).map(|(a, b)| a | b).collect();
        Self { words, ..*self }
    }

    /// How many minutes two have in common.
    pub fn shared(&self, other: &Self) -> u32 {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// Those of the minutes that pass a test.
    pub fn filter(&self, test: impl Fn(i32) -> bool) -> Self {
        let mut kept = Self::empty(self.minutes as i32);
        (0..self.minutes as i32)
            .filter(|minute| self.contains(*minute) && test(*minute))
            .for_each(|m| kept.add(m));
        kept
    }

    /// Every minute later by so many, around the circle.
    pub fn turned(&self, by: i32) -> Self {
        let by = by.rem_euclid(self.minutes as i32) as usize;
        let mut turned = Self::empty(self.minutes as i32);
        // What moves up, and what falls over the end and comes in at the start.
        turned.gather(|place| self.word_at(place as i64 - by as i64));
        let mut wrapped = Self::empty(self.minutes as i32);
        wrapped.gather(|place| self.word_at(place as i64 - by as i64 + self.minutes as i64));
        turned.or(&wrapped)
    }

    /// Fills each word from a function of its first place; clears what lies behind the circle's end.
    fn gather(&mut self, word: impl Fn(usize) -> u64) {
        for (place, slot) in self.words.iter_mut().enumerate() {
            *slot = word(place * 64);
        }
        if let (Some(last), rest @ 1..) = (self.words.last_mut(), self.minutes % 64) {
            *last &= (1 << rest) - 1;
        }
    }

    /// The 64 bits from a place on that may lie outside; outside nothing is set.
    fn word_at(&self, place: i64) -> u64 {
        let (index, bit) = (place.div_euclid(64), place.rem_euclid(64) as u32);
        let word =
            |index: i64| usize::try_from(index).ok().and_then(|i| self.words.get(i)).copied().unwrap_or(0);
        let low = word(index) >> bit;
        if bit == 0 { low } else { low | word(index + 1) << (64 - bit) }
    }

    /// Maximal runs `[start, end)` from the circle's first minute on, one over its end cut in two.
    pub fn runs(&self) -> Vec<(i32, i32)> {
        let mut runs: Vec<(i32, i32)> = Vec::new();
        for minute in (0..self.minutes as i32).filter(|minute| self.contains(*minute)) {
            match runs.last_mut() {
                Some((_, end)) if *end == minute => *end += 1,
                _ => runs.push((minute, minute + 1)),
            }
        }
        runs
    }

    /// The stretches `(start, minutes)`: one that runs over the circle's end counts as one.
    pub fn stretches(&self) -> Vec<(i32, i32)> {
        let all = self.minutes as i32;
        if self.count() == self.minutes as u32 {
            return vec![(0, all)];
        }
        let starts = (0..all).filter(|minute| self.contains(*minute) && !self.contains(minute - 1));
        starts
            .map(|start| (start, (start..).take_while(|minute| self.contains(*minute)).count() as i32))
            .collect()
    }
}
