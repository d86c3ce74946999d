//! What plans may ask of a team that somebody joins: all of it that does not depend on who that is.
//!
//! The plans of a team with a newcomer are the windows that everybody can afford, and lone moves. What a
//! window needs of the team is the same whoever joins, and so is what the team shares once it has moved:
//! found once, when a candidate first needs it. Whether a plan holds then takes an intersection with the
//! newcomer's week for each rung of the moved team's [`Ladder`]. Windows that need the same of everybody in
//! the team are one move of it.

use std::sync::{Arc, OnceLock};

use super::affordances::Affordances;
use super::columns::Columns;
use super::lengths::DayLengths;
use super::movers::{self, Mover};
use crate::interval::IntervalSet;
use crate::lineup::{Crowd, Lineup, WeekClass};
use crate::memo::Memo;
use crate::minutes::WeekMinute;
use crate::season::{Week, rotated};
use crate::shift_tables::Cost;
use crate::target::{Group, Ladder};

/// What plans may ask of a team.
#[derive(Debug)]
pub(crate) struct TeamMoves {
    affordances: Affordances,
    /// By class.
    classes: Vec<ClassMoves>,
    by_shifts: Memo<Vec<i32>, TeamMove>,
    /// Nobody moves.
    pub(super) rest: Arc<TeamMove>,
    /// In roster order of their first slots.
    pub(super) movers: Vec<TeamMover>,
}

#[derive(Debug)]
struct ClassMoves {
    columns: Columns,
    /// `None` where somebody has no hours.
    lengths: Option<DayLengths>,
    /// By the first and last length of a range in steps.
    windows: Memo<(i32, i32), [TeamWindow]>,
    /// The movers without whom a team below the target meets it; `None` where it meets it anyway.
    helpful: OnceLock<Option<Vec<usize>>>,
}

/// A window for which everybody in the team has an affordable shift.
#[derive(Debug)]
pub(super) struct TeamWindow {
    pub(super) length: i32,
    pub(super) start: usize,
    pub(super) team: Arc<TeamMove>,
}

/// Shifts of a team.
#[derive(Debug)]
pub(super) struct TeamMove {
    /// By slot, in steps.
    pub(super) shifts: Vec<i32>,
    pub(super) cost: Cost,
    /// The most that is asked of anybody, in minutes from the stated hours.
    pub(super) most: i32,
    /// By class.
    affordable: Vec<bool>,
    /// By class: the team so moved, where it meets the target.
    ladders: Vec<OnceLock<Option<Ladder>>>,
}

/// A profile that may move alone.
#[derive(Debug)]
pub(super) struct TeamMover {
    pub(super) mover: Mover,
    /// For `-most..=most` steps.
    moves: Vec<OnceLock<Arc<TeamMove>>>,
    /// By class: the others, where they meet the target.
    others: Vec<OnceLock<Option<Ladder>>>,
}

impl TeamMoves {
    pub(crate) fn of(lineup: &Lineup<'_>) -> Self {
        let affordances = Affordances::of(lineup);
        let class = |class: usize| ClassMoves {
            columns: Columns::of(lineup, class),
            lengths: DayLengths::of(lineup.classes[class].crowds.iter().map(Crowd::week)),
            windows: Memo::default(),
            helpful: OnceLock::new(),
        };
        let mover = |mover: Mover| {
            let most = mover.slots.iter().map(|slot| affordances.farthest(*slot)).max().unwrap_or(0);
            TeamMover {
                mover,
                moves: (-most..=most).map(|_| OnceLock::new()).collect(),
                others: lineup.classes.iter().map(|_| OnceLock::new()).collect(),
            }
        };
        let rest = Arc::new(TeamMove::of(lineup, &affordances, vec![0; lineup.slots.len()]));
        Self {
            classes: (0..lineup.classes.len()).map(class).collect(),
            movers: movers::movers(lineup).into_iter().map(mover).collect(),
            affordances,
            by_shifts: Memo::default(),
            rest,
        }
    }

    /// What decides how long the windows of a class may be; `None` where somebody has no hours.
    pub(super) fn lengths(&self, class: usize) -> Option<&DayLengths> {
        self.classes[class].lengths.as_ref()
    }

    /// The windows of a class of all lengths from a first to a last one in steps, the cheapest for the team
    /// first; those that move it alike stand together.
    pub(super) fn windows(&self, lineup: &Lineup<'_>, class: usize, range: (i32, i32)) -> Arc<[TeamWindow]> {
        let columns = &self.classes[class].columns;
        let step = lineup.policy.step().get() as usize;
        self.classes[class].windows.get_or_make(range, |(first, last)| {
            let of_length = |length: i32| {
                let needed = columns.needed(length);
                let open = columns.affordable(length, &self.affordances).into_iter();
                open.map(move |(start, _)| {
                    let shift = |column: &usize| needed[*column].at(start).expect("a shift of everybody's");
                    let team = self.moved(lineup, columns.column_of.iter().map(shift).collect());
                    TeamWindow { length, start, team }
                })
            };
            let mut windows: Vec<_> = (*first..=*last).step_by(step).flat_map(of_length).collect();
            windows.sort_by(|a, b| (a.team.cost, &a.team.shifts).cmp(&(b.team.cost, &b.team.shifts)));
            windows.into()
        })
    }

    /// One profile moved alone.
    pub(super) fn alone(&self, lineup: &Lineup<'_>, mover: usize, steps: i32) -> &Arc<TeamMove> {
        let TeamMover { mover, moves, .. } = &self.movers[mover];
        moves[(steps + moves.len() as i32 / 2) as usize].get_or_init(|| {
            let mut shifts = vec![0; lineup.slots.len()];
            mover.slots.iter().for_each(|slot| shifts[*slot] = steps);
            self.moved(lineup, shifts)
        })
    }

    /// The shifts that a profile can afford in a class.
    pub(super) fn affordable_alone(&self, class: usize, mover: usize) -> impl Iterator<Item = i32> {
        let TeamMover { mover, moves, .. } = &self.movers[mover];
        let most = moves.len() as i32 / 2;
        let everybody =
            move |steps: &i32| mover.slots.iter().all(|slot| self.affordances.in_class(class, *slot, *steps));
        (-most..=most).filter(|steps| *steps != 0).filter(everybody)
    }

    /// Everybody but one profile, where they meet the target in a class.
    pub(super) fn others(&self, lineup: &Lineup<'_>, class: usize, mover: usize) -> Option<&Ladder> {
        let TeamMover { mover, others, .. } = &self.movers[mover];
        let find = || {
            let class = &lineup.classes[class];
            let others = (0..lineup.slots.len()).filter(|slot| !mover.slots.contains(slot));
            let weeks: Vec<&Week> = class.weeks_of(others).collect();
            let ladder = Ladder::of(&weeks, |place| weeks[place].pattern(), lineup.target);
            ladder.meets().then_some(ladder)
        };
        others[class].get_or_init(find).as_ref()
    }

    /// The profiles whose lone move may help in a class; `None` for any, where the team meets the target.
    pub(super) fn helpful(&self, lineup: &Lineup<'_>, class: usize) -> Option<&[usize]> {
        let find = || {
            let weeks = &lineup.classes[class];
            let of_slot = |crowd: &usize| weeks.crowds[*crowd].week();
            let group = Group::of_all(weeks.crowd_of.iter().map(of_slot).collect());
            let pattern = |slot: usize| of_slot(&weeks.crowd_of[slot]).pattern();
            let short = group.short_subgroup(lineup.target, pattern, |_| None)?;
            let is_short =
                |mover: &usize| self.movers[*mover].mover.slots.iter().any(|slot| short.contains(slot));
            let helps = |mover: &usize| is_short(mover) && self.others(lineup, class, *mover).is_some();
            Some((0..self.movers.len()).filter(helps).collect())
        };
        self.classes[class].helpful.get_or_init(find).as_deref()
    }

    fn moved(&self, lineup: &Lineup<'_>, shifts: Vec<i32>) -> Arc<TeamMove> {
        let make = |shifts: &Vec<i32>| Arc::new(TeamMove::of(lineup, &self.affordances, shifts.clone()));
        self.by_shifts.get_or_make(shifts, make)
    }
}

impl TeamMove {
    fn of(lineup: &Lineup<'_>, affordances: &Affordances, shifts: Vec<i32>) -> Self {
        let step = lineup.policy.step().get() as i32;
        let moving = || lineup.slots.iter().zip(&shifts).filter(|(_, steps)| **steps != 0);
        Self {
            cost: moving().fold(Cost::NONE, |cost, (slot, steps)| cost.with(slot.heads, *steps)),
            most: moving().map(|(slot, steps)| (slot.moved + steps * step).abs()).max().unwrap_or(0),
            affordable: (0..lineup.classes.len())
                .map(|class| affordances.all_in_class(class, &shifts))
                .collect(),
            ladders: lineup.classes.iter().map(|_| OnceLock::new()).collect(),
            shifts,
        }
    }

    /// The team so moved in a class, where it can afford that and meets the target.
    pub(super) fn ladder(&self, lineup: &Lineup<'_>, class: usize) -> Option<&Ladder> {
        let find = || ladder(lineup, &lineup.classes[class], &self.shifts);
        if self.affordable[class] { self.ladders[class].get_or_init(find).as_ref() } else { None }
    }
}

/// A team that is moved by this many steps, by slot, where it then meets the target.
fn ladder(lineup: &Lineup<'_>, class: &WeekClass<'_>, shifts: &[i32]) -> Option<Ladder> {
    let step = lineup.policy.step().get() as i32;
    let mut alike: Vec<(usize, i32)> = class.crowd_of.iter().copied().zip(shifts.iter().copied()).collect();
    alike.sort_unstable();
    alike.dedup();
    let weeks: Vec<&Week> = alike.iter().map(|(crowd, _)| class.crowds[*crowd].week()).collect();
    let moved: Vec<IntervalSet<WeekMinute>> =
        weeks.iter().zip(&alike).map(|(week, (_, steps))| rotated(week.pattern(), steps * step)).collect();
    let ladder = Ladder::of(&weeks, |place| &moved[place], lineup.target);
    ladder.meets().then_some(ladder)
}
