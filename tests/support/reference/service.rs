//! Service hours, and hand-offs between groups: minute by minute.

use chrono::Datelike;

use super::availability::{availability, range};
use super::season::{ExpectedSeason, offsets_on, seasons};
use super::week::{ExpectedWeek, WEEK, turned, windows};
use crate::support::clock::seconds_ahead;
use crate::support::crew::{Crew, Person, Shift};
use crate::support::minute_set::MinuteSet;

/// Start, end, what makes it, and how many minutes of it days off make.
pub type ExpectedGap = (i32, i32, &'static str, u32);

/// From, to, when, minutes together, minutes of nobody.
pub type ExpectedRelay = (usize, usize, u16, u32, u32);

/// Somebody at the home clock.
fn at_home(crew: &Crew, shifts: Vec<Shift>) -> Person {
    Person::new(crew.home.clone(), shifts)
}

/// The minutes that are to be covered and have fewer people at work.
fn short(crew: &Crew, service: Option<&[Shift]>, people: u32) -> MinuteSet {
    let (from, to) = range(crew);
    let wanted = service.map(|shifts| availability(&at_home(crew, shifts.to_vec()), from, to));
    let at_work: Vec<MinuteSet> = crew.people.iter().map(|person| availability(person, from, to)).collect();
    MinuteSet::of(from, to, |minute| {
        let heads = at_work.iter().filter(|person| person.contains(minute)).count() as u32;
        wanted.as_ref().is_none_or(|wanted| wanted.contains(minute)) && heads < people
    })
}

/// The seasons of everybody and of the home clock, with that clock's lead in minutes.
fn home_seasons(crew: &Crew) -> Vec<(ExpectedSeason, i32)> {
    let mut with_home = crew.clone();
    with_home.people.push(at_home(crew, Vec::new()));
    let everybody: Vec<usize> = (0..with_home.people.len()).collect();
    let lead = |season: &ExpectedSeason| offsets_on(&at_home(crew, Vec::new()), season.first)[0];
    seasons(&with_home, &everybody).into_iter().map(|season| (season.clone(), lead(&season))).collect()
}

/// The minutes of the home week that are to be covered and have fewer people at work, by season; and those
/// that the season has, in the order in which they come.
fn home_weeks(crew: &Crew, service: Option<&[Shift]>, people: u32) -> Vec<(Vec<bool>, Vec<usize>)> {
    let crew = &crew.settled();
    let mut wanted = vec![service.is_none(); WEEK as usize];
    for (day, start, end) in service.unwrap_or_default() {
        (*start..*end)
            .for_each(|m| wanted[(usize::from(*day) * 1440 + usize::from(m)) % WEEK as usize] = true);
    }
    let week = |(season, ahead): (ExpectedSeason, i32)| {
        let weeks: Vec<ExpectedWeek> =
            crew.people.iter().map(|person| ExpectedWeek::of(person, season.first)).collect();
        let few = |minute: usize| (weeks.iter().filter(|w| w.at_work[minute]).count() as u32) < people;
        let short: Vec<bool> = (0..WEEK as usize).map(few).collect();
        let short =
            turned(&short, ahead).iter().zip(&wanted).map(|(short, wanted)| *short && *wanted).collect();
        let first = season.first.weekday().num_days_from_monday() as usize * 1440;
        let days = ((season.last - season.first).num_days() as usize + 1).min(7);
        (short, (first..first + days * 1440).map(|minute| minute % WEEK as usize).collect())
    };
    home_seasons(crew).into_iter().map(week).collect()
}

/// Covered minutes, minutes to cover, and the gaps.
pub fn gaps(crew: &Crew, service: Option<&[Shift]>, people: u32) -> (u32, u32, Vec<ExpectedGap>) {
    let short_now = short(crew, service, people);
    let mut nobody_off = crew.clone();
    nobody_off.people.iter_mut().for_each(|person| person.days_off.clear());
    let ordinarily = short(&nobody_off, service, people);
    let weeks = home_weeks(crew, service, people);
    // A piece of a gap and the minutes right before and behind it, on the home week.
    let closed = |start: i32, end: i32| {
        let ahead = seconds_ahead(&crew.home, i64::from(start) * 60).div_euclid(60) as i32;
        let place = |minute: i32| (minute + ahead + 3 * 1440).rem_euclid(WEEK) as usize;
        let has = |there: &[usize]| {
            let gap: Vec<usize> = (start..end).map(place).collect();
            there.windows(gap.len()).any(|part| part == gap)
                || there.len() == WEEK as usize && gap.len() <= there.len()
        };
        weeks.iter().any(|(week, there)| has(there) && !(start - 1..=end).any(|minute| week[place(minute)]))
    };
    let judged = short_now.runs().into_iter().map(|(start, end)| {
        let pieces = MinuteSet::of(start, end, |minute| ordinarily.contains(minute)).runs();
        let ordinary: i32 = pieces.iter().map(|(start, end)| end - start).sum();
        let cause = match &pieces[..] {
            [] => "days-off",
            pieces if pieces.iter().all(|(start, end)| closed(*start, *end)) => "clock-change",
            _ => "hours",
        };
        (start, end, cause, (end - start - ordinary) as u32)
    });
    let (from, to) = range(crew);
    let wanted = service
        .map_or((to - from) as u32, |shifts| availability(&at_home(crew, shifts.to_vec()), from, to).count());
    (wanted - short_now.count(), wanted, judged.collect())
}

/// The hand-offs between groups, season by season.
pub fn relays(
    crew: &Crew,
    group_of: &[usize],
    groups: usize,
) -> Vec<(ExpectedSeason, i32, Vec<ExpectedRelay>)> {
    let crew = &crew.settled();
    let of_season = |(season, ahead): (ExpectedSeason, i32)| {
        let mut at_work = vec![vec![false; WEEK as usize]; groups];
        for (person, group) in crew.people.iter().zip(group_of) {
            let week = ExpectedWeek::of(person, season.first);
            week.at_work.iter().zip(&mut at_work[*group]).for_each(|(at, any)| *any |= *at);
        }
        let relays = relays_of(&at_work);
        (season, ahead, relays)
    };
    home_seasons(crew).into_iter().map(of_season).collect()
}

fn relays_of(at_work: &[Vec<bool>]) -> Vec<ExpectedRelay> {
    let week = WEEK as usize;
    let run = |flags: &[bool], from: usize| (0..week).take_while(|m| flags[(from + m) % week]).count() as u32;
    let back = |flags: &[bool], from: usize| {
        (1..=week).take_while(|m| flags[(from + week - m) % week]).count() as u32
    };
    let mut relays = Vec::new();
    for (from, flags) in at_work.iter().enumerate() {
        for (start, length) in windows(flags).into_iter().filter(|(_, length)| *length < WEEK as u32) {
            let end = (usize::from(start) + length as usize) % week;
            // The first of those that go on longest.
            let others = at_work.iter().enumerate().filter(|(to, other)| *to != from && other[end]);
            let next = others.min_by_key(|(_, other)| std::cmp::Reverse(run(other, end)));
            relays.push(match next {
                Some((to, other)) => (from, to, end as u16, back(other, end).min(length), 0),
                None => {
                    let minutes = 1..=week;
                    let wait = minutes.into_iter().find(|m| at_work.iter().any(|g| g[(end + m) % week]));
                    let wait = wait.expect("the group itself comes back");
                    let to = at_work.iter().position(|group| group[(end + wait) % week]).expect("somebody");
                    (from, to, end as u16, 0, wait as u32)
                }
            });
        }
    }
    relays.sort_by_key(|relay| (relay.2, relay.0));
    relays
}
