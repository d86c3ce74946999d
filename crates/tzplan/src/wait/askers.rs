//! Many askers, prepared once for any number of answerers: for how long each gap blocks them.
//!
//! Weeks repeat: where a gap is one of the week before, and an asker's work in it too, it blocks them for as
//! long as that one did, and nobody looks again.

use super::delays::Delays;
use super::gap::{OwnWork, gaps};
use super::minutes;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{DAY, UtcMinute};

const WEEK: i32 = 7 * DAY;

/// When somebody works, and how many do so.
#[derive(Debug)]
pub(super) struct Asker {
    working: IntervalSet<UtcMinute>,
    heads: u32,
    /// When they work and did not a week before, or the other way round.
    unlike: IntervalSet<UtcMinute>,
}

/// The gaps of an answerer that end with an answer.
pub(super) struct Answered {
    gaps: Vec<AnsweredGap>,
}

struct AnsweredGap {
    from: UtcMinute,
    /// Its end, or that of the range.
    until: UtcMinute,
    answer: UtcMinute,
    /// The place of the same gap a week before, both within the range.
    again: Option<u32>,
}

impl Asker {
    pub(super) fn new(working: IntervalSet<UtcMinute>, heads: u32) -> Self {
        let unlike = unlike_the_week_before(&working);
        Self { working, heads, unlike }
    }

    pub(super) fn working(&self) -> &IntervalSet<UtcMinute> {
        &self.working
    }

    pub(super) fn heads(&self) -> u32 {
        self.heads
    }
}

impl Answered {
    pub(super) fn new(answering: &IntervalSet<UtcMinute>, range: Interval<UtcMinute>) -> Self {
        let mut all: Vec<AnsweredGap> = Vec::with_capacity(answering.len());
        let mut before = 0;
        for gap in gaps(answering, range) {
            let Some(answer) = gap.answer else { continue };
            while all.get(before).is_some_and(|known| known.from.0 < gap.from.0 - WEEK) {
                before += 1;
            }
            let is_same =
                |known: &AnsweredGap| known.from.0 == gap.from.0 - WEEK && known.answer.0 == answer.0 - WEEK;
            let again = all.get(before).filter(|known| is_same(known) && answer <= range.end());
            let again = again.map(|_| before as u32);
            all.push(AnsweredGap { from: gap.from, until: answer.min(range.end()), answer, again });
        }
        Self { gaps: all }
    }

    /// The spreads of the time for which each asker is blocked.
    ///
    /// # Complexity
    ///
    /// Some steps for each gap and asker, and a walk through the work of an asker in gaps that are not those
    /// of the week before.
    pub(super) fn block(&self, askers: &[Asker]) -> Delays {
        let mut spreads = Spreads::new();
        let mut known = vec![0; self.gaps.len()];
        for asker in askers {
            let mut work = OwnWork::new(&asker.working);
            let mut unlike = asker.unlike.iter();
            let mut next = unlike.next();
            for (place, gap) in self.gaps.iter().enumerate() {
                while next.is_some_and(|stretch| stretch.end() <= gap.from) {
                    next = unlike.next();
                }
                let is_new = next.is_some_and(|stretch| stretch.start() < gap.answer);
                let own = match gap.again {
                    Some(before) if !is_new => known[before as usize],
                    _ => minutes(work.within(gap.from, gap.until)),
                };
                known[place] = own;
                if gap.answer == gap.until {
                    spreads.add_from_none(own, asker.heads);
                } else {
                    let after_the_range = minutes(work.within(gap.until, gap.answer));
                    spreads.add(after_the_range, own, asker.heads);
                }
            }
        }
        spreads.finish()
    }
}

/// Spreads of delays, of which most begin at none and are short.
struct Spreads {
    /// How many end at each delay.
    from_none: Vec<u64>,
    others: Delays,
}

/// Longer delays are kept one by one: two and a half days of own work.
const SHORT: usize = 3600;

impl Spreads {
    fn new() -> Self {
        Self { from_none: vec![0; SHORT], others: Delays::default() }
    }

    fn add_from_none(&mut self, length: u32, heads: u32) {
        match self.from_none.get_mut(length as usize) {
            Some(known) => *known += u64::from(heads),
            None => self.add(0, length, heads),
        }
    }

    fn add(&mut self, shortest: u32, length: u32, heads: u32) {
        self.others.add_spread(shortest, shortest + length, heads.into());
    }

    fn finish(mut self) -> Delays {
        for (delay, heads) in (0..).zip(self.from_none).filter(|(_, heads)| *heads > 0) {
            self.others.add_spread(0, delay, heads);
        }
        self.others
    }
}

/// When somebody works and did not a week before, or the other way round.
fn unlike_the_week_before(working: &IntervalSet<UtcMinute>) -> IntervalSet<UtcMinute> {
    let ends = working.iter().flat_map(|stretch| [stretch.start().0, stretch.end().0]);
    let mut ends: Vec<i32> = ends.flat_map(|end| [end, end + WEEK]).collect();
    ends.sort_unstable();
    // Where both change at once nothing changes between them.
    let odd = ends.chunk_by(|one, other| one == other).filter(|same| same.len() % 2 == 1);
    let odd: Vec<i32> = odd.map(|same| same[0]).collect();
    let mut unlike = IntervalSet::with_capacity(odd.len() / 2);
    for pair in odd.chunks_exact(2) {
        unlike.push(UtcMinute(pair[0]), UtcMinute(pair[1]));
    }
    unlike
}

#[cfg(test)]
mod tests {
    use super::super::Waits;
    use super::super::questions::Questions;
    use super::*;
    use crate::lineup::random::Draw;

    /// Hours of work by day: the first one, and how many.
    type Days = Vec<Option<(i32, i32)>>;

    fn days(draw: &mut Draw, count: usize) -> Days {
        let mut day = || (draw.below(10) < 7).then(|| (draw.below(20) as i32, 1 + draw.below(29) as i32));
        (0..count).map(|_| day()).collect()
    }

    /// Nine weeks that are mostly alike: some days are others, and from some week on a clock has changed.
    fn work(draw: &mut Draw) -> IntervalSet<UtcMinute> {
        let week = days(draw, 7);
        let mut all: Days = (0..63).map(|at| week[at % 7]).collect();
        for _ in 0..draw.below(5) {
            all[draw.below(63)] = days(draw, 1)[0];
        }
        let (late, late_from) = (draw.below(5) as i32 - 2, draw.below(80) as i32);
        let mut set = IntervalSet::new();
        for (at, (first, hours)) in (0_i32..).zip(all).filter_map(|(at, day)| Some((at, day?))) {
            let start = (at * 24 + first + if at >= late_from { late } else { 0 }).max(0) * 60;
            set = set.union(&IntervalSet::of(UtcMinute(start), UtcMinute(start + hours * 60)));
        }
        set
    }

    /// Held to the walk through every gap.
    #[test]
    fn a_week_that_repeats_blocks_as_the_one_before() {
        let (mut draw, mut repeated) = (Draw(3), 0);
        for _ in 0..1500 {
            let asker = |draw: &mut Draw| (work(draw), 1 + draw.below(3) as u32);
            let askers: Vec<_> = (0..=draw.below(3)).map(|_| asker(&mut draw)).collect();
            let answering = work(&mut draw);
            let end = UtcMinute((1 + draw.below(50) as i32) * DAY);
            let range = Interval::new(UtcMinute(0), end).expect("an end after the start");
            let mut walked = Waits::default();
            for (working, heads) in &askers {
                walked.add(working, range, &answering, (*heads).into());
            }
            let walked = walked.summary().map(|wait| wait.blocked);
            let questions = Questions::new(askers, range);
            assert_eq!(questions.blocked(&answering), walked);
            assert_eq!(questions.wait_for(&answering).map(|wait| wait.blocked), walked);
            let gaps = Answered::new(&answering, range).gaps;
            repeated += gaps.iter().filter(|gap| gap.again.is_some()).count();
        }
        assert!(repeated > 10_000, "{repeated}");
    }

    #[test]
    fn a_day_that_moves_is_unlike_twice() {
        // Four weeks of a day each, the third one an hour later.
        let mut working = IntervalSet::new();
        for (week, hour) in [(0, 9), (1, 9), (2, 10), (3, 9)] {
            working.push(UtcMinute(week * WEEK + hour * 60), UtcMinute(week * WEEK + (hour + 8) * 60));
        }
        let stretch = |week: i32, from: i32, to: i32| {
            (UtcMinute(week * WEEK + from * 60), UtcMinute(week * WEEK + to * 60))
        };
        let unlike = unlike_the_week_before(&working);
        let found: Vec<_> = unlike.iter().map(|stretch| (stretch.start(), stretch.end())).collect();
        let expected = [
            stretch(0, 9, 17),
            stretch(2, 9, 10),
            stretch(2, 17, 18),
            stretch(3, 9, 10),
            stretch(3, 17, 18),
            stretch(4, 9, 17),
        ];
        assert_eq!(found, expected);
    }
}
