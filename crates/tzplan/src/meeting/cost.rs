//! Whom a slot costs anything, when and why.

use chrono::NaiveDate;

use super::{Demand, Meetings, Slot};
use crate::team::ScheduleId;
use crate::words::words;

/// Why an occurrence asks something of a member.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Cause {
    /// It lies outside their hours: no week asks less, days off aside.
    Hours,
    /// Another week asks less, days off aside: clocks have changed since (or they have gone to stay
    /// elsewhere).
    ClockChange,
    /// They are off: without their days off it would ask less.
    DayOff,
}

/// Occurrences that ask the same of those with a schedule, for the same reason.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Cost {
    /// Whose schedule it is.
    pub schedule: ScheduleId,
    /// Why.
    pub cause: Cause,
    /// What each asks; never nothing.
    pub demand: Demand,
    /// Their dates on the anchor's clock, in order; at least one. Those of a day off may lie far apart,
    /// others follow one another but for days off.
    pub dates: Vec<NaiveDate>,
}

words!(Cause { Hours = "hours", ClockChange = "clock-change", DayOff = "day-off" });

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
    /// runs of successive occurrences that ask the same, then what days off ask. Days off interrupt no run.
    ///
    /// # Complexity
    ///
    /// Occurrences × distinct schedules.
    ///
    /// ```
    /// use tzplan::meeting::{Cause, Demand, MeetingOptions, Meetings, Slot};
    /// use tzplan::{ClockTime, Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Nia", Zone::iana("America/New_York").unwrap()));
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::iana("Europe/Berlin").unwrap()).unwrap();
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &Policy::default(), &MeetingOptions::default());
    /// // 14:00 in Berlin is 08:00 in New York, an hour too early, but 09:00 while only the US have changed their clocks.
    /// let costs = meetings.costs(Slot::weekly(chrono::Weekday::Mon, ClockTime::at(14, 0)));
    /// let runs: Vec<_> = costs.iter().map(|cost| (cost.first().to_string(), cost.last().to_string())).collect();
    /// let run = |first: &str, last: &str| (first.to_owned(), last.to_owned());
    /// let winter = run("2026-11-23", "2027-03-08");
    /// assert_eq!(runs, [winter, run("2027-03-29", "2027-10-25"), run("2027-11-08", "2027-11-15")]);
    /// assert_eq!((costs[0].demand, costs[0].cause), (Demand::Stretch(60), Cause::ClockChange));
    /// ```
    pub fn costs(&self, slot: Slot) -> Vec<Cost> {
        let occurrences = self.occurrences(slot);
        let mut costs = Vec::new();
        for crowd in &self.crowds {
            let demands: Vec<_> = occurrences
                .iter()
                .map(|occurrence| (occurrence.date, crowd.ordinary(occurrence), crowd.demand(occurrence)))
                .collect();
            let least = demands.iter().map(|(_, ordinary, _)| *ordinary).min();
            let cost = |cause, demand, dates| Cost { schedule: crowd.schedule, cause, demand, dates };
            let workdays: Vec<_> =
                demands.iter().filter(|(_, ordinary, demand)| ordinary >= demand).collect();
            for run in workdays.chunk_by(|a, b| a.2 == b.2).filter(|run| run[0].2 > Demand::Stretch(0)) {
                let cause = if Some(run[0].2) > least { Cause::ClockChange } else { Cause::Hours };
                costs.push(cost(cause, run[0].2, run.iter().map(|(date, ..)| *date).collect()));
            }
            let mut off: Vec<_> = demands.iter().filter(|(_, ordinary, demand)| ordinary < demand).collect();
            // Stable: by date among equal demands.
            off.sort_by_key(|(_, _, demand)| std::cmp::Reverse(*demand));
            for alike in off.chunk_by(|a, b| a.2 == b.2) {
                costs.push(cost(Cause::DayOff, alike[0].2, alike.iter().map(|(date, ..)| *date).collect()));
            }
        }
        costs
    }
}
