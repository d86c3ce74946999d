//! Dated overlap: the instants at which everyone, or enough of a team, is at work. Days off count.

use std::collections::HashMap;

use crate::availability::availability;
use crate::coverage::{HeadCount, head_count};
use crate::horizon::Horizon;
use crate::interval::IntervalSet;
use crate::minutes::UtcMinute;
use crate::team::{Attendance, ScheduleId, Team};

/// The instants of the horizon at which every required member is at work. Optional members never block; where
/// all are optional, all are required. A team of nobody shares nothing.
///
/// # Complexity
///
/// Linear in the distinct schedules of required members; it ends early once nothing is shared.
///
/// ```
/// use tzplan::{Horizon, Member, Team, Zone, overlap};
/// let mut team = Team::new();
/// team.add(Member::new("Ria", Zone::iana("Asia/Kathmandu").unwrap()));
/// team.add(Member::new("Sam", Zone::iana("Asia/Kolkata").unwrap()));
/// let monday = "2026-11-23".parse().unwrap();
/// let day = Horizon::of_days(monday, 1, Zone::UTC).unwrap();
/// assert_eq!(overlap::everyone(&team, &day).total().to_string(), "7:45");
/// ```
pub fn everyone(team: &Team, horizon: &Horizon) -> IntervalSet<UtcMinute> {
    let all = team.all_count_as_required();
    let blocking = heads(team, |attendance| all || attendance != Attendance::Optional);
    intersection(team, horizon, blocking.into_iter().map(|(id, _)| id)).unwrap_or_default()
}

/// The instants at which at least `k` members are at work, optional ones included, and every member *marked* as
/// required is. More than the team has is never reached.
///
/// # Complexity
///
/// Sorting the shifts of the distinct schedules.
pub fn quorum(team: &Team, horizon: &Horizon, k: usize) -> IntervalSet<UtcMinute> {
    if k > team.len() {
        return IntervalSet::new();
    }
    let everybody = heads(team, |_| true);
    let counted =
        everybody.iter().map(|(id, heads)| (availability(team.schedule(*id), horizon.range()), *heads));
    let mut enough = IntervalSet::new();
    for HeadCount { start, end, count } in head_count(counted, horizon.range()) {
        if count as usize >= k {
            enough.push(start, end);
        }
    }
    let marked = heads(team, |attendance| attendance == Attendance::Required).into_iter().map(|(id, _)| id);
    match intersection(team, horizon, marked) {
        Some(all_marked) => enough.intersection(&all_marked),
        None => enough,
    }
}

/// What some schedules share; `None` for none.
fn intersection(
    team: &Team,
    horizon: &Horizon,
    schedules: impl Iterator<Item = ScheduleId>,
) -> Option<IntervalSet<UtcMinute>> {
    let mut common: Option<IntervalSet<UtcMinute>> = None;
    for id in schedules {
        if common.as_ref().is_some_and(IntervalSet::is_empty) {
            break;
        }
        let available = availability(team.schedule(id), horizon.range());
        common = Some(common.map_or_else(|| available.clone(), |common| common.intersection(&available)));
    }
    common
}

/// How many members with some attendance keep each schedule, in order of the schedules.
pub(crate) fn heads(team: &Team, counts: impl Fn(Attendance) -> bool) -> Vec<(ScheduleId, u32)> {
    let mut heads: HashMap<ScheduleId, u32> = HashMap::new();
    for member in team.members().filter(|member| counts(member.attendance())) {
        *heads.entry(member.schedule_id()).or_default() += 1;
    }
    let mut heads: Vec<_> = heads.into_iter().collect();
    heads.sort_unstable();
    heads
}
