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
    let shifts: Vec<(i32, i32, i32)> = post
        .hours()
        .stretches()
        .iter()
        .map(|stretch| {
            (stretch.day().num_days_from_monday() as i32, stretch.start().into(), stretch.end().into())
        })
        .collect();
    let mut set = IntervalSet::with_capacity((days.len() / 7 + 2) * shifts.len());
    let mut days_off = schedule.days_off().iter().map(|date| day_number(*date)).peekable();
    let (mut piece, (first, last)) = (0, (range.start().0, range.end().0));
    // 1970-01-01 was a Thursday, 3 days after a Monday.
    let first_monday = days.start - (days.start + 3).rem_euclid(7);
    for monday in (first_monday..days.end).step_by(7) {
        for &(weekday, start, end) in &shifts {
            let day = monday + weekday;
            if !days.contains(&day) {
                continue;
            }
            if days_off.peek().is_some() {
                while days_off.next_if(|off| *off < day).is_some() {}
                if days_off.peek() == Some(&day) {
                    continue;
                }
            }
            // Pieces whose clocks end before this date are behind every later one as well.
            while piece + 1 < pieces.len() && pieces[piece].end + pieces[piece].ahead <= day * DAY {
                piece += 1;
            }
            let (here, wall) = (pieces[piece], (day * DAY + start, day * DAY + end));
            let (mut start, mut end) = (wall.0 - here.ahead, wall.1 - here.ahead);
            if start < here.start || end >= here.end {
                let later = || pieces[piece..].iter().copied();
                (start, end) =
                    (first_instant_reading(later(), wall.0).0, first_instant_reading(later(), wall.1).0);
            }
            let (start, end) = (start.max(first), end.min(last));
            if start < end {
                set.push(UtcMinute(start), UtcMinute(end));
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
