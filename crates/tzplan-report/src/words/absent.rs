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

/// `Diwali (Priya, Pune); leave (Tom and Ana)`: each name once, with everybody whose day it is.
pub(crate) fn closed(team: &Team, off: &[Absence], names: Names) -> String {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for absence in off {
        let (called, who) = (called(absence, names), who(team, absence, names));
        match told.iter_mut().find(|(known, _)| *known == called) {
            Some((_, people)) if people.contains(&who) => {}
            Some((_, people)) => people.push(who),
            None => told.push((called, vec![who])),
        }
    }
    let shown = shown_of(told.len(), MOST);
    let mut all: Vec<String> =
        told[..shown].iter().map(|(called, people)| format!("{called} ({})", people.join("; "))).collect();
    if shown < told.len() {
        all.push(format!("{} more", told.len() - shown));
    }
    all.join(", ")
}

/// `24 Nov Guru Nanak's Jayanti (Priya, Pune), 25 Dec Christmas Day (Ana, Lisbon) and 12 more dates`: date by
/// date, of those that are off for a day.
pub(crate) fn dated(team: &Team, off: &[Absence], dates: &Dates, names: Names, most: usize) -> String {
    let days: Vec<&[Absence]> = off.chunk_by(|one, next| one.day_off == next.day_off).collect();
    let shown = shown_of(days.len(), most);
    let day = |off: &&[Absence]| format!("{} {}", dates.day(off[0].day_off), closed(team, off, names));
    let mut all: Vec<String> = days[..shown].iter().map(day).collect();
    if shown < days.len() {
        all.push(dates::counted((days.len() - shown) as u64, "more date", "more dates"));
    }
    and(&all)
}
