//! What days off cost: the workdays of a horizon on which somebody required is off.
//!
//! Verdicts and seasons are about ordinary weeks and know no days off; this says how many weeks are not
//! ordinary. A **lost workday** of a member is a date of the horizon, read on their own calendar, on which a
//! shift of theirs starts by their weekly hours and which is one of their days off. Weekends of theirs cannot
//! be lost. A team's lost workdays are the dates that at least one required member loses, each counted once.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::availability::shifts_by_own_date;
use crate::dates::DateRange;
use crate::minutes::day_number;
use crate::own_clock::OwnClock;
use crate::season::PreparedTeam;
use crate::target::YearOverlap;
use crate::team::{MemberId, Post, Schedule, ScheduleId};

/// The lost workdays of a team.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct DaysOff {
    /// The dates that at least one required member loses, in order.
    pub dates: Vec<NaiveDate>,
    /// Who loses how many, the most first, then in roster order; nobody who loses none.
    pub people: Vec<PeopleOff>,
}

/// Required members with one schedule, and what each of them loses.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PeopleOff {
    /// The first of them.
    pub first_member: MemberId,
    /// How many they are.
    pub members: usize,
    /// Lost workdays of each.
    pub days: usize,
    /// Their dates, in order.
    pub dates: Vec<NaiveDate>,
}

impl DaysOff {
    /// The lost workdays of the required members.
    ///
    /// ```
    /// use tzplan::days_off::DaysOff;
    /// use tzplan::{Horizon, Member, PreparedTeam, Team, Zone};
    ///
    /// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    /// let berlin = Zone::iana("Europe/Berlin").unwrap();
    /// let mut team = Team::new();
    /// // Good Friday, Easter Sunday, which is no workday, and Easter Monday.
    /// let easter = ["2027-03-26", "2027-03-28", "2027-03-29"].map(day);
    /// team.add(Member::new("Ben", berlin.clone()).days_off(easter));
    /// team.add(Member::new("Ana", Zone::iana("America/Sao_Paulo").unwrap()).days_off([day("2027-03-26")]));
    ///
    /// let horizon = Horizon::new(day("2027-03-01"), day("2027-04-01"), berlin).unwrap();
    /// let off = DaysOff::of(&PreparedTeam::new(&team, horizon));
    /// assert_eq!(off.dates, ["2027-03-26", "2027-03-29"].map(day));
    /// assert_eq!(off.people.iter().map(|who| (who.first_member.index(), who.days)).collect::<Vec<_>>(), [(0, 2), (1, 1)]);
    /// ```
    ///
    /// # Complexity
    ///
    /// Linear in the members and in the days off of their distinct schedules.
    pub fn of(prepared: &PreparedTeam) -> Self {
        let team = prepared.team();
        let mut schedules: BTreeMap<ScheduleId, PeopleOff> = BTreeMap::new();
        for member in team.members().filter(|member| prepared.is_required(*member)) {
            if !member.schedule().days_off().is_empty() {
                let first =
                    || PeopleOff { first_member: member.id(), members: 0, days: 0, dates: Vec::new() };
                schedules.entry(member.schedule_id()).or_insert_with(first).members += 1;
            }
        }
        let (mut dates, mut people) = (Vec::new(), Vec::new());
        for (id, mut who) in schedules {
            who.dates = lost(team.schedule(id), prepared.horizon().from(), prepared.horizon().to()).collect();
            who.days = who.dates.len();
            dates.extend_from_slice(&who.dates);
            people.extend((who.days > 0).then_some(who));
        }
        dates.sort_unstable();
        dates.dedup();
        people.sort_by_key(|who| (std::cmp::Reverse(who.days), who.first_member));
        Self { dates, people }
    }

    /// Who loses a date, in the order of [`people`](Self::people).
    pub fn on(&self, date: NaiveDate) -> impl Iterator<Item = &PeopleOff> {
        self.people.iter().filter(move |who| who.dates.binary_search(&date).is_ok())
    }

    /// How many of the dates lie in the drift weeks of a year.
    pub fn in_drift_weeks(&self, year: &YearOverlap) -> usize {
        year.drift.iter().map(|weeks| self.within(weeks.dates)).sum()
    }

    /// How many of the dates lie in a range.
    pub fn within(&self, dates: DateRange) -> usize {
        let upto = self.dates.partition_point(|date| *date <= dates.last());
        upto - self.dates.partition_point(|date| *date < dates.first())
    }
}

/// The days off of a schedule in `[from, to)` on which a shift would start.
fn lost(schedule: &Schedule, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let off = schedule.days_off();
    let (first, end) = (off.partition_point(|date| *date < from), off.partition_point(|date| *date < to));
    off[first..end].iter().copied().filter(|date| schedule.posts().iter().any(|post| starts_on(post, *date)))
}

/// Whether a shift of a post starts on a date of the person's own clock.
fn starts_on(post: &Post, date: NaiveDate) -> bool {
    if post.hours_on().is_none() {
        return post.hours().days().contains(date.weekday());
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
    use crate::interval::Interval;
    use crate::{Horizon, Member, Team, UtcMinute, WeeklyHours, Zone, availability};

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

    /// January 2027 begins on a Friday. Ana and Ada (one schedule) are off on Friday 1 and Monday 4, Ben on
    /// Monday 4 and Tuesday 5; Max, who is optional, all month.
    #[test]
    fn dates_are_counted_once_and_only_required_members_count() {
        let mut team = Team::new();
        let berlin = || Zone::iana("Europe/Berlin").expect("a sound literal");
        let both = ["2027-01-01", "2027-01-04"].map(date);
        team.add(Member::new("Ben", Zone::UTC).days_off(["2027-01-04", "2027-01-05"].map(date)));
        team.add(Member::new("Max", Zone::UTC).optional().days_off(date("2027-01-01").iter_days().take(31)));
        team.add(Member::new("Ana", berlin()).days_off(both));
        team.add(Member::new("Ada", berlin()).days_off(both));
        team.add(
            Member::new("Sat", Zone::UTC)
                .hours("Mon 9-17".parse().expect("a sound literal"))
                .days_off([date("2027-01-05")]),
        );
        let off = |from: &str, to: &str| {
            DaysOff::of(&PreparedTeam::new(
                &team,
                Horizon::new(date(from), date(to), Zone::UTC).expect("a sound literal"),
            ))
        };
        let january = off("2027-01-01", "2027-02-01");
        assert_eq!(january.dates, ["2027-01-01", "2027-01-04", "2027-01-05"].map(date));
        let people: Vec<_> =
            january.people.iter().map(|who| (who.first_member.index(), who.members, who.days)).collect();
        assert_eq!(people, [(0, 1, 2), (2, 2, 2)]);
        let on = |day| january.on(date(day)).map(|who| who.first_member.index()).collect::<Vec<_>>();
        assert_eq!((on("2027-01-04"), on("2027-01-05"), on("2027-01-06")), (vec![0, 2], vec![0], vec![]));
        assert_eq!(january.within("2027-01-04..2027-01-05".parse().expect("dates")), 2);
        assert_eq!(january.within("2027-01-06..2027-01-31".parse().expect("dates")), 0);
        // The last day planned is the day before the end.
        assert_eq!(off("2027-01-02", "2027-01-05").dates, [date("2027-01-04")]);
        assert_eq!(off("2027-02-01", "2027-03-01"), DaysOff::default());
    }
}
