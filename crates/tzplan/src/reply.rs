//! Reply waits: somebody asks while at work and waits for the first answerer at work.
//!
//! A question comes at an instant uniform over the asker's working time in the horizon. The wait ends at the
//! first instant at or after it at which an answerer is at work. Everything is exact over the continuous
//! distribution: between two shifts of the answerers the wait falls minute by minute, so a stretch of the
//! asker's work adds waits uniform between two lengths.

use crate::availability::availability;
use crate::coverage::{HeadCount, head_count};
use crate::horizon::Horizon;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{DAY, UtcMinute};
use crate::team::{MemberRef, ScheduleId, Team};

/// How far past the horizon's end answerers are looked for.
const ANSWERS_WITHIN_DAYS: i32 = 800;

/// How long questions wait.
#[derive(Clone, Copy, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Wait {
    /// Share of questions answered at once, 0 to 1.
    pub none: f64,
    /// Mean wait in minutes; `None` when some questions are never answered.
    pub mean: Option<f64>,
    /// Half of the questions wait at most so many minutes; `None` for never.
    pub p50: Option<f64>,
    /// 95 % of the questions wait at most so many minutes; `None` for never.
    pub p95: Option<f64>,
    /// The supremum in minutes; `None` for never.
    pub worst: Option<u32>,
}

/// Reply waits of a team over a horizon.
///
/// ```
/// use tzplan::{Horizon, Member, Team, Zone, reply::Replies};
/// let mut team = Team::new();
/// team.add(Member::new("Early", Zone::UTC).hours("8-12 daily".parse().unwrap()));
/// team.add(Member::new("Late", Zone::UTC).hours("14-18 daily".parse().unwrap()));
/// let week = Horizon::of_days("2026-11-23".parse().unwrap(), 7, Zone::UTC).unwrap();
/// let replies = Replies::new(&team, &week);
/// let wait = replies.between(0, 1).unwrap();
/// assert_eq!((wait.none, wait.mean, wait.p50, wait.worst), (0.0, Some(240.0), Some(240.0), Some(360)));
/// ```
#[derive(Debug)]
pub struct Replies<'t> {
    team: &'t Team,
    range: Interval<UtcMinute>,
    /// By schedule: at work from the horizon's start until long after its end.
    available: Vec<IntervalSet<UtcMinute>>,
}

impl<'t> Replies<'t> {
    /// Prepares the answers to any number of questions about waits.
    pub fn new(team: &'t Team, horizon: &Horizon) -> Self {
        let range = horizon.range();
        let end = UtcMinute(range.end().0 + ANSWERS_WITHIN_DAYS * DAY);
        let seen = Interval::new(range.start(), end).expect("later than the start");
        let available = team.schedules().iter().map(|schedule| availability(schedule, seen)).collect();
        Self { team, range, available }
    }

    /// How long one member waits for another, by their places in the roster; `None` when the asker never works
    /// in the horizon, or there is no such member. Nobody answers themselves.
    pub fn between(&self, asker: usize, answerer: usize) -> Option<Wait> {
        let (asker, answerer) = (self.schedule(asker)?, self.schedule(answerer)?);
        let mut waits = Waits::default();
        waits.add(&self.asking(asker), &self.available[answerer.index()], 1);
        waits.summary()
    }

    /// How long one member waits for any of the chosen others; `None` as for [`between`](Self::between).
    pub fn for_anybody(&self, asker: usize, answers: impl Fn(usize) -> bool) -> Option<Wait> {
        let schedule = self.schedule(asker)?;
        let mut answering = vec![false; self.available.len()];
        for other in self.team.members().filter(|other| other.index() != asker && answers(other.index())) {
            answering[other.schedule_id().index()] = true;
        }
        let sets = self.available.iter().zip(answering).filter(|(_, answering)| *answering);
        let anybody: IntervalSet<UtcMinute> = sets.flat_map(|(set, _)| set.iter()).collect();
        let mut waits = Waits::default();
        waits.add(&self.asking(schedule), &anybody, 1);
        waits.summary()
    }

    /// How long the required members wait for anybody else of them, their minutes pooled; `None` when nobody
    /// works in the horizon.
    pub fn within_team(&self) -> Option<Wait> {
        let all = self.team.all_count_as_required();
        let heads =
            crate::overlap::heads(self.team, |attendance| all || attendance != crate::Attendance::Optional);
        let sets = heads.iter().map(|(id, heads)| (self.available[id.index()].clone(), *heads));
        let seen = Interval::new(self.range.start(), self.answers_until())?;
        let (mut everybody, mut just_one) = (IntervalSet::new(), IntervalSet::new());
        for HeadCount { start, end, count } in head_count(sets, seen) {
            match count {
                0 => {}
                1 => {
                    everybody.push(start, end);
                    just_one.push(start, end);
                }
                _ => everybody.push(start, end),
            }
        }
        let mut waits = Waits::default();
        for (id, heads) in heads {
            let own = &self.available[id.index()];
            // The others' work is everybody's less what is the asker's alone.
            let others = everybody.difference(&just_one.intersection(own));
            waits.add(&self.asking(id), &others, heads.into());
        }
        waits.summary()
    }

    fn answers_until(&self) -> UtcMinute {
        UtcMinute(self.range.end().0 + ANSWERS_WITHIN_DAYS * DAY)
    }

    fn schedule(&self, member: usize) -> Option<ScheduleId> {
        self.team.member(member).map(MemberRef::schedule_id)
    }

    fn asking(&self, schedule: ScheduleId) -> IntervalSet<UtcMinute> {
        self.available[schedule.index()].clip(self.range)
    }
}

/// The distribution of waits, in minutes of asking.
#[derive(Clone, Debug, Default)]
struct Waits {
    total: u64,
    at_once: u64,
    never: u64,
    /// Asking minutes spread evenly over waits from the shorter to the longer.
    spread: Vec<Spread>,
}

#[derive(Clone, Copy, Debug)]
struct Spread {
    shortest: u32,
    longest: u32,
    heads: u64,
}

impl Waits {
    /// Adds the questions of `heads` askers who are at work at the same instants.
    fn add(&mut self, asking: &IntervalSet<UtcMinute>, answering: &IntervalSet<UtcMinute>, heads: u64) {
        let asked = u64::from(asking.total().get());
        self.total += asked * heads;
        self.at_once += u64::from(asking.intersection(answering).total().get()) * heads;
        for waiting in &asking.difference(answering) {
            match answering.first_at_or_after(waiting.end()) {
                Some(answer) => {
                    let wait = |from: UtcMinute| (answer.0 - from.0) as u32;
                    self.spread.push(Spread {
                        shortest: wait(waiting.end()),
                        longest: wait(waiting.start()),
                        heads,
                    });
                }
                None => self.never += u64::from(waiting.length().get()) * heads,
            }
        }
    }

    fn summary(mut self) -> Option<Wait> {
        if self.total == 0 {
            return None;
        }
        self.spread.sort_unstable_by_key(|spread| (spread.shortest, spread.longest));
        let doubled: u64 = self
            .spread
            .iter()
            .map(|s| u64::from(s.longest - s.shortest) * u64::from(s.longest + s.shortest) * s.heads)
            .sum();
        Some(Wait {
            none: self.at_once as f64 / self.total as f64,
            mean: (self.never == 0).then(|| doubled as f64 / 2.0 / self.total as f64),
            p50: self.percentile(50),
            p95: self.percentile(95),
            worst: (self.never == 0).then(|| self.spread.iter().map(|s| s.longest).max().unwrap_or(0)),
        })
    }

    /// The smallest x with P(wait ≤ x) ≥ `percent`: the asking minutes with a wait of at most x grow linearly
    /// between the ends of the spreads.
    fn percentile(&self, percent: u64) -> Option<f64> {
        let wanted = self.total * percent;
        let (mut reached, mut heads, mut at) = (self.at_once * 100, 0_i64, 0_u32);
        if reached >= wanted {
            return Some(0.0);
        }
        let starts = self.spread.iter().map(|s| (s.shortest, s.heads as i64));
        let ends = self.spread.iter().map(|s| (s.longest, -(s.heads as i64)));
        let mut changes: Vec<(u32, i64)> = starts.chain(ends).collect();
        changes.sort_unstable();
        for (wait, change) in changes {
            let gained = u64::from(wait - at) * heads as u64 * 100;
            if reached + gained >= wanted {
                return Some(f64::from(at) + (wanted - reached) as f64 / (heads as f64 * 100.0));
            }
            (reached, at) = (reached + gained, wait);
            heads += change;
        }
        None
    }
}
