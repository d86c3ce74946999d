//! Availability: a schedule's working hours as instants. The one place where wall time becomes instants.
//!
//! **The rule**: wall time X means the first instant at which the zone's clock reads X or later. A gap
//! resolves to the transition, a fold to its earlier instant, for starts and ends alike. The map is monotone,
//! so no interval inverts and adjoining shifts never count twice.

use chrono::NaiveDateTime;

use crate::hours::WeeklyHours;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{DAY, UtcMinute, civil_date, day_number};
use crate::own_clock::{Clock, OwnClock};
use crate::team::{KeptHours, Post, Schedule};
use crate::zone::{MinutePiece, Zone, minute_pieces};

/// Local dates this far outside a range can still reach into it: a merged stretch lasts up to 48 hours from
/// the start of its date, and no offset (nor a skipped date) moves a clock by more than 26.
const REACH_DAYS: i32 = 4;

/// The instants of `range` at which somebody with this schedule is at work: their shifts, less days off.
///
/// A day off cancels the shifts that start on its local date, whole; a night shift begun the evening before
/// goes on. Each shift uses the zone in force on its local start date. Hours on another clock are read on
/// that clock's dates; a day off cancels those of their shifts that start on that date of the person's own
/// clock.
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
    let kept = post.kept_between(first_day, last_day + 1);
    // Whose dates the days off are, where the shifts are read on another clock.
    let own = (post.hours_on().is_some() && !schedule.days_off().is_empty())
        .then(|| OwnClock::of(post, first_day - REACH_DAYS, last_day + REACH_DAYS));
    let mut sets = kept.into_iter().map(|KeptHours { clock, hours, from, to }| {
        // Beyond the first and the last instant that can be named no offset is needed.
        let midnight = |day: i32| UtcMinute(day.saturating_mul(DAY));
        let around = Interval::new(midnight(from - REACH_DAYS), midnight(to + REACH_DAYS));
        let pieces: Vec<_> = minute_pieces(clock, around.expect("days in order")).collect();
        shifts_as_instants(hours, schedule, (own.as_ref(), &pieces), from..to, range)
    });
    let first = sets.next().unwrap_or_default();
    // A change of zone or of hours can bring a later shift's instants before an earlier one's: union, not
    // concatenation.
    sets.fold(first, |all, set| all.union(&set))
}

/// The shifts that start on the given days, clipped to the range.
fn shifts_as_instants(
    hours: &WeeklyHours,
    schedule: &Schedule,
    (own, pieces): (Option<&OwnClock>, &[MinutePiece]),
    days: std::ops::Range<i32>,
    range: Interval<UtcMinute>,
) -> IntervalSet<UtcMinute> {
    // In 64 bits: near the first and the last instant that can be named, wall times lie beyond them.
    let shifts: Vec<(i32, i64, i64)> = hours
        .stretches()
        .iter()
        .map(|stretch| {
            (stretch.day().num_days_from_monday() as i32, stretch.start().into(), stretch.end().into())
        })
        .collect();
    let mut set = IntervalSet::with_capacity((days.len() / 7 + 2) * shifts.len());
    let mut days_off = schedule.days_off().iter().map(|date| day_number(*date)).peekable();
    let (first, last) = (i64::from(range.start().0), i64::from(range.end().0));
    let start_end_ahead = |piece: &MinutePiece| [piece.start, piece.end, piece.ahead].map(i64::from);
    let (mut piece, mut here) = (0, start_end_ahead(&pieces[0]));
    // 1970-01-01 was a Thursday, 3 days after a Monday.
    let first_monday = days.start - (days.start + 3).rem_euclid(7);
    for monday in (first_monday..days.end).step_by(7) {
        for &(weekday, start, end) in &shifts {
            let day = monday + weekday;
            if !days.contains(&day) {
                continue;
            }
            if own.is_none() && days_off.peek().is_some() {
                while days_off.next_if(|off| *off < day).is_some() {}
                if days_off.peek() == Some(&day) {
                    continue;
                }
            }
            // Pieces whose clocks end before this date are behind every later one as well.
            let midnight = i64::from(day) * i64::from(DAY);
            while piece + 1 < pieces.len() && here[1] + here[2] <= midnight {
                piece += 1;
                here = start_end_ahead(&pieces[piece]);
            }
            let ([piece_start, piece_end, ahead], wall) = (here, (midnight + start, midnight + end));
            let (mut start, mut end) = (wall.0 - ahead, wall.1 - ahead);
            if start < piece_start || end >= piece_end {
                let later = || pieces[piece..].iter().copied();
                (start, end) = (first_minute_reading(later(), wall.0), first_minute_reading(later(), wall.1));
            }
            let is_off = |own: &OwnClock| {
                let date = i32::try_from(start).ok().map(|start| civil_date(own.date_of(start)));
                date.is_some_and(|date| schedule.days_off().binary_search(&date).is_ok())
            };
            if own.is_some_and(is_off) {
                continue;
            }
            let (start, end) = (start.max(first), end.min(last));
            if start < end {
                set.push(UtcMinute(start as i32), UtcMinute(end as i32));
            }
        }
    }
    set
}

/// The shifts over the days `[from, to)` of the clock on which a post's hours are read, in order of their
/// starts on it: the date of the person's own clock on which each starts, its start and its end. What the
/// clock skips is none.
pub(crate) fn shifts_by_own_date(post: &Post, own: &OwnClock, from: i32, to: i32) -> Vec<(i32, i32, i32)> {
    let mut shifts = Vec::new();
    for KeptHours { clock, hours, from, to } in post.kept_between(from, to) {
        let clock = Clock::of(clock, from, to);
        for day in from..to {
            // 1970-01-01 was a Thursday, 3 days after a Monday.
            let weekday = (day + 3).rem_euclid(7) as u32;
            let today = hours.stretches().iter();
            for stretch in today.filter(|stretch| stretch.day().num_days_from_monday() == weekday) {
                let at = |minute: u16| {
                    first_instant_reading(clock.pieces.iter().copied(), day * DAY + i32::from(minute)).0
                };
                let (start, end) = (at(stretch.start()), at(stretch.end()));
                if start < end {
                    shifts.push((own.date_of(start), start, end));
                }
            }
        }
    }
    shifts
}

/// The first instant at which a clock reads `wall` (minutes since 1970 on that clock) or later, for wall
/// times of a horizon's years.
pub(crate) fn first_instant_reading(pieces: impl Iterator<Item = MinutePiece>, wall: i32) -> UtcMinute {
    let minute = first_minute_reading(pieces, wall.into());
    UtcMinute(minute.try_into().expect("clocks are hours away from UTC, the last instant thousands of years"))
}

fn first_minute_reading(pieces: impl Iterator<Item = MinutePiece>, wall: i64) -> i64 {
    let mut last = wall;
    for piece in pieces {
        last = i64::from(piece.start).max(wall - i64::from(piece.ahead));
        if last < piece.end.into() {
            break;
        }
    }
    last
}

/// The first instant at which a zone's clock reads a wall time or later: gaps resolve to the transition,
/// folds to their earlier instant.
///
/// `None` beyond the first and the last [`UtcMinute`] (years −2114 and 6053), and within two days of them.
///
/// ```
/// use chrono::NaiveDate;
/// use tzplan::{Zone, first_instant_at};
/// let zone = Zone::iana("America/New_York").unwrap();
/// // 02:30 does not exist on 8 March 2026: the clock jumps from 02:00 to 03:00 at 07:00 UTC.
/// let gap = NaiveDate::from_ymd_opt(2026, 3, 8).unwrap().and_hms_opt(2, 30, 0).unwrap();
/// let instant = first_instant_at(&zone, gap).expect("a year of our calendar");
/// assert_eq!(instant.to_utc().to_rfc3339(), "2026-03-08T07:00:00+00:00");
/// ```
pub fn first_instant_at(zone: &Zone, wall: NaiveDateTime) -> Option<UtcMinute> {
    let wall = wall.and_utc();
    // A wall time with seconds is first reached in the minute after.
    let seconds = wall.timestamp() + i64::from(wall.timestamp_subsec_nanos() > 0);
    let wall = i32::try_from((seconds + 59).div_euclid(60)).ok()?;
    let (from, to) = (wall.checked_sub(2 * DAY)?, wall.checked_add(2 * DAY)?);
    let around = Interval::new(UtcMinute(from), UtcMinute(to)).expect("four days");
    Some(first_instant_reading(minute_pieces(zone, around), wall))
}
