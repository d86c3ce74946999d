//! What days off cost: the workdays of a horizon on which somebody required is off.
//!
//! Verdicts and seasons are about ordinary weeks and know no days off; this says how many weeks are not
//! ordinary. A **lost workday** of a member is a date of the horizon, read on their own calendar, on which a
//! shift of theirs starts by their weekly hours and which is one of their days off. Weekends of theirs cannot
//! be lost. A team's lost workdays are the dates that at least one required member loses, each counted once.

mod lost;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::absence::Absence;
use crate::dates::DateRange;
use crate::horizon::Horizon;
use crate::season::PreparedTeam;
use crate::target::YearOverlap;
use crate::team::{Holidays, MemberId, Schedule, ScheduleId};
use lost::lost;

/// The lost workdays of a team.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
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
    #[cfg_attr(feature = "serde", serde(rename = "member"))]
    pub first_member: MemberId,
    /// How many they are.
    pub members: usize,
    /// Lost workdays of each.
    pub days: usize,
    /// Their dates, in order.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub dates: Vec<NaiveDate>,
    /// What their days off are called that have a name.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub holidays: Holidays,
}

/// A lost workday of one schedule.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct DayOff {
    /// The date, on its own calendar.
    pub date: NaiveDate,
    /// What it is called; `None` for leave, and for a day off without a name.
    pub holiday: Option<Box<str>>,
}

impl DayOff {
    /// Those of a schedule within a horizon, in order.
    pub fn of(schedule: &Schedule, horizon: &Horizon) -> Vec<Self> {
        let named = |date| Self { date, holiday: schedule.holidays().name_of(date).map(Into::into) };
        lost(schedule, horizon.from(), horizon.to()).map(named).collect()
    }
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
    /// let people = off.people.iter().map(|who| (who.first_member.index(), who.days));
    /// assert_eq!(people.collect::<Vec<_>>(), [(0, 2), (1, 1)]);
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
                let first = || PeopleOff {
                    first_member: member.id(),
                    members: 0,
                    days: 0,
                    dates: Vec::new(),
                    holidays: member.schedule().holidays().clone(),
                };
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

    /// The same with what each of them is off for: in roster order.
    pub fn absences_on(&self, date: NaiveDate) -> Vec<Absence> {
        let absent = |who: &PeopleOff| Absence {
            day_off: date,
            first_member: who.first_member,
            members: who.members as u32,
            holiday: who.holidays.name_of(date).map(Into::into),
        };
        let mut all: Vec<Absence> = self.on(date).map(absent).collect();
        all.sort_unstable();
        all
    }

    /// What a date is called, each name once, in the order of [`people`](Self::people); none where nobody's
    /// day off has a name.
    ///
    /// ```
    /// use tzplan::days_off::DaysOff;
    /// use tzplan::{Holidays, Horizon, Member, PreparedTeam, Team, Zone};
    /// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    /// let mut team = Team::new();
    /// for (name, holiday) in [("Ann", "Boxing Day"), ("Ben", "Second Day of Christmas")] {
    ///     team.add(Member::new(name, Zone::UTC).holidays(&Holidays::new([(day("2028-12-26"), holiday)])));
    /// }
    /// let horizon = Horizon::of_days(day("2028-12-25"), 7, Zone::UTC).unwrap();
    /// let off = DaysOff::of(&PreparedTeam::new(&team, horizon));
    /// assert_eq!(off.names_on(day("2028-12-26")), ["Boxing Day", "Second Day of Christmas"]);
    /// assert_eq!(off.absences_on(day("2028-12-26"))[0].holiday.as_deref(), Some("Boxing Day"));
    /// ```
    pub fn names_on(&self, date: NaiveDate) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.on(date).filter_map(|who| who.holidays.name_of(date)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Horizon, Member, Team, Zone};

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a sound literal")
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
