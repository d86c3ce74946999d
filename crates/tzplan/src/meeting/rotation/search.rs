//! The best sequence of turns, week by week.
//!
//! Of two partial rotations one *beats* the other when it asks no more of anybody and less of somebody:
//! whatever follows, nobody's largest is larger and a total is smaller. Of two that have asked the same of
//! everybody the one whose largest stretch was smaller in the weeks before is as good and fairer, then the
//! first in the order of slots. All others are kept, so that the best sequence is among them at the end. A
//! first, narrow pass finds what can be had; partial rotations that cannot come to as little are dropped.
//!
//! Of a partial rotation of a week more nothing is written down but sums, unless it stays: what turns add to
//! sums is known beforehand, and its cumulative minutes are looked at only where those are compared.

use super::bound::{Sums, ToCome};
use super::cumulative::{Rows, Start, Unbeaten, largest_sums};
use super::problem::{Kind, Problem, Turn};

/// How many partial rotations the first pass keeps.
const NARROW: usize = 64;

/// The largest of anybody, night minutes and stretch, then those of all; less is better, compared in this
/// order.
type Value = [u64; 4];

/// What was found.
pub(super) struct Found {
    pub(super) turns: Vec<Turn>,
    pub(super) value: Value,
    pub(super) exact: bool,
    /// The least that the largest can come to: night minutes, stretch.
    pub(super) bound: [u64; 2],
}

pub(super) fn search(problem: &Problem, most: usize) -> Found {
    let to_come = Kind::ALL.map(|kind| ToCome::of(problem, kind));
    let start = Start::of(problem);
    let pass = |most, within| Pass { problem, to_come: &to_come, start: &start, most, within };
    let (narrow, mut exact) = pass(NARROW.min(most), [u64::MAX; 4]).run();
    let mut best = narrow.expect("without a limit every turn goes on");
    if !exact {
        let (wide, all) = pass(most, best.value).run();
        exact = all;
        best = wide.into_iter().chain([best]).min().expect("at least one");
    }
    let Way { value, choice, .. } = best;
    let bound = match exact {
        true => [value[0], value[1]],
        false => {
            let nothing = vec![0; problem.columns.len()];
            let pass = pass(most, value);
            let ([night, stretch, ..], _) = pass.value(0, [&start.minutes, &nothing], pass.carried());
            [night, stretch]
        }
    };
    let turns = choice.iter().zip(&problem.weeks).map(|(turn, turns)| turns[*turn].clone());
    Found { turns: turns.collect(), value, exact, bound }
}

/// A way through the weeks; the better first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    value: Value,
    /// The largest cumulative stretch after each week.
    largest: Vec<u64>,
    /// The turns' places.
    choice: Vec<usize>,
}

/// A rotation up to some week, which may be kept.
struct Partial {
    value: Value,
    past: Past,
    /// The place of the rotation it continues among those kept of the week before.
    before: usize,
    sums: [Sums; 2],
    /// How the largest stretches after each week compare with those of the others kept, and then the choices.
    rank: (usize, usize),
}

/// A partial rotation's past; the better first: the rank of the largest stretches until the week before, the
/// largest stretch, the rank of the choice until the week before, the turn.
type Past = (usize, u64, usize, usize);

struct Pass<'p> {
    problem: &'p Problem,
    to_come: &'p [ToCome; 2],
    start: &'p Start,
    /// How many partial rotations are kept.
    most: usize,
    /// What is known to be had.
    within: Value,
}

impl Pass<'_> {
    /// The best way found, and whether none is better. Where partial rotations were left out, those kept may
    /// lead nowhere within the limit.
    fn run(&self) -> (Option<Way>, bool) {
        let mut rows = Rows::of_width(self.problem.columns.len());
        rows.push(&self.start.minutes);
        let first =
            Partial { value: [0; 4], past: (0, 0, 0, 0), before: 0, sums: self.carried(), rank: (0, 0) };
        let (mut kept, mut exact) = (vec![first], true);
        // Of each week, which rotation of the week before each one continues, and with which turn.
        let mut links: Vec<Vec<(usize, usize)>> = Vec::new();
        for week in 0..self.problem.weeks.len() {
            let (next, next_rows, all) = self.continued(&kept, &rows, week);
            links.push(next.iter().map(|partial| (partial.before, partial.past.3)).collect());
            (kept, rows) = (next, next_rows);
            exact &= all;
        }
        let best = kept.iter().enumerate().min_by_key(|(_, partial)| (partial.value, partial.rank));
        let way = best.map(|(place, best)| {
            let (mut choice, mut place) = (Vec::new(), place);
            for links in links.iter().rev() {
                choice.push(links[place].1);
                place = links[place].0;
            }
            choice.reverse();
            Way { value: best.value, largest: self.largest(&choice), choice }
        });
        (way, exact)
    }

    /// The rotations of a week more that matter, and whether those are all.
    fn continued(&self, kept: &[Partial], rows: &Rows, week: usize) -> (Vec<Partial>, Rows, bool) {
        let turns = &self.problem.weeks[week];
        let sums =
            |turn: &Turn| Kind::ALL.map(|kind| self.to_come[kind as usize].sums(self.problem, kind, turn));
        let turn_sums: Vec<[Sums; 2]> = turns.iter().map(sums).collect();
        let mut next: Vec<Partial> = Vec::with_capacity(kept.len() * turns.len());
        for (before, partial) in kept.iter().enumerate() {
            for (turn, taken) in turns.iter().enumerate() {
                let both = |kind: usize| partial.sums[kind].with(turn_sums[turn][kind]);
                let sums = [both(0), both(1)];
                let (value, largest) = self.value(week + 1, [rows.row(before), &taken.minutes], sums);
                if value <= self.within {
                    let past = (partial.rank.0, largest, partial.rank.1, turn);
                    next.push(Partial { value, past, before, sums, rank: (0, 0) });
                }
            }
        }
        let minutes = turns.iter().map(|turn| &turn.minutes[..]);
        let (mut chosen, mut unbeaten) = (Vec::new(), Unbeaten::between(rows, minutes));
        let mut row = Vec::new();
        // The likeliest first: they beat the most (also those that have asked the same of everybody), and
        // stay where not all can.
        for partial in in_order(next, 2 * self.most, |partial| (partial.value, partial.past)) {
            row.clear();
            let taken = &turns[partial.past.3].minutes;
            row.extend(rows.row(partial.before).iter().zip(taken).map(|(sum, by)| sum + by));
            if unbeaten.beat(&row) {
                continue;
            }
            if chosen.len() == self.most {
                return (ranked(chosen), unbeaten.rows, false);
            }
            unbeaten.push(&row);
            chosen.push(partial);
        }
        (ranked(chosen), unbeaten.rows, true)
    }

    /// The least that a rotation can come to, after this many weeks with these cumulative minutes, which are
    /// those of two rows together; and the largest stretch among them.
    fn value(&self, week: usize, rows: [&[u32]; 2], sums: [Sums; 2]) -> (Value, u64) {
        let largest = |kind: Kind| {
            let (columns, to_come) = (self.problem.of(kind), &self.to_come[kind as usize]);
            let [row, by] = rows.map(|row| &row[columns.clone()]);
            let largest = largest_sums([row, by, &to_come.least[week]]);
            let [now, then] = largest.map(|largest| self.start.largest(self.problem, kind, largest));
            (now, then.max(to_come.mean(week, sums[kind as usize])))
        };
        let total = |kind: Kind| self.to_come[kind as usize].total(week, sums[kind as usize]);
        let ((_, night), (now, stretch)) = (largest(Kind::Night), largest(Kind::Stretch));
        ([night, stretch, total(Kind::Night), total(Kind::Stretch)], now)
    }

    fn carried(&self) -> [Sums; 2] {
        Kind::ALL.map(|kind| self.to_come[kind as usize].carried(self.problem, kind))
    }

    /// The largest cumulative stretch after each week.
    fn largest(&self, choice: &[usize]) -> Vec<u64> {
        let mut row = self.start.minutes.clone();
        let after = choice.iter().zip(&self.problem.weeks).map(|(turn, turns)| {
            row.iter_mut().zip(&turns[*turn].minutes).for_each(|(sum, by)| *sum += by);
            let largest = row[self.problem.of(Kind::Stretch)].iter().copied().max().unwrap_or(0);
            self.start.largest(self.problem, Kind::Stretch, largest)
        });
        after.collect()
    }
}

/// In the order of a key, of which no two have the same; as many at a time as are likely to be asked for.
fn in_order<T, K: Ord>(mut all: Vec<T>, at_once: usize, key: impl Fn(&T) -> K) -> impl Iterator<Item = T> {
    let mut sorted = Vec::new().into_iter();
    std::iter::from_fn(move || {
        if sorted.len() == 0 {
            let rest = all.len().saturating_sub(at_once);
            if rest > 0 {
                all.select_nth_unstable_by(rest, |a, b| key(b).cmp(&key(a)));
            }
            let mut next = all.split_off(rest);
            next.sort_unstable_by_key(&key);
            sorted = next.into_iter();
        }
        sorted.next()
    })
}

/// Sets the ranks.
fn ranked(mut partials: Vec<Partial>) -> Vec<Partial> {
    let mut order: Vec<usize> = (0..partials.len()).collect();
    let largest = |partial: &Partial| (partial.past.0, partial.past.1);
    order.sort_unstable_by_key(|place| largest(&partials[*place]));
    let mut rank = 0;
    for place in 0..order.len() {
        let differs = |before: usize| largest(&partials[order[place]]) != largest(&partials[order[before]]);
        rank += usize::from(place > 0 && differs(place - 1));
        partials[order[place]].rank.0 = rank;
    }
    order.sort_unstable_by_key(|place| (partials[*place].past.2, partials[*place].past.3));
    for (rank, place) in order.into_iter().enumerate() {
        partials[place].rank.1 = rank;
    }
    partials
}
