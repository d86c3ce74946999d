//! What a slot is for everybody: at each of their times, what it asks of them.

use chrono::Weekday;

use super::workday::Crowd;
use super::{Asked, Meetings, Occurrence, Side, Slot};
use crate::clock::ClockTime;
use crate::dates::DateRange;
use crate::minutes::{DAY, Minutes, civil_date};
use crate::team::ScheduleId;

/// What a slot is for those with a schedule.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ForWhom {
    /// Whose schedule it is.
    pub schedule: ScheduleId,
    /// The times at which it starts on their clock: the usual one first, then the others by how many
    /// occurrences start at them; of equals the earlier in the year.
    pub times: Vec<TimeAsked>,
}

/// What a slot asks of those for whom it starts at a time.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TimeAsked {
    /// The weekday on their clock.
    pub day: Weekday,
    /// The time on their clock.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::text"))]
    pub time: ClockTime,
    /// How many occurrences start at it.
    pub occurrences: usize,
    /// The first and the last occurrence of each stretch of them, on the anchor's clock, in order.
    pub stretches: Vec<DateRange>,
    /// What the dearest of them asks as if nobody were off: one without a workday, else the longest stretch,
    /// of equals the first.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub asked: Asked,
    /// On which side of their day that one is; `None` within it and without a workday.
    pub side: Option<Side>,
    /// Whether all of them ask the same.
    pub alike: bool,
    /// The most minutes of one of them that are at night (by the policy, on their clock), those within their
    /// hours included, which [`Asked::night`] leaves out.
    pub at_night: Minutes,
}

impl Asked {
    /// How much is asked, for comparison: who misses it gives the most, then the longest stretch.
    pub fn dearness(&self) -> (bool, Minutes) {
        (self.is_missed(), self.stretch)
    }
}

impl Meetings {
    /// What a slot is for those with each schedule, in order: at which times, and what it asks of them then,
    /// days off aside. Somebody with several posts reads the clock of the first, and gives what the cheapest
    /// post asks.
    ///
    /// # Complexity
    ///
    /// Occurrences × distinct schedules.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings, Side, Slot};
    /// use tzplan::{ClockTime, Horizon, Member, Minutes, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Nia", Zone::iana("America/New_York").unwrap()));
    /// let berlin = Zone::iana("Europe/Berlin").unwrap();
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), berlin).unwrap();
    /// let (policy, options) = (Policy::default(), MeetingOptions::default());
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &policy, &options);
    /// // 14:00 in Berlin is 08:00 in New York, an hour before nine, but 09:00 while only the US have summer time.
    /// let nia = &meetings.for_whom(Slot::weekly(chrono::Weekday::Mon, ClockTime::at(14, 0)))[0];
    /// let times = nia.times.iter().map(|at| (at.time.to_string(), at.asked.stretch, at.side));
    /// let expected = [("08:00".into(), Minutes(60), Some(Side::Before)), ("09:00".into(), Minutes(0), None)];
    /// assert_eq!(times.collect::<Vec<_>>(), expected);
    /// ```
    pub fn for_whom(&self, slot: Slot) -> Vec<ForWhom> {
        let occurrences = self.occurrences(slot);
        let crowds = self.dated().iter();
        crowds
            .map(|crowd| ForWhom { schedule: crowd.schedule, times: self.times(crowd, &occurrences) })
            .collect()
    }

    /// What an occurrence is for those with a schedule of the team; `None` when nobody has it.
    pub fn occurrence_for(&self, occurrence: &Occurrence, schedule: ScheduleId) -> Option<TimeAsked> {
        self.times(self.crowd(schedule)?, std::slice::from_ref(occurrence)).pop()
    }

    fn times(&self, crowd: &Crowd, occurrences: &[Occurrence]) -> Vec<TimeAsked> {
        let mut times: Vec<TimeAsked> = Vec::new();
        let mut last: Option<(&Occurrence, usize)> = None;
        for occurrence in occurrences {
            // Most weeks are as the one before.
            if let Some((_, place)) = last.filter(|(before, _)| crowd.asks_again(before, occurrence)) {
                times[place].occurrences += 1;
                times[place].extend(occurrence, true);
                last = Some((occurrence, place));
                continue;
            }
            let one = self.time(crowd, occurrence);
            let place = times.iter().position(|known| (known.day, known.time) == (one.day, one.time));
            match place {
                Some(place) => {
                    let known = &mut times[place];
                    known.occurrences += 1;
                    known.alike &= known.asked == one.asked;
                    known.at_night = known.at_night.max(one.at_night);
                    if one.asked.dearness() > known.asked.dearness() {
                        (known.asked, known.side) = (one.asked, one.side);
                    }
                    known.extend(occurrence, last.is_some_and(|(_, last)| last == place));
                }
                None => times.push(one),
            }
            last = Some((occurrence, place.unwrap_or(times.len() - 1)));
        }
        // Stable: by date among equals.
        times.sort_by_key(|time| std::cmp::Reverse(time.occurrences));
        times
    }

    /// What one occurrence asks.
    fn time(&self, crowd: &Crowd, occurrence: &Occurrence) -> TimeAsked {
        let local = crowd.local(occurrence.start);
        let (asked, side) = crowd.asked_where(occurrence, self.outside());
        let at_night = match asked.no_workday {
            true => Minutes::ZERO,
            false => crowd.at_night(occurrence, self.outside()),
        };
        TimeAsked {
            day: weekday(local.div_euclid(DAY)),
            time: clock_time(local),
            occurrences: 1,
            stretches: vec![DateRange::of(occurrence.date)],
            asked: asked.ordinarily(),
            side,
            alike: true,
            at_night,
        }
    }
}

impl TimeAsked {
    /// Adds an occurrence to the last of its stretches, or begins one.
    fn extend(&mut self, occurrence: &Occurrence, goes_on: bool) {
        match self.stretches.last_mut().filter(|_| goes_on) {
            Some(stretch) => *stretch = stretch.up_to(occurrence.date),
            None => self.stretches.push(DateRange::of(occurrence.date)),
        }
    }
}

fn weekday(day: i32) -> Weekday {
    use chrono::Datelike;
    civil_date(day).weekday()
}

fn clock_time(local: i32) -> ClockTime {
    ClockTime::from_minutes(local.rem_euclid(DAY) as u16).expect("a time of day")
}
