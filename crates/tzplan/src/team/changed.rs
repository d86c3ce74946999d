//! What if: a team with some changes, beside the one it was.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, ChangeError, ChangeErrorKind};
use super::{Attendance, MemberId, MemberRef, Schedule, ScheduleId, Team, TeamBuilder};
use crate::minutes::DAY;

impl Team {
    /// The team with these changes. This team stays as it is; those who are not named keep everything, and
    /// those who are keep name, team and role, and attendance unless it is what changes.
    ///
    /// A member may be named by several changes: moving, other hours, a moved day and days off make one
    /// schedule in any order (other hours are then what is moved), of two changes of one kind the later
    /// holds, and whoever leaves is gone. Leaving comes after all changes of schedules, joining after that.
    ///
    /// ```
    /// use tzplan::team::Change;
    /// use tzplan::{Horizon, Member, Plan, Policy, PreparedTeam, Team, Zone};
    ///
    /// let mut team = Team::new();
    /// let ana = team.add(Member::new("Ana", Zone::iana("America/Sao_Paulo")?)).id();
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
    /// let lisbon = Change::Move { member: ana, zone: Zone::iana("Europe/Lisbon")? };
    /// let moved = team.changed([lisbon.clone()])?;
    /// assert_eq!(least(&moved), "7:00");
    ///
    /// // An hour earlier there is Ben's day.
    /// let early = Change::Hours { member: ana, hours: "8-16".parse()? };
    /// assert_eq!(least(&team.changed([lisbon, early])?), "8:00");
    ///
    /// let alone = team.changed([Change::Without { member: ana }])?;
    /// assert_eq!(alone.members().map(|member| member.name()).collect::<Vec<_>>(), ["Ben"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ChangeError`] when a change names a place that the roster does not have, or moves a day by more than
    /// 12 hours.
    ///
    /// # Complexity
    ///
    /// Linear in the members.
    pub fn changed(&self, changes: impl IntoIterator<Item = Change>) -> Result<Self, ChangeError> {
        let mut altered: BTreeMap<MemberId, Schedule> = BTreeMap::new();
        let (mut shifts, mut elsewhere) = (BTreeMap::new(), BTreeSet::new());
        let (mut leaving, mut joining, mut excused) = (BTreeSet::new(), Vec::new(), BTreeSet::new());
        for change in changes {
            match change {
                Change::Move { member, zone } => {
                    let schedule = self.as_altered(member, &altered)?.moved_to(&zone);
                    elsewhere.insert(member);
                    altered.insert(member, schedule);
                }
                Change::Hours { member, hours } => {
                    let schedule = self.as_altered(member, &altered)?.with_only(hours);
                    altered.insert(member, schedule);
                }
                Change::Shift { member, by } => {
                    shifts.insert(self.at(member)?.id(), by);
                    if by.minutes().unsigned_abs() > DAY as u32 / 2 {
                        let message = format!("a day cannot be moved by {by}: 12 hours are the most");
                        return Err(ChangeError::new(ChangeErrorKind::TooFar(by), message));
                    }
                }
                Change::HoursOn { member, hours, clock } => {
                    let schedule = self.as_altered(member, &altered)?.with_only(hours).with_hours_on(&clock);
                    altered.insert(member, schedule);
                }
                Change::Off { member, dates } => {
                    let schedule = self.as_altered(member, &altered)?.with_days_off(dates);
                    altered.insert(member, schedule);
                }
                Change::Optional { member } => {
                    excused.insert(self.at(member)?.id());
                }
                Change::Without { member } => {
                    leaving.insert(self.at(member)?.id());
                }
                Change::Add(member) => joining.push(member),
            }
        }
        for (member, by) in shifts {
            let schedule = self.as_altered(member, &altered)?.with_shift(by);
            altered.insert(member, schedule);
        }
        let nobody_was_required = self.all_count_as_required();
        let attendance = |member: MemberRef<'_>| match member.attendance() {
            _ if excused.contains(&member.id()) => Attendance::Optional,
            Attendance::Optional if nobody_was_required && !excused.is_empty() => Attendance::Unmarked,
            attendance => attendance,
        };
        let mut rows = TeamBuilder::new();
        let mut kept: Vec<Option<ScheduleId>> = vec![None; self.schedules().len()];
        for member in self.members().filter(|member| !leaving.contains(&member.id())) {
            let schedule = match altered.remove(&member.id()) {
                Some(schedule) => rows.intern(schedule),
                None => *kept[member.schedule_id().index()]
                    .get_or_insert_with(|| rows.intern(member.schedule().clone())),
            };
            let (team, role) = (member.team().map(|t| rows.label(t)), member.role().map(|r| rows.label(r)));
            let place = member.place().filter(|_| !elsewhere.contains(&member.id()));
            let place = place.map(|place| rows.label(place));
            rows.add_row(member.name(), schedule, attendance(member), team, role);
            if let Some(place) = place {
                rows.set_place(rows.len() - 1, place);
            }
        }
        joining.into_iter().for_each(|member| rows.add(member));
        Ok(rows.build())
    }

    /// The schedule of a member after the changes so far.
    fn as_altered<'a>(
        &'a self,
        member: MemberId,
        altered: &'a BTreeMap<MemberId, Schedule>,
    ) -> Result<&'a Schedule, ChangeError> {
        let before = self.at(member)?;
        Ok(altered.get(&member).unwrap_or_else(|| before.schedule()))
    }

    fn at(&self, member: MemberId) -> Result<MemberRef<'_>, ChangeError> {
        self.member(member).ok_or_else(|| {
            let (place, members) = (member.index(), self.len());
            let message = format!("no member at place {place}: the roster has {members}, counted from 0");
            ChangeError::new(ChangeErrorKind::NoSuchMember(member), message)
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::duration::Shift;
    use crate::minutes::Minutes;
    use crate::team::Member;
    use crate::zone::Zone;

    #[test]
    fn flex_and_the_clock_of_the_hours_stay() {
        let berlin = Zone::iana("Europe/Berlin").expect("a zone");
        let mut team = Team::new();
        let ana = Member::new("Ana", Zone::iana("America/Lima").expect("a zone")).hours_on(Zone::UTC);
        let ana = team.add(ana.flex(Minutes(30))).id();
        let moved = Change::Move { member: ana, zone: berlin.clone() };
        let hours = Change::Hours { member: ana, hours: "8-12".parse().expect("hours") };
        let changed = team.changed([moved, hours]).expect("members");
        let schedule = changed.member(ana).expect("a member").schedule();
        let post = &schedule.posts()[0];
        assert_eq!(
            (schedule.flex(), post.zone(), post.hours_on()),
            (Some(Minutes(30)), &berlin, Some(&Zone::UTC))
        );
        assert_eq!(post.hours().to_string(), "08:00-12:00 Mon-Fri");
        let on =
            Change::HoursOn { member: ana, hours: "8-12".parse().expect("hours"), clock: berlin.clone() };
        let changed = team.changed([on]).expect("members");
        let schedule = changed.member(ana).expect("a member").schedule();
        assert_eq!((schedule.flex(), schedule.posts()[0].hours_on()), (Some(Minutes(30)), Some(&berlin)));
    }

    #[test]
    fn a_moved_day_remembers_its_stated_hours() {
        let mut team = Team::new();
        let ana = team.add(Member::new("Ana", Zone::UTC).place("Reykjavík")).id();
        let shift = |by: i32| Change::Shift { member: ana, by: Shift::of(by) };
        let hours = Change::Hours { member: ana, hours: "8-12".parse().expect("hours") };
        let kept = |team: &Team| {
            let schedule = team.member(ana).expect("a member").schedule().clone();
            let post = &schedule.posts()[0];
            let stated = post.stated_hours().to_string();
            (post.hours().to_string(), stated, schedule.moved_by().minutes())
        };
        let of =
            |now: &str, stated: &str, by: i32| (format!("{now} Mon-Fri"), format!("{stated} Mon-Fri"), by);
        let later = team.changed([shift(60)]).expect("members");
        assert_eq!(kept(&later), of("10:00-18:00", "09:00-17:00", 60));
        assert_eq!(later.member(ana).expect("a member").place(), Some("Reykjavík"));
        // A further one counts from there too, none at all leads back, and other hours are stated anew.
        assert_eq!(
            kept(&later.changed([shift(-30)]).expect("members")),
            of("08:30-16:30", "09:00-17:00", -30)
        );
        assert_eq!(kept(&later.changed([shift(0)]).expect("members")), kept(&team));
        assert_eq!(
            kept(&later.changed([hours.clone()]).expect("members")),
            of("08:00-12:00", "08:00-12:00", 0)
        );
        for both in [[shift(60), hours.clone()], [hours, shift(60)]] {
            assert_eq!(kept(&team.changed(both).expect("members")), of("09:00-13:00", "08:00-12:00", 60));
        }
        let moved = Change::Move { member: ana, zone: Zone::iana("Asia/Tokyo").expect("a zone") };
        let moved = later.changed([moved]).expect("members");
        assert_eq!(kept(&moved), of("10:00-18:00", "09:00-17:00", 60));
        assert_eq!(moved.member(ana).expect("a member").place(), None);
        let error = team.changed([shift(721)]).expect_err("more than half a day");
        assert_eq!(error.kind(), ChangeErrorKind::TooFar(Shift::of(721)));
    }

    #[test]
    fn days_off_are_added_in_any_order() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let mut team = Team::new();
        let ana = team.add(Member::new("Ana", Zone::UTC).days_off([day("2027-01-04")])).id();
        let ben = team.add(Member::new("Ben", Zone::UTC)).id();
        let off = Change::Off { member: ana, dates: vec![day("2027-01-05"), day("2027-01-04")] };
        let hours = Change::Hours { member: ana, hours: "8-12".parse().expect("hours") };
        let one = team.changed([off.clone(), hours.clone()]).expect("members");
        let other = team.changed([hours, off.clone()]).expect("members");
        for changed in [&one, &other] {
            let schedule = changed.member(ana).expect("a member").schedule();
            assert_eq!(schedule.days_off(), ["2027-01-04", "2027-01-05"].map(day));
            assert_eq!(schedule.posts()[0].hours().to_string(), "08:00-12:00 Mon-Fri");
            assert!(changed.member(ben).expect("a member").schedule().days_off().is_empty());
        }
        let nobody = MemberId::from(2);
        let error = team.changed([Change::Off { member: nobody, dates: Vec::new() }]).expect_err("nobody");
        assert_eq!(error.kind(), ChangeErrorKind::NoSuchMember(nobody));
    }
}
