//! Ranking: a pool of candidates, the best first.

use super::judge::Judge;
use super::{Opening, Rank, Results, SortBy};
use crate::team::{MemberRef, ScheduleId, Team};

/// A pool of candidates, ranked.
///
/// ```
/// use tzplan::fit::{Opening, Ranking, SortBy};
/// use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Zone};
/// let member = |name: &str, zone: &str| Member::new(name, Zone::iana(zone).unwrap());
/// let (mut team, mut pool) = (Team::new(), Team::new());
/// team.add(member("Ana", "America/New_York"));
/// pool.add(member("Kei", "Asia/Tokyo"));
/// pool.add(member("Rosa", "America/Lima"));
/// pool.add(member("Luz", "America/Bogota")); // the same clock as Lima: equal, and later in the pool
/// pool.add(member("Bob", "America/Toronto"));
///
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let (prepared, policy) = (PreparedTeam::new(&team, horizon), Policy::default());
/// let ranking = Ranking::of(&Opening::new(&prepared, &policy), &pool, SortBy::Fit, None);
/// let names: Vec<_> = ranking.iter().map(|(candidate, _)| candidate.name()).collect();
/// assert_eq!(names, ["Bob", "Rosa", "Luz", "Kei"]);
/// assert_eq!(ranking.results().fits, 3);
/// // Of the best two one more is as good as the second.
/// assert_eq!(Ranking::of(&Opening::new(&prepared, &policy), &pool, SortBy::Fit, Some(2)).tied(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Ranking<'t> {
    pool: &'t Team,
    /// By schedule; `None` where nobody has it.
    ranks: Vec<Option<Rank>>,
    /// By schedule, how many candidates have it.
    heads: Vec<u32>,
    /// Places in the pool, the best first.
    best: Vec<u32>,
    /// How many rank as the last one listed does, and are not.
    tied: usize,
    judged: usize,
}

impl<'t> Ranking<'t> {
    /// Judges every distinct profile of a pool once (equal clocks, hours and days off) and sorts its members;
    /// at most this many are listed. Whether they are marked as required or optional does not matter; equal
    /// ones keep the order of the pool.
    ///
    /// # Complexity
    ///
    /// That of judging a candidate for each distinct profile, with two looks at each member.
    pub fn of(opening: &Opening, pool: &'t Team, by: SortBy, most: Option<usize>) -> Self {
        let mut judge = Judge::new(opening);
        let ranking = Self::with(pool, by, most, |id| judge.rank(id, pool.schedule(id)).clone());
        Self { judged: judge.judged(), ..ranking }
    }

    /// The same for schedules whose ranks are known, or are found in another way: on several threads,
    /// say.
    pub fn with(
        pool: &'t Team,
        by: SortBy,
        most: Option<usize>,
        mut rank: impl FnMut(ScheduleId) -> Rank,
    ) -> Self {
        let mut heads = vec![0; pool.schedules().len()];
        pool.members().for_each(|candidate| heads[candidate.schedule_id().index()] += 1);
        let used = (0..heads.len() as u32).map(ScheduleId).filter(|id| heads[id.index()] > 0);
        let mut ranks: Vec<Option<Rank>> = vec![None; heads.len()];
        used.clone().for_each(|id| ranks[id.index()] = Some(rank(id)));

        // Candidates of equal rank are one class, whatever their schedules: they stay in the pool's order.
        let mut by_rank: Vec<ScheduleId> = used.collect();
        let compare = |a: &ScheduleId, b: &ScheduleId| {
            let rank = |id: &ScheduleId| ranks[id.index()].as_ref().expect("used schedules are judged");
            rank(a).cmp_by(rank(b), by)
        };
        by_rank.sort_by(compare);
        let most = most.unwrap_or(usize::MAX);
        let mut next_of = vec![usize::MAX; heads.len()];
        let (mut next_of_class, mut listed) = (Vec::new(), 0);
        for class in by_rank.chunk_by(|a, b| compare(a, b).is_eq()) {
            if listed >= most {
                break;
            }
            class.iter().for_each(|id| next_of[id.index()] = next_of_class.len());
            next_of_class.push(listed);
            listed += class.iter().map(|id| heads[id.index()] as usize).sum::<usize>();
        }
        let mut best = vec![0; listed.min(most)];
        for candidate in pool.members() {
            if let Some(next) = next_of_class.get_mut(next_of[candidate.schedule_id().index()]) {
                if let Some(place) = best.get_mut(*next) {
                    *place = candidate.index() as u32;
                }
                *next += 1;
            }
        }
        let judged = ranks.iter().flatten().count();
        Self { pool, ranks, heads, tied: listed - best.len(), best, judged }
    }

    /// The candidates listed, the best first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (MemberRef<'t>, &Rank)> {
        self.best.iter().map(|place| {
            let candidate = self.pool.member(*place as usize).expect("a member of the pool");
            let rank = self.ranks[candidate.schedule_id().index()].as_ref();
            (candidate, rank.expect("every schedule that somebody has is judged"))
        })
    }

    /// How many candidates of the whole pool have each result.
    pub fn results(&self) -> Results {
        let mut results = Results::default();
        for (rank, heads) in self.ranks.iter().zip(&self.heads) {
            rank.iter().for_each(|rank| results.add(rank.result, *heads as usize));
        }
        results
    }

    /// The same of a pool of which others were left out before: this many of them rank exactly as the last
    /// one listed does, see [`Shortlist::tied`](super::Shortlist::tied).
    #[must_use]
    pub fn with_tied(self, tied: usize) -> Self {
        Self { tied, ..self }
    }

    /// How many candidates rank exactly as the last one listed does, and are left out only because no more
    /// are listed.
    pub fn tied(&self) -> usize {
        self.tied
    }

    /// How many different profiles were judged.
    pub fn judged(&self) -> usize {
        self.judged
    }
}
