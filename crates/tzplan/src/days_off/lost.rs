//! The workdays that one schedule loses to its days off.

use chrono::{Datelike, NaiveDate};

use crate::availability::shifts_by_own_date;
use crate::minutes::day_number;
use crate::own_clock::OwnClock;
use crate::team::{Post, Schedule};

/// The days off of a schedule in `[from, to)` on which a shift would start.
pub(super) fn lost(schedule: &Schedule, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let off = schedule.days_off();
    let (first, end) = (off.partition_point(|date| *date < from), off.partition_point(|date| *date < to));
    off[first..end].iter().copied().filter(|date| schedule.posts().iter().any(|post| starts_on(post, *date)))
}

/// Whether a shift of a post starts on a date of the person's own clock.
fn starts_on(post: &Post, date: NaiveDate) -> bool {
    if post.hours_on().is_none() {
        let day = day_number(date);
        return post.hours_between(day, day + 1)[0].0.days().contains(date.weekday());
    }
    // Clocks differ by a day at most, and a zone may skip one.
    let (day, around) = (day_number(date), 3);
    let own = OwnClock::of(post, day - around, day + around);
    shifts_by_own_date(post, &own, day - around, day + around).iter().any(|(own, ..)| *own == day)
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;
    use crate::days_off::DaysOff;
    use crate::interval::Interval;
    use crate::{Horizon, Member, PreparedTeam, Team, UtcMinute, WeeklyHours, Zone, availability};

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a sound literal")
    }

    /// By the minute: the local dates at which minutes begin that are worked without the days off and not
    /// with them.
    fn by_minutes(zone: &Zone, hours: &WeeklyHours, off: &[NaiveDate], horizon: &Horizon) -> Vec<NaiveDate> {
        let usual = Schedule::new(zone.clone(), hours.clone());
        let with = usual.with_days_off(off.iter().copied());
        let around = |date: NaiveDate, days: i64| {
            UtcMinute::floor(
                (date + chrono::TimeDelta::days(days)).and_time(chrono::NaiveTime::MIN).and_utc(),
            )
        };
        let range =
            Interval::new(around(horizon.from(), -3), around(horizon.to(), 3)).expect("a sound literal");
        let missing = availability(&usual, range).difference(&availability(&with, range));
        let mut dates: Vec<NaiveDate> = missing
            .iter()
            .map(|stretch| stretch.start().to_utc().with_timezone(zone).date_naive())
            .filter(|date| (horizon.from()..horizon.to()).contains(date))
            .collect();
        dates.dedup();
        dates
    }

    #[test]
    fn lost_workdays_are_those_whose_minutes_are_missing() {
        let mut seed = 7_u64;
        let mut random = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        let zones =
            ["Europe/Berlin", "Asia/Kolkata", "America/Los_Angeles", "Pacific/Apia", "Pacific/Auckland"];
        // No shift reaches into the next day's.
        let hours = ["9-17", "Sun-Thu 7-15", "Mon,Wed,Fri 22-02", "Tue 0-1"];
        for _ in 0..300 {
            let from = date("2026-12-01") + Days::new(random(400));
            let horizon = Horizon::of_days(from, 1 + random(60) as u32, Zone::UTC).expect("a sound literal");
            let off: Vec<NaiveDate> =
                (0..random(30)).map(|_| from + Days::new(random(70)) - Days::new(5)).collect();
            let zone = Zone::iana(zones[random(5) as usize]).expect("a sound literal");
            let hours: WeeklyHours = hours[random(4) as usize].parse().expect("a sound literal");
            let mut team = Team::new();
            team.add(Member::new("Ana", zone.clone()).hours(hours.clone()).days_off(off.iter().copied()));
            let days_off = DaysOff::of(&PreparedTeam::new(&team, horizon.clone()));
            assert_eq!(days_off.dates, by_minutes(&zone, &hours, &off, &horizon), "{zone} {hours} {off:?}");
            assert_eq!(days_off.people.iter().map(|who| who.days).sum::<usize>(), days_off.dates.len());
        }
    }
}
