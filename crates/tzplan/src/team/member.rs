//! Members to add to a team.

use chrono::NaiveDate;

use super::{Attendance, Holidays, MemberRef, Schedule, TeamBuilder};
use crate::dates::DateRange;
use crate::hours::WeeklyHours;
use crate::minutes::Minutes;
use crate::zone::Zone;

/// Somebody to [add](super::Team::add) to a team: 09:00–17:00 from Monday to Friday unless said otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    pub(crate) name: String,
    pub(crate) schedule: Schedule,
    pub(crate) attendance: Attendance,
    pub(crate) team: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) place: Option<String>,
}

impl Member {
    /// A member who works the default hours in a zone.
    pub fn new(name: impl Into<String>, zone: Zone) -> Self {
        let schedule = Schedule::new(zone, WeeklyHours::default());
        Self {
            name: name.into(),
            schedule,
            attendance: Attendance::default(),
            team: None,
            role: None,
            place: None,
        }
    }

    /// Sets the weekly hours.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "`.hours(\"9-17\".parse()?)` reads best")]
    pub fn hours(mut self, hours: WeeklyHours) -> Self {
        self.schedule = self.schedule.with_hours(&hours);
        self
    }

    /// Cancels the shifts that start on these local dates.
    #[must_use]
    pub fn days_off(mut self, dates: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.schedule = self.schedule.with_days_off(dates);
        self
    }

    /// Public holidays: days off that have a name.
    #[must_use]
    pub fn holidays(mut self, holidays: &Holidays) -> Self {
        self.schedule = self.schedule.with_holidays(holidays);
        self
    }

    /// Spends these local dates in another zone, keeping the same hours on its clock. Short stays are
    /// exceptions ([`Stay::is_short`](super::Stay::is_short)); dates up to
    /// [`Stay::FOR_GOOD`](super::Stay::FOR_GOOD) are a move for good.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "a builder takes what it is given, as `new` does")]
    pub fn stay(mut self, zone: Zone, dates: DateRange) -> Self {
        self.schedule = self.schedule.with_stay(&zone, dates);
        self
    }

    /// Reads the hours on the clock of a zone, wherever the member is: see [`Schedule::with_hours_on`].
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "a builder takes what it is given, as `new` does")]
    pub fn hours_on(mut self, clock: Zone) -> Self {
        self.schedule = self.schedule.with_hours_on(&clock);
        self
    }

    /// Works these hours in that zone as well.
    #[must_use]
    pub fn also(mut self, zone: Zone, hours: WeeklyHours) -> Self {
        self.schedule = self.schedule.union(&Schedule::new(zone, hours));
        self
    }

    /// Sets how far the member's day may be moved as a favour, instead of the policy's `max_shift`: 0 for a
    /// day that does not move. No day is moved by more than 12 hours, whatever is stated.
    ///
    /// ```
    /// use tzplan::{Horizon, Member, Minutes, Model, Plan, Policy, PreparedTeam, Team, Zone};
    /// let model = |flex: Minutes| {
    ///     let mut team = Team::new();
    ///     team.add(Member::new("Ana", Zone::iana("America/Sao_Paulo").unwrap()).flex(flex));
    ///     team.add(Member::new("Ben", Zone::iana("Europe/Berlin").unwrap()).flex(Minutes(0)));
    ///     let year = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
    ///     Plan::of(&PreparedTeam::new(&team, year), &Policy::default()).verdict().model
    /// };
    /// // In summer they share 3 hours; with 4 as the target Ana would have to start an hour earlier.
    /// assert_eq!(model(Minutes(60)), Model::OverlapWithShifts);
    /// assert_ne!(model(Minutes(45)), Model::OverlapWithShifts);
    /// ```
    #[must_use]
    pub fn flex(mut self, flex: Minutes) -> Self {
        self.schedule = self.schedule.with_flex(flex);
        self
    }

    /// Sets whether the member must be there.
    #[must_use]
    pub fn attendance(mut self, attendance: Attendance) -> Self {
        self.attendance = attendance;
        self
    }

    /// Makes the member optional: their absence never blocks.
    #[must_use]
    pub fn optional(self) -> Self {
        self.attendance(Attendance::Optional)
    }

    /// Names the member's team.
    #[must_use]
    pub fn team(mut self, team: impl Into<String>) -> Self {
        self.team = Some(team.into());
        self
    }

    /// Names the member's role.
    #[must_use]
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Says what the place where the member lives is called, where that is not what the zone's name says:
    /// Bangalore keeps the clock of Asia/Kolkata. It decides nothing.
    #[must_use]
    pub fn place(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }
}

impl From<MemberRef<'_>> for Member {
    /// The member by themselves, to add to another team.
    fn from(member: MemberRef<'_>) -> Self {
        Self {
            name: member.name().to_owned(),
            schedule: member.schedule().clone(),
            attendance: member.attendance(),
            team: member.team().map(str::to_owned),
            role: member.role().map(str::to_owned),
            place: member.place().map(str::to_owned),
        }
    }
}

impl TeamBuilder {
    pub(super) fn add(&mut self, member: Member) {
        let schedule = self.intern(member.schedule);
        let team = member.team.map(|label| self.label(&label));
        let role = member.role.map(|label| self.label(&label));
        self.add_row(&member.name, schedule, member.attendance, team, role);
        if let Some(place) = member.place {
            let place = self.label(&place);
            self.set_place(self.len() - 1, place);
        }
    }
}
