//! What a meeting asks of somebody: nothing, a longer day, or a day they do not work.

use std::ops::Range;

use super::Occurrence;
use crate::interval::Interval;
use crate::minutes::{DAY, UtcMinute, day_number};
use crate::team::{Post, Schedule, ScheduleId};
use crate::zone::{MinutePiece, minute_pieces};

/// Days around the range that are looked at: a day's shift may last two days, clocks differ by one.
const AROUND: i32 = 5;

/// What an occurrence asks of a member.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum Demand {
    /// Minutes by which their nearest workday would have to be longer at one end (at both where the meeting
    /// is longer than the day); 0 inside it, breaks included.
    Stretch(u32),
    /// No shift of theirs starts on a local date that it touches, none of the day before runs into it, or
    /// that day is off.
    Missed,
}

/// Those with one schedule.
#[derive(Debug)]
pub(super) struct Crowd {
    pub(super) schedule: ScheduleId,
    /// How many of them are required.
    pub(super) required: u64,
    /// How many are not.
    pub(super) optional: u64,
    workdays: Workdays,
    /// As if there were no days off; `None` where there are none.
    undisturbed: Option<Workdays>,
}

impl Crowd {
    /// Over a range of days since 1970.
    pub(super) fn new(id: ScheduleId, schedule: &Schedule, heads: (u64, u64), days: Range<i32>) -> Self {
        let off: Vec<i32> = schedule.days_off().iter().map(|date| day_number(*date)).collect();
        let undisturbed = (!off.is_empty()).then(|| Workdays::of(schedule, &[], &days));
        let workdays = Workdays::of(schedule, &off, &days);
        Self { schedule: id, required: heads.0, optional: heads.1, workdays, undisturbed }
    }

    pub(super) fn heads(&self) -> u64 {
        self.required + self.optional
    }

    /// What an occurrence asks of each of them.
    pub(super) fn demand(&self, occurrence: &Occurrence) -> Demand {
        self.workdays.demand(occurrence.start.0, occurrence.end.0)
    }

    /// What it would ask if they had no days off.
    pub(super) fn ordinary(&self, occurrence: &Occurrence) -> Demand {
        let workdays = self.undisturbed.as_ref().unwrap_or(&self.workdays);
        workdays.demand(occurrence.start.0, occurrence.end.0)
    }
}

/// The workdays of a schedule.
#[derive(Debug)]
struct Workdays {
    posts: Vec<PostDays>,
}

#[derive(Debug)]
struct PostDays {
    /// The local dates `[from, to)` in one zone, with its clock.
    clocks: Vec<(i32, i32, Vec<MinutePiece>)>,
    /// In order of their dates.
    days: Vec<Workday>,
}

/// From the first start to the last end of a day's shifts, in minutes since 1970.
#[derive(Clone, Copy, Debug)]
struct Workday {
    date: i32,
    start: i32,
    end: i32,
    /// Whether the clock shows the date: Samoa's skipped 30 December 2011.
    is_shown: bool,
}

impl Workdays {
    /// Over a range of days and some around it; none of them on those off, which are sorted.
    fn of(schedule: &Schedule, off: &[i32], days: &Range<i32>) -> Self {
        let (from, to) = (days.start - AROUND, days.end + AROUND);
        let posts = schedule.posts().iter().map(|post| PostDays::of(post, from, to, off)).collect();
        Self { posts }
    }

    /// What a meeting at these instants asks: the least of any workday.
    fn demand(&self, start: i32, end: i32) -> Demand {
        let demands = self.posts.iter().filter_map(|post| post.stretch(start, end));
        demands.min().map_or(Demand::Missed, Demand::Stretch)
    }
}

impl PostDays {
    fn of(post: &Post, from: i32, to: i32, off: &[i32]) -> Self {
        let mut spans: [Option<(i32, i32)>; 7] = [None; 7];
        for (start, end) in post.hours().spans() {
            let weekday = start.div_euclid(DAY);
            spans[weekday as usize] = Some((start - weekday * DAY, end - weekday * DAY));
        }
        let (mut clocks, mut days) = (Vec::new(), Vec::new());
        for (zone, first, end) in post.zones_between(from, to) {
            let around = Interval::new(UtcMinute((first - AROUND) * DAY), UtcMinute((end + AROUND) * DAY));
            let pieces: Vec<MinutePiece> = minute_pieces(zone, around.expect("days in order")).collect();
            for date in (first..end).filter(|date| off.binary_search(date).is_err()) {
                // 1970-01-01 was a Thursday, 3 days after a Monday.
                let Some((start, end)) = spans[(date + 3).rem_euclid(7) as usize] else { continue };
                let at = |minute: i32| {
                    crate::availability::first_instant_reading(pieces.iter().copied(), date * DAY + minute).0
                };
                let (start, end) = (at(start), at(end));
                // A date that the clock skips holds no work but that of a night shift's next day.
                if start < end {
                    days.push(Workday { date, start, end, is_shown: at(0) < at(DAY) });
                }
            }
            clocks.push((first, end, pieces));
        }
        Self { clocks, days }
    }

    /// The least stretch of any workday that counts; `None` when none does.
    fn stretch(&self, start: i32, end: i32) -> Option<u32> {
        let (first, last) = (self.date_of(start), self.date_of(end - 1));
        let from = self.days.partition_point(|day| day.date < first - 1);
        let near = self.days[from..].iter().take_while(|day| day.date <= last);
        // No meeting touches a date that no clock shows.
        let counts = |day: &&Workday| if day.date < first { day.end > start } else { day.is_shown };
        near.filter(counts).map(|day| ((day.start - start).max(0) + (end - day.end).max(0)) as u32).min()
    }

    /// The local date of an instant, by the zone in force on that date; where a stay begins or ends and two
    /// or none claim it, the earlier zone's.
    fn date_of(&self, at: i32) -> i32 {
        let date = |pieces: &[MinutePiece]| {
            let piece = pieces.partition_point(|piece| piece.end <= at).min(pieces.len() - 1);
            (at + pieces[piece].ahead).div_euclid(DAY)
        };
        let mut claimed = self.clocks.iter().filter_map(|(from, to, pieces)| {
            let date = date(pieces);
            (*from <= date && date < *to).then_some(date)
        });
        claimed.next().unwrap_or_else(|| at.div_euclid(DAY))
    }
}
