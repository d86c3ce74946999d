//! Who is at work together (§3): counting heads in every minute of the horizon. Stays and days off count.

use super::hours::{availability, range};
use super::people::{Crew, Mark};
use crate::support::minute_set::{MinuteSet, runs};

/// Everybody's minutes in the horizon, in roster order.
pub fn everybodys_minutes(crew: &Crew) -> Vec<MinuteSet> {
    let (from, to) = range(crew);
    crew.people.iter().map(|person| availability(person, from, to)).collect()
}

/// "The instants at which every required member is at work"; its runs are the windows.
pub fn everyone(crew: &Crew) -> MinuteSet {
    let (from, to) = range(crew);
    let (at_work, required) = (everybodys_minutes(crew), crew.required());
    let all = |minute: i32| required.iter().all(|one| at_work[*one].contains(minute));
    MinuteSet::of(from, to, |minute| !required.is_empty() && all(minute))
}

/// "The instants at which at least k members (optional ones count) are at work and every member marked
/// required is. k > n is empty."
pub fn quorum(crew: &Crew, k: usize) -> MinuteSet {
    let (from, to) = range(crew);
    let at_work = everybodys_minutes(crew);
    MinuteSet::of(from, to, |minute| {
        let heads = at_work.iter().filter(|person| person.contains(minute)).count();
        let marked = (0..at_work.len()).filter(|one| crew.people[*one].mark == Mark::Required);
        k <= at_work.len() && heads >= k && marked.into_iter().all(|one| at_work[one].contains(minute))
    })
}

/// "For every instant, how many are at work": maximal runs `(start, end, heads)`; those of none are the gaps.
pub fn coverage(crew: &Crew) -> Vec<(i32, i32, usize)> {
    let (from, to) = range(crew);
    let at_work = everybodys_minutes(crew);
    let heads = |minute: i32| at_work.iter().filter(|person| person.contains(minute)).count();
    let counts: Vec<usize> = (from..to).map(heads).collect();
    runs(&counts)
        .into_iter()
        .map(|(start, end, heads)| (from + start as i32, from + end as i32, heads))
        .collect()
}
