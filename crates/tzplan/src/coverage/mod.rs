//! Coverage: how many are at work at every instant, the gaps of the hours that have to be covered, and who
//! hands over to whom.

mod addition;
mod crew;
mod handoff;
mod head_count;
mod home_week;
mod ordinary_week;
mod relay;
mod relays;
mod service;
mod weekly;
mod whole;

use crate::availability::availability;
use crate::interval::{Interval, IntervalSet, Point};
use crate::minutes::{Minutes, UtcMinute};
use crate::season::PreparedTeam;
use crate::team::{MemberRef, Team};
pub use addition::{Addition, additions};
pub use crew::{Crew, crews, service_coverage};
pub(crate) use handoff::handoffs_between;
pub use handoff::{Handoff, handoffs};
pub(crate) use head_count::head_count;
pub(crate) use home_week::seasons_at_home;
pub use relay::{Alone, RelaySeason, follow_the_sun};
pub use relays::Relay;
pub use service::{Gap, GapCause, Service, ServiceCoverage, ServiceShare};

/// A stretch of time in which the number of people at work stays the same. Half-open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct HeadCount {
    /// The first instant.
    pub start: UtcMinute,
    /// The first instant after it.
    pub end: UtcMinute,
    /// How many are at work.
    pub count: u32,
}

/// How many are at work through a horizon.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Coverage {
    /// The head count, in order; together the segments are the horizon and neighbours differ.
    pub segments: Vec<HeadCount>,
}

impl Coverage {
    /// The maximal intervals with nobody at work.
    pub fn gaps(&self) -> impl Iterator<Item = HeadCount> {
        self.segments.iter().copied().filter(|segment| segment.count == 0)
    }

    /// The instants with fewer people at work.
    pub fn short_of(&self, people: u32) -> IntervalSet<UtcMinute> {
        let short = self.segments.iter().filter(|segment| segment.count < people);
        short.filter_map(|segment| Interval::new(segment.start, segment.end)).collect()
    }

    /// The minutes with somebody at work, and those of the horizon.
    pub fn covered(&self) -> (Minutes, Minutes) {
        let minutes = |segment: &HeadCount| segment.end.minutes_since(segment.start) as u32;
        let all: u32 = self.segments.iter().map(minutes).sum();
        let gaps: u32 = self.gaps().map(|gap| minutes(&gap)).sum();
        (Minutes(all - gaps), Minutes(all))
    }

    /// The most people at work at once.
    pub fn most(&self) -> u32 {
        self.segments.iter().map(|segment| segment.count).max().unwrap_or(0)
    }
}

/// How many of the chosen members are at work at every instant of the horizon; days off count.
///
/// # Complexity
///
/// One look at each member, then sorting the shifts of the distinct schedules; of many schedules a pass over
/// the minutes of the horizon instead.
///
/// ```
/// use tzplan::{Horizon, Member, PreparedTeam, Team, Zone, coverage};
/// let mut team = Team::new();
/// team.add(Member::new("Day", Zone::UTC).hours("00:00-12:00 daily".parse().unwrap()));
/// team.add(Member::new("Night", Zone::UTC).hours("11:00-23:00 daily".parse().unwrap()));
/// let week = Horizon::of_days("2026-11-23".parse().unwrap(), 7, Zone::UTC).unwrap();
/// let coverage = coverage::coverage(&PreparedTeam::new(&team, week), |_| true);
/// assert_eq!(coverage.gaps().count(), 7); // the last hour of each day
/// assert_eq!(coverage.most(), 2);
/// ```
pub fn coverage(prepared: &PreparedTeam, who: impl Fn(MemberRef<'_>) -> bool) -> Coverage {
    of_team(prepared.team(), prepared.horizon().range(), who)
}

pub(crate) fn of_team(
    team: &Team,
    range: Interval<UtcMinute>,
    who: impl Fn(MemberRef<'_>) -> bool,
) -> Coverage {
    let heads = team.heads(who).into_iter();
    let available = heads.map(|(id, heads)| (availability(team.schedule(id), range), heads));
    Coverage { segments: head_count(available, range) }
}
