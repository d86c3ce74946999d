//! Dates off beside a slot.

use chrono::NaiveDate;

use super::change::{ChangeKind, SlotChange};
use super::{Meetings, Occurrence, Slot};
use crate::minutes::civil_date;
use crate::team::ScheduleId;

/// An occurrence that those with a schedule miss for a day off.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct DateOff {
    /// The occurrence's date on the anchor's clock.
    pub date: NaiveDate,
    /// Whose schedule it is.
    pub schedule: ScheduleId,
    /// The day off, on their own calendar.
    pub day_off: NaiveDate,
    /// What it is called; `None` for leave, and for a day off without a name.
    pub holiday: Option<Box<str>>,
}

impl Meetings {
    /// The occurrences of a slot that somebody, required or not, misses for a day off: by date, then in the
    /// order of schedules. They spoil no slot and are shown beside it.
    ///
    /// # Complexity
    ///
    /// Occurrences × distinct schedules.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings, Slot};
    /// use tzplan::{ClockTime, Holidays, Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// let sydney = Zone::iana("Australia/Sydney").unwrap();
    /// // A Tuesday.
    /// let holidays = Holidays::new([("2027-01-26".parse().unwrap(), "Australia Day")]);
    /// team.add(Member::new("Mia", sydney).holidays(&holidays));
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
    /// let (policy, options) = (Policy::default(), MeetingOptions::default());
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &policy, &options);
    /// // Monday 23:00 UTC is Tuesday 10:00 in Sydney.
    /// let off = meetings.dates_off(Slot::weekly(chrono::Weekday::Mon, ClockTime::at(23, 0)));
    /// assert_eq!(off[0].date.to_string(), "2027-01-25");
    /// assert_eq!(off[0].day_off.to_string(), "2027-01-26");
    /// assert_eq!(off[0].holiday.as_deref(), Some("Australia Day"));
    /// ```
    pub fn dates_off(&self, slot: Slot) -> Vec<DateOff> {
        self.occurrences(slot).iter().flat_map(|occurrence| self.off_on(occurrence)).collect()
    }

    /// Who, required or not, misses one occurrence for a day off, such as that of a week of a
    /// [rotation](super::Rotation): in the order of schedules.
    pub fn off_on(&self, occurrence: &Occurrence) -> Vec<DateOff> {
        let off = self.dated().iter().filter(|crowd| crowd.is_off(occurrence, &self.outside));
        off.map(|crowd| {
            let day_off = civil_date(crowd.date(occurrence, &self.outside));
            let holidays = self.prepared.team().schedule(crowd.schedule).holidays();
            let holiday = holidays.name_of(day_off).map(Into::into);
            DateOff { date: occurrence.date, schedule: crowd.schedule, day_off, holiday }
        })
        .collect()
    }

    /// Who misses the dates that a change leaves out, by date, then in the order of schedules: those
    /// required, and with a quorum everybody.
    pub fn off_despite(&self, change: &SlotChange) -> Vec<DateOff> {
        let duration = match change.kind {
            ChangeKind::Shorter { duration } => duration,
            _ => self.duration(),
        };
        let excused = match change.kind {
            ChangeKind::Optional { schedule } => Some(schedule),
            _ => None,
        };
        let counts = |off: &DateOff| {
            let crowd = self.dated().iter().find(|crowd| crowd.schedule == off.schedule);
            let is_required =
                crowd.is_some_and(|crowd| crowd.heads.required > 0) && excused != Some(off.schedule);
            is_required || self.quorum() > 0
        };
        let occurrences = self.occurrences_lasting(change.slot, duration);
        let left_out = occurrences.iter().filter(|occurrence| change.left_out.contains(&occurrence.date));
        left_out.flat_map(|occurrence| self.off_on(occurrence)).filter(counts).collect()
    }

    /// The occurrences of a slot that days off spoil, by date: somebody required misses them, or they lack
    /// their quorum, who or which would not if there were no days off.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings, Slot};
    /// use tzplan::{ClockTime, Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ana", Zone::UTC).days_off(["2026-11-30".parse().unwrap()]));
    /// let horizon = Horizon::of_days("2026-11-23".parse().unwrap(), 28, Zone::UTC).unwrap();
    /// let (policy, options) = (Policy::default(), MeetingOptions::default());
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &policy, &options);
    /// let spoilt = meetings.exceptions(Slot::weekly(chrono::Weekday::Mon, ClockTime::at(9, 0)));
    /// let dates: Vec<_> = spoilt.iter().map(|occurrence| occurrence.date.to_string()).collect();
    /// assert_eq!(dates, ["2026-11-30"]);
    /// ```
    pub fn exceptions(&self, slot: Slot) -> Vec<Occurrence> {
        let spoilt = |occurrence: &Occurrence| {
            let (mut attending, mut ordinarily) = (0, 0);
            for crowd in self.dated() {
                let asked = crowd.asked(occurrence, &self.outside);
                if asked.off && crowd.heads.required > 0 {
                    return true;
                }
                let heads = if asked.is_within_hours() { crowd.heads.all() } else { 0 };
                ordinarily += heads;
                attending += if asked.off { 0 } else { heads };
            }
            attending < self.quorum() && self.quorum() <= ordinarily
        };
        self.occurrences(slot).into_iter().filter(spoilt).collect()
    }
}
