//! The weekdays on which those who are to meet work together.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::{Weekday, WeekdaySet};

use super::MeetingOptions;
use super::workday::{Crowd, PostDays, Workday};
use crate::minutes::DAY;
use crate::zone::MinutePiece;

/// Hours of a week: clocks and weekdays are compared by the hour.
const WEEK: usize = 7 * 24;

/// The ordinary week of a post: until which minute after the midnight of each own weekday it is somebody's
/// workday (0 without a shift, the end of a night shift beyond the day), and how far the own clock is ahead
/// of the anchor's.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct PostWeek {
    until: [i32; 7],
    ahead: BTreeSet<i32>,
}

/// The weekdays of the anchor with an hour at which it is a workday of everybody required, and of as many as
/// a quorum needs; where there is none, those with an hour at which it is anybody's; Monday to Friday where
/// nobody works. Every weekday for a meeting that happens once.
pub(super) fn of(
    crowds: &[Crowd],
    anchor: &[MinutePiece],
    range: &Range<i32>,
    options: &MeetingOptions,
) -> WeekdaySet {
    if options.once.is_some() {
        return WeekdaySet::ALL;
    }
    // Many schedules are of one week: of each how many are required, and how many there are.
    let mut weeks: BTreeMap<Vec<PostWeek>, (u64, u64)> = BTreeMap::new();
    for crowd in crowds {
        let week = crowd.posts.iter().map(|post| PostWeek::of(post, anchor, range)).collect();
        let (required, all) = weeks.entry(week).or_default();
        (*required, *all) = (*required + crowd.heads.required, *all + crowd.heads.all());
    }
    let quorum = options.quorum.map_or(0, |quorum| quorum as u64);
    let counts = |(required, _): &(u64, u64)| *required > 0 || quorum > 0;
    let (mut common, mut anybodys, mut heads) = ([true; WEEK], [false; WEEK], [0; WEEK]);
    for (posts, of_week) in weeks.iter().filter(|(_, of_week)| counts(of_week)) {
        for hour in 0..WEEK {
            let works = posts.iter().any(|post| post.is_workday_at(hour));
            common[hour] &= works || of_week.0 == 0;
            anybodys[hour] |= works;
            heads[hour] += if works { of_week.1 } else { 0 };
        }
    }
    let days = |of: &dyn Fn(usize) -> bool| -> WeekdaySet {
        (0..WEEK).filter(|hour| of(*hour)).map(|hour| weekday(hour / 24)).collect()
    };
    let shared = days(&|hour| common[hour] && anybodys[hour] && heads[hour] >= quorum);
    let any = if shared.is_empty() { days(&|hour| anybodys[hour]) } else { shared };
    if any.is_empty() { (0..5).map(weekday).collect() } else { any }
}

impl PostWeek {
    fn of(post: &PostDays, anchor: &[MinutePiece], range: &Range<i32>) -> Self {
        let (mut until, mut ahead) = ([0; 7], BTreeSet::new());
        for date in range.clone() {
            let day = post.day(date);
            // 1970-01-01 was a Thursday, 3 days after a Monday.
            let weekday = (date + 3).rem_euclid(7) as usize;
            if day != Workday::NONE && until[weekday] < DAY {
                let end = day.end + post.clock.on(date).ahead_at(day.end) - date * DAY;
                until[weekday] = end.max(DAY);
            }
        }
        for date in range.clone().step_by(7) {
            let noon = date * DAY + DAY / 2;
            let there = anchor.iter().find(|piece| noon < piece.end).or(anchor.last());
            ahead.insert(post.clock.on(date).ahead_at(noon) - there.map_or(0, |piece| piece.ahead));
        }
        Self { until, ahead }
    }

    /// Whether it is a workday at an hour of the anchor's week, whatever clocks do.
    fn is_workday_at(&self, hour: usize) -> bool {
        self.ahead.iter().all(|ahead| {
            let local = hour as i32 * 60 + ahead;
            let (day, minute) = (local.div_euclid(DAY), local.rem_euclid(DAY));
            let until = |day: i32| self.until[day.rem_euclid(7) as usize];
            until(day) > 0 || until(day - 1) > DAY + minute
        })
    }
}

fn weekday(day: usize) -> Weekday {
    Weekday::try_from(day as u8).expect("0..7")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::Meetings;
    use crate::{Horizon, Member, Policy, PreparedTeam, Team, Zone};

    /// The weekdays on which members with these zones and hours are asked to meet, on a clock.
    fn days(members: &[(&str, &str)], home: &str) -> String {
        let mut team = Team::new();
        for (zone, hours) in members {
            let hours = hours.parse().expect("hours");
            team.add(Member::new("", Zone::iana(zone).expect("a zone")).hours(hours));
        }
        let home = Zone::iana(home).expect("a zone");
        let year = Horizon::year("2026-11-30".parse().expect("a date"), home).expect("a year");
        let prepared = PreparedTeam::new(&team, year);
        let meetings = Meetings::new(&prepared, &Policy::default(), &MeetingOptions::default());
        crate::hours::show_days(meetings.days())
    }

    #[test]
    fn common_workdays_are_looked_at() {
        assert_eq!(
            days(&[("Europe/Berlin", "9-17"), ("America/New_York", "9-17")], "Europe/Berlin"),
            "Mon-Fri"
        );
        let support = [("Europe/Oslo", "00:00-24:00 Sat-Sun"), ("Europe/Oslo", "9-18 Mon-Sat")];
        assert_eq!(days(&support, "Europe/Oslo"), "Sat");
        // Sunday evening in Oslo is Monday in Ho Chi Minh City.
        let support = [("Europe/Oslo", "00:00-24:00 Sat-Sun"), ("Asia/Ho_Chi_Minh", "9-18 Mon-Sat")];
        assert_eq!(days(&support, "Europe/Oslo"), "Sat,Sun");
        let week = [("Asia/Dubai", "9-17 Sun-Thu"), ("Asia/Dubai", "9-17 Mon-Fri")];
        assert_eq!(days(&week, "Asia/Dubai"), "Mon-Thu");
    }

    /// Monday morning in Auckland is Sunday evening in Berlin.
    #[test]
    fn weekdays_are_those_of_the_own_clock() {
        assert_eq!(days(&[("Pacific/Auckland", "9-17")], "Pacific/Auckland"), "Mon-Fri");
        assert_eq!(days(&[("Pacific/Auckland", "9-17")], "Europe/Berlin"), "Sun-Fri");
    }

    /// From 22:00 on Sunday to 06:00 on Friday: Friday until six belongs to Thursday's shift.
    #[test]
    fn a_night_shift_runs_into_the_next_day() {
        assert_eq!(days(&[("Europe/Warsaw", "22-06 Sun-Thu")], "Europe/Warsaw"), "Sun-Fri");
    }

    #[test]
    fn without_a_common_day_anybodys_are() {
        let apart = [("Europe/Oslo", "9-17 Sat-Sun"), ("Europe/Oslo", "9-17 Mon,Tue")];
        assert_eq!(days(&apart, "Europe/Oslo"), "Sat-Tue");
    }
}
