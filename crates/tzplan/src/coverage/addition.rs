//! Where one more person would cover most.

use std::cmp::Reverse;

use chrono::Weekday;

use super::of_team;
use super::service::Service;
use crate::availability::availability;
use crate::hours::{Stretch, WeeklyHours};
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{Minutes, UtcMinute};
use crate::season::PreparedTeam;
use crate::team::Schedule;
use crate::zone::Zone;

/// The whole hours from UTC between Hawaii and New Zealand: beyond them hardly anybody lives.
const OFFSETS: std::ops::RangeInclusive<i32> = -10..=12;
/// The working day, in minutes after midnight, and how many of them a week has.
const DAY: std::ops::Range<u16> = 9 * 60..17 * 60;
const DAYS: u8 = 5;

/// One more person for the hours that have to be covered: somebody who works 9 to 17 on five days in a row,
/// on a clock a whole number of hours from UTC (10 behind to 12 ahead), all year.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Addition {
    /// How far their clock is ahead of UTC, in minutes; negative west of it.
    #[cfg_attr(feature = "serde", serde(rename = "offset"))]
    pub ahead: i32,
    /// Their hours on that clock.
    pub hours: WeeklyHours,
    /// Minutes with enough people at work that had too few.
    #[cfg_attr(feature = "serde", serde(rename = "gained_minutes"))]
    pub gained: Minutes,
    /// How much is covered with them, in thousandths, rounded down: 1000 only where all of it is.
    #[cfg_attr(feature = "serde", serde(rename = "covered_thousandths"))]
    pub thousandths: u32,
}

/// The one more person who covers most of the minutes that have too few people at work: of those who work
/// from Monday to Friday, then, where that covers more, of those who work on any five days in a row. Of
/// equals the one whose clock is nearest to UTC, east before west, then whose week begins first. Nobody where
/// nobody alone covers any: nothing is missing, or more than one person is.
///
/// ```
/// use tzplan::coverage::{Service, additions};
/// use tzplan::{Horizon, Member, Minutes, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Ada", Zone::UTC).hours("Mon-Fri 8-16".parse().unwrap()));
/// let week = Horizon::of_days("2026-11-23".parse().unwrap(), 7, Zone::UTC).unwrap();
/// let prepared = PreparedTeam::new(&team, week);
/// // From 16:00 on nobody is there: 9 to 17 at UTC-4 is 13:00 to 21:00, at UTC-3 it ends at 20:00.
/// let desk = Service::hours("Mon-Fri 8-20".parse().unwrap());
/// let [best] = &additions(&prepared, &desk)[..] else { panic!() };
/// assert_eq!((best.ahead, best.gained, best.thousandths), (-3 * 60, Minutes::hours(20), 1000));
/// // On Saturday nobody is there either: Tuesday to Saturday covers 16 + 8 of 28 hours.
/// let desk = Service::hours("Mon-Fri 8-20; Sat 12-20".parse().unwrap());
/// let [weekdays, any] = &additions(&prepared, &desk)[..] else { panic!() };
/// assert_eq!((weekdays.gained, any.gained), (Minutes::hours(20), Minutes::hours(24)));
/// assert_eq!(any.hours, "09:00-17:00 Tue-Sat".parse().unwrap());
/// ```
///
/// # Complexity
///
/// That of [`coverage`](super::coverage), then for each of 23 clocks and seven weeks one pass over the gaps.
pub fn additions(prepared: &PreparedTeam, service: &Service) -> Vec<Addition> {
    let range = prepared.horizon().range();
    let wanted = service.instants(prepared.horizon());
    let coverage = of_team(prepared.team(), range, |_| true);
    let missing = wanted.intersection(&coverage.short_of(service.people())).total();
    let lacks_one = coverage.segments.iter().filter(|segment| segment.count + 1 == service.people());
    let lacks_one: IntervalSet<UtcMinute> =
        lacks_one.filter_map(|segment| Interval::new(segment.start, segment.end)).collect();
    let lacks_one = wanted.intersection(&lacks_one);
    let all = wanted.total();
    let addition = |ahead: i32, first: u8| {
        let hours = week(first);
        let at_work = availability(&Schedule::new(Zone::fixed(ahead)?, hours.clone()), range);
        let gained = lacks_one.intersection(&at_work).total();
        let covered = Minutes(all.get() - missing.get() + gained.get());
        let thousandths = (u64::from(covered.get()) * 1000 / u64::from(all.get().max(1))) as u32;
        Some(Addition { ahead, hours, gained, thousandths })
    };
    let mut offsets: Vec<i32> = OFFSETS.collect();
    offsets.sort_by_key(|hours| (hours.abs(), Reverse(*hours)));
    let best = |weeks: std::ops::Range<u8>| {
        let of =
            |hours: &i32| weeks.clone().filter_map(|first| addition(hours * 60, first)).collect::<Vec<_>>();
        // `max_by_key` takes the last of equals, hence from the end.
        offsets.iter().flat_map(of).rev().max_by_key(|addition| addition.gained)
    };
    let weekdays = best(0..1).filter(|addition| addition.gained > Minutes::ZERO);
    let least = weekdays.as_ref().map_or(Minutes::ZERO, |addition| addition.gained);
    let any = best(0..7).filter(|addition| addition.gained > least);
    weekdays.into_iter().chain(any).collect()
}

/// The days of work from one on.
fn week(first: u8) -> WeeklyHours {
    let days = (first..first + DAYS).filter_map(|day| Weekday::try_from(day % 7).ok());
    WeeklyHours::new(days.filter_map(|day| Stretch::new(day, DAY.start, DAY.end).ok()))
}
