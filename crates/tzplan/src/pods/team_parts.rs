//! The parts of a team that somebody joins: what groups without them can do is found once.

use std::sync::{Arc, OnceLock};

use super::compatible::{Aim, Compatible, KnownParts};
use super::first_fit::FirstFit;
use super::joins::Joins;
use super::split::{Split, Stretch};
use super::units::{Unit, units};
use super::{Pods, Shape, greedy};
use crate::lineup::{Joining, Lineup, Meeting};

/// A team, ready to be split with somebody who joins it.
#[derive(Debug)]
pub(crate) struct TeamParts {
    units: Arc<[Unit]>,
    known: Arc<KnownParts>,
    /// Beyond the units of the exact search: what the greedy one does, the orders with the best results
    /// first; found when first needed.
    runs: OnceLock<Vec<FirstFit>>,
    /// Units no two of which can share a part.
    apart: OnceLock<Vec<usize>>,
}

impl TeamParts {
    pub(crate) fn of(lineup: &Lineup<'_>) -> Self {
        let (known, runs, apart) = Default::default();
        Self { units: units(lineup).into(), known, runs, apart }
    }

    /// The shape of the best partition of the team with somebody whose day is moved by this many minutes,
    /// with which an aim is met: as [`shape`](super::shape) finds it for the lineup with them.
    ///
    /// # Complexity
    ///
    /// That of the search, in which only groups with the newcomer are judged anew.
    pub(crate) fn shape_with(
        &self,
        lineup: &Lineup<'_>,
        joining: &Joining,
        by: i32,
        aim: Aim,
    ) -> Option<Shape> {
        let compatible = Compatible::known(lineup, &self.units, &self.known);
        let stretch = |meeting: &Meeting| Stretch {
            class: meeting.class,
            first_day: meeting.first_day,
            days: meeting.days,
            week: joining.newcomer.weeks()[meeting.week].moved(by),
        };
        let stretches: Vec<Stretch> = joining.meetings.iter().map(stretch).collect();
        let joins = Joins::of(&compatible, &stretches);
        let units = self.units.len() + usize::from(joins.unit.is_none());
        if units <= Pods::EXACT_PROFILES {
            let marked = lineup.slots.iter().all(|slot| slot.marked == slot.heads);
            return Split::of(&compatible).with(stretches, marked).shape(aim);
        }
        // Everybody sharing a part is as much as any aim asks, and in the fewest parts there can be.
        let everybody_shares = |parts: usize| Shape { parts: parts as u32, sharing: lineup.heads() + 1 };
        let found = self.parts_without_search(&compatible, &joins).map(everybody_shares);
        found.or_else(|| super::shape(&lineup.with_newcomer(joining, by), aim))
    }

    /// How many parts the greedy search finds, where it does with the newcomer as without, nobody is isolated
    /// and there can be no fewer.
    fn parts_without_search(&self, compatible: &Compatible<'_, '_>, joins: &Joins<'_>) -> Option<usize> {
        if self.units.len() >= greedy::FEW {
            return None;
        }
        let apart = self.apart.get_or_init(|| compatible.apart());
        let is_apart = joins.unit.is_none() && apart.iter().all(|unit| !joins.meets_unit(compatible, *unit));
        let fewest = (apart.len() + usize::from(is_apart)).max(2);
        let runs = self.runs.get_or_init(|| greedy::runs(compatible));
        let parts = runs.iter().filter_map(|run| run.parts_with(compatible, joins));
        parts.into_iter().find(|parts| *parts == fewest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lineup::random::{self, Draw};
    use crate::{Member, Minutes, Policy, Zone, pods};

    /// The shape is the one that the search for the whole team with the newcomer finds, in teams small enough
    /// for the exact search and in larger ones.
    #[test]
    fn a_known_team_is_split_with_somebody_as_a_new_one_is() {
        let (mut draw, policy) = (Draw(5), Policy::default());
        let mut without_search = 0;
        for members in [3, 6, 9, 30, 45] {
            for round in 0..10 {
                let prepared = random::prepared((0..members).map(|_| match members {
                    30.. => draw.anybody().flex(Minutes(draw.below(3) as u32)),
                    _ => draw.neighbour(),
                }));
                let lineup = Lineup::of(&prepared, &policy).into_owned();
                let parts = TeamParts::of(&lineup);
                for _ in 0..4 {
                    let joining = random::joining(&prepared, &draw.anybody().schedule);
                    let by = [0, 0, -60, 105][draw.below(4)];
                    for aim in [Aim::Hybrid, Aim::Fewest] {
                        let fast = parts.shape_with(&lineup, &joining, by, aim);
                        let slow = pods::shape(&lineup.with_newcomer(&joining, by), aim);
                        assert_eq!(fast, slow, "{members} members, round {round}, moved by {by}");
                    }
                    without_search += usize::from(parts.runs.get().is_some());
                }
            }
        }
        assert!(without_search > 20, "{without_search}");
    }

    /// Somebody who shares Monday alone with most of a pod is in none of them, though all of it with somebody
    /// who works on Monday alone share enough of that day: a part needs it of everybody in it.
    #[test]
    fn whoever_misses_the_target_with_some_of_a_part_is_not_of_it() {
        let at = |hours: String| Member::new("somebody", Zone::UTC).hours(hours.parse().expect("hours"));
        let late =
            |hour: usize| move |late: usize| format!("{hour:02}:{late:02}-{:02}:{late:02}", (hour + 8) % 24);
        let days = (0..13).map(late(9)).chain((0..13).map(late(21)));
        let prepared = random::prepared(days.chain(["9-17 Mon".to_owned()]).map(at));
        let lineup = Lineup::of(&prepared, &Policy::default()).into_owned();
        let joining = random::joining(&prepared, &at("9-17 Mon; 17:30-20:30 Tue-Fri".to_owned()).schedule);
        let parts = TeamParts::of(&lineup);
        // Whoever works on Monday alone keeps them company: of the others nobody.
        let with_them = Shape { parts: 3, sharing: 28 };
        assert_eq!(parts.shape_with(&lineup, &joining, 0, Aim::Fewest), Some(with_them));
        assert_eq!(pods::shape(&lineup.with_newcomer(&joining, 0), Aim::Fewest), Some(with_them));
    }
}
