//! Who is off for what, in words.

use tzplan::absence::Absence;
use tzplan::{MemberRef, Team};

use super::cost::member_name;
use super::dates::{self, Dates};
use super::people::{MOST_BY_NAME, Names, and, place_of};
use super::shown_of;

/// The most holidays of a list, and columns of one.
const MOST: usize = 3;
const HOLIDAY: usize = 40;

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

/// `24 Nov Guru Nanak's Jayanti (Priya, Pune), 21 Dec – 24 Dec leave (Ana, Lisbon) and 12 more dates`: date by
/// date, of those that are off for a day; dates in turn of which the same is to be said together.
pub(crate) fn dated(team: &Team, off: &[Absence], dates: &Dates, names: Names, most: usize) -> String {
    let days = off.chunk_by(|one, next| one.day_off == next.day_off);
    let days: Vec<_> = days.map(|off| (off[0].day_off, closed(team, off, names))).collect();
    let in_turn: Vec<_> =
        days.chunk_by(|(date, told), (next, same)| date.succ_opt() == Some(*next) && told == same).collect();
    let shown = shown_of(in_turn.len(), most);
    let mut all: Vec<String> = in_turn[..shown]
        .iter()
        .map(|days| format!("{} {}", dates.range(days[0].0, days[days.len() - 1].0), days[0].1))
        .collect();
    let left: usize = in_turn[shown..].iter().map(|days| days.len()).sum();
    if left > 0 {
        all.push(dates::counted(left as u64, "more date", "more dates"));
    }
    and(&all)
}
