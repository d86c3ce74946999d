//! Hand-offs: when one's day ends while another is at work, so that work can be passed on in person.

use tzplan::coverage::{Handoff, handoffs};
use tzplan::{PreparedTeam, ProfileId};

use crate::words::clock;
use crate::words::dates::Dates;
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::people::{Names, People};

/// The most hand-offs named.
const MOST: usize = 4;
/// They are looked for among this many profiles; their number grows with the square.
const MOST_PROFILES: usize = 40;
/// Minutes.
const WEEK: i32 = 7 * 24 * 60;

/// The hand-offs of the first season with any, on the home clock, those with the least time together first:
/// they carry most.
pub(crate) fn line(prepared: &PreparedTeam, names: Names) -> Option<Text> {
    match prepared.required().len() {
        0 | 1 => return None,
        profiles if profiles > MOST_PROFILES => {
            let many = format!(
                "Not looked for: the team has {profiles} different schedules, more than {MOST_PROFILES}."
            );
            return Some(Text::new(Ink::Faint, many));
        }
        _ => {}
    }
    let (people, home) = (People::of(prepared, names), Home::of(prepared.horizon()));
    let seasons: Vec<_> =
        prepared.seasons().iter().map(|season| (season, handoffs(prepared, season))).collect();
    let Some((season, found)) = seasons.iter().find(|(_, found)| !found.is_empty()) else {
        return Some(
            "None: when one stops, nobody else is at work; what is left has to be written down.".into(),
        );
    };
    let clock_of = home.first(season);
    let at_home = |ahead: i32, found: &[Handoff]| -> Vec<(ProfileId, ProfileId, Vec<i32>)> {
        let times = |one: &Handoff| {
            let ends = one.at.iter().map(|at| (i32::from(at.get()) + ahead).rem_euclid(WEEK));
            let mut ends: Vec<i32> = ends.collect();
            ends.sort_unstable();
            ends
        };
        found.iter().map(|one| (one.from, one.to, times(one))).collect()
    };
    let told = at_home(clock_of.ahead, found);
    let all_alike = seasons.iter().all(|(season, found)| at_home(home.first(season).ahead, found) == told);
    let mut found = found.clone();
    // Stable: roster order among equals.
    found.sort_by_key(|handoff| handoff.shared_minutes_per_week);
    let mut text = Text::default();
    for (index, handoff) in found.iter().take(MOST).enumerate() {
        let mut times: Vec<String> =
            handoff.at.iter().map(|at| clock::time(i32::from(at.get()) + clock_of.ahead)).collect();
        times.sort_unstable();
        times.dedup();
        let more = if times.len() > 2 { " …" } else { "" };
        times.truncate(2);
        if index > 0 {
            text.plain(", ");
        }
        let (from, to) = (people.label(handoff.from), people.label(handoff.to));
        text.plain(&format!("{from} → {to} {}{more}", times.join("/")));
    }
    if found.len() > MOST {
        text.plain(&format!(", and {} more", found.len() - MOST));
    }
    let when = Dates::of(prepared.horizon()).range(clock_of.first, clock_of.last);
    let others = if all_alike { "" } else { "; on other dates others, or at other times" };
    text.push(Ink::Faint, &format!(" ({}, {when}{others})", home.time()));
    Some(text)
}
