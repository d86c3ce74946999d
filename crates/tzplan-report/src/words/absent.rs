//! Who is off for what, in words.

use chrono::{Datelike, NaiveDate};
use tzplan::absence::Absence;
use tzplan::{MemberRef, Team};

use super::cost::member_name;
use super::dates::{self, Dates};
use super::people::{MOST_BY_NAME, Names, and, place_of};
use super::shown_of;

/// The most holidays of a list, and columns of one.
const MOST: usize = 3;
const HOLIDAY: usize = 60;

/// This many schedules are named that have the same day off.
const MOST_WHOSE: usize = 2;

/// What a day off is called: a holiday by its name, all else as leave.
fn called(absence: &Absence, names: Names) -> String {
    absence.holiday.as_ref().map_or_else(|| "leave".to_owned(), |name| names.cut(name, HOLIDAY))
}

/// Those who are off: all by name in a small team, with the place where it is one person; in a large one how
/// many, and where.
pub(crate) fn who(team: &Team, absence: &Absence, names: Names) -> String {
    let Some(first) = team.member(absence.first_member) else { return String::new() };
    let place = || names.cut(&place_of(first), HOLIDAY);
    if absence.members == 1 {
        return format!("{}, {}", member_name(first, names), place());
    }
    if team.len() > MOST_BY_NAME {
        return format!("{} in {}", dates::people(absence.members as usize), place());
    }
    let alike = |member: &MemberRef<'_>| {
        // Of equal schedules the optional count only where the first does not.
        member.schedule_id() == first.schedule_id()
            && member.index() >= first.index()
            && (member.counts_as_required() || !first.counts_as_required())
    };
    let alike = team.members().filter(alike).take(absence.members as usize);
    and(&alike.map(|member| member_name(member, names)).collect::<Vec<_>>())
}

/// `Diwali (Priya, Pune), leave (Tom and Ana)`: each name once, with those whose day it is; many are counted.
pub(crate) fn closed(team: &Team, off: &[Absence], names: Names) -> String {
    let mut told: Vec<(String, Vec<&Absence>)> = Vec::new();
    for absence in off {
        let called = called(absence, names);
        match told.iter_mut().find(|(known, _)| *known == called) {
            Some((_, known)) if known.iter().any(|one| one.first_member == absence.first_member) => {}
            Some((_, known)) => known.push(absence),
            None => told.push((called, vec![absence])),
        }
    }
    let whose = |off: &[&Absence]| match off.len() {
        ..=MOST_WHOSE => off.iter().map(|absence| who(team, absence, names)).collect::<Vec<_>>().join("; "),
        _ => dates::people(off.iter().map(|absence| absence.members as usize).sum()),
    };
    let shown = shown_of(told.len(), MOST);
    let mut all: Vec<String> =
        told[..shown].iter().map(|(called, off)| format!("{called} ({})", whose(off))).collect();
    if shown < told.len() {
        all.push(format!("{} more", told.len() - shown));
    }
    all.join(", ")
}

/// `21 Dec – 5 Jan leave (Ana, Lisbon), 25 Dec Christmas Day (5 people) and 12 more dates`: the leave of
/// somebody as ranges, across days on which they do not work anyway; then holidays date by date, dates in
/// turn of which the same is to be said together. By their first dates.
pub(crate) fn dated(team: &Team, off: &[Absence], dates: &Dates, names: Names, most: usize) -> String {
    let mut together: Vec<(NaiveDate, NaiveDate, Vec<Absence>)> = Vec::new();
    let (leave, holidays): (Vec<&Absence>, Vec<&Absence>) =
        off.iter().partition(|absence| absence.holiday.is_none());
    let mut ranges: Vec<(NaiveDate, NaiveDate, Vec<Absence>)> = Vec::new();
    for absence in leave {
        let goes_on = |(_, last, whose): &&mut (NaiveDate, NaiveDate, Vec<Absence>)| {
            whose[0].first_member == absence.first_member && is_free_between(team, off, absence, *last)
        };
        match ranges.iter_mut().find(goes_on) {
            Some((_, last, _)) => *last = absence.day_off,
            None => ranges.push((absence.day_off, absence.day_off, vec![absence.clone()])),
        }
    }
    for (first, last, whose) in ranges {
        match together.iter_mut().find(|(known, end, _)| (*known, *end) == (first, last)) {
            Some((.., all)) => all.extend(whose),
            None => together.push((first, last, whose)),
        }
    }
    let of_range = |(first, last, whose): &(_, _, Vec<Absence>)| (*first, *last, closed(team, whose, names));
    let mut told: Vec<(NaiveDate, NaiveDate, String)> = together.iter().map(of_range).collect();
    for day in holidays.chunk_by(|one, next| one.day_off == next.day_off) {
        let date = day[0].day_off;
        let day: Vec<Absence> = day.iter().map(|one| (*one).clone()).collect();
        let words = closed(team, &day, names);
        if let Some((.., known)) = told.iter_mut().find(|(first, last, _)| (*first, *last) == (date, date)) {
            *known = format!("{words}, {known}");
            continue;
        }
        match told.iter_mut().find(|(_, last, known)| last.succ_opt() == Some(date) && *known == words) {
            Some((_, last, _)) => *last = date,
            None => told.push((date, date, words)),
        }
    }
    // Stable: leave before a holiday of the same date.
    told.sort_by_key(|(first, ..)| *first);
    let shown = shown_of(told.len(), most);
    let mut all: Vec<String> = told[..shown]
        .iter()
        .map(|(first, last, words)| format!("{} {words}", dates.range(*first, *last)))
        .collect();
    let is_told = |absence: &&Absence| {
        told[..shown].iter().any(|(first, last, _)| (*first..=*last).contains(&absence.day_off))
    };
    let mut left: Vec<NaiveDate> =
        off.iter().filter(|absence| !is_told(absence)).map(|absence| absence.day_off).collect();
    left.sort_unstable();
    left.dedup();
    if !left.is_empty() {
        all.push(dates::counted(left.len() as u64, "more date", "more dates"));
    }
    and(&all)
}

/// Whether those of an absence are off, or do not work anyway, on all dates after one and before that of the
/// absence.
fn is_free_between(team: &Team, off: &[Absence], absence: &Absence, after: NaiveDate) -> bool {
    let Some(member) = team.member(absence.first_member) else { return false };
    let works = |date: NaiveDate| {
        member.schedule().posts().iter().any(|post| post.hours().days().contains(date.weekday()))
    };
    let is_off = |date: NaiveDate| {
        off.iter().any(|one| one.first_member == absence.first_member && one.day_off == date)
    };
    let between = after.iter_days().skip(1).take_while(|date| *date < absence.day_off);
    between.into_iter().all(|date| !works(date) || is_off(date))
}
