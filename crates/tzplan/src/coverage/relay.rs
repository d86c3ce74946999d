//! Follow the sun: which group goes on when another's day ends, and how long both are there.

use super::home_week::{seasons_at_home, with_everybody_required};
use super::relays::{Relay, relays};
use crate::interval::IntervalSet;
use crate::minutes::{Minutes, WeekMinute};
use crate::season::{PreparedTeam, ProfileId, Season, circular_windows};
use crate::team::MemberRef;

/// The relays of an ordinary week in a season.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RelaySeason {
    /// Cut by the clock changes of everybody, optional members included, and of the horizon's home zone.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub season: Season,
    /// How far the home clock is ahead of UTC in it, in minutes.
    pub home_minutes_ahead: i32,
    /// By time of the UTC week, then by the group that leaves.
    #[cfg_attr(feature = "serde", serde(rename = "handoffs"))]
    pub relays: Vec<Relay>,
    /// When one group alone is at work, by group, then by time of the UTC week.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub alone: Vec<Alone>,
}

/// A stretch of an ordinary week in which one group is at work and no other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Alone {
    /// The group: its number.
    pub group: usize,
    /// Where it starts, on the circular UTC week.
    pub at: WeekMinute,
    /// How long it lasts; it may run over the end of the week.
    pub lasts: Minutes,
}

/// Season by season, the hand-offs between groups of a team. A group is at work while anybody in it is.
///
/// `group_of` gives a member's group, from 0; members without one take no part. Days off do not count: this
/// is what an ordinary week looks like.
///
/// ```
/// use tzplan::coverage::follow_the_sun;
/// use tzplan::{Horizon, Member, Minutes, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Day", Zone::UTC).hours("00-13 daily".parse().unwrap()));
/// team.add(Member::new("Night", Zone::UTC).hours("12-23 daily".parse().unwrap()));
/// let week = Horizon::of_days("2026-11-23".parse().unwrap(), 7, Zone::UTC).unwrap();
/// let seasons = follow_the_sun(&PreparedTeam::new(&team, week), |member| Some(member.index()));
/// let first = seasons[0].relays[0];
/// // At 13:00 on Monday the night goes on; both were there for an hour.
/// assert_eq!((first.from, first.to, first.at.get(), first.overlap), (0, 1, 13 * 60, Minutes(60)));
/// // At 23:00 nobody goes on for an hour.
/// assert_eq!((seasons[0].relays[1].to, seasons[0].relays[1].gap), (0, Minutes(60)));
/// ```
///
/// # Panics
///
/// When a group's number is beyond what memory holds groups for.
///
/// # Complexity
///
/// Linear in the members, and for each season in the stretches of the groups, which are sorted.
pub fn follow_the_sun(
    prepared: &PreparedTeam,
    group_of: impl Fn(MemberRef<'_>) -> Option<usize>,
) -> Vec<RelaySeason> {
    let prepared = with_everybody_required(prepared);
    let mut groups: Vec<Vec<ProfileId>> = Vec::new();
    for member in prepared.team().members() {
        let Some(group) = group_of(member) else { continue };
        groups.resize_with(groups.len().max(group + 1), Vec::new);
        groups[group].push(prepared.profile_of(member));
    }
    for profiles in &mut groups {
        profiles.sort_unstable();
        profiles.dedup();
    }
    let seasons = seasons_at_home(&prepared).into_iter().map(|(season, home_minutes_ahead)| {
        let at_work = |profiles: &Vec<ProfileId>| -> IntervalSet<WeekMinute> {
            profiles.iter().flat_map(|profile| prepared.week(*profile, &season).pattern().iter()).collect()
        };
        let weeks: Vec<_> = groups.iter().map(at_work).collect();
        RelaySeason { season, home_minutes_ahead, relays: relays(&weeks), alone: alone(&weeks) }
    });
    seasons.collect()
}

/// When exactly one of some groups is at work, which are at work in these minutes.
fn alone(weeks: &[IntervalSet<WeekMinute>]) -> Vec<Alone> {
    let (mut some, mut several) = (IntervalSet::default(), IntervalSet::default());
    for week in weeks {
        several = several.union(&some.intersection(week));
        some = some.union(week);
    }
    let one = some.difference(&several);
    let of_group = |(group, week): (usize, &IntervalSet<WeekMinute>)| {
        let windows = circular_windows(&one.intersection(week)).into_iter();
        windows.map(move |(at, lasts)| Alone { group, at, lasts })
    };
    weeks.iter().enumerate().flat_map(of_group).collect()
}
