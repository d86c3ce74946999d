//! What if: a team with some changes, beside the one it was.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDate;

use super::{Member, MemberRef, Schedule, ScheduleId, Team};
use crate::hours::WeeklyHours;
use crate::zone::Zone;

/// A change to [try on a team](Team::changed). Members are named by their places in the roster as it was before
/// any change, from 0.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Change {
    /// The member lives in a zone: all their hours, whatever posts and stays they had, are kept on its clock all
    /// year. Days off stay.
    Move {
        /// The member's place.
        member: usize,
        /// The zone.
        zone: Zone,
    },
    /// The member keeps these weekly hours on the clock of their first post, stays included, and no others. Days
    /// off stay.
    Hours {
        /// The member's place.
        member: usize,
        /// The hours.
        hours: WeeklyHours,
    },
    /// The member has these days off besides those they have.
    Off {
        /// The member's place.
        member: usize,
        /// The local dates.
        dates: Vec<NaiveDate>,
    },
    /// The member leaves.
    Without {
        /// The member's place.
        member: usize,
    },
    /// Somebody joins at the end of the roster.
    Add(Member),
}

impl Team {
    /// The team with these changes. This team stays as it is; those who are not named keep everything, and those
    /// who are keep name, attendance, team and role.
    ///
    /// A member may be named by several changes: moving, other hours and days off make one schedule in any order, of two
    /// changes of one kind the later holds, and whoever leaves is gone. Leaving comes after all changes of
    /// schedules, joining after that.
    ///
    /// ```
    /// use tzplan::team::Change;
    /// use tzplan::{Horizon, Member, Plan, Policy, PreparedTeam, Team, Zone};
    ///
    /// let mut team = Team::new();
    /// team.add(Member::new("Ana", Zone::iana("America/Sao_Paulo")?));
    /// team.add(Member::new("Ben", Zone::iana("Europe/Berlin")?));
    ///
    /// let least = |team: &Team| {
    ///     let year = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
    ///     Plan::of(&PreparedTeam::new(team, year), &Policy::default()).year().min.to_string()
    /// };
    /// // In summer Ana works 12:00–20:00 UTC and Ben 07:00–15:00.
    /// assert_eq!(least(&team), "3:00");
    ///
    /// // From Lisbon, 08:00–16:00 UTC.
    /// let lisbon = Change::Move { member: 0, zone: Zone::iana("Europe/Lisbon")? };
    /// let moved = team.changed([lisbon.clone()])?;
    /// assert_eq!(least(&moved), "7:00");
    ///
    /// // An hour earlier there is Ben's day.
    /// let early = Change::Hours { member: 0, hours: "8-16".parse()? };
    /// assert_eq!(least(&team.changed([lisbon, early])?), "8:00");
    ///
    /// let alone = team.changed([Change::Without { member: 0 }])?;
    /// assert_eq!(alone.members().map(|member| member.name()).collect::<Vec<_>>(), ["Ben"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ChangeError`] when a change names a place that the roster does not have.
    ///
    /// # Complexity
    ///
    /// Linear in the members.
    pub fn changed(&self, changes: impl IntoIterator<Item = Change>) -> Result<Self, ChangeError> {
        let mut altered: BTreeMap<usize, Schedule> = BTreeMap::new();
        let (mut leaving, mut joining) = (BTreeSet::new(), Vec::new());
        for change in changes {
            match change {
                Change::Move { member, zone } => {
                    let schedule = self.as_altered(member, &altered)?.moved_to(zone);
                    altered.insert(member, schedule);
                }
                Change::Hours { member, hours } => {
                    let schedule = self.as_altered(member, &altered)?.with_only(hours);
                    altered.insert(member, schedule);
                }
                Change::Off { member, dates } => {
                    let schedule = self.as_altered(member, &altered)?.with_days_off(dates);
                    altered.insert(member, schedule);
                }
                Change::Without { member } => {
                    leaving.insert(self.at(member)?.index());
                }
                Change::Add(member) => joining.push(member),
            }
        }
        let mut team = Self::new();
        let mut kept: Vec<Option<ScheduleId>> = vec![None; self.schedules.len()];
        for member in self.members().filter(|member| !leaving.contains(&member.index())) {
            let schedule = match altered.remove(&member.index()) {
                Some(schedule) => team.intern(schedule),
                None => *kept[member.schedule_id().index()]
                    .get_or_insert_with(|| team.intern(member.schedule().clone())),
            };
            let (label, role) = (member.team().map(|t| team.label(t)), member.role().map(|r| team.label(r)));
            team.add_row(member.name(), schedule, member.attendance(), label, role);
        }
        for member in joining {
            team.add(member);
        }
        Ok(team)
    }

    /// The schedule of a member after the changes so far.
    fn as_altered<'a>(
        &'a self,
        member: usize,
        altered: &'a BTreeMap<usize, Schedule>,
    ) -> Result<&'a Schedule, ChangeError> {
        let before = self.at(member)?;
        Ok(altered.get(&member).unwrap_or_else(|| before.schedule()))
    }

    fn at(&self, member: usize) -> Result<MemberRef<'_>, ChangeError> {
        self.member(member).ok_or(ChangeError { member, members: self.len() })
    }
}

/// A change names a place that the roster does not have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ChangeError {
    member: usize,
    members: usize,
}

impl ChangeError {
    /// The place named.
    pub fn member(self) -> usize {
        self.member
    }
}

impl fmt::Display for ChangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { member, members } = self;
        write!(f, "no member at place {member}: the roster has {members}, counted from 0")
    }
}

impl std::error::Error for ChangeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_off_are_added_in_any_order() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let mut team = Team::new();
        team.add(Member::new("Ana", Zone::UTC).days_off([day("2027-01-04")]));
        team.add(Member::new("Ben", Zone::UTC));
        let off = Change::Off { member: 0, dates: vec![day("2027-01-05"), day("2027-01-04")] };
        let hours = Change::Hours { member: 0, hours: "8-12".parse().expect("hours") };
        let one = team.changed([off.clone(), hours.clone()]).expect("members");
        let other = team.changed([hours, off.clone()]).expect("members");
        for changed in [&one, &other] {
            let schedule = changed.member(0).expect("a member").schedule();
            assert_eq!(schedule.days_off(), ["2027-01-04", "2027-01-05"].map(day));
            assert_eq!(schedule.posts()[0].hours().to_string(), "08:00-12:00 Mon-Fri");
            assert!(changed.member(1).expect("a member").schedule().days_off().is_empty());
        }
        let nobody = Change::Off { member: 2, dates: Vec::new() };
        assert_eq!(team.changed([nobody]).expect_err("no such member").member(), 2);
    }
}
