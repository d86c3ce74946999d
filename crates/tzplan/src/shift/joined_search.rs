//! The search for the cheapest plan of a meeting, among the moves of a team and what they need of a newcomer.

use super::joined::{Joined, JoinedPlan, Windows};
use super::movers::are_alike;
use super::team_moves::{TeamMove, TeamMoves, TeamWindow};
use crate::lineup::Meeting;
use crate::shift_tables::Cost;
use crate::target::{Brought, Group, pair};

impl Joined<'_> {
    /// The cheapest affordable plan of a meeting in which the target is missed, once the newcomer's day has
    /// been moved by this many steps: as [`Plans::favour`](super::Plans::favour) finds it for the team with
    /// them.
    ///
    /// # Complexity
    ///
    /// An intersection for each rung of the moved team, for each move of the team that costs less than the
    /// answer.
    pub(crate) fn favour<'j>(
        &'j self,
        moves: &'j TeamMoves,
        meeting: usize,
        by: i32,
    ) -> Option<JoinedPlan<'j>> {
        let meeting_at = &self.joining.meetings[meeting];
        let mut search = Search { joined: self, moves, meeting: meeting_at, place: meeting, by, best: None };
        search.lone_moves();
        search.windows();
        search.best
    }
}

/// The search in one meeting.
struct Search<'j, 'c> {
    joined: &'j Joined<'c>,
    moves: &'j TeamMoves,
    meeting: &'j Meeting,
    place: usize,
    by: i32,
    best: Option<JoinedPlan<'j>>,
}

impl<'j> Search<'j, '_> {
    /// Takes a plan where it is the best so far and holds.
    fn consider(&mut self, plan: JoinedPlan<'j>, holds: impl FnOnce(&Self) -> bool) {
        let is_best = self.best.as_ref().is_none_or(|best| plan.is_before(best));
        if is_best && plan.cost.moved > 0 && holds(self) {
            self.best = Some(plan);
        }
    }

    /// Whether the newcomer can afford this many steps more.
    fn affords(&self, steps: i32) -> bool {
        steps == 0 || self.joined.affordable[self.meeting.week].allows_steps(self.by + steps)
    }

    fn brought(&self, steps: i32) -> Brought<'_> {
        let week = &self.joined.weeks[self.meeting.week];
        Brought::of(week.week, week.moved(self.by + steps))
    }

    fn holds(&self, team: &TeamMove, own: i32) -> bool {
        let ladder = team.ladder(self.joined.lineup, self.meeting.class);
        ladder.is_some_and(|ladder| ladder.meets_with(self.brought(own)))
    }

    /// One profile alone moves; the newcomer with those who keep the same clock and the same hours.
    fn lone_moves(&mut self) {
        let (lineup, moves, class) = (self.joined.lineup, self.moves, self.meeting.class);
        let alike = (0..moves.movers.len()).find(|mover| self.is_alike(*mover));
        for mover in self.helpful() {
            let others = moves.others(lineup, class, mover);
            if Some(mover) == alike || !others.is_some_and(|others| others.meets_with(self.brought(0))) {
                continue;
            }
            for steps in moves.affordable_alone(class, mover) {
                self.consider_alone(mover, moves.movers[mover].mover.heads, steps, 0);
            }
        }
        match alike {
            Some(mover) if moves.others(lineup, class, mover).is_some() => {
                for steps in moves
                    .affordable_alone(class, mover)
                    .filter(|steps| self.affords(*steps))
                    .collect::<Vec<_>>()
                {
                    self.consider_alone(mover, moves.movers[mover].mover.heads + 1, steps, steps);
                }
            }
            Some(_) => {}
            None if moves.rest.ladder(lineup, class).is_some() => {
                let most = self.joined.affordable[self.meeting.week].most_steps() + self.by.abs();
                for steps in -most..=most {
                    if steps != 0 && self.affords(steps) {
                        self.consider_alone(moves.movers.len(), 1, steps, steps);
                    }
                }
            }
            None => {}
        }
    }

    fn consider_alone(&mut self, mover: usize, heads: u32, steps: i32, own: i32) {
        let (cost, order) = (Cost::NONE.with(heads, steps), (0, i32::from(steps < 0), mover));
        let team = match self.moves.movers.get(mover) {
            Some(_) => self.moves.alone(self.joined.lineup, mover, steps),
            None => &self.moves.rest,
        };
        self.consider(JoinedPlan { team, own, cost, order }, |search| search.holds(team, own));
    }

    /// The profiles whose lone move may help: without them everybody else has to meet the target.
    fn helpful(&self) -> Vec<usize> {
        let (lineup, class) = (self.joined.lineup, self.meeting.class);
        if let Some(helpful) = self.moves.helpful(lineup, class) {
            return helpful.to_vec();
        }
        // The team meets it: whoever misses it with the newcomer as a pair has to be the one who moves.
        let weeks = &lineup.classes[class];
        let week = |slot: usize| weeks.crowds[weeks.crowd_of[slot]].week();
        let is_mover = |test: &dyn Fn(usize) -> bool, mover: &usize| {
            self.moves.movers[*mover].mover.slots.iter().any(|slot| test(*slot))
        };
        let misses = |slot: usize| !pair(week(slot), self.brought(0), lineup.target).1;
        let movers = 0..self.moves.movers.len();
        let missing: Vec<usize> = movers.clone().filter(|mover| is_mover(&misses, mover)).take(2).collect();
        match missing.len() {
            0 => {
                let short = self.short_subgroup();
                movers.filter(|mover| is_mover(&|slot| short.contains(&slot), mover)).collect()
            }
            1 => missing,
            _ => Vec::new(),
        }
    }

    /// The slots of a subgroup that misses the target with the newcomer, nobody moving.
    fn short_subgroup(&self) -> Vec<usize> {
        let (lineup, weeks) = (self.joined.lineup, &self.joined.lineup.classes[self.meeting.class]);
        let week = |slot: usize| weeks.crowds[weeks.crowd_of[slot]].week();
        let (own, slots) = (&self.joined.weeks[self.meeting.week], lineup.slots.len());
        let group = Group::of_all((0..slots).map(week).chain([own.week]).collect());
        let pattern = |one: usize| if one < slots { week(one).pattern() } else { own.moved(self.by) };
        group.short_subgroup(lineup.target, pattern, |_| None).unwrap_or_default()
    }

    /// Whether the newcomer is of one profile with those of a mover, flex aside.
    fn is_alike(&self, mover: usize) -> bool {
        let (lineup, slot) = (self.joined.lineup, self.moves.movers[mover].mover.slots[0]);
        self.joined.joining.meetings.iter().all(|meeting| {
            let class = &lineup.classes[meeting.class];
            let theirs = class.crowds[class.crowd_of[slot]].week();
            let own = &self.joined.weeks[meeting.week];
            own.moved(self.by) == theirs.pattern()
                && are_alike(&own.week.moved(self.joined.minutes(self.by)), theirs)
        })
    }

    /// The windows of all meetings.
    fn windows(&mut self) {
        let joined = self.joined;
        for (place, windows) in joined.windows(self.moves).iter().enumerate() {
            let own = u8::from(place != self.place) + 1;
            windows.iter().for_each(|windows| self.windows_of(windows, own));
        }
    }

    fn windows_of(&mut self, windows: &'j Windows, rank: u8) {
        let step = self.joined.minutes(1);
        // What is known of the newcomer's shifts beside one move of the team.
        let mut tried: (Option<&TeamMove>, Vec<(i32, bool)>) = (None, Vec::new());
        for TeamWindow { length, start, team } in windows.of_team.iter() {
            if self.best.as_ref().is_some_and(|best| best.cost < team.cost) {
                break;
            }
            if team.ladder(self.joined.lineup, self.meeting.class).is_none() {
                continue;
            }
            let needed = &windows.needed[((length - windows.first) / step) as usize];
            let Some(own) = needed.at_once_moved(*start, self.by).filter(|own| self.affords(*own)) else {
                continue;
            };
            let cost = if own == 0 { team.cost } else { team.cost.with(1, own) };
            let plan = JoinedPlan { team, own, cost, order: (rank, *length, *start) };
            if !tried.0.is_some_and(|known| std::ptr::eq(known, &**team)) {
                tried = (Some(team), Vec::new());
            }
            self.consider(plan, |search| {
                let known = tried.1.iter().find(|(steps, _)| *steps == own).map(|(_, holds)| *holds);
                known.unwrap_or_else(|| {
                    let holds = search.holds(team, own);
                    tried.1.push((own, holds));
                    holds
                })
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Policy;
    use crate::lineup::random::{self, Draw};
    use crate::lineup::{Lineup, OneOf};
    use crate::shift::Plans;

    /// The plan of a season is the one that the search for the whole team with the newcomer finds.
    #[test]
    fn the_moves_of_a_team_lead_to_the_plans_of_the_team_with_somebody() {
        let (mut draw, policy) = (Draw(11), Policy::default());
        let mut plans_found = [0; 2];
        for round in 0..120 {
            let prepared = random::prepared((0..1 + draw.below(5)).map(|_| draw.neighbour()));
            let stated = Lineup::of(&prepared, &policy);
            // The first of a team may keep other hours than the stated ones already.
            let lineup = match round % 4 {
                0 => stated
                    .with_one_moved(OneOf { slot: 0, marked: false }, [60, -45][round / 4 % 2])
                    .into_owned(),
                _ => stated.into_owned(),
            };
            let moves = TeamMoves::of(&lineup);
            let schedule = match draw.below(3) {
                0 => prepared.team().schedules()[0].clone(),
                _ => draw.neighbour().schedule,
            };
            let joining = random::joining(&prepared, &schedule);
            let joined = Joined::new(&lineup, &joining);
            for by in [0, [-8, -2, 3, 4, 20][draw.below(5)]] {
                let with_them = lineup.with_newcomer(&joining, joined.minutes(by));
                let plans = Plans::of(&with_them);
                for meeting in (0..joining.meetings.len()).filter(|meeting| !plans.meets(*meeting)) {
                    let slow = plans.favour(meeting).map(|plan| plan.shifts.clone());
                    let fast = joined.favour(&moves, meeting, by).map(|plan| {
                        // In minutes from the stated hours, of those who are asked at all.
                        let moved = lineup.slots.iter().map(|slot| slot.moved).chain([joined.minutes(by)]);
                        let asked = plan.shifts().zip(moved).filter(|(steps, _)| *steps != 0);
                        let most = asked.map(|(steps, moved)| (moved + joined.minutes(steps)).abs()).max();
                        let own = joined.minutes(plan.own());
                        assert_eq!(plan.most(joined.minutes(by), own), most.unwrap_or(0), "round {round}");
                        let shifts = plan.shifts().map(|steps| joined.minutes(steps));
                        shifts.take(with_them.slots.len()).collect::<Vec<_>>()
                    });
                    plans_found[usize::from(fast.is_some())] += 1;
                    assert_eq!(fast, slow, "round {round}, moved by {by} steps, meeting {meeting}");
                }
            }
        }
        assert!(plans_found.iter().all(|many| *many > 50), "{plans_found:?}");
    }
}
