//! Whom a slot costs anything, when and why.

use chrono::NaiveDate;

use super::{Asked, Meetings, Slot};
use crate::team::ScheduleId;
use crate::words::words;

/// Why an occurrence asks something of a member.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Cause {
    /// It lies outside their hours: no week asks less, days off aside.
    Hours,
    /// Another week asks less, days off aside: clocks have changed since.
    ClockChange,
    /// They are on a stay, or have moved for good, and on other dates less is asked of them.
    Stay,
    /// They are off, and miss it.
    DayOff,
}

/// Occurrences that ask the same of those with a schedule, for the same reason.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Cost {
    /// Whose schedule it is.
    pub schedule: ScheduleId,
    /// Why.
    pub cause: Cause,
    /// What each asks; never nothing.
    pub asked: Asked,
    /// Their dates on the anchor's clock, in order; at least one. Those of a day off may lie far apart,
    /// others follow one another but for days off.
    pub dates: Vec<NaiveDate>,
}

words!(Cause { Hours = "hours", ClockChange = "clock-change", Stay = "stay", DayOff = "day-off" });

impl Cost {
    /// The date of the first of them.
    pub fn first(&self) -> NaiveDate {
        self.dates[0]
    }

    /// The date of the last.
    pub fn last(&self) -> NaiveDate {
        self.dates[self.dates.len() - 1]
    }
}

impl Meetings {
    /// Whom a slot costs anything, when and why: for each schedule that somebody has, in order, first the
    /// runs of successive occurrences that ask the same, then the dates off. Days off interrupt no run. Weeks
    /// are held against the others in the same place, those of a stay against those of other places.
    ///
    /// # Complexity
    ///
    /// Occurrences × distinct schedules.
    ///
    /// ```
    /// use tzplan::meeting::{Cause, MeetingOptions, Meetings, Slot};
    /// use tzplan::{ClockTime, Horizon, Member, Minutes, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Nia", Zone::iana("America/New_York").unwrap()));
    /// let berlin = Zone::iana("Europe/Berlin").unwrap();
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), berlin).unwrap();
    /// let (policy, options) = (Policy::default(), MeetingOptions::default());
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &policy, &options);
    /// // 14:00 in Berlin is 08:00 in New York, an hour too early, but 09:00 while only the US have changed
    /// // their clocks.
    /// let costs = meetings.costs(Slot::weekly(chrono::Weekday::Mon, ClockTime::at(14, 0)));
    /// let dates = costs.iter().map(|cost| (cost.first().to_string(), cost.last().to_string()));
    /// let runs: Vec<_> = dates.collect();
    /// let run = |first: &str, last: &str| (first.to_owned(), last.to_owned());
    /// let winter = run("2026-11-23", "2027-03-08");
    /// assert_eq!(runs, [winter, run("2027-03-29", "2027-10-25"), run("2027-11-08", "2027-11-15")]);
    /// assert_eq!((costs[0].asked.stretch, costs[0].cause), (Minutes(60), Cause::ClockChange));
    /// ```
    pub fn costs(&self, slot: Slot) -> Vec<Cost> {
        let occurrences = self.occurrences(slot);
        let mut costs = Vec::new();
        for crowd in self.dated() {
            let asked = occurrences.iter().map(|occurrence| Dated {
                date: occurrence.date,
                asked: crowd.asked(occurrence, &self.outside),
                away: crowd.is_away(occurrence),
            });
            let (off, held): (Vec<_>, Vec<_>) = asked.partition(|one| one.asked.off);
            let all = || off.iter().chain(&held);
            let at_home = all().filter(|one| !one.away).map(|one| one.asked.ordinarily()).min();
            // Of somebody who is away on all these dates there is no other place.
            let least = at_home.or_else(|| all().map(|one| one.asked.ordinarily()).min());
            let cause = |one: &Dated| match Some(one.asked) > least {
                false => Cause::Hours,
                true if one.away && at_home.is_some() => Cause::Stay,
                true => Cause::ClockChange,
            };
            let cost = |cause, asked, alike: &[Dated]| {
                let dates = alike.iter().map(|one| one.date).collect();
                Cost { schedule: crowd.schedule, cause, asked, dates }
            };
            let alike = |a: &Dated, b: &Dated| a.asked == b.asked && cause(a) == cause(b);
            for run in held.chunk_by(alike).filter(|run| !run[0].asked.is_nothing()) {
                costs.push(cost(cause(&run[0]), run[0].asked, run));
            }
            if !off.is_empty() {
                costs.push(cost(Cause::DayOff, Asked { off: true, ..Asked::default() }, &off));
            }
        }
        costs
    }
}

/// What an occurrence asks of somebody.
struct Dated {
    /// Its date on the anchor's clock.
    date: NaiveDate,
    asked: Asked,
    /// Whether they are elsewhere then.
    away: bool,
}
