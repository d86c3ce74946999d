//! What if: a team with some changes, beside the one it was.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, ChangeError, ChangeErrorKind};
use super::{Attendance, MemberId, MemberRef, Schedule, ScheduleId, Team, TeamBuilder};
use crate::duration::Shift;
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
        let (mut shifts, mut dated, mut elsewhere) = (BTreeMap::new(), Vec::new(), BTreeSet::new());
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
                    near(by)?;
                }
                Change::ShiftOn { member, by, dates } => {
                    dated.push((self.at(member)?.id(), near(by)?, dates));
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
        for (member, by, dates) in dated {
            let schedule = self.as_altered(member, &altered)?.with_shift_on(dates, by);
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

/// A shift of half a day at most.
fn near(by: Shift) -> Result<Shift, ChangeError> {
    if by.minutes().unsigned_abs() > DAY as u32 / 2 {
        let message = format!("a day cannot be moved by {by}: 12 hours are the most");
        return Err(ChangeError::new(ChangeErrorKind::TooFar(by), message));
    }
    Ok(by)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::dates::DateRange;
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

    /// Nine to five; from 28 March to 30 October half an hour earlier, in May an hour later.
    #[test]
    fn a_day_is_moved_on_some_dates() {
        use crate::interval::Interval;
        use crate::minutes::{UtcMinute, day_number};
        let dates = |text: &str| text.parse::<DateRange>().expect("dates");
        let mut team = Team::new();
        let ana = team.add(Member::new("Ana", Zone::UTC)).id();
        let on = |by: i32, on: &str| Change::ShiftOn { member: ana, by: Shift::of(by), dates: dates(on) };
        let changes = [on(-30, "2027-03-28..2027-10-30"), on(60, "2027-05-01..2027-05-31")];
        let begins = |team: &Team, date: &str| {
            let midnight = day_number(date.parse().expect("a date")) * DAY;
            let day = Interval::new(UtcMinute(midnight), UtcMinute(midnight + DAY)).expect("a day");
            let at_work = crate::availability(team.member(ana).expect("Ana").schedule(), day);
            at_work.iter().next().map(|work| (work.start().0 - midnight, work.length().get()))
        };
        let moved = team.changed(changes.clone()).expect("members");
        for (date, start) in [
            ("2027-03-26", 540),
            ("2027-03-29", 510),
            ("2027-04-30", 510),
            ("2027-05-03", 600),
            ("2027-06-01", 510),
            ("2027-10-29", 510),
            ("2027-11-01", 540),
        ] {
            assert_eq!(begins(&moved, date), Some((start, 480)), "{date}");
        }
        assert_eq!(begins(&moved, "2027-03-28"), None, "a Sunday");
        let told = |team: &Team| -> Vec<(String, i32)> {
            let schedule = team.member(ana).expect("Ana").schedule().clone();
            let moved_on = schedule.moved_on().iter();
            moved_on.map(|shift| (shift.dates.to_string(), shift.by.minutes())).collect()
        };
        let expected = [
            ("2027-03-28..2027-04-30", -30),
            ("2027-05-01..2027-05-31", 60),
            ("2027-06-01..2027-10-30", -30),
        ];
        assert_eq!(told(&moved), expected.map(|(dates, by)| (dates.to_owned(), by)));
        // One of the whole year comes before them, whatever the order; of another run it replaces them.
        let all_year = Change::Shift { member: ana, by: Shift::of(90) };
        let both = team.changed(changes.into_iter().chain([all_year.clone()])).expect("members");
        assert_eq!(
            (begins(&both, "2027-03-26"), begins(&both, "2027-03-29")),
            (Some((630, 480)), Some((510, 480)))
        );
        let anew = moved.changed([all_year]).expect("members");
        assert_eq!((begins(&anew, "2027-03-29"), told(&anew)), (Some((630, 480)), vec![]));
        let error = team.changed([on(-721, "2027-05-01")]).expect_err("more than half a day");
        assert_eq!(error.kind(), ChangeErrorKind::TooFar(Shift::of(-721)));
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
