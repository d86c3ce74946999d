//! Who goes on when a group's stretch of work ends: one sweep over the circular week.
//!
//! Of the stretches that hold an instant the one that lasts longest is the one that ends last. Swept by their
//! starts, that is the latest end so far. It is never a later stretch of the group that leaves, whose own
//! have a pause between them. A stretch that goes round the end of the week has begun a week earlier, too.

use crate::interval::IntervalSet;
use crate::minutes::{Minutes, WEEK, WeekMinute};
use crate::season::circular_windows;

/// The end of a group's stretch of work in an ordinary week, and who is there then, or comes next.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Relay {
    /// The group whose stretch ends: its number.
    pub from: usize,
    /// The group that goes on: of those at work when the stretch ends (or starting then) the one whose own
    /// stretch lasts longest after it, the first of equals. Where nobody is at work, the group that starts
    /// next, which may be the same one.
    pub to: usize,
    /// The end, on the circular UTC week.
    pub at: WeekMinute,
    /// How long both groups are at work until then; 0 where one starts as the other ends, or later.
    #[cfg_attr(feature = "serde", serde(rename = "overlap_minutes"))]
    pub overlap: Minutes,
    /// How long no group is at work from then on.
    #[cfg_attr(feature = "serde", serde(rename = "gap_minutes"))]
    pub gap: Minutes,
}

/// A stretch of work of a group: its start in the week, and how long it lasts, a week at most.
#[derive(Clone, Copy)]
struct Window {
    group: usize,
    start: i32,
    length: i32,
}

/// The relays of groups that are at work in these minutes of the circular week.
pub(super) fn relays(groups: &[IntervalSet<WeekMinute>]) -> Vec<Relay> {
    let of_group = |(group, week)| {
        let window = move |(start, length): (WeekMinute, Minutes)| Window {
            group,
            start: i32::from(start.0),
            length: length.get() as i32,
        };
        circular_windows(week).into_iter().map(window)
    };
    let windows: Vec<Window> = groups.iter().enumerate().flat_map(of_group).collect();
    let mut always = Latest::default();
    windows.iter().filter(|window| window.length == WEEK).for_each(|window| always.add(*window, 0));
    let mut starts: Vec<Window> = windows.clone();
    // Stable: of equal starts the first group's comes first.
    starts.sort_by_key(|window| window.start);
    let mut ends: Vec<Window> = windows.into_iter().filter(|window| window.length < WEEK).collect();
    ends.sort_by_key(|window| (window.end(), window.group));
    let mut latest = Latest::default();
    starts.iter().for_each(|window| latest.add(*window, -WEEK));
    let mut begun = 0;
    let mut relays = Vec::with_capacity(ends.len());
    for window in ends {
        let at = window.end();
        while let Some(next) = starts.get(begun).filter(|next| next.start <= at) {
            latest.add(*next, 0);
            begun += 1;
        }
        let goes_on = always.after(0).or_else(|| latest.after(at));
        let (to, overlap, gap) = match goes_on {
            Some((to, _)) if to.length == WEEK => (to.group, window.length, 0),
            Some((to, start)) => (to.group, (at - start).min(window.length), 0),
            None => match starts.get(begun).or(starts.first()) {
                Some(next) => (next.group, 0, WEEK - (at - next.start).rem_euclid(WEEK)),
                None => (window.group, 0, WEEK),
            },
        };
        let (overlap, gap) = (Minutes(overlap as u32), Minutes(gap as u32));
        relays.push(Relay { from: window.group, to, at: WeekMinute(at as u16), overlap, gap });
    }
    relays
}

impl Window {
    /// Its end in the week.
    fn end(self) -> i32 {
        (self.start + self.length) % WEEK
    }
}

/// The stretch that ends last, with its start and end; of equals the first.
#[derive(Default)]
struct Latest(Option<(Window, i32, i32)>);

impl Latest {
    /// Adds a stretch, so many minutes later.
    fn add(&mut self, window: Window, later: i32) {
        let start = window.start + later;
        let new = (window, start, start + window.length);
        let rank =
            |(window, _, end): &(Window, i32, i32)| (*end, std::cmp::Reverse((window.group, window.start)));
        self.0 = self.0.into_iter().chain([new]).max_by_key(rank);
    }

    /// It, with its start, where it ends later than an instant.
    fn after(&self, at: i32) -> Option<(Window, i32)> {
        self.0.filter(|(_, _, end)| *end > at).map(|(window, start, _)| (window, start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interval::Interval;

    /// As it is defined: all stretches are looked at for each that ends.
    fn by_definition(groups: &[IntervalSet<WeekMinute>]) -> Vec<Relay> {
        let windows: Vec<(usize, u32, u32)> = groups
            .iter()
            .enumerate()
            .flat_map(|(group, week)| {
                let windows = circular_windows(week).into_iter();
                windows.map(move |(start, length)| (group, start.0.into(), length.get()))
            })
            .collect();
        let week = WEEK as u32;
        let mut relays = Vec::new();
        for &(from, start, length) in windows.iter().filter(|(_, _, length)| *length < week) {
            let end = (start + length) % week;
            let since = |other: u32| (end + week - other) % week;
            let goes_on = windows
                .iter()
                .filter(|(to, other, lasts)| *to != from && since(*other) < *lasts)
                // The last of equals is taken, hence from the end.
                .rev()
                .max_by_key(|(_, other, lasts)| if *lasts == week { week } else { lasts - since(*other) });
            let (to, overlap, gap) = match goes_on {
                Some((to, _, lasts)) if *lasts == week => (*to, length, 0),
                Some((to, other, _)) => (*to, since(*other).min(length), 0),
                None => {
                    let until = |other: u32| week - since(other);
                    let next = windows.iter().min_by_key(|(_, other, _)| until(*other));
                    next.map_or((from, 0, week), |(to, other, _)| (*to, 0, until(*other)))
                }
            };
            let (overlap, gap) = (Minutes(overlap), Minutes(gap));
            relays.push(Relay { from, to, at: WeekMinute(end as u16), overlap, gap });
        }
        relays.sort_by_key(|relay| (relay.at, relay.from));
        relays
    }

    #[test]
    fn the_sweep_finds_what_the_definition_says() {
        let mut state = 11_u32;
        let mut draw = |end: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % end
        };
        for case in 0..3000 {
            // Coarse ends: many are equal. Some groups work all week, or never.
            let grid = [1, 60, 720, 1440][case % 4];
            let steps = WEEK as u32 / grid;
            let groups: Vec<IntervalSet<WeekMinute>> = (0..draw(6))
                .map(|_| {
                    let kind = draw(12);
                    let mut stretches = Vec::new();
                    for _ in 0..draw(5) {
                        let start = draw(steps);
                        stretches.push((start, (start + 1 + draw(steps / 2)).min(steps)));
                    }
                    if kind == 0 {
                        stretches = vec![(0, steps)];
                    }
                    let minute = |step: u32| WeekMinute((step * grid) as u16);
                    let stretches = stretches.into_iter();
                    stretches.filter_map(|(start, end)| Interval::new(minute(start), minute(end))).collect()
                })
                .collect();
            assert_eq!(relays(&groups), by_definition(&groups), "{groups:?}");
        }
    }
}
