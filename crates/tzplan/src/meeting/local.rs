//! What time a slot is for everybody.

use chrono::{Datelike, Weekday};

use super::{Meetings, Slot};
use crate::clock::ClockTime;
use crate::dates::DateRange;
use crate::minutes::{DAY, Minutes, civil_date};
use crate::team::ScheduleId;

/// When successive occurrences of a slot start on the clock of those with a schedule.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LocalTime {
    /// Whose clock it is.
    pub schedule: ScheduleId,
    /// From the first occurrence's date to the last one's, on the anchor's clock.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub dates: DateRange,
    /// How many they are.
    pub occurrences: usize,
    /// The weekday on their clock.
    pub day: Weekday,
    /// The time on their clock.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::text"))]
    pub time: ClockTime,
    /// The most minutes of one of them that are at night (by the policy, on their clock), those within their
    /// hours included.
    pub at_night: Minutes,
}

impl Meetings {
    /// What time a slot is for those with each schedule, season by season: in the order of schedules, then by
    /// date. A new season begins where the time on their clock changes. Somebody with several posts reads the
    /// clock of the first.
    ///
    /// # Complexity
    ///
    /// Occurrences × distinct schedules.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings, Slot};
    /// use tzplan::{ClockTime, Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Nia", Zone::iana("America/New_York").unwrap()));
    /// let berlin = Zone::iana("Europe/Berlin").unwrap();
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), berlin).unwrap();
    /// let (policy, options) = (Policy::default(), MeetingOptions::default());
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &policy, &options);
    /// // Six hours apart but for the weeks in which only the US have changed their clocks.
    /// let times = meetings.local_times(Slot::weekly(chrono::Weekday::Tue, ClockTime::at(15, 0)));
    /// let times = times.iter().map(|time| (time.dates.first().to_string(), time.time.to_string()));
    /// let times: Vec<_> = times.collect();
    /// let from = |date: &str, time: &str| (date.to_owned(), time.to_owned());
    /// let spring = [from("2026-11-24", "09:00"), from("2027-03-16", "10:00"), from("2027-03-30", "09:00")];
    /// assert_eq!(times[..3], spring);
    /// assert_eq!(times[3..], [from("2027-11-02", "10:00"), from("2027-11-09", "09:00")]);
    /// ```
    pub fn local_times(&self, slot: Slot) -> Vec<LocalTime> {
        let occurrences = self.occurrences(slot);
        let mut times: Vec<LocalTime> = Vec::new();
        for crowd in self.dated() {
            let of_crowd = times.len();
            for occurrence in &occurrences {
                let local = crowd.local(occurrence.start);
                let time = LocalTime {
                    schedule: crowd.schedule,
                    dates: DateRange::of(occurrence.date),
                    occurrences: 1,
                    day: civil_date(local.div_euclid(DAY)).weekday(),
                    time: ClockTime::from_minutes(local.rem_euclid(DAY) as u16).expect("a time of day"),
                    at_night: crowd.at_night(occurrence, self.outside()),
                };
                match times[of_crowd..].last_mut() {
                    Some(known) if (known.day, known.time) == (time.day, time.time) => {
                        known.dates = known.dates.up_to(time.dates.last());
                        known.occurrences += 1;
                        known.at_night = known.at_night.max(time.at_night);
                    }
                    _ => times.push(time),
                }
            }
        }
        times
    }
}
