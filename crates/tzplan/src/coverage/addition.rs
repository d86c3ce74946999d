//! Where one more person would cover most.

use super::of_team;
use super::service::Service;
use crate::availability::availability;
use crate::hours::WeeklyHours;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{Minutes, UtcMinute};
use crate::season::PreparedTeam;
use crate::team::Schedule;
use crate::zone::Zone;

/// The whole hours from UTC between Hawaii and New Zealand: beyond them hardly anybody lives.
const OFFSETS: std::ops::RangeInclusive<i32> = -10..=12;

/// One more person for the hours that have to be covered: somebody who works 9 to 17 from Monday to Friday on
/// a clock a whole number of hours from UTC (10 behind to 12 ahead), all year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Addition {
    /// How far their clock is ahead of UTC, in minutes; negative west of it.
    pub ahead: i32,
    /// Minutes with enough people at work that had too few.
    pub gained: Minutes,
    /// How much is covered with them, in thousandths, rounded down: 1000 only where all of it is.
    pub thousandths: u32,
}

/// The one more person who covers most of the minutes that have too few people at work; of equals the one
/// whose clock is nearest to UTC, east before west. `None` where nobody alone covers any: nothing is missing,
/// or more than one person is.
///
/// ```
/// use tzplan::coverage::{Service, addition};
/// use tzplan::{Horizon, Member, Minutes, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Ada", Zone::UTC).hours("Mon-Fri 8-16".parse().unwrap()));
/// let week = Horizon::of_days("2026-11-23".parse().unwrap(), 7, Zone::UTC).unwrap();
/// let desk = Service::hours("Mon-Fri 8-20".parse().unwrap());
/// // From 16:00 on nobody is there: 9 to 17 at UTC-4 is 13:00 to 21:00, at UTC-3 it ends at 20:00.
/// let best = addition(&PreparedTeam::new(&team, week), &desk).unwrap();
/// assert_eq!((best.ahead, best.gained, best.thousandths), (-3 * 60, Minutes::hours(20), 1000));
/// ```
///
/// # Complexity
///
/// That of [`coverage`](super::coverage), then for each of 23 clocks one pass over the gaps.
pub fn addition(prepared: &PreparedTeam, service: &Service) -> Option<Addition> {
    let range = prepared.horizon().range();
    let wanted = service.instants(prepared.horizon());
    let coverage = of_team(prepared.team(), range, |_| true);
    let missing = wanted.intersection(&coverage.short_of(service.people())).total();
    let lacks_one = coverage.segments.iter().filter(|segment| segment.count + 1 == service.people());
    let lacks_one: IntervalSet<UtcMinute> =
        lacks_one.filter_map(|segment| Interval::new(segment.start, segment.end)).collect();
    let lacks_one = wanted.intersection(&lacks_one);
    let gained = |ahead: i32| {
        let hours = WeeklyHours::default();
        let at_work = availability(&Schedule::new(Zone::fixed(ahead)?, hours), range);
        Some((ahead, lacks_one.intersection(&at_work).total()))
    };
    let mut offsets: Vec<i32> = OFFSETS.collect();
    // `max_by_key` takes the last of equals: that nearest to UTC.
    offsets.sort_by_key(|hours| (std::cmp::Reverse(hours.abs()), *hours));
    let (ahead, gained) =
        offsets.into_iter().filter_map(|hours| gained(hours * 60)).max_by_key(|(_, gained)| *gained)?;
    let all = wanted.total();
    let covered = Minutes(all.get() - missing.get() + gained.get());
    let thousandths = (u64::from(covered.get()) * 1000 / u64::from(all.get().max(1))) as u32;
    (gained > Minutes::ZERO).then_some(Addition { ahead, gained, thousandths })
}
