//! Whose days move, in one sentence.

use tzplan::{Minutes, ProfileId};

use super::shifts::{Asked, Kept, asked};
use crate::view::View;
use crate::words::amounts::when;
use crate::words::length::length;
use crate::words::people::{and, or};
use crate::words::{clock, dates};

/// The most names in a sentence.
const MOST_NAMES: usize = 3;
/// The most people of whom it is said how their days move by season.
const MOST_MOVERS: usize = 6;

/// What is proposed first: the moves that are kept all year, else those of every season.
pub(super) fn proposed<'v>(view: &View<'v>) -> Vec<Asked<'v>> {
    let mut asked = asked(view.plan);
    if matches!(asked.first(), Some(Asked { kept: Kept::AllYear, .. })) {
        asked.truncate(1);
    }
    asked
}

/// Who has to move for an overlap: `Ana starts ½ h earlier and Ben ½ h later all year`.
pub(super) fn condition(view: &View<'_>) -> String {
    let (proposed, span) = (proposed(view), dates::span(view.prepared.horizon()));
    let dates = match (&proposed[..], view.plan.all_year()) {
        (_, Some(_)) => format!(" {span}"),
        ([Asked { kept: Kept::In(seasons), .. }], None)
            if seasons.iter().map(tzplan::Season::days).sum::<u32>() < view.prepared.horizon().days() =>
        {
            format!(" {}", when(view.prepared.horizon(), seasons))
        }
        _ => " by season".to_owned(),
    };
    let movers = movers(&proposed);
    if let Some(starts) = starts(view, &movers) {
        return format!("{}{dates}", and(&starts));
    }
    let mut profiles: Vec<ProfileId> = movers.iter().map(|mover| mover.profile).collect();
    profiles.sort_unstable();
    profiles.dedup();
    let people = dates::people(view.people.heads_of(profiles));
    let most = movers.iter().map(|mover| mover.shift.unsigned_abs()).max().unwrap_or(0);
    format!("{people} move their day by up to {}{dates}", length(Minutes(most)))
}

/// Somebody who moves one way.
struct Mover {
    profile: ProfileId,
    /// The farthest, in minutes.
    shift: i32,
    varies: bool,
}

/// Who moves, once for each way.
fn movers(asked: &[Asked<'_>]) -> Vec<Mover> {
    let mut movers: Vec<Mover> = Vec::new();
    for one in asked.iter().flat_map(|asked| asked.moves) {
        let shift = one.shift.minutes();
        let same =
            |mover: &&mut Mover| mover.profile == one.profile && mover.shift.signum() == shift.signum();
        match movers.iter_mut().find(same) {
            Some(mover) => {
                mover.varies |= mover.shift != shift;
                if shift.abs() > mover.shift.abs() {
                    mover.shift = shift;
                }
            }
            None => movers.push(Mover { profile: one.profile, shift, varies: false }),
        }
    }
    movers
}

/// Who starts by how much earlier or later, where those are few and each moves one way.
fn starts(view: &View<'_>, movers: &[Mover]) -> Option<Vec<String>> {
    let both_ways = |mover: &Mover| movers.iter().filter(|other| other.profile == mover.profile).count() > 1;
    if movers.len() > MOST_NAMES || movers.iter().any(both_ways) {
        return None;
    }
    let sentence = |(place, mover): (usize, &Mover)| {
        let verb = match (place, view.people.heads(mover.profile)) {
            (0, 1) => " starts",
            (0, _) => " start",
            _ => "",
        };
        let up_to = if mover.varies { "up to " } else { "" };
        format!("{}{verb} {up_to}{}", view.people.label(mover.profile), clock::moved(mover.shift))
    };
    Some(movers.iter().enumerate().map(sentence).collect())
}

/// `; by season: Vera up to 2 h later and Pim 2 h earlier or up to 45 min later`, where those are few.
pub(super) fn by_season(view: &View<'_>) -> String {
    let movers = movers(&proposed(view));
    // Where those are few the verdict says so.
    if starts(view, &movers).is_some() {
        return String::new();
    }
    let mut ways: Vec<(ProfileId, Vec<String>)> = Vec::new();
    for mover in movers {
        let up_to = if mover.varies { "up to " } else { "" };
        let way = format!("{up_to}{}", clock::moved(mover.shift));
        match ways.iter_mut().find(|(profile, _)| *profile == mover.profile) {
            Some((_, all)) => all.push(way),
            None => ways.push((mover.profile, vec![way])),
        }
    }
    if ways.len() > MOST_MOVERS {
        return String::new();
    }
    let told: Vec<String> =
        ways.iter().map(|(profile, ways)| format!("{} {}", view.people.label(*profile), or(ways))).collect();
    format!("; by season: {}", and(&told))
}
