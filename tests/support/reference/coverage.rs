//! Everyone, quorum and coverage: counting heads in every minute.

use tzplan::Attendance;

use super::availability::{availability, range};
use crate::support::crew::Crew;
use crate::support::minute_set::{MinuteSet, runs};

/// Everybody's minutes in the horizon, in roster order.
pub fn everybodys_minutes(crew: &Crew) -> Vec<MinuteSet> {
    let (from, to) = range(crew);
    crew.people.iter().map(|person| availability(person, from, to)).collect()
}

/// The minutes at which every required person is at work; nobody at all shares nothing.
pub fn everyone(crew: &Crew) -> MinuteSet {
    let (from, to) = range(crew);
    let at_work = everybodys_minutes(crew);
    let required = crew.required();
    MinuteSet::of(from, to, |minute| {
        !required.is_empty() && required.iter().all(|person| at_work[*person].contains(minute))
    })
}

/// The minutes at which at least `k` people are at work, optional ones too, and everybody marked as required.
pub fn quorum(crew: &Crew, k: usize) -> MinuteSet {
    let (from, to) = range(crew);
    let at_work = everybodys_minutes(crew);
    MinuteSet::of(from, to, |minute| {
        let heads = at_work.iter().filter(|person| person.contains(minute)).count();
        let marked = |(person, at_work): (usize, &MinuteSet)| {
            crew.people[person].attendance != Attendance::Required || at_work.contains(minute)
        };
        k <= crew.people.len() && heads >= k && at_work.iter().enumerate().all(marked)
    })
}

/// How many of the chosen people are at work: maximal runs `(start, end, heads)`.
pub fn coverage(crew: &Crew, who: impl Fn(usize) -> bool) -> Vec<(i32, i32, u32)> {
    let (from, to) = range(crew);
    let at_work = everybodys_minutes(crew);
    let heads = |minute: i32| {
        let chosen = at_work.iter().enumerate().filter(|(person, _)| who(*person));
        chosen.filter(|(_, at_work)| at_work.contains(minute)).count() as u32
    };
    let counts: Vec<u32> = (from..to).map(heads).collect();
    runs(&counts).into_iter().map(|(s, e, heads)| (from + s as i32, from + e as i32, heads)).collect()
}
