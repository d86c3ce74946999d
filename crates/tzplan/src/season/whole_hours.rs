//! The hours of a week that a pattern touches and covers: quick bounds of what two patterns share.

use crate::interval::IntervalSet;
use crate::minutes::{Minutes, WeekMinute};

const HOUR: u32 = 60;
const WORD: usize = u64::BITS as usize;

/// The hours of the circular UTC week in which a pattern has a minute, and those of which it has all; a bit
/// for each.
///
/// Two patterns share minutes in no other hours than those that both touch, and all of those that both cover.
/// Most people of a large team share far too little, or begin and end on the hour: this tells how much it is
/// without a look at a single interval.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct WholeHours {
    touched: [u64; 3],
    covered: [u64; 3],
}

impl WholeHours {
    pub(crate) fn of(pattern: &IntervalSet<WeekMinute>) -> Self {
        let mut hours = Self::default();
        for work in pattern {
            let (start, end) = (u32::from(work.start().get()), u32::from(work.end().get()));
            mark(&mut hours.touched, start / HOUR, end.div_ceil(HOUR));
            mark(&mut hours.covered, start.div_ceil(HOUR), end / HOUR);
        }
        hours
    }

    /// The least and the most that two patterns may share.
    pub(crate) fn shared(self, other: Self) -> (Minutes, Minutes) {
        let both = |one: [u64; 3], other: [u64; 3]| {
            let hours = one.iter().zip(&other).map(|(one, other)| (one & other).count_ones());
            Minutes(hours.sum::<u32>() * HOUR)
        };
        (both(self.covered, other.covered), both(self.touched, other.touched))
    }
}

fn mark(words: &mut [u64; 3], first: u32, end: u32) {
    for hour in first..end {
        words[hour as usize / WORD] |= 1 << (hour as usize % WORD);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lineup::random::Draw;
    use crate::minutes::WEEK;

    /// Word for word: an hour counts at most where some minute of it is in each, and at least where all are.
    #[test]
    fn patterns_share_the_hours_that_both_cover_and_no_more_than_those_that_both_touch() {
        let mut draw = Draw(5);
        let mut random = |round: usize| {
            let mut end = || {
                let minute = draw.below(WEEK as usize + 1);
                // Half of them on the hour.
                if round % 2 == 0 { minute / 60 * 60 } else { minute }
            };
            let pieces: Vec<(usize, usize)> = (0..5).map(|_| (end(), end())).collect();
            pieces.into_iter().fold(IntervalSet::new(), |all, (a, b)| {
                let (start, end) = (a.min(b), a.max(b).min(a.min(b) + 720));
                all.union(&IntervalSet::of(WeekMinute(start as u16), WeekMinute(end as u16)))
            })
        };
        let (mut exact, mut open) = (0, 0);
        for round in 0..300 {
            let (one, other) = (random(round), random(round));
            let minutes = |hour: u16, set: &IntervalSet<WeekMinute>| {
                (hour * 60..hour * 60 + 60).filter(|minute| set.contains(WeekMinute(*minute))).count()
            };
            let hours = |least: usize| {
                let both =
                    (0..168).filter(|hour| [&one, &other].iter().all(|set| minutes(*hour, set) >= least));
                Minutes(both.count() as u32 * 60)
            };
            let (least, most) = WholeHours::of(&one).shared(WholeHours::of(&other));
            assert_eq!((least, most), (hours(60), hours(1)));
            let shared = one.shared_minutes(&other);
            assert!((least..=most).contains(&shared));
            exact += usize::from(least == most && shared > Minutes::ZERO);
            open += usize::from(least < shared && shared < most);
        }
        assert!(exact > 20 && open > 20, "{exact} {open}");
    }
}
