//! Availability: a schedule's working hours as instants. The one place where wall time becomes instants.
//!
//! **The rule**: wall time X means the first instant at which the zone's clock reads X or later. A gap resolves
//! to the transition, a fold to its earlier instant, for starts and ends alike. The map is monotone, so no
//! interval inverts and adjoining shifts never count twice.

use crate::interval::{Interval, IntervalSet};
use crate::minutes::{DAY, UtcMinute, day_number};
use crate::team::{Post, Schedule};
use crate::zone::{MinutePiece, Zone, minute_pieces};

/// Local dates this far outside a range can still reach into it: a merged stretch lasts up to 48 hours from
/// the start of its date, and no offset (nor a skipped date) moves a clock by more than 26.
const REACH_DAYS: i32 = 4;

/// The instants of `range` at which somebody with this schedule is at work: their shifts, less days off.
///
/// A day off cancels the shifts that start on its local date, whole; a night shift begun the evening before
/// goes on. Each shift uses the zone in force on its local start date.
///
/// # Complexity
///
/// Linear in the days of the range and in the shifts.
pub fn availability(schedule: &Schedule, range: Interval<UtcMinute>) -> IntervalSet<UtcMinute> {
    let mut posts = schedule.posts().iter().map(|post| post_availability(post, schedule, range));
    let first = posts.next().unwrap_or_default();
    posts.fold(first, |all, post| all.union(&post))
}

fn post_availability(post: &Post, schedule: &Schedule, range: Interval<UtcMinute>) -> IntervalSet<UtcMinute> {
    let first_day = range.start().0.div_euclid(DAY) - REACH_DAYS;
    let last_day = range.end().0.div_euclid(DAY) + REACH_DAYS;
    let zones = post.zones_between(first_day, last_day + 1);
    let mut sets = zones.into_iter().map(|(zone, from, to)| {
        let around = Interval::new(UtcMinute((from - REACH_DAYS) * DAY), UtcMinute((to + REACH_DAYS) * DAY));
        let pieces: Vec<_> = minute_pieces(zone, around.expect("days in order")).collect();
        shifts_as_instants(post, schedule, &pieces, from..to, range)
    });
    let first = sets.next().unwrap_or_default();
    // A change of zone can bring a later shift's instants before an earlier one's: union, not concatenation.
    sets.fold(first, |all, set| all.union(&set))
}

/// The shifts that start on the given days, clipped to the range.
fn shifts_as_instants(
    post: &Post,
    schedule: &Schedule,
    pieces: &[MinutePiece],
    days: std::ops::Range<i32>,
    range: Interval<UtcMinute>,
) -> IntervalSet<UtcMinute> {
    let stretches = post.hours().stretches();
    let mut set = IntervalSet::with_capacity((days.len() / 7 + 2) * stretches.len());
    let mut by_weekday: [&[_]; 7] = [&[]; 7];
    for day in stretches.chunk_by(|a, b| a.day() == b.day()) {
        by_weekday[day[0].day().num_days_from_monday() as usize] = day;
    }
    let mut days_off = schedule.days_off().iter().map(|date| day_number(*date)).peekable();
    let mut piece = 0;
    // 1970-01-01 was a Thursday (3 days after a Monday).
    let mut weekday = (days.start + 3).rem_euclid(7) as usize;
    for day in days {
        let today = by_weekday[weekday];
        weekday = if weekday == 6 { 0 } else { weekday + 1 };
        if today.is_empty() {
            continue;
        }
        while days_off.next_if(|off| *off < day).is_some() {}
        if days_off.peek() == Some(&day) {
            continue;
        }
        // Pieces whose clocks end before this date are behind every later one as well.
        while piece + 1 < pieces.len() && pieces[piece].end + pieces[piece].ahead <= day * DAY {
            piece += 1;
        }
        for stretch in today {
            let wall = (day * DAY + i32::from(stretch.start()), day * DAY + i32::from(stretch.end()));
            let here = pieces[piece];
            let (start, end) = if wall.0 - here.ahead >= here.start && wall.1 - here.ahead < here.end {
                (UtcMinute(wall.0 - here.ahead), UtcMinute(wall.1 - here.ahead))
            } else {
                let later = || pieces[piece..].iter().copied();
                (first_instant_reading(later(), wall.0), first_instant_reading(later(), wall.1))
            };
            let (start, end) = (start.max(range.start()), end.min(range.end()));
            if start < end {
                set.push(start, end);
            }
        }
    }
    set
}

/// The first instant at which a clock reads `wall` (minutes since 1970 on that clock) or later.
pub(crate) fn first_instant_reading(pieces: impl Iterator<Item = MinutePiece>, wall: i32) -> UtcMinute {
    let mut last = UtcMinute(wall);
    for piece in pieces {
        last = UtcMinute(piece.start.max(wall - piece.ahead));
        if last.0 < piece.end {
            break;
        }
    }
    last
}

/// The first instant at which a zone's clock reads a wall time or later: gaps resolve to the transition, folds
/// to their earlier instant.
///
/// ```
/// use chrono::NaiveDate;
/// use tzplan::{Zone, first_instant_at};
/// let zone = Zone::iana("America/New_York").unwrap();
/// // 02:30 does not exist on 8 March 2026: the clock jumps from 02:00 to 03:00 at 07:00 UTC.
/// let gap = NaiveDate::from_ymd_opt(2026, 3, 8).unwrap().and_hms_opt(2, 30, 0).unwrap();
/// assert_eq!(first_instant_at(&zone, gap).to_utc().to_rfc3339(), "2026-03-08T07:00:00+00:00");
/// ```
pub fn first_instant_at(zone: &Zone, wall: chrono::NaiveDateTime) -> UtcMinute {
    // A wall time with seconds is first reached in the minute after.
    let seconds = wall.and_utc().timestamp() + i64::from(wall.and_utc().timestamp_subsec_nanos() > 0);
    let wall = UtcMinute::floor(chrono::DateTime::from_timestamp(seconds + 59, 0).unwrap_or(wall.and_utc()));
    let around = Interval::new(UtcMinute(wall.0 - 2 * DAY), UtcMinute(wall.0 + 2 * DAY)).expect("four days");
    first_instant_reading(minute_pieces(zone, around), wall.0)
}
