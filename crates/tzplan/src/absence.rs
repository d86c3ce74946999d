//! Who is off: whom a stretch of time misses for a day off, and what that day is called.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::availability::availability;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{DAY, UtcMinute, day_number};
use crate::season::PreparedTeam;
use crate::team::{MemberId, MemberRef, Schedule, ScheduleId};

/// Days around a day off in which the shifts that start on it lie: one lasts up to two days, and a clock is
/// at most 26 hours from UTC.
const AROUND: i32 = 4;

/// Members with one schedule who would be at work were they not off for a day.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Absence {
    /// The day off, on their own calendar.
    #[cfg_attr(feature = "serde", serde(rename = "date"))]
    pub day_off: NaiveDate,
    /// The first of them in the roster.
    #[cfg_attr(feature = "serde", serde(rename = "member"))]
    pub first_member: MemberId,
    /// How many they are.
    pub members: u32,
    /// What the day off is called; `None` for leave, and for a day off without a name.
    pub holiday: Option<Box<str>>,
}

/// The days off of a team with the working time that each costs, within a horizon.
///
/// ```
/// use tzplan::absence::Absences;
/// use tzplan::{Holidays, Horizon, IntervalSet, Member, PreparedTeam, Team, Zone};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// let mut team = Team::new();
/// let kolkata = Zone::iana("Asia/Kolkata").unwrap();
/// team.add(Member::new("Priya", kolkata).holidays(&Holidays::new([(day("2027-03-22"), "Holi")])));
/// team.add(Member::new("Ben", Zone::UTC).days_off([day("2027-03-23")]));
/// let week = Horizon::of_days(day("2027-03-22"), 7, Zone::UTC).unwrap();
/// let absences = Absences::of(&PreparedTeam::new(&team, week.clone()), |_| true);
/// // On Monday Priya would be at work from 03:30 to 11:30 UTC.
/// let start = week.range().start().epoch_minutes();
/// let hours = |from, to| {
///     let at = |hour| tzplan::UtcMinute::from_epoch_minutes(start + 60 * hour);
///     absences.within(&IntervalSet::of(at(from), at(to)))
/// };
/// assert_eq!(hours(11, 12)[0].holiday.as_deref(), Some("Holi"));
/// assert_eq!(hours(12, 24), []);
/// // Ben's day has no name.
/// assert_eq!((hours(24, 48)[0].first_member.index(), &hours(24, 48)[0].holiday), (1, &None));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Absences {
    all: Vec<(Absence, IntervalSet<UtcMinute>)>,
}

impl Absences {
    /// Of those members of a prepared team for whom `who` holds.
    ///
    /// # Complexity
    ///
    /// Linear in the members and in the days off of their distinct schedules within the horizon.
    pub fn of<'p>(prepared: &'p PreparedTeam, who: impl Fn(MemberRef<'p>) -> bool) -> Self {
        let team = prepared.team();
        let mut crowds: BTreeMap<ScheduleId, (MemberId, u32)> = BTreeMap::new();
        for member in team.members().filter(|member| who(*member)) {
            if !member.schedule().days_off().is_empty() {
                crowds.entry(member.schedule_id()).or_insert((member.id(), 0)).1 += 1;
            }
        }
        let mut all = Vec::new();
        for (id, (first_member, members)) in crowds {
            let schedule = team.schedule(id);
            for (day_off, lost) in lost(schedule, prepared.horizon().range()) {
                let holiday = schedule.holidays().name_of(day_off).map(Into::into);
                all.push((Absence { day_off, first_member, members, holiday }, lost));
            }
        }
        // One for each date and schedule: no two are equal.
        all.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Self { all }
    }

    /// Those whose lost working time lies in some of these minutes: by day off, then in roster order.
    ///
    /// # Complexity
    ///
    /// Linear in the days off, and in their working time and the minutes' intervals.
    pub fn within(&self, minutes: &IntervalSet<UtcMinute>) -> Vec<Absence> {
        let (Some(first), Some(last)) = (minutes.as_slice().first(), minutes.as_slice().last()) else {
            return Vec::new();
        };
        let day = |at: UtcMinute| at.0.div_euclid(DAY);
        let (from, to) = (day(first.start()) - AROUND, day(last.end()) + AROUND);
        let from = self.all.partition_point(|(absence, _)| day_number(absence.day_off) < from);
        let near = self.all[from..].iter().take_while(|(absence, _)| day_number(absence.day_off) <= to);
        let missed = near.filter(|(_, lost)| !lost.intersection(minutes).is_empty());
        missed.map(|(absence, _)| absence.clone()).collect()
    }
}

/// The days off of a schedule with the minutes of a range at which somebody with it would be at work were
/// that day not off; none where they would not.
fn lost(schedule: &Schedule, range: Interval<UtcMinute>) -> Vec<(NaiveDate, IntervalSet<UtcMinute>)> {
    let off = schedule.days_off();
    let of_day = |date: &NaiveDate| {
        let midnight = |days: i32| UtcMinute((day_number(*date) + days).saturating_mul(DAY));
        let around = Interval::new(midnight(-AROUND), midnight(AROUND))?.intersection(range)?;
        let others = off.iter().copied().filter(|other| other != date);
        let without = schedule.without_days_off().with_days_off(others);
        let lost = availability(&without, around).difference(&availability(schedule, around));
        (!lost.is_empty()).then_some((*date, lost))
    };
    off.iter().filter_map(of_day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Holidays, Horizon, Member, Team, Zone};

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    /// Two nights of 22 to 06, of which the first is off, and one whole: at 05:00 of the second day it is the
    /// first night that is missed.
    #[test]
    fn a_night_shift_is_missed_on_the_day_after_its_day_off() {
        let nights: Vec<(NaiveDate, &str)> = vec![(date("2027-03-23"), "Day of Rest")];
        let mut team = Team::new();
        let member = Member::new("Noor", Zone::UTC).hours("22-06".parse().expect("hours"));
        team.add(member.holidays(&Holidays::new(nights)).days_off([date("2027-03-27")]));
        let week = Horizon::of_days(date("2027-03-22"), 7, Zone::UTC).expect("a week");
        let start = week.range().start().epoch_minutes();
        let absences = Absences::of(&PreparedTeam::new(&team, week), |_| true);
        let at = |hour: i32| UtcMinute::from_epoch_minutes(start + 60 * hour);
        let named = |from, to| {
            let missed = absences.within(&IntervalSet::of(at(from), at(to)));
            missed.into_iter().map(|absence| absence.holiday.map(String::from)).collect::<Vec<_>>()
        };
        // Wednesday 05:00 is the end of Tuesday's shift.
        assert_eq!(named(53, 54), [Some("Day of Rest".to_owned())]);
        // Tuesday 05:00 is Monday's, Wednesday 23:00 its own; Saturday is no workday.
        assert_eq!((named(29, 30), named(71, 72), named(120, 168)), (vec![], vec![], vec![]));
    }
}
