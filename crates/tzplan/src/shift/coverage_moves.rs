//! Whose day moved would cover more of the hours that have to be covered.

use crate::availability::availability;
use crate::coverage::{Coverage, Service, of_team};
use crate::duration::Shift;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{Minutes, UtcMinute};
use crate::policy::Policy;
use crate::season::PreparedTeam;
use crate::shift_tables::ShiftTables;
use crate::team::{Change, MemberId, MemberRef, Team};

/// The most days moved, one after another.
const MOST_MOVES: usize = 3;
/// Of teams with more schedules than this no moves are looked for.
const MOST_SCHEDULES: usize = 100;

/// Somebody's day moved all year so that more of the hours that have to be covered are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CoverageMove {
    /// Whose: the first in roster order of those with the schedule.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub member: MemberId,
    /// By how much, from the stated hours.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub shift: Shift,
    /// Minutes with enough people at work that had too few before this move.
    #[cfg_attr(feature = "serde", serde(rename = "gained_minutes"))]
    pub gained: Minutes,
    /// How much is covered after it, in thousandths, rounded down: 1000 only where all of it is.
    #[cfg_attr(feature = "serde", serde(rename = "covered_thousandths"))]
    pub thousandths: u32,
}

/// Days moved one after another, each the one that covers most of what is still missing: by an affordable
/// multiple of the policy's `step`, one member at a time and nobody twice, at most three. Of equals the least
/// move, later before earlier, then roster order. Days off count, and optional members are moved too. Nobody
/// where nothing is missing, no move covers more, or the team has more than a hundred schedules.
///
/// ```
/// use tzplan::coverage::Service;
/// use tzplan::shift::coverage_moves;
/// use tzplan::{Horizon, Member, Minutes, Policy, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Ada", Zone::UTC).hours("Mon-Fri 8-16".parse().unwrap()));
/// team.add(Member::new("Ben", Zone::UTC).hours("Mon-Fri 11-19".parse().unwrap()));
/// let week = Horizon::of_days("2026-11-23".parse().unwrap(), 7, Zone::UTC).unwrap();
/// let desk = Service::hours("Mon-Fri 8-20".parse().unwrap());
/// let moves = coverage_moves(&PreparedTeam::new(&team, week), &desk, &Policy::default());
/// // From 19:00 to 20:00 nobody is there; Ben an hour later is, and Ada until 16:00.
/// let [ben] = &moves[..] else { panic!() };
/// assert_eq!((ben.member.index(), ben.shift.minutes(), ben.gained), (1, 60, Minutes::hours(5)));
/// assert_eq!(ben.thousandths, 1000);
/// ```
///
/// # Complexity
///
/// For each move, that of [`coverage`](crate::coverage::coverage()), and a pass over the gaps for each
/// schedule and each of its affordable moves.
pub fn coverage_moves(prepared: &PreparedTeam, service: &Service, policy: &Policy) -> Vec<CoverageMove> {
    let (mut moves, mut team) = (Vec::<CoverageMove>::new(), prepared.team().clone());
    if team.schedules().len() > MOST_SCHEDULES {
        return moves;
    }
    let candidates = candidates(prepared, policy);
    let wanted = service.instants(prepared.horizon());
    let all = wanted.total().get();
    while moves.len() < MOST_MOVES {
        let gaps = Gaps::of(&team, prepared, service, &wanted);
        let missing = gaps.short.total();
        let mut best: Option<(Minutes, MemberId, i32)> = None;
        for (member, by) in
            candidates.iter().filter(|(member, _)| moves.iter().all(|one| one.member != *member))
        {
            for by in by {
                let left = gaps.left_after(&team, *member, *by);
                let gained = Minutes(missing.get().saturating_sub(left.get()));
                let is_better = best.is_none_or(|(most, _, least)| {
                    gained > most || (gained == most && by.abs() < least.abs())
                });
                if gained > Minutes::ZERO && is_better {
                    best = Some((gained, *member, *by));
                }
            }
        }
        let Some((gained, member, by)) = best else { break };
        let shift = Shift::of(by);
        let Ok(moved) = team.changed([Change::Shift { member, by: shift }]) else { break };
        team = moved;
        let covered = all - missing.get() + gained.get();
        let thousandths = (u64::from(covered) * 1000 / u64::from(all.max(1))) as u32;
        moves.push(CoverageMove { member, shift, gained, thousandths });
    }
    moves
}

/// The first member with each schedule, and by how much their day may be moved all year.
fn candidates(prepared: &PreparedTeam, policy: &Policy) -> Vec<(MemberId, Vec<i32>)> {
    let (tables, mut seen) = (ShiftTables::default(), vec![false; prepared.team().schedules().len()]);
    let mut firsts: Vec<MemberRef<'_>> = prepared.team().members().collect();
    firsts.retain(|member| !std::mem::replace(&mut seen[member.schedule_id().index()], true));
    let moves = |member: MemberRef<'_>| {
        let profile = prepared.profile_of(member);
        let weeks = || prepared.seasons().iter().map(|season| prepared.week(profile, season));
        let is_stated = member.schedule().moved_by() == Shift::NONE;
        let affordable = || tables.affordable_all_year(weeks(), prepared.flex_of(profile), policy);
        (is_stated && weeks().len() > 0).then(|| (member.id(), affordable().moves().collect()))
    };
    firsts.into_iter().filter_map(moves).collect()
}

/// The minutes that have to be covered by how many are missing or to spare.
struct Gaps {
    range: Interval<UtcMinute>,
    /// With too few people.
    short: IntervalSet<UtcMinute>,
    /// With too few even if one more came.
    without_one: IntervalSet<UtcMinute>,
    /// With too few if one went.
    needs_each: IntervalSet<UtcMinute>,
}

impl Gaps {
    fn of(team: &Team, prepared: &PreparedTeam, service: &Service, wanted: &IntervalSet<UtcMinute>) -> Self {
        let range = prepared.horizon().range();
        let coverage: Coverage = of_team(team, range, |_| true);
        let short = |people: u32| wanted.intersection(&coverage.short_of(people));
        let people = service.people();
        let without_one = short(people.saturating_sub(1));
        Self { range, short: short(people), without_one, needs_each: short(people.saturating_add(1)) }
    }

    /// What is missing after a member's day is moved by so many minutes.
    fn left_after(&self, team: &Team, member: MemberId, by: i32) -> Minutes {
        let Some(who) = team.member(member) else { return self.short.total() };
        let before = availability(who.schedule(), self.range);
        let after = availability(&who.schedule().with_shift(Shift::of(by)), self.range);
        let (comes, goes) = (after.difference(&before), before.difference(&after));
        let kept = self.short.difference(&comes).difference(&goes);
        let left = [kept, self.without_one.intersection(&comes), self.needs_each.intersection(&goes)];
        Minutes(left.iter().map(|part| part.total().get()).sum())
    }
}
